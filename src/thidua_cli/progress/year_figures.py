"""One year of a target that runs over several: what was reached in it, and what had to be."""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from thidua_cli.model.targets.goals import Comparator, Goal
from thidua_cli.model.targets.measured import MeasuredTarget
from thidua_cli.model.targets.target import Target
from thidua_cli.progress.aggregation import Outcome, aggregate
from thidua_cli.progress.questions import Question
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.schedule import grows
from thidua_cli.progress.scopes import Scope
from thidua_cli.progress.year_before import same_period


@dataclass(frozen=True, slots=True)
class YearFigure:
    """A target in one year."""

    outcome: Outcome | None = None
    """What was reached; None where nothing is known of the year alone."""
    goal: Goal | None = None
    """What the year had to reach; None where neither the plan nor a path says so."""
    share: Fraction | None = None
    """Result over goal; None where that says nothing, or something is missing."""
    before: Outcome | None = None
    """The same stretch of the year before; None where that is not known."""


def year_figure(question: Question, row: TargetRow, year: int) -> YearFigure:
    """A row of the question's board in one calendar year, by figures up to the end of the period asked for."""
    if row.scope is None:
        return YearFigure()
    if row.has_years:
        part = next((p for p in row.parts if p.scope and p.scope.end.year == year), None)
        if part is None:
            return YearFigure()
        share = part.judgement.share if part.judgement else None
        return YearFigure(_known(part.outcome), part.goal, share, part.same_period)
    if row.target.time_aggregation not in {"sum", "latest"} or row.parts:
        return YearFigure()
    if not row.scope.start.year <= year <= row.scope.end.year:
        return YearFigure()
    scope = row.scope.in_year(year)
    outcome = _known(aggregate(question, row.target, scope))
    goal = _goal_of(row, scope) if row.has_goal else None
    before = same_period(question, row.target, outcome) if outcome else None
    return YearFigure(outcome, goal, _share(row.target, outcome, goal), before)


def _known(outcome: Outcome) -> Outcome | None:
    return outcome if outcome.is_known else None


def _goal_of(row: TargetRow, scope: Scope) -> Goal | None:
    """What the path asks by the end of the year; of a figure that grows, beyond what it asks by the year before."""
    target, whole = row.target, row.scope
    if whole is None or not isinstance(target, MeasuredTarget):
        return None
    if not grows(target) and scope.end == whole.end:
        return target.goal
    by_day = {point.by.end: point.value for point in target.path}
    value = by_day.get(scope.end)
    if value is None:
        return None
    if grows(target) and scope.start.year > whole.start.year:
        before = by_day.get(date(scope.start.year - 1, 12, 31))
        if before is None:
            return None
        value -= before
    comparator = target.goal.comparator
    own = Comparator.REACH if comparator is Comparator.BETWEEN else comparator
    return replace(target.goal, comparator=own, value=value, upper=None, fraction=None)


def _share(target: Target, outcome: Outcome | None, goal: Goal | None) -> Fraction | None:
    if outcome is None or outcome.actual is None or not outcome.is_complete or goal is None:
        return None
    if target.less_is_better or goal.limit <= 0 or goal.comparator is Comparator.TOP:
        return None
    return outcome.actual.value / goal.limit
