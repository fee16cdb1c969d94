"""Sums without any rounding, however many digits they take."""

from collections.abc import Callable, Iterable
from decimal import Context, Decimal, Inexact, localcontext
from typing import TypeVar

T = TypeVar("T")


def exactly(compute: Callable[[], T]) -> T:
    """What is computed with as many digits as it takes to round nothing."""
    digits = 100
    while True:
        try:
            with localcontext(Context(prec=digits, traps=[Inexact])):
                return compute()
        except Inexact:
            digits *= 10


def exact_sum(values: Iterable[Decimal]) -> Decimal:
    """The sum of the values."""
    known = tuple(values)
    return exactly(lambda: sum(known, Decimal(0)))
