"""The same stretch of the year before, and whose figures are older than they should be."""

from datetime import date

import pytest

from scoring import CAMPAIGN, board
from thidua_cli.model.periods import Period
from thidua_cli.progress.scoreboard import Stale
from thidua_cli.vietnamese.numbers import figure

REPORTS = (
    CAMPAIGN
    + """    reports:
      - {id: quy-iii, from: cac-doi, to: so, kind: periodic, period: 2026-9M, before: 2026-10-16}
"""
)


def target(keys: str) -> str:
    return f"{{id: t, name: Khách, unit: lượt, reported_by: [cac-doi], {keys}}}"


@pytest.mark.parametrize(
    ("keys", "lines", "before"),
    [
        # Handed in for the year before, in the same or in other pieces.
        ("at_least: 100", ["doi-a 2026-H1 5", "doi-b 2026-H1 6", "doi-a 2025-H1 3", "doi-b 2025-H1 4"], "7"),
        (
            "at_least: 100",
            ["doi-a 2026-H1 5", "doi-b 2026-H1 6", "doi-a 2025-Q1 1", "doi-a 2025-Q2 1", "doi-b 2025-H1 4"],
            "6",
        ),
        # More of the year before is not the same stretch; nor is less, nor one unit of two.
        ("at_least: 100", ["doi-a 2026-H1 5", "doi-b 2026-H1 6", "doi-a 2025 3", "doi-b 2025 4"], None),
        ("at_least: 100", ["doi-a 2026-H1 5", "doi-b 2026-H1 6", "doi-a 2025-Q2 3", "doi-b 2025-Q2 4"], None),
        ("at_least: 100", ["doi-a 2026-H1 5", "doi-b 2026-H1 6", "doi-a 2025-H1 3"], None),
        ("at_least: 100", ["doi-a 2026-H1 5", "doi-b 2026-H1 6"], None),
        # The reports themselves bring it along.
        ("at_least: 100", ["doi-a 2026-H1 5<3", "doi-b 2026-H1 6<2"], "5"),
        ("at_least: 100", ["doi-a 2026-Q1 5<3", "doi-a 2026-Q2 5<1", "doi-b 2026-H1 6<2"], "6"),
        ("at_least: 100", ["doi-a 2026-H1 5<3", "doi-b 2026-H1 6"], None),
        # Levels and shares; a share of two units needs both fractions.
        (
            "at_least: 100, over_time: latest",
            ["doi-a 2026-H1 5", "doi-b 2026-H1 6", "doi-a 2025-H1 3", "doi-b 2025-H1 4"],
            "7",
        ),
        (
            "kind: share, at_least: 50",
            ["doi-a 2026-H1 1/2", "doi-b 2026-H1 1/2", "doi-a 2025-H1 1/4", "doi-b 2025-H1 2/4"],
            "37,5",
        ),
        # A change compares by itself.
        (
            "kind: growth, at_least: 5, against: previous-year",
            ["doi-a 2026-H1 5<3", "doi-b 2026-H1 6<2"],
            None,
        ),
    ],
)
def test_the_same_stretch_of_the_year_before(keys: str, lines: list[str], before: str | None) -> None:
    [row] = board(target(keys), [f"{line} 2026-07-05" for line in lines], "2026-07-15").targets

    found = row.same_period
    assert (figure(found.actual.value) if found and found.actual else None) == before


def test_what_was_said_later_about_the_year_before_is_not_known_yet() -> None:
    lines = ["doi-a 2026-H1 5 2026-07-05", "doi-b 2026-H1 6 2026-07-05"]
    before = ["doi-a 2025-H1 3 2026-08-01", "doi-b 2025-H1 4 2026-08-01"]

    [early] = board(target("at_least: 100"), [*lines, *before], "2026-07-31").targets
    [late] = board(target("at_least: 100"), [*lines, *before], "2026-08-01").targets

    assert early.same_period is None
    assert late.same_period is not None
    assert late.same_period.covers == Period(date(2025, 1, 1), date(2025, 6, 30), "2025-H1")


@pytest.mark.parametrize(
    ("lines", "as_of", "campaign", "stale"),
    [
        # Another unit got further.
        (
            ["doi-a 2026-H1 5", "doi-b 2026-Q1 6"],
            "2026-07-15",
            CAMPAIGN,
            [("doi-b", "2026-Q1", date(2026, 6, 30))],
        ),
        (["doi-a 2026-H1 5", "doi-b 2026-H1 6"], "2026-07-15", CAMPAIGN, []),
        # An estimate shows no way to the others; a unit without any figure is not stale.
        (["doi-a 2026 5 estimate", "doi-b 2026-Q1 6"], "2026-07-15", CAMPAIGN, []),
        (["doi-a 2026-H1 5"], "2026-07-15", CAMPAIGN, []),
        # The plan ordered a report on nine months, in time until 15 October.
        (["doi-a 2026-H1 5", "doi-b 2026-H1 6"], "2026-10-15", REPORTS, []),
        (
            ["doi-a 2026-H1 5", "doi-b 2026-9M 6"],
            "2026-10-16",
            REPORTS,
            [("doi-a", "2026-H1", date(2026, 9, 30))],
        ),
        (
            ["doi-a 2026-H1 5", "doi-b 2026-H1 6"],
            "2026-10-16",
            REPORTS,
            [("doi-a", "2026-H1", date(2026, 9, 30)), ("doi-b", "2026-H1", date(2026, 9, 30))],
        ),
    ],
)
def test_figures_that_are_older_than_they_should_be(
    lines: list[str], as_of: str, campaign: str, stale: list[tuple[str, str, date]]
) -> None:
    handed_in = [" ".join((*line.split()[:3], "2026-07-05", *line.split()[3:])) for line in lines]

    found = board(target("at_least: 100"), handed_in, as_of, campaign=campaign).stale

    assert [(one.unit, one.covers.text, one.due) for one in found] == stale
    assert {type(one) for one in found} <= {Stale}
