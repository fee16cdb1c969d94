"""Figures over units: who counts, who is missing, and down to which line a figure can be followed."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from scoring import board, repository, said
from thidua_cli.diagnostics.finding import Location
from thidua_cli.model.periods import parse_period
from thidua_cli.model.targets.target import Actual
from thidua_cli.progress.aggregation import Outcome
from thidua_cli.progress.scoreboard import score

A_DAY = "2027-01-15"


def amount(reported_by: str, keys: str = "at_least: 100") -> str:
    owing = f"reported_by: {reported_by}, " if reported_by else ""
    return f"{{id: t, name: Khách, unit: lượt, {owing}{keys}}}"


def share(reported_by: str) -> str:
    return f'{{id: t, kind: share, name: Xã, unit: "%", reported_by: {reported_by}, at_least: 70}}'


def outcome(target: str, *lines: str, as_of: str = A_DAY) -> Outcome:
    [row] = board(target, lines, as_of).targets
    return row.outcome


@pytest.mark.parametrize(
    ("target", "lines", "expected"),
    [
        # Amounts are summed over every unit of a group.
        (amount("[cac-doi]"), ["doi-a 2026 60 2027-01-05", "doi-b 2026 50 2027-01-06"], "110 110% =exceeded"),
        # A missing unit leaves a figure in part; nothing counts twice when a unit stands in a group and alone.
        (amount("[cac-doi]"), ["doi-a 2026 600 2027-01-05"], "600 – ~overdue"),
        (
            amount("[cac-doi, doi-a]"),
            ["doi-a 2026 60 2027-01-05", "doi-b 2026 40 2027-01-06"],
            "100 100% =met",
        ),
        # Zero is a report.
        (amount("[cac-doi]"), ["doi-a 2026 100 2027-01-05", "doi-b 2026 0 2027-01-06"], "100 100% =met"),
        # Who was not told does not count; where nobody was told, who reports does.
        (amount("[doi-a]"), ["doi-a 2026 60 2027-01-05", "doi-b 2026 50 2027-01-06"], "60 60% =not-met"),
        (amount(""), ["doi-a 2026 60 2027-01-05", "doi-b 2026 50 2027-01-06"], "110 110% =exceeded"),
        (amount(""), [], "– – =no-data"),
        # Sums up to different days are no sum for any day.
        (amount("[cac-doi]"), ["doi-a 2026 60 2027-01-05", "doi-b 2026-9M 50 2026-10-06"], "110 – ~overdue"),
        # Newest figures stand side by side; the result waits for the last.
        (
            amount("[cac-doi]", "at_least: 100, over_time: latest"),
            ["doi-a 2026 60 2027-01-05", "doi-b 2026-9M 50 2026-10-06"],
            "110 110% ~overdue",
        ),
        # One estimate makes the whole an estimate.
        (
            amount("[cac-doi]"),
            ["doi-a 2026 60 2027-01-05", "doi-b 2026 50 2027-01-06 estimate"],
            "110 110% ~on-track ước",
        ),
        # A unit that cannot be computed leaves the others' sum in part.
        (
            amount("[cac-doi]"),
            ["doi-a 2026 60 2027-01-05", "doi-b 2026-5M 50 2027-01-06", "doi-b 2026-Q2 50 2027-01-06"],
            "60 – ~overdue",
        ),
        # Shares: the ratio of the sums, 60 of 100, not the mean of 90% and 50%.
        (
            share("[cac-doi]"),
            ["doi-a 2026 18/20 2027-01-05", "doi-b 2026 42/80 2027-01-06"],
            "60 85,7% =not-met",
        ),
        # A bare percentage counts only alone.
        (share("[doi-a]"), ["doi-a 2026 71,5 2027-01-05"], "71,5 102,1% =exceeded"),
        (share("[cac-doi]"), ["doi-a 2026 71,5 2027-01-05"], "71,5 – ~overdue"),
        (share("[cac-doi]"), ["doi-a 2026 71,5 2027-01-05", "doi-b 2026 9/10 2027-01-06"], "90 – ~overdue"),
        (share("[cac-doi]"), ["doi-a 2026 71,5 2027-01-05", "doi-b 2026 80 2027-01-06"], "– – ~overdue"),
    ],
)
def test_figures_of_several_units(target: str, lines: list[str], expected: str) -> None:
    [row] = board(target, lines, A_DAY).targets

    assert said(row) == expected


@pytest.mark.parametrize(
    ("target", "lines", "because"),
    [
        (
            amount("[cac-doi, doi-c]"),
            ["doi-b 2026 60 2027-01-05"],
            "Mới có 1/3 đơn vị có số liệu; chưa có: Đội A; Đội C.",
        ),
        (
            amount(""),
            ["doi-b 2026 60 2027-01-05"],
            "Chưa giao đơn vị nào báo cáo chỉ tiêu này (reported_by).",
        ),
        (
            amount("[doi-a]"),
            ["doi-a 2026 60 2027-01-05", "doi-b 2026 50 2027-01-06"],
            "Không tính số liệu của Đội B vì không có trong reported_by của chỉ tiêu.",
        ),
        (
            share("[cac-doi]"),
            ["doi-a 2026 71,5 2027-01-05", "doi-b 2026 9/10 2027-01-06"],
            "Không gộp được tỷ lệ của Đội A vì thiếu tử số và mẫu số (of).",
        ),
        (
            amount("[cac-doi]"),
            ["doi-a 2026 60 2027-01-05", "doi-b 2026-9M 50 2026-10-06"],
            "Các đơn vị có số liệu đến những ngày khác nhau nên chưa so với chỉ tiêu.",
        ),
    ],
)
def test_an_outcome_says_which_units_it_lacks(target: str, lines: list[str], because: str) -> None:
    assert outcome(target, *lines).because == (because,)


def test_an_outcome_names_its_units_and_its_days() -> None:
    lines = ("doi-c 2026-Q1 5 2026-04-05", "doi-c 2026-Q2 6 2026-07-20", "doi-a 2026-H1 7 2026-07-05")

    found = outcome(amount("[cac-doi, doi-c]"), *lines)

    assert (found.actual, found.owing, found.reported, found.missing, found.covers, found.as_of) == (
        Actual(Fraction(18)),
        ("doi-a", "doi-b", "doi-c"),
        ("doi-a", "doi-c"),
        ("doi-b",),
        parse_period("2026-H1"),
        date(2026, 7, 20),
    )
    assert found.covers is not None
    assert found.covers.text == "2026-H1"


def test_a_share_keeps_its_numerator_and_denominator() -> None:
    found = outcome(share("[cac-doi]"), "doi-a 2026 14/33 2027-01-05", "doi-b 2026 7/20 2027-01-05")

    assert found.actual == Actual(Fraction(2100, 53), (Decimal(21), Decimal(53)))


def test_every_part_of_a_figure_can_be_followed_to_its_line() -> None:
    lines = (
        "doi-a 2026-Q1 5 2026-04-05",
        "doi-a 2026-H1 12 2026-07-05",
        "doi-a 2026-Q3 6,5 2026-10-05",
        "doi-a 2026-Q3 7,5 2026-10-20 revises",
    )

    parts = outcome(amount("[doi-a]"), *lines).contributions

    file = "data/campaigns/pt/results/doi-a.yaml"
    assert [(p.unit, p.stretch.text, p.reported.value, p.source, p.at) for p in parts] == [
        ("doi-a", "2026-H1", Decimal(12), "Báo cáo 1", Location(file, 12, 14, 12, 16)),
        ("doi-a", "2026-Q3", Decimal("7.5"), "Báo cáo 3", Location(file, 25, 14, 25, 17)),
    ]


def test_units_stand_in_the_order_in_which_they_owe_whatever_periods_each_reports() -> None:
    lines = ("doi-a 2026-Q1 1 2026-04-05", "doi-b 2026-H1 2 2026-07-05", "doi-c 2026-Q1 3 2026-04-05")

    found = outcome(amount("[doi-c, doi-b, doi-a]"), *lines)

    assert found.reported == ("doi-c", "doi-b", "doi-a")
    assert [(figure.unit, figure.amount) for figure in found.figures] == [
        ("doi-c", Fraction(3)),
        ("doi-b", Fraction(2)),
        ("doi-a", Fraction(1)),
    ]
    assert (len(found.figures), found.figures[1].unit) == (3, "doi-b")


@pytest.mark.parametrize(
    "second",
    ["{a: 10, b: 20}", "{b: 20, a: 10}", "{b: 20, c: 9, a: 10}", "{b: 20, a: {value: 10, note: mới}}"],
)
def test_each_target_has_its_own_figures_in_whatever_order_a_report_names_them(second: str) -> None:
    entries = "".join(
        f"- {{period: 2026-Q{number}, as_of: {day}, source: Báo cáo {number}, values: {values}}}\n"
        for number, day, values in ((1, "2026-04-05", "{a: 1, b: 2}"), (2, "2026-07-05", second))
    )
    loaded = repository(
        {
            "data/campaigns/pt/targets.yaml": "targets:\n"
            + "".join(
                f"  - {{id: {n}, name: Khách, unit: lượt, at_least: 9, reported_by: [doi-a]}}\n"
                for n in "abc"
            ),
            "data/campaigns/pt/results/doi-a.yaml": entries,
        }
    )

    a, b, _ = score(loaded, loaded.campaigns["pt"], date.fromisoformat(A_DAY)).targets

    assert (a.outcome.actual, b.outcome.actual) == (Actual(Fraction(11)), Actual(Fraction(22)))
    [figure] = b.outcome.figures
    assert [(part.stretch.text, part.reported.value) for part in figure.contributions] == [
        ("2026-Q1", Decimal(2)),
        ("2026-Q2", Decimal(20)),
    ]


def test_many_missing_units_are_counted_beyond_the_first_five() -> None:
    found = outcome(amount("[cac-doi, doi-c, u1, u2, u3, u4]"), as_of="2026-07-15")

    assert found.because == (
        "Mới có 0/7 đơn vị có số liệu; chưa có: Đội A; Đội B; Đội C; u1; u2 và 2 đơn vị khác.",
    )
