"""Figures over time: what one unit reached for one target, out of all that it handed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from thidua_cli.model.periods import Period, period_between
from thidua_cli.model.targets.target import Target
from thidua_cli.progress.observations import Observation, current

Clash = tuple[Observation, Observation]


@dataclass(frozen=True, slots=True)
class UnitFigure:
    """What one unit reached, and every entry that it is made of."""

    unit: str
    contributions: tuple[Observation, ...]
    """What counts, by the days that it is about."""
    covers: Period
    """From the first to the last day that the contributions are about."""
    is_computable: bool = True
    because: str | None = None
    """What keeps the figure from being whole or from being computed."""

    @property
    def amount(self) -> Fraction | None:
        """The sum of what was reported as plain figures; None where something was reported otherwise."""
        values = [c.reported.value for c in self.contributions]
        figures = [Fraction(v) for v in values if v is not None]
        return sum(figures, Fraction(0)) if len(figures) == len(values) else None

    @property
    def fraction(self) -> tuple[Decimal, Decimal] | None:
        """Numerator and denominator of a share; None where it was reported as a bare percentage."""
        return self.contributions[-1].reported.fraction

    @property
    def words(self) -> str | None:
        """What was said in words alone."""
        return next((c.reported.text for c in self.contributions if c.reported.is_words), None)

    @property
    def is_estimate(self) -> bool:
        return any(c.is_estimate for c in self.contributions)


def figure_over_time(target: Target, observed: list[Observation], start: date) -> UnitFigure:
    """What the figures of one unit come to; days from `start` that none of them covers leave it in part."""
    known = current(observed)
    if target.time_aggregation == "sum":
        return _summed(target, known, start)
    last = max(known, key=lambda o: (o.stretch.end, o.as_of, o.stretch.days))
    return UnitFigure(
        last.unit, (last,), last.stretch, because=_about_state(last) or _about_words(target, (last,))
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


def _summed(target: Target, known: list[Observation], start: date) -> UnitFigure:
    chosen, clash = pieces(known)
    if clash is not None:
        first, second = (o.stretch.in_words for o in sorted(clash, key=lambda o: o.stretch))
        apart = f"số liệu {first} và {second} trùng nhau một phần nên không cộng được"
        covers = period_between(min(o.stretch.start for o in known), max(o.stretch.end for o in known))
        return UnitFigure(known[0].unit, clash, covers, is_computable=False, because=apart)
    covered = _blocks(o.stretch for o in chosen)
    covers = period_between(covered[0].start, covered[-1].end)
    gap = _first_gap(covered, start)
    because = _about_words(target, chosen) or (f"chưa có số liệu {gap.in_words}" if gap else None)
    return UnitFigure(known[0].unit, chosen, covers, because=because)


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
