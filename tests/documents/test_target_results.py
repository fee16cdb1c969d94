"""The table of targets shows a year beside the year before, and a term beside its years, as far as data know."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from building import data_directory
from thidua_cli.documents.progress_report import compose_report
from thidua_cli.documents.report_choice import choose_report
from thidua_cli.documents.report_senders import sender_of
from thidua_cli.model.periods import parse_period
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.tree import Appendix, Document, Item, Table, plain_text

UNITS: dict[str, str | bytes] = {
    "data/units/so.yaml": """
        {id: so, name: Sở Minh họa, symbol: SMH, divisions: [{id: doi-a, name: Đội A}, {id: doi-b, name: Đội B}]}
        """,
    "data/documents.yaml": """
        - {id: qd-7, type: Quyết định, number: 7/QĐ-SMH, date: 2027-05-05, issuer: so, subject: điều chỉnh}
        """,
}
TITLE = "Kết quả thực hiện các chỉ tiêu"


class Asked(NamedTuple):
    """A report on a campaign that begins in 2026."""

    end: str
    period: str
    as_of: date
    kind: str


def report(tmp_path: Path, targets: str, results: dict[str, str], asked: Asked) -> Document:
    files: dict[str, str | bytes] = {
        **UNITS,
        "data/campaigns/pt/campaign.yaml": f"""
            name: phong trào thi đua
            issuer: so
            document: {{number: 19/KH-SMH, date: 2026-01-30}}
            period: {{from: 2026, to: {asked.end}}}
            """,
        "data/campaigns/pt/targets.yaml": f"targets:\n{targets}",
        **{f"data/campaigns/pt/results/{unit}.yaml": text for unit, text in results.items()},
    }
    loaded = data_directory(tmp_path, files)
    assert loaded.findings == ()
    sender = sender_of(loaded.repository, loaded.repository.campaigns["pt"])
    choice = choose_report(sender, asked.as_of, period=parse_period(asked.period), kind=asked.kind)
    return compose_report(loaded.repository, choice, asked.as_of, load_profile("nd30"))


def table_of(document: Document) -> Table:
    """The table of targets, in the text or in its appendix."""
    for block in document.blocks:
        match block:
            case Table(caption=caption) if caption and caption[0].text == TITLE:
                return block
            case Appendix(title=title, blocks=(Table() as table,)) if title[0].text == TITLE:
                return table
    raise AssertionError("there is no table of targets")


def column(document: Document, title: str) -> list[str]:
    table = table_of(document)
    number = [one.title for one in table.columns].index(title)
    return [plain_text(row.cells[number]) for row in table.rows]


def titles(document: Document) -> list[str]:
    return [one.title for one in table_of(document).columns]


def items(document: Document) -> list[str]:
    return [plain_text(block.runs) for block in document.blocks if isinstance(block, Item)]


YEAR_TARGETS = """
  - {id: khach, name: Lượt khách, unit: lượt, at_least: 75000, reported_by: [doi-a, doi-b]}
  - {id: thu, name: Doanh thu, unit: tỷ đồng, at_least: 2000, reported_by: [doi-a]}
  - {id: xa, kind: share, name: Tỷ lệ xã, at_least: 60, reported_by: [doi-a]}
  - {id: ngheo, name: Tỷ lệ nghèo, unit: "%", less_than: 15, over_time: latest, reported_by: [doi-a]}
  - {id: hang, kind: rank, name: Thứ hạng, top: 25, reported_by: [doi-a]}
