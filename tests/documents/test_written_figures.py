"""A figure typed into a narrative is compared with the data: what agrees, rounded or not, is let alone."""

from pathlib import Path

import pytest

from building import data_directory
from thidua_cli.documents.narrative_checks import CHECKS

FILES: dict[str, str | bytes] = {
    "data/units/so.yaml": "{id: so, name: Sở, divisions: [{id: doi-a, name: Đội A}, {id: doi-b, name: Đội B}]}",
    "data/campaigns/pt/campaign.yaml": """
        name: phong trào năm 2026
        issuer: so
        period: {from: 2026-01-30, to: 2026-12-31}
        """,
    "data/campaigns/pt/targets.yaml": """
        targets:
          - {id: thu, name: Doanh thu du lịch năm 2026, unit: tỷ đồng, at_least: 2000, reported_by: [doi-a, doi-b],
             wording: "doanh thu từ du khách đạt {} tỷ đồng"}
          - {id: khach, name: Khách quốc tế, unit: lượt, at_least: 75000, reported_by: [doi-a]}
          - {id: xa, kind: share, name: Tỷ lệ xã đạt chuẩn, at_least: 60, reported_by: [doi-a]}
          - {id: moi, name: Mô hình mới, unit: mô hình, at_least: 5, reported_by: [doi-b]}
        """,
    "data/campaigns/pt/results/doi-a.yaml": """
        - {period: 2026-H1, as_of: 2026-07-05, source: Báo cáo số 0, values: {thu: 400}}
        - period: 2026
          as_of: 2026-12-31
          source: Báo cáo số 1
          values:
            thu: {value: 1000, base: 800}
            khach: {value: 185040}
            xa: {of: [35, 53]}
        """,
    "data/campaigns/pt/results/doi-b.yaml": """
        - {period: 2026, as_of: 2026-12-31, source: Báo cáo số 2, values: {thu: {value: 543, base: 245}}}
        """,
}


def found(tmp_path: Path, text: str, unit: str = "so") -> list[str]:
    narrative = f"---\nperiod: 2026\nkind: final\n---\n\n# Tồn tại, hạn chế\n\n{text}\n"
    path = f"data/campaigns/pt/reports/{unit}/2026-final.md"
    loaded = data_directory(tmp_path, {**FILES, path: narrative.encode()})
    assert loaded.findings == ()
    return [
        f"{f.at.line}:{f.at.column} {f.message}" for check in CHECKS for f in check.run(loaded.repository)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Doanh thu du lịch đạt 1.543 tỷ đồng, đạt 77,2% kế hoạch, tăng 47,7% so với cùng kỳ.",
        "Doanh thu du lịch đạt 77,1% kế hoạch và 77% so với mục tiêu.",  # 77,15 may be cut either way
        "Khách quốc tế 185.040 lượt, vượt 146,7% kế hoạch (vượt 147% chỉ tiêu).",
        "Tỷ lệ xã đạt chuẩn là 66,04%, vượt 6 điểm % so với kế hoạch; vượt 10,1% kế hoạch.",
        # figures of units, of periods that were reported, and of the plan
        "Doanh thu du lịch: riêng Đội A 1.000 tỷ đồng trên kế hoạch 2.000 tỷ đồng, trước đó là 400 tỷ đồng.",
        # another time, a difference, another unit, no data: nothing to compare
        "Doanh thu du lịch quý I đạt 300 tỷ đồng.",
        "Quý I, doanh thu du lịch đạt 300 tỷ đồng.",
        "Doanh thu du lịch đạt 300 tỷ đồng trong 3 tháng đầu năm.",
        "Năm 2025, doanh thu du lịch đạt 900 tỷ đồng.",
        "Doanh thu du lịch tăng 12 tỷ đồng, vượt 9 tỷ đồng.",
        "Doanh thu du lịch nộp ngân sách 5 triệu đồng.",
        "Mô hình mới: 7 mô hình, đạt 140% kế hoạch.",
        # about no target
        "Sở đã họp 12 lần; chi 900 tỷ đồng.",
        # drawn from the data
        "Doanh thu du lịch phải đạt {{ figure('thu') }}.",
    ],
)
def test_what_agrees_or_cannot_be_compared_is_let_alone(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "Doanh thu du lịch đạt 1.453 tỷ đồng.",
            (
                "8:23 Lời văn viết “1.453 tỷ đồng” cho chỉ tiêu “Doanh thu du lịch năm 2026” nhưng theo số liệu là "
                "1.543\u00a0tỷ đồng."
            ),
        ),
        (
            "Doanh thu\ndu lịch bằng 80% kế hoạch.",
            (
                "9:14 Lời văn viết “80%” cho chỉ tiêu “Doanh thu du lịch năm 2026” nhưng theo số liệu là đạt 77,2% kế "
                "hoạch."
            ),
        ),
        (
            "Khách quốc tế vượt 246,7% kế hoạch.",
            "8:20 Lời văn viết “246,7%” cho chỉ tiêu “Khách quốc tế” nhưng theo số liệu là vượt 146,7% kế hoạch.",
        ),
        (
            "Doanh thu du lịch giảm 47,7% so với cùng kỳ.",
            "8:24 Lời văn viết “47,7%” cho chỉ tiêu “Doanh thu du lịch năm 2026” nhưng theo số liệu là tăng 47,7%.",
        ),
        (
            "Năm 2026, doanh thu du lịch tăng 47,7% so với cùng kỳ năm trước, đạt 80% kế hoạch.",
            (
                "8:70 Lời văn viết “80%” cho chỉ tiêu “Doanh thu du lịch năm 2026” nhưng theo số liệu là đạt 77,2% kế "
                "hoạch."
            ),
        ),
        (
            "Tỷ lệ xã đạt chuẩn là 70%.",
            "8:23 Lời văn viết “70%” cho chỉ tiêu “Tỷ lệ xã đạt chuẩn” nhưng theo số liệu là 66,04% (35/53).",
        ),
        (
            "Năm qua, doanh thu từ du khách đạt 1.600 tỷ đồng.",
            (
                "8:36 Lời văn viết “1.600” cho chỉ tiêu “Doanh thu du lịch năm 2026” nhưng theo số liệu là "
                "1.543\u00a0tỷ đồng."
            ),
        ),
    ],
)
def test_what_contradicts_the_data_is_found_where_it_stands(tmp_path: Path, text: str, finding: str) -> None:
    assert found(tmp_path, text) == [finding]


def test_the_narrative_of_a_unit_is_compared_with_its_own_figures(tmp_path: Path) -> None:
    said = "Doanh thu du lịch đạt {} tỷ đồng."

    assert found(tmp_path / "a", said.format("543"), "doi-b") == []
    assert [line[:30] for line in found(tmp_path / "b", said.format("500"), "doi-b")] == [
        "8:23 Lời văn viết “500 tỷ đồng"
    ]


def test_a_paper_that_has_gone_out_is_compared_with_what_was_known_then(tmp_path: Path) -> None:
    narrative = (
        "---\nperiod: 2026-H1\nkind: interim\ndate: 2026-07-06\n---\n\n# Tồn tại, hạn chế\n\n"
        "Doanh thu du lịch đạt {} tỷ đồng.\n"
    )
    path = "data/campaigns/pt/reports/doi-a/2026-H1-interim.md"
    for typed, findings in (("400", 0), ("380", 1)):
        files = {**FILES, path: narrative.format(typed).encode()}
        loaded = data_directory(tmp_path / typed, files)
        assert len([f for check in CHECKS for f in check.run(loaded.repository)]) == findings
