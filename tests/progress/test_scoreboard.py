"""The scoreboard as a whole: counts that agree with the table, tasks beside it, and who owes what."""

from datetime import date
from textwrap import dedent

import pytest

from scoring import repository
from thidua_cli.model.periods import parse_period
from thidua_cli.progress.scoreboard import Scoreboard, Unreported, score
from thidua_cli.progress.tally import Tally

TARGETS = """\
    targets:
      - {id: vuot, name: Vượt, unit: xã, at_least: 10, reported_by: [doi-a]}
      - {id: dat, name: Đạt, unit: xã, at_least: 10, reported_by: [doi-a]}
      - {id: chua-dat, name: Chưa đạt, unit: xã, at_least: 10, reported_by: [doi-a]}
      - {id: chua-co, name: Chưa có, unit: xã, at_least: 10, reported_by: [doi-b, doi-c]}
      - {id: nghi-van, name: Nghi vấn, unit: xã, at_least: 10, reported_by: [doi-a]}
      - {id: uoc-dat, name: Ước đạt, unit: xã, at_least: 10, reported_by: [doi-a]}
      - {id: uoc-thieu, name: Ước thiếu, unit: xã, at_least: 10, reported_by: [doi-a]}
      - {id: thieu, name: Thiếu, unit: xã, at_least: 10, reported_by: [doi-a, doi-b]}
      - {id: cu, name: Cũ, unit: xã, at_least: 10, reported_by: [doi-a]}
"""
RESULTS = """\
    - period: 2026-9M
      as_of: 2026-10-05
      source: Báo cáo 9 tháng
      values: {cu: 9}
    - period: 2026
      as_of: 2027-01-05
      source: Báo cáo năm
      values:
        vuot: 11
        dat: 10
        chua-dat: 9
        nghi-van: 10
        thieu: 10
        uoc-dat: {value: 10, estimate: true}
        uoc-thieu: {value: 9, estimate: true}
"""
CAMPAIGN = """\
    name: phong trào năm 2026
    issuer: so
    period: {from: 2026-01-30, to: 2026-12-31}
    known_issues:
      - {anomaly: 002-A01, about: targets.nghi-van, because: Có thể in thừa một chữ số.}
"""


ONE = "responsible: [doi-a]"
ALL = "responsible: [cac-doi]"
ZERO = f"{ALL}, kind: zero-tolerance"


def scored(as_of: str, period: str | None = None, **files: str) -> Scoreboard:
    here = "data/campaigns/pt"
    loaded = repository(
        {
            f"{here}/campaign.yaml": CAMPAIGN,
            f"{here}/targets.yaml": TARGETS,
            f"{here}/results/doi-a.yaml": RESULTS,
            **{f"{here}/{name.replace('__', '/')}.yaml": dedent(text) for name, text in files.items()},
        }
    )
    asked = parse_period(period) if period else None
    return score(loaded, loaded.campaigns["pt"], date.fromisoformat(as_of), asked)


def test_every_row_counts_once() -> None:
    tally = scored("2027-01-15").tally

    assert tally == Tally(
        exceeded=1,
        met=1,
        not_met=1,
        no_data=1,
        not_judged=1,
        estimated_met=1,
        estimated_not_met=1,
        incomplete=2,
    )
    assert (tally.met_or_exceeded, tally.total) == (2, 9)


def test_before_the_end_nothing_is_met() -> None:
    assert scored("2026-10-15").tally == Tally(no_data=7, not_judged=1, under_way=1)


def test_units_that_have_not_reported_are_named_with_what_they_owe() -> None:
    assert scored("2027-01-15").unreported == (
        Unreported("doi-b", ("chua-co", "thieu")),
        Unreported("doi-c", ("chua-co",)),
        Unreported("doi-a", ("cu",)),
    )


def test_while_the_year_runs_an_older_figure_is_a_report() -> None:
    owed = {unreported.unit: unreported.targets for unreported in scored("2026-10-15").unreported}

    assert "cu" not in owed["doi-a"]


def test_a_period_that_is_asked_for_is_owed_up_to_its_end() -> None:
    owed = {u.unit: u.targets for u in scored("2026-11-15", "2026-11M").unreported}

    assert "cu" in owed["doi-a"]