"""
YEAR_RESULTS = {
    "doi-a": """
        - {period: 2025, as_of: 2026-01-05, source: Báo cáo số 0, values: {xa: {of: [30, 53]}, hang: {of: [30, 63]}}}
        - period: 2026
          as_of: 2027-01-05
          source: Báo cáo số 1
          values:
            khach: {value: 100040, base: 90000}
            thu: {value: 1543, base: 1045}
            xa: {of: [35, 53]}
            ngheo: {value: 12.5, base: 16}
            hang: {of: [27, 63]}
        """,
    "doi-b": """
        - {period: 2026, as_of: 2027-01-05, source: Báo cáo số 2, values: {khach: {value: 85000, base: 80000}}}
        """,
}


def year(tmp_path: Path, results: dict[str, str] | None = None) -> Document:
    found = YEAR_RESULTS if results is None else results
    return report(tmp_path, YEAR_TARGETS, found, Asked("2026", "2026", date(2027, 1, 10), "annual"))


def test_a_year_stands_beside_the_year_before(tmp_path: Path) -> None:
    document = year(tmp_path)

    assert column(document, "Cùng kỳ năm trước") == ["170.000", "1.045", "56,60 (30/53)", "16", "30/63"]
    assert column(document, "Thực hiện") == ["185.040", "1.543", "66,04 (35/53)", "12,5", "27/63"]
    assert column(document, "So với kế hoạch") == ["246,7%", "77,2%", "110,1%", "–", "–"]
    assert column(document, "So với cùng kỳ") == [
        "tăng 8,8%",
        "tăng 47,7%",
        "tăng 9,43 điểm %",
        "giảm 3,5 điểm %",
        "tăng 3 bậc",
    ]


@pytest.mark.parametrize(
    ("of_b", "said"),
    [
        ("under-way", "Quá hạn (01/02 đơn vị hoàn thành)"),
        ("not-started", "Quá hạn (01/02 đơn vị hoàn thành)"),
        ("done", "Hoàn thành"),
    ],
)
def test_a_task_that_is_late_for_some_says_how_many_are_done(tmp_path: Path, of_b: str, said: str) -> None:
    tasks = "tasks:\n  - {id: de-an, name: Xây dựng đề án, by: 2026-06-30, responsible: [doi-a, doi-b]}\n"
    results = {
        unit: f"- {{period: 2026, as_of: 2027-01-05, source: Báo cáo, tasks: {{de-an: {state}}}}}"
        for unit, state in (("doi-a", "done"), ("doi-b", of_b))
    }

    document = report(tmp_path, tasks, results, Asked("2026", "2026", date(2027, 1, 10), "annual"))

    [table] = [
        block for block in document.blocks if isinstance(block, Table) and block.columns[3].title == "Tiến độ"
    ]
    assert "".join(run.text for run in table.rows[0].cells[3]) == said


def test_each_target_is_said_in_a_sentence_from_the_same_row(tmp_path: Path) -> None:
    no_break = "\u00a0"
    assert items(year(tmp_path))[:5] == [
        f"Lượt khách: 185.040{no_break}lượt, vượt 146,7% kế hoạch, tăng 8,8% so với cùng kỳ năm trước.",
        f"Doanh thu: 1.543{no_break}tỷ đồng, đạt 77,2% kế hoạch, tăng 47,7% so với cùng kỳ năm trước.",
        (
            "Tỷ lệ xã: 66,04% (35/53), vượt 6,04 điểm % so với kế hoạch, tăng 9,43 điểm % so với cùng kỳ năm trước."
        ),
        "Tỷ lệ nghèo: 12,5%, kế hoạch là dưới 15%, giảm 3,5 điểm % so với cùng kỳ năm trước.",
        "Thứ hạng: hạng 27/63, kế hoạch là trong nhóm 25 dẫn đầu, tăng 3 bậc so với cùng kỳ năm trước.",
    ]


def test_a_figure_that_does_not_reach_the_end_of_the_period_says_so(tmp_path: Path) -> None:
    part = {"doi-a": "[{period: 2026-9M, as_of: 2026-10-05, source: Báo cáo số 1, values: {thu: 1500}}]"}
    asked = Asked("2026", "2026", date(2026, 11, 10), "annual")
    document = report(tmp_path, YEAR_TARGETS, part, asked)

    assert items(document)[0] == "Doanh thu (9 tháng đầu năm 2026): 1.500\u00a0tỷ đồng, đạt 75% kế hoạch."
    assert "Chưa đạt" not in column(document, "Đánh giá")


def test_what_was_not_met_is_named_among_the_shortcomings(tmp_path: Path) -> None:
    assert items(year(tmp_path))[-1] == "02 chỉ tiêu chưa đạt: Doanh thu (đạt 77,2% kế hoạch); Thứ hạng."


def test_a_column_stands_only_where_some_row_has_something_to_say(tmp_path: Path) -> None:
    alone = {
        "doi-a": "[{period: 2026, as_of: 2027-01-05, source: Báo cáo số 1, values: {thu: 1543, xa: {of: [35, 53]}}}]"
    }

    assert titles(year(tmp_path / "a", alone)) == [
        "TT",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Kế hoạch",
        "Thực hiện",
        "So với kế hoạch",
        "Đánh giá",
        "Ghi chú",
    ]
    assert "So với kế hoạch" not in titles(year(tmp_path / "b", {}))


def test_what_one_unit_did_not_report_for_the_year_before_is_not_compared(tmp_path: Path) -> None:
    results = {**YEAR_RESULTS, "doi-b": YEAR_RESULTS["doi-b"].replace(", base: 80000", "")}
    document = year(tmp_path, results)

    assert column(document, "Cùng kỳ năm trước")[0] == "–"
    assert column(document, "So với cùng kỳ")[0] == "–"


TERM_TARGETS = """
  - {id: khach, name: Lượt khách, unit: nghìn lượt, at_least: 9000, reported_by: [doi-a],
     path: [{by: 2026, value: 1500}, {by: 2027, value: 3200}, {by: 2028, value: 5000}]}
  - {id: xa, kind: share, name: Tỷ lệ xã, at_least: 60, reported_by: [doi-a], path: [{by: 2028, value: 45}]}
  - {id: dang, name: Đảng viên mới, unit: đảng viên, at_least: 100, over_time: each-year, reported_by: [doi-b]}
  - {id: von, name: Vốn, unit: tỷ đồng, at_least: 3350, reported_by: [doi-b]}
