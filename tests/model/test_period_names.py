"""Stretches of days find their names."""

from datetime import date

import pytest

from thidua_cli.model.periods import parse_period, period_between


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2026", "2026"), ("2026-H1", "2026-H1"), ("2026-H2", "2026-H2"), ("2026-Q1", "2026-Q1"),
        ("2026-Q4", "2026-Q4"), ("2026-9M", "2026-9M"), ("2026-02", "2026-02"),
        # One stretch, one name.
        ("2026-12M", "2026"), ("2026-6M", "2026-H1"), ("2026-3M", "2026-Q1"), ("2026-1M", "2026-01"),
    ],
)  # fmt: skip
def test_a_stretch_of_the_calendar_is_called_by_its_name(text: str, name: str) -> None:
    period = parse_period(text)
    assert period is not None

    assert period_between(period.start, period.end).text == name


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2026, 1, 30), date(2026, 6, 30), "từ ngày 30/01/2026 đến ngày 30/6/2026"),
        (date(2026, 2, 1), date(2026, 3, 31), "từ ngày 01/02/2026 đến ngày 31/3/2026"),
        (date(2025, 1, 1), date(2026, 12, 31), "từ ngày 01/01/2025 đến ngày 31/12/2026"),
        (date(2026, 7, 1), date(2026, 12, 31), "6 tháng cuối năm 2026"),
        (date(2026, 6, 5), date(2026, 6, 5), "ngày 05/6/2026"),
    ],
)
def test_another_stretch_is_called_by_its_days(start: date, end: date, words: str) -> None:
    assert period_between(start, end).in_words == words
