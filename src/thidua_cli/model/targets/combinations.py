"""Combinations: several targets of which all, or any, must be met."""

from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Tag, model_validator

from thidua_cli.diagnostics import field_rules
from thidua_cli.model.fields import Identifier, Many, Text, refuse
from thidua_cli.model.targets.goals import Comparator, Goal
from thidua_cli.model.targets.singles import SingleTarget
from thidua_cli.model.targets.target import Target


def _form(data: Any) -> str:
    return "target" if isinstance(data, dict | Target) else "id"


Child = Annotated[
    Annotated[Identifier, Tag("id")] | Annotated[SingleTarget, Tag("target")], Discriminator(_form)
]


class CombinedTarget(Target):
    """Targets that are judged together: named by their id, or written here where they stand for nothing else."""

    unit: Text = "tiêu chí"
    children: Many[Child]

    @model_validator(mode="after")
    def _several(self) -> Self:
        if len(self.children) < 2:
            raise refuse(
                field_rules.COMBINATION,
                f"Chỉ tiêu “{self.id}” gồm nhiều tiêu chí nên phải có ít nhất hai mục ở children.",
                "Thêm mã của chỉ tiêu khác vào children, hoặc bỏ chỉ tiêu gộp này.",
            )
        return self

    @property
    def has_figure(self) -> bool:
        return False

    @property
    def time_aggregation(self) -> Literal["children"]:
        return "children"

    @property
    def inline(self) -> tuple[SingleTarget, ...]:
        """The children that are written here."""
        return tuple(child for child in self.children if not isinstance(child, str))


class AllOfTarget(CombinedTarget):
    """Met when every child is."""

    kind: Literal["all-of"]

    @property
    def goal(self) -> Goal:
        return Goal(Comparator.ALL, Decimal(len(self.children)))


class AnyOfTarget(CombinedTarget):
    """Met when one child is."""

    kind: Literal["any-of"]

    @property
    def goal(self) -> Goal:
        return Goal(Comparator.ANY, Decimal(len(self.children)))
