"""Where the tables of a returned form stand: found by their headings, wherever rows and columns have gone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from thidua_cli.forms.columns import AS_OF, END_OF_TABLE, SOURCE, TABLES, UNIT, Field, Table
from thidua_cli.forms.values import tidy
from thidua_cli.spreadsheets.cells import Address, ReadBook, ReadCell, ReadSheet
from thidua_cli.vietnamese.letters import fold

_FIELDS = {fold(field.value): field for field in Field}
_LABELS = {fold(label): label for label in (AS_OF, SOURCE, UNIT)}
_END = fold(END_OF_TABLE)
_ENOUGH = 3
"""Headings in one row that make it the heading of a table."""


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table of a form on a sheet of whatever name."""

    table: Table
    sheet: ReadSheet
    heading: int
    """The row of its headings."""
    columns: Mapping[Field, int]

    def cell(self, row: int, field: Field) -> ReadCell | None:
        """What stands in a column of a row; nothing where the column is missing."""
        column = self.columns.get(field)
        return None if column is None else self.sheet.at(row, column)

    def address(self, row: int, field: Field) -> str:
        """The name of that cell."""
        return str(Address(row, self.columns[field]))

    @property
    def rows(self) -> Iterator[int]:
        """The rows below the heading that hold anything, down to where people sign."""
        for row in self.sheet.rows:
            if row > self.heading:
                if _END in (fold(text) for text in _texts_of(self.sheet, row).values()):
                    return
                yield row

    def is_filled(self, row: int) -> bool:
        """Whether anything stands in a column that people fill in."""
        return any(self.cell(row, field) is not None for field in self.table.saying)


def tables_in(book: ReadBook) -> tuple[FoundTable, ...]:
    """Every table of a form that the workbook has, each once."""
    found: dict[str, FoundTable] = {}
    for sheet in book.sheets:
        for row in sheet.rows:
            table = _heading_at(sheet, row)
            if table is not None:
                found.setdefault(table.table.sheet, table)
                break
    return tuple(found.values())


def labelled(book: ReadBook, label: str) -> tuple[ReadSheet, Address, ReadCell | None] | None:
    """The cell to the right of a label, and where it stands or would stand; None where the label is nowhere."""
    for sheet in book.sheets:
        for cell in sheet.cells:
            if isinstance(cell.content, str) and fold(cell.content) == fold(label):
                beside = _beside(sheet, cell.at)
                return sheet, beside.at if beside else Address(cell.at.row, cell.at.column + 1), beside
    return None


def _beside(sheet: ReadSheet, at: Address) -> ReadCell | None:
    cell = next((other for column, other in sheet.rows[at.row].items() if column > at.column), None)
    is_label = cell is not None and isinstance(cell.content, str) and fold(cell.content) in _LABELS
    return None if is_label else cell


def _heading_at(sheet: ReadSheet, row: int) -> FoundTable | None:
    columns: dict[Field, int] = {}
    for column, text in _texts_of(sheet, row).items():
        field = _FIELDS.get(fold(text))
        if field is not None:
            columns.setdefault(field, column)
    best = max(TABLES, key=lambda table: len(columns.keys() & table.widths.keys()))
    known = {field: column for field, column in columns.items() if field in best.widths}
    if len(known) < _ENOUGH or not known.keys() & best.needs:
        return None
    return FoundTable(best, sheet, row, known)


def _texts_of(sheet: ReadSheet, row: int) -> dict[int, str]:
    return {
        column: tidy(cell.content)
        for column, cell in sheet.rows[row].items()
        if isinstance(cell.content, str)
    }
