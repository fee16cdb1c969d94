"""What every target has: who it is, the units that report it, and how a result is judged against its goal."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, model_validator

from thidua_cli.diagnostics import field_rules
from thidua_cli.model.fields import Figure, Identifier, Many, Moment, Text, one_of, refuse
from thidua_cli.model.record import Record
from thidua_cli.model.targets.goals import WRITTEN, Above, Binding, Comparator, Direction, Goal, Limit

TargetStatus = Annotated[
    Literal["explicit", "restated", "context"], BeforeValidator(one_of("explicit", "restated", "context"))
]
AcrossYears = Literal["together", "each", "mean"]
WithinTime = Literal["sum", "latest", "change", "state", "children"]
OverUnits = Literal["sum", "ratio", "single", "every"]


@dataclass(frozen=True, slots=True)
class Actual:
    """What was reached; missing is not zero."""

    value: Fraction
    """In the unit of the target; a share in percent."""
    fraction: tuple[Decimal, Decimal] | None = None
    """Numerator and denominator of a share; a rank and the number ranked."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A result beside its goal."""

    met: bool
    exceeded: bool
    """Better than the goal asks; never for an exact one."""
    share: Fraction | None
    """Result over goal; None where that says nothing (goal zero, less is better)."""


class Target(Record):
    """What every kind of target has."""

    kind: str
    id: Identifier
    name: Text
    unit: Text
    wording: Text | None = None
    """How the plan words it, with `{}` for the figure: `đón {} nghìn lượt khách`."""
    by: Moment | None = None
    """When it must be reached; None for the end of the campaign."""
    content: Identifier | None = None
    """The theme under which the plan states it."""
    reported_by: Many[Identifier] | None = None
    """Units that owe the figure; None while nobody has been told."""
    status: TargetStatus = "explicit"
    restates: Identifier | None = None
    """The target that the plan says again here."""
    part_of: Identifier | None = None
    """The target of which this one is a part: `trong đó`."""
    indicator: Identifier | None = None
    """What it measures, where other campaigns measure the same: an entry of the register of indicators."""

    @model_validator(mode="after")
    def _one_gap(self) -> Self:
        if self.wording is not None and self.has_figure and self.wording.count("{}") not in self._gaps:
            raise refuse(
                field_rules.COMBINATION,
                f"Câu chữ (wording) của chỉ tiêu “{self.id}” phải có đúng một chỗ {{}} cho con số.",
                "Thay con số trong wording bằng {}, ví dụ: đón {} nghìn lượt khách.",
            )
        return self

    @model_validator(mode="after")
    def _says_what_it_restates(self) -> Self:
        if self.status == "restated" and self.restates is None:
            raise refuse(
                field_rules.COMBINATION,
                f"Chỉ tiêu nhắc lại “{self.id}” chưa nói nhắc lại chỉ tiêu nào.",
                "Thêm khóa restates với mã của chỉ tiêu gốc.",
            )
        return self

    @property
    def counts(self) -> bool:
        """Whether it is one of the `y` in `x/y chỉ tiêu`."""
        return self.status == "explicit" and self.restates is None

    @property
    def reported_as(self) -> str:
        """The target under whose id its figures are handed in."""
        return self.restates or self.id

    @property
    def has_figure(self) -> bool:
        """Whether its goal is a figure that the plan prints."""
        return True

    @property
    def goal(self) -> Goal:
        raise NotImplementedError

    @property
    def time_aggregation(self) -> WithinTime:
        """How figures of parts of the time become one; across years see `across_years`."""
        raise NotImplementedError

    @property
    def across_years(self) -> AcrossYears:
        """Whether the years of the campaign are one window, each has its own verdict, or their mean is judged."""
        return "together"

    @property
    def unit_aggregation(self) -> OverUnits:
        """Whether figures of units add up, or numerators and denominators do; or one unit or every unit says it."""
        return "sum"

    @property
    def less_is_better(self) -> bool:
        """Whether success lies below the goal."""
        return False

    def is_met_by(self, actual: Fraction) -> bool:
        """Whether the result reaches the goal, compared exactly."""
        return self.goal.is_met_by(actual, better=self._better)

    def judge(self, actual: Actual) -> Judgement:
        """The result beside the goal; only what may be divided by its goal has a share of it."""
        met = self.is_met_by(actual.value)
        exceeded = met and self.goal.is_exceeded_by(actual.value, better=self._better)
        return Judgement(met, exceeded, self._share_of(actual.value))

    @property
    def _gaps(self) -> tuple[int, ...]:
        """How many figures the wording may have."""
        return (1,)

    @property
    def _better(self) -> Direction:
        return "up"

    def _share_of(self, _actual: Fraction) -> Fraction | None:
        return None


