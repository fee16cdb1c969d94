"""What may be said about a target on a day: figure, share, result or schedule, and why."""

import pytest

from scoring import CAMPAIGN, SUM, board, said


def target(keys: str) -> str:
    return f"{{id: t, name: Khách, unit: lượt, reported_by: [doi-a], {keys}}}"


def share(keys: str) -> str:
    return f'{{id: t, kind: share, name: Xã, unit: "%", reported_by: [doi-a], {keys}}}'


@pytest.mark.parametrize(
    ("lines", "as_of", "expected"),
    [
        # Missing is not zero, and 0 is data.
        ([], "2026-07-15", "– – ~no-data"),
        ([], "2026-12-31", "– – ~no-data"),
        ([], "2027-01-01", "– – =no-data"),
        (["doi-a 2026 0 2027-01-10"], "2027-01-15", "0 0% =not-met"),
        # Closed and whole: the result.
        (["doi-a 2026 2500 2027-01-10"], "2027-01-15", "2.500 100% =met"),
        (["doi-a 2026 2501 2027-01-10"], "2027-01-15", "2.501 100,04% =exceeded"),
        (["doi-a 2026 2499,9 2027-01-10"], "2027-01-15", "2.499,9 99,996% =not-met"),
        (["doi-a 2026 2500 2026-12-31"], "2026-12-31", "2.500 100% =met"),
        # Known later than the day that is asked for.
        (["doi-a 2026 2500 2027-01-10"], "2027-01-09", "– – =no-data"),
        # Under way: linear over the days covered, 181 of 365 by 30 June, whatever the day of asking.
        (["doi-a 2026-H1 1520 2026-07-05"], "2026-07-15", "1.520 60,8% ~on-track"),
        (["doi-a 2026-H1 1520 2026-07-05"], "2026-12-30", "1.520 60,8% ~on-track"),
        (["doi-a 2026-H1 1239 2026-07-05"], "2026-07-15", "1.239 49,6% ~at-risk"),
        (["doi-a 2026-H1 1115 2026-07-05"], "2026-07-15", "1.115 44,6% ~late"),
        (["doi-a 2026-H1 2500 2026-07-05"], "2026-07-15", "2.500 100% ~ahead"),
        # Stale after the end.
        (["doi-a 2026-9M 2400 2026-10-05"], "2027-01-15", "2.400 96% ~overdue"),
        # Estimates are never a result, and give way to actual figures for the same days.
        (["doi-a 2026 2600 2026-12-10 estimate"], "2026-12-14", "2.600 104% ~on-track ước"),
        (["doi-a 2026 2400 2026-12-10 estimate"], "2026-12-14", "2.400 96% ~at-risk ước"),
        (["doi-a 2026 2600 2026-12-10 estimate"], "2027-01-15", "2.600 104% ~on-track ước"),
        (["doi-a 2026-H1 1520 2026-06-20 estimate"], "2026-06-25", "1.520 60,8% ~on-track ước"),
        (["doi-a 2026 9 2026-12-10 estimate", "doi-a 2026 2500 2027-01-10"], "2027-01-15", "2.500 100% =met"),
        (
            [
                "doi-a 2026 9 2026-12-10 estimate",
                "doi-a 2026-H1 1200 2026-07-05",
                "doi-a 2026-H2 1300 2027-01-10",
            ],
            "2027-01-15",
            "2.500 100% =met",
        ),
        # Nested periods are dropped, disjoint ones added, cumulative ones begin with the year.
        (
            ["doi-a 2026-H1 1200 2026-07-05", "doi-a 2026-9M 1900 2026-10-05"],
            "2026-10-15",
            "1.900 76% ~on-track",
        ),
        (
            ["doi-a 2026-H1 1200 2026-07-05", "doi-a 2026-Q3 700 2026-10-05"],
            "2026-10-15",
            "1.900 76% ~on-track",
        ),
        (
            ["doi-a 2026-H1 1200 2026-07-05", "doi-a 2026-Q3 1900 2026-10-05 cumulative"],
            "2026-10-15",
            "1.900 76% ~on-track",
        ),
        (
            ["doi-a 2026-Q2 1200 2026-07-05 cumulative", "doi-a 2026-H1 1300 2026-07-20"],
            "2026-07-25",
            "1.300 52% ~on-track",
        ),
        # What shares some of its days cannot be added; what has a gap is only a part.
        (["doi-a 2026-5M 900 2026-06-05", "doi-a 2026-Q2 700 2026-07-05"], "2026-07-15", "– – ~–"),
        (["doi-a 2026-Q1 600 2026-04-05", "doi-a 2026-Q3 700 2026-10-05"], "2026-10-15", "1.300 – ~–"),
        (["doi-a 2026-Q1 600 2026-04-05", "doi-a 2026-Q4 9000 2027-01-05"], "2027-01-15", "9.600 – ~overdue"),
        (["doi-a 2026-02 300 2026-03-05"], "2026-03-15", "300 – ~–"),
        # Days outside the target's time; the wrong form.
        (["doi-a 2025 9999 2026-01-05"], "2026-07-15", "– – ~no-data"),
        (["doi-a 2026-H1 1/2 2026-07-05"], "2026-07-15", "– – ~–"),
        # Revisions: the newest counts from its day on; on one day the one that revises, else the last.
        (
            ["doi-a 2026-H1 9 2026-07-05", "doi-a 2026-H1 1300 2026-08-01 revises"],
            "2026-07-31",
            "9 0,4% ~late",
        ),
        (
            ["doi-a 2026-H1 9 2026-07-05", "doi-a 2026-H1 1300 2026-08-01 revises"],
            "2026-08-01",
            "1.300 52% ~on-track",
        ),
        (
            [
                "doi-a 2026-H1 9 2026-07-05",
                "doi-a 2026-H1 1300 2026-07-05 revises",
                "doi-a 2026-H1 8 2026-07-05",
            ],
            "2026-07-31",
            "1.300 52% ~on-track",
        ),
        (
            ["doi-a 2026-H1 9 2026-07-05", "doi-a 2026-H1 1300 2026-07-05"],
            "2026-07-31",
            "1.300 52% ~on-track",
        ),
    ],
)
def test_an_amount_summed_over_the_year(lines: list[str], as_of: str, expected: str) -> None:
    [row] = board(SUM, lines, as_of).targets

    assert said(row) == expected


