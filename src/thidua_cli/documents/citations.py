"""Citing official documents: in full the first time, by type and number afterwards (NĐ 30/2020, Phụ lục I, II.6b)."""

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.model.documents import OfficialDocument
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.letters import near


class Citations:
    """The citations of one paper; it remembers what has been cited in full."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._cited: set[str] = set()

    def cite(self, document_id: str) -> str:
        """The citation that is due at this place of the paper; raises ThiduaError for an unknown document."""
        document = self._repository.documents.get(document_id)
        if document is None:
            guess = near(document_id, self._repository.documents)
            raise ThiduaError(
                f"Không có văn bản nào mang mã “{document_id}”.",
                hint=f"Có phải “{guess}”?" if guess else "Thêm văn bản vào data/documents.yaml.",
            )
        again = document_id in self._cited
        self._cited.add(document_id)
        return short_citation(document) if again else self._full(document)

    def _full(self, document: OfficialDocument) -> str:
        issuer = self._repository.units.get(document.issuer or "")
        parts = [
            short_citation(document),
            f"ngày {day_short(document.date)}" if document.date else None,
            f"của {issuer.name}" if issuer and document.number else None,
            document.subject if document.number else None,
        ]
        return " ".join(part for part in parts if part)


def short_citation(document: OfficialDocument) -> str:
    """Type and number: `Nghị quyết số 70/NQ-HĐND`; type and name for what has no number."""
    if document.number:
        return f"{document.type} số {document.number}"
    return " ".join(part for part in (document.type, document.subject) if part)