class PlausibleRange(Record):
    """A check of magnitude against the year before."""

    previous: Figure
    most: Figure
    """The greatest believable factor from the previous figure to the goal."""
    source: Text | None = None


class MeasuredTarget(Target):
    """A target with a figure to reach: one comparator, or a range."""

    at_least: Limit | None = None
    more_than: Limit | None = None
    at_most: Limit | None = None
    less_than: Limit | None = None
    exactly: Limit | None = None
    reach: Limit | None = None
    between: Many[Figure] | None = None
    """The two ends of a range: `75 - 80`."""
    above: Above | None = None
    """Of a range: whether more than its upper end is success; None for `ok`."""
    better: Direction = "up"
    plausible: PlausibleRange | None = None

    @model_validator(mode="after")
    def _one_goal(self) -> Self:
        count = len(list(self._goals()))
        if count != 1:
            keys = ", ".join((*WRITTEN, Comparator.BETWEEN))
            what = "chưa có mức cần đạt" if count == 0 else "có nhiều mức cần đạt"
            raise refuse(
                field_rules.COMBINATION,
                f"Chỉ tiêu “{self.id}” {what}.",
                f"Viết đúng một trong các khóa: {keys}.",
            )
        return self

    @model_validator(mode="after")
    def _range_has_two_ends(self) -> Self:
        if self.between is not None and (len(self.between) != 2 or self.between[0] >= self.between[1]):
            raise refuse(
                field_rules.COMBINATION,
                f"Khoảng between của chỉ tiêu “{self.id}” phải gồm mức dưới rồi mức trên.",
                "Viết ví dụ between: [75, 80].",
            )
        if self.above is not None and self.between is None:
            raise refuse(
                field_rules.COMBINATION,
                f"Chỉ tiêu “{self.id}” có khóa above nhưng không có khoảng between.",
                "Bỏ khóa above, hoặc viết mức cần đạt thành khoảng, ví dụ between: [75, 80].",
            )
        return self

    @model_validator(mode="after")
    def _fraction_is_of_a_share(self) -> Self:
        if self.goal.fraction is not None and self.unit_aggregation != "ratio":
            raise refuse(
                field_rules.COMBINATION,
                f"Mức cần đạt của chỉ tiêu “{self.id}” là cặp tử số, mẫu số nhưng chỉ tiêu không phải là tỷ lệ.",
                "Viết một con số, hoặc thêm kind: share nếu chỉ tiêu là tỷ lệ.",
            )
        return self

    @property
    def goal(self) -> Goal:
        return next(self._goals())

    @property
    def less_is_better(self) -> bool:
        down = {Comparator.AT_MOST, Comparator.LESS_THAN}
        return self.goal.comparator in down or self.better == "down"

    @property
    def _gaps(self) -> tuple[int, ...]:
        return (1,) if self.between is None else (1, 2)

    @property
    def _better(self) -> Direction:
        return self.better

    @property
    def _binding(self) -> Binding:
        return "fraction"

    def _share_of(self, actual: Fraction) -> Fraction | None:
        """Result over goal; 1 anywhere within a range; none where less is better or both sides fail."""
        goal = self.goal
        limit = goal.limit
        if self.less_is_better or limit <= 0 or (goal.upper is not None and goal.is_inside):
            return None
        if goal.upper is not None and limit <= actual <= goal.upper:
            return Fraction(1)
        return actual / limit

    def _goals(self) -> Iterator[Goal]:
        for comparator in WRITTEN:
            value = getattr(self, comparator)
            if value is not None:
                yield Goal.of(comparator, value, self._binding)
        if self.between is not None:
            lower, upper = (*self.between, Decimal(0), Decimal(0))[:2]
            yield Goal(Comparator.BETWEEN, lower, upper, self.above or "ok")
