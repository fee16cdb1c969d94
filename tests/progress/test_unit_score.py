"""How one unit stands: its own goals, its own figures and those of the units below it."""

from datetime import date

import pytest

from scoring import repository, result_files, said
from thidua_cli.documents.result_tables import goal_in_table, verdict
from thidua_cli.model.targets.amounts import AmountTarget
from thidua_cli.progress.scoreboard import Scoreboard, score, unit_score
from thidua_cli.progress.tally import Tally

HERE = "data/campaigns/pt"
UNITS = {
    "data/units/doi-a.yaml": """
        id: doi-a
        name: Đội A
        divisions:
          - {id: to-1, name: Tổ 1, kind: division}
          - {id: to-2, name: Tổ 2, kind: division}
    """
}
TARGETS = """
    targets:
      - {id: khach, name: Khách, unit: lượt, at_least: 100, reported_by: [cac-doi]}
      - {id: xa, kind: share, name: Xã, at_least: 80, reported_by: [cac-doi]}
      - {id: don, name: Đơn thư, unit: đơn, at_most: 10, reported_by: [cac-doi]}
      - {id: so-gop, name: Sổ góp, unit: sổ, at_least: 9, reported_by: [doi-b]}
      - {id: tre, kind: reduction, name: Điểm lẻ, at_least: 40, measured_in: percent, reported_by: [cac-doi],
         against: {year: 2025, value: 100}}
      - {id: mot-minh, name: Một mình, unit: lượt, at_least: 5, reported_by: [doi-a]}
      - {id: duong, kind: milestone, name: Đường, reported_by: [cac-doi]}
    tasks:
      - {id: viec-a, name: Việc A, responsible: [doi-a]}
      - {id: viec-b, name: Việc B, responsible: [doi-b]}
"""
ALLOCATIONS = """
    - {target: khach, units: {doi-a: 60, doi-b: 40, to-1: 20}}
    - {target: don, rule: same}
    - {target: tre, rule: same}
"""
LINES = [
    "doi-a 2026 khach=59 2027-01-05",
    "doi-b 2026 khach=41 2027-01-05",
    "doi-a 2026 xa=7/10 2027-01-05",
    "doi-b 2026 xa=9/10 2027-01-05",
    "doi-a 2026 don=10 2027-01-05",
    "doi-b 2026 don=11 2027-01-05",
    "doi-a 2026 tre=30 2027-01-05",
    "doi-a 2026 mot-minh=5 2027-01-05",
    "doi-a 2026 duong=done:2026-06-01 2027-01-05",
]


def board_of(unit: str | None, targets: str = TARGETS, allocations: str = ALLOCATIONS) -> Scoreboard:
    files = {f"{HERE}/targets.yaml": targets, f"{HERE}/allocations.yaml": allocations}
    loaded = repository({**UNITS, **files, **result_files(LINES)})
    folder, day = loaded.campaigns["pt"], date(2027, 1, 15)
    return score(loaded, folder, day) if unit is None else unit_score(loaded, folder, unit, day)


def test_a_unit_is_judged_by_its_own_goals_and_figures() -> None:
    found = {row.target.id: (goal_in_table(row), said(row)) for row in board_of("doi-a").targets}

    assert found == {
        "khach": ("≥ 60", "59 98,3% =not-met"),
        "xa": ("≥ 80", "70 87,5% =not-met"),
        "don": ("≤ 10", "10 – =met"),
        "tre": ("≥ 40", "– – =no-base"),
        "mot-minh": ("≥ 5", "5 100% =met"),
        "duong": ("hoàn thành", "hoàn thành – =met"),
    }


def test_the_whole_is_judged_by_the_goal_of_the_plan() -> None:
    found = {row.target.id: said(row) for row in board_of(None).targets}

    assert (found["khach"], found["xa"], found["don"]) == (
        "100 100% =met",
        "80 100% =met",
        "21 – =not-met",
    )


