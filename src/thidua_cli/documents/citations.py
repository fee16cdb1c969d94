"""Citing official documents: in full the first time, by type and number afterwards (NĐ 30/2020, Phụ lục I, II.6b)."""

from datetime import date

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.documents.frames import joined_names
from thidua_cli.model.documents import OfficialDocument
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.letters import near
from thidua_cli.vietnamese.words import lower_first


class Citations:
    """The citations of one paper; it remembers what has been cited in full."""

    def __init__(self, repository: Repository, dated: str = "{document} ngày {day}") -> None:
        """Join a document with its day as `dated` says, which the paper's profile knows."""
        self._repository = repository
        self._dated = dated
        self._cited: set[str] = set()

    def cite(self, document_id: str) -> str:
        """The citation that is due at this place of the paper; raises ThiduaError for an unknown document."""
        document = self._repository.documents.get(document_id) or _plan_of(document_id, self._repository)
        if document is None:
            guess = near(document_id, (*self._repository.documents, *self._repository.campaigns))
            raise ThiduaError(
                f"Không có văn bản nào mang mã “{document_id}”.",
                hint=f"Có phải “{guess}”?" if guess else "Thêm văn bản vào data/documents.yaml.",
            )
        again = document_id in self._cited
        self._cited.add(document_id)
        return short_citation(document) if again else self._full(document)

    def _full(self, document: OfficialDocument) -> str:
        registered = document.id in self._repository.documents
        issuers = (
            (document.issuer or "",)
            if registered
            else self._repository.campaigns[document.id].campaign.issuers
        )
        known = all(issuer in self._repository.units for issuer in issuers)
        parts = [
            dated_citation(short_citation(document), document.date, self._dated),
            f"của {joined_names(self._repository, issuers)}" if known and document.number else None,
            document.subject if document.number else None,
        ]
        return " ".join(part for part in parts if part)


def _plan_of(campaign_id: str, repository: Repository) -> OfficialDocument | None:
    """The plan of a campaign of this data directory as a document that others cite."""
    folder = repository.campaigns.get(campaign_id)
    if folder is None:
        return None
    campaign = folder.campaign
    return OfficialDocument.model_construct(
        id=folder.id,
        type="Kế hoạch",
        number=campaign.document.number,
        date=campaign.document.date,
        issuer=campaign.issuer,
        subject=lower_first(campaign.title),
    )


def dated_citation(document: str, day: date | None, dated: str) -> str:
    """The document with its day, where the day is known: `Kế hoạch số 26-KH/TU, ngày 05/11/2025`."""
    return document if day is None else dated.format(document=document, day=day_short(day))


def short_citation(document: OfficialDocument) -> str:
    """Type and number: `Nghị quyết số 70/NQ-HĐND`; type and name for what has no number."""
    if document.number:
        return f"{document.type} số {document.number}"
    return " ".join(part for part in (document.type, document.subject) if part)
