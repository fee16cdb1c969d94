"""Where records name units, with the record that a finding about the name belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass

from thidua_cli.diagnostics.finding import Location
from thidua_cli.model.campaigns import Campaign, ReportDue
from thidua_cli.model.target_sheets import TargetSheet
from thidua_cli.model.targets.amounts import AmountTarget
from thidua_cli.model.targets.shares import Proportion, ShareTarget
from thidua_cli.model.units import Unit
from thidua_cli.repository import layout
from thidua_cli.repository.index import CampaignFolder, Narrative, Repository


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that a record gives to another record."""

    name: str
    at: Location
    about: str | None = None


def units_named(repository: Repository) -> Iterator[Mention]:
    """Every place that names a unit of the register, apart from initiatives."""
    settings = repository.settings
    if settings.unit is not None:
        yield Mention(settings.unit, settings.at("unit"))
    for unit in repository.unit_files:
        yield from _in_unit(unit)
    for document in repository.document_entries:
        if document.issuer is not None:
            yield Mention(document.issuer, document.at("issuer"), f"documents.{document.id}")
        for i, printed in enumerate(document.as_printed):
            if printed.issuer is not None:
                at = document.at("as_printed", i, "issuer")
                yield Mention(printed.issuer, at, f"documents.{document.id}")
    for folder in repository.campaigns.values():
        yield from units_in_campaign(folder.campaign)
        yield from _in_sheet(folder.sheet)
        yield from _in_allocations(folder)
        yield from _in_reporting(folder)


def units_in_campaign(campaign: Campaign) -> Iterator[Mention]:
    """Every place in `campaign.yaml` that names a unit."""
    yield Mention(campaign.issuer, campaign.at("issuer"))
    for i, other in enumerate(campaign.issued_with):
        yield Mention(other.unit, campaign.at("issued_with", i))
    for assignment in campaign.every_assignment:
        for key, names in (("units", assignment.units), ("with", assignment.supported_by)):
            for j, name in enumerate(names):
                yield Mention(name, assignment.at(key, j), f"assignments.{name}")
    for report in campaign.reports:
        yield from _in_report(report)
    for i, form in enumerate(campaign.awards.forms):
        if form.by is not None:
            yield Mention(form.by, campaign.at("awards", "forms", i, "by"))
    for i, recipient in enumerate(campaign.recipients):
        if recipient.unit is not None:
            yield Mention(
                recipient.unit, campaign.at("recipients", i, "unit"), f"recipients.{recipient.unit}"
            )


def indicators_named(folder: CampaignFolder) -> Iterator[Mention]:
    """Every place in the targets of a campaign that names an indicator of the register."""
    for target in folder.sheet.every_target:
        about = f"targets.{target.id}"
        if target.indicator is not None:
            yield Mention(target.indicator, target.at("indicator"), about)
        if isinstance(target, ShareTarget) and target.each is not None:
            yield Mention(target.each.indicator, target.at("each", "indicator"), about)


def result_file(folder: CampaignFolder, unit: str) -> Location:
    """The file in which a unit's results stand, as a whole."""
    return Location.start_of(f"{folder.path}/{layout.RESULTS}/{unit}{layout.YAML}")


def initiative_file(year: str, unit: str) -> Location:
    """The file in which a unit's initiatives of a year stand, as a whole."""
    return Location.start_of(f"{layout.INITIATIVES}/{year}/{unit}{layout.YAML}")


def _in_unit(unit: Unit) -> Iterator[Mention]:
    for key, name in (("parent", unit.parent), ("succeeded_by", unit.succeeded_by)):
        if name is not None:
            yield Mention(name, unit.at(key))
    for i, member in enumerate(unit.members):
        yield Mention(member, unit.at("members", i))
    for i, count in enumerate(unit.headcount):
        if count.group is not None:
            yield Mention(count.group, unit.at("headcount", i, "group"))
    for division in unit.divisions:
        yield from _in_unit(division)


def _in_report(report: ReportDue) -> Iterator[Mention]:
    about = f"reports.{report.id}"
    yield Mention(report.sender, report.at("from"), about)
    for i, addressee in enumerate(report.addressees):
        yield Mention(addressee, report.at("to", i), about)
    if report.via is not None:
        yield Mention(report.via, report.at("via"), about)


def _in_sheet(sheet: TargetSheet) -> Iterator[Mention]:
    for target in sheet.every_target:
        about = f"targets.{target.id}"
        for i, name in enumerate(target.reported_by or ()):
            yield Mention(name, target.at("reported_by", i), about)
        if isinstance(target, AmountTarget):
            for name in target.weights:
                yield Mention(name, target.at("weights", name, key=True), about)
        if isinstance(target, Proportion) and target.members is not None:
            yield Mention(target.members, target.at("members"), about)
    for task in sheet.tasks:
        for i, name in enumerate(task.responsible or ()):
            yield Mention(name, task.at("responsible", i), f"tasks.{task.id}")


def _in_allocations(folder: CampaignFolder) -> Iterator[Mention]:
    for allocation in folder.allocations:
        for name in allocation.units:
            yield Mention(name, allocation.at("units", name, key=True), f"targets.{allocation.target}")


def _in_reporting(folder: CampaignFolder) -> Iterator[Mention]:
    for unit in folder.results:
        yield Mention(unit, result_file(folder, unit))
    first_of_folder = {narrative.unit: narrative for narrative in reversed(folder.narratives)}
    for unit, narrative in first_of_folder.items():
        yield Mention(unit, Location.start_of(narrative.prose.path))
    for narrative in folder.narratives:
        yield from _in_narrative(narrative)


def _in_narrative(narrative: Narrative) -> Iterator[Mention]:
    head = narrative.head
    for i, addressee in enumerate(head.addressees):
        yield Mention(addressee, head.at("to", i))
    if head.via is not None:
        yield Mention(head.via, head.at("via"))
    for i, other in enumerate(head.issued_with):
        yield Mention(other.unit, head.at("issued_with", i))
    for i, recipient in enumerate(head.recipients):
        if recipient.unit is not None:
            yield Mention(recipient.unit, head.at("recipients", i, "unit"))


def units_in_initiatives(repository: Repository, known: frozenset[str]) -> Iterator[Mention]:
    """Every place in initiatives that names another unit than those known; of the others nobody looks up a place."""
    for (year, unit), file in repository.initiatives.items():
        yield Mention(unit, initiative_file(year, unit))
        for initiative in file.initiatives:
            for i, author in enumerate(initiative.authors):
                for key, name in (("unit", author.unit), ("group", author.group)):
                    if name is not None and name not in known:
                        yield Mention(name, initiative.at("authors", i, key))
            for i, name in enumerate(initiative.spread_to):
                if name not in known:
                    yield Mention(name, initiative.at("spread_to", i))
