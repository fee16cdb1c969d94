"""What `thidua progress` writes for Excel, for narrow terminals and for those that know ASCII alone."""

import csv
import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import data_directory
from terminal import Terminal
from thidua_cli.cli.excerpts import columns_of
from thidua_cli.cli.fact_files import SEPARATOR, Facts, Field, book_of, csv_text
from thidua_cli.spreadsheets.cells import Number
from thidua_cli.spreadsheets.reader import read_book
from thidua_cli.spreadsheets.writer import write_book

DATA: dict[str, str | bytes] = {
    "thidua.yaml": "unit: so",
    "data/units/so.yaml": """\
        id: so
        name: Sở Minh họa
        divisions: [{id: phong-a, name: "=Phòng A"}, {id: phong-b, name: Phòng B}]
        """,
    "data/campaigns/1-KH/campaign.yaml": """\
        name: phong trào thi đua năm 2026
        issuer: so
        period: {from: 2026-01-01, to: 2026-12-31}
        """,
    "data/campaigns/1-KH/targets.yaml": """\
        targets:
          - {id: khach, name: "@SUM(A1) khách du lịch", at_least: 1234567.89, unit: lượt,
             reported_by: [phong-a, phong-b]}
          - {id: ty-le, kind: share, name: Tỷ lệ xã đạt, more_than: 39.62, reported_by: [phong-b]}
        tasks:
          - {id: de-an, name: Xây dựng đề án, responsible: [phong-a]}
        """,
    "data/campaigns/1-KH/results/phong-b.yaml": """\
        - period: 2026-H1
          as_of: 2026-07-02
          source: Báo cáo 01
          values: {khach: {value: 1234567890.123456789}, ty-le: {of: [1, 3]}}
        """,
}
DAY = ("--as-of", "2026-07-31")


@pytest.fixture
def office(thidua: Terminal) -> Terminal:
    data_directory(thidua.directory, DATA)
    return thidua


def rows_of(text: str) -> list[dict[str, str]]:
    """The lines of a CSV by their headings."""
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff")), delimiter=SEPARATOR))


def test_csv_has_exact_figures_beside_printed_ones(office: Terminal) -> None:
    said = office("progress", "-q", *DAY, "-f", "csv")

    visitors, share, task = rows_of(said.out)
    assert said.out.startswith("\ufeffPhong trào;Loại;Mã;")
    assert (visitors["Mức cần đạt"], visitors["Số thực hiện"]) == ("1234567,89", "1234567890,123456789")
    assert (share["Số thực hiện"], share["Tử số"], share["Mẫu số"]) == ("", "1", "3")
    assert (share["Thực hiện"], share["Tiến độ"], share["Biết đến ngày"]) == (
        "33,33 (1/3)", "not-due", "2026-07-02",
    )  # fmt: skip
    assert (task["Loại"], task["Đánh giá"], task["Kết quả"]) == ("nhiệm vụ", "chưa có số liệu", "no-data")


def test_what_a_spreadsheet_would_run_is_text(office: Terminal) -> None:
    visitors = rows_of(office("progress", "-q", *DAY, "-f", "csv").out)[0]

    assert (visitors["Tên"], visitors["Chưa báo cáo"]) == ("'@SUM(A1) khách du lịch", "'=Phòng A")


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20), min_size=1
    )
)
def test_every_text_comes_back_from_csv_and_none_begins_like_a_formula(texts: list[str]) -> None:
    facts = Facts("Thử", (Field("Một"),), tuple((text,) for text in texts))

    found = list(
        csv.reader(StringIO(csv_text(facts).removeprefix("\ufeff"), newline=""), delimiter=SEPARATOR)
    )

    cells = [row[0] if row else "" for row in found[1:]]
    lines = [text.replace("\r\n", "\n").replace("\r", "\n") for text in texts]
    assert [cell.removeprefix("'") for cell in cells] == [line.removeprefix("'") for line in lines]
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "|")) for cell in cells)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_figures_stay_figures_in_csv_also_below_zero(value: Decimal) -> None:
    cell = csv_text(Facts("Thử", (Field("Một"),), ((value,),))).splitlines()[1]

    assert Decimal(cell.replace(",", ".")) == value


