"""What may be said about a figure: a result once the window is covered and over, its schedule until then."""

from collections.abc import Iterator
from dataclasses import replace

from thidua_cli.model.periods import Period
from thidua_cli.model.settings import ScheduleThresholds
from thidua_cli.model.targets.amounts import AmountTarget
from thidua_cli.model.targets.goals import Goal
from thidua_cli.model.targets.measured import MeasuredTarget
from thidua_cli.model.targets.target import Actual, Judgement, Target
from thidua_cli.progress.aggregation import Outcome
from thidua_cli.progress.rows import Verdict, covers_all
from thidua_cli.progress.schedule import expected, keeps_pace
from thidua_cli.progress.scopes import Scope
from thidua_cli.progress.verdicts import Result, Schedule
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.numbers import figure, figure_beside


def verdict_on(target: Target, outcome: Outcome, scope: Scope, thresholds: ScheduleThresholds) -> Verdict:
    """What may be said about the outcome of a target within the scope."""
    if target.time_aggregation == "words":
        return _unspoken(outcome, scope)
    if not outcome.has_base:
        return Verdict(Result.NO_BASE)
    if not outcome.is_known:
        return Verdict(Result.NO_DATA) if scope.is_past else Verdict(schedule=Schedule.NO_DATA)
    if outcome.actual is None or outcome.covers is None or not outcome.is_complete:
        return Verdict(schedule=Schedule.OVERDUE if scope.is_past else None)
    judgement = target.judge(outcome.actual)
    if target.time_aggregation == "state" and judgement.met:
        return _done(outcome, scope, judgement)
    if covers_all(outcome, scope) and (outcome.is_estimate or scope.is_closed):
        verdict = _final(judgement, estimate=outcome.is_estimate)
    else:
        verdict = _open(target, outcome.actual, outcome.covers, scope, thresholds)
    beyond = _about_range(target.goal, outcome.actual)
    return replace(verdict, judgement=judgement, because=(*verdict.because, *beyond))


def _unspoken(outcome: Outcome, scope: Scope) -> Verdict:
    """What may be said before a person has judged what no figure measures."""
    waits = "Chỉ tiêu định tính chưa có người đánh giá (verdicts)."
    if scope.is_closed:
        return Verdict(Result.NOT_JUDGED, because=(waits,))
    return Verdict(schedule=Schedule.NOT_DUE if outcome.is_known else Schedule.NO_DATA)


def _final(judgement: Judgement, *, estimate: bool) -> Verdict:
    """What a figure for the whole window is worth; an estimate is never a result."""
    if estimate:
        return Verdict(schedule=Schedule.ON_TRACK if judgement.met else Schedule.AT_RISK)
    return Verdict(_result_of(judgement))


def _result_of(judgement: Judgement) -> Result:
    """The result that a judgement of all that was asked comes to."""
    if judgement.exceeded:
        return Result.EXCEEDED
    return Result.MET if judgement.met else Result.NOT_MET


def _open(
    target: Target, actual: Actual, covers: Period, scope: Scope, thresholds: ScheduleThresholds
) -> Verdict:
    """How a whole figure for a part of the window stands, and why."""
    if scope.is_past:
        because = f"Số liệu mới đến {covers.in_words}, chưa đến hạn ngày {day_short(scope.end)}."
        return Verdict(schedule=Schedule.OVERDUE, because=(because,))
    due = expected(target, covers, scope)
    if due is None:
        return Verdict(schedule=Schedule.ON_TRACK if target.is_met_by(actual.value) else Schedule.NOT_DUE)
    planned, day = figure_beside(due, actual.value), day_short(covers.end)
    bound = "không được quá" if target.less_is_better else "phải là"
    because = f"{_by_what(target)} đến ngày {day} {bound} {planned} {target.unit}."
    return Verdict(schedule=keeps_pace(target, actual.value, due, thresholds), because=(because,))


def _by_what(target: Target) -> str:
    """What says how much must have been reached by a day."""
    if isinstance(target, MeasuredTarget) and target.path:
        return "Theo lộ trình thì"
    if isinstance(target, AmountTarget) and target.season:
        return "Chia theo trọng số của từng tháng thì"
    return "Chia đều theo ngày thì"


def _about_range(goal: Goal, actual: Actual) -> Iterator[str]:
    if goal.upper is not None and goal.above == "warn" and goal.is_passed_by(actual.value):
        yield f"Cao hơn mức trên của khoảng ({figure(goal.upper)}); kế hoạch không coi đó là vượt."


def _done(outcome: Outcome, scope: Scope, judgement: Judgement) -> Verdict:
    """A milestone is final on the day on which the last unit is done; after its deadline it is not met."""
    day = max((c.state.on for c in outcome.contributions if c.state and c.state.on), default=scope.end)
    done, due = day_short(day), day_short(scope.end)
    if day > scope.end:
        late = f"Hoàn thành ngày {done}, sau hạn ngày {due}."
        return Verdict(Result.NOT_MET, judgement=replace(judgement, met=False), because=(late,))
    early = f"Về đích sớm: hoàn thành ngày {done}, hạn ngày {due}."
    return Verdict(Result.MET, judgement=judgement, because=(early,) if day < scope.end else ())
