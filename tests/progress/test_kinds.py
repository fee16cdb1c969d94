"""Every kind of target of the real plans: data and day beside result, schedule, share and printed words."""

import pytest

from scoring import CAMPAIGN, board, said
from thidua_cli.documents.result_tables import reached, verdict

YEARS = CAMPAIGN.replace("to: 2026-12-31", "to: 2030-12-31")
BASE = "{year: 2025, value: 100, source: Số gốc mẫu}"


def target(kind: str, keys: str) -> str:
    return f"{{id: t, kind: {kind}, name: Chỉ tiêu, unit: lượt, reported_by: [doi-a], {keys}}}"


@pytest.mark.parametrize(
    ("keys", "value", "expected"),
    [
        # Real evaluations of 2019: plan, result, what officials said.
        ("between: [6.6, 6.8]", "7.02", "7,02 106,4% =exceeded"),
        ("reach: 4, better: down", "2.79", "2,79 – =exceeded"),
        ("between: [33, 34]", "33.9", "33,9 100% =met"),
        ("less_than: 4", "3.1", "3,1 – =met"),
        # A range: both ends belong to it, and the part of the lower end counts.
        ("between: [75, 80]", "74", "74 98,7% =not-met"),
        ("between: [75, 80]", "75", "75 100% =met"),
        ("between: [75, 80]", "80", "80 100% =met"),
        ("between: [75, 80]", "80.01", "80,01 106,7% =exceeded"),
        ("between: [75, 80], above: warn", "81", "81 108% =met"),
        ("between: [7, 10], above: fail", "10", "10 – =met"),
        ("between: [7, 10], above: fail", "10.01", "10,01 – =not-met"),
        ("between: [7, 10], above: fail", "6.99", "6,99 – =not-met"),
        ("between: [3, 4], better: down", "3.5", "3,5 – =met"),
        ("between: [3, 4], better: down", "2.5", "2,5 – =exceeded"),
        ("between: [3, 4], better: down", "4.01", "4,01 – =not-met"),
    ],
)
def test_a_range_and_what_officials_said(keys: str, value: str, expected: str) -> None:
    [row] = board(target("amount", keys), [f"doi-a 2026 {value} 2027-01-05"], "2027-01-15").targets

    assert said(row) == expected


def test_more_than_a_range_that_only_warns_is_said() -> None:
    keys = "between: [1500, 1600], above: warn"

    [row] = board(target("amount", keys), ["doi-a 2026 1700 2027-01-05"], "2027-01-15").targets

    assert row.because == ("Cao hơn mức trên của khoảng (1.600); kế hoạch không coi đó là vượt.",)


@pytest.mark.parametrize(
    ("keys", "value", "expected"),
    [
        ("between: [365, 400]", "181", "181 49,6% ~on-track"),
        ("between: [365, 400]", "365", "365 100% ~ahead"),
        ("between: [365, 400], above: fail", "365", "365 – ~on-track"),
        ("between: [365, 400], above: fail", "401", "401 – ~late"),
        ("between: [300, 365], better: down", "181", "181 – ~on-track"),
        ("between: [300, 365], better: down", "366", "366 – ~late"),
    ],
)
def test_half_a_year_is_compared_with_half_of_a_range(keys: str, value: str, expected: str) -> None:
    [row] = board(target("amount", keys), [f"doi-a 2026-H1 {value} 2026-07-05"], "2026-07-15").targets

    assert said(row) == expected


