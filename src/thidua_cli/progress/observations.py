"""Single figures as they were handed in, and which of several for the same days counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple, Protocol, TypeVar

from thidua_cli.diagnostics.finding import Location
from thidua_cli.model.periods import Period, period_between
from thidua_cli.model.results import (
    Reported,
    ReportedState,
    ReportedValue,
    ResultEntry,
    ResultFile,
)

_NO_FIGURE = Decimal("NaN")


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
    shape: tuple[str, ...] | None = None
    """The periods as they are written, where nothing else decides which figures count; None otherwise."""
    values: tuple[Decimal, ...] | None = None
    """The figures alone, where each is a plain one; None otherwise."""

    @property
    def said(self) -> tuple[Reported, ...]:
        """What each of the entries says."""
        return tuple([entry.values[self.target] for entry in self.entries])

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


@dataclass(frozen=True, slots=True)
class HandedIn:
    """Everything that one unit handed in, entry by entry."""

    unit: str
    entries: tuple[ResultEntry, ...]
    rows: list[list[Decimal]]
    """The figures of each entry, by its targets, with any number for what is no plain figure."""
    odd: frozenset[str]
    """The targets for which something else than a plain figure was handed in."""
    shape: tuple[str, ...] | None
    """The periods as they are written, where nothing else decides which plain figures count; None otherwise."""
    targets: tuple[str, ...] | None
    """The targets of every entry, where all name the same in the same order; None otherwise."""

    def of(self, target: str) -> Handed | None:
        """What was handed in for a target, if anything."""
        if self.targets is not None and target in self.targets:
            place = self.targets.index(target)
            one = Handed(
                self.unit, target, self.entries, self.shape, tuple([row[place] for row in self.rows])
            )
        else:
            saying = [
                (entry, row)
                for entry, row in zip(self.entries, self.rows, strict=True)
                if target in entry.values
            ]
            if not saying:
                return None
            entries = tuple([entry for entry, _ in saying])
            values = tuple([row[list(entry.values).index(target)] for entry, row in saying])
            one = Handed(self.unit, target, entries, _shape(entries), values)
        if target not in self.odd:
            return one
        return one._replace(shape=one.shape if all(map(_is_shaped, one.said)) else None, values=None)


def handed_in(unit: str, entries: tuple[ResultEntry, ...]) -> HandedIn:
    """What the entries of a unit say."""
    odd = set[str]()
    rows = [_plain(entry, odd) for entry in entries]
    targets = tuple(entries[0].values) if entries else ()
    even = all(tuple(entry.values) == targets for entry in entries)
    return HandedIn(unit, entries, rows, frozenset(odd), _shape(entries), targets if even else None)


def _shape(entries: tuple[ResultEntry, ...]) -> tuple[str, ...] | None:
    """The periods of the entries, if they alone say which of them count: no two end together, none was known early."""
    apart = len({entry.period.end for entry in entries}) == len(entries)
    early = any(entry.as_of < entry.period.end for entry in entries)
    return tuple(entry.period.text for entry in entries) if apart and not early else None


def _plain(entry: ResultEntry, odd: set[str]) -> list[Decimal]:
    """The figures of an entry, with any number for what is no plain figure; the targets of such are added to `odd`."""
    # A province has a million figures. By entry they stand in memory as they were read; by target, they take twice
    # as long to be looked at, and so they do by pydantic's attributes.
    row: list[Decimal] = []
    for target, one in entry.values.items():
        fields = one.__dict__
        plain = type(one) is ReportedValue and not (
            fields["estimate"] or fields["cumulative"] or fields["text"]
        )
        if plain and fields["value"] is not None:
            row.append(fields["value"])
        else:
            odd.add(target)
            row.append(_NO_FIGURE)
    return row


def _is_shaped(said: Reported) -> bool:
    """Whether nothing but its period decides if what is said counts."""
    return isinstance(said, ReportedValue) and not (said.estimate or said.cumulative or said.text)


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
