"""What is due, one row for all units that owe the same thing and stand alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua_cli.progress.calendar import Relation
from thidua_cli.progress.dues import Due, DueKind, DueStanding
from thidua_cli.repository.index import CampaignFolder

_URGENCY = {standing: number for number, standing in enumerate(DueStanding)}


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that is due, and what it is to the unit that is asked about."""

    due: Due
    relation: Relation | None
    """None where no unit is asked about."""


@dataclass(frozen=True, slots=True)
class CampaignDues:
    """What is due in one campaign."""

    folder: CampaignFolder
    items: tuple[Item, ...]
    """The most urgent first."""
    unassigned: tuple[str, ...]
    """Targets and tasks that nobody has been told to report."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for."""

    as_of: date
    days: int
    """How many days before its deadline a thing counts as due soon."""
    unit: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Things that differ in nothing but the unit that owes them or, where they come every year, the year."""

    dues: tuple[Due, ...]

    @property
    def first(self) -> Due:
        return self.dues[0]

    @property
    def later_years(self) -> tuple[int, ...]:
        """Of what comes every year, the years after that of the first."""
        years = dict.fromkeys(due.period.end.year for due in self.dues if due.period is not None)
        return tuple(years)[1:]

    @property
    def units(self) -> tuple[str, ...]:
        return tuple(due.unit for due in self.dues if due.unit is not None)


def by_urgency(items: Iterable[Item]) -> tuple[Item, ...]:
    """Overdue ones first, then by their last day; things that stand alike keep the order of the plan."""
    return tuple(sorted(items, key=lambda i: (_URGENCY[i.due.standing], i.due.deadline.last_day or date.max)))


def grouped(dues: Iterable[Due]) -> tuple[Group, ...]:
    """The things in their order, those that are shown as one together; decisions are one."""
    groups: dict[object, list[Due]] = {}
    for due in dues:
        groups.setdefault((due.standing, _sameness(due)), []).append(due)
    return tuple(Group(tuple(members)) for members in groups.values())


def _sameness(due: Due) -> object:
    """What things have in common that are shown as one: not the unit, and not the year of what comes every year."""
    if due.kind is DueKind.DECISION:
        return due.kind
    if due.deadline.recurrence is not None:
        return due.kind, due.id, due.deadline.recurrence, due.because
    return due.kind, due.id, due.deadline, due.period, due.because