def test_a_campaign_without_targets_has_an_empty_board() -> None:
    board = scored("2027-01-15", targets="criteria: [{id: c, name: Chấp hành tốt, subject: collective}]")

    assert (board.targets, board.tasks, board.tally, board.unreported) == ((), (), Tally(), ())


def states(as_of: str, task: str, period: str | None = None, **results: str) -> tuple[str, tuple[str, ...]]:
    files = {
        f"results__{unit.replace('_', '-')}": "".join(
            f"- {{period: {p}, as_of: {day}, source: BC {day}, tasks: {{v: {state}}}}}\n"
            for p, day, state in (line.split() for line in lines.split(";"))
        )
        for unit, lines in results.items()
    }
    board = scored(as_of, period, targets=f"tasks:\n  - {{id: v, name: Xây dựng đề án, {task}}}", **files)
    [row] = board.tasks
    assert board.tally == Tally()
    return row.standing, row.missing


@pytest.mark.parametrize(
    ("task", "doi_a", "doi_b", "as_of", "expected"),
    [
        (ONE, "2026-H1 2026-07-05 done", None, "2026-07-15", "done"),
        (ONE, "2026-H1 2026-07-05 done", None, "2026-07-04", "no-data"),
        (ONE, None, None, "2027-07-04", "no-data"),
        (ONE, "2026-H1 2026-07-05 not-started", None, "2026-07-15", "not-started"),
        (ONE, "2026-H1 2026-07-05 under-way", None, "2026-12-31", "under-way"),
        (ONE, "2026-H1 2026-07-05 under-way", None, "2027-01-01", "overdue"),
        (ONE, "2026 2027-01-05 done", None, "2027-01-15", "done"),
        ("responsible: [doi-a], by: 2026-06", "2026-H1 2026-07-05 not-started", None, "2026-07-15", "overdue"),
        ("responsible: [doi-a], by: 2026-06", "2026-9M 2026-10-05 done", None, "2026-10-15", "done"),
        # The newest report of a unit counts, the weakest of several units.
        (ONE, "2026-9M 2026-10-05 done;2026-H1 2026-07-05 under-way", None, "2026-10-15", "done"),
        (ALL, "2026 2026-07-05 done", "2026 2026-07-05 done", "2026-07-15", "done"),
        (ALL, "2026 2026-07-05 done", "2026 2026-07-05 under-way", "2026-07-15", "under-way"),
        (ALL, "2026 2026-07-05 under-way", "2026 2026-07-05 not-started", "2026-07-15", "not-started"),
        # Who is silent has done nothing that we know of.
        (ALL, "2026-H1 2026-07-05 done", None, "2026-07-15", "under-way"),
        (ALL, "2026-H1 2026-07-05 done", None, "2027-07-15", "overdue"),
        (ZERO, "2026 2026-07-05 kept", "2026 2026-07-05 kept", "2026-07-15", "kept"),
        (ZERO, "2026 2026-07-05 kept", "2026 2026-07-05 broken", "2027-07-15", "broken"),
        (ZERO, "2026 2026-07-05 kept", None, "2026-07-15", "no-data"),
        # Where nobody was told, those who report count.
        ("kind: deliverable", "2026-H1 2026-07-05 done", None, "2026-07-15", "done"),
    ],
)  # fmt: skip
def test_the_state_of_a_task(
    task: str, doi_a: str | None, doi_b: str | None, as_of: str, expected: str
) -> None:
    reports = {unit: lines for unit, lines in (("doi_a", doi_a), ("doi_b", doi_b)) if lines}

    standing, missing = states(as_of, task, **reports)

    assert standing == expected
    assert set(missing) <= {"doi-a", "doi-b"}


def test_an_interim_report_does_not_know_of_later_states() -> None:
    reports = "2026-H1 2026-07-05 under-way;2026-9M 2026-10-05 done"

    assert states("2026-10-15", ONE, "2026-H1", doi_a=reports) == ("under-way", ())


def test_units_that_have_said_nothing_about_a_task_are_named() -> None:
    assert states("2026-07-15", ALL, doi_a="2026 2026-07-05 under-way") == (
        "under-way",
        ("doi-b",),
    )
