"""The language of every step from markup to .docx: a document is a frame and blocks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    blank: bool = False
    """A gap that a person must fill; it is set so that nobody can overlook it."""
    note: "tuple[Run, ...]" = ()
    """The text of the footnote whose number follows this run; empty for none."""


Inline = tuple[Run, ...]


def plain_text(runs: Iterable[Run]) -> str:
    """The words alone, without their styles and notes."""
    return "".join(run.text for run in runs)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    runs: Inline


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the profile numbers it by its level unless it brings its own marker."""

    level: int
    """1, 2 or 3: for example `I.`, `1.` and `a)`."""
    runs: Inline
    marker: str | None = None
    """The number as literal text; "" for none at all; None lets the profile count."""
    run_in: Inline = ()
    """Text that goes on in the heading's own line."""


@dataclass(frozen=True, slots=True)
class Part:
    """A `Phần`, which stands above headings of the first level; they are counted anew in each."""

    title: Inline


@dataclass(frozen=True, slots=True)
class Item:
    """A list item: level 1 is set with `-`, level 2 with `+`."""

    level: int
    runs: Inline


@dataclass(frozen=True, slots=True)
class Column:
    """A table column."""

    title: str
    share: int
    """Width relative to the other columns."""
    align: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; a group row spans the table and introduces those below it."""

    cells: tuple[Inline, ...]
    group: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A computed table; its header repeats on every page and its rows are not split."""

    caption: Inline
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    landscape: bool = False
    """Set on sheets that lie across, for a table too wide for upright ones."""


BodyBlock = Paragraph | Part | Heading | Item | Table


@dataclass(frozen=True, slots=True)
class Appendix:
    """A `Phụ lục`; wherever it stands among the blocks, it is set after the signature, on pages of its own."""

    title: Inline
    blocks: tuple["Block", ...]
    landscape: bool = False
    """All its sheets lie across."""


Block = BodyBlock | Appendix


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the lines above the name, and the name."""

    authority: tuple[Inline, ...] = ()
    """In whose place, one element a line: `KT. GIÁM ĐỐC`; empty for one who signs in his own right."""
    office: Inline = ()
    """`PHÓ GIÁM ĐỐC`."""
    name: str | None = None
    """None leaves room for it."""


Urgency = Literal["urgent", "very-urgent", "express"]
"""Khẩn, thượng khẩn, hỏa tốc."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What only some papers carry beside the parts that all have."""

    draft: int | None = None
    """Which draft this is; None for a paper that is no draft."""
    urgency: Urgency | None = None
    circulation: str | None = None
    """`Lưu hành nội bộ`: how far the paper may go."""
    drafter: str | None = None
    """What stands for the person who drafted it: `PL`."""
    copies: int | None = None
    """How many copies are issued; shown beside the drafter only."""
    contact: str | None = None
    """Address, telephone and the like of the issuer."""
    two_sided: bool = False
    """The sheets are printed on both sides."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything of an official paper that is not its body."""

    superior: tuple[str, ...]
    """The superior body's name, one element a line; empty when it has none."""
    issuer: tuple[str, ...]
    """The issuing body's name, one element a line; a line too long for its column is broken further."""
    number: str | None
    """`19`; None leaves the customary blank."""
    kind_symbol: str
    """`KH` of 19/KH-SVHTTDL, `CV` for a letter; the profile joins number and symbols."""
    issuer_symbol: str | None
    """`SVHTTDL`; None where the issuer has none."""
    place: str
    date: date | None
    """None leaves the customary blanks for day and month."""
    year: int | None
    """Printed in the blank date; None leaves it blank too."""
    kind: str | None
    """The type of paper in capitals: `KẾ HOẠCH`; None for a letter, which has its subject under its number."""
    subject: Inline
    """Without the words, such as `V/v`, that lead in the subject of a letter."""
    addressees: tuple[Inline, ...] = ()
    """`Kính gửi`; empty for none."""
    submission: bool = False
    """The addressees are asked to decide: `Kính trình` where the form tells the two apart."""
    recipients: tuple[Inline, ...] = ()
    """`Nơi nhận` without dashes and closing marks; the profile adds `Như trên` where it belongs."""
    filing: str | None = None
    """What follows the word `Lưu`."""
    signature: Signature = Signature()
    drafter_symbol: str | None = None
    """`TCPC` of 19/SVHTTDL-TCPC, the division that drafted a letter; None where it has no symbol."""
    marks: Marks = Marks()
    joint_issuers: tuple[tuple[str, ...], ...] = ()
    """Those who issue the paper together with the first."""
    joint_symbols: tuple[str, ...] = ()
    """What stands for them in the number of the paper, as far as they have symbols."""
    joint_signatures: tuple[Signature, ...] = ()
    """Their signatures; that of the first stands on the right."""
    notice: str | None = None
    """A line that every page carries, for a paper that is only an illustration."""

    @property
    def every_signature(self) -> tuple[Signature, ...]:
        """That of the first issuer, then those of the others."""
        return (self.signature, *self.joint_signatures)


@dataclass(frozen=True, slots=True)
class Document:
    """A paper, ready to be set."""

    frame: Frame
    basis: tuple[Inline, ...]
    """The `Căn cứ` paragraphs without their closing marks."""
    blocks: tuple[Block, ...]
    issuer_name: str
    """The issuing body's name as sentences have it; also the author in the document properties."""
    created: date
    """For the document properties; never the clock."""
