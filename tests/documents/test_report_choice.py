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
