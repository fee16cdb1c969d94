"""How a figure came about, step by step, down to the line and the source of every entry in it."""

from collections.abc import Iterator
from fractions import Fraction

from thidua_cli.cli.excerpts import visible
from thidua_cli.cli.tables import WIDTH, wrapped
from thidua_cli.cli.written_forms import goal_of, name_of, plain
from thidua_cli.documents.phrases import with_unit
from thidua_cli.documents.result_tables import against_goal, verdict
from thidua_cli.model.results import ReportedValue
from thidua_cli.model.targets.target import Actual
from thidua_cli.progress.observations import Observation
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.unit_figures import UnitFigure
from thidua_cli.progress.words import ESTIMATED
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.numbers import figure, figure_beside


def steps_of(row: TargetRow, repository: Repository) -> tuple[str, ...]:
    """How the figure of a target came about, in lines indented under the name of the target."""
    return _indented(_steps(row, repository))


def unit_steps_of(row: TargetRow, unit: UnitFigure, repository: Repository) -> tuple[str, ...]:
    """How the figure of one unit came about, likewise."""
    return _indented(_unit_steps(unit, row.target.unit, repository))


def _indented(steps: Iterator[str]) -> tuple[str, ...]:
    return tuple(line for step in steps for line in wrapped(f"  {visible(plain(step))}", WIDTH))


def _steps(row: TargetRow, repository: Repository) -> Iterator[str]:
    target, actual = row.target, row.outcome.actual
    yield f"Cần đạt: {goal_of(target)} ({target.at(target.goal.comparator.value)})"
    if row.scope is not None:
        yield f"Thời gian tính: {day_short(row.scope.figures_from)} – {day_short(row.scope.asked_until)}"
    for unit in row.outcome.figures:
        yield from _unit_steps(unit, target.unit, repository)
    if row.outcome.missing:
        yield f"Chưa có số liệu: {'; '.join(name_of(unit, repository) for unit in row.outcome.missing)}"
    if actual is not None:
        estimated = f"{ESTIMATED} " if row.estimate else ""
        yield f"Thực hiện: {_together(row, actual)}{estimated}{_printed(row, actual)}"
    if row.judgement is not None and row.judgement.share is not None and actual is not None:
        goal = with_unit(figure(target.goal.value), target.unit)
        yield f"So với chỉ tiêu: {_printed(row, actual)} : {goal} = {against_goal(row)}"
    yield f"Đánh giá: {verdict(row)}"
    for sentence in row.because:
        yield f"Vì: {sentence}"


def _unit_steps(unit: UnitFigure, measured_in: str, repository: Repository) -> Iterator[str]:
    yield f"{name_of(unit.unit, repository)}: {worded(unit, measured_in)}"
    for entry in unit.contributions:
        yield f"  {_entry(entry, measured_in)}"
    if unit.because:
        yield f"  Vì: {unit.because}"


def worded(unit: UnitFigure, measured_in: str) -> str:
    """What one unit reached: `ước 333,3 nghìn lượt, số liệu năm 2026`."""
    if unit.fraction is not None:
        part, whole = unit.fraction
        printed = f"{figure(part)}/{figure(whole)} = {figure(100 * Fraction(part) / Fraction(whole))}%"
    elif unit.is_computable and unit.amount is not None:
        printed = with_unit(figure(unit.amount), measured_in)
    else:
        printed = "không tính được"
    estimated = f"{ESTIMATED} " if unit.is_estimate else ""
    return plain(f"{estimated}{printed}, số liệu {unit.covers.in_words}")


def _entry(entry: Observation, measured_in: str) -> str:
    """One entry with its source and its place: `333,3 nghìn lượt, năm 2026, … (results/a.yaml:5:11)`."""
    estimated = f"{ESTIMATED} " if entry.is_estimate else ""
    figures = _reported(entry.reported, measured_in)
    known = f"biết ngày {day_short(entry.as_of)}"
    revises = f", đính chính {entry.revises}" if entry.revises else ""
    return f"{estimated}{figures}, {entry.stretch.in_words}, {known}, {entry.source}{revises} ({entry.at})"


def _together(row: TargetRow, actual: Actual) -> str:
    """The figures of several units as they are put together, up to the sign before the result."""
    units = row.outcome.figures
    if actual.fraction is None:
        amounts = [unit.amount for unit in units if unit.is_computable and unit.amount is not None]
        return f"{' + '.join(figure(amount) for amount in amounts)} = " if len(amounts) > 1 else ""
    pairs = [unit.fraction for unit in units if unit.fraction is not None]
    whole = f"{figure(actual.fraction[0])}/{figure(actual.fraction[1])} = "
    if len(pairs) < 2:
        return whole
    parts, wholes = (" + ".join(figure(pair[side]) for pair in pairs) for side in (0, 1))
    return f"({parts}) : ({wholes}) = {whole}"


def _printed(row: TargetRow, actual: Actual) -> str:
    return with_unit(figure_beside(actual.value, row.target.goal.value), row.target.unit)


def _reported(reported: ReportedValue, measured_in: str) -> str:
    if reported.fraction is not None:
        part, whole = reported.fraction
        return f"{figure(part)}/{figure(whole)}"
    assert reported.value is not None, "a reported value is a figure or a pair of figures"
    return with_unit(figure(reported.value), measured_in)
