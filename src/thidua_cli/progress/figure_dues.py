"""Figures and states that units owe: which target by when, and which entry shows that it was handed in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from thidua_cli.model.campaigns import ReportDue
from thidua_cli.model.periods import parse_period, period_between
from thidua_cli.model.target_sheets import Task
from thidua_cli.model.targets.combinations import CombinedTarget
from thidua_cli.model.targets.shares import CoverageTarget
from thidua_cli.model.targets.target import Target
from thidua_cli.progress.coverage_targets import counted
from thidua_cli.progress.deadlines import Deadline
from thidua_cli.progress.dues import Due, DueKind, DueStanding, Outlook, Proof
from thidua_cli.progress.scopes import Scope
from thidua_cli.progress.tasks import TaskReport, task_row
from thidua_cli.progress.unit_figures import UnitFigure, choose
from thidua_cli.progress.verdicts import TaskStanding
from thidua_cli.progress.words import ESTIMATED, TASK_WORDS

_UNKNOWN_START = "chưa biết ngày bắt đầu phong trào nên chưa tính được"


@dataclass(frozen=True, slots=True)
class _Asking:
    """A figure that is asked for by a deadline."""

    deadline: Deadline
    scope: Scope | None
    """The days that it is about; None while the campaign's first day is not known."""
    report: Due | None = None
    """The report that it goes with."""


def figure_dues(outlook: Outlook, reports: tuple[Due, ...]) -> Iterator[Due]:
    """Each figure that each unit owes: with its dated reports, and else when the target is due.

    The plan asks for figures in reports, so a figure is due with the first report that asks for its days.
    """
    own: dict[str | None, list[Due]] = {}
    for due in reports:
        own.setdefault(due.unit, []).append(due)
    for target in _reported_targets(outlook):
        for unit in _owing(outlook, target) or ():
            for asking in _askings(outlook, target, own.get(unit, [])):
                found = _figure(outlook, target, unit, asking)
                if found is not None:
                    yield found


def unassigned(outlook: Outlook) -> tuple[str, ...]:
    """Targets and tasks that nobody has been told to report, so that nobody can owe them."""
    targets = (target.id for target in _reported_targets(outlook) if _owing(outlook, target) is None)
    return (*targets, *(task.id for task in outlook.folder.sheet.tasks if task.responsible is None))


def task_dues(outlook: Outlook) -> Iterator[Due]:
    """Each task once for each unit that is responsible for it."""
    for task in outlook.folder.sheet.tasks:
        row = task_row(outlook.question, task)
        for unit in row.owing or ():
            report = next((report for report in row.reports if report.unit == unit), None)
            yield _task(outlook, task, unit, report)


def _owing(outlook: Outlook, target: Target) -> tuple[str, ...] | None:
    """The units that owe the figure of a target: those that report it, else those that were given a part of it."""
    owing, allocation = outlook.question.owing(target.reported_by), outlook.question.allocation(target.id)
    return tuple(allocation.units) if owing is None and allocation is not None else owing


def _reported_targets(outlook: Outlook) -> Iterator[Target]:
    """The targets in force; what stands inside a combination inherits from it who owes it and when."""
    for planned in outlook.folder.sheet.targets:
        target = planned.in_force(outlook.question.day)
        if not target.counts:
            continue
        if not isinstance(target, CombinedTarget):
            yield target
            continue
        for child in target.inline:
            inherited = {"reported_by": child.reported_by or target.reported_by, "by": child.by or target.by}
            yield child.model_copy(update=inherited)


def _askings(outlook: Outlook, target: Target, reports: list[Due]) -> Iterator[_Asking]:
    campaign = outlook.folder.campaign
    whole = outlook.question.scope(target.by)
    own = Deadline(target.by or campaign.period.end)
    if whole is None:
        yield _Asking(own, None)
        return
    going_with = _with_reports(whole, reports)
    for window, deadline in _windows(target, whole, own):
        inside = {day: due for day, due in going_with.items() if window.start <= day <= window.end}
        for day in sorted({window.end, *inside}):
            report = inside.get(day)
            period = None if day == window.end else period_between(min(whole.start, day), day)
            yield _Asking(report.deadline if report else deadline, replace(window, period=period), report)


def _windows(target: Target, whole: Scope, own: Deadline) -> Iterator[tuple[Scope, Deadline]]:
    """The whole time of a target, or each of its years where every year is asked for."""
    if target.across_years == "together":
        yield whole, own
        return
    for year in range(whole.start.year, whole.end.year + 1):
        deadline = own if year == whole.end.year else Deadline(parse_period(f"{year:04}"))
        yield whole.in_year(year), deadline


