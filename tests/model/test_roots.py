"""A yearly rate is compared by its power and printed on its own side of the limit."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.model.targets.roots import yearly_factor

FACTORS = st.fractions(min_value=Fraction(1, 100), max_value=100, max_denominator=10**6)
LIMITS = st.integers(1, 300).map(lambda percent: Fraction(percent, 100))
YEARS = st.integers(1, 10)


@given(FACTORS, YEARS, LIMITS)
def test_the_factor_lies_where_the_root_lies(factor: Fraction, years: int, limit: Fraction) -> None:
    found = yearly_factor(factor, years, (limit,))

    power = limit**years
    assert (found > limit, found < limit) == (factor > power, factor < power)


@given(LIMITS, YEARS)
def test_a_power_gives_its_root_back(root: Fraction, years: int) -> None:
    assert yearly_factor(root**years, years, (root,)) == root


@given(FACTORS, YEARS, LIMITS)
def test_the_factor_is_within_half_a_hundredth_of_a_percent(
    factor: Fraction, years: int, limit: Fraction
) -> None:
    found, half = yearly_factor(factor, years, (limit,)), Fraction(1, 20000)

    assert max(Fraction(0), found - half) ** years <= factor <= (found + half) ** years


@given(FACTORS, FACTORS, YEARS, LIMITS)
def test_a_larger_factor_never_has_a_smaller_root(
    one: Fraction, other: Fraction, years: int, limit: Fraction
) -> None:
    small, large = sorted((one, other))

    less, more = (yearly_factor(factor, years, (limit,)) for factor in (small, large))
    assert less <= more or more >= limit > less or abs(less - more) <= Fraction(1, 10000)
