"""The tables of papers have a line for every kind of target, in words that a reader knows."""

from datetime import date

from scoring import CAMPAIGN, repository
from thidua_cli.documents.remarks import Remarks
from thidua_cli.documents.target_results import targets_table
from thidua_cli.documents.target_tables import plan_table
from thidua_cli.model.periods import period_between
from thidua_cli.progress.questions import question_on
from thidua_cli.progress.scoreboard import Scoreboard, score
from thidua_cli.typesetting.tree import Run, Table

TERM = (date(2026, 1, 1), date(2027, 12, 31))
TARGETS = """
    targets:
      - {id: a, kind: share, name: Xã nông thôn mới, more_than: {of: [21, 53]}, compare: fraction, reported_by: [doi-a]}
      - {id: b, name: Đảng viên mới, unit: đảng viên, between: [15, 16], over_time: each-year, reported_by: [doi-a]}
      - {id: c, kind: growth, name: GRDP, unit: "%/năm", at_least: 10, reported_by: [doi-a],
         against: {year: 2025, value: 100}}
      - {id: d, kind: reduction, name: Hộ nghèo, more_than: 3, measured_in: points, reported_by: [doi-a]}
      - {id: e, kind: rank, name: PAR INDEX, top: 25, reported_by: [doi-a]}
      - {id: f, kind: milestone, name: Bệnh viện, reported_by: [doi-a]}
      - {id: g, kind: all-of, name: Cả hai, children: [e, f]}
      - {id: h, kind: coverage, name: Sáng kiến, exactly: 100, reported_by: [doi-a]}
      - {id: i, kind: share, name: Nhắc lại, more_than: {of: [21, 53]}, restates: a}
    """
RESULTS = """
    - period: 2026
      as_of: 2027-01-05
      source: Báo cáo mẫu số 01
      values:
        a: {of: [21, 53]}
        b: 15
        c: 121
        d: 5
        e: {of: [27, 34]}
        f: {state: done, shown_by: Biên bản mẫu, on: 2026-06-01}
    - period: 2027
      as_of: 2028-01-05
      source: Báo cáo mẫu số 02
      values:
        a: {of: [21, 53]}
        b: 14
        c: 121
        e: {of: [24, 34]}
    """
FILES = {
    "data/campaigns/pt/campaign.yaml": CAMPAIGN.replace("2026-12-31", "2027-12-31"),
    "data/campaigns/pt/targets.yaml": TARGETS,
    "data/campaigns/pt/results/doi-a.yaml": RESULTS,
}


def lines_of(table: Table, *columns: int) -> list[str]:
    rows = [row for row in table.rows if hasattr(row, "cells")]
    return [" | ".join(_text(row.cells[i]) for i in columns) for row in rows]


def _text(cell: object) -> str:
    assert isinstance(cell, tuple)
    return "".join(run.text for run in cell if isinstance(run, Run))


def test_a_plan_prints_what_each_kind_asks() -> None:
    loaded = repository(FILES)

    table = plan_table(loaded.campaigns["pt"].sheet.targets, loaded)

    assert lines_of(table, 1, 2, 3) == [
        "Xã nông thôn mới | % | > 39,62 (21/53)",
        "Đảng viên mới | đảng viên | 15 - 16",
        "GRDP | %/năm | ≥ 10",
        "Hộ nghèo | điểm % | > 3",
        "PAR INDEX | hạng | ≤ 25",
        "Bệnh viện | mốc | hoàn thành",
        "Cả hai | tiêu chí | đủ 2",
        "Sáng kiến | % | 100",
        "Nhắc lại | % | > 39,62 (21/53)",
    ]


def test_a_report_prints_what_each_kind_came_to() -> None:
    loaded = repository(FILES)
    folder, day, period = loaded.campaigns["pt"], date(2028, 2, 1), period_between(*TERM)
    board: Scoreboard = score(loaded, folder, day)
    remarks = Remarks(loaded, period, "{document} ngày {day}")

    table = targets_table(question_on(loaded, folder, day), board.targets, period, remarks.on)

    named = [column.title for column in table.columns]
    reached, share, verdict, remark = (
        named.index(title) for title in ("Thực hiện", "So với mục tiêu", "Đánh giá", "Ghi chú")
    )
    assert lines_of(table, 1, reached, share, verdict) == [
        "Xã nông thôn mới | 39,62 (21/53) | 100% | Chưa đạt",
        "Đảng viên mới | 14 | 93,3% | Chưa đạt",
        "GRDP | 10 | 100% | Đạt",
        "Hộ nghèo | – | – | Chưa có số gốc",
        "PAR INDEX | 24/34 | – | Đạt",
        "Bệnh viện | hoàn thành | – | Đạt",
        "Cả hai | 2/2 | – | Đạt",
        "Sáng kiến | chưa có số liệu | – | Chưa có số liệu",
        "Nhắc lại | 39,62 (21/53) | – | Không tính",
    ]
    assert lines_of(table, remark)[1].startswith("Năm 2026: 15, đạt; năm 2027: 14, chưa đạt")