@pytest.mark.parametrize(
    ("keys", "value", "expected"),
    [
        # `trên 39,62% (21/53 xã)`: against the fraction it needs 22, against the printed figure 21 are enough.
        ("more_than: {of: [21, 53]}", "21/53", "39,62 100% =not-met"),
        ("more_than: {of: [21, 53]}", "22/53", "41,51 104,8% =exceeded"),
        ("more_than: {of: [21, 53]}, compare: fraction", "21/53", "39,62 100% =not-met"),
        ("more_than: {of: [21, 53]}, compare: printed", "21/53", "39,623 100,01% =exceeded"),
        ("at_least: {of: [21, 53]}", "21/53", "39,62 100% =met"),
        ("at_least: {of: [21, 53]}", "39.62", "39,62 99,99% =not-met"),
        ("at_least: {of: [1, 2]}", "50/100", "50 100% =met"),
        # Rounding never crosses a limit.
        ("at_least: 90", "8996/10000", "89,96 99,96% =not-met"),
        ("between: [7, 10], above: fail", "1/9", "11,11 – =not-met"),
    ],
)
def test_a_share_whose_goal_is_a_fraction(keys: str, value: str, expected: str) -> None:
    [row] = board(target("share", keys), [f"doi-a 2026 {value} 2027-01-05"], "2027-01-15").targets

    assert said(row) == expected


@pytest.mark.parametrize(
    ("keys", "lines", "expected"),
    [
        # 10% a year over 5 years is a factor of 1,61051.
        (f"against: {BASE}", ["doi-a 2030 161,051 2031-01-05"], "10 100% =met"),
        (f"against: {BASE}", ["doi-a 2030 161,0509 2031-01-05"], "9,99999 99,9999% =not-met"),
        (f"against: {BASE}", ["doi-a 2030 161,0511 2031-01-05"], "10,00001 100,0001% =exceeded"),
        (f"against: {BASE}", ["doi-a 2030 150 2031-01-05"], "8,45 84,5% =not-met"),
        (f"against: {BASE}", ["doi-a 2030 90 2031-01-05"], "-2,09 – =not-met"),
        # Each report brings its base along, as an index too.
        (
            "against: previous-year",
            [f"doi-a {y} 110<100 {y + 1}-01-05" for y in range(2026, 2031)],
            "10 100% =met",
        ),
        # Nothing to compare with, nothing to divide by, nothing known, only a part of a year known.
        ("by: 2030", ["doi-a 2030 161,051 2031-01-05"], "– – =no-base"),
        ("against: {year: 2025, value: 0}", ["doi-a 2030 5 2031-01-05"], "– – ~overdue"),
        ("against: {year: 2025, value: -5}", ["doi-a 2030 5 2031-01-05"], "– – ~overdue"),
        (f"against: {BASE}", [], "– – =no-data"),
        (f"against: {BASE}", ["doi-a 2030-H1 161 2030-07-05"], "– – =no-data"),
    ],
)
def test_growth_over_the_whole_period(keys: str, lines: list[str], expected: str) -> None:
    [row] = board(target("growth", f"at_least: 10, {keys}"), lines, "2031-01-15", campaign=YEARS).targets

    assert said(row) == expected


@pytest.mark.parametrize(
    ("keys", "lines", "expected"),
    [
        (f"against: {BASE}", ["doi-a 2027 121 2028-01-05"], "10 100% ~on-track"),
        (f"against: {BASE}", ["doi-a 2027 120 2028-01-05"], "9,54 95,4% ~not-due"),
        (
            "against: previous-year",
            ["doi-a 2025 100 2026-01-05", "doi-a 2026 120 2027-01-05", "doi-a 2027 121 2028-01-05"],
            "10 100% ~on-track",
        ),
        ("against: previous-year", ["doi-a 2027 121<110 2028-01-05"], "– – ~–"),
        ("against: previous-year", ["doi-a 2026 121 2027-01-05"], "– – =no-base"),
        # A part of the next year does not cut the chain; while no year is whole, a part of the first is all there is.
        (
            "against: previous-year",
            ["doi-a 2026 110<100 2027-01-05", "doi-a 2027-H1 52<50 2027-07-05"],
            "10 100% ~on-track",
        ),
        ("against: previous-year", ["doi-a 2026-H1 55<50 2026-07-05"], "10 100% ~on-track"),
        ("against: previous-year", ["doi-a 2027-H1 55<50 2027-07-05"], "– – ~–"),
        # A base of zero was handed in: the figure is there, and what keeps it from being compared is said.
        ("against: previous-year", ["doi-a 2026-H1 55<0 2026-07-05"], "– – ~–"),
    ],
)
def test_growth_before_the_end_is_the_rate_so_far(keys: str, lines: list[str], expected: str) -> None:
    [row] = board(target("growth", f"at_least: 10, {keys}"), lines, "2028-02-01", campaign=YEARS).targets

    assert said(row) == expected


