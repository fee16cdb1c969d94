"""A figure in words as an explanation needs it: what was reported, what was put together, what was compared."""

from decimal import Decimal
from fractions import Fraction

from thidua_cli.cli.written_forms import plain
from thidua_cli.documents.phrases import beside_goal, level_unit, reached_figure, with_unit
from thidua_cli.model.exact import exact_sum
from thidua_cli.model.results import ReportedValue
from thidua_cli.model.targets.amounts import AmountTarget
from thidua_cli.model.targets.goals import Comparator
from thidua_cli.model.targets.target import Actual, Target
from thidua_cli.progress.observations import Observation
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.unit_figures import UnitFigure
from thidua_cli.progress.verdicts import TaskStanding
from thidua_cli.progress.words import ESTIMATED, TASK_WORDS
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.numbers import figure


def worded(unit: UnitFigure, target: Target) -> str:
    """What one unit reached: `ước 333,3 nghìn lượt, số liệu năm 2026`."""
    estimated = f"{ESTIMATED} " if unit.is_estimate else ""
    return plain(f"{estimated}{_reached_by(unit, target)}, số liệu {unit.covers.in_words}")


def reached_words(row: TargetRow, actual: Actual) -> str:
    """What was reached with its unit: `850 nghìn lượt`, `hạng 27/34`."""
    return beside_goal(reached_figure(actual, row.target.goal), row.target.goal, row.target.unit)


def value_words(value: ReportedValue, unit: str) -> str:
    """What was reported, alone: `333,3 nghìn lượt`, `14/20`, `“Xuất siêu”`."""
    if value.fraction is not None:
        part, whole = value.fraction
        return f"{figure(part)}/{figure(whole)}"
    return f"“{value.text}”" if value.value is None else with_unit(figure(value.value), unit)


def reported_words(entry: Observation, target: Target) -> str:
    """What one entry says: `333,3 nghìn lượt`, `14/20`, `hoàn thành ngày 01/6/2026 (Biên bản)`."""
    reported = entry.reported
    if entry.state is not None:
        day = f" ngày {day_short(entry.state.on)}" if entry.state.on else ""
        shown = f" ({entry.state.shown_by})" if entry.state.shown_by else ""
        return f"{TASK_WORDS[TaskStanding(entry.state.state)]}{day}{shown}"
    said = value_words(reported, level_unit(target))
    if reported.value is None or reported.base is None:
        return said
    return f"{said} (kỳ trước {figure(reported.base)})"


def put_together(row: TargetRow, actual: Actual) -> str:
    """The figures of several units as they are put together, up to the sign before the result."""
    if row.target.time_aggregation not in {"sum", "latest"} or row.parts or row.target.across_years == "mean":
        return ""
    if actual.fraction is not None:
        return _pairs_together(row, actual.fraction)
    units = [unit for unit in row.outcome.figures if unit.is_computable]
    amounts = {unit.unit: figure(amount) for unit in units if (amount := unit.amount) is not None}
    return _amounts_together(row.target, amounts) if len(amounts) > 1 else ""


def _amounts_together(target: Target, amounts: dict[str, str]) -> str:
    match target.unit_aggregation:
        case "sum":
            return f"{' + '.join(amounts.values())} = "
        case "mean":
            return f"({' + '.join(amounts.values())}) : {len(amounts)} = "
        case "weighted" if isinstance(target, AmountTarget):
            weights = {unit: target.weights[unit] for unit in amounts if unit in target.weights}
            products = " + ".join(f"{amounts[unit]} × {figure(weight)}" for unit, weight in weights.items())
            return f"({products}) : {figure(exact_sum(weights.values()))} = "
        case "every":
            return f"thấp nhất trong {'; '.join(amounts.values())} = "
        case _:
            return ""


def compared(row: TargetRow, actual: Actual) -> str:
    """What the share is the quotient of: the result over the goal, or the way down over the whole way."""
    goal, start = row.target.goal, getattr(row.target, "starting_point", None)
    if start is not None and row.target.less_is_better:
        base = figure(start.value)
        return f"({base} - {figure(actual.value)}) : ({base} - {figure(goal.value)})"
    return f"{reached_words(row, actual)} : {with_unit(figure(goal.value), row.target.unit)}"


def _pairs_together(row: TargetRow, fraction: tuple[Decimal, Decimal]) -> str:
    if row.target.goal.comparator is Comparator.TOP:
        return ""
    whole = f"{figure(fraction[0])}/{figure(fraction[1])} = "
    if row.target.unit_aggregation == "count":
        return f"{figure(fraction[0])} trong {figure(fraction[1])} đơn vị = "
    pairs = [unit.fraction for unit in row.outcome.figures if unit.fraction is not None]
    if len(pairs) < 2:
        return whole
    parts, wholes = (" + ".join(figure(pair[side]) for pair in pairs) for side in (0, 1))
    return f"({parts}) : ({wholes}) = {whole}"


def _reached_by(unit: UnitFigure, target: Target) -> str:
    newest = unit.contributions[-1]
    if newest.state is not None:
        return TASK_WORDS[TaskStanding(newest.state.state)]
    if unit.fraction is not None:
        return _pair(unit.fraction, target)
    if unit.words is not None:
        return f"“{unit.words}”"
    if unit.is_computable and unit.amount is not None:
        return with_unit(figure(unit.amount), level_unit(target))
    return "không tính được"


def _pair(fraction: tuple[Decimal, Decimal], target: Target) -> str:
    """A share with its percentage; a rank among so many has none."""
    part, whole = fraction
    printed = f"{figure(part)}/{figure(whole)}"
    if target.goal.comparator is Comparator.TOP:
        return beside_goal(printed, target.goal, target.unit)
    return f"{printed} = {figure(100 * Fraction(part) / Fraction(whole))}%"
