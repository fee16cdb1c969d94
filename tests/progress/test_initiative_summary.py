"""Initiatives of a campaign on a day."""

from datetime import date
from textwrap import dedent

import pytest

from scoring import repository
from thidua_cli.progress.initiatives import InitiativeSummary, initiative_summary, recognised_initiatives

FILES = {
    "data/initiatives/2026/doi-a.yaml": """\
        - id: cong-nhan
          title: Sổ tay số
          authors: [{name: An, share: 60}, {name: Bình, share: 40, unit: doi-b}]
          history: [{status: registered, on: 2026-02-01}, {status: recognised, on: 2026-10-01}]
          campaigns: [pt]
        - id: thu-hoi
          title: Bản đồ số
          authors: [{name: An, share: 100}]
          history: [{status: recognised, on: 2026-03-01}, {status: revoked, on: 2026-11-01}]
          campaigns: [pt]
        - id: phong-trao-khac
          title: Việc khác
          authors: [{name: Chi, share: 100}]
          history: [{status: recognised, on: 2026-03-01}]
          campaigns: [khac]
    """,
    "data/initiatives/2026/doi-b.yaml": """\
        - id: tu-choi
          title: Phần mềm
          authors: [{name: Dung, share: 100}]
          history: [{status: refused, on: 2026-10-01}, {status: submitted, on: 2026-04-01}]
          campaigns: [pt]
        - id: tiep-theo
          title: Sổ tay số 2
          authors: [{name: Bình, share: 50}, {name: An, share: 50}]
          history: [{status: recognised, on: 2026-10-01}]
          campaigns: [pt]
    """,
}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 1, 31), InitiativeSummary(0, 0, 0, 0, 0, 0)),
        (
            date(2026, 3, 1),
            InitiativeSummary(registered=2, recognised=1, refused=0, revoked=0, authors=1, spread=0),
        ),
        (
            date(2026, 9, 30),
            InitiativeSummary(registered=3, recognised=1, refused=0, revoked=0, authors=1, spread=0),
        ),
        # An of team A and An of team B are two people; Bình of team B is one.
        (
            date(2026, 10, 1),
            InitiativeSummary(registered=4, recognised=3, refused=1, revoked=0, authors=3, spread=0),
        ),
        (
            date(2026, 11, 1),
            InitiativeSummary(registered=4, recognised=2, refused=1, revoked=1, authors=3, spread=0),
        ),
    ],
)
def test_initiatives_are_counted_by_their_state_on_a_day(day: date, expected: InitiativeSummary) -> None:
    loaded = repository({name: dedent(text) for name, text in FILES.items()})

    assert initiative_summary(loaded, "pt", day) == expected


def test_what_nobody_has_decided_on_is_pending() -> None:
    assert (
        InitiativeSummary(registered=9, recognised=4, refused=2, revoked=1, authors=5, spread=0).pending == 2
    )


def test_recognised_initiatives_come_in_the_order_of_their_recognition() -> None:
    more = """\
        - id: cap-tinh
          title: Lan tỏa
          authors: [{name: Em, share: 100}]
          history:
            - {status: recognised, on: 2026-03-01}
            - {status: recognised, on: 2026-06-01, level: province, decision: 12/QĐ}
          campaigns: [pt]
          spread_to: [doi-a]
    """
    loaded = repository(
        {name: dedent(text) for name, text in {**FILES, "data/initiatives/2026/doi-c.yaml": more}.items()}
    )

    rows = recognised_initiatives(loaded, "pt", date(2026, 10, 1))

    assert [(row.unit, row.initiative.id, row.recognition.level) for row in rows] == [
        ("doi-a", "thu-hoi", "unit"),
        ("doi-c", "cap-tinh", "province"),
        ("doi-a", "cong-nhan", "unit"),
        ("doi-b", "tiep-theo", "unit"),
    ]
    assert initiative_summary(loaded, "pt", date(2026, 10, 1)).spread == 1
