"""How a figure came about, step by step, down to the line and the source of every entry in it."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from thidua_cli.cli.excerpts import visible
from thidua_cli.cli.tables import WIDTH, wrapped
from thidua_cli.cli.written_forms import goal_of, name_of, plain
from thidua_cli.documents.phrases import beside_goal, level_unit, reached_figure, with_unit
from thidua_cli.documents.result_tables import against_goal, part_words, verdict
from thidua_cli.model.targets.goals import Comparator
from thidua_cli.model.targets.target import Actual, Target
from thidua_cli.progress.observations import Observation
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.unit_figures import UnitFigure
from thidua_cli.progress.verdicts import TaskStanding
from thidua_cli.progress.words import ESTIMATED, TASK_WORDS
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.numbers import figure


def steps_of(row: TargetRow, repository: Repository) -> tuple[str, ...]:
    """How the figure of a target came about, in lines indented under the name of the target."""
    return _indented(_steps(row, repository))


def unit_steps_of(row: TargetRow, unit: UnitFigure, repository: Repository) -> tuple[str, ...]:
    """How the figure of one unit came about, likewise."""
    return _indented(_unit_steps(unit, row.target, repository))


def _indented(steps: Iterator[str]) -> tuple[str, ...]:
    return tuple(line for step in steps for line in wrapped(f"  {visible(plain(step))}", WIDTH))


def _steps(row: TargetRow, repository: Repository) -> Iterator[str]:
    target, actual = row.target, row.outcome.actual
    yield f"Cần đạt: {goal_of(target)} ({row.goal_at})"
    if row.version is not None:
        changed = f"Điều chỉnh từ ngày {day_short(row.version.start)}"
        yield f"{changed}; kế hoạch đề ra {goal_of(row.planned)} ({row.planned.at()})"
    if row.scope is not None:
        yield f"Thời gian tính: {day_short(row.scope.figures_from)} – {day_short(row.scope.asked_until)}"
    for part in row.parts:
        yield part_words(row, part)
    for unit, about in row.entered:
        yield from _unit_steps(unit, about, repository)
    if row.outcome.missing:
        yield f"Chưa có số liệu: {'; '.join(name_of(unit, repository) for unit in row.outcome.missing)}"
    if actual is not None:
        estimated = f"{ESTIMATED} " if row.estimate else ""
        yield f"Thực hiện: {_together(row, actual)}{estimated}{_printed(row, actual)}"
    if row.judgement is not None and row.judgement.share is not None and actual is not None:
        yield f"So với chỉ tiêu: {_compared(row, actual)} = {against_goal(row)}"
    yield f"Đánh giá: {verdict(row)}"
    for sentence in row.because:
        yield f"Vì: {sentence}"


def _unit_steps(unit: UnitFigure, target: Target, repository: Repository) -> Iterator[str]:
    yield f"{name_of(unit.unit, repository)}: {worded(unit, target)}"
    for entry in unit.contributions:
        yield f"  {_entry(entry, target)}"
    if unit.because:
        yield f"  Vì: {unit.because}"


def worded(unit: UnitFigure, target: Target) -> str:
    """What one unit reached: `ước 333,3 nghìn lượt, số liệu năm 2026`."""
    estimated = f"{ESTIMATED} " if unit.is_estimate else ""
    return plain(f"{estimated}{_reached_by(unit, target)}, số liệu {unit.covers.in_words}")


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


def _entry(entry: Observation, target: Target) -> str:
    """One entry with its source and its place: `333,3 nghìn lượt, năm 2026, … (results/a.yaml:5:11)`."""
    estimated = f"{ESTIMATED} " if entry.is_estimate else ""
    figures = _reported(entry, target)
    known = f"biết ngày {day_short(entry.as_of)}"
    revises = f", đính chính {entry.revises}" if entry.revises else ""
    return f"{estimated}{figures}, {entry.stretch.in_words}, {known}, {entry.source}{revises} ({entry.at})"


def _together(row: TargetRow, actual: Actual) -> str:
    """The figures of several units as they are put together, up to the sign before the result."""
    units = row.outcome.figures
    if row.target.time_aggregation not in {"sum", "latest"} or row.parts or row.target.across_years == "mean":
        return ""
    if actual.fraction is None:
        amounts = [unit.amount for unit in units if unit.is_computable and unit.amount is not None]
        return f"{' + '.join(figure(amount) for amount in amounts)} = " if len(amounts) > 1 else ""
    pairs = [unit.fraction for unit in units if unit.fraction is not None]
    whole = f"{figure(actual.fraction[0])}/{figure(actual.fraction[1])} = "
    if row.target.goal.comparator is Comparator.TOP:
        return ""
    if len(pairs) < 2:
        return whole
    parts, wholes = (" + ".join(figure(pair[side]) for pair in pairs) for side in (0, 1))
    return f"({parts}) : ({wholes}) = {whole}"


def _compared(row: TargetRow, actual: Actual) -> str:
    """What the share is the quotient of: the result over the goal, or the way down over the whole way."""
    goal, start = row.target.goal, getattr(row.target, "starting_point", None)
    if start is not None and row.target.less_is_better:
        base = figure(start.value)
        return f"({base} - {figure(actual.value)}) : ({base} - {figure(goal.value)})"
    return f"{_printed(row, actual)} : {with_unit(figure(goal.value), row.target.unit)}"


def _printed(row: TargetRow, actual: Actual) -> str:
    return beside_goal(reached_figure(actual, row.target.goal), row.target.goal, row.target.unit)


def _reported(entry: Observation, target: Target) -> str:
    reported = entry.reported
    if entry.state is not None:
        day = f" ngày {day_short(entry.state.on)}" if entry.state.on else ""
        shown = f" ({entry.state.shown_by})" if entry.state.shown_by else ""
        return f"{TASK_WORDS[TaskStanding(entry.state.state)]}{day}{shown}"
    if reported.fraction is not None:
        part, whole = reported.fraction
        return f"{figure(part)}/{figure(whole)}"
    if reported.value is None:
        return f"“{reported.text}”"
    base = f" (kỳ trước {figure(reported.base)})" if reported.base is not None else ""
    return f"{with_unit(figure(reported.value), level_unit(target))}{base}"
