"""Dates in print."""

from datetime import date

from thidua_cli.vietnamese.dates import day_long, day_short


def test_the_day_of_a_paper_is_written_in_words() -> None:
    days = (date(2026, 1, 30), date(2026, 2, 5), date(2026, 3, 5), date(2026, 12, 15))

    assert [day_long(day) for day in days] == [
        "ngày 30 tháng 01 năm 2026",
        "ngày 05 tháng 02 năm 2026",
        "ngày 05 tháng 3 năm 2026",
        "ngày 15 tháng 12 năm 2026",
    ]


def test_a_cited_day_pads_only_january_and_february() -> None:
    days = (date(2025, 6, 19), date(2025, 7, 3), date(2025, 1, 24), date(2025, 10, 8))

    assert [day_short(day) for day in days] == ["19/6/2025", "03/7/2025", "24/01/2025", "08/10/2025"]
