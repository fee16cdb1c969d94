"""Every kind of target, every edge case and the evaluations that officials made: a table, one line a case.

A line of `every_kind_and_edge.txt` holds the target, what was handed in and the day of asking; then figure, share and
verdict, and what a table prints as the figure and as the one word. Each was reckoned by hand.
"""

from pathlib import Path

import pytest

from scoring import CAMPAIGN, board, said
from thidua_cli.documents.result_tables import reached, verdict

TERM = CAMPAIGN.replace("{from: 2026-01-30, to: 2026-12-31}", "{from: 2026-01-01, to: 2030-12-31}")
CAMPAIGNS = {"kinds": CAMPAIGN, "edges": CAMPAIGN, "officials": CAMPAIGN, "over the term": TERM}


def cases() -> list[tuple[str, ...]]:
    """Section, target, figures, day, and what is said."""
    section, found = "", list[tuple[str, ...]]()
    for line in Path(__file__).with_name("every_kind_and_edge.txt").read_text("utf-8").splitlines():
        if line.startswith("## "):
            section = line.removeprefix("## ")
        elif not line.startswith("#"):
            found.append((section, *(cell.strip() for cell in line.split(" | "))))
    return found


@pytest.mark.parametrize("case", cases(), ids=" | ".join)
def test_a_case(case: tuple[str, ...]) -> None:
    section, keys, figures, as_of, *expected = case

    [row] = board(target(keys, figures), lines_of(figures), as_of, campaign=CAMPAIGNS[section]).targets

    assert [said(row), f"{reached(row)} {verdict(row)}"] == expected


def target(keys: str, figures: str) -> str:
    """The target of a line; whoever hands something in owes it, and both units where units are put together."""
    both = "over_units" in keys or "doi-b" in figures
    by = "" if "reported_by" in keys else f", reported_by: [{'doi-a, doi-b' if both else 'doi-a'}]"
    unit = "" if "kind" in keys else ", unit: lượt"
    return f"{{id: t, name: Chỉ tiêu{unit}{by}, {keys}}}"


def lines_of(figures: str) -> list[str]:
    """`doi-a 2026 9` is known on the fifth day after its year; a day of its own stands behind the figure."""
    parts = [part.split() for part in figures.split("; ") if part]
    return [" ".join(p if len(p) > 3 else (*p, f"{int(p[1][:4]) + 1}-01-05")) for p in parts]
