"""What hangs on a document: which campaigns rest on it, carry it out or speak of it, and where."""

from collections.abc import Iterator
from dataclasses import dataclass

from thidua_cli.diagnostics.finding import Location
from thidua_cli.documents.templating import calls_or_none
from thidua_cli.model.documents import OfficialDocument
from thidua_cli.repository.index import CampaignFolder, Prose, Repository

ROLES = {
    "basis": "lấy làm căn cứ",
    "targets": "lấy chỉ tiêu được giao",
    "implements": "triển khai thực hiện",
    "related": "gắn với",
    "reference": "giao nhiệm vụ theo",
    "criterion": "nêu trong tiêu chí",
    "cites": "dẫn trong lời văn",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """One place where a campaign speaks of a document."""

    campaign: str
    role: str
    """A key of ROLES."""
    at: Location


def citations_of(document: OfficialDocument, repository: Repository) -> tuple[Citation, ...]:
    """Every place that names the document, campaign by campaign."""
    return tuple(
        citation for folder in repository.campaigns.values() for citation in _in_campaign(document, folder)
    )


def _in_campaign(document: OfficialDocument, folder: CampaignFolder) -> Iterator[Citation]:
    for name, role, at in _named(folder):
        if name == document.id:
            yield Citation(folder.id, role, at)
    for prose in (folder.plan, *(narrative.prose for narrative in folder.narratives)):
        if prose is not None:
            yield from (Citation(folder.id, "cites", at) for at in _in_prose(document, prose))


def _named(folder: CampaignFolder) -> Iterator[tuple[str, str, Location]]:
    """Every document that a record of the campaign names, as what, and where."""
    campaign = folder.campaign
    for i, name in enumerate(campaign.implements):
        yield name, "implements", campaign.at("implements", i)
    for i, name in enumerate(campaign.related):
        yield name, "related", campaign.at("related", i)
    for entry in campaign.basis:
        yield entry.document, entry.role, entry.at("document")
    for task in folder.sheet.tasks:
        if task.reference is not None:
            yield task.reference, "reference", task.at("reference")
    for criterion in folder.sheet.criteria:
        for i, name in enumerate(criterion.documents):
            yield name, "criterion", criterion.at("documents", i)


def _in_prose(document: OfficialDocument, prose: Prose) -> Iterator[Location]:
    calls = calls_or_none(prose) or ()
    yield from (call.at for call in calls if call.name == "cite" and document.id in call.arguments)