@pytest.mark.parametrize(
    ("keys", "lines", "expected"),
    [
        # `giảm ít nhất 40%` against a year that is named.
        (
            f"at_least: 40, measured_in: percent, against: {BASE}",
            ["doi-a 2030 60 2031-01-05"],
            "40 100% =met",
        ),
        (
            f"at_least: 40, measured_in: percent, against: {BASE}",
            ["doi-a 2030 61 2031-01-05"],
            "39 97,5% =not-met",
        ),
        (
            f"at_least: 40, measured_in: percent, against: {BASE}",
            ["doi-a 2030 0 2031-01-05"],
            "100 250% =exceeded",
        ),
        (
            f"at_least: 40, measured_in: percent, against: {BASE}",
            ["doi-a 2030 100 2031-01-05"],
            "0 0% =not-met",
        ),
        (
            f"at_least: 40, measured_in: percent, against: {BASE}",
            ["doi-a 2030 110 2031-01-05"],
            "-10 – =not-met",
        ),
        ("at_least: 40, measured_in: percent", ["doi-a 2030 60 2031-01-05"], "– – =no-base"),
        # `bình quân trên 3 điểm %/năm`, 15 points over 5 years; strict stays strict.
        (
            "more_than: 3, measured_in: points, over_time: mean, against: {year: 2025, value: 40}",
            ["doi-a 2030 25 2031-01-05"],
            "3 100% =not-met",
        ),
        (
            "more_than: 3, measured_in: points, over_time: mean, against: {year: 2025, value: 40}",
            ["doi-a 2030 24,9 2031-01-05"],
            "3,02 100,7% =exceeded",
        ),
        (
            "at_least: 3, measured_in: points, against: {year: 2025, value: 40}",
            ["doi-a 2030 37/100 2031-01-05"],
            "3 100% =met",
        ),
        # 5% a year, compound: 0,95 to the fifth.
        (
            f"at_least: 5, measured_in: percent, over_time: compound, against: {BASE}",
            ["doi-a 2030 77,3780937 2031-01-05"],
            "5,00000001 100,0000002% =exceeded",
        ),
        (
            f"at_least: 5, measured_in: percent, over_time: compound, against: {BASE}",
            ["doi-a 2030 77,4 2031-01-05"],
            "4,99 99,8% =not-met",
        ),
    ],
)
def test_a_reduction(keys: str, lines: list[str], expected: str) -> None:
    [row] = board(target("reduction", keys), lines, "2031-01-15", campaign=YEARS).targets

    assert said(row) == expected


EACH = "at_least: 5, measured_in: percent, against: previous-year, over_time: each-year"


