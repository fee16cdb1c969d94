"""Tasks: the state of commitments that have no figure."""

from dataclasses import dataclass
from datetime import date

from thidua_cli.diagnostics.finding import Location
from thidua_cli.model.results import ReportedState, TaskState
from thidua_cli.model.target_sheets import Task
from thidua_cli.progress.observations import newest
from thidua_cli.progress.questions import Question
from thidua_cli.progress.scopes import Scope
from thidua_cli.progress.verdicts import TaskStanding
from thidua_cli.repository.index import CampaignFolder

_STANDINGS: dict[TaskState, TaskStanding] = {
    "broken": TaskStanding.BROKEN,
    "not-started": TaskStanding.NOT_STARTED,
    "under-way": TaskStanding.UNDER_WAY,
    "done": TaskStanding.DONE,
    "kept": TaskStanding.KEPT,
}
"""What each reported state says, the weakest first."""


@dataclass(frozen=True, slots=True)
class TaskReport:
    """The state of a task as one unit handed it in."""

    unit: str
    reported: ReportedState
    as_of: date
    source: str
    revises: str | None
    at: Location


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task and how it stands."""

    task: Task
    standing: TaskStanding
    reports: tuple[TaskReport, ...] = ()
    """The newest of each unit."""
    owing: tuple[str, ...] | None = None
    """Units responsible, groups expanded; None while nobody has been told."""
    missing: tuple[str, ...] = ()
    """Units responsible that have said nothing."""


def task_row(question: Question, task: Task) -> TaskRow:
    """How a task stands; as without a word while the campaign's first day is not known."""
    scope, owing = question.scope(task.by), question.owing(task.responsible)
    found = (
        [_reports(question.folder, unit, task.id, scope) for unit in question.asked(owing)] if scope else []
    )
    reports = tuple(newest(of_unit) for of_unit in found if of_unit)
    reported = {report.unit for report in reports}
    missing = tuple(unit for unit in owing or () if unit not in reported)
    standing = _weakest(reports, everyone=not missing)
    open_still = standing in {TaskStanding.UNDER_WAY, TaskStanding.NOT_STARTED}
    if open_still and scope is not None and scope.is_past:
        standing = TaskStanding.OVERDUE
    return TaskRow(task, standing, reports, owing, missing)


def _reports(folder: CampaignFolder, unit: str, task: str, scope: Scope) -> list[TaskReport]:
    results = folder.results.get(unit)
    return [
        TaskReport(unit, entry.tasks[task], entry.as_of, entry.source, entry.revises, entry.at("tasks", task))
        for entry in (results.entries if results else ())
        if task in entry.tasks and entry.as_of <= scope.as_of and scope.hears_of(entry.period)
    ]


def _weakest(reports: tuple[TaskReport, ...], *, everyone: bool) -> TaskStanding:
    """The standing that none of the units falls short of."""
    standings = {_STANDINGS[report.reported.state] for report in reports}
    weakest = next((standing for standing in _STANDINGS.values() if standing in standings), None)
    # What all of them must have done is not done before the last one says so; silence is no violation and no proof.
    if weakest is TaskStanding.DONE and not everyone:
        return TaskStanding.UNDER_WAY
    if weakest is None or (weakest is TaskStanding.KEPT and not everyone):
        return TaskStanding.NO_DATA
    return weakest
