"""Whether what was reached so far keeps up with the time that has passed."""

from fractions import Fraction

from thidua_cli.model.periods import Period
from thidua_cli.model.settings import ScheduleThresholds
from thidua_cli.model.targets.target import Target
from thidua_cli.progress.scopes import Scope
from thidua_cli.progress.verdicts import Schedule


def expected(target: Target, covers: Period, scope: Scope) -> Fraction:
    """The part of the goal that falls on the days covered, each day counting the same."""
    start = min(scope.start, covers.start)
    whole = Period(start, scope.end, "")
    limits = target.goal.limits
    return (limits[-1] if target.less_is_better else limits[0]) * Fraction(
        (covers.end - start).days + 1, whole.days
    )


def keeps_pace(target: Target, actual: Fraction, due: Fraction, thresholds: ScheduleThresholds) -> Schedule:
    """How a figure that grows with time stands beside what is expected by the last day that it covers."""
    met, goal = target.is_met_by(actual), target.goal
    on_track, at_risk = Fraction(thresholds.on_track), Fraction(thresholds.at_risk)
    if target.less_is_better:
        # A part of the year below the year's limit proves nothing yet; one beyond it can no longer be mended.
        if not met:
            return Schedule.LATE
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