@pytest.mark.parametrize(
    ("kind", "keys", "lines", "as_of", "expected"),
    [
        ("amount", "between: [1500, 1600], over_time: each-year", [], "2027-02-01", "– – ~no-data"),
        (
            "amount",
            "between: [1500, 1600], over_time: each-year",
            ["doi-a 2026 1550 2027-01-05"],
            "2027-02-01",
            "1.550 100% ~on-track",
        ),
        (
            "amount",
            "at_least: 1500, over_time: each-year",
            ["doi-a 2026 1400 2027-01-05"],
            "2027-02-01",
            "1.400 93,3% ~late",
        ),
        # A year that failed decides at the end, a year that is missing defers; parts of a year add up.
        (
            "amount",
            "at_least: 100, over_time: each-year",
            [f"doi-a {y} {99 if y == 2027 else 100} {y + 1}-01-05" for y in range(2026, 2031)],
            "2031-02-01",
            "100 100% =not-met",
        ),
        (
            "amount",
            "at_least: 100, over_time: each-year",
            [f"doi-a {y} 100 {y + 1}-01-05" for y in range(2026, 2031) if y != 2028],
            "2031-02-01",
            "100 100% ~overdue",
        ),
        (
            "amount",
            "at_least: 100, over_time: each-year",
            [f"doi-a {y} 100 {y + 1}-01-05" for y in (2026, 2028)],
            "2029-02-01",
            "100 100% ~–",
        ),
        (
            "amount",
            "at_least: 100, over_time: each-year",
            [f"doi-a {y}-{h} 50 {y + 1}-01-05" for y in range(2026, 2031) for h in ("H1", "H2")],
            "2031-02-01",
            "100 100% =met",
        ),
        (
            "amount",
            "at_least: 100, over_time: each-year",
            [f"doi-a {y} 101 {y + 1}-01-05" for y in range(2026, 2031)],
            "2031-02-01",
            "101 101% =exceeded",
        ),
        (
            "amount",
            "at_least: 100, over_time: each-year",
            ["doi-a 2026 100 2027-01-05", "doi-a 2027 100 2027-12-05 estimate"],
            "2027-12-10",
            "100 100% ~on-track ước",
        ),
        (
            "share",
            "more_than: 80, over_time: each-year",
            ["doi-a 2026 8/10 2027-01-05"],
            "2027-02-01",
            "80 100% ~late",
        ),
        ("reduction", EACH, ["doi-a 2026 95<100 2027-01-05"], "2027-02-01", "5 100% ~on-track"),
        ("reduction", EACH, ["doi-a 2026 96<100 2027-01-05"], "2027-02-01", "4 80% ~late"),
        ("reduction", EACH, ["doi-a 2026 95 2027-01-05"], "2027-02-01", "– – =no-base"),
        (
            "reduction",
            EACH,
            ["doi-a 2025 100 2026-01-05", "doi-a 2026 95 2027-01-05"],
            "2027-02-01",
            "5 100% ~on-track",
        ),
        ("reduction", EACH, ["doi-a 2026-H1 45<50 2026-07-05"], "2026-07-15", "10 200% ~on-track"),
        (
            "coverage",
            "exactly: 100, over_time: each-year",
            ["doi-a 2026 9/9 2027-01-05"],
            "2027-02-01",
            "100 100% ~on-track",
        ),
        ("rank", "top: 25, over_time: each-year", ["doi-a 2026 26 2027-01-05"], "2027-02-01", "26 – ~late"),
    ],
)
def test_every_year(kind: str, keys: str, lines: list[str], as_of: str, expected: str) -> None:
    [row] = board(target(kind, keys), lines, as_of, campaign=YEARS).targets

    assert said(row) == expected


def test_every_year_has_its_own_word() -> None:
    lines = ["doi-a 2026 1550 2027-01-05", "doi-a 2027 1450 2028-01-05", "doi-a 2028-H1 700 2028-07-05"]

    [row] = board(
        target("amount", "between: [1500, 1600], over_time: each-year"), lines, "2028-07-15", campaign=YEARS
    ).targets

    assert [said(part) for part in row.parts] == [
        "1.550 100% =met",
        "1.450 96,7% =not-met",
        "700 46,7% ~at-risk",
    ]
    assert row.because[0] == "Năm 2026 đạt; năm 2027 chưa đạt."


