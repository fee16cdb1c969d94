"""Changes against a base: growth, and reduction in percent or in points."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Discriminator, Tag, model_validator

from thidua_cli.diagnostics import field_rules
from thidua_cli.diagnostics.written import WrittenMapping
from thidua_cli.model.fields import Text, one_of, refuse
from thidua_cli.model.targets.bases import Base
from thidua_cli.model.targets.measured import MeasuredTarget
from thidua_cli.model.targets.roots import yearly_factor
from thidua_cli.model.targets.shares import PERCENT
from thidua_cli.model.targets.target import AcrossYears

POINTS = "điểm %"
PREVIOUS_YEAR = "previous-year"
GrowthOverTime = Annotated[Literal["compound", "each-year"], BeforeValidator(one_of("compound", "each-year"))]
ReductionOverTime = Annotated[
    Literal["latest", "compound", "mean", "each-year"],
    BeforeValidator(one_of("latest", "compound", "mean", "each-year")),
]
Measure = Annotated[Literal["percent", "points"], BeforeValidator(one_of("percent", "points"))]


def _form(data: Any) -> str:
    return "base" if isinstance(data, WrittenMapping | Base) else "word"


Against = Annotated[
    Annotated[Literal["previous-year"], BeforeValidator(one_of(PREVIOUS_YEAR)), Tag("word")]
    | Annotated[Base, Tag("base")],
    Discriminator(_form),
]


@dataclass(frozen=True, slots=True)
class Step:
    """From one level to a later one."""

    base: Fraction
    level: Fraction
    years: int


class ChangeTarget(MeasuredTarget):
    """A change from a base that the plan names, or from the year before; without a base nothing is guessed."""

    unit: Text = PERCENT
    against: Against | None = None

    @property
    def time_aggregation(self) -> Literal["change"]:
        return "change"

    @property
    def is_chained(self) -> bool:
        """Whether every year from the first on goes into the figure, not the newest alone."""
        raise NotImplementedError

    @property
    def measures_shares(self) -> bool:
        """Whether the levels are shares themselves, so that those of units do not add up."""
        return False

    def change(self, steps: tuple[Step, ...]) -> Fraction | None:
        """The change over the steps, in the unit of the target; None where a base forbids it (zero, negative)."""
        raise NotImplementedError

    def _share_of(self, actual: Fraction) -> Fraction | None:
        # Of a change in the wrong direction no part has been done.
        return None if actual < 0 else super()._share_of(actual)


class GrowthTarget(ChangeTarget):
    """Growth in percent per year, compound over the period."""

    kind: Literal["growth"]
    over_time: GrowthOverTime = "compound"

    @property
    def across_years(self) -> AcrossYears:
        return "each" if self.over_time == "each-year" else "together"

    @property
    def is_chained(self) -> bool:
        return self.over_time == "compound"

    def change(self, steps: tuple[Step, ...]) -> Fraction | None:
        factor = _factor(steps)
        return None if factor is None else _yearly(factor, steps, self.goal.limits)


class ReductionTarget(ChangeTarget):
    """A reduction, counted as positive: so many percent, or so many points of a share."""

    kind: Literal["reduction"]
    measured_in: Measure
    over_time: ReductionOverTime = "latest"

    @classmethod
    def widen(cls, data: Any) -> Any:
        if isinstance(data, dict) and data.get("measured_in") == "points":
            return {"unit": POINTS, **data}
        return data

    @model_validator(mode="after")
    def _mean_fits_measure(self) -> Self:
        if (self.over_time, self.measured_in) in {("mean", "percent"), ("compound", "points")}:
            other = "compound" if self.measured_in == "percent" else "mean"
            raise refuse(
                field_rules.COMBINATION,
                f"Chỉ tiêu “{self.id}”: over_time: {self.over_time} không dùng được với "
                f"measured_in: {self.measured_in}.",
                f"Viết over_time: {other}, hoặc đổi measured_in.",
            )
        return self

    @property
    def across_years(self) -> AcrossYears:
        return "each" if self.over_time == "each-year" else "together"

    @property
    def is_chained(self) -> bool:
        return self.over_time in {"compound", "mean"}

    @property
    def measures_shares(self) -> bool:
        return self.measured_in == "points"

    def change(self, steps: tuple[Step, ...]) -> Fraction | None:
        if self.measured_in == "points":
            years = sum(step.years for step in steps) if self.over_time == "mean" else 1
            return sum((step.base - step.level for step in steps), Fraction(0)) / years
        factor = _factor(steps)
        if factor is None:
            return None
        if self.over_time != "compound":
            return 100 * (1 - factor)
        return -_yearly(factor, steps, tuple(-limit for limit in self.goal.limits))


def _factor(steps: tuple[Step, ...]) -> Fraction | None:
    """Level over base, multiplied over the steps; a base of zero or less has no percentage."""
    factor = Fraction(1)
    for step in steps:
        if step.base <= 0 or step.level < 0:
            return None
        factor *= step.level / step.base
    return factor


def _yearly(factor: Fraction, steps: tuple[Step, ...], limits: tuple[Fraction, ...]) -> Fraction:
    """The rate in percent per year, on the side of each limit on which the exact one lies."""
    factors = tuple(1 + limit / 100 for limit in limits)
    return 100 * (yearly_factor(factor, sum(step.years for step in steps), factors) - 1)
