"""Values of options, read by ourselves so that a wrong one is explained in Vietnamese."""

import re
from collections.abc import Sequence
from datetime import date

from thidua_cli.diagnostics.errors import ThiduaError

TABLE_FORMATS = ("table", "json")

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})")


def parse_day(text: str, option: str | None = None) -> date:
    """The day that `text` names; only YYYY-MM-DD is accepted, other forms are met with the corrected one.

    Without an option the text is the answer to a question.
    """
    place, again = (f"{option}: ", f"{option} ") if option else ("", "")
    if _DAY.fullmatch(text):
        day = _day(*text.split("-"))
        if day is None:
            raise ThiduaError(
                f"{place}{'l' if place else 'L'}ịch không có ngày “{text}”.",
                hint=f"Ví dụ viết đúng: {again}2026-06-30",
            )
        return day
    meant = _meant_day(text)
    raise ThiduaError(
        f"{place}“{text}” không phải là ngày viết theo mẫu NĂM-THÁNG-NGÀY.",
        hint=f"Hãy viết: {again}{meant}" if meant else f"Ví dụ viết đúng: {again}2026-06-30",
    )


def parse_choice(text: str, choices: Sequence[str], option: str) -> str:
    """The one of `choices` that `text` is."""
    if text in choices:
        return text
    from thidua_cli.vietnamese.letters import near

    guess = near(text, choices)
    known = ", ".join(choices)
    raise ThiduaError(
        f"{option}: không có lựa chọn “{text}”.",
        hint=f"Có phải “{guess}”? Các lựa chọn: {known}." if guess else f"Các lựa chọn: {known}.",
    )


def _meant_day(text: str) -> date | None:
    """The day behind `21/11/2026`, `21.11.2026` or `2026-6-5`."""
    stripped = text.strip()
    if match := _DAY_FIRST.fullmatch(stripped):
        return _day(match[3], match[2], match[1])
    if match := _YEAR_FIRST.fullmatch(stripped):
        return _day(match[1], match[2], match[3])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
