"""`--explain`: the goal with what became of it, each entry that counts or not, and the verdict, with its source."""

import json

import pytest

from building import data_directory
from terminal import Terminal

DATA: dict[str, str | bytes] = {
    "thidua.yaml": "unit: so",
    "data/units/so.yaml": """\
        id: so
        name: Sở Minh họa
        divisions: [{id: phong-a, name: Phòng A}, {id: phong-b, name: Phòng B}]
        """,
    "data/documents.yaml": """\
        - {id: 9-qd-2026, type: Quyết định, number: 9/QĐ-SMH, date: 2026-05-01, issuer: so, subject: về chỉ tiêu}
        """,
    "data/campaigns/1-KH/campaign.yaml": """\
        name: phong trào thi đua năm 2026
        issuer: so
        document: {number: 1/KH-SMH, date: 2026-01-01}
        period: {from: on-issue, to: 2026-12-31}
        """,
    "data/campaigns/1-KH/targets.yaml": """\
        targets:
          - id: khach
            name: Lượt khách
            at_least: 1000
            unit: lượt
            reported_by: [phong-a, phong-b]
            path:
              - {by: 2026-06-30, value: 300}
            versions:
              - {from: 2026-05-01, at_least: 1200, document: 9-qd-2026, because: Tăng theo chỉ đạo}
            verdicts:
              - {as_of: 2027-01-20, verdict: met, because: Đã kiểm tra thực tế, by: Giám đốc, on: 2027-01-25}
        """,
    "data/campaigns/1-KH/allocations.yaml": """\
        - {target: khach, units: {phong-a: 800, phong-b: 400}}
        """,
    "data/campaigns/1-KH/results/phong-a.yaml": """\
        - {period: 2026-H1, as_of: 2026-07-02, source: Báo cáo 01, values: {khach: 300}}
        - {period: 2026-H1, as_of: 2026-07-20, source: Báo cáo 02, revises: Báo cáo 01, values: {khach: 350}}
        - {period: 2026, as_of: 2027-01-10, source: Báo cáo 03, values: {khach: 700}}
        """,
    "data/campaigns/1-KH/results/phong-b.yaml": """\
        - {period: 2026, as_of: 2027-01-10, source: Báo cáo 04, values: {khach: {value: 450, base: 400}}}
        """,
}


@pytest.fixture
def office(thidua: Terminal) -> Terminal:
    data_directory(thidua.directory, DATA)
    return thidua


def test_the_goal_is_followed_from_the_plan_through_each_decision(office: Terminal) -> None:
    said = office("progress", "-q", "-c", "1-KH", "--as-of", "2027-01-15", "--explain").out

    assert "  Kế hoạch: ≥ 1.000 lượt, 1/KH-SMH (data/campaigns/1-KH/targets.yaml:4:15)\n" in said
    assert (
        "  Điều chỉnh từ 01/5/2026: ≥ 1.200 lượt (Tăng theo chỉ đạo), 9/QĐ-SMH\n"
        "  (data/campaigns/1-KH/targets.yaml:10:9)\n"
        "  Cần đạt: ≥ 1.200 lượt (data/campaigns/1-KH/targets.yaml:10:38)\n"
    ) in said


def test_the_plan_alone_counts_before_the_decision(office: Terminal) -> None:
    said = office("progress", "-q", "-c", "1-KH", "--as-of", "2026-04-30", "--explain").out

    assert "  Cần đạt: ≥ 1.000 lượt, 1/KH-SMH (data/campaigns/1-KH/targets.yaml:4:15)\n" in said
    assert "Điều chỉnh" not in said


def test_what_was_corrected_or_lies_within_another_figure_is_said_not_to_count(office: Terminal) -> None:
    late, early = (
        office("progress", "-q", "-c", "1-KH", "--as-of", day, "--explain").out
        for day in ("2027-01-15", "2026-07-31")
    )

    assert (
        "    700 lượt, năm 2026, biết ngày 10/01/2027, Báo cáo 03\n"
        "    (data/campaigns/1-KH/results/phong-a.yaml:3:73)\n"
        "    không tính 300 lượt, 6 tháng đầu năm 2026, biết ngày 02/7/2026, Báo cáo 01:\n"
        "    đã được đính chính bằng Báo cáo 02\n"
        "    (data/campaigns/1-KH/results/phong-a.yaml:1:76)\n"
        "    không tính 350 lượt, 6 tháng đầu năm 2026, biết ngày 20/7/2026, Báo cáo 02,\n"
        "    đính chính Báo cáo 01: đã nằm trong số liệu năm 2026\n"
    ) in late
    assert "    350 lượt, 6 tháng đầu năm 2026, biết ngày 20/7/2026, Báo cáo 02, đính chính" in early
    assert "Báo cáo 03" not in early


def test_what_was_due_by_then_is_said_with_the_path_that_says_so(office: Terminal) -> None:
    whole = "- {period: 2026-H1, as_of: 2026-07-03, source: Báo cáo 05, values: {khach: 10}}\n"
    data_directory(office.directory, {"data/campaigns/1-KH/results/phong-b.yaml": whole})

    said = office("progress", "-q", "-c", "1-KH", "--as-of", "2026-07-31", "--explain").out

    assert "  Phải đạt đến ngày 30/6/2026: 300 lượt (data/campaigns/1-KH/targets.yaml:8:7)\n" in said


def test_the_verdict_of_a_person_is_said_with_name_and_place(office: Terminal) -> None:
    said = office("progress", "-q", "-c", "1-KH", "--as-of", "2027-02-01", "--explain").out

    assert "  Đánh giá: đạt, Giám đốc (data/campaigns/1-KH/targets.yaml:12:38)\n" in said
    assert "  Vì: Giám đốc đánh giá đạt ngày 25/01/2027, theo số liệu là chưa đạt." in said


def test_a_unit_is_explained_from_the_part_that_it_was_given(office: Terminal) -> None:
    said = office("progress", "-q", "-c", "1-KH", "-u", "phong-b", "--as-of", "2027-01-15", "--explain").out

    assert "  Giao cho đơn vị: ≥ 400 lượt (data/campaigns/1-KH/allocations.yaml:1:50)\n" in said
    assert "  So với chỉ tiêu: 450 lượt : 400 lượt = 112,5%\n" in said
    assert "  Cùng kỳ năm trước: 400 lượt" in said


def test_programs_get_the_same_steps(office: Terminal) -> None:
    words = ("progress", "-q", "-c", "1-KH", "--as-of", "2027-02-01", "--explain")
    page, answer = office(*words).out, json.loads(office(*words, "-f", "json").out)

    [row] = answer["rows"]
    flat = " ".join(page.split())
    for step in row["steps"]:
        place = f" ({step['path']}:{step['line']}:{step['column']})" if step["path"] else ""
        source = f", {step['source']}" if step["source"] else ""
        assert f"{step['words']}{source}{place}" in flat
    assert len(row["steps"]) == 14
    assert row["version"]["document"] == "9-qd-2026"
    assert row["version"]["planned"] == {"value": "1000", "printed": "≥ 1.000 lượt"}
    assert (row["override"]["computed"], row["override"]["by"], row["result"]) == (
        "not-met",
        "Giám đốc",
        "met",
    )
