"""How writing and reading a form compares with openpyxl on the same cells, in the same run.

Run `python benchmarks/workbooks.py`; it prints ratios, which vary far less between machines than seconds do.
The form has 30 targets in 12 columns, as a department has them. openpyxl reads twice: formulas and their results.
"""

import statistics
from collections.abc import Callable
from datetime import date
from io import BytesIO

import openpyxl
from measuring import compared
from openpyxl.styles import Alignment, Font

from thidua_cli.spreadsheets.book import Book, Cell, Column, Row, Sheet, Style
from thidua_cli.spreadsheets.reader import read_book
from thidua_cli.spreadsheets.writer import write_book

ROWS, COLUMNS, TIMES, ROUNDS = 30, 12, 20, 7
TEXT = "Tỷ lệ xã đạt chuẩn số {}"
STYLE = Style(border=True)


def main() -> None:
    """Print the time of each step as a ratio to openpyxl's."""
    content = _ours()
    steps: dict[str, dict[str, Callable[[], object]]] = {
        "writing": {"ours": _ours, "theirs": _theirs},
        "reading": {"ours": lambda: read_book(content), "theirs": lambda: _read_twice(content)},
    }
    for name, ways in steps.items():
        ratios = compared(ways, to="theirs", rounds=ROUNDS, times=TIMES)["ours"]
        print(f"{statistics.median(ratios):5.2f} × {name}, beside openpyxl")


def _ours() -> bytes:
    rows = tuple(Row(tuple(Cell(TEXT.format(row), STYLE) for _ in range(COLUMNS))) for row in range(ROWS))
    sheet = Sheet("Chỉ tiêu", (Column(12),) * COLUMNS, rows, is_protected=True)
    return write_book(Book("Biểu", "Sở", date(2026, 1, 30), (sheet,)))


def _theirs() -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    font, aligned = Font(name="Times New Roman", size=12), Alignment(wrap_text=True)
    for row in range(ROWS):
        for column in range(COLUMNS):
            cell = page.cell(row + 1, column + 1, TEXT.format(row))
            cell.font, cell.alignment = font, aligned
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _read_twice(content: bytes) -> object:
    return [openpyxl.load_workbook(BytesIO(content), data_only=flag) for flag in (False, True)]


if __name__ == "__main__":
    main()
