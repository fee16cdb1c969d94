"""A target of coverage is counted from the initiatives; without headcounts nothing is guessed."""

from datetime import date

import pytest

from scoring import repository
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.scoreboard import score

HEADS = "headcount: [{on: 2026-06-30, value: 2}]"
TARGET = "{id: t, kind: coverage, name: Sáng kiến, exactly: 100, reported_by: [cac-doi]}"
DONE = "[{status: registered, on: 2026-02-01}, {status: recognised, on: 2026-05-01}]"
REVOKED = DONE.replace("]", ", {status: revoked, on: 2026-06-01}]")


def initiatives(unit: str, *people: str, history: str = DONE) -> dict[str, str]:
    lines = (
        f"- {{id: {unit}-{n}, title: T{n}, authors: [{{name: {name}, share: 100}}], campaigns: [pt], "
        f"history: {history}}}\n"
        for n, name in enumerate(people)
    )
    return {f"data/initiatives/2026/{unit}.yaml": "".join(lines) or "[]\n"}


def heads(*units: str) -> dict[str, str]:
    return {f"data/units/{unit}.yaml": f"{{id: {unit}, name: {unit}, {HEADS}}}" for unit in units}


def row(files: dict[str, str], as_of: date = date(2026, 12, 31), target: str = TARGET) -> TargetRow:
    loaded = repository({"data/campaigns/pt/targets.yaml": f"targets: [{target}]\n", **files})
    (found,) = score(loaded, loaded.campaigns["pt"], as_of).targets
    return found


def said(found: TargetRow) -> str:
    fraction = found.outcome.actual.fraction if found.outcome.actual else None
    people = f"{fraction[0]}/{fraction[1]}" if fraction else "–"
    return f"{people} {found.result or '–'} {found.schedule or '–'}"


@pytest.mark.parametrize(
    ("files", "as_of", "expected"),
    [
        # everybody of both units, once the year is over
        (
            {**initiatives("doi-a", "A", "B"), **initiatives("doi-b", "C", "D")},
            date(2026, 12, 31),
            "4/4 met –",
        ),
        # the same while the year is open is no result yet
        (
            {**initiatives("doi-a", "A", "B"), **initiatives("doi-b", "C", "D")},
            date(2026, 7, 1),
            "4/4 – on-track",
        ),
        # two initiatives of one person are one person
        (
            {**initiatives("doi-a", "A", "A"), **initiatives("doi-b", "C", "D")},
            date(2026, 12, 31),
            "3/4 not-met –",
        ),
        # a unit without any initiative has nobody, since its people are counted
        (initiatives("doi-a", "A", "B"), date(2026, 12, 31), "2/4 not-met –"),
        # what was revoked does not count
        (
            {**initiatives("doi-a", "A", "B"), **initiatives("doi-b", "C", "D", history=REVOKED)},
            date(2026, 12, 31),
            "2/4 not-met –",
        ),
    ],
)
def test_people_with_a_recognised_initiative_over_the_headcount(
    files: dict[str, str], as_of: date, expected: str
) -> None:
    assert said(row({**heads("doi-a", "doi-b"), **files}, as_of)) == expected


def test_a_unit_whose_headcount_is_not_known_leaves_the_target_unjudged() -> None:
    found = row({**heads("doi-a"), **initiatives("doi-a", "A", "B"), **initiatives("doi-b", "C")})

    assert said(found) == "2/2 – –"
    assert found.silent_units == ("doi-b",)
    assert found.because == (
        "Tính từ danh sách sáng kiến và số người (headcount) của năm 2026.",
        "Chưa có mẫu số (số người năm 2026) của Đội B.",
    )


def test_a_target_that_nobody_was_told_to_meet_is_shown_and_not_judged() -> None:
    free = TARGET.replace(", reported_by: [cac-doi]", "")

    found = row({**heads("doi-a"), **initiatives("doi-a", "A", "B")}, target=free)

    assert said(found) == "2/2 – –"
    assert "Chưa giao đơn vị nào thực hiện chỉ tiêu này (reported_by)." in found.because


def test_a_figure_that_units_hand_in_themselves_stands() -> None:
    reported = "[{period: 2026, as_of: 2026-12-31, source: S, values: {t: {of: [1, 2]}}}]"
    results = {f"data/campaigns/pt/results/{unit}.yaml": reported for unit in ("doi-a", "doi-b")}

    assert (
        said(row({**heads("doi-a", "doi-b"), **initiatives("doi-a", "A", "B"), **results})) == "2/4 not-met –"
    )
