"""`thidua progress` speaks every kind of target: combinations by their children, years one by one."""

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
    "data/campaigns/1-KH/campaign.yaml": """\
        name: phong trào thi đua giai đoạn 2026 - 2028
        issuer: so
        period: {from: 2026-01-01, to: 2028-12-31}
        """,
    "data/campaigns/1-KH/targets.yaml": """\
        targets:
          - {id: hang, kind: rank, name: Hạng, top: 25, reported_by: [phong-a]}
          - id: hai
            kind: all-of
            name: Cả hai
            reported_by: [phong-a]
            children:
              - hang
              - {id: so-vu, kind: reduction, name: Số vụ, at_least: 5, measured_in: percent, against: previous-year}
          - id: hang-nam
            name: Hằng năm
            unit: mô hình
            between: [10, 12]
            over_time: each-year
            reported_by: [phong-b]
          - {id: moc, kind: milestone, name: Trụ sở, reported_by: [phong-a]}
        """,
    "data/campaigns/1-KH/results/phong-a.yaml": """\
        - period: 2026
          as_of: 2027-01-05
          source: Báo cáo 01
          values:
            hang: {of: [27, 34]}
            so-vu: {value: 90, base: 100}
            moc: {state: done, shown_by: Biên bản, on: 2026-06-01}
        """,
    "data/campaigns/1-KH/results/phong-b.yaml": """\
        - {period: 2026, as_of: 2027-01-05, source: Báo cáo 02, values: {hang-nam: 9}}
        """,
}


@pytest.fixture
def asked(thidua: Terminal) -> Terminal:
    data_directory(thidua.directory, DATA)
    return thidua


def test_a_combination_is_explained_by_its_children(asked: Terminal) -> None:
    said = asked("progress", "-c", "1-KH", "--as-of", "2027-02-01", "--target", "hai", "--explain")

    assert said.out.partition("Cả hai (hai)\n")[2] == (
        "  Cần đạt: đủ 2 tiêu chí (data/campaigns/1-KH/targets.yaml:3:5)\n"
        "  Thời gian tính: 01/01/2026 – 31/12/2028\n"
        "  Hạng: 27/34, chưa đến hạn (data/campaigns/1-KH/targets.yaml:2:5)\n"
        "  Số vụ: 10, đúng tiến độ (data/campaigns/1-KH/targets.yaml:9:9)\n"
        "  Phòng A: hạng 27/34, số liệu năm 2026\n"
        "    27/34, năm 2026, biết ngày 05/01/2027, Báo cáo 01\n"
        "    (data/campaigns/1-KH/results/phong-a.yaml:5:16)\n"
        "  Phòng A: 90, số liệu năm 2026\n"
        "    90 (kỳ trước 100), năm 2026, biết ngày 05/01/2027, Báo cáo 01\n"
        "    (data/campaigns/1-KH/results/phong-a.yaml:6:20)\n"
        "  Thực hiện: 1/2 tiêu chí\n"
        "  Đánh giá: chưa đến hạn\n"
        "  Vì: Hạng: chưa đến hạn.\n"
        "  Vì: Số vụ: đúng tiến độ.\n"
    )


def test_programs_see_the_years_of_a_target(asked: Terminal) -> None:
    said = asked(
        "progress", "-c", "1-KH", "--as-of", "2027-02-01", "--target", "hang-nam", "--format", "json"
    )

    [row] = json.loads(said.out)["rows"]
    assert (row["goal"]["value"], row["result"], row["schedule"]) == ("10..12", None, "late")
    assert [(part["result"], part["schedule"]) for part in row["parts"]] == [
        ("not-met", None),
        (None, "no-data"),
    ]
    assert row["missing_units"] == []


def test_a_unit_sees_what_it_reported_for_what_is_written_inside_a_combination(asked: Terminal) -> None:
    said = asked(
        "progress", "-c", "1-KH", "--as-of", "2027-02-01", "-u", "phong-a", "--format", "json", "--explain"
    )

    rows = json.loads(said.out)["rows"]
    assert [(row["target"], row["actual"]["printed"]) for row in rows] == [
        ("hang", "hạng 27/34"),
        ("hai", "1/2 tiêu chí"),
        ("moc", "hoàn thành"),
    ]
    assert [part["target"] for part in rows[1]["parts"]] == ["hang", "so-vu"]
    assert rows[2]["figures"][0]["entries"][0]["value"] == "done"
