"""The language between a paper and its XML: lines in slots, two columns, tables, nothing left to decide."""

from dataclasses import dataclass
from decimal import Decimal

from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.tree import Inline, Table


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with its final words; its slot decides how it looks."""

    slot: Slot
    runs: Inline
    run_in: Inline = ()
    """Words that go on in the same line in the plain weight."""
    inset: Decimal = Decimal(0)
    """Millimetres that both sides give way, so that centred lines come out evenly long."""
    offset: Decimal = Decimal(0)
    """Millimetres that the left side gives way besides."""
    keep_next: bool = False
    """This one stays with what follows, whatever its slot says."""


@dataclass(frozen=True, slots=True)
class DrawnRule:
    """A drawn line, centred below the paragraph before it."""

    length: Decimal
    """In millimetres."""


Piece = Line | DrawnRule


@dataclass(frozen=True, slots=True)
class Cell:
    """A stack of pieces in a column."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class TwoColumns:
    """A table without lines that puts things side by side."""

    left: Decimal
    right: Decimal
    """Widths in millimetres."""
    rows: tuple[tuple[Cell, Cell], ...]
    height: Decimal | None = None
    """Each row is at least this high, in millimetres."""
    gap: Decimal = Decimal(0)
    """Points above the first row."""
    below_left: tuple[Piece, ...] = ()
    """Goes on in the left column below the rows, and may run over the end of a page."""
    below_whole: bool = False
    """It stands on one page nevertheless."""


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table of the paper, below its caption."""

    table: Table
    width: Decimal
    """In millimetres."""
    keep_next: bool = False
    """Its last rows stay with what follows."""


Setting = Line | DrawnRule | TwoColumns | DataTable


@dataclass(frozen=True, slots=True)
class Sheets:
    """What stands on sheets that lie one way; it begins a page."""

    settings: tuple[Setting, ...]
    landscape: bool = False
    """The sheets lie across."""
    counted_anew: bool = False
    """Their pages are counted from 1, and the first bears no number."""
    opening: bool = False
    """They begin the paper; what the edges of its first page carry stands on no other."""
