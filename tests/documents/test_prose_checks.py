"""A fact typed by hand in a plan is a finding with the call that replaces it."""

from pathlib import Path
from textwrap import dedent

import pytest

from building import data_directory
from thidua_cli.documents.prose_checks import CHECKS

FILES: dict[str, str | bytes] = {
    "data/units/so.yaml": """
        id: so
        name: Sở Văn hóa, Thể thao và Du lịch
        abbr: [Sở VHTTDL]
        divisions:
          - {id: phong-tc, name: Phòng Tổ chức - Pháp chế}
        """,
    "data/documents.yaml": """
        - {id: 70-nq-hdnd-2025, type: Nghị quyết, number: 70/NQ-HĐND, date: 2025-12-11}
        """,
    "data/campaigns/19-KH/campaign.yaml": """
        name: phong trào
        issuer: so
        period: {from: on-issue, to: 2026-12-31}
        reports:
          - {id: tong-ket, from: phong-tc, kind: final, before: 2026-12-15}
        """,
    "data/campaigns/19-KH/targets.yaml": """
        targets:
          - {id: khach, name: Lượt khách, unit: nghìn lượt, reach: 23100}
          - {id: xa, kind: share, name: Tỷ lệ xã, reach: 70}
        """,
}
GOOD = """\
Đón {{ figure("khach") }}, {{ figure("xa") }} số xã, theo {{ cite("70-nq-hdnd-2025") }};
{{ unit("phong-tc") }} báo cáo {{ deadline("tong-ket") }}; giai đoạn 2026 - 2030; 170 điểm.
"""


def findings(tmp_path: Path, plan: str, files: dict[str, str | bytes] | None = None) -> list[str]:
    written = {**FILES, "data/campaigns/19-KH/plan.md": plan.encode(), **(files or {})}
    loaded = data_directory(tmp_path, written)
    assert loaded.findings == ()
    found = [finding for check in CHECKS for finding in check.run(loaded.repository)]
    return [f"{f.at.line}:{f.at.column} {f.code} {f.message} → {f.hint}" for f in found]


def test_a_plan_that_draws_its_facts_from_the_data_is_clean(tmp_path: Path) -> None:
    assert findings(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("typed", "finding"),
    [
        (
            "trước ngày 15/12/2026",
            (
                '3:12 TD503 Ngày “15/12/2026” được gõ tay. → Dùng {{ deadline("mã báo cáo") }}, {{ duration() }} '
                'hoặc {{ cite("mã văn bản") }}.'
            ),
        ),
        (
            "ngày 15 tháng 12 năm 2026",
            (
                '3:1 TD503 Ngày “ngày 15 tháng 12 năm 2026” được gõ tay. → Dùng {{ deadline("mã báo cáo") }}, '
                '{{ duration() }} hoặc {{ cite("mã văn bản") }}.'
            ),
        ),
        (
            "Nghị quyết số 70/NQ-HĐND",
            '3:15 TD504 Số văn bản “70/NQ-HĐND” được gõ tay. → Dùng {{ cite("70-nq-hdnd-2025") }}.',
        ),
        (
            "Chỉ thị 62-CT/TU",
            "3:9 TD504 Số văn bản “62-CT/TU” được gõ tay. → Thêm vào data/documents.yaml rồi dùng cite.",
        ),
        (
            "đón 23.100 nghìn lượt",
            (
                "3:5 TD505 Con số “23.100 nghìn lượt” của chỉ tiêu “khach” được gõ tay. → Dùng "
                '{{ figure("khach") }} hoặc {{ target("khach") }}.'
            ),
        ),
        (
            "đạt 70 %",
            '3:5 TD505 Con số “70 %” của chỉ tiêu “xa” được gõ tay. → Dùng {{ figure("xa") }} hoặc {{ target("xa") }}.',
        ),
        (
            "giao Phòng Tổ chức - Pháp chế",
            '3:6 TD506 Tên đơn vị “Phòng Tổ chức - Pháp chế” được gõ tay. → Dùng {{ unit("phong-tc") }}.',
        ),
        (
            "{{ figure('khac') }}",
            "3:4 TD501 Không có chỉ tiêu nào mang mã “khac”. → Có phải “khach”?",
        ),
        (
            "{{ figur('khach') }}",
            "3:4 TD501 Không có hàm nào tên là “figur”. → Có phải “figure”?",
        ),
    ],
)
def test_what_is_typed_by_hand_or_called_wrongly_is_found(tmp_path: Path, typed: str, finding: str) -> None:
    assert findings(tmp_path, f"{GOOD}{typed}\n") == [finding]


def test_what_units_are_called_in_common_words_may_be_typed(tmp_path: Path) -> None:
    group = "{id: phong, name: 'Các phòng, đơn vị', kind: group, aliases: ['các phòng, đơn vị']}"
    files: dict[str, str | bytes] = {"data/units/phong.yaml": group}

    assert findings(tmp_path, f"{GOOD}Thi đua ở các phòng, đơn vị.\n", files) == []
    assert findings(tmp_path, f"{GOOD}Các phòng, đơn vị thi đua.\n", files) == [
        '3:1 TD506 Tên đơn vị “Các phòng, đơn vị” được gõ tay. → Dùng {{ unit("phong") }}.'
    ]


def test_markup_that_cannot_be_set_is_found_at_its_line(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, f"{GOOD}\n![hình](anh.png)\n")

    assert found.startswith("4:1 TD502 ")


def test_a_target_that_the_plan_never_states_is_found_where_it_is_written(tmp_path: Path) -> None:
    plan = GOOD.replace('{{ figure("xa") }}', "nhiều")

    assert findings(tmp_path, plan) == [
        '4:10 TD508 Kế hoạch không nêu chỉ tiêu “xa”. → Thêm {{ target("xa") }} vào plan.md, ở nội dung của chỉ tiêu.'
    ]


def test_a_target_that_is_said_again_needs_no_place_beside_the_one_that_is_printed(tmp_path: Path) -> None:
    path = "data/campaigns/19-KH/targets.yaml"
    again = "  - {id: nhac-lai, kind: share, name: Xã, reach: 70, status: restated, restates: xa}\n"
    restated: dict[str, str | bytes] = {path: dedent(str(FILES[path])).rstrip() + f"\n{again}"}

    assert findings(tmp_path, GOOD, restated) == []
    assert len(findings(tmp_path, GOOD.replace('{{ figure("xa") }}', "nhiều"), restated)) == 2


def test_a_narrative_without_any_heading_is_no_trouble(tmp_path: Path) -> None:
    narrative = "---\nperiod: 2026\nkind: final\n---\n\nChậm.\n"

    assert (
        findings(tmp_path, GOOD, {"data/campaigns/19-KH/reports/so/2026-final.md": narrative.encode()}) == []
    )


def test_a_heading_of_a_narrative_that_no_report_has_is_found(tmp_path: Path) -> None:
    narrative = "---\nperiod: 2026\nkind: final\n---\n\n# Nguyên nhân\n\n# Tồn tại và hạn chế\n\nChậm.\n"

    assert findings(
        tmp_path, GOOD, {"data/campaigns/19-KH/reports/so/2026-final.md": narrative.encode()}
    ) == ["8:3 TD507 Báo cáo không có đề mục “Tồn tại và hạn chế”. → Có phải “Tồn tại, hạn chế”?"]
