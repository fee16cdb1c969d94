"""Told nothing, a report is the one that is due, else the latest period with results; what is asked for stands."""

from datetime import date
from pathlib import Path

import pytest

from building import data_directory
from thidua_cli.documents.report_choice import choose_report
from thidua_cli.documents.report_senders import Sender, sender_of
from thidua_cli.model.periods import parse_period

CAMPAIGN = """
    name: phong trào thi đua năm 2026
    issuer: so
    period: {from: 2026-01-30, to: 2026-12-31}
    reports:
      - {id: tong-ket, from: phong, to: so, kind: final, before: 2026-12-15}
      - {id: so-ket, from: phong, to: so, kind: interim, period: 2026-H1, by: 2026-07-10}
      - {id: tong-hop, from: phong, kind: final, due_words: theo quy định}
    """
RESULTS = """
    - {period: 2026-H1, as_of: 2026-07-05, source: Báo cáo mẫu số 01}
    - {period: 2026-Q3, as_of: 2026-10-05, source: Báo cáo mẫu số 02}
    - {period: 2026-9M, as_of: 2026-10-05, source: Báo cáo mẫu số 03}
    - {period: 2026, as_of: 2026-11-16, source: Báo cáo mẫu số 04}
    """
SENT = """\
---
period: 2026-H1
kind: interim
date: 2026-07-09
---
"""


def office(tmp_path: Path, *, unit: str | None = None, **files: str) -> Sender:
    written: dict[str, str | bytes] = {
        "data/units/so.yaml": "{id: so, name: Sở, divisions: [{id: phong, name: Phòng}]}",
        "data/campaigns/19-KH/campaign.yaml": CAMPAIGN,
        "data/campaigns/19-KH/results/phong.yaml": files.get("results", RESULTS),
    }
    if "narrative" in files:
        written["data/campaigns/19-KH/reports/so/2026-H1-interim.md"] = files["narrative"]
    repository = data_directory(tmp_path, written).repository
    return sender_of(repository, repository.campaigns["19-KH"], unit)


@pytest.mark.parametrize(
    ("as_of", "kind", "period", "because"),
    [
        # a report still to come counts as due 30 days before its last valid day; `trước ngày 15/12` is strict
        (
            date(2026, 11, 14),
            "final",
            "2026",
            "kế hoạch yêu cầu báo cáo này trước ngày 15/12/2026 (còn 30 ngày).",
        ),
        (
            date(2026, 12, 15),
            "final",
            "2026",
            "kế hoạch yêu cầu báo cáo này trước ngày 15/12/2026 (đã quá hạn 1 ngày).",
        ),
    ],
)
def test_the_report_that_is_due_is_taken_and_says_why(
    tmp_path: Path, as_of: date, kind: str, period: str, because: str
) -> None:
    choice = choose_report(office(tmp_path, narrative=SENT), as_of)

    assert (choice.kind, choice.period.text, choice.because) == (kind, period, because)


def test_an_overdue_report_stays_due_until_its_paper_is_dated(tmp_path: Path) -> None:
    choice = choose_report(office(tmp_path), date(2026, 8, 1))

    assert (choice.kind, choice.period.text) == ("interim", "2026-H1")
    assert choice.because == "kế hoạch yêu cầu báo cáo này chậm nhất ngày 10/7/2026 (đã quá hạn 22 ngày)."


@pytest.mark.parametrize(
    ("as_of", "period"),
    [(date(2026, 8, 1), "2026-H1"), (date(2026, 10, 6), "2026-9M"), (date(2026, 11, 13), "2026-9M")],
)
def test_otherwise_the_latest_period_with_results_that_is_over(
    tmp_path: Path, as_of: date, period: str
) -> None:
    choice = choose_report(office(tmp_path, narrative=SENT), as_of)

    assert (choice.kind, choice.period.text) == ("periodic", period)


def test_without_any_result_the_year_is_taken(tmp_path: Path) -> None:
    choice = choose_report(office(tmp_path, narrative=SENT, results="[]"), date(2026, 8, 1))

    assert (choice.kind, choice.period.text) == ("periodic", "2026")
    assert choice.because == "chưa có báo cáo nào đến hạn và chưa có số liệu nào; lấy năm 2026."


def test_after_the_end_of_a_campaign_without_any_result_its_last_year_is_taken(tmp_path: Path) -> None:
    campaign = "{name: phong trào, issuer: so, period: {from: 2025-07-14, to: 2025-12-31}}"
    loaded = data_directory(tmp_path, {"data/campaigns/pt/campaign.yaml": campaign})

    sender = sender_of(loaded.repository, loaded.repository.campaigns["pt"])
    choice = choose_report(sender, date(2026, 11, 21))

    assert (choice.period.text, choice.because) == (
        "2025",
        "chưa có báo cáo nào đến hạn và chưa có số liệu nào; lấy năm 2025.",
    )


