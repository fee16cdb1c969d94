"""Every cell of a workbook is read exactly, with its address; what openpyxl wrote is the reference."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.spreadsheets.cells import (
    Address,
    Area,
    Content,
    Fault,
    Number,
    ReadSheet,
    Uncomputed,
    column_name,
)
from thidua_cli.spreadsheets.reader import read_book

SHEET = "xl/worksheets/sheet1.xml"


def saved(fill: Callable[[Worksheet], object]) -> bytes:
    book = openpyxl.Workbook()
    assert isinstance(book.active, Worksheet)
    fill(book.active)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def sheet(content: bytes) -> ReadSheet:
    [found] = read_book(content).sheets
    return found


def rewritten(content: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The workbook with another text in one of its parts."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(file, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name)
            after.writestr(name, change(text.decode()).encode() if name == part else text)
    return file.getvalue()


def with_cells(cells: str) -> bytes:
    """A workbook whose first row is this XML."""
    rows = f'<sheetData><row r="1">{cells}</row></sheetData>'
    return rewritten(put("x"), SHEET, lambda text: re.sub("<sheetData>.*</sheetData>", lambda _: rows, text))


def cell(content: bytes, row: int = 1, column: int = 1) -> Content | None:
    found = sheet(content).at(row, column)
    return None if found is None else found.content


def put(value: str | float | date, number_format: str = "General") -> bytes:
    def fill(page: Worksheet) -> None:
        page["A1"] = value
        page["A1"].number_format = number_format

    return saved(fill)


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("0.30000000000000004", "0.3"),
        ("23100", "23100"),
        ("39.62", "39.62"),
        ("9.949999999999999", "9.95"),
        ("1E-3", "0.001"),
        ("2.31E4", "23100"),
        ("-7", "-7"),
        ("123456789012345678", "1.23456789012346E+17"),
    ],
)
def test_a_number_is_what_excel_shows_of_it(stored: str, shown: str) -> None:
    found = cell(with_cells(f'<c r="A1"><v>{stored}</v></c>'))

    assert isinstance(found, Number)
    assert str(found.value) == shown


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=4))
def test_any_figure_of_few_digits_survives_its_way_through_a_float(figure: Decimal) -> None:
    found = cell(with_cells(f'<c r="A1"><v>{float(figure)!r}</v></c>'))

    assert isinstance(found, Number)
    assert found.value == figure


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ("#,##0", Number(Decimal(46000))),
        ("0%", Number(Decimal(46000), is_percent=True)),
        ("0.00%", Number(Decimal(46000), is_percent=True)),
        ("dd/mm/yyyy", date(2025, 12, 9)),
        ("[$-42A]d/m/yyyy;@", date(2025, 12, 9)),
        ('0 "ngày"', Number(Decimal(46000))),
        ("[Red]0", Number(Decimal(46000))),
        ("General", Number(Decimal(46000))),
        ("@", Number(Decimal(46000))),
    ],
)
def test_the_format_says_what_a_number_is(number_format: str, expected: Content) -> None:
    assert cell(put(46000, number_format)) == expected


def test_the_serial_numbers_of_both_calendars_are_days() -> None:
    def since_1904(page: Worksheet) -> None:
        assert page.parent is not None
        page.parent.epoch = CALENDAR_MAC_1904
        page["A1"] = date(2026, 12, 14)

    assert cell(saved(since_1904)) == date(2026, 12, 14)
    assert cell(put(date(2026, 12, 14), "dd/mm/yyyy")) == date(2026, 12, 14)
    assert cell(put(1, "dd/mm/yyyy")) == date(1900, 1, 1)
    assert cell(put(-1, "dd/mm/yyyy")) == Number(Decimal(-1))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ('<c r="A1" t="str"><f>A2</f><v>chữ</v></c>', "chữ"),
        ('<c r="A1" t="inlineStr"><is><r><t>Cao </t></r><r><t>Bằng</t></r></is></c>', "Cao Bằng"),
        ('<c r="A1" t="inlineStr"><is><t>漢</t><rPh sb="0" eb="1"><t>kan</t></rPh></is></c>', "漢"),
        ('<c r="A1" t="inlineStr"><is><t>a_x000D_b</t></is></c>', "a\rb"),
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c r="A1" t="e"><v>#REF!</v></c>', Fault("#REF!")),
        ('<c r="A1" t="d"><v>2026-12-14T00:00:00</v></c>', date(2026, 12, 14)),
        ('<c r="A1"><f>SUM(B1:B9)</f></c>', Uncomputed()),
        ('<c r="A1"><f>SUM(B1:B9)</f><v></v></c>', Uncomputed()),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', Number(Decimal(2))),
        ("<c><v>5</v></c>", Number(Decimal(5))),
        ('<c r="A1" t="inlineStr"><is><t></t></is></c>', None),
        ('<c r="A1"/>', None),
        ('<c r="A1" s="999"><v>5</v></c>', Number(Decimal(5))),
    ],
)
def test_every_way_of_storing_a_cell_is_read(cells: str, expected: Content | None) -> None:
    assert cell(with_cells(cells)) == expected


def test_a_formula_that_asks_another_workbook_is_known_by_it() -> None:
    found = sheet(with_cells('<c r="A1"><f>[1]Sheet1!A1</f><v>5</v></c><c r="B1"><f>A1</f><v>5</v></c>'))

    assert [c.asks_other_files for c in found.cells] == [True, False]


def test_merged_areas_hidden_sheets_and_addresses_are_read() -> None:
    def fill(page: Worksheet) -> None:
        page["AB3"] = "x"
        page.merge_cells("AB3:AC4")
        page.sheet_state = "hidden"
        assert page.parent is not None
        page.parent.create_sheet("Hai")

    first, second = read_book(saved(fill)).sheets

    assert (first.is_hidden, second.is_hidden, second.name) == (True, False, "Hai")
    assert [str(c.at) for c in first.cells] == ["AB3"]
    assert first.area_over(Address(4, 29)) == Area(Address(3, 28), Address(4, 29))
    assert first.area_over(Address(5, 29)) is None


def test_a_sheet_that_claims_every_row_costs_no_more_than_what_is_in_it() -> None:
    def claim(text: str) -> str:
        text = text.replace('<dimension ref="A1:A1"/>', '<dimension ref="A1:XFD1048576"/>')
        text = text.replace('<dimension ref="A1:A1" />', '<dimension ref="A1:XFD1048576"/>')
        return text.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
            '<mergeCells count="1"><mergeCell ref="A2:XFD1048575"/></mergeCells>')  # fmt: skip

    content = rewritten(put(5), SHEET, claim)
    found = sheet(content)

    assert "XFD1048576" in ZipFile(BytesIO(content)).read(SHEET).decode()
    assert [(str(c.at), c.content) for c in found.cells] == [
        ("A1", Number(Decimal(5))),
        ("XFD1048576", Number(Decimal(1))),
    ]
    assert [(str(area.first), str(area.last)) for area in found.merged] == [("A2", "XFD1048575")]


def test_strict_open_xml_is_read_alike() -> None:
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    usual = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    content = put("Cao Bằng")
    for part in ("xl/workbook.xml", "xl/sharedStrings.xml", SHEET):
        content = rewritten(content, part, lambda text: text.replace(usual, strict))

    assert cell(content) == "Cao Bằng"


def zipped(**parts: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return file.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODS = b"application/vnd.oasis.opendocument.spreadsheet"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "không phải là sổ Excel (.xlsx)"),
        (b"ma;ten\n1;2\n", "không phải là sổ Excel (.xlsx)"),
        (OLE + bytes(512), "kiểu cũ (.xls)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (zipped(mimetype=ODS), "OpenDocument (.ods)"),
        (zipped(**{"_rels__.rels": b"", "xl__vbaProject.bin": b""}), "macro (.xlsm)"),
        (zipped(**{"_rels__.rels": b"", "xl__workbook.bin": b""}), "nhị phân (.xlsb)"),
        (zipped(**{"_rels__.rels": b"", "word__document.xml": b""}), "văn bản Word"),
        (zipped(a=b"b"), "tệp nén (.zip)"),
        (b"PK\x03\x04" + bytes(100), "bị hỏng"),
        (put(5)[:2000], "bị hỏng"),
        (zipped(**{"_rels__.rels": b"<Relationships/>"}), "bị hỏng"),
        (with_cells('<c r="A1" t="s"><v>7</v></c>'), "bị hỏng"),
        (rewritten(put(5), SHEET, lambda text: text.replace("<v>5</v>", "<v>năm</v>")), "bị hỏng"),
        (rewritten(put(5), SHEET, lambda text: f"<!DOCTYPE a [<!ENTITY b 'c'>]>{text}"), "bị hỏng"),
        (rewritten(put(5), SHEET, lambda text: text + " " * 34_000_000), "quá lớn"),
        (with_cells('<c><v>1</v></c>' * 200_001), "quá lớn"),
    ],
)  # fmt: skip
def test_what_is_no_workbook_is_refused_with_a_sentence_and_a_way_out(content: bytes, said: str) -> None:
    with pytest.raises(ThiduaError) as refused:
        read_book(content)

    assert said in refused.value.message
    assert refused.value.hint


@given(st.integers(min_value=0), st.binary(min_size=1, max_size=8))
def test_a_workbook_that_was_tampered_with_is_read_or_refused(place: int, noise: bytes) -> None:
    content = put("Cao Bằng")
    at = place % len(content)
    tampered = content[:at] + noise + content[at + len(noise) :]

    try:
        sheets = read_book(tampered).sheets
    except ThiduaError as error:
        sheets = ()
        remedy = error.hint
    else:
        remedy = "none is needed"

    assert remedy
    assert len(sheets) <= 1


@given(st.integers(min_value=1, max_value=16384))
def test_the_name_of_a_column_is_excels(number: int) -> None:
    assert column_name(number) == get_column_letter(number)
