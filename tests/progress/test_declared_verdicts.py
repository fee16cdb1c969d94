"""Verdicts of persons: they stand in the place of the computed one, beside it, and only when it is time."""

import pytest

from scoring import CAMPAIGN, board, repository, result_files, said
from thidua_cli.diagnostics.finding import Severity
from thidua_cli.documents.result_tables import verdict
from thidua_cli.progress.checks import CHECKS
from thidua_cli.progress.verdicts import Result

YEARS = CAMPAIGN.replace("to: 2026-12-31", "to: 2028-12-31")
JUDGED = "as_of: 2027-01-10, on: 2027-01-20, by: Ban Chỉ đạo, because: Bão làm sập cầu"


def target(verdicts: str, keys: str = "at_least: 2500") -> str:
    return f"{{id: t, name: Khách, unit: lượt, reported_by: [doi-a], {keys}, verdicts: [{verdicts}]}}"


@pytest.mark.parametrize(
    ("verdicts", "lines", "as_of", "expected", "word"),
    [
        # Officials called 33,9 of "33 - 34" đạt and 3,1 of "dưới 4" merely đạt: here they say đạt where figures do not.
        (
            f"{{{JUDGED}, verdict: met}}",
            ["doi-a 2026 2490 2027-01-05"],
            "2027-02-01",
            "2.490 99,6% =met",
            "đạt",
        ),
        # Nobody had said so yet.
        (
            f"{{{JUDGED}, verdict: met}}",
            ["doi-a 2026 2490 2027-01-05"],
            "2027-01-19",
            "2.490 99,6% =not-met",
            "chưa đạt",
        ),
        # The last word counts.
        (
            f"{{{JUDGED}, verdict: met}}, {{{JUDGED.replace('-20', '-25')}, verdict: not-met}}",
            ["doi-a 2026 2490 2027-01-05"],
            "2027-02-01",
            "2.490 99,6% =not-met",
            "chưa đạt",
        ),
        # What figures cannot say, a person may: nothing was reported, or the figure is a part.
        (f"{{{JUDGED}, verdict: met}}", [], "2027-02-01", "– – =met", "đạt"),
        (
            f"{{{JUDGED}, verdict: exceeded}}",
            ["doi-a 2026-9M 2490 2026-10-05"],
            "2027-02-01",
            "2.490 99,6% =exceeded",
            "vượt",
        ),
        # A year that is not over has no result, whoever says so.
        (
            f"{{{JUDGED.replace('2027-01', '2026-07')}, verdict: met}}",
            ["doi-a 2026-H1 2500 2026-07-05"],
            "2026-08-01",
            "2.500 100% ~ahead",
            "vượt tiến độ",
        ),
    ],
)
def test_a_declared_verdict(verdicts: str, lines: list[str], as_of: str, expected: str, word: str) -> None:
    [row] = board(target(verdicts), lines, as_of).targets

    assert (said(row), verdict(row)) == (expected, word)


def test_the_computed_verdict_and_the_reason_are_said_beside_it() -> None:
    [row] = board(target(f"{{{JUDGED}, verdict: met}}"), ["doi-a 2026 2490 2027-01-05"], "2027-02-01").targets

    assert row.override is not None
    assert (row.override.verdict, row.computed, row.override_is_outdated) == ("met", Result.NOT_MET, False)
    assert row.because == (
        "Ban Chỉ đạo đánh giá đạt ngày 20/01/2027, theo số liệu là chưa đạt. Lý do: Bão làm sập cầu.",
    )


def test_before_the_end_it_says_why_it_is_not_used() -> None:
    early = JUDGED.replace("2027-01", "2026-07")

    [row] = board(
        target(f"{{{early}, verdict: met}}"), ["doi-a 2026-H1 2500 2026-07-05"], "2026-08-01"
    ).targets

    assert row.override is None
    assert row.because[-1] == "Đánh giá của Ban Chỉ đạo chưa dùng được vì chưa hết thời gian của chỉ tiêu."


@pytest.mark.parametrize(
    ("keys", "lines", "outdated"),
    [
        ("", ["doi-a 2026 2490 2027-01-05"], False),
        ("", ["doi-a 2026 2490 2027-01-05", "doi-a 2026 2300 2027-02-10 revises"], True),
        ("", ["doi-a 2026 2490 2027-01-05", "doi-a 2026 2490 2027-02-10 revises"], False),
        ("", ["doi-a 2026 2490 2027-02-10"], True),
        (", figure: 2490", ["doi-a 2026 2490 2027-02-10"], False),
        (", figure: 2490", ["doi-a 2026 2300 2027-01-05"], True),
        (", figure: 2490", [], True),
        # As it was seen, with the places that it was seen with.
        (", figure: 2490", ["doi-a 2026 2490,4 2027-01-05"], False),
        (", figure: 2490.0", ["doi-a 2026 2490,4 2027-01-05"], True),
    ],
)
def test_a_figure_that_changed_since_asks_for_a_new_verdict(
    keys: str, lines: list[str], *, outdated: bool
) -> None:
    sheet = target(f"{{{JUDGED}, verdict: met{keys}}}")

    [row] = board(sheet, lines, "2027-03-01").targets
    loaded = repository({"data/campaigns/pt/targets.yaml": f"targets:\n  - {sheet}\n", **result_files(lines)})
    found = [(f.code, f.severity, f.message) for check in CHECKS for f in check.run(loaded)]

    assert row.override_is_outdated is outdated
    assert ("Số liệu đã thay đổi sau lần đánh giá này nên phải đánh giá lại." in row.because) is outdated
    message = "Số liệu của “t” đã thay đổi sau khi Ban Chỉ đạo đánh giá ngày 20/01/2027."
    assert found == ([("TD421", Severity.WARNING, message)] if outdated else [])


def test_a_year_may_be_judged_alone() -> None:
    sheet = target(f"{{{JUDGED}, verdict: met, period: 2026}}", "at_least: 100, over_time: each-year")
    lines = [f"doi-a {year} {90 if year == 2026 else 100} {year + 1}-01-05" for year in (2026, 2027, 2028)]

    [row] = board(sheet, lines, "2029-02-01", campaign=YEARS).targets

    assert [said(part) for part in row.parts] == ["90 90% =met", "100 100% =met", "100 100% =met"]
    assert (row.result, row.parts[0].computed, row.override) == (Result.MET, Result.NOT_MET, None)


def test_a_year_that_nobody_judges_leaves_the_whole_unjudged() -> None:
    sheet = target(f"{{{JUDGED}, verdict: not-judged, period: 2026}}", "at_least: 100, over_time: each-year")
    lines = [f"doi-a {year} 100 {year + 1}-01-05" for year in (2026, 2027, 2028)]

    [row] = board(sheet, lines, "2029-02-01", campaign=YEARS).targets

    assert row.result is Result.NOT_JUDGED
