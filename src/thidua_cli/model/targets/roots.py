"""Yearly factors: the root of a factor over several years, compared exactly and never a float."""

from fractions import Fraction

_PLACES = 4
"""Decimal places of a factor: two of the percentage that papers print."""


def yearly_factor(factor: Fraction, years: int, limits: tuple[Fraction, ...]) -> Fraction:
    """The factor per year, rounded, with as many places as it needs to lie on its own side of each limit.

    A root has no end, so it cannot be written; its power can be compared, and decides.
    """
    if years == 1:
        return factor
    for limit in limits:
        if limit >= 0 and limit**years == factor:
            return limit
    places = _PLACES
    while True:
        rounded = _rounded_root(factor, years, places)
        if all(_sign(rounded, limit) == _side(factor, limit, years) for limit in limits):
            return rounded
        places += 1


def _side(factor: Fraction, limit: Fraction, years: int) -> int:
    """On which side of the limit the root lies: -1, 0 or 1."""
    return 1 if limit < 0 else _sign(factor, limit**years)


def _sign(value: Fraction, limit: Fraction) -> int:
    return (value > limit) - (value < limit)


def _rounded_root(factor: Fraction, years: int, places: int) -> Fraction:
    """The root rounded half up to so many places."""
    doubled = 2 * 10**places
    halves = _whole_root(factor.numerator * doubled**years // factor.denominator, years)
    return Fraction((halves + 1) // 2, 10**places)


def _whole_root(number: int, degree: int) -> int:
    """The greatest whole number whose power is not above the number."""
    low, high = 0, 1 << (number.bit_length() // degree + 1)
    while high - low > 1:
        middle = (low + high) // 2
        if middle**degree <= number:
            low = middle
        else:
            high = middle
    return low