def _with_reports(whole: Scope, reports: list[Due]) -> dict[date, Due]:
    """The last days of a target's time that a unit's dated reports ask about, each with the first report that does."""
    asked: dict[date, Due] = {}
    dated = [due for due in reports if due.deadline.last_day is not None and due.period is not None]
    for due in sorted(dated, key=lambda due: due.deadline.last_day or date.max):
        assert isinstance(due.subject, ReportDue), "reports are asked about"
        if due.period is not None and due.period.end >= whole.start and due.subject.kind != "ad-hoc":
            asked.setdefault(min(due.period.end, whole.end), due)
    return asked


def _figure(outlook: Outlook, target: Target, unit: str, asking: _Asking) -> Due | None:
    scope = asking.scope
    found = _found(outlook, target, unit, scope) if scope else None
    if found is None and scope is not None and isinstance(target, CoverageTarget):
        outcome = counted(outlook.question, scope, (unit,))
        if outcome.actual is not None and unit not in outcome.missing:
            return None  # counted from the initiatives: nothing is to be handed in
    whole = found is not None and scope is not None and _is_whole(target, found, scope)
    last = asking.deadline.last_day
    early = last is not None and scope is not None and last < scope.asked_until
    standing = outlook.standing(asking.deadline, done=whole, recorded=scope is not None)
    if whole and found is not None and found.is_estimate and not early:
        standing = DueStanding.ESTIMATED
    return Due(
        campaign=outlook.folder.id,
        kind=DueKind.FIGURE,
        id=target.id,
        subject=target,
        unit=unit,
        deadline=asking.deadline,
        standing=standing,
        at=target.at(),
        period=period_between(scope.figures_from, scope.asked_until) if scope else None,
        to=asking.report.to if asking.report else (outlook.folder.campaign.issuer,),
        via=asking.report.via if asking.report else None,
        shown_by=_proofs(found) if whole and found is not None else (),
        because=_about_figure(found, asking, whole=whole),
    )


def _found(outlook: Outlook, target: Target, unit: str, scope: Scope) -> UnitFigure | None:
    """What the unit has handed in about these days."""
    handed = outlook.question.intake.handed_by(unit).of(target.reported_as)
    counted = choose(target, handed, scope, scope.start).counted if handed else None
    return counted.of(handed) if counted and handed else None


def _is_whole(target: Target, found: UnitFigure, scope: Scope) -> bool:
    """Whether the figure reaches the end of what is asked; something to be done only has to be done."""
    if target.time_aggregation == "state":
        state = found.contributions[-1].state
        return state is not None and state.state == "done"
    return found.covers.end >= scope.asked_until


def _proofs(found: UnitFigure) -> tuple[Proof, ...]:
    return tuple(
        Proof(f"{one.source} ({ESTIMATED})" if one.is_estimate else one.source, one.at)
        for one in found.contributions
    )


def _about_figure(found: UnitFigure | None, asking: _Asking, *, whole: bool) -> str | None:
    if asking.scope is None:
        return _UNKNOWN_START
    if found is None or whole:
        return None
    return f"mới có số liệu {found.covers.in_words}"


def _task(outlook: Outlook, task: Task, unit: str, report: TaskReport | None) -> Due:
    deadline = Deadline(task.by or outlook.folder.campaign.period.end)
    done = report is not None and _is_done(outlook, task, deadline, report)
    words = TASK_WORDS[TaskStanding(report.reported.state)] if report else None
    return Due(
        campaign=outlook.folder.id,
        kind=DueKind.TASK,
        id=task.id,
        subject=task,
        unit=unit,
        deadline=deadline,
        standing=outlook.standing(deadline, done=done),
        at=task.at(),
        to=(outlook.folder.campaign.issuer,),
        shown_by=(Proof(_shown(report), report.at),) if done and report else (),
        because=f"mới báo {words}" if report and not done else None,
    )


def _is_done(outlook: Outlook, task: Task, deadline: Deadline, report: TaskReport) -> bool:
    """Whether the state is the last word; what must never happen is known only at the end."""
    if task.kind != "zero-tolerance":
        return report.reported.state == "done"
    end = deadline.last_day
    entries = outlook.folder.results[report.unit].entries
    return end is not None and any(
        task.id in entry.tasks and entry.as_of <= outlook.as_of and entry.period.end >= end
        for entry in entries
    )


def _shown(report: TaskReport) -> str:
    """What shows the state: the paper that was named, else the report that said it."""
    return report.reported.shown_by or report.source
