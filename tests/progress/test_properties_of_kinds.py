"""What holds for every kind of target, whatever figures units hand in."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import CAMPAIGN, board, said
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.verdicts import Result

YEARS = CAMPAIGN.replace("to: 2026-12-31", "to: 2028-12-31")
QUICK = settings(max_examples=30, deadline=None)
RANKS = {Result.NOT_MET: 0, Result.MET: 1, Result.EXCEEDED: 2}
BASE = "against: {year: 2025, value: 1000}"
MORE_IS_BETTER = st.sampled_from(
    (
        "kind: amount, between: [900, 1100], over_time: latest",
        "kind: amount, between: [900, 1100], above: warn, over_time: latest",
        f"kind: growth, at_least: 3, {BASE}",
        f"kind: growth, more_than: 3, {BASE}",
        f"kind: growth, between: [1, 3], {BASE}",
    )
)
LESS_IS_BETTER = st.sampled_from(
    (
        "kind: rank, top: 1000",
        f"kind: reduction, at_least: 5, measured_in: percent, {BASE}",
        f"kind: reduction, more_than: 2, measured_in: percent, over_time: compound, {BASE}",
        f"kind: reduction, at_least: 10, measured_in: points, over_time: mean, {BASE}",
    )
)
FIGURES = st.integers(1, 3000)


def row(keys: str, lines: list[str], units: str = "doi-a") -> TargetRow:
    target = f"{{id: t, name: Chỉ tiêu, unit: lượt, reported_by: [{units}], {keys}}}"
    [found] = board(target, lines, "2029-02-01", campaign=YEARS).targets
    return found


def rank(keys: str, figure: int) -> int:
    result = row(keys, [f"doi-a 2028 {figure} 2029-01-05"]).result
    assert result is not None
    return RANKS[result]


@QUICK
@given(MORE_IS_BETTER, FIGURES, FIGURES)
def test_more_is_never_judged_worse(keys: str, one: int, other: int) -> None:
    less, more = sorted((one, other))

    assert rank(keys, less) <= rank(keys, more)


@QUICK
@given(LESS_IS_BETTER, FIGURES, FIGURES)
def test_less_is_never_judged_worse_where_less_is_better(keys: str, one: int, other: int) -> None:
    less, more = sorted((one, other))

    assert rank(keys, less) >= rank(keys, more)


CHANGES = st.sampled_from(
    (
        "kind: growth, at_least: 3, against: previous-year",
        "kind: growth, at_least: 3, against: previous-year, over_time: each-year",
        "kind: reduction, at_least: 3, measured_in: percent, against: previous-year, over_time: each-year",
        "kind: amount, at_least: 500, over_time: each-year",
        "kind: amount, at_least: 500, over_time: mean",
    )
)
LEVELS = st.lists(FIGURES, min_size=8, max_size=8)


def lines_of(levels: list[int], units: tuple[str, str] = ("doi-a", "doi-b"), factor: int = 1) -> list[str]:
    return [
        f"{unit} {2025 + i} {factor * levels[4 * side + i]} {2026 + i}-01-05"
        for side, unit in enumerate(units)
        for i in range(4)
    ]


@QUICK
@given(CHANGES, LEVELS)
def test_it_does_not_matter_which_unit_has_which_figures(keys: str, levels: list[int]) -> None:
    given_row = row(keys, lines_of(levels), "cac-doi")
    turned = row(keys, lines_of(levels, ("doi-b", "doi-a")), "cac-doi")

    assert said(given_row) == said(turned)


@QUICK
@given(CHANGES.filter(lambda keys: "amount" not in keys), LEVELS, st.integers(1, 1000))
def test_a_change_does_not_depend_on_the_unit_of_measure(keys: str, levels: list[int], factor: int) -> None:
    given_row = row(keys, lines_of(levels), "cac-doi")
    scaled = row(keys, lines_of(levels, factor=factor), "cac-doi")

    assert said(given_row) == said(scaled)
