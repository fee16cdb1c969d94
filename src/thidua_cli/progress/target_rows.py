"""The row of a target, whatever its kind."""

from dataclasses import replace

from thidua_cli.model.campaigns import KnownIssue
from thidua_cli.model.targets.changes import ChangeTarget
from thidua_cli.model.targets.combinations import CombinedTarget
from thidua_cli.model.targets.shares import CoverageTarget
from thidua_cli.model.targets.target import Target
from thidua_cli.progress.aggregation import Outcome, aggregate, owing_units
from thidua_cli.progress.changes import change_outcome
from thidua_cli.progress.combinations import combined
from thidua_cli.progress.coverage_targets import counted
from thidua_cli.progress.judging import verdict_on
from thidua_cli.progress.rows import TargetRow, Verdict
from thidua_cli.progress.scopes import Scope, scope_of
from thidua_cli.progress.verdicts import Result, Schedule
from thidua_cli.progress.years import each_year, mean_of_years
from thidua_cli.repository.index import CampaignFolder, Repository


def target_row(
    repository: Repository, folder: CampaignFolder, target: Target, scope: Scope | None
) -> TargetRow:
    """How a target stands within the scope; None for a scope that is not known."""
    issue = folder.campaign.open_issue(f"targets.{target.id}")
    if scope is None:
        owing = owing_units(repository, target.reported_by)
        unknown = "Chưa biết ngày bắt đầu phong trào vì kế hoạch chưa có ngày ban hành (document.date)."
        outcome = Outcome(None, owing=owing, missing=owing or (), because=(unknown,))
        row = TargetRow(target, scope, outcome, Verdict(schedule=Schedule.NO_DATA))
    elif isinstance(target, CombinedTarget):
        children = _children(repository, folder, target, scope)
        row = TargetRow(target, scope, *combined(target, children), parts=children)
    else:
        row = _measured(repository, folder, target, scope)
    if issue:
        return replace(row, verdict=_held(issue), held_by=issue)
    return row if target.counts else replace(row, verdict=_uncounted(target))


def _measured(repository: Repository, folder: CampaignFolder, target: Target, scope: Scope) -> TargetRow:
    thresholds = repository.settings.schedule
    if target.across_years == "together":
        outcome = _outcome(repository, folder, target, scope)
        return TargetRow(target, scope, outcome, verdict_on(target, outcome, scope, thresholds))
    found = [(year, _outcome(repository, folder, target, year)) for year in scope.years]
    years = tuple(TargetRow(target, y, o, verdict_on(target, o, y, thresholds)) for y, o in found)
    if target.across_years == "each":
        return TargetRow(target, scope, *each_year(years, scope), parts=years)
    outcome = mean_of_years(target, years)
    return TargetRow(target, scope, outcome, verdict_on(target, outcome, scope, thresholds))


def _outcome(repository: Repository, folder: CampaignFolder, target: Target, scope: Scope) -> Outcome:
    if isinstance(target, ChangeTarget):
        return change_outcome(repository, folder, target, scope)
    outcome = aggregate(repository, folder, target, scope)
    if isinstance(target, CoverageTarget) and not outcome.figures:
        return counted(repository, folder, scope, outcome.owing)
    return outcome


def _children(
    repository: Repository, folder: CampaignFolder, target: CombinedTarget, scope: Scope
) -> tuple[TargetRow, ...]:
    """The rows of the children; what is written inside the target inherits who reports it and its window."""
    known = {one.id: one for one in folder.sheet.targets if not isinstance(one, CombinedTarget)}
    rows: list[TargetRow] = []
    for child in target.children:
        if isinstance(child, str):
            named = known.get(child)
            if named is not None:
                by = scope_of(folder.campaign, named.by, scope.as_of, scope.period)
                rows.append(target_row(repository, folder, named, by))
            continue
        inherited = {"reported_by": target.reported_by} if child.reported_by is None else {}
        own = scope_of(folder.campaign, child.by, scope.as_of, scope.period) if child.by else scope
        rows.append(target_row(repository, folder, child.model_copy(update=inherited), own))
    return tuple(rows)


def _held(issue: KnownIssue) -> Verdict:
    because = f"Chưa đánh giá vì còn điều chưa rõ ({issue.anomaly}): {issue.because}"
    return Verdict(Result.NOT_JUDGED, because=(because,))


def _uncounted(target: Target) -> Verdict:
    if target.restates is not None:
        return Verdict(because=(f"Nhắc lại chỉ tiêu “{target.restates}” nên không tính thêm lần nữa.",))
    return Verdict(
        because=("Chỉ tiêu của cấp trên nêu để tham chiếu, không tính vào số chỉ tiêu của kế hoạch.",)
    )
