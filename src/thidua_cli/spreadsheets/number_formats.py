"""What a number format makes of a number: a day, a percentage, or a number."""

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Context, Decimal

_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
"""What a format shows as it is: quoted text, one sign after a backslash, colours and conditions."""
_DATE = re.compile(r"[dmyhsge]", re.IGNORECASE)
_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_BUILT_IN_PERCENTS = frozenset((9, 10))
_SHOWN = Context(prec=15, rounding=ROUND_HALF_EVEN)
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LEAP_DAY_THAT_NEVER_WAS = 60
"""Excel believes in 29/02/1900: earlier serial numbers are one day further."""


def shows_date(number: int, code: str | None) -> bool:
    """Whether a format, built in or written out, shows a day or a time."""
    if code is None:
        return number in _BUILT_IN_DATES
    plain = _LITERALS.sub("", code.partition(";")[0])
    return plain.lower() != "general" and _DATE.search(plain) is not None


def shows_percent(number: int, code: str | None) -> bool:
    """Whether a format shows a number times a hundred."""
    return number in _BUILT_IN_PERCENTS if code is None else "%" in _LITERALS.sub("", code)


def shown_number(text: str) -> Decimal:
    """The stored number as Excel shows it, to 15 digits: `0.30000000000000004` is 0.3.

    Raises decimal.InvalidOperation for what is no number.
    """
    number = _SHOWN.create_decimal(text).normalize(_SHOWN)
    whole = number == number.to_integral_value() and abs(number.adjusted()) < 15  # no `2.31E+4`
    return number.quantize(Decimal(1)) if whole else number


def day_of_serial(serial: Decimal, *, since_1904: bool) -> date | None:
    """The day of a serial number, its time left out; None where the calendar of Excel does not go."""
    if not 0 <= serial < 2_958_466:
        return None
    whole = int(serial)
    if since_1904:
        return _EPOCH_1904 + timedelta(days=whole)
    return _EPOCH + timedelta(days=whole + (whole < _LEAP_DAY_THAT_NEVER_WAS))
