"""Who sends a report: which reports the plan orders of it, and whether its report is about the whole campaign."""

from dataclasses import dataclass

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.model.campaigns import ReportDue
from thidua_cli.progress.calendar import may_be_in, runs
from thidua_cli.repository.index import CampaignFolder, Repository


@dataclass(frozen=True, slots=True)
class Sender:
    """A unit that reports on a campaign."""

    unit: str
    folder: CampaignFolder
    orders: tuple[ReportDue, ...]
    """The reports that the plan orders of it; of the issuer all, as it has to gather them."""
    is_whole: bool
    """Whether it reports on the whole campaign, not on its own part."""
    units: frozenset[str]
    """The unit with every one below it."""
    stands_for: str | None = None
    """The group without known members in whose place it reports."""

    @property
    def is_issuer(self) -> bool:
        """Whether the plan is its own."""
        return self.unit == self.folder.campaign.issuer


def sender_of(repository: Repository, folder: CampaignFolder, unit: str | None = None) -> Sender:
    """The unit as the sender of reports on the campaign; None stands for the campaign's issuer.

    What the plan orders of a unit by its name comes before what it orders of a group that the unit is in. Where
    neither is ordered, the unit may stand for a group whose members nobody has listed. Raises ThiduaError for a group
    or an office, which send no papers.
    """
    issuer = folder.campaign.issuer
    within = repository.below(unit or issuer)
    if unit is None or unit == issuer:
        return Sender(issuer, folder, folder.campaign.reports, is_whole=True, units=within)
    _refuse_what_sends_nothing(repository, unit)
    by_name = tuple(r for r in folder.campaign.reports if r.sender == unit)
    in_groups = tuple(
        r for r in folder.campaign.reports if r not in by_name and unit in repository.expand(r.sender)
    )
    orders = by_name + in_groups
    open_group = None if orders else _open_group(repository, folder, unit)
    if open_group:
        orders = tuple(r for r in folder.campaign.reports if r.sender == open_group)
    whole = _gathers(repository, folder, unit, by_name, within)
    return Sender(unit, folder, orders, is_whole=whole, units=within, stands_for=open_group)


def _gathers(
    repository: Repository,
    folder: CampaignFolder,
    unit: str,
    by_name: tuple[ReportDue, ...],
    within: frozenset[str],
) -> bool:
    """Whether other reports go to the unit or through it, or it is ordered a report and has no figures of its own."""
    campaign, sheet = folder.campaign, folder.sheet
    if any(unit in {*report.addressees, report.via} for report in campaign.reports if report.sender != unit):
        return True
    if runs(unit, folder):
        return True
    named = (
        *(name for target in sheet.every_target for name in target.reported_by or ()),
        *(name for task in sheet.tasks for name in task.responsible or ()),
    )
    owing = {one for name in named for one in repository.expand(name)}
    return bool(by_name) and not within & owing


def _open_group(repository: Repository, folder: CampaignFolder, unit: str) -> str | None:
    """The first group without listed members of which a report is ordered and which the unit may be in."""
    senders = (report.sender for report in folder.campaign.reports)
    return next((sender for sender in senders if may_be_in(sender, unit, repository)), None)


def _refuse_what_sends_nothing(repository: Repository, unit: str) -> None:
    record = repository.units[unit]
    if record.is_organisation:
        return
    members = ", ".join(repository.expand(unit)) if record.members else ""
    raise ThiduaError(
        f"{record.name} ({unit}) không phải là một cơ quan, đơn vị nên không tự gửi báo cáo.",
        hint=f"Viết mã của một đơn vị: {members}."
        if members
        else "Viết mã của một đơn vị: thidua list units.",
    )
