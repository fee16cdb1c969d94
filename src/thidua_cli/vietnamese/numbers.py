"""Numbers in print: dots between thousands, a decimal comma, and no rounding across a limit."""

from decimal import Decimal
from fractions import Fraction

Exact = Decimal | Fraction

_PLACES_OF_ENDLESS = 2
"""Decimal places of a figure without an end that nobody asked to round."""
_WHOLE = Fraction(100)


def figure(value: Exact, places: int | None = None) -> str:
    """`1.549.346`, `39,62`; rounded half up to at most so many places, never longer than the value itself."""
    return _written(*_rounded(value, places))


def figure_beside(value: Exact, limit: Exact, places: int | None = None) -> str:
    """The figure with as many places as it needs to stand on the same side of the limit as the value does."""
    exact, goal = Fraction(value), Fraction(limit)
    wanted = _PLACES_OF_ENDLESS if places is None and _own_places(value) is None else places
    while wanted is not None:
        units, shown = _rounded(value, wanted)
        printed = Fraction(units, 10**shown)
        if (printed > goal, printed < goal) == (exact > goal, exact < goal):
            break
        own = _own_places(value)
        if own is None and exact == goal:
            break  # an endless value at an endless limit: no number of places would do
        wanted = None if own is not None and wanted >= own else wanted + 1
    return figure(value, wanted)


def percent(value: Exact, places: int = 1, *, limit: Exact | None = None) -> str:
    """`60,8%` for a value in percent, on its own side of the limit where there is one."""
    return f"{figure(value, places) if limit is None else figure_beside(value, limit, places)}%"


def percent_of(share: Fraction, places: int = 1) -> str:
    """`60,8%` for a share of a goal; the goal itself, 100%, is printed only when it is reached."""
    return percent(share * 100, places, limit=_WHOLE)


def count(number: int) -> str:
    """A number of things: `01` to `09` with a zero, as official papers write it."""
    return f"{number:02}" if 0 < number < 10 else figure(Decimal(number))


def _rounded(value: Exact, places: int | None) -> tuple[int, int]:
    """The value in units of its last printed place, and the number of places."""
    own = _own_places(value)
    if places is None:
        places = _PLACES_OF_ENDLESS if own is None else own
    elif own is not None:
        places = min(places, own)
    scaled = abs(Fraction(value)) * 10**places
    units = int(scaled + Fraction(1, 2))
    return (-units if value < 0 else units), places


def _own_places(value: Exact) -> int | None:
    """The decimal places that the value has, zeros included as reported; None when they do not end."""
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        assert isinstance(exponent, int), "figures are finite"
        return max(0, -exponent)
    rest = value.denominator
    twos = fives = 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def _written(units: int, places: int) -> str:
    digits = f"{abs(units):0{places + 1}}"
    whole, decimals = digits[: len(digits) - places], digits[len(digits) - places :]
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{'-' if units < 0 else ''}{grouped}{',' if places else ''}{decimals}"
