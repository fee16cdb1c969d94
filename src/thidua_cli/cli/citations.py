"""What hangs on a document: which campaigns rest on it, carry it out or speak of it, and where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thidua_cli.diagnostics.finding import Location
from thidua_cli.model.documents import OfficialDocument
from thidua_cli.repository.index import CampaignFolder, Prose, Repository

ROLES = {
    "basis": "lấy làm căn cứ",
    "targets": "lấy chỉ tiêu được giao",
    "implements": "triển khai thực hiện",
    "related": "gắn với",
    "reference": "giao nhiệm vụ theo",
    "cites": "dẫn trong lời văn",
}

_CITE = re.compile(r"""cite\(\s*(["'])(?P<name>.+?)\1""")


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
    campaign = folder.campaign
    for i, name in enumerate(campaign.implements):
        if name == document.id:
            yield Citation(folder.id, "implements", campaign.at("implements", i))
    for i, name in enumerate(campaign.related):
        if name == document.id:
            yield Citation(folder.id, "related", campaign.at("related", i))
    for entry in campaign.basis:
        if entry.document == document.id:
            yield Citation(folder.id, entry.role, entry.at("document"))
    for task in folder.sheet.tasks:
        if task.reference == document.id:
            yield Citation(folder.id, "reference", task.at("reference"))
    for prose in (folder.plan, *(narrative.prose for narrative in folder.narratives)):
        if prose is not None:
            yield from (Citation(folder.id, "cites", at) for at in _in_prose(document, prose))


def _in_prose(document: OfficialDocument, prose: Prose) -> Iterator[Location]:
    for match in _CITE.finditer(prose.text):
        if match["name"] in {document.id, document.number}:
            yield prose.at(match.start("name"), len(match["name"]))
