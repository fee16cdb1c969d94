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
    """Things that differ in nothing but the unit that owes them."""

    dues: tuple[Due, ...]

    @property
    def first(self) -> Due:
        return self.dues[0]

    @property
    def units(self) -> tuple[str, ...]:
        return tuple(due.unit for due in self.dues if due.unit is not None)


def by_urgency(items: Iterable[Item]) -> tuple[Item, ...]:
    """Overdue ones first, then by their last day; things that stand alike keep the order of the plan."""
    return tuple(sorted(items, key=lambda i: (_URGENCY[i.due.standing], i.due.deadline.last_day or date.max)))


def grouped(dues: Iterable[Due]) -> tuple[Group, ...]:
    """The things in their order, those that differ in the unit alone together; decisions are one."""
    groups: dict[object, list[Due]] = {}
    for due in dues:
        same = due.kind if due.kind is DueKind.DECISION else (due.kind, due.id, due.period, due.because)
        groups.setdefault((due.standing, due.deadline, same), []).append(due)
    return tuple(Group(tuple(members)) for members in groups.values())
