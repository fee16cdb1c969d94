"""Whether what was reached so far keeps up with the time that has passed."""

from fractions import Fraction

from thidua_cli.model.periods import Period
from thidua_cli.model.settings import ScheduleThresholds
from thidua_cli.model.targets.target import Comparator, Target
from thidua_cli.progress.scopes import Scope
from thidua_cli.progress.verdicts import Schedule


def expected(target: Target, covers: Period, scope: Scope) -> Fraction:
    """The part of the goal that falls on the days covered, each day counting the same."""
    start = min(scope.start, covers.start)
    whole = Period(start, scope.end, "")
    return Fraction(target.goal.value) * Fraction((covers.end - start).days + 1, whole.days)


def keeps_pace(target: Target, actual: Fraction, due: Fraction, thresholds: ScheduleThresholds) -> Schedule:
    """How a figure that grows with time stands beside what is expected by the last day that it covers."""
    met = target.goal.is_met_by(actual, better=target.better)
    on_track, at_risk = Fraction(thresholds.on_track), Fraction(thresholds.at_risk)
    if target.less_is_better:
        # A part of the year below the year's limit proves nothing yet; one beyond it can no longer be mended.
        if not met:
            return Schedule.LATE
        better = (actual * on_track <= due, actual * at_risk <= due)
    else:
        exact = target.goal.comparator is Comparator.EXACTLY
        if exact and actual > Fraction(target.goal.value):
            return Schedule.LATE
        if met and not exact:
            return Schedule.AHEAD
        better = (actual >= due * on_track, actual >= due * at_risk)
    if better[0]:
        return Schedule.ON_TRACK
    return Schedule.AT_RISK if better[1] else Schedule.LATE
