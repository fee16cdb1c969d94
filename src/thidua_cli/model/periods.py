"""Periods of time as clerks write them: `2026`, `2026-H1`, `2026-Q3`, `2026-9M`, `2026-06`, and single days."""

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from thidua_cli.vietnamese.dates import day_short

PERIOD = re.compile(r"(\d{4})(?:-(?:H([12])|Q([1-4])|([1-9]|1[0-2])M|(0[1-9]|1[0-2])))?", re.ASCII)
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of days; ordered by its first and its last day."""

    start: date
    end: date
    """The last day that belongs to it."""
    text: str = field(compare=False)
    """As it is written in data."""

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    def contains(self, other: "Period") -> bool:
        """Whether every day of the other is one of its own."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share a day."""
        return self.start <= other.end and other.start <= self.end

    @property
    def in_words(self) -> str:
        """As a paper says it: `6 tháng đầu năm 2026`, `quý III năm 2026`."""
        year = self.start.year
        match = PERIOD.fullmatch(self.text)
        if match is None:
            first, last = day_short(self.start), day_short(self.end)
            return f"ngày {first}" if first == last else f"từ ngày {first} đến ngày {last}"
        _, half, quarter, months, month = match.groups()
        if half:
            return f"6 tháng {'đầu' if half == '1' else 'cuối'} năm {year}"
        if quarter:
            return f"quý {_ROMAN[int(quarter) - 1]} năm {year}"
        if months:
            return f"{months} tháng năm {year}" if int(months) > 9 else f"{months} tháng đầu năm {year}"
        return f"tháng {int(month)} năm {year}" if month else f"năm {year}"


def parse_period(text: str) -> Period | None:
    """The period that the text names, or None when it is none."""
    match = PERIOD.fullmatch(text)
    if match is None or match[1] == "0000":
        return None
    year, half, quarter, months, month = (int(group) if group else 0 for group in match.groups())
    if half:
        first, last = 6 * half - 5, 6 * half
    elif quarter:
        first, last = 3 * quarter - 2, 3 * quarter
    elif month:
        first = last = month
    else:
        first, last = 1, months or 12
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), text)


@lru_cache(maxsize=1024)
def period_between(start: date, end: date) -> Period:
    """The stretch of days under the name that the grammar has for it, else under its first and last day."""
    year, month = start.year, start.month
    names = (
        str(year),
        f"{year}-H{1 + month // 7}",
        f"{year}-Q{(month + 2) // 3}",
        f"{year}-{month:02}",
        f"{year}-{end.month}M",
    )
    named = (parse_period(name) for name in names)
    found = next((p for p in named if p and (p.start, p.end) == (start, end)), None)
    return found or Period(start, end, f"{start}..{end}")


@lru_cache(maxsize=4096)
def parse_day(text: str) -> date | None:
    """The day that `YYYY-MM-DD` names, or None when it is none."""
    match = DAY.fullmatch(text)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def parse_moment(text: str) -> Period | None:
    """A day or a period, as precise as it is known."""
    day = parse_day(text)
    return Period(day, day, text) if day else parse_period(text)
