"""A workbook as it was read: what stands in each cell, exactly, and where."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

_OTHER_FILE = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """A place in a sheet; both count from 1."""

    row: int
    column: int

    def __str__(self) -> str:
        """As Excel names it: `C5`."""
        return f"{column_name(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, from its first to its last."""

    first: Address
    last: Address

    def __contains__(self, at: Address) -> bool:
        return (
            self.first.row <= at.row <= self.last.row and self.first.column <= at.column <= self.last.column
        )


@dataclass(frozen=True, slots=True)
class Number:
    """A number as Excel shows it: what is stored is a float, and of its digits 15 are true."""

    value: Decimal
    is_percent: bool = False
    """Whether its format shows it as a percentage: 0,7 as 70%."""

    @property
    def in_percent(self) -> Decimal:
        """What a percentage shows: 70 for 0,7."""
        shown = (100 * self.value).normalize()
        return shown.quantize(Decimal(1)) if shown == shown.to_integral_value() else shown


@dataclass(frozen=True, slots=True)
class Fault:
    """An error that Excel computed: `#REF!`."""

    text: str


@dataclass(frozen=True, slots=True)
class Uncomputed:
    """A formula whose result is not in the file: no program that computes has saved it."""


Content = str | Number | date | bool | Fault | Uncomputed


@dataclass(frozen=True, slots=True)
class ReadCell:
    """A cell that is not empty."""

    at: Address
    content: Content
    formula: str | None = None
    """What the content was computed with; `''` where another cell holds the text of it."""

    @property
    def asks_other_files(self) -> bool:
        """Whether it was computed from another workbook, which nobody can look into here."""
        return self.formula is not None and _OTHER_FILE.search(self.formula) is not None


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet by its cells; what is empty is not there, however far the sheet claims to go."""

    name: str
    rows: Mapping[int, Mapping[int, ReadCell]]
    """The cells of each row that has any, by column; both in order."""
    merged: tuple[Area, ...] = ()
    """Areas that are one cell; what they hold stands in the first."""
    is_hidden: bool = False

    @property
    def cells(self) -> Iterator[ReadCell]:
        """Every cell, row by row."""
        return (cell for row in self.rows.values() for cell in row.values())

    def at(self, row: int, column: int) -> ReadCell | None:
        """What stands there."""
        return self.rows.get(row, {}).get(column)

    def area_over(self, at: Address) -> Area | None:
        """The merged area that the cell belongs to."""
        return next((area for area in self.merged if at in area), None)


@dataclass(frozen=True, slots=True)
class ReadBook:
    """The sheets of a workbook, in order."""

    sheets: tuple[ReadSheet, ...]


def column_name(number: int) -> str:
    """The letters of a column: 1 is `A`, 28 is `AB`."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
