"""Laws and decrees on emulation in time, for registers of documents that do not say so.

Only what is certain stands here; days that a data directory gives itself come first.
"""

from dataclasses import dataclass
from datetime import date

from thidua_cli.model.documents import OfficialDocument
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.letters import fold


@dataclass(frozen=True, slots=True)
class Force:
    """From when to when a document is in force, as far as it is known, and what has taken its place."""

    first: date | None = None
    last: date | None = None
    successor: str | None = None
    """As a message names it."""


_KNOWN = {
    # The law on emulation and commendation of 2022.
    "06/2022/qh15": Force(first=date(2024, 1, 1)),
    # Nghị định 152/2025/NĐ-CP of 14/6/2025 is in force from 01/7/2025 and replaces the two others.
    "152/2025/nd-cp": Force(first=date(2025, 7, 1)),
    "98/2023/nd-cp": Force(last=date(2025, 6, 30), successor="Nghị định 152/2025/NĐ-CP"),
    "28/2024/nd-cp": Force(last=date(2025, 6, 30), successor="Nghị định 152/2025/NĐ-CP"),
}


def force_of(document: OfficialDocument, repository: Repository) -> Force:
    """What the register says about a document, and where it says nothing, what everybody knows."""
    known = _KNOWN.get(fold(document.number or ""), Force())
    successor = repository.documents.get(document.replaced_by or "")
    named = (
        None
        if successor is None
        else f"{successor.type} {successor.number or successor.subject or ''}".strip()
    )
    return Force(
        document.in_force_from or known.first, document.in_force_to or known.last, named or known.successor
    )
