"""Versions of a target: which goal counts on which day."""

from datetime import date

import pytest

from scoring import CAMPAIGN, board, said
from thidua_cli.documents.result_tables import goal_in_table

YEARS = CAMPAIGN.replace("to: 2026-12-31", "to: 2030-12-31")
CHANGED = """\
{id: t, name: Khách, unit: lượt, at_least: 3000, reported_by: [doi-a],
     versions: [{from: 2026-07-01, at_least: 2000, because: Thiên tai}, {from: 2026-10-01, more_than: 2500}]}"""


@pytest.mark.parametrize(
    ("lines", "as_of", "period", "expected", "goal"),
    [
        # 181 of 365 days: half a year of 3.000 is 1.487,7, of 2.000 it is 991,8.
        (["doi-a 2026-H1 1000 2026-06-30"], "2026-06-30", None, "1.000 33,3% ~late", "≥ 3.000"),
        (["doi-a 2026-H1 1000 2026-07-05"], "2026-07-05", None, "1.000 50% ~on-track", "≥ 2.000"),
        # A half-year that is over keeps the goal that was in force at its end.
        (["doi-a 2026-H1 1000 2026-07-05"], "2026-11-05", "2026-H1", "1.000 33,3% ~late", "≥ 3.000"),
        # The newest version decides, with its own comparator: strict stays strict.
        (["doi-a 2026 2500 2027-01-05"], "2027-01-15", None, "2.500 100% =not-met", "> 2.500"),
        (["doi-a 2026 2501 2027-01-05"], "2027-01-15", None, "2.501 100,04% =exceeded", "> 2.500"),
    ],
)
def test_the_goal_is_that_of_the_day(
    lines: list[str], as_of: str, period: str | None, expected: str, goal: str
) -> None:
    [row] = board(CHANGED, lines, as_of, period).targets

    assert (said(row), goal_in_table(row)) == (expected, goal)


def test_the_plan_and_what_was_made_of_it_both_stay() -> None:
    [row] = board(CHANGED, [], "2026-08-01").targets

    assert (str(row.planned.goal.value), str(row.target.goal.value)) == ("3000", "2000")
    assert row.version is not None
    assert (row.version.start, row.version.because) == (date(2026, 7, 1), "Thiên tai")
    assert row.target.in_force(date(2026, 8, 1)) == row.target
    # Behind 5 blanks and the 40 characters of `versions: [{from: 2026-07-01, at_least: `.
    assert (row.goal_at.line, row.goal_at.column) == (3, 46)


def test_before_its_first_version_a_target_is_the_plans_own() -> None:
    [row] = board(CHANGED, [], "2026-06-30").targets

    assert row.version is None
    assert row.target == row.planned


def test_a_version_may_give_more_time() -> None:
    later = (
        "{id: t, name: Đường, kind: milestone, by: 2026-06, reported_by: [doi-a],"
        " versions: [{from: 2026-06-20, by: 2026}]}"
    )

    [row] = board(later, ["doi-a 2026-H1 under-way 2026-07-05"], "2026-07-15").targets

    assert said(row) == "chưa hoàn thành – ~not-due"


def test_a_year_that_is_over_keeps_its_goal() -> None:
    target = (
        "{id: t, name: Đảng viên, unit: đảng viên, at_least: 100, over_time: each-year, reported_by: [doi-a],"
        " versions: [{from: 2027-03-01, at_least: 120}]}"
    )
    lines = ["doi-a 2026 100 2027-01-05", "doi-a 2027 110 2028-01-05"]

    [row] = board(target, lines, "2028-02-01", campaign=YEARS).targets

    assert [said(part) for part in row.parts][:2] == ["100 100% =met", "110 91,7% =not-met"]
    assert [part.version is None for part in row.parts] == [True, False, False]


def test_a_range_may_become_a_figure_and_a_rank_another_place() -> None:
    common = "id: t, name: A, reported_by: [doi-a], versions: [{from: 2026-02-01"
    amount = f"{{{common}, at_least: 6}}], unit: xã, between: [5, 7], above: fail}}"
    rank = f"{{{common}, top: 10}}], kind: rank, top: 25}}"

    [of_amount] = board(amount, ["doi-a 2026 9 2027-01-05"], "2027-01-15").targets
    [of_rank] = board(rank, ["doi-a 2026 11 2027-01-05"], "2027-01-15").targets

    assert (said(of_amount), said(of_rank)) == ("9 150% =exceeded", "11 – =not-met")
