"""Dates in print: days below 10 and the months January and February take a zero, no other month does."""

from datetime import date


def day_long(day: date) -> str:
    """`ngày 30 tháng 01 năm 2026`."""
    # NĐ 30/2020, Phụ lục I: numbers below 10 of the day, and months 1 and 2, take a zero in front.
    return f"ngày {day.day:02} tháng {_month(day)} năm {day.year}"


def day_short(day: date) -> str:
    """`24/01/2025`, `19/6/2025`, `03/7/2025`."""
    return f"{day.day:02}/{_month(day)}/{day.year}"


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month < 3 else str(day.month)
