"""What is written is what another program reads: openpyxl, which shares no line with the writer, is asked."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from thidua_cli.spreadsheets.book import TEXT, Book, Cell, Column, Guide, Row, Sheet, Style
from thidua_cli.spreadsheets.writer import write_book

DAY = date(2026, 1, 30)
OPEN = Style(is_open=True, number=TEXT)


def book(*rows: Row, **described: object) -> Book:
    sheet = Sheet("Biểu", (Column(12), Column(30)), rows, **described)  # type: ignore[arg-type]
    return Book("Biểu tổng hợp", "Sở Minh họa", DAY, (sheet,))


def row(*values: str | int | Decimal | date | None) -> Row:
    return Row(tuple(Cell(value) for value in values))


def opened(written: Book) -> Worksheet:
    page = openpyxl.load_workbook(BytesIO(write_book(written))).active
    assert isinstance(page, Worksheet)
    return page


def test_every_kind_of_value_is_what_another_program_reads() -> None:
    day = Cell(date(2026, 12, 14), Style(number="dd/mm/yyyy"))
    page = opened(book(row("01", 7), Row((Cell(Decimal("39.62")), day)), row(None, "=1+1")))

    assert [[str(cell.value) for cell in line] for line in page.iter_rows()] == [
        ["01", "7"],
        ["39.62", "2026-12-14 00:00:00"],
        ["None", "=1+1"],
    ]
    assert page["B3"].data_type == "s"


def test_a_figure_too_long_for_excel_is_written_as_text() -> None:
    page = opened(book(row(Decimal("12345678901234.56"), Decimal(123456789012345))))

    assert [page["A1"].value, page["B1"].value] == ["12345678901234,56", 123456789012345]


def test_the_same_values_are_the_same_bytes() -> None:
    first, second = book(row("a", 1)), book(row("a", 1))

    assert write_book(first) == write_book(second)
    assert write_book(first) != write_book(book(row("a", 2)))


def test_a_sheet_is_protected_but_for_its_open_cells() -> None:
    page = opened(book(Row((Cell("mã"), Cell(None, OPEN))), is_protected=True))

    assert page.protection.sheet
    assert [page["A1"].protection.locked, page["B1"].protection.locked] == [True, False]
    assert page["B1"].number_format == TEXT


def test_a_sheet_prints_on_a4_as_wide_as_the_page_with_its_heading_on_top() -> None:
    page = opened(book(row("Mã", "Tên"), row("a", "b"), heading=range(1), footer="Sở A & B", filters=True))

    page_setup, fits = page.page_setup, page.sheet_properties.pageSetUpPr
    assert (page_setup.paperSize, page_setup.orientation, page_setup.fitToHeight) == (9, "landscape", 0)
    assert fits is not None
    assert fits.fitToPage
    assert (page.print_title_rows, page.freeze_panes) == ("$1:$1", "A2")
    assert page.auto_filter.ref == "A1:B2"
    assert page.oddFooter is not None
    assert "Sở A && B" in str(page.oddFooter.left.text)


def test_cells_of_one_guide_share_one_list_of_words() -> None:
    guide = Guide("Chọn một.", ("hoàn thành", "đang thực hiện"))
    cell = Cell(None, OPEN, guide=guide)

    page = opened(book(Row((Cell("a"), cell)), Row((Cell("b"), cell))))

    [rule] = page.data_validations.dataValidation
    assert (rule.formula1, str(rule.sqref)) == ('"hoàn thành,đang thực hiện"', "B1 B2")
    assert (rule.type, rule.prompt) == ("list", "Chọn một.")


def test_a_cell_may_go_across_columns() -> None:
    page = opened(book(Row((Cell("BIỂU TỔNG HỢP", across=2),)), row("a", "b")))

    assert [str(area) for area in page.merged_cells.ranges] == ["A1:B1"]


def test_hidden_columns_and_sheets_stay_hidden() -> None:
    sheet = Sheet("_số", (Column(5, is_hidden=True),), (row("x"),), is_hidden=True)
    shown = Sheet("Biểu", (Column(5),), (row("y"),))

    written = write_book(Book("t", "a", DAY, (shown, sheet)))

    page = openpyxl.load_workbook(BytesIO(written))["_số"]
    assert (page.sheet_state, page.column_dimensions["A"].hidden) == ("veryHidden", True)


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\ufffe", "\ud800"])
def test_a_sign_that_xml_cannot_hold_is_shown_as_such(sign: str) -> None:
    assert opened(book(row(f"a{sign}b")))["A1"].value == "a\ufffdb"
