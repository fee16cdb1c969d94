"""What must have been reached by a day, and whether what was reached keeps up with it."""

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from thidua_cli.model.periods import Period
from thidua_cli.model.settings import ScheduleThresholds
from thidua_cli.model.targets.amounts import AmountTarget
from thidua_cli.model.targets.measured import MeasuredTarget
from thidua_cli.model.targets.target import Target
from thidua_cli.progress.scopes import Scope
from thidua_cli.progress.verdicts import Schedule

_Stage = tuple[date, Fraction]
"""A day, and what must have been reached when it is over."""


def grows(target: Target) -> bool:
    """Whether its figure grows from nothing within the window, so that each day has its part of the goal."""
    return target.time_aggregation == "sum" and target.across_years != "mean"


def expected(target: Target, covers: Period, scope: Scope) -> Fraction | None:
    """What must have been reached by the last day covered, in the unit of the target; None where nothing says so.

    A figure that grows has its part of the goal, each day counting the same or as its month weighs (`season`), between
    the points of the path where there are any. Of any other figure the newest point of the path that is due counts.
    """
    if grows(target):
        return _grown(target, covers, scope)
    due = [value for day, value in _stages(target, scope) if day <= covers.end]
    return due[-1] if due else None


def keeps_pace(target: Target, actual: Fraction, due: Fraction, thresholds: ScheduleThresholds) -> Schedule:
    """How a figure stands beside what is expected by the last day that it covers."""
    met, goal = target.is_met_by(actual), target.goal
    on_track, at_risk = Fraction(thresholds.on_track), Fraction(thresholds.at_risk)
    if target.less_is_better:
        # A part of the year below the year's limit proves nothing yet; one beyond it can no longer be mended.
        if grows(target) and not met:
            return Schedule.LATE
        if met and not grows(target):
            return Schedule.AHEAD
        better = (actual * on_track <= due, actual * at_risk <= due)
    else:
        if goal.is_inside and actual > goal.limits[-1]:
            return Schedule.LATE
        if met and not goal.is_inside:
            return Schedule.AHEAD
        better = (actual >= due * on_track, actual >= due * at_risk)
    if better[0]:
        return Schedule.ON_TRACK
    return Schedule.AT_RISK if better[1] else Schedule.LATE


def _grown(target: Target, covers: Period, scope: Scope) -> Fraction:
    """The value between the two stages around the last day covered."""
    limits = target.goal.limits
    goal = limits[-1] if target.less_is_better else limits[0]
    season = target.season if isinstance(target, AmountTarget) else None
    start = min(scope.start, covers.start)
    before, reached = start - timedelta(days=1), Fraction(0)
    for day, value in (*_stages(target, scope), (scope.end, goal)):
        if day <= before:
            continue
        if covers.end <= day:
            whole = _weight(season, before, day)
            part = _weight(season, before, covers.end) / whole if whole else Fraction(covers.end == day)
            return reached + (value - reached) * part
        before, reached = day, value
    return reached


def _stages(target: Target, scope: Scope) -> list[_Stage]:
    """The points of the path that lie in the window."""
    path = target.path if isinstance(target, MeasuredTarget) else ()
    return [(p.by.end, Fraction(p.value)) for p in path if scope.start <= p.by.end <= scope.end]


def _weight(season: tuple[Decimal, ...] | None, before: date, last: date) -> Fraction:
    """What the days after the one and up to the other weigh."""
    if season is None:
        return Fraction((last - before).days)
    weight, day = Fraction(0), before + timedelta(days=1)
    while day <= last:
        days = monthrange(day.year, day.month)[1]
        end = min(last, day.replace(day=days))
        weight += Fraction(season[day.month - 1]) * ((end - day).days + 1) / days
        day = end + timedelta(days=1)
    return weight
