"""One target on a day: what was reached beside the goal, and what that is worth."""

from dataclasses import dataclass

from thidua_cli.model.campaigns import KnownIssue
from thidua_cli.model.periods import Period
from thidua_cli.model.settings import ScheduleThresholds
from thidua_cli.model.targets.target import Actual, Goal, Judgement, Target
from thidua_cli.progress.aggregation import Outcome, aggregate, owing_units
from thidua_cli.progress.schedule import expected, keeps_pace
from thidua_cli.progress.scopes import Scope
from thidua_cli.progress.verdicts import Result, Schedule
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.numbers import figure_beside


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may be said about a figure; a result or a schedule or neither, never both."""

    result: Result | None = None
    schedule: Schedule | None = None
    judgement: Judgement | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target, what was reached for it, and what may be said about that."""

    target: Target
    scope: Scope | None
    """None while the campaign's first day is not known."""
    outcome: Outcome
    verdict: Verdict
    held_by: KnownIssue | None = None
    """The undecided doubt that forbids a verdict."""

    @property
    def goal(self) -> Goal:
        return self.target.goal

    @property
    def result(self) -> Result | None:
        """What the target came to; None while that is open."""
        return self.verdict.result

    @property
    def schedule(self) -> Schedule | None:
        """How it stands while the result is open; None where nobody may say."""
        return self.verdict.schedule

    @property
    def judgement(self) -> Judgement | None:
        """The figure beside the goal, also while the window is open; None where nobody may judge yet."""
        return self.verdict.judgement

    @property
    def estimate(self) -> bool:
        """Whether any part of the figure is an estimate: a paper says `ước`."""
        return self.outcome.is_estimate

    @property
    def is_estimate_of_all(self) -> bool:
        """Whether an estimate for the whole window stands beside the goal: `ước đạt`."""
        return self.judgement is not None and self.estimate and _covers_all(self.outcome, self.scope)

    @property
    def because(self) -> tuple[str, ...]:
        """Sentences that say why no more is said."""
        return (*self.verdict.because, *self.outcome.because)

    @property
    def silent_units(self) -> tuple[str, ...]:
        """Units that owe the figure and have handed in none, or none that reaches the end of what is asked."""
        due = self.scope.asked_until if self.scope and (self.scope.period or self.scope.is_past) else None
        reached = {f.unit for f in self.outcome.figures if due is None or f.covers.end >= due}
        return tuple(unit for unit in self.outcome.owing or () if unit not in reached)


def target_row(
    repository: Repository, folder: CampaignFolder, target: Target, scope: Scope | None
) -> TargetRow:
    """How a target stands within the scope; None for a scope that is not known."""
    issue = folder.campaign.open_issue(f"targets.{target.id}")
    if scope is None:
        owing = owing_units(repository, target.reported_by)
        unknown = "Chưa biết ngày bắt đầu phong trào vì kế hoạch chưa có ngày ban hành (document.date)."
        outcome = Outcome(None, owing=owing, missing=owing or (), because=(unknown,))
        verdict = Verdict(schedule=Schedule.NO_DATA)
    else:
        outcome = aggregate(repository, folder, target, scope)
        verdict = _verdict(target, outcome, scope, repository.settings.schedule)
    return TargetRow(target, scope, outcome, _held(issue) if issue else verdict, issue)


def _held(issue: KnownIssue) -> Verdict:
    because = f"Chưa đánh giá vì còn điều chưa rõ ({issue.anomaly}): {issue.because}"
    return Verdict(Result.NOT_JUDGED, because=(because,))


def _verdict(target: Target, outcome: Outcome, scope: Scope, thresholds: ScheduleThresholds) -> Verdict:
    if not outcome.figures:
        return Verdict(Result.NO_DATA) if scope.is_past else Verdict(schedule=Schedule.NO_DATA)
    if outcome.actual is None or outcome.covers is None or not outcome.is_complete:
        return Verdict(schedule=Schedule.OVERDUE if scope.is_past else None)
    judgement, covers_all = target.judge(outcome.actual), _covers_all(outcome, scope)
    if covers_all and outcome.is_estimate:
        return Verdict(schedule=Schedule.ON_TRACK if judgement.met else Schedule.AT_RISK, judgement=judgement)
    if covers_all and scope.is_closed:
        return Verdict(_result(judgement), judgement=judgement)
    schedule, because = _schedule(target, outcome.actual, outcome.covers, scope, thresholds)
    return Verdict(schedule=schedule, judgement=judgement, because=because)


def _result(judgement: Judgement) -> Result:
    if judgement.exceeded:
        return Result.EXCEEDED
    return Result.MET if judgement.met else Result.NOT_MET


def _schedule(
    target: Target, actual: Actual, covers: Period, scope: Scope, thresholds: ScheduleThresholds
) -> tuple[Schedule, tuple[str, ...]]:
    """How a whole figure for a part of the window stands, and why."""
    if scope.is_past:
        end = day_short(scope.end)
        return Schedule.OVERDUE, (f"Số liệu mới đến {covers.in_words}, chưa đến hạn ngày {end}.",)
    if target.time_aggregation == "latest":
        return (Schedule.ON_TRACK if target.judge(actual).met else Schedule.NOT_DUE), ()
    due = expected(target, covers, scope)
    planned, day = figure_beside(due, actual.value), day_short(covers.end)
    because = f"Chia đều theo ngày thì đến ngày {day} phải là {planned} {target.unit}."
    return keeps_pace(target, actual.value, due, thresholds), (because,)


def _covers_all(outcome: Outcome, scope: Scope | None) -> bool:
    return scope is not None and outcome.covers is not None and outcome.covers.end >= scope.end
