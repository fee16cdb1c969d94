"""What cannot be computed says what is missing and who owes it, and the report is written all the same."""

from datetime import date
from pathlib import Path

from building import data_directory
from thidua_cli.documents.missing_data import lacking, outdated
from thidua_cli.progress.scoreboard import Scoreboard, score
from thidua_cli.repository.index import Repository

FILES: dict[str, str | bytes] = {
    "data/units/so.yaml": """
        {id: so, name: Sở, divisions: [{id: doi-a, name: Đội A}, {id: doi-b, name: Đội B}]}
        """,
    "data/campaigns/pt/campaign.yaml": """
        name: phong trào năm 2026
        issuer: so
        period: {from: 2026, to: 2027}
        reports: [{id: bc, from: doi-b, to: so, kind: periodic, period: 2026-9M, by: 2026-10-10}]
        """,
    "data/campaigns/pt/targets.yaml": """
        targets:
          - {id: a, name: Khách, unit: lượt, at_least: 10, reported_by: [doi-a, doi-b]}
          - {id: b, name: Chưa giao, unit: lượt, at_least: 10}
          - {id: c, name: Cũng chưa giao, unit: lượt, at_least: 10}
          - {id: d, kind: growth, name: Tăng trưởng, at_least: 8, reported_by: [doi-a]}
          - {id: e, kind: share, name: Tỷ lệ, reach: 70, reported_by: [doi-a]}
          - {id: f, kind: coverage, name: Sáng kiến, exactly: 100, reported_by: [doi-a, doi-b]}
          - {id: g, name: Vẫn chưa giao, unit: lượt, at_least: 10}
          - {id: h, name: Hằng năm, unit: lượt, at_least: 10, over_time: each-year, reported_by: [doi-a]}
          - {id: i, name: Chưa giao nhưng chỉ nhắc lại, unit: lượt, at_least: 10, restates: a}
        """,
    "data/campaigns/pt/results/doi-a.yaml": """
        - {period: 2026, as_of: 2026-12-31, source: Báo cáo số 1, values: {a: 5, d: 110, e: {of: [7, 10]}, h: 12}}
        """,
}


def scored(tmp_path: Path, **results: str) -> tuple[Scoreboard, Repository]:
    more: dict[str, str | bytes] = {
        f"data/campaigns/pt/results/{u}.yaml": text for u, text in results.items()
    }
    loaded = data_directory(tmp_path, {**FILES, **more})
    assert loaded.findings == ()
    day = date(2028, 1, 5)
    return score(loaded.repository, loaded.repository.campaigns["pt"], day), loaded.repository


def test_targets_that_lack_the_same_stand_together_under_their_numbers(tmp_path: Path) -> None:
    board, repository = scored(tmp_path)

    assert lacking(board.targets, repository) == (
        "Chỉ tiêu số 1: chưa có đủ số liệu của Đội A; Đội B.",
        "Chỉ tiêu số 2 - 3, 7: chưa giao đơn vị nào báo cáo số liệu.",
        "Chỉ tiêu số 4: chưa có số gốc để so sánh; chưa có đủ số liệu của Đội A.",
        "Chỉ tiêu số 5: chưa có đủ số liệu của Đội A.",
        "Chỉ tiêu số 6: chưa có đủ mẫu số (số người) của Đội A; Đội B.",
        "Chỉ tiêu số 8: chưa có đủ số liệu của Đội A (năm 2027).",
    )


def test_a_figure_with_a_hole_says_where_it_is_without_naming_a_key(tmp_path: Path) -> None:
    late = "[{period: 2026-H2, as_of: 2026-12-31, source: Báo cáo số 2, values: {a: 5}}]"
    board, repository = scored(tmp_path, **{"doi-b": late})

    assert lacking(board.targets, repository)[0] == (
        "Chỉ tiêu số 1: chưa có đủ số liệu của Đội A; Đội B; Đội B chưa có số liệu 6 tháng đầu năm 2026."
    )


def test_figures_that_cannot_be_put_together_say_why(tmp_path: Path) -> None:
    entry = "{{period: {0}, as_of: {0}-12-31, source: Báo cáo {0}, values: {{a: {1}}}}}"
    amounts, pairs = (
        f"[{entry.format(2026, figure)}, {entry.format(2027, figure)}]" for figure in ("5", "{of: [1, 2]}")
    )
    board, repository = scored(tmp_path, **{"doi-a": amounts, "doi-b": pairs})

    assert lacking(board.targets[:1], repository) == (
        "Chỉ tiêu số 1: không cộng được số liệu của Đội B vì viết thành cặp tử số, mẫu số.",
    )


def test_a_figure_older_than_its_report_is_called_so(tmp_path: Path) -> None:
    early = "[{period: 2026-H1, as_of: 2026-07-05, source: Báo cáo số 2, values: {a: 5}}]"
    board, repository = scored(tmp_path, **{"doi-b": early})

    assert outdated(board, repository) == (
        "Đội B: số liệu của chỉ tiêu “Khách” mới đến 6 tháng đầu năm 2026.",
    )