@pytest.mark.parametrize(
    ("lines", "as_of", "because"),
    [
        (["doi-a 2026 2500 2027-01-10"], "2027-01-15", ()),
        ([], "2026-07-15", ("Mới có 0/1 đơn vị có số liệu; chưa có: Đội A.",)),
        (
            ["doi-a 2026-H1 1520 2026-07-05"],
            "2026-07-15",
            ("Chia đều theo ngày thì đến ngày 30/6/2026 phải là 1.239,73 lượt.",),
        ),
        (
            ["doi-a 2026-9M 2400 2026-10-05"],
            "2027-01-15",
            ("Số liệu mới đến 9 tháng đầu năm 2026, chưa đến hạn ngày 31/12/2026.",),
        ),
        (
            ["doi-a 2026-5M 900 2026-06-05", "doi-a 2026-Q2 700 2026-07-05"],
            "2026-07-15",
            (
                "Đội A: số liệu 5 tháng đầu năm 2026 và quý II năm 2026 trùng nhau một phần nên không cộng được.",
            ),
        ),
        (
            ["doi-a 2026-Q1 600 2026-04-05", "doi-a 2026-Q4 700 2027-01-05"],
            "2027-01-15",
            ("Đội A: chưa có số liệu từ ngày 01/4/2026 đến ngày 30/9/2026.",),
        ),
        (
            ["doi-a 2026-02 300 2026-03-05"],
            "2026-03-15",
            ("Đội A: chưa có số liệu từ ngày 30/01/2026 đến ngày 31/01/2026.",),
        ),
        (
            ["doi-a 2025 9999 2026-01-05"],
            "2026-07-15",
            (
                "Mới có 0/1 đơn vị có số liệu; chưa có: Đội A.",
                "Không tính số liệu năm 2025 vì nằm ngoài thời gian của chỉ tiêu.",
            ),
        ),
        (
            ["doi-a 2026-H1 1/2 2026-07-05"],
            "2026-07-15",
            ("Không cộng được số liệu của Đội A vì viết thành cặp tử số, mẫu số (of).",),
        ),
    ],
)
def test_a_row_says_why_no_more_is_said(lines: list[str], as_of: str, because: tuple[str, ...]) -> None:
    [row] = board(SUM, lines, as_of).targets

    assert row.because == because


@pytest.mark.parametrize(
    ("keys", "value", "expected"),
    [
        ("at_least: 100", "100", "100 100% =met"),
        ("more_than: 100", "100", "100 100% =not-met"),
        ("more_than: 100", "100,01", "100,01 100,01% =exceeded"),
        ("reach: 100", "100", "100 100% =met"),
        ("reach: 100", "110", "110 110% =exceeded"),
        ("reach: 100, better: down", "100", "100 – =met"),
        ("reach: 100, better: down", "101", "101 – =not-met"),
        ("at_most: 100", "0", "0 – =exceeded"),
        ("at_most: 100", "100", "100 – =met"),
        ("at_most: 100", "101", "101 – =not-met"),
        ("less_than: 100", "100", "100 – =not-met"),
        ("less_than: 100", "99", "99 – =met"),
        ("exactly: 100", "100", "100 100% =met"),
        ("exactly: 100", "101", "101 101% =not-met"),
        ("at_least: 0", "0", "0 – =met"),
        ("at_most: 0", "0", "0 – =met"),
        ("at_least: -5", "-4", "-4 – =exceeded"),
    ],
)
def test_the_result_of_a_closed_year_compares_exactly(keys: str, value: str, expected: str) -> None:
    [row] = board(target(keys), [f"doi-a 2026 {value} 2027-01-10"], "2027-01-15").targets

    assert said(row) == expected


