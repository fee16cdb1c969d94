"""One thing that is due: who owes it by when, how that stands on a day, and what shows that it is done."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from thidua_cli.diagnostics.finding import Location
from thidua_cli.model.campaigns import Duty, KnownIssue, Milestone, ReportDue
from thidua_cli.model.periods import Period
from thidua_cli.model.target_sheets import Task
from thidua_cli.model.targets.target import Target
from thidua_cli.progress.deadlines import Deadline
from thidua_cli.progress.questions import Question
from thidua_cli.repository.index import CampaignFolder, Repository

Subject = ReportDue | Target | Task | Duty | Milestone | KnownIssue
SOON = timedelta(days=30)
"""How long before its deadline a thing counts as due soon, unless told otherwise."""


class DueKind(StrEnum):
    """What is due; the values are for programs."""

    REPORT = "report"
    FIGURE = "figure"
    TASK = "task"
    DUTY = "duty"
    MILESTONE = "milestone"
    DECISION = "decision"
    """What somebody must decide about a doubt that holds up the verdict on a target."""


class DueStanding(StrEnum):
    """How a thing that is due stands on a day, the most urgent first; the values are for programs."""

    OVERDUE = "overdue"
    SOON = "due-soon"
    PASSED = "passed"
    """Its time is over, and the data do not say whether it was done."""
    OPEN = "no-date"
    """It is asked for now or on occasion, and the plan prints no day."""
    LATER = "not-due"
    ESTIMATED = "estimated"
    """Only an estimate was handed in, though its time is over."""
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Proof:
    """What shows that a thing is done."""

    words: str
    """As it is named in data: the source of an entry, the number of a paper."""
    at: Location


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that one unit owes."""

    campaign: str
    kind: DueKind
    id: str
    """Of the report, target or task; of others a name that stays the same while their text does."""
    subject: Subject
    unit: str | None
    """Who owes it; None where the plan names nobody."""
    deadline: Deadline
    standing: DueStanding
    at: Location
    """Where it is ordered."""
    period: Period | None = None
    """The days that a report or a figure is asked for; None where the plan does not say."""
    to: tuple[str, ...] = ()
    via: str | None = None
    shown_by: tuple[Proof, ...] = ()
    """What shows that it is done, oldest first."""
    because: str | None = None
    """What has been handed in, where that is not all."""

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.standing is not DueStanding.DONE


@dataclass(frozen=True, slots=True)
class Outlook:
    """A campaign seen from a day, and what counts as soon from there."""

    question: Question
    """What its scoreboard is asked."""
    within: timedelta = SOON

    @property
    def repository(self) -> Repository:
        return self.question.repository

    @property
    def folder(self) -> CampaignFolder:
        return self.question.folder

    @property
    def as_of(self) -> date:
        return self.question.as_of

    def standing(self, deadline: Deadline, *, done: bool = False, recorded: bool = True) -> DueStanding:
        """How a thing stands by its deadline.

        With `recorded` the data would say that it is done, so that their silence means that it is not.
        """
        moment, last = deadline.moment, deadline.last_day
        if done:
            return DueStanding.DONE
        if moment is None:
            return DueStanding.OPEN
        if moment.end < self.as_of:
            return DueStanding.OVERDUE if recorded and last is not None else DueStanding.PASSED
        if last is None:
            return DueStanding.OPEN if moment.start <= self.as_of else DueStanding.LATER
        return DueStanding.SOON if last - self.as_of <= self.within else DueStanding.LATER