@pytest.mark.parametrize(
    ("lines", "as_of", "expected"),
    [
        ([f"doi-a {y} {v} {y + 1}-01-05" for y, v in zip(range(2026, 2031), (8, 9, 10, 11, 12), strict=True)],
         "2031-02-01", "10 100% =met"),
        (["doi-a 2026 12 2027-01-05", "doi-a 2027-H1 1 2027-07-05"], "2027-07-15", "12 120% ~on-track"),
        (["doi-a 2026 8 2027-01-05"], "2027-02-01", "8 80% ~not-due"),
        (["doi-a 2026 12 2027-01-05", "doi-a 2028 12 2029-01-05"], "2029-02-01", "12 – ~–"),
    ],
)  # fmt: skip
def test_the_mean_of_the_years(lines: list[str], as_of: str, expected: str) -> None:
    [row] = board(target("amount", "at_least: 10, over_time: mean"), lines, as_of, campaign=YEARS).targets

    assert said(row) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("25", "25 – =met"),
        ("1", "1 – =met"),
        ("26", "26 – =not-met"),
        ("27/34", "27/34 – =not-met"),
        ("25/34", "25/34 – =met"),
    ],
)
def test_a_rank(value: str, expected: str) -> None:
    [row] = board(
        target("rank", "top: 25, among: 34"), [f"doi-a 2026 {value} 2027-01-05"], "2027-01-15"
    ).targets

    assert said(row) == expected


def test_ranks_of_two_units_are_no_rank() -> None:
    sheet = "{id: t, kind: rank, name: Hạng, top: 25, reported_by: [doi-a, doi-b]}"

    [row] = board(sheet, ["doi-a 2026 3 2027-01-05", "doi-b 2026 4 2027-01-05"], "2027-01-15").targets

    assert said(row) == "– – ~overdue"


@pytest.mark.parametrize(
    ("lines", "as_of", "expected"),
    [
        ([], "2028-07-15", "– – ~no-data"),
        (["doi-a 2028-H1 under-way 2028-07-05"], "2028-07-15", "chưa hoàn thành – ~not-due"),
        (["doi-a 2028-H1 done:2028-06-01 2028-07-05"], "2028-07-15", "hoàn thành – =met"),
        (["doi-a 2028-H1 done 2028-07-05"], "2028-07-15", "hoàn thành – ~–"),
        (["doi-a 2030 under-way 2031-01-05"], "2031-01-15", "chưa hoàn thành – =not-met"),
        (["doi-a 2028-H1 under-way 2028-07-05"], "2031-01-15", "chưa hoàn thành – ~overdue"),
        (["doi-a 2028-H1 done:2028-06-01 2028-07-05"], "2031-01-15", "hoàn thành – =met"),
    ],
)
def test_a_milestone(lines: list[str], as_of: str, expected: str) -> None:
    [row] = board(target("milestone", "by: 2030"), lines, as_of, campaign=YEARS).targets

    assert said(row) == expected


def test_a_milestone_that_is_late_is_not_met() -> None:
    lines = ["doi-a 2026-H1 done:2026-07-01 2026-07-05"]

    [row] = board(target("milestone", "by: 2026-06"), lines, "2026-07-15").targets

    assert said(row) == "hoàn thành – =not-met"
    assert row.because == ("Hoàn thành ngày 01/7/2026, sau hạn ngày 30/6/2026.",)


def test_a_milestone_that_is_early_is_said_to_be() -> None:
    [row] = board(
        target("milestone", "by: 2030"),
        ["doi-a 2028-H1 done:2028-06-01 2028-07-05"],
        "2028-07-15",
        campaign=YEARS,
    ).targets

    assert row.because == ("Về đích sớm: hoàn thành ngày 01/6/2028, hạn ngày 31/12/2030.",)


def combination(kind: str) -> str:
    children = "[{id: a, name: Vụ, unit: vụ, at_most: 10}, {id: b, name: Người, unit: người, at_least: 10}]"
    return f"{{id: t, kind: {kind}, name: Hai tiêu chí, reported_by: [doi-a], children: {children}}}"


