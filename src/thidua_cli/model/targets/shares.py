"""Shares: so many of so many, in percent."""

from decimal import Decimal
from typing import Literal, Self

from pydantic import model_validator

from thidua_cli.diagnostics import field_rules
from thidua_cli.model.fields import Figure, Identifier, Text, refuse
from thidua_cli.model.record import Record
from thidua_cli.model.targets.target import Actual, Judgement, Target

PERCENT = "%"
WHOLE = Decimal(100)
EACH = "{each}"
"""Where the wording of a share has the figure of its inner threshold."""


class InnerThreshold(Record):
    """What each member must reach to be counted: communes with at least 70 points."""

    indicator: Text
    at_least: Figure
    unit: Text


class ShareTarget(Target):
    """A share in percent: members that meet a condition over all members, sums over sums across units."""

    kind: Literal["share"]
    unit: Text = PERCENT
    members: Identifier | None = None
    """The group whose members are counted."""
    each: InnerThreshold | None = None

    @model_validator(mode="after")
    def _each_is_there(self) -> Self:
        if self.wording is not None and EACH in self.wording and self.each is None:
            raise refuse(
                field_rules.COMBINATION,
                f"Câu chữ (wording) của chỉ tiêu “{self.id}” có {EACH} nhưng chỉ tiêu không có khóa each.",
                f"Thêm khóa each, hoặc bỏ {EACH} khỏi wording.",
            )
        return self

    @property
    def time_aggregation(self) -> Literal["sum", "latest"]:
        return "latest"

    @property
    def unit_aggregation(self) -> Literal["sum", "ratio"]:
        return "ratio"

    def judge(self, actual: Actual) -> Judgement:
        """As for any target, but a goal of the whole cannot be exceeded."""
        judged = super().judge(actual)
        if self.goal.value >= WHOLE:
            return Judgement(judged.met, exceeded=False, share=judged.share)
        return judged