def test_a_workbook_holds_numbers_as_far_as_excel_keeps_them(office: Terminal) -> None:
    said = office("progress", *DAY, "-f", "xlsx", "-o", "tien-do.xlsx")
    [sheet] = read_book((office.directory / "tien-do.xlsx").read_bytes()).sheets

    found = {cell.at: cell.content for cell in sheet.cells}
    headings = {content: at.column for at, content in found.items() if at.row == 1}
    by_heading = {
        name: {at.row: c for at, c in found.items() if at.column == n} for name, n in headings.items()
    }
    assert said.err.splitlines()[-1] == "Đã ghi: tien-do.xlsx"
    assert by_heading["Mức cần đạt"][2] == Number(Decimal("1234567.89"))
    assert by_heading["Số thực hiện"][2] == "1234567890,123456789"
    assert by_heading["Biết đến ngày"][3] == date(2026, 7, 2)
    assert by_heading["Chưa báo cáo"][2] == "=Phòng A"


def test_the_same_facts_are_the_same_workbook() -> None:
    facts = Facts("Thử", (Field("Một"),), (("a",), (Decimal(1),), (None,)))

    assert write_book(book_of(facts, date(2026, 7, 31))) == write_book(book_of(facts, date(2026, 7, 31)))


def test_a_file_with_other_content_is_replaced_only_by_force(office: Terminal) -> None:
    (office.directory / "a.csv").write_text("của người khác", encoding="utf-8")

    refused = office("progress", "-q", *DAY, "-f", "csv", "-o", "a.csv")
    forced = office("progress", *DAY, "-f", "csv", "-o", "a.csv", "--force")
    again = office("progress", *DAY, "-f", "csv", "-o", "a.csv")

    assert (refused.code, forced.code) == (2, 0)
    assert refused.err.startswith("lỗi: Đã có tệp “a.csv” với nội dung khác.\n")
    assert again.err.splitlines()[-1] == "Không thay đổi: a.csv"


@pytest.mark.parametrize("columns", [40, 60, 79])
def test_a_narrow_terminal_gets_a_narrow_page(
    columns: int, office: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", str(columns))

    said = office("progress", "-q", *DAY)

    assert max(columns_of(line) for line in said.out.splitlines()) <= columns
    assert "33,33 (1/3)" in " ".join(said.out.split())


@pytest.mark.parametrize("color", [(), ("--color", "never"), ("--color", "always")])
def test_a_page_says_everything_without_colour(color: tuple[str, ...], office: Terminal) -> None:
    plain = office("progress", "-q", *DAY)

    assert office("progress", "-q", *DAY, *color) == plain
    assert "\033" not in plain.out


def shown(directory: Path, encoding: str, *words: str) -> str:
    """What a program of its own prints where the environment asks for an encoding."""
    ended = subprocess.run(
        [sys.executable, "-m", "thidua_cli", "progress", "-q", *DAY, *words],
        cwd=directory,
        env={**os.environ, "PYTHONIOENCODING": encoding, "NO_COLOR": "1"},
        capture_output=True,
        check=True,
    )
    return ended.stdout.decode("utf-8")


def test_a_terminal_that_knows_ascii_alone_gets_plain_letters(office: Terminal) -> None:
    page, facts = (shown(office.directory, "ascii", *words) for words in ((), ("-f", "json")))

    assert page.isascii()
    assert "Ty le xa dat" in page
    assert "> 39,62" in page
    assert "######.." in page
    assert "Tỷ lệ xã đạt" in facts  # programs get what is written


@pytest.mark.parametrize("encoding", ["cp1258", "cp1252", "utf-8"])
def test_other_encodings_are_answered_in_utf_8(encoding: str, office: Terminal) -> None:
    assert "Tỷ lệ xã đạt" in shown(office.directory, encoding).replace("\n", " ")
