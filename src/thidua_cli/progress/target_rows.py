"""The row of a target, whatever its kind."""

from dataclasses import replace
from datetime import date
from functools import cache, partial

from thidua_cli.model.campaigns import KnownIssue
from thidua_cli.model.targets.changes import ChangeTarget
from thidua_cli.model.targets.combinations import CombinedTarget
from thidua_cli.model.targets.shares import CoverageTarget
from thidua_cli.model.targets.target import Actual, Target
from thidua_cli.progress.aggregation import Outcome, aggregate
from thidua_cli.progress.changes import change_outcome
from thidua_cli.progress.combinations import combined
from thidua_cli.progress.coverage_targets import counted
from thidua_cli.progress.declared import declared
from thidua_cli.progress.judging import verdict_on
from thidua_cli.progress.own_goals import own_goal
from thidua_cli.progress.questions import Question
from thidua_cli.progress.rows import TargetRow, Verdict
from thidua_cli.progress.schedule import expected
from thidua_cli.progress.scopes import Scope
from thidua_cli.progress.verdicts import Result, Schedule
from thidua_cli.progress.words import UNASSIGNED
from thidua_cli.progress.year_before import same_period
from thidua_cli.progress.years import each_year, mean_of_years
from thidua_cli.vietnamese.words import capital_first

_UNASSIGNED = Verdict(because=(f"{capital_first(UNASSIGNED)} này cho đơn vị.",))


def target_row(question: Question, planned: Target, window: Scope | None = None) -> TargetRow:
    """How a target stands; what is written inside another one may share its window."""
    row = computed_row(question, planned, window)
    issue = question.folder.campaign.open_issue(f"targets.{planned.id}")
    if issue:
        return replace(row, verdict=_held(issue), held_by=issue)
    return row if planned.counts else replace(row, verdict=_uncounted(planned))


def computed_row(question: Question, planned: Target, window: Scope | None = None) -> TargetRow:
    """The row by figures and by what persons say, before anything else forbids a verdict."""
    target = planned.in_force(question.day)
    scope = window or question.scope(target.by)
    if scope is None:
        return _without_days(question, planned, target)
    if isinstance(target, CombinedTarget):
        children = _children(question, target, scope)
        row = TargetRow(target, planned, scope, *combined(target, children), parts=children)
        row = replace(row, version=planned.version_on(question.day))
    elif target.across_years == "together":
        row = _judged(question, planned, scope, question.day)
    else:
        row = _over_years(question, planned, scope)

    def figure_then(day: date) -> Actual | None:
        then = question.seen_from(day)
        return computed_row(then, planned, window and replace(window, as_of=day)).outcome.actual

    return declared(question, row, figure_then)


def _judged(question: Question, planned: Target, scope: Scope, day: date) -> TargetRow:
    """The row of one window, against the goal of a day."""
    target, has_goal = _goal_on(question, planned, day)
    return _row(question, planned, target, scope, _outcome(question, target, scope), has_goal=has_goal)


def _over_years(question: Question, planned: Target, scope: Scope) -> TargetRow:
    """The row of a target whose years are judged or averaged, each year against the goal at its end."""
    years = tuple(_year(question, planned, year) for year in scope.years)
    target, has_goal = _goal_on(question, planned, question.day)
    if target.across_years == "mean":
        return _row(question, planned, target, scope, mean_of_years(target, years), has_goal=has_goal)
    outcome, verdict = each_year(years, scope)
    shown = next((year for year in reversed(years) if year.outcome.is_known), years[-1])
    return replace(
        _row(question, planned, target, scope, outcome, has_goal=has_goal),
        verdict=verdict if has_goal else _UNASSIGNED,
        parts=years,
        expected=shown.expected,
    )


def _year(question: Question, planned: Target, scope: Scope) -> TargetRow:
    day = min(question.day, scope.end)

    def figure_then(seen: date) -> Actual | None:
        target, _ = _goal_on(question, planned, day)
        return _outcome(question.seen_from(seen), target, replace(scope, as_of=seen)).actual

    return declared(question, _judged(question, planned, scope, day), figure_then)


def _row(
    question: Question, planned: Target, target: Target, scope: Scope, outcome: Outcome, *, has_goal: bool
) -> TargetRow:
    thresholds = question.repository.settings.schedule
    return TargetRow(
        target,
        planned,
        scope,
        outcome,
        verdict_on(target, outcome, scope, thresholds) if has_goal else _UNASSIGNED,
        version=planned.version_on(min(question.day, scope.end)),
        has_goal=has_goal,
        expected=expected(target, outcome.covers, scope) if has_goal and outcome.covers else None,
        before=cache(partial(same_period, question, target, outcome)),
    )


def _goal_on(question: Question, planned: Target, day: date) -> tuple[Target, bool]:
    """The target with the goal that counts on a day, and whether there is one."""
    target = planned.in_force(day)
    own = own_goal(question, target)
    return own or target, own is not None


def _outcome(question: Question, target: Target, scope: Scope) -> Outcome:
    if isinstance(target, ChangeTarget):
        return change_outcome(question, target, scope)
    outcome = aggregate(question, target, scope)
    if isinstance(target, CoverageTarget) and not outcome.figures:
        return counted(question, scope, outcome.owing)
    return outcome


def _children(question: Question, target: CombinedTarget, scope: Scope) -> tuple[TargetRow, ...]:
    """The rows of the children; what is written inside the target inherits who reports it and its window."""
    known = {one.id: one for one in question.folder.sheet.targets if not isinstance(one, CombinedTarget)}
    rows: list[TargetRow] = []
    for child in target.children:
        if isinstance(child, str):
            if child in known:
                rows.append(target_row(question, known[child]))
            continue
        inherited = {"reported_by": target.reported_by} if child.reported_by is None else {}
        window = None if child.by else scope
        rows.append(target_row(question, child.model_copy(update=inherited), window))
    return tuple(rows)


def _without_days(question: Question, planned: Target, target: Target) -> TargetRow:
    owing = question.owing_of(target)
    unknown = "Chưa biết ngày bắt đầu phong trào vì kế hoạch chưa có ngày ban hành (document.date)."
    outcome = Outcome(None, owing=owing, missing=owing or (), because=(unknown,))
    return TargetRow(target, planned, None, outcome, Verdict(schedule=Schedule.NO_DATA))


def _held(issue: KnownIssue) -> Verdict:
    because = f"Chưa đánh giá vì còn điều chưa rõ ({issue.anomaly}): {issue.because}"
    return Verdict(Result.NOT_JUDGED, because=(because,))


def _uncounted(target: Target) -> Verdict:
    if target.restates is not None:
        return Verdict(because=(f"Nhắc lại chỉ tiêu “{target.restates}” nên không tính thêm lần nữa.",))
    return Verdict(
        because=("Chỉ tiêu của cấp trên nêu để tham chiếu, không tính vào số chỉ tiêu của kế hoạch.",)
    )