@pytest.mark.parametrize(
    ("keys", "value", "expected"),
    [
        # 181/365 of 365 is 181.
        ("at_most: 365", "181", "181 – ~on-track"),
        ("at_most: 365", "182", "182 – ~at-risk"),
        ("at_most: 365", "202", "202 – ~late"),
        ("at_most: 365", "366", "366 – ~late"),
        ("less_than: 365", "365", "365 – ~late"),
        ("exactly: 365", "181", "181 49,6% ~on-track"),
        ("exactly: 365", "365", "365 100% ~on-track"),
        ("exactly: 365", "366", "366 100,3% ~late"),
        ("more_than: 0", "0", "0 – ~on-track"),
        ("at_least: 0", "0", "0 – ~ahead"),
        ("at_least: 365, over_time: latest", "181", "181 49,6% ~not-due"),
        ("at_least: 365, over_time: latest", "365", "365 100% ~on-track"),
    ],
)
def test_half_a_year_is_compared_with_half_of_the_goal(keys: str, value: str, expected: str) -> None:
    [row] = board(target(keys), [f"doi-a 2026-H1 {value} 2026-07-05"], "2026-07-15").targets

    assert said(row) == expected


@pytest.mark.parametrize(
    ("keys", "bound"), [("at_least: 365", "phải là"), ("at_most: 365", "không được quá")]
)
def test_half_of_a_limit_is_not_said_to_be_a_duty(keys: str, bound: str) -> None:
    [row] = board(target(keys), ["doi-a 2026-H1 100 2026-07-05"], "2026-07-15").targets

    assert row.because == (f"Chia đều theo ngày thì đến ngày 30/6/2026 {bound} 181 lượt.",)


@pytest.mark.parametrize(
    ("keys", "lines", "as_of", "expected"),
    [
        ("reach: 70", ["doi-a 2026-H1 37/53 2026-07-05"], "2026-07-15", "69,81 99,7% ~not-due"),
        ("reach: 70", ["doi-a 2026-H1 38/53 2026-07-05"], "2026-07-15", "71,70 102,4% ~on-track"),
        ("reach: 70", ["doi-a 2026-H1 38/53 2026-07-05"], "2027-01-15", "71,70 102,4% ~overdue"),
        ("reach: 70", ["doi-a 2026 38/53 2027-01-05"], "2027-01-15", "71,70 102,4% =exceeded"),
        ("reach: 70", ["doi-a 2026 38/53 2026-12-05 estimate"], "2027-01-15", "71,70 102,4% ~on-track ước"),
        ("reach: 70", ["doi-a 2026 70 2027-01-05"], "2027-01-15", "70 100% =met"),
        ("exactly: 100", ["doi-a 2026 53/53 2027-01-05"], "2027-01-15", "100 100% =met"),
        ("at_least: 100", ["doi-a 2026 53/53 2027-01-05"], "2027-01-15", "100 100% =met"),
        ("at_least: 100", ["doi-a 2026 9996/10000 2027-01-05"], "2027-01-15", "99,96 99,96% =not-met"),
        # The trap of "trên 39,62% (21/53 xã)": 21 of 53 is a little more than the printed goal.
        ("more_than: 39.62", ["doi-a 2026 21/53 2027-01-05"], "2027-01-15", "39,623 100,01% =exceeded"),
        ("less_than: 15", ["doi-a 2026 0/53 2027-01-05"], "2027-01-15", "0 – =met"),
        # The newest period stands for all, whenever it was handed in.
        (
            "reach: 70",
            ["doi-a 2026-9M 40/53 2026-10-05", "doi-a 2026-H1 10/53 2026-11-05"],
            "2026-11-15",
            "75,47 107,8% ~on-track",
        ),
    ],
)
def test_a_share(keys: str, lines: list[str], as_of: str, expected: str) -> None:
    [row] = board(share(keys), lines, as_of).targets

    assert said(row) == expected


def test_an_interim_report_does_not_look_beyond_its_period() -> None:
    lines = ["doi-a 2026-H1 1520 2026-07-05", "doi-a 2026 2600 2027-01-10"]

    [row] = board(SUM, lines, "2027-02-01", "2026-H1").targets

    assert said(row) == "1.520 60,8% ~on-track"


