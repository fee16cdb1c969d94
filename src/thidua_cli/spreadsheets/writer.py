"""A workbook as the bytes of an .xlsx: the same values give the same bytes, and no temporary file is made.

XlsxWriter dates every part of the package alike; the one date that is left, of the properties, is the book's.
"""

import re
from collections import defaultdict
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from textwrap import wrap

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from thidua_cli.spreadsheets.book import Book, Cell, Guide, Row, Sheet, Style

DIGITS = 15
"""The digits of a number that Excel keeps and shows."""
FONT = "Times New Roman"
_A4 = 9
_MARGIN, _WIDE_MARGIN = 0.4, 0.6
"""In inches: at the sides; above and below, where the footer stands."""
_WIDTH_AT = 11.5
"""The size in points at which a letter is as wide as the unit of column widths, on an average."""
_BOLD = 0.92
_LEADING, _PADDING = 1.25, 3
_LAST = "A1:XFD1048576"
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML has no way to write."""
_LONGEST = 32_767
"""Characters that a cell of Excel holds; what is longer is cut there, as Excel does."""
_Cells = defaultdict[Guide, list[tuple[int, int]]]


def write_book(book: Book) -> bytes:
    """The workbook, ready to be put on a disk."""
    file = BytesIO()
    package = Workbook(file, {"in_memory": True})
    package.set_properties(
        {"title": book.title, "author": book.author, "created": datetime.combine(book.created, time())}
    )
    formats: dict[Style, Format] = {}
    for sheet in book.sheets:
        _Writer(package, package.add_worksheet(sheet.name), formats).write(sheet)
    package.close()
    return file.getvalue()


class _Writer:
    """Writes one sheet; formats are shared by those of a workbook."""

    def __init__(self, package: Workbook, page: Worksheet, formats: dict[Style, Format]) -> None:
        self._package = package
        self._page = page
        self._formats = formats
        self._guided: _Cells = defaultdict(list)

    def write(self, sheet: Sheet) -> None:
        widths = [column.width for column in sheet.columns]
        for number, column in enumerate(sheet.columns):
            self._page.set_column(number, number, column.width, None, {"hidden": column.is_hidden})
        last = -1
        for last, row in enumerate(sheet.rows):
            self._row(last, row, widths)
        for guide, cells in self._guided.items():
            self._guide(guide, cells)
        self._page.ignore_errors({"number_stored_as_text": _LAST})
        self._set_up(sheet, last)

    def _row(self, number: int, row: Row, widths: list[int]) -> None:
        height = row.height or height_of(row, widths)
        if height is not None:
            self._page.set_row(number, height)
        column = 0
        for cell in row.cells:
            self._cell(number, column, cell)
            if cell.guide is not None:
                self._guided[cell.guide].append((number, column))
            column += cell.across

    def _cell(self, row: int, column: int, cell: Cell) -> None:
        style = self._format(cell.style)
        if cell.across > 1:
            self._page.merge_range(row, column, row, column + cell.across - 1, "", style)
        match cell.value:
            case None:
                self._page.write_blank(row, column, None, style)
            case str():
                self._page.write_string(row, column, _FORBIDDEN.sub("\ufffd", cell.value)[:_LONGEST], style)
            case date():
                day = datetime.combine(cell.value, time())
                self._page.write_datetime(row, column, day, style)
            case number if fits(Decimal(number)):
                self._page.write_number(row, column, float(number), style)  # what Excel stores
            case number:
                self._page.write_string(row, column, str(number).replace(".", ","), style)

    def _format(self, style: Style) -> Format:
        if style not in self._formats:
            described: dict[str, object] = {
                "font_name": FONT,
                "font_size": style.size,
                "bold": style.bold,
                "italic": style.italic,
                "align": style.align,
                "valign": "vcenter",
                "text_wrap": True,
                "num_format": style.number,
                "locked": not style.is_open,
            }
            if style.border:
                described["border"] = 1
            if style.fill is not None:
                described["bg_color"] = style.fill
            if style.color is not None:
                described["font_color"] = style.color
            self._formats[style] = self._package.add_format(described)
        return self._formats[style]

    def _guide(self, guide: Guide, cells: list[tuple[int, int]]) -> None:
        (row, column), *others = cells
        rule: dict[str, object] = {"validate": "any", "input_message": guide.message}
        if guide.choices:
            rule = {
                **rule,
                "validate": "list",
                "source": list(guide.choices),
                "error_title": "Chọn trong danh sách",
                "error_message": guide.message,
            }
        if others:
            rule["other_cells"] = [[*place, *place] for place in others]
        self._page.data_validation(row, column, row, column, rule)

    def _set_up(self, sheet: Sheet, last: int) -> None:
        page, heading = self._page, sheet.heading
        page.set_paper(_A4)
        page.set_margins(_MARGIN, _MARGIN, _WIDE_MARGIN, _WIDE_MARGIN)
        page.fit_to_pages(1, 0)
        page.hide_gridlines(2)
        page.set_footer(f"&L&8{sheet.footer.replace('&', '&&')}&R&8&P/&N")
        if sheet.is_landscape:
            page.set_landscape()
        if heading:
            page.freeze_panes(heading.stop, 0)
            page.repeat_rows(heading.start, heading.stop - 1)
        if sheet.filters and last >= heading.stop:
            page.autofilter(heading.stop - 1, 0, last, len(sheet.columns) - 1)
        if sheet.is_protected:
            page.protect(
                "", {"format_cells": True, "format_columns": True, "format_rows": True, "insert_rows": True}
            )
        if sheet.is_hidden:
            page.very_hidden()


def height_of(row: Row, widths: list[int]) -> float | None:
    """Points that the row needs for its text; None where one line does, so that it grows with what is typed.

    Excel fits rows only when somebody types in them, LibreOffice not even then.
    """
    column, most, tallest = 0, 1, 0.0
    for cell in row.cells:
        if isinstance(cell.value, str):
            size = cell.style.size
            width = sum(widths[column : column + cell.across]) * _WIDTH_AT / size
            room = max(int(width * (_BOLD if cell.style.bold else 1)), 1)
            lines = sum(len(wrap(line, room)) if len(line) > room else 1 for line in cell.value.split("\n"))
            most, tallest = max(most, lines), max(tallest, lines * size * _LEADING)
        column += cell.across
    return round(tallest + _PADDING, 1) if most > 1 else None


def fits(number: Decimal) -> bool:
    """Whether Excel can hold the number without losing a digit."""
    return len(number.normalize().as_tuple().digits) <= DIGITS