def test_a_part_of_the_goal_owes_nothing_of_the_path_of_the_whole() -> None:
    targets = """
        targets:
          - {id: khach, name: Khách, unit: lượt, at_least: 100, reported_by: [cac-doi], path: [{by: 2026, value: 90}]}
    """
    [whole] = board_of(None, targets, ALLOCATIONS.splitlines()[1]).targets
    [part] = board_of("doi-a", targets, ALLOCATIONS.splitlines()[1]).targets

    assert isinstance(whole.target, AmountTarget)
    assert isinstance(part.target, AmountTarget)
    assert len(whole.target.path) == 1
    assert part.target.path == ()


def test_the_tasks_are_those_of_the_unit() -> None:
    board = board_of("doi-b")

    assert (board.unit, [row.task.id for row in board.tasks]) == ("doi-b", ["viec-b"])


def test_the_base_of_all_units_is_not_the_base_of_one() -> None:
    [row] = [row for row in board_of("doi-a").targets if row.target.id == "tre"]

    assert row.because[0] == (
        "Số gốc (against) là của tất cả các đơn vị; chưa có số gốc riêng nên chưa đánh giá được."
    )


def test_what_has_not_been_given_to_a_unit_is_not_judged_and_does_not_count() -> None:
    board = board_of("doi-a", allocations="- {target: don, units: {doi-b: 3}}\n")
    rows = {row.target.id: row for row in board.targets}

    assert [(goal_in_table(row), said(row), verdict(row)) for row in (rows["khach"], rows["don"])] == [
        ("chưa giao chỉ tiêu", "59 – ~–", "chưa giao chỉ tiêu"),
        ("chưa giao chỉ tiêu", "10 – ~–", "chưa giao chỉ tiêu"),
    ]
    assert rows["khach"].because == ("Chưa giao chỉ tiêu này cho đơn vị.",)
    assert board.tally == Tally(met=2, not_met=1)


def test_a_unit_counts_what_the_units_below_it_report() -> None:
    targets = (
        "targets: [{id: khach, name: Khách, unit: lượt, at_least: 100, reported_by: [to-1, to-2, doi-b]}]"
    )
    lines = [f"{unit} 2026 khach=30 2027-01-05" for unit in ("to-1", "to-2", "doi-b")]
    loaded = repository(
        {
            **UNITS,
            f"{HERE}/targets.yaml": targets,
            f"{HERE}/allocations.yaml": ALLOCATIONS,
            **result_files(lines),
        }
    )
    folder, day = loaded.campaigns["pt"], date(2027, 1, 15)

    rows = [unit_score(loaded, folder, unit, day).targets[0] for unit in ("doi-a", "to-1", "to-2")]

    assert [said(row) for row in rows] == ["60 100% =met", "30 150% =exceeded", "30 – ~–"]


def test_a_unit_that_is_counted_is_held_to_the_threshold_itself() -> None:
    targets = """
        targets:
          - {id: xa, kind: share, name: Tỷ lệ xã, at_least: 50, reported_by: [doi-a, doi-b], over_units: count,
             each: {indicator: chi-so, at_least: 70, unit: điểm}}
    """
    files = {
        "data/indicators.yaml": "- {id: chi-so, name: Chỉ số Hạnh phúc, unit: điểm}",
        f"{HERE}/targets.yaml": targets,
        **result_files(["doi-a 2026 xa=69 2027-01-05"]),
    }
    loaded = repository({**UNITS, **files})
    folder, day = loaded.campaigns["pt"], date(2027, 1, 15)

    [own] = unit_score(loaded, folder, "doi-a", day).targets
    [whole] = score(loaded, folder, day).targets

    assert (own.target.name, goal_in_table(own), said(own)) == (
        "Chỉ số Hạnh phúc",
        "≥ 70",
        "69 98,6% =not-met",
    )
    assert own.target.at() == whole.target.at()
    assert said(whole) == "0 – ~overdue"


def test_a_group_is_its_members() -> None:
    [row] = [row for row in board_of("cac-doi").targets if row.target.id == "khach"]

    assert (goal_in_table(row), said(row)) == ("≥ 100", "100 100% =met")


@pytest.mark.parametrize(("unit", "missing"), [("doi-a", ()), ("doi-b", ("doi-b",))])
def test_only_the_unit_itself_can_be_silent(unit: str, missing: tuple[str, ...]) -> None:
    board = board_of(unit)

    assert tuple(silent.unit for silent in board.unreported) == missing