def test_an_old_report_that_nobody_dated_does_not_stand_before_the_one_that_is_due_now(
    tmp_path: Path,
) -> None:
    choice = choose_report(office(tmp_path), date(2026, 11, 20))

    assert (choice.kind, choice.period.text) == ("final", "2026")


@pytest.mark.parametrize(
    ("kind", "as_of", "period", "because"),
    [
        (
            "final",
            date(2026, 8, 1),
            "2026",
            "kế hoạch yêu cầu báo cáo này trước ngày 15/12/2026 (còn 135 ngày).",
        ),
        ("annual", date(2026, 10, 6), "2026", "kế hoạch không yêu cầu báo cáo năm; lấy năm 2026."),
        (
            "ad-hoc",
            date(2026, 10, 6),
            "2026-9M",
            "chưa có báo cáo nào đến hạn trong 30 ngày tới; lấy kỳ gần nhất có số liệu (2026-9M).",
        ),
    ],
)
def test_a_kind_that_is_asked_for_has_the_period_that_the_plan_gives_it_and_never_half_a_year_for_a_year(
    tmp_path: Path, kind: str, as_of: date, period: str, because: str
) -> None:
    choice = choose_report(office(tmp_path, narrative=SENT), as_of, kind=kind)

    assert (choice.kind, choice.period.text, choice.because) == (kind, period, because)


def test_figures_of_a_period_that_is_not_over_are_not_said_to_be_missing(tmp_path: Path) -> None:
    results = "- {period: 2026-H1, as_of: 2026-04-05, source: Báo cáo mẫu số 01}"

    choice = choose_report(office(tmp_path, results=results), date(2026, 4, 10))

    assert choice.because == "chưa có báo cáo nào đến hạn và chưa có số liệu của kỳ nào đã hết; lấy năm 2026."


def test_before_a_campaign_begins_its_first_year_is_taken(tmp_path: Path) -> None:
    choice = choose_report(office(tmp_path, results="[]"), date(2025, 11, 21))

    assert choice.period.text == "2026"


def test_whoever_prepares_a_report_means_the_next_one_of_the_plan(tmp_path: Path) -> None:
    choice = choose_report(office(tmp_path, narrative=SENT), date(2026, 10, 6), ahead=True)

    assert (choice.kind, choice.period.text) == ("final", "2026")
    assert choice.because == (
        "chưa có báo cáo nào đến hạn trong 30 ngày tới; đây là báo cáo kế tiếp, "
        "kế hoạch yêu cầu báo cáo này trước ngày 15/12/2026 (còn 69 ngày)."
    )


def test_an_ad_hoc_report_is_written_when_it_is_asked_for_alone(tmp_path: Path) -> None:
    campaign = """
        name: phong trào
        issuer: so
        period: {from: 2026-01-01, to: 2027-12-31}
        reports:
          - {id: khen, from: phong, to: so, kind: ad-hoc, due_words: kịp thời}
          - {id: dinh-ky, from: phong, to: so, kind: periodic}
        """
    files = {
        "data/units/so.yaml": "{id: so, name: Sở, divisions: [{id: phong, name: Phòng}]}",
        "data/campaigns/pt/campaign.yaml": campaign,
    }
    repository = data_directory(tmp_path, files).repository
    sender = sender_of(repository, repository.campaigns["pt"], "phong")

    unasked, asked = (choose_report(sender, date(2026, 3, 1), kind=kind) for kind in (None, "ad-hoc"))

    assert (unasked.kind, unasked.because) == ("periodic", "kế hoạch giao báo cáo này, không ghi thời hạn.")
    assert (asked.kind, asked.because) == ("ad-hoc", "kế hoạch giao báo cáo này, kịp thời.")


def test_what_is_asked_for_explicitly_stands_whatever_is_due(tmp_path: Path) -> None:
    choice = choose_report(office(tmp_path), date(2026, 12, 1), period=parse_period("2026-Q3"))

    assert (choice.kind, choice.period.text, choice.because) == (
        "periodic",
        "2026-Q3",
        "theo yêu cầu: kỳ 2026-Q3.",
    )


def test_a_period_that_the_plan_orders_a_report_on_takes_the_kind_of_that_report(tmp_path: Path) -> None:
    choice = choose_report(office(tmp_path), date(2026, 12, 1), period=parse_period("2026-H1"))

    assert choice.kind == "interim"
