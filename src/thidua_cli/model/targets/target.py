"""What every target has: a goal, the units that report it, and how a result is judged against it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, model_validator

from thidua_cli.diagnostics import field_rules
from thidua_cli.model.fields import Figure, Identifier, Many, Moment, Text, one_of, refuse
from thidua_cli.model.record import Record

Direction = Annotated[Literal["up", "down"], BeforeValidator(one_of("up", "down"))]
OverTime = Annotated[Literal["sum", "latest"], BeforeValidator(one_of("sum", "latest"))]


class Comparator(StrEnum):
    """How a result must stand to the goal; the values are the keys in data."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    EXACTLY = "exactly"
    REACH = "reach"
    """A bare figure (`đạt 70%`): read as at least, or as at most where less is better."""


@dataclass(frozen=True, slots=True)
class Goal:
    """The limit and the side of it on which success lies."""

    comparator: Comparator
    value: Decimal

    def is_met_by(self, actual: Fraction, *, better: Direction) -> bool:
        """Whether the result reaches the goal, compared exactly."""
        goal = Fraction(self.value)
        match self.comparator:
            case Comparator.AT_LEAST:
                return actual >= goal
            case Comparator.MORE_THAN:
                return actual > goal
            case Comparator.AT_MOST:
                return actual <= goal
            case Comparator.LESS_THAN:
                return actual < goal
            case Comparator.EXACTLY:
                return actual == goal
            case Comparator.REACH:
                return actual >= goal if better == "up" else actual <= goal


@dataclass(frozen=True, slots=True)
class Actual:
    """What was reached; missing is not zero."""

    value: Fraction
    """In the unit of the target; a share in percent."""
    fraction: tuple[Decimal, Decimal] | None = None
    """Numerator and denominator of a share."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A result beside its goal."""

    met: bool
    exceeded: bool
    """Better than the goal asks; never for an exact one."""
    share: Fraction | None
    """Result over goal; None where that says nothing (goal zero, less is better)."""


class PlausibleRange(Record):
    """A check of magnitude against the year before."""

    previous: Figure
    most: Figure
    """The greatest believable factor from the previous figure to the goal."""
    source: Text | None = None


class Target(Record):
    """What every kind of target has; a simple one needs id, name, unit and the goal."""

    kind: str
    id: Identifier
    name: Text
    unit: Text
    at_least: Figure | None = None
    more_than: Figure | None = None
    at_most: Figure | None = None
    less_than: Figure | None = None
    exactly: Figure | None = None
    reach: Figure | None = None
    wording: Text | None = None
    """How the plan words it, with `{}` for the figure: `đón {} nghìn lượt khách`."""
    better: Direction = "up"
    by: Moment | None = None
    """When it must be reached; None for the end of the campaign."""
    content: Identifier | None = None
    """The theme under which the plan states it."""
    reported_by: Many[Identifier] | None = None
    """Units that owe the figure; None while nobody has been told."""
    plausible: PlausibleRange | None = None

    @model_validator(mode="after")
    def _one_goal(self) -> Self:
        count = len(list(self._goals()))
        if count != 1:
            keys = ", ".join(Comparator)
            what = "chưa có mức cần đạt" if count == 0 else "có nhiều mức cần đạt"
            raise refuse(
                field_rules.COMBINATION,
                f"Chỉ tiêu “{self.id}” {what}.",
                f"Viết đúng một trong các khóa: {keys}.",
            )
        if self.wording is not None and self.wording.count("{}") != 1:
            raise refuse(
                field_rules.COMBINATION,
                f"Câu chữ (wording) của chỉ tiêu “{self.id}” phải có đúng một chỗ {{}} cho con số.",
                "Thay con số trong wording bằng {}, ví dụ: đón {} nghìn lượt khách.",
            )
        return self

    @property
    def goal(self) -> Goal:
        return next(self._goals())

    @property
    def time_aggregation(self) -> Literal["sum", "latest"]:
        """Whether figures of parts of the period add up, or the newest one stands for all."""
        raise NotImplementedError

    @property
    def unit_aggregation(self) -> Literal["sum", "ratio"]:
        """Whether figures of units add up, or their numerators and their denominators do."""
        return "sum"

    @property
    def less_is_better(self) -> bool:
        """Whether success lies below the goal."""
        return self.goal.comparator in {Comparator.AT_MOST, Comparator.LESS_THAN} or self.better == "down"

    def judge(self, actual: Actual) -> Judgement:
        """The result beside the goal; `domain.md` kinds 1 and 3: result over goal, and none where less is better."""
        goal = self.goal
        met = goal.is_met_by(actual.value, better=self.better)
        limit = Fraction(goal.value)
        beyond = actual.value < limit if self.less_is_better else actual.value > limit
        exceeded = met and beyond and goal.comparator is not Comparator.EXACTLY
        share = None if self.less_is_better or limit <= 0 else actual.value / limit
        return Judgement(met, exceeded, share)

    def _goals(self) -> Iterator[Goal]:
        for comparator in Comparator:
            value = getattr(self, comparator)
            if value is not None:
                yield Goal(comparator, value)
