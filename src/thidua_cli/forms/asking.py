"""What a form asks of a unit: the figures and states that it owes, beside what it has handed in before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from thidua_cli.documents.report_choice import ReportChoice
from thidua_cli.documents.report_sections import Section, answer_to, answers_in, outline_of
from thidua_cli.forms.facts import Facts, begins_a_year, facts_of
from thidua_cli.model.initiatives import Initiative
from thidua_cli.model.periods import Period
from thidua_cli.model.results import ResultEntry
from thidua_cli.model.target_sheets import Task
from thidua_cli.model.targets.catalogue import AnyTarget
from thidua_cli.model.targets.combinations import CombinedTarget
from thidua_cli.model.targets.milestones import MilestoneTarget
from thidua_cli.model.targets.shares import CoverageTarget
from thidua_cli.progress.observations import newest
from thidua_cli.progress.own_goals import own_goal
from thidua_cli.progress.questions import Question, question_on
from thidua_cli.repository.index import CampaignFolder, Repository


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What a unit has said about one thing for one period, and in which report."""

    facts: Facts
    period: Period
    source: str
    as_of: date


@dataclass(frozen=True, slots=True)
class Asked:
    """One target or task that the unit owes."""

    item: AnyTarget | Task
    known: HandedIn | None
    """What it has handed in for the form's own period."""
    previous: HandedIn | None
    """The newest about an earlier one."""
    goal_is_own: bool = True
    """Whether its goal is the unit's; one that all units have together is not."""

    @property
    def id(self) -> str:
        return self.item.id

    @property
    def section(self) -> str:
        """The key of results under which it is handed in."""
        return "tasks" if isinstance(self.item, Task) else "values"

    @property
    def is_state(self) -> bool:
        """Whether a state is asked for, not a figure."""
        return isinstance(self.item, Task | MilestoneTarget)


@dataclass(frozen=True, slots=True)
class AskedSection:
    """A question that only a person can answer, and what stands under it already."""

    section: Section
    answer: str | None


@dataclass(frozen=True, slots=True)
class Form:
    """Everything that a form says before anybody fills it in."""

    campaign: str
    campaign_name: str
    unit: str
    unit_name: str
    superior_name: str | None
    period: Period
    kind: str
    made_on: date
    ends: date
    """The last day of the campaign, by which all is due that has no day of its own."""
    asked: tuple[Asked, ...]
    contents: Mapping[str, str]
    """The titles of the campaign's contents by id."""
    initiatives: tuple[Initiative, ...]
    """Those of the unit in the year of the period."""
    sections: tuple[AskedSection, ...]
    specimen: str | None
    """Why campaign or unit are only an illustration, where they are."""

    @property
    def figures(self) -> tuple[Asked, ...]:
        return tuple(asked for asked in self.asked if not asked.is_state)

    @property
    def states(self) -> tuple[Asked, ...]:
        return tuple(asked for asked in self.asked if asked.is_state)

    @property
    def asks_whether_cumulative(self) -> bool:
        """Whether a figure may be about the period alone or count from the beginning of the year."""
        return not begins_a_year(self.period) and any(counts_over_time(asked.item) for asked in self.figures)


@dataclass(frozen=True, slots=True)
class Duties:
    """Who owes what in a campaign, groups expanded once."""

    by_unit: Mapping[str, tuple[AnyTarget | Task, ...]]


def duties_in(repository: Repository, folder: CampaignFolder) -> Duties:
    """What each unit owes, in the order of the file; what is counted or said again elsewhere is not asked for."""
    question = question_on(repository, folder, date.max)
    found: dict[str, list[AnyTarget | Task]] = {}
    for target in _asked_targets(folder):
        allocation = question.allocation(target.id)
        parts = tuple(allocation.units) if allocation else ()
        for unit in dict.fromkeys((*(question.owing(target.reported_by) or ()), *parts)):
            found.setdefault(unit, []).append(target)
    for task in folder.sheet.tasks:
        for unit in question.owing(task.responsible) or ():
            found.setdefault(unit, []).append(task)
    return Duties({unit: tuple(items) for unit, items in found.items()})


def _asked_targets(folder: CampaignFolder) -> Iterator[AnyTarget]:
    for target in folder.sheet.every_target:
        if not isinstance(target, CombinedTarget | CoverageTarget) and target.restates is None:
            yield target


def counts_over_time(item: AnyTarget | Task) -> bool:
    """Whether figures of several periods are added up."""
    return not isinstance(item, Task) and item.time_aggregation == "sum"


def make_form(
    repository: Repository,
    folder: CampaignFolder,
    unit: str,
    choice: ReportChoice,
    made_on: date,
    duties: Duties,
) -> Form:
    """The form of a unit for a report, as the data are on the day of making."""
    question = question_on(repository, folder, made_on, choice.period).about(unit)
    results = folder.results.get(unit)
    entries = results.entries if results else ()
    record, parent = repository.units[unit], repository.parents.get(unit)
    superior = repository.units.get(parent) if parent else None
    bank = repository.initiatives.get((str(choice.period.end.year), unit))
    narrative = folder.narrative(unit, choice.kind, choice.period)
    answers = answers_in(narrative.prose) if narrative else ()
    return Form(
        campaign=folder.id,
        campaign_name=folder.campaign.name,
        unit=unit,
        unit_name=record.name,
        superior_name=superior.name if superior else None,
        period=choice.period,
        kind=choice.kind,
        made_on=made_on,
        ends=folder.campaign.period.end.end,
        asked=tuple(_asked(item, entries, question) for item in duties.by_unit.get(unit, ())),
        contents={content.id: content.title for content in folder.campaign.contents},
        initiatives=bank.initiatives if bank else (),
        sections=tuple(
            AskedSection(section, found.text.strip() if (found := answer_to(section, answers)) else None)
            for section in outline_of(folder.campaign).in_order
        ),
        specimen=record.specimen or folder.campaign.specimen,
    )


def _asked(item: AnyTarget | Task, entries: tuple[ResultEntry, ...], question: Question) -> Asked:
    section = "tasks" if isinstance(item, Task) else "values"
    period = question.period
    assert period is not None, "a form is about a period"
    told = [entry for entry in entries if item.id in getattr(entry, section)]
    now = [entry for entry in told if entry.period == period]
    earlier = [entry for entry in told if entry.period.end < period.end]
    last = max((entry.period for entry in earlier), key=lambda p: (p.end, p.days), default=None)
    shown, own = _in_force(item, question)
    return Asked(
        shown,
        known=_handed_in(item.id, section, now),
        previous=_handed_in(item.id, section, [entry for entry in earlier if entry.period == last]),
        goal_is_own=own,
    )


def _in_force(item: AnyTarget | Task, question: Question) -> tuple[AnyTarget | Task, bool]:
    """The target as it stands in the period, with the unit's own goal; and whether it is that."""
    if isinstance(item, Task):
        return item, True
    target = item.in_force(question.day)
    own = own_goal(question, target)
    return (target, False) if own is None else (cast("AnyTarget", own), True)


def _handed_in(name: str, section: str, entries: list[ResultEntry]) -> HandedIn | None:
    if not entries:
        return None
    entry = newest(entries)
    return HandedIn(
        facts_of(getattr(entry, section)[name], entry.period), entry.period, entry.source, entry.as_of
    )