"""
TERM_RESULTS = {
    "doi-a": """
        - {period: 2026, as_of: 2027-01-05, source: Báo cáo số 1, values: {khach: 1600, xa: {of: [16, 53]}}}
        - {period: 2027, as_of: 2028-01-05, source: Báo cáo số 2, values: {khach: 1900, xa: {of: [20, 53]}}}
        - {period: 2028, as_of: 2029-01-05, source: Báo cáo số 3,
           values: {khach: {value: 2250, estimate: true}, xa: {of: [25, 53]}}}
        """,
    "doi-b": """
        - {period: 2026, as_of: 2027-01-05, source: Báo cáo số 4, values: {dang: 110, von: 700}}
        - {period: 2027, as_of: 2028-01-05, source: Báo cáo số 5, values: {dang: 90, von: 900}}
        - {period: 2028, as_of: 2029-01-05, source: Báo cáo số 6, values: {dang: 120, von: 1200}}
        """,
}


def term(tmp_path: Path, results: dict[str, str], targets: str = TERM_TARGETS) -> Document:
    return report(tmp_path, targets, results, Asked("2030", "2028", date(2029, 1, 10), "interim"))


def test_a_term_shows_its_year_and_what_has_accumulated(tmp_path: Path) -> None:
    document = term(tmp_path, TERM_RESULTS)

    assert titles(document) == [
        "TT",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Cùng kỳ năm 2027",
        "Kế hoạch năm 2028",
        "Thực hiện năm 2028",
        "So với KH năm",
        "So với cùng kỳ",
        "Mục tiêu đến 2030",
        "Lũy kế",
        "So với mục tiêu",
        "Đánh giá",
        "Ghi chú",
    ]
    # a sum asks of the year what its path adds in it; a state what the path says; each year the goal itself
    assert column(document, "Kế hoạch năm 2028") == ["≥ 1.800", "≥ 45", "≥ 100", "–"]
    assert column(document, "Thực hiện năm 2028") == ["ước 2.250", "47,17 (25/53)", "120", "1.200"]
    assert column(document, "So với KH năm") == ["125%", "104,8%", "120%", "–"]
    assert column(document, "Lũy kế") == ["ước 5.750", "47,17 (25/53)", "120", "2.800"]
    assert column(document, "So với mục tiêu") == ["63,9%", "78,6%", "120%", "83,6%"]


def test_a_wide_table_lies_across_in_an_appendix_that_the_text_points_to(tmp_path: Path) -> None:
    document = term(tmp_path, TERM_RESULTS)

    appendix = next(block for block in document.blocks if isinstance(block, Appendix))
    assert (appendix.title[0].text, appendix.landscape) == (TITLE, True)
    assert f"Chi tiết ở Phụ lục “{TITLE}” kèm theo Báo cáo này." in str(document.blocks)


def test_without_results_a_term_shows_its_goal_alone_on_an_upright_page(tmp_path: Path) -> None:
    targets = "  - {id: von, name: Vốn, unit: tỷ đồng, at_least: 3350, reported_by: [doi-b]}\n"
    document = term(tmp_path, {}, targets)

    assert titles(document) == [
        "TT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu đến 2030", "Thực hiện", "Đánh giá", "Ghi chú",
    ]  # fmt: skip
    assert not table_of(document).landscape


def test_a_half_year_of_a_term_asks_nothing_of_what_the_year_has_not_reached(tmp_path: Path) -> None:
    results = {"doi-b": "[{period: 2026-H1, as_of: 2026-07-05, source: Báo cáo số 4, values: {dang: 60}}]"}
    asked = Asked("2030", "2026-H1", date(2026, 7, 10), "interim")
    document = report(tmp_path, TERM_TARGETS, results, asked)

    assert column(document, "Thực hiện 6 tháng đầu năm 2026") == ["–", "–", "60", "–"]
    assert "Chưa đạt" not in column(document, "Đánh giá")


def test_a_changed_goal_prints_both_and_the_document_that_changed_it(tmp_path: Path) -> None:
    targets = TERM_TARGETS.replace(
        "at_least: 3350, ", "at_least: 3350, versions: [{from: 2027-06-01, at_least: 3500, document: qd-7}], "
    )
    document = term(tmp_path, TERM_RESULTS, targets)

    assert column(document, "Mục tiêu đến 2030")[3] == "≥ 3.500"
    assert column(document, "Ghi chú")[3] == (
        "Điều chỉnh từ ngày 01/6/2027 theo Quyết định số 7/QĐ-SMH ngày 05/5/2027, mức ban đầu ≥ 3.350"
    )


@pytest.mark.parametrize(
    ("figure", "remark"),
    [
        ("1543", "Theo đánh giá của Giám đốc Sở ngày 09/01/2027, theo số liệu là chưa đạt (thiên tai)"),
        (
            "1600",
            (
                "Theo đánh giá của Giám đốc Sở ngày 09/01/2027, theo số liệu là chưa đạt (thiên tai); số liệu đã thay "
                "đổi sau đó, cần đánh giá lại"
            ),
        ),
    ],
)
def test_a_verdict_of_a_person_is_told_as_one(tmp_path: Path, figure: str, remark: str) -> None:
    said = (
        "{as_of: 2027-01-05, verdict: met, because: thiên tai, by: Giám đốc Sở, on: 2027-01-09, figure: 1543}"
    )
    targets = (
        "  - {id: thu, name: Doanh thu, unit: tỷ đồng, at_least: 2000, reported_by: [doi-a],\n"
        f"     verdicts: [{said}]}}\n"
    )
    results = {
        "doi-a": f"[{{period: 2026, as_of: 2027-01-05, source: Báo cáo số 1, values: {{thu: {figure}}}}}]"
    }
    document = report(tmp_path, targets, results, Asked("2026", "2026", date(2027, 1, 10), "final"))

    assert (column(document, "Đánh giá"), column(document, "Ghi chú")) == (["Đạt"], [remark])


@pytest.mark.parametrize("name", ["nd30", "dang-hd05"])
def test_no_table_is_wider_than_its_sheet(tmp_path: Path, name: str) -> None:
    profile = load_profile(name)
    for document in (year(tmp_path / "a"), term(tmp_path / "b", TERM_RESULTS)):
        for block in document.blocks:
            tables = block.blocks if isinstance(block, Appendix) else (block,)
            for table in (one for one in tables if isinstance(one, Table)):
                width = sum(Decimal(one.share) for one in table.columns) / 10
                assert width <= profile.page.text_width(landscape=table.landscape)
