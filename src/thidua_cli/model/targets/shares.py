"""Shares: so many of so many, in percent; and the coverage of people by initiatives."""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from thidua_cli.diagnostics import field_rules
from thidua_cli.model.fields import Figure, Identifier, Text, YesNo, one_of, refuse
from thidua_cli.model.record import Record
from thidua_cli.model.targets.bases import Base
from thidua_cli.model.targets.goals import Binding
from thidua_cli.model.targets.measured import MeasuredTarget
from thidua_cli.model.targets.target import AcrossYears, Actual, Judgement

PERCENT = "%"
WHOLE = Decimal(100)
EACH = "{each}"
"""Where the wording of a share has the figure of its inner threshold."""
ShareOverTime = Annotated[Literal["latest", "each-year"], BeforeValidator(one_of("latest", "each-year"))]
ShareOverUnits = Annotated[
    Literal["ratio", "count", "single"], BeforeValidator(one_of("ratio", "count", "single"))
]
PerTime = Annotated[Literal["year", "campaign"], BeforeValidator(one_of("year", "campaign"))]


class InnerThreshold(Record):
    """What each member must reach to be counted: communes with at least 70 points."""

    indicator: Identifier
    """An entry of the register of indicators."""
    at_least: Figure
    unit: Text


class PerPerson(Record):
    """What each person must have to be counted."""

    initiatives: Figure = Decimal(1)
    recognised: YesNo = True
    """Whether only an initiative counts that a council has recognised."""
    per: PerTime = "year"


class Proportion(MeasuredTarget):
    """What shares have in common: members that meet a condition over all members, sums over sums across units."""

    unit: Text = PERCENT
    over_time: ShareOverTime = "latest"
    base: Base | None = None
    """Of a target that asks for less: from where the way down is counted."""
    members: Identifier | None = None
    """The group whose members are counted."""

    @property
    def time_aggregation(self) -> Literal["sum", "latest"]:
        return "latest"

    @property
    def across_years(self) -> AcrossYears:
        return "each" if self.over_time == "each-year" else "together"

    @property
    def unit_aggregation(self) -> ShareOverUnits:
        return "ratio"

    @property
    def counts_members(self) -> bool:
        return True

    @property
    def starting_point(self) -> Base | None:
        return self.base

    def judge(self, actual: Actual) -> Judgement:
        """As for any target, but a goal of the whole cannot be exceeded."""
        judged = super().judge(actual)
        if self.goal.value >= WHOLE:
            return Judgement(judged.met, exceeded=False, share=judged.share)
        return judged


class ShareTarget(Proportion):
    """A share in percent of members that meet a condition."""

    kind: Literal["share"]
    over_units: ShareOverUnits = "ratio"
    each: InnerThreshold | None = None
    compare: Binding | None = None
    """Which binds where the goal is a fraction: that, or the percentage as printed; None for the fraction."""

    @model_validator(mode="after")
    def _each_is_there(self) -> Self:
        if self.wording is not None and EACH in self.wording and self.each is None:
            raise refuse(
                field_rules.COMBINATION,
                f"Câu chữ (wording) của chỉ tiêu “{self.id}” có {EACH} nhưng chỉ tiêu không có khóa each.",
                f"Thêm khóa each, hoặc bỏ {EACH} khỏi wording.",
            )
        if self.over_units == "count" and self.each is None:
            raise refuse(
                field_rules.COMBINATION,
                f"Chỉ tiêu “{self.id}” đếm các đơn vị đạt (over_units: count) nhưng chưa nói mỗi đơn vị phải đạt gì.",
                "Thêm khóa each với indicator, at_least và unit.",
            )
        if self.compare is not None and self.goal.fraction is None:
            raise refuse(
                field_rules.COMBINATION,
                f"Chỉ tiêu “{self.id}” có khóa compare nhưng mức cần đạt không phải là cặp tử số, mẫu số.",
                "Bỏ khóa compare, hoặc viết mức cần đạt thành cặp, ví dụ of: [21, 53].",
            )
        return self

    @property
    def unit_aggregation(self) -> ShareOverUnits:
        return self.over_units

    @property
    def _binding(self) -> Binding:
        return self.compare or "fraction"


class CoverageTarget(Proportion):
    """The share of people who have an initiative of their own, counted from the initiatives."""

    kind: Literal["coverage"]
    each: PerPerson = Field(default_factory=PerPerson)

    def check_goal(self) -> None:
        super().check_goal()
        if self.exactly != WHOLE:
            raise refuse(
                field_rules.COMBINATION,
                f"Chỉ tiêu “{self.id}” loại coverage phải là đủ 100%.",
                "Viết exactly: 100, hoặc dùng kind: share nếu không phải mọi người đều phải có.",
            )
