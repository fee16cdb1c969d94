"""Units that are merged or founded within the year: each owes figures for the days on which it exists."""

from datetime import date

import pytest

from scoring import repository, result_files, said
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.scoreboard import score

UNITS = {
    "data/units/doi-a.yaml": "{id: doi-a, name: Đội A, to: 2026-06, succeeded_by: doi-c}",
    "data/units/doi-c.yaml": "{id: doi-c, name: Đội C, from: 2026-07}",
    "data/units/doi-b.yaml": "{id: doi-b, name: Đội B}",
}


def row(lines: list[str], as_of: str, over_time: str = "sum") -> TargetRow:
    target = (
        f"{{id: t, name: Khách, unit: lượt, at_least: 100, over_time: {over_time},"
        " reported_by: [doi-a, doi-b, doi-c]}"
    )
    files = {"data/campaigns/pt/targets.yaml": f"targets:\n  - {target}\n", **result_files(lines)}
    loaded = repository({**UNITS, **files})
    [found] = score(loaded, loaded.campaigns["pt"], date.fromisoformat(as_of)).targets
    return found


H1 = ["doi-a 2026-H1 30 2026-07-05", "doi-b 2026-H1 30 2026-07-05"]


@pytest.mark.parametrize(
    ("lines", "as_of", "expected", "missing"),
    [
        # In the first half-year there are two units.
        (H1, "2026-06-30", "– – ~no-data", ("doi-a", "doi-b")),
        (
            ["doi-a 2026-Q1 30 2026-04-05", "doi-b 2026-Q1 30 2026-04-05"],
            "2026-04-15",
            "60 60% ~on-track",
            (),
        ),
        (H1, "2026-07-15", "60 60% ~on-track", ()),
        (H1, "2027-01-15", "60 – ~overdue", ("doi-b", "doi-c")),
        # The unit that is gone owes nothing for the days after it, the new one nothing for those before.
        (
            [*H1, "doi-b 2026-H2 20 2027-01-05", "doi-c 2026-H2 20 2027-01-05"],
            "2027-01-15",
            "100 100% =met",
            (),
        ),
        (
            [*H1, "doi-b 2026-H2 20 2027-01-05", "doi-c 2026-Q4 20 2027-01-05"],
            "2027-01-15",
            "100 – ~overdue",
            (),
        ),
        ([*H1, "doi-b 2026-H2 20 2027-01-05"], "2027-01-15", "80 – ~overdue", ("doi-c",)),
        # What the unit that is gone has not said is still missing.
        (
            ["doi-a 2026-Q1 30 2026-04-05", "doi-b 2026 40 2027-01-05", "doi-c 2026-H2 20 2027-01-05"],
            "2027-01-15",
            "90 – ~overdue",
            ("doi-a",),
        ),
    ],
)
def test_each_unit_owes_the_days_on_which_it_exists(
    lines: list[str], as_of: str, expected: str, missing: tuple[str, ...]
) -> None:
    found = row(lines, as_of)

    assert (said(found), found.silent_units) == (expected, missing)


@pytest.mark.parametrize(
    ("lines", "as_of", "expected"),
    [
        # As long as the figures are about days on which it existed, the level of a unit counts.
        (H1, "2026-07-15", "60 60% ~not-due"),
        # The level of a unit that is gone is not a level of today, and is not missed.
        ([*H1, "doi-b 2026 40 2027-01-05", "doi-c 2026 40 2027-01-05"], "2027-01-15", "80 80% =not-met"),
        (["doi-b 2026 40 2027-01-05", "doi-c 2026 60 2027-01-05"], "2027-01-15", "100 100% =met"),
    ],
)
def test_of_levels_those_of_the_units_that_still_exist_count(
    lines: list[str], as_of: str, expected: str
) -> None:
    assert said(row(lines, as_of, "latest")) == expected
