"""Versions of a target: what a later document made of it, from which day on."""

from typing import Any, Self

from pydantic import Field, model_validator

from thidua_cli.diagnostics import field_rules
from thidua_cli.model.fields import Day, Figure, Identifier, Moment, Text, refuse
from thidua_cli.model.targets.goals import GoalKeys


class TargetVersion(GoalKeys):
    """What changes from a day on; what it does not name stays as it was."""

    start: Day = Field(alias="from")
    """The first day on which it is in force."""
    top: Figure | None = None
    """The place of a rank."""
    by: Moment | None = None
    """When the target must be reached from now on."""
    document: Identifier | None = None
    """The document that decided it."""
    because: Text | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.keys:
            raise refuse(
                field_rules.COMBINATION,
                "Lần điều chỉnh này không nói chỉ tiêu thay đổi gì.",
                "Ghi mức mới, ví dụ at_least: 3500, hoặc thời hạn mới (by).",
            )
        if len(self.goal_keys) > 1:
            raise refuse(
                field_rules.COMBINATION,
                "Lần điều chỉnh này có nhiều mức cần đạt.",
                f"Giữ một trong các khóa: {', '.join(self.goal_keys)}.",
            )
        return self

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the target that it writes anew."""
        return tuple(k for k in (*GoalKeys.model_fields, "top", "by") if getattr(self, k) is not None)

    @property
    def changes(self) -> dict[str, Any]:
        """What the target's keys become; a new goal takes the place of every other."""
        without = dict.fromkeys(GoalKeys.model_fields) if self.goal_keys else {}
        return {**without, **{key: getattr(self, key) for key in self.keys}}