def test_a_report_on_the_whole_year_gives_the_result_when_it_is_made_later() -> None:
    [row] = board(SUM, ["doi-a 2026 2600 2027-01-10"], "2027-02-01", "2026").targets

    assert said(row) == "2.600 104% =exceeded"


def test_a_report_on_the_whole_year_says_what_is_overdue() -> None:
    [row] = board(SUM, ["doi-a 2026-9M 2400 2026-10-05"], "2027-02-01", "2026").targets

    assert said(row) == "2.400 96% ~overdue"


def test_a_target_due_before_the_campaign_begins_is_closed() -> None:
    [row] = board(target("at_least: 100, by: 2025"), ["doi-a 2025 100 2026-01-05"], "2026-02-15").targets

    assert said(row) == "100 100% =met"


def test_a_target_due_before_the_campaign_ends_is_closed_on_its_day() -> None:
    [row] = board(
        target("at_least: 100, by: 2026-06"), ["doi-a 2026-H1 100 2026-07-05"], "2026-07-15"
    ).targets

    assert said(row) == "100 100% =met"


def test_a_deadline_beyond_the_campaign_is_the_campaigns_end() -> None:
    [row] = board(target("at_least: 100, by: 2030"), ["doi-a 2026 100 2027-01-05"], "2027-01-15").targets

    assert said(row) == "100 100% =met"


def test_a_campaign_of_several_years_adds_its_years() -> None:
    campaign = CAMPAIGN.replace("2026-12-31", "2027-12-31")
    lines = ["doi-a 2026 100 2027-01-05", "doi-a 2027-9M 80 2027-10-05 cumulative"]

    [row] = board(target("at_least: 200"), lines, "2027-10-15", campaign=campaign).targets

    assert said(row) == "180 90% ~on-track"


def test_a_campaign_that_begins_within_the_year_counts_its_own_days() -> None:
    campaign = CAMPAIGN.replace("2026-01-30", "2026-07-01")

    [row] = board(
        target("at_least: 184"), ["doi-a 2026-Q3 92 2026-10-05"], "2026-10-15", campaign=campaign
    ).targets

    assert said(row) == "92 50% ~on-track"


def test_figures_from_before_the_campaign_count_only_without_a_gap() -> None:
    campaign = CAMPAIGN.replace("2026-01-30", "2026-07-01")
    lines = ["doi-a 2026-Q1 50 2026-04-05", "doi-a 2026-Q3 92 2026-10-05"]

    [row] = board(target("at_least: 184"), lines, "2026-10-15", campaign=campaign).targets

    assert (said(row), row.because) == ("142 – ~–", ("Đội A: chưa có số liệu quý II năm 2026.",))


def test_a_limit_that_is_passed_can_no_longer_be_kept() -> None:
    [row] = board(target("at_most: 365"), ["doi-a 2026-11M 366 2026-12-05"], "2026-12-15").targets

    assert said(row) == "366 – ~late"


def test_thresholds_are_settings() -> None:
    lines = ["doi-a 2026-H1 1000 2026-07-05"]

    [row] = board(SUM, lines, "2026-07-15", settings="schedule: {on_track: 0.8, at_risk: 0.5}").targets

    assert said(row) == "1.000 40% ~on-track"


def test_a_target_in_doubt_is_shown_and_not_judged() -> None:
    doubt = (
        "known_issues:\n      - {anomaly: 002-A01, about: targets.t, because: Số in có thể thừa một chữ số.}"
    )
    lines = ["doi-a 2026 2600 2027-01-10"]

    [row] = board(SUM, lines, "2027-01-15", campaign=f"{CAMPAIGN}    {doubt}\n").targets

    assert (said(row), row.judgement) == ("2.600 – =not-judged", None)
    assert row.held_by is not None
    assert row.because == ("Chưa đánh giá vì còn điều chưa rõ (002-A01): Số in có thể thừa một chữ số.",)


def test_a_doubt_that_somebody_decided_holds_nothing() -> None:
    doubt = "known_issues:\n      - {anomaly: 002-A01, about: targets.t, because: Có thể thừa., decided_by: Giám đốc}"

    [row] = board(
        SUM, ["doi-a 2026 2600 2027-01-10"], "2027-01-15", campaign=f"{CAMPAIGN}    {doubt}\n"
    ).targets

    assert (said(row), row.held_by) == ("2.600 104% =exceeded", None)


def test_a_plan_without_a_date_says_so() -> None:
    campaign = CAMPAIGN.replace("2026-01-30", "on-issue")

    [row] = board(SUM, ["doi-a 2026-H1 1520 2026-07-05"], "2026-07-15", campaign=campaign).targets

    assert (said(row), row.because) == (
        "– – ~no-data",
        ("Chưa biết ngày bắt đầu phong trào vì kế hoạch chưa có ngày ban hành (document.date).",),
    )
