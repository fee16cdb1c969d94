"""Figures over time: what one unit reached for one target, out of all that it handed in."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from thidua_cli.model.periods import Period, period_between
from thidua_cli.model.results import Reported, ReportedValue, ResultEntry
from thidua_cli.model.targets.target import Target
from thidua_cli.progress.observations import Handed, Observation, current, observation
from thidua_cli.progress.scopes import Scope

Clash = tuple[Observation, Observation]


class UnitFigure(NamedTuple):
    """What one unit reached, and every entry that it is made of."""

    unit: str
    target: str
    entries: tuple[ResultEntry, ...]
    """Those that count, by the days that they are about."""
    covers: Period
    """From the first to the last day that the entries are about."""
    is_computable: bool = True
    because: str | None = None
    """What keeps the figure from being whole or from being computed."""
    is_estimate: bool = False
    """Whether any part of it is an estimate."""
    words: str | None = None
    """What was said in words alone."""
    plain: tuple[Decimal, ...] | None = None
    """The figures alone, where they were all plain from the first."""

    @property
    def said(self) -> tuple[Reported, ...]:
        """What each of the entries says about the target."""
        return tuple([entry.values[self.target] for entry in self.entries])

    @property
    def contributions(self) -> tuple[Observation, ...]:
        """What counts, by the days that it is about."""
        pairs = zip(self.entries, self.said, strict=True)
        return tuple(observation(self.unit, self.target, entry, said) for entry, said in pairs)

    @property
    def amount(self) -> Fraction | None:
        """The sum of what was reported as plain figures; None where something was reported otherwise."""
        values = self.plain or [
            one.reported.value for one in self.contributions
        ]  # a milestone that is done is 1
        figures = [Fraction(value) for value in values if value is not None]
        return sum(figures, Fraction(0)) if len(figures) == len(values) else None

    @property
    def values(self) -> Sequence[Decimal] | None:
        """The plain figures that add up to the amount; None where something was reported otherwise."""
        if self.plain is not None:
            return self.plain
        values = [one.value if isinstance(one, ReportedValue) else None for one in self.said]
        return None if None in values else [value for value in values if value is not None]

    @property
    def fraction(self) -> tuple[Decimal, Decimal] | None:
        """Numerator and denominator of a share; None where it was reported as a bare percentage."""
        newest = self.said[-1]
        return newest.fraction if isinstance(newest, ReportedValue) else None


class Counted(NamedTuple):
    """Which of the figures that a unit handed in count, and what is to be said of what they come to."""

    places: tuple[int, ...]
    """By the days that they are about."""
    covers: Period
    is_computable: bool = True
    because: str | None = None
    is_estimate: bool = False
    words: str | None = None

    def of(self, handed: Handed) -> UnitFigure:
        """The figure of a unit that handed in figures of the shape for which this was chosen."""
        entries = tuple([handed.entries[place] for place in self.places])
        plain = handed.values and tuple([handed.values[place] for place in self.places])
        return UnitFigure(handed.unit, handed.target, entries, *self[1:], plain)


class Choice(NamedTuple):
    """What is made of the figures that a unit handed in."""

    counted: Counted | None = None
    """None where none of them counts."""
    foreign: frozenset[Period] = frozenset()
    """The stretches that can never count."""


def choose(target: Target, handed: Handed, scope: Scope, start: date) -> Choice:
    """Which figures of a unit count within the scope; days from `start` on that none covers leave a part."""
    observed = handed.observations
    foreign = frozenset(o.stretch for o in observed if scope.is_foreign(o.stretch))
    admitted = current([o for o in observed if scope.admits(o.stretch)])
    if not admitted:
        return Choice(None, foreign)
    if target.time_aggregation == "sum":
        return Choice(_summed(target, admitted, start), foreign)
    last = max(admitted, key=lambda o: (o.stretch.end, o.as_of, o.stretch.days))
    because = _about_state(last) or _about_words(target, (last,))
    return Choice(_counted((last,), last.stretch, because), foreign)


def figure_of(one: Observation) -> UnitFigure:
    """A figure that is made of one observation."""
    return UnitFigure(one.unit, one.target, (one.entry,), one.stretch, is_estimate=one.is_estimate)


def _counted(
    chosen: Iterable[Observation], covers: Period, because: str | None, *, is_computable: bool = True
) -> Counted:
    parts = tuple(chosen)
    return Counted(
        tuple(o.place for o in parts),
        covers,
        is_computable,
        because,
        any(o.is_estimate for o in parts),
        next((o.reported.text for o in parts if o.reported.is_words), None),
    )


def _about_words(target: Target, chosen: Iterable[Observation]) -> str | None:
    """What keeps words from being counted where a figure is asked for."""
    said = next((o.reported.text for o in chosen if o.reported.is_words), None)
    if said is None or target.time_aggregation == "words":
        return None
    return f"báo bằng lời “{said}” nên không tính được, phải có người đánh giá (verdicts)"


def _about_state(last: Observation) -> str | None:
    state = last.state
    if state is None or state.state != "done" or (state.shown_by and state.on):
        return None
    return "báo đã hoàn thành nhưng chưa có minh chứng (shown_by) hoặc ngày hoàn thành (on)"


def pieces(known: list[Observation]) -> tuple[tuple[Observation, ...], Clash | None]:
    """The figures, one for each stretch of days, that may be added up, or two that cannot.

    An estimate gives way as soon as actual figures cover its days, even in other pieces than its own.
    """
    sure = [o for o in known if not o.is_estimate]
    if len(sure) < len(known):
        actual, _ = _fill(sure)
        covered = _blocks(o.stretch for o in actual)
        if all(any(block.contains(o.stretch) for block in covered) for o in known):
            return actual, None
    return _fill(known)


def _summed(target: Target, known: list[Observation], start: date) -> Counted:
    chosen, clash = pieces(known)
    if clash is not None:
        first, second = (o.stretch.in_words for o in sorted(clash, key=lambda o: o.stretch))
        apart = f"số liệu {first} và {second} trùng nhau một phần nên không cộng được"
        covers = period_between(min(o.stretch.start for o in known), max(o.stretch.end for o in known))
        return _counted(clash, covers, apart, is_computable=False)
    covered = _blocks(o.stretch for o in chosen)
    covers = period_between(covered[0].start, covered[-1].end)
    gap = _first_gap(covered, start)
    because = _about_words(target, chosen) or (f"chưa có số liệu {gap.in_words}" if gap else None)
    return _counted(chosen, covers, because)


def _fill(observed: Iterable[Observation]) -> tuple[tuple[Observation, ...], Clash | None]:
    """Figures that fill as much time as they can and share no day.

    The longest come first, and what lies within a chosen one is left out: nine months contain a half-year. Two that
    share only some of their days cannot be added; they are given back as a clash.
    """
    chosen: list[Observation] = []
    for one in sorted(observed, key=lambda o: (-o.stretch.days, o.stretch)):
        if any(other.stretch.contains(one.stretch) for other in chosen):
            continue
        rival = next((other for other in chosen if other.stretch.overlaps(one.stretch)), None)
        if rival is not None:
            return (), (rival, one)
        chosen.append(one)
    return tuple(sorted(chosen, key=lambda o: o.stretch)), None


def _blocks(stretches: Iterable[Period]) -> list[Period]:
    """Stretches in order, those that follow each other without a day between joined."""
    blocks: list[Period] = []
    for stretch in stretches:
        if blocks and stretch.start == blocks[-1].end + timedelta(days=1):
            blocks[-1] = period_between(blocks[-1].start, stretch.end)
        else:
            blocks.append(stretch)
    return blocks


def _first_gap(covered: list[Period], start: date) -> Period | None:
    """The first days from `start` on that are not covered though later ones are."""
    free = start
    for block in covered:
        if free < block.start:
            return period_between(free, block.start - timedelta(days=1))
        free = block.end + timedelta(days=1)
    return None
