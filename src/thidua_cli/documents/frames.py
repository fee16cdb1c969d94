"""The frame of a paper of a campaign: who issues it, to whom, and who signs."""

import re
from datetime import date

from thidua_cli.model.papers import JointIssuer, PaperMarks, Recipient, SignatureBlock
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.typesetting.tree import Inline, Marks, Run, Signature

# NĐ 30/2020, Phụ lục III: abbreviations of the types of paper that we set.
PLAN, REPORT, LETTER = "KH", "BC", "CV"
PLAN_NOTICE = "BẢN DỰNG LẠI ĐỂ MINH HỌA"
REPORT_NOTICE = "SỐ LIỆU MINH HỌA"
NO_PLACE = "…………"
"""The customary dots where nobody has said where a paper is signed."""


def letterhead(repository: Repository, unit: str) -> tuple[str, ...]:
    """A unit's name as its letterhead breaks it."""
    record = repository.units[unit]
    return record.letterhead or (record.name,)


def superior_letterhead(
    repository: Repository, unit: str, others: tuple[JointIssuer, ...] = ()
) -> tuple[str, ...]:
    """The superior's name for the letterhead; empty for a body that names none, and for several under no one body."""
    first = _superior_letterhead(repository, unit)
    shared = all(_superior_letterhead(repository, other.unit) == first for other in others)
    return first if shared else ()


def _superior_letterhead(repository: Repository, unit: str) -> tuple[str, ...]:
    if repository.units[unit].letterhead_alone:
        return ()
    parent = repository.units.get(repository.parents.get(unit, ""))
    return (parent.letterhead_as_superior or letterhead(repository, parent.id)) if parent else ()


def joint_names(repository: Repository, others: tuple[JointIssuer, ...]) -> tuple[tuple[str, ...], ...]:
    """The names of those who issue a paper together with the first, as letterheads break them."""
    return tuple(letterhead(repository, other.unit) for other in others)


def joint_symbols(repository: Repository, others: tuple[JointIssuer, ...]) -> tuple[str, ...]:
    """What stands for them in the number of the paper; who has no symbol is left out."""
    symbols = (repository.units[other.unit].symbol for other in others)
    return tuple(symbol for symbol in symbols if symbol)


def joint_signatures(others: tuple[JointIssuer, ...], *, named: bool) -> tuple[Signature, ...]:
    """Their signatures."""
    return tuple(signature(other.signature, named=named) for other in others)


def joined_names(repository: Repository, issuers: tuple[str, ...]) -> str:
    """The names of all who issue a paper, as a sentence has them: `Sở A, Sở B và Sở C`."""
    *names, last = (repository.units[unit].name for unit in issuers)
    return f"{', '.join(names)} và {last}" if names else last


def marks(paper: PaperMarks, *, named: bool) -> Marks:
    """The marks of a paper; what stands for its drafter only where it may carry a name."""
    return Marks(
        draft=paper.draft,
        urgency=paper.urgency,
        circulation=paper.circulation,
        drafter=paper.drafter if named else None,
        copies=paper.copies,
        contact=paper.contact,
        two_sided=paper.two_sided,
    )


def number_alone(number: str | None) -> str | None:
    """`19` of `19/KH-SVHTTDL`, `26` of `26-KH/TU`."""
    return re.split("[/-]", number, maxsplit=1)[0].strip() if number else None


def signature(block: SignatureBlock | None, *, named: bool) -> Signature:
    """The signature block; the name only where the paper may carry one."""
    if block is None:
        return Signature(office=(Run("quyền hạn, chức vụ của người ký", blank=True),))
    authority = tuple((Run(line),) for line in block.authority)
    return Signature(authority, (Run(block.title),), block.name if named else None)


def recipient_lines(recipients: tuple[Recipient, ...]) -> tuple[Inline, ...]:
    """The lines of `Nơi nhận`, with their notes in brackets."""
    return tuple((Run(f"{r.text} ({r.note})" if r.note else r.text),) for r in recipients)


def notice(folder: CampaignFolder, words: str) -> str | None:
    """What every page says while the campaign is a specimen."""
    return words if folder.campaign.specimen else None


def place(folder: CampaignFolder) -> str:
    """Where papers of the campaign are signed, or the customary dots."""
    return folder.campaign.document.place or NO_PLACE


def blank_year(paper_date: date | None, as_of: date) -> int:
    """The year that a blank date shows."""
    return (paper_date or as_of).year
