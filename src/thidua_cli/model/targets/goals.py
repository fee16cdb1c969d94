"""Goals: the limit of a target, the side of it on which success lies, and what stands there exactly."""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Discriminator, Tag, model_validator

from thidua_cli.diagnostics.written import WrittenMapping
from thidua_cli.model.fields import Figure, Many, check_pair, one_of
from thidua_cli.model.record import Record
from thidua_cli.vietnamese.numbers import figure

Direction = Annotated[Literal["up", "down"], BeforeValidator(one_of("up", "down"))]
Above = Annotated[Literal["ok", "warn", "fail"], BeforeValidator(one_of("ok", "warn", "fail"))]
Binding = Annotated[Literal["fraction", "printed"], BeforeValidator(one_of("fraction", "printed"))]
_CENT = Decimal("0.01")


class Comparator(StrEnum):
    """How a result must stand to the goal; the values of those with a figure are the keys in data."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    EXACTLY = "exactly"
    REACH = "reach"
    """A bare figure (`đạt 70%`): read as at least, or as at most where less is better."""
    BETWEEN = "between"
    TOP = "top"
    """A rank: the first places."""
    DONE = "done"
    """A milestone: 1 when it is reached."""
    ALL = "all"
    """A combination of so many children, all of which must be met."""
    ANY = "any"
    DECLARED = "declared"
    """Asked for in words; a person says whether it is met."""


WRITTEN = (
    Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST, Comparator.LESS_THAN,
    Comparator.EXACTLY, Comparator.REACH,
)  # fmt: skip
"""The comparators that a figure is written under."""


class GoalFraction(Record):
    """A goal that the plan prints as a share and as its fraction: `39,62% (21/53 xã)`."""

    of: Many[Figure]

    @model_validator(mode="after")
    def _two_figures(self) -> Self:
        check_pair(self.of, "[21, 53]")
        return self


def _form(data: Any) -> str:
    return "fraction" if isinstance(data, WrittenMapping | GoalFraction) else "figure"


Limit = Annotated[
    Annotated[Figure, Tag("figure")] | Annotated[GoalFraction, Tag("fraction")], Discriminator(_form)
]


class GoalKeys(Record):
    """The keys under which a goal is written; a target has one of them, or a range."""

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

    @property
    def goal_keys(self) -> tuple[Comparator, ...]:
        """The keys that are written, of which there should be one."""
        return tuple(one for one in (*WRITTEN, Comparator.BETWEEN) if getattr(self, one) is not None)


_MEETS: dict[Comparator, Callable[[Fraction, Fraction], bool]] = {
    Comparator.AT_LEAST: operator.ge,
    Comparator.MORE_THAN: operator.gt,
    Comparator.AT_MOST: operator.le,
    Comparator.LESS_THAN: operator.lt,
    Comparator.EXACTLY: operator.eq,
    Comparator.TOP: operator.le,
    Comparator.DONE: operator.ge,
    Comparator.ALL: operator.ge,
    Comparator.ANY: lambda actual, _: actual >= 1,
    Comparator.DECLARED: operator.ge,
}


@dataclass(frozen=True, slots=True)
class Goal:
    """The limit and the side of it on which success lies."""

    comparator: Comparator
    value: Decimal
    """As printed; of a range its lower end, of a combination the number of its children."""
    upper: Decimal | None = None
    """The upper end of a range."""
    above: Above = "ok"
    """Of a range: whether more than its upper end is success, is neither, or is failure."""
    fraction: tuple[Decimal, Decimal] | None = None
    """Numerator and denominator, where the plan prints them."""
    binding: Binding = "fraction"
    """Which of the two is compared with where both are printed."""
    words: str | None = None
    """What is asked for, where that is no figure: `mức khá`."""

    @classmethod
    def of(cls, comparator: Comparator, written: Decimal | GoalFraction, binding: Binding) -> Self:
        """The goal as it is written under the key of its comparator."""
        if isinstance(written, Decimal):
            return cls(comparator, written)
        part, whole = written.of
        share = 100 * Fraction(part) / Fraction(whole)
        hundredths = int(share * 100 + Fraction(1, 2))
        printed = Decimal(hundredths // 100) if hundredths % 100 == 0 else Decimal(hundredths) * _CENT
        return cls(comparator, printed, fraction=(part, whole), binding=binding)

    @property
    def limit(self) -> Fraction:
        """What binds, exactly; of a range its lower end."""
        if self.fraction is not None and self.binding == "fraction":
            return 100 * Fraction(self.fraction[0]) / Fraction(self.fraction[1])
        return Fraction(self.value)

    @property
    def limits(self) -> tuple[Fraction, ...]:
        """Every limit that printing must not cross."""
        return (self.limit,) if self.upper is None else (self.limit, Fraction(self.upper))

    @property
    def is_inside(self) -> bool:
        """Whether more than the limit is failure as well as less."""
        return self.comparator is Comparator.EXACTLY or (self.upper is not None and self.above == "fail")

    @property
    def text(self) -> str:
        """As programs read it: `70`, `75..80`, `21/53`."""
        if self.words is not None:
            return self.words
        if self.upper is not None:
            return f"{self.value}..{self.upper}"
        return f"{self.fraction[0]}/{self.fraction[1]}" if self.fraction else str(self.value)

    @property
    def printed(self) -> str:
        """As papers print its figure: `23.100`, `75 - 80`, or what is asked for in words."""
        if self.words is not None:
            return self.words
        printed = figure(self.value)
        return printed if self.upper is None else f"{printed} - {figure(self.upper)}"

    def is_met_by(self, actual: Fraction, *, better: Direction) -> bool:
        """Whether the result reaches the goal, compared exactly."""
        limit = self.limit
        if self.comparator is Comparator.REACH:
            return actual >= limit if better == "up" else actual <= limit
        if self.comparator is Comparator.BETWEEN:
            return self._holds(actual, better)
        return _MEETS[self.comparator](actual, limit)

    def is_exceeded_by(self, actual: Fraction, *, better: Direction) -> bool:
        """Whether the result is better than the goal asks.

        What must be hit exactly, done or kept inside cannot be; nor a rank; `dưới 4` is kept, however far below.
        """
        match self.comparator:
            case Comparator.AT_LEAST | Comparator.MORE_THAN:
                return actual > self.limit
            case Comparator.AT_MOST:
                return actual < self.limit
            case Comparator.REACH:
                return actual > self.limit if better == "up" else actual < self.limit
            case Comparator.BETWEEN:
                if self.above != "ok":
                    return False
                return actual > self.limits[1] if better == "up" else actual < self.limit
            case _:
                return False

    def is_passed_by(self, actual: Fraction) -> bool:
        """Whether the result lies above the upper end of the range."""
        return self.upper is not None and actual > self.upper

    def _holds(self, actual: Fraction, better: Direction) -> bool:
        lower, upper = self.limits
        if self.above == "fail":
            return lower <= actual <= upper
        return actual >= lower if better == "up" else actual <= upper
