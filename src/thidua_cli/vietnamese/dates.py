"""Dates in print: days below 10 and the months January and February take a zero, no other month does."""

from datetime import date


def day_short(day: date) -> str:
    """`24/01/2025`, `19/6/2025`, `03/7/2025`."""
    # NĐ 30/2020, Phụ lục I: numbers below 10 of the day, and months 1 and 2, take a zero in front.
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"
