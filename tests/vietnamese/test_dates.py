"""Dates in print."""

from datetime import date

from thidua_cli.vietnamese.dates import day_short


def test_a_cited_day_pads_only_january_and_february() -> None:
    days = (date(2025, 6, 19), date(2025, 7, 3), date(2025, 1, 24), date(2025, 10, 8))

    assert [day_short(day) for day in days] == ["19/6/2025", "03/7/2025", "24/01/2025", "08/10/2025"]
