"""Single figures as they were handed in, and which of several for the same days counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeVar

from thidua_cli.diagnostics.finding import Location
from thidua_cli.model.periods import Period, period_between
from thidua_cli.model.results import ReportedState, ReportedValue, ResultEntry, ResultFile


class Known(Protocol):
    """Something that became known on a day."""

    @property
    def as_of(self) -> date: ...
    @property
    def revises(self) -> str | None: ...


K = TypeVar("K", bound=Known)


@dataclass(frozen=True, slots=True)
class Observation:
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


def observations(unit: str, results: ResultFile, target: str) -> Iterator[Observation]:
    """Every figure that a unit ever handed in for a target, in the order of its file."""
    for entry in results.entries:
        match entry.values.get(target):
            case ReportedValue() as reported:
                yield Observation(unit, _stretch(entry, reported), reported, target, entry)
            case ReportedState() as state:
                done = ReportedValue(value=Decimal(state.state == "done"))
                yield Observation(unit, entry.period, done, target, entry, state)
            case None:
                pass


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
