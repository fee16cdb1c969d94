"""A workbook to be written, as values: sheets of rows of cells, each cell with its style."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Value = str | int | Decimal | date | None
"""What a cell may hold; a figure of more than 15 digits, which Excel cannot hold, is written as text."""

TEXT = "@"
"""The number format under which Excel keeps what is typed: no date is made of `7-10`, no id loses its zeros."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell looks, and whether it may be filled in on a protected sheet."""

    bold: bool = False
    italic: bool = False
    size: int = 12
    """In points."""
    align: Literal["left", "center", "right"] = "left"
    fill: str | None = None
    """`#RRGGBB`."""
    color: str | None = None
    border: bool = False
    number: str = "General"
    """A number format of Excel, such as `#,##0.00` or `dd/mm/yyyy`."""
    is_open: bool = False
    """Whether people may change it where the sheet is protected."""


@dataclass(frozen=True, slots=True)
class Guide:
    """What Excel shows beside a cell that is being filled in, and what it takes there."""

    message: str
    """At most 255 characters."""
    choices: tuple[str, ...] = ()
    """The words of a drop-down list, none with a comma, at most 255 characters together; empty takes anything."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell."""

    value: Value = None
    style: Style = Style()
    across: int = 1
    """How many columns it takes, itself included."""
    guide: Guide | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The cells from the first column on."""

    cells: tuple[Cell, ...]
    height: int | None = None
    """In points; None fits it to the text as it is written."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet."""

    width: int
    """In characters."""
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; it prints on A4, as wide as the page."""

    name: str
    """At most 31 characters, none of `[]:*?/\\`."""
    columns: tuple[Column, ...]
    rows: Iterable[Row]
    """Taken once, in order: a long table may be made while it is written."""
    heading: range = field(default=range(0))
    """The rows, counted from 0, that stay in sight and print on top of every page."""
    is_landscape: bool = True
    is_protected: bool = False
    """Only open cells can be changed; there is no password."""
    is_hidden: bool = False
    filters: bool = False
    """Whether the last row of the heading carries the arrows by which Excel filters."""
    footer: str = ""
    """At the foot of every page, to the left; the number of the page stands to the right."""


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook."""

    title: str
    author: str
    created: date
    """The day that its properties show; nothing else of the day of writing goes into the file."""
    sheets: tuple[Sheet, ...]
