"""Paths and seasons: what must have been reached by the last day that the figures cover."""

from fractions import Fraction

import pytest

from scoring import CAMPAIGN, board, said

YEARS = CAMPAIGN.replace("{from: 2026-01-30, to: 2026-12-31}", "{from: 2026-01-01, to: 2030-12-31}")
RISING = "at_least: 90, path: [{by: 2026, value: 50}, {by: 2028, value: 70}]"
FALLING = "at_most: 10, path: [{by: 2027, value: 18}]"
STEPPED = "at_least: 300, path: [{by: 2026-06, value: 100}]"
SUMMER = "season: [0, 0, 0, 0, 0, 30, 40, 30, 0, 0, 0, 0]"


def target(keys: str) -> str:
    return f"{{id: t, name: Khách, unit: lượt, reported_by: [doi-a], {keys}}}"


@pytest.mark.parametrize(
    ("keys", "line", "due", "expected"),
    [
        # Every day the same: 181 of 365.
        ("at_least: 365", "doi-a 2026-H1 181 2026-07-05", Fraction(181), "181 49,6% ~on-track"),
        # All visitors come from June to August: 30 of 100 by the end of June, none before.
        (f"at_least: 1000, {SUMMER}", "doi-a 2026-H1 300 2026-07-05", Fraction(300), "300 30% ~on-track"),
        (f"at_least: 1000, {SUMMER}", "doi-a 2026-5M 0 2026-06-05", Fraction(0), "0 0% ~on-track"),
        (f"at_least: 1000, {SUMMER}", "doi-a 2026-9M 999 2026-10-05", Fraction(1000), "999 99,9% ~at-risk"),
        # 60,8% by June is behind where 70 of 100 belong to the first half-year.
        (
            "at_least: 2500, season: [20, 10, 10, 10, 10, 10, 5, 5, 5, 5, 5, 5]",
            "doi-a 2026-H1 1520 2026-07-05",
            Fraction(1750),
            "1.520 60,8% ~late",
        ),
        # A path of sums: 100 by the end of June; 92 days of the 184 from July on lead on to 300.
        (STEPPED, "doi-a 2026-H1 100 2026-07-05", Fraction(100), "100 33,3% ~on-track"),
        (STEPPED, "doi-a 2026-9M 200 2026-10-05", Fraction(200), "200 66,7% ~on-track"),
        (STEPPED, "doi-a 2026-H1 89 2026-07-05", Fraction(100), "89 29,7% ~late"),
    ],
)
def test_what_should_have_been_reached_of_a_sum(keys: str, line: str, due: Fraction, expected: str) -> None:
    campaign = CAMPAIGN.replace("2026-01-30", "2026-01-01")

    [row] = board(target(keys), [line], "2026-11-15", campaign=campaign).targets

    assert (row.expected, said(row)) == (due, expected)


@pytest.mark.parametrize(
    ("keys", "line", "due", "expected"),
    [
        # The newest point that is due counts; before the first one nothing is expected.
        (RISING, "doi-a 2026-H1 1 2026-07-05", None, "1 1,1% ~not-due"),
        (RISING, "doi-a 2027 50 2028-01-05", Fraction(50), "50 55,6% ~on-track"),
        (RISING, "doi-a 2027 49 2028-01-05", Fraction(50), "49 54,4% ~at-risk"),
        (RISING, "doi-a 2027 90 2028-01-05", Fraction(50), "90 100% ~ahead"),
        # Poverty from 20 down to 10: 18 by 2027 is where it should be, 18,01 is not.
        (FALLING, "doi-a 2027 18 2028-01-05", Fraction(18), "18 – ~on-track"),
        (FALLING, "doi-a 2027 18,01 2028-01-05", Fraction(18), "18,01 – ~at-risk"),
        (FALLING, "doi-a 2027 20,01 2028-01-05", Fraction(18), "20,01 – ~late"),
        (FALLING, "doi-a 2027 10 2028-01-05", Fraction(18), "10 – ~ahead"),
        ("at_least: 90", "doi-a 2027 50 2028-01-05", None, "50 55,6% ~not-due"),
    ],
)
def test_what_should_have_been_reached_of_a_level(
    keys: str, line: str, due: Fraction | None, expected: str
) -> None:
    [row] = board(target(f"over_time: latest, {keys}"), [line], "2028-02-01", campaign=YEARS).targets

    assert (row.expected, said(row)) == (due, expected)


def test_a_row_says_what_it_is_compared_with() -> None:
    path = target(STEPPED)

    [by_path] = board(path, ["doi-a 2026-H1 89 2026-07-05"], "2026-07-15").targets
    [by_season] = board(
        target(f"at_least: 1000, {SUMMER}"), ["doi-a 2026-H1 30 2026-07-05"], "2026-07-15"
    ).targets

    assert by_path.because == ("Theo lộ trình thì đến ngày 30/6/2026 phải là 100 lượt.",)
    assert by_season.because == (
        "Chia theo trọng số của từng tháng thì đến ngày 30/6/2026 phải là 300 lượt.",
    )


def test_each_year_has_the_figure_of_its_own_on_the_path() -> None:
    keys = "at_least: 100, over_time: each-year, path: [{by: 2026, value: 100}, {by: 2027, value: 200}]"

    [row] = board(target(keys), ["doi-a 2027-H1 99 2027-07-05"], "2027-07-15", campaign=YEARS).targets

    # 181 of 365 days of 200.
    assert (row.expected, said(row.parts[1])) == (Fraction(200 * 181, 365), "99 99% ~at-risk")


def test_at_the_end_the_result_is_judged_against_the_goal_alone() -> None:
    keys = "at_least: 300, path: [{by: 2026-12-30, value: 400}]"

    [row] = board(target(keys), ["doi-a 2026 300 2027-01-05"], "2027-01-15").targets

    assert said(row) == "300 100% =met"