@pytest.mark.parametrize(
    ("a", "b", "every", "some"),
    [
        ("10", "10", "2/2 – =met", "2/2 – =met"),
        ("9", "11", "2/2 – =exceeded", "2/2 – =exceeded"),
        ("11", "10", "1/2 – =not-met", "1/2 – =met"),
        ("11", "9", "0/2 – =not-met", "0/2 – =not-met"),
        ("11", None, "0/2 – =not-met", "0/2 – =no-data"),
        ("10", None, "1/2 – =no-data", "1/2 – =met"),
        (None, None, "– – =no-data", "– – =no-data"),
    ],
)
def test_all_of_and_any_of(a: str | None, b: str | None, every: str, some: str) -> None:
    lines = [f"doi-a 2026 {name}={value} 2027-01-05" for name, value in (("a", a), ("b", b)) if value]

    [of_all] = board(combination("all-of"), lines, "2027-01-15").targets
    [of_any] = board(combination("any-of"), lines, "2027-01-15").targets

    assert (said(of_all), said(of_any)) == (every, some)


def test_a_combination_says_how_its_children_stand() -> None:
    lines = ["doi-a 2026 a=11 2027-01-05"]

    [row] = board(combination("all-of"), lines, "2027-01-15").targets

    assert row.because == ("Vụ: chưa đạt.", "Người: chưa có số liệu.")
    assert row.silent_units == ("doi-a",)


def test_a_child_that_is_named_by_its_id_has_a_row_of_its_own() -> None:
    sheet = """{id: a, kind: rank, name: PAR, top: 25, reported_by: [doi-a]}
  - {id: b, kind: rank, name: DTI, top: 25, reported_by: [doi-a]}
  - {id: t, kind: all-of, name: Cả hai, children: [a, b]}"""
    lines = ["doi-a 2026 a=20 2027-01-05", "doi-a 2026 b=30 2027-01-05"]

    found = board(sheet, lines, "2027-01-15")

    assert [said(row) for row in found.targets] == ["20 – =met", "30 – =not-met", "1/2 – =not-met"]
    assert (found.tally.total, found.tally.met, found.tally.not_met) == (3, 1, 2)


def test_restated_and_context_targets_are_shown_and_never_counted() -> None:
    sheet = """{id: t, name: Khách, unit: lượt, at_least: 10, reported_by: [doi-a]}
  - {id: b, name: Khách, unit: lượt, at_least: 10, restates: t}
  - {id: c, kind: growth, name: Tăng trưởng của tỉnh, reach: 8, status: context, reported_by: [doi-b]}"""

    found = board(sheet, ["doi-a 2026 11 2027-01-05"], "2027-01-15")

    assert [said(row) for row in found.targets] == ["11 110% =exceeded", "11 – ~–", "– – ~–"]
    assert [verdict(row) for row in found.targets] == ["vượt", "không tính", "không tính"]
    assert (found.tally.total, found.tally.exceeded) == (1, 1)
    assert found.unreported == ()


def test_coverage_without_heads_has_no_data_and_says_why() -> None:
    [row] = board(target("coverage", "exactly: 100"), [], "2026-07-15").targets

    assert said(row) == "– – ~no-data"
    assert row.because == ("Chưa có mẫu số (số người năm 2026) của Đội A.",)


@pytest.mark.parametrize(
    ("kind", "keys", "value", "printed"),
    [
        ("share", "more_than: {of: [21, 53]}, compare: printed", "21/53", "39,623 (21/53) vượt"),
        ("rank", "top: 25", "27/34", "27/34 chưa đạt"),
        ("milestone", "by: 2026", "done:2026-12-31", "hoàn thành đạt"),
        ("amount", "between: [75, 80]", "74,999", "74,999 chưa đạt"),
        ("amount", "at_least: 1", "0", "0 chưa đạt"),
    ],
)
def test_what_a_table_prints(kind: str, keys: str, value: str, printed: str) -> None:
    [row] = board(target(kind, keys), [f"doi-a 2026 {value} 2027-01-05"], "2027-01-15").targets

    assert f"{reached(row)} {verdict(row)}" == printed
