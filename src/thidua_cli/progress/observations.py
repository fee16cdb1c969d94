"""Single figures as they were handed in, and which of several for the same days counts."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple, Protocol, TypeVar

from thidua_cli.diagnostics.finding import Location
from thidua_cli.model.periods import Period, period_between
from thidua_cli.model.results import Reported, ReportedState, ReportedValue, ResultEntry, ResultFile


class Known(Protocol):
    """Something that became known on a day."""

    @property
    def as_of(self) -> date: ...
    @property
    def revises(self) -> str | None: ...


K = TypeVar("K", bound=Known)


class Observation(NamedTuple):
    """One figure of one unit for one target."""

    unit: str
    stretch: Period
    """The days that the figure is about; a cumulative one begins with its year."""
    reported: ReportedValue
    target: str
    entry: ResultEntry
    """The report that says it."""
    state: ReportedState | None = None
    """Of a milestone what was reported; its figure is 1 when it is done, else 0."""
    place: int = 0
    """Its place among all that the unit handed in for the target."""

    @property
    def as_of(self) -> date:
        return self.entry.as_of

    @property
    def source(self) -> str:
        return self.entry.source

    @property
    def revises(self) -> str | None:
        return self.entry.revises

    @property
    def at(self) -> Location:
        """Where the figure is written."""
        return self.entry.at("values", self.target, "of" if self.reported.of else "value")

    @property
    def is_estimate(self) -> bool:
        """Whether it is said to be one, or was known before its last day was over."""
        return self.reported.estimate or (self.state is None and self.as_of < self.stretch.end)


class Handed(NamedTuple):
    """Everything that one unit handed in for one target, in the order of its file."""

    unit: str
    target: str
    entries: tuple[ResultEntry, ...]
    said: tuple[Reported, ...]
    """What each of the entries says."""
    shape: tuple[str, ...] | None = None
    """The periods as they are written, where nothing else decides which figures count; None otherwise."""
    values: tuple[Decimal, ...] | None = None
    """The figures alone, where each is a plain one; None otherwise."""

    @property
    def observations(self) -> list[Observation]:
        return [
            observation(self.unit, self.target, entry, said, place)
            for place, (entry, said) in enumerate(zip(self.entries, self.said, strict=True))
        ]


def observation(unit: str, target: str, entry: ResultEntry, said: Reported, place: int = 0) -> Observation:
    """What an entry says about a target."""
    if isinstance(said, ReportedState):
        done = _counted_as(done=said.state == "done")
        return Observation(unit, entry.period, done, target, entry, said, place)
    return Observation(unit, _stretch(entry, said), said, target, entry, None, place)


@cache
def _counted_as(*, done: bool) -> ReportedValue:
    return ReportedValue(value=Decimal(done))


def observations(unit: str, results: ResultFile, target: str) -> Iterator[Observation]:
    """Every figure that a unit ever handed in for a target, in the order of its file."""
    for entry in results.entries:
        said = entry.values.get(target)
        if said is not None:
            yield observation(unit, target, entry, said)


def handed_in(unit: str, entries: tuple[ResultEntry, ...]) -> dict[str, Handed]:
    """What the entries of a unit say, by target."""
    said: defaultdict[str, list[Reported]] = defaultdict(list)
    for entry in entries:
        for target, one in entry.values.items():
            said[target].append(one)
    apart = len({entry.period.end for entry in entries}) == len(entries)
    early = any(entry.as_of < entry.period.end for entry in entries)
    shape = tuple(entry.period.text for entry in entries) if apart and not early else None
    return {target: _handed(unit, target, entries, tuple(ones), shape) for target, ones in said.items()}


def _handed(
    unit: str,
    target: str,
    entries: tuple[ResultEntry, ...],
    said: tuple[Reported, ...],
    shape: tuple[str, ...] | None,
) -> Handed:
    if len(said) < len(entries):
        entries = tuple(entry for entry in entries if target in entry.values)
        shape = shape and tuple(entry.period.text for entry in entries)
    values: list[Decimal] = []
    for one in said:
        if not isinstance(one, ReportedValue) or one.estimate or one.cumulative or one.text:
            return Handed(unit, target, entries, said)
        if one.value is not None:
            values.append(one.value)
    return Handed(unit, target, entries, said, shape, tuple(values) if len(values) == len(said) else None)


def current(observed: list[Observation]) -> list[Observation]:
    """The figure that counts for each stretch of days, by stretch."""
    by_stretch: dict[Period, list[Observation]] = {}
    for observation in observed:
        by_stretch.setdefault(observation.stretch, []).append(observation)
    return [newest(by_stretch[stretch]) for stretch in sorted(by_stretch)]


def newest(known: list[K]) -> K:
    """The one known last; on the same day one that revises, then the last in the file."""
    if len(known) == 1:
        return known[0]
    day = max(k.as_of for k in known)
    tied = [k for k in known if k.as_of == day]
    return ([k for k in tied if k.revises is not None] or tied)[-1]


def _stretch(entry: ResultEntry, reported: ReportedValue) -> Period:
    if not reported.cumulative:
        return entry.period
    end = entry.period.end
    return period_between(date(end.year, 1, 1), end)
