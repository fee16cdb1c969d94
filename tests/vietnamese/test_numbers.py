"""Numbers in print."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.vietnamese.numbers import Exact, count, figure, figure_beside, percent, percent_of

DECIMALS = st.decimals(min_value=-(10**9), max_value=10**9, places=6)
FRACTIONS = st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=10**6)
FIGURES = st.one_of(DECIMALS, FRACTIONS)


def read(printed: str) -> Fraction:
    return Fraction(printed.replace(".", "").replace(",", "."))


@pytest.mark.parametrize(
    ("value", "places", "printed"),
    [
        (Decimal(1549346), None, "1.549.346"),
        (Decimal("39.62"), None, "39,62"),
        (Decimal("97.50"), None, "97,50"),
        (Decimal(999), None, "999"),
        (Decimal("-1234.5"), None, "-1.234,5"),
        (Decimal(0), None, "0"),
        (Decimal("1E+3"), None, "1.000"),
        (Decimal(70), 1, "70"),
        (Decimal("0.05"), 1, "0,1"),
        (Decimal("-0.05"), 1, "-0,1"),
        (Decimal("-0.04"), 1, "0,0"),
        (Fraction(1520063, 1000), None, "1.520,063"),
        (Fraction(1, 3), None, "0,33"),
        (Fraction(2, 3), 1, "0,7"),
        (Fraction(5997, 100), 1, "60,0"),
        (Fraction(60), 1, "60"),
    ],
)
def test_a_figure_is_printed_as_vietnamese_papers_write_it(
    value: Exact, places: int | None, printed: str
) -> None:
    assert figure(value, places) == printed


@pytest.mark.parametrize(
    ("value", "limit", "places", "printed"),
    [
        (Decimal("99.96"), Decimal(100), 1, "99,96"),
        (Decimal("89.996"), Decimal(90), 1, "89,996"),
        (Decimal("90.04"), Decimal(90), 1, "90,04"),
        (Decimal("89.94"), Decimal(90), 1, "89,9"),
        (Decimal("39.62"), Decimal("39.62"), 1, "39,62"),
        (Fraction(2100, 53), Decimal("39.62"), 1, "39,623"),
        (Fraction(1, 3), Fraction(1, 3), 1, "0,3"),
        (Fraction(1, 3), Decimal("0.33"), None, "0,333"),
        (Decimal(70), Decimal(70), None, "70"),
    ],
)
def test_more_places_are_printed_beside_a_near_limit(
    value: Exact, limit: Exact, places: int | None, printed: str
) -> None:
    assert figure_beside(value, limit, places) == printed


def test_percents_take_one_place_and_their_sign() -> None:
    assert [
        percent(Decimal("60.82")),
        percent(Decimal(70)),
        percent(Decimal("89.96"), limit=Decimal(90)),
    ] == [
        "60,8%",
        "70%",
        "89,96%",
    ]


def test_a_share_of_a_goal_reaches_100_percent_only_with_the_goal() -> None:
    shares = (
        Fraction(608, 1000),
        Fraction(9996, 10000),
        Fraction(1),
        Fraction(10004, 10000),
        Fraction(2467, 1000),
    )

    assert [percent_of(share) for share in shares] == ["60,8%", "99,96%", "100%", "100,04%", "246,7%"]


def test_counts_below_ten_take_a_zero() -> None:
    assert [count(n) for n in (0, 1, 9, 10, 1200)] == ["0", "01", "09", "10", "1.200"]


@given(FIGURES, FIGURES, st.one_of(st.none(), st.integers(0, 3)))
def test_printing_never_crosses_a_limit(value: Exact, limit: Exact, places: int | None) -> None:
    printed, exact, goal = read(figure_beside(value, limit, places)), Fraction(value), Fraction(limit)

    if exact != goal:
        assert (printed < goal) == (exact < goal)
        assert (printed > goal) == (exact > goal)


@given(st.integers(-1000, 1000), st.integers(1, 7), st.integers(0, 3))
def test_a_figure_a_hair_beside_a_limit_keeps_its_side(goal: int, zeros: int, places: int) -> None:
    hair = Fraction(1, 3 * 10**zeros)

    assert read(figure_beside(goal - hair, Fraction(goal), places)) < goal
    assert read(figure_beside(goal + hair, Fraction(goal), places)) > goal


@given(DECIMALS)
def test_a_figure_without_rounding_loses_nothing(value: Decimal) -> None:
    assert read(figure(value)) == Fraction(value)


@given(FIGURES, st.integers(0, 6))
def test_rounding_moves_a_figure_by_half_a_place_at_most(value: Exact, places: int) -> None:
    assert abs(read(figure(value, places)) - Fraction(value)) <= Fraction(1, 2 * 10**places)
