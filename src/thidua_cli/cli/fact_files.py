"""A list of facts as a file that Excel opens: CSV for everybody, a workbook for people."""

import csv
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import StringIO

from thidua_cli.spreadsheets.book import TEXT, Book, Cell, Column, Row, Sheet, Style, Value

SEPARATOR = ";"
"""What Excel expects between cells where the comma is the decimal sign, as in Vietnam."""
_MARK = "\ufeff"
"""By which Excel knows UTF-8."""
_FORMULA = re.compile(r"\s*[=+\-@|\uff1d\uff0b\uff0d\uff20\t\r\n]")
_LINE = 17
"""Points that a line of text takes."""
_HEAD = Style(bold=True, fill="#D9E2F3", border=True, align="center", number=TEXT)
_WORDS = Style(border=True, number=TEXT)
_FIGURE = Style(border=True, align="right")
_DAY = Style(border=True, align="center", number="dd/mm/yyyy")


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its heading, and how many characters wide a workbook shows it."""

    heading: str
    width: int = 12
    is_detail: bool = False
    """Whether a workbook hides it at first, so that the sheet can be read and printed."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A list: what it is about, its columns and its rows."""

    title: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Value, ...], ...]


def csv_text(facts: Facts) -> str:
    """The list with a byte order mark, `;` between cells, a comma in figures, days as 2026-06-30.

    Text that a spreadsheet would run as a formula begins with `'`; figures stay figures.
    """
    file = StringIO()
    writer = csv.writer(file, delimiter=SEPARATOR, lineterminator="\n")
    writer.writerow(field.heading for field in facts.fields)
    writer.writerows([_written(value) for value in row] for row in facts.rows)
    return _MARK + file.getvalue()


def book_of(facts: Facts, day: date) -> Book:
    """The list as one sheet with filters; figures are numbers as far as Excel can hold them exactly."""
    head = Row(tuple(Cell(field.heading, _HEAD) for field in facts.fields))
    rows = (
        Row(tuple(Cell(value, _style(value)) for value in row), _height(facts.fields, row))
        for row in facts.rows
    )
    sheet = Sheet(
        name="Tiến độ",
        columns=tuple(Column(field.width, is_hidden=field.is_detail) for field in facts.fields),
        rows=(head, *rows),
        heading=range(1),
        filters=True,
        footer=facts.title,
    )
    return Book(title=facts.title, author="thidua", created=day, sheets=(sheet,))


def _height(fields: tuple[Field, ...], row: tuple[Value, ...]) -> int:
    """Room for the longest text in sight: not every program fits a row to its text when it opens a workbook."""
    shown = (
        (field.width, str(value)) for field, value in zip(fields, row, strict=True) if not field.is_detail
    )
    return _LINE * max(1, *(-(-len(text) // max(1, width - 3)) for width, text in shown))


def _written(value: Value) -> str:
    match value:
        case None:
            return ""
        case str():
            text = value.replace("\r\n", "\n").replace("\r", "\n")
            return f"'{text}" if _FORMULA.match(text) else text
        case Decimal():
            return format(value, "f").replace(".", ",")
        case _:
            return str(value)


def _style(value: Value) -> Style:
    match value:
        case date():
            return _DAY
        case int() | Decimal():
            return _FIGURE
        case _:
            return _WORDS
