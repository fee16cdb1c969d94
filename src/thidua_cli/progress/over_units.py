"""Figures over units: how those of several units become the one of a target."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from thidua_cli.model.exact import exact_sum
from thidua_cli.model.targets.amounts import AmountTarget
from thidua_cli.model.targets.shares import Proportion, ShareTarget
from thidua_cli.model.targets.target import Actual, Target
from thidua_cli.progress.figures import Figures, Group
from thidua_cli.progress.naming import unit_names
from thidua_cli.progress.unit_figures import UnitFigure
from thidua_cli.repository.index import Repository


@dataclass(frozen=True, slots=True)
class Together:
    """The figure of all units, and the units whose figure has the wrong form to go into it."""

    actual: Actual | None = None
    uncounted: tuple[str, ...] = ()


def put_together(target: Target, figures: Figures, owing: tuple[str, ...] | None) -> Together:
    """The figure of the units that reported; None where there is none or they cannot be joined."""
    if target.unit_aggregation == "sum":
        return _sum(figures.groups)
    computable = [figure for figure in figures if figure.is_computable and figure.words is None]
    match target.unit_aggregation:
        case "mean" | "weighted":
            found = _mean(target, computable)
        case "ratio":
            found = _ratio(computable, alone=len(figures) == 1)
        case "count":
            found = _count(target, computable, owing)
        case "single":
            found = _single(target, computable)
        case "every":
            found = _every(computable)
        case "words":
            found = Together()
        case never:
            assert_never(never)
    return found


def about_form(repository: Repository, target: Target, uncounted: tuple[str, ...]) -> Iterator[str]:
    """Why figures could not be joined."""
    if not uncounted:
        return
    names = unit_names(repository, uncounted)
    match target.unit_aggregation:
        case "sum" | "mean":
            yield f"Không cộng được số liệu của {names} vì viết thành cặp tử số, mẫu số (of)."
        case "weighted":
            yield f"Không tính được bình quân vì số liệu của {names} chưa có trọng số (weights)."
        case "ratio":
            yield f"Không gộp được tỷ lệ của {names} vì thiếu tử số và mẫu số (of)."
        case "count":
            yield f"Không đếm được {names} vì số liệu không phải là một con số của riêng đơn vị."
        case "single" | "every" | "words":
            yield f"Không gộp được số liệu của {names}: chỉ tiêu này chỉ có một con số chung."
        case never:
            assert_never(never)


def _sum(groups: tuple[Group, ...]) -> Together:
    """The sum of all figures, which are looked at together: a province has a million of them."""
    known: list[Decimal] = []
    uncounted: list[tuple[int, str]] = []
    for group in groups:
        if not group.counted.is_computable or group.counted.words is not None:
            continue
        known += group.alike.sums(group.counted.places)
        for place, handed in group.alike.singles:
            plain = handed.values
            values = [plain[i] for i in group.counted.places] if plain else group.counted.of(handed).values
            if values is None:
                uncounted.append((place, handed.unit))
            else:
                known += values
    total = Actual(Fraction(exact_sum(known))) if known else None
    return Together(total, tuple(unit for _, unit in sorted(uncounted)))


def _mean(target: Target, figures: list[UnitFigure]) -> Together:
    """Each unit counts the same, or as it weighs."""
    known, uncounted = _amounts(figures)
    weights = target.weights if isinstance(target, AmountTarget) and target.weights else None
    if weights is not None:
        uncounted += tuple(unit for unit in known if unit not in weights)
    of_units = {unit: Fraction(weights[unit] if weights else 1) for unit in known if unit not in uncounted}
    if not of_units:
        return Together(None, uncounted)
    total = sum((known[unit] * weight for unit, weight in of_units.items()), Fraction(0))
    return Together(Actual(total / sum(of_units.values())), uncounted)


def _ratio(figures: list[UnitFigure], *, alone: bool) -> Together:
    """Sum of numerators over sum of denominators: a mean of percentages would be wrong."""
    if alone and figures and figures[0].fraction is None:
        amount = figures[0].amount
        return Together(None if amount is None else Actual(amount))
    fractions = {figure.unit: figure.fraction for figure in figures}
    summands = [fraction for fraction in fractions.values() if fraction is not None]
    uncounted = tuple(unit for unit, fraction in fractions.items() if fraction is None)
    if not summands:
        return Together(None, uncounted)
    part, whole = (exact_sum([pair[side] for pair in summands]) for side in (0, 1))
    return Together(Actual(100 * Fraction(part) / Fraction(whole), (part, whole)), uncounted)


def _count(target: Target, figures: list[UnitFigure], owing: tuple[str, ...] | None) -> Together:
    """The units that reach the inner threshold among all that owe a figure, also those that have said nothing."""
    known, uncounted = _amounts(figures)
    each = target.each if isinstance(target, ShareTarget) else None
    if not known or not owing or each is None:
        return Together(None, uncounted)
    reached, everybody = Decimal(sum(value >= each.at_least for value in known.values())), Decimal(len(owing))
    return Together(Actual(100 * Fraction(reached) / Fraction(everybody), (reached, everybody)), uncounted)


def _single(target: Target, figures: list[UnitFigure]) -> Together:
    """The one figure; ranks of several units are no rank together."""
    if len(figures) != 1:
        return Together(None, tuple(figure.unit for figure in figures))
    if isinstance(target, Proportion):
        return _ratio(figures, alone=True)
    fraction, amount = figures[0].fraction, figures[0].amount
    value = Fraction(fraction[0]) if fraction else amount
    return Together(None if value is None else Actual(value, fraction))


def _every(figures: list[UnitFigure]) -> Together:
    """What all units have reached: none of them has reached less."""
    amounts = [amount for figure in figures if (amount := figure.amount) is not None]
    return Together(Actual(min(amounts)) if amounts else None)


def _amounts(figures: list[UnitFigure]) -> tuple[dict[str, Fraction], tuple[str, ...]]:
    """The plain figures by unit, and the units that reported otherwise."""
    amounts = {figure.unit: figure.amount for figure in figures}
    known = {unit: amount for unit, amount in amounts.items() if amount is not None}
    return known, tuple(unit for unit in amounts if unit not in known)
