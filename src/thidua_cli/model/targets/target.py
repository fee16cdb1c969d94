"""What every target has: who it is, the units that report it, and how a result is judged against its goal."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, model_validator

from thidua_cli.diagnostics import field_rules
from thidua_cli.model.fields import Identifier, Many, Moment, Text, one_of, refuse
from thidua_cli.model.record import Record
from thidua_cli.model.targets.goals import Direction, Goal
from thidua_cli.model.targets.overrides import Override
from thidua_cli.model.targets.versions import TargetVersion
from thidua_cli.vietnamese.dates import day_short

TargetStatus = Annotated[
    Literal["explicit", "restated", "context"], BeforeValidator(one_of("explicit", "restated", "context"))
]
AcrossYears = Literal["together", "each", "mean"]
WithinTime = Literal["sum", "latest", "change", "state", "words", "children"]
OverUnits = Literal["sum", "mean", "weighted", "ratio", "count", "single", "every", "words"]


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
    versions: Many[TargetVersion] = ()
    """What later documents made of it, by their first day."""
    verdicts: Many[Override] = ()
    """What persons say it came to, in the place of the computed verdict."""

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

    @model_validator(mode="after")
    def _goals_are_sound(self) -> Self:
        self.check_goal()
        changed, last = self, None
        for version in self.versions:
            strange = next((key for key in version.keys if key not in type(self).model_fields), None)
            if strange is not None or (last is not None and version.start <= last):
                raise refuse(
                    field_rules.COMBINATION,
                    f"Lần điều chỉnh từ {day_short(version.start)} của chỉ tiêu “{self.id}” "
                    + (
                        f"có khóa {strange} không dùng cho loại {self.kind}."
                        if strange
                        else "đứng sai thứ tự."
                    ),
                    "Chỉ ghi các khóa của loại chỉ tiêu này."
                    if strange
                    else "Xếp theo from, mỗi ngày một lần.",
                )
            changed, last = changed.model_copy(update=version.changes), version.start
            changed.check_goal()
        return self

    def in_force(self, on: date) -> Self:
        """The target as it stood on a day: each version changes what it names and leaves the rest."""
        target = self
        for version in self.versions:
            if version.start <= on:
                target = target.model_copy(update=version.changes)
        return target

    def version_on(self, on: date) -> TargetVersion | None:
        """The newest version that is in force on a day; None for the plan's own."""
        return next((one for one in reversed(self.versions) if one.start <= on), None)

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
        """How figures of units become one.

        They add up, are averaged, alike or weighted, their numerators and denominators add up, the units that reach a
        threshold are counted, one unit says it, every unit must, or it is said in words.
        """
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

    def check_goal(self) -> None:
        """Refuse a goal that cannot be judged, of the plan as of every version."""

    @property
    def _gaps(self) -> tuple[int, ...]:
        """How many figures the wording may have."""
        return (1,)

    @property
    def _better(self) -> Direction:
        return "up"

    def _share_of(self, _actual: Fraction) -> Fraction | None:
        return None
