"""`thidua progress` for programs; docs/json.md describes every key."""

from dataclasses import asdict
from decimal import Decimal
from fractions import Fraction
from typing import Any

from thidua_cli.cli.envelope import envelope, place
from thidua_cli.cli.progress_steps import worded
from thidua_cli.cli.unit_progress import figure_of, targets_of, tasks_of
from thidua_cli.cli.written_forms import goal_of, plain
from thidua_cli.documents.phrases import beside_goal, reached_figure
from thidua_cli.model.targets.changes import ChangeTarget
from thidua_cli.model.targets.target import Actual, Target
from thidua_cli.progress.initiatives import initiative_summary
from thidua_cli.progress.observations import Observation
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.scoreboard import Scoreboard
from thidua_cli.progress.tasks import TaskReport, TaskRow
from thidua_cli.progress.unit_figures import UnitFigure
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.numbers import figure, percent_of

_NO_GOAL = "Chỉ tiêu là của cả phong trào, không giao riêng cho đơn vị."


def progress_json(board: Scoreboard, repository: Repository, unit: str | None, *, explain: bool) -> str:
    """The whole scoreboard, or what one unit handed in."""
    if unit is None:
        rows = [_row(row, board, explain=explain) for row in board.targets]
    else:
        rows = [_row_of_unit(row, unit, board, explain=explain) for row in targets_of(board, unit)]
    tasks = board.tasks if unit is None else tasks_of(board, unit)
    initiatives = initiative_summary(repository, board.campaign, board.as_of)
    return envelope(
        {
            "campaign": board.campaign,
            "as_of": str(board.as_of),
            "period": board.period.text if board.period else None,
            "unit": unit,
            "rows": rows,
            "tasks": [_task(row, board.campaign) for row in tasks],
            "tally": asdict(board.tally),
            "unreported": [asdict(silent) for silent in board.unreported],
            "initiatives": {**asdict(initiatives), "pending": initiatives.pending},
        }
    )


def _row(row: TargetRow, board: Scoreboard, *, explain: bool) -> dict[str, Any]:
    outcome, target = row.outcome, row.target
    share = row.judgement.share if row.judgement else None
    facts = {
        "campaign": board.campaign,
        "target": target.id,
        "unit": None,
        "kind": target.kind,
        "name": target.name,
        "goal": {"value": target.goal.text, "printed": goal_of(target)},
        "actual": _actual(outcome.actual, target) if outcome.actual else None,
        "share": {"value": _ratio(share), "printed": percent_of(share)} if share is not None else None,
        "result": row.result,
        "schedule": row.schedule,
        "estimate": row.estimate,
        "as_of": str(outcome.as_of) if outcome.as_of else None,
        "period": outcome.covers.text if outcome.covers else None,
        "missing_units": list(row.silent_units),
        "because": list(row.because),
        **place(target.at()),
    }
    if row.parts:
        facts["parts"] = [_row(part, board, explain=False) for part in row.parts]
    if explain:
        facts["figures"] = [_figure(found, about) for found, about in row.entered]
    return facts


def _row_of_unit(row: TargetRow, unit: str, board: Scoreboard, *, explain: bool) -> dict[str, Any]:
    """The row of one unit: no goal is set for it, so nothing is judged."""
    found, target = figure_of(row, unit), row.target
    facts = {
        **_row(row, board, explain=False),
        "unit": unit,
        "goal": None,
        "actual": _unit_actual(found, target) if found else None,
        "share": None,
        "result": None,
        "schedule": None,
        "estimate": found.is_estimate if found else False,
        "as_of": str(max(entry.as_of for entry in found.contributions)) if found else None,
        "period": found.covers.text if found else None,
        "missing_units": [unit] if unit in row.silent_units else [],
        "because": [_NO_GOAL, *([f"{found.because}."] if found and found.because else [])],
    }
    if explain:
        facts["figures"] = [_figure(found, target)] if found else []
    return facts


def _unit_actual(found: UnitFigure, target: Target) -> dict[str, str] | None:
    """What one unit reached; of a change the level that it reported."""
    if isinstance(target, ChangeTarget) and found.amount is not None:
        return {"value": _decimal(found.amount), "printed": figure(found.amount)}
    if found.fraction is not None:
        part, whole = found.fraction
        return _actual(Actual(100 * Fraction(part) / Fraction(whole), found.fraction), target)
    return _actual(Actual(found.amount), target) if found.is_computable and found.amount is not None else None


def _actual(actual: Actual, target: Target) -> dict[str, str]:
    printed = plain(beside_goal(reached_figure(actual, target.goal), target.goal, target.unit))
    if actual.fraction is not None:
        part, whole = actual.fraction
        return {"value": f"{part}/{whole}", "printed": printed}
    return {"value": _decimal(actual.value), "printed": printed}


def _decimal(value: Fraction) -> str:
    """The figure as a decimal number where it has an end, as sums of figures do; else as a fraction."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return format(Decimal(value.numerator) / Decimal(value.denominator), "f") if rest == 1 else _ratio(value)


def _ratio(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}"


def _figure(found: UnitFigure, target: Target) -> dict[str, Any]:
    return {
        "unit": found.unit,
        "actual": _unit_actual(found, target),
        "estimate": found.is_estimate,
        "period": found.covers.text,
        "because": found.because,
        "printed": worded(found, target),
        "entries": [_entry(entry) for entry in found.contributions],
    }


def _entry(entry: Observation) -> dict[str, Any]:
    fraction = entry.reported.fraction
    return {
        "value": f"{fraction[0]}/{fraction[1]}" if fraction else _said(entry),
        "estimate": entry.is_estimate,
        "period": entry.stretch.text,
        "as_of": str(entry.as_of),
        "source": entry.source,
        "revises": entry.revises,
        **place(entry.at),
    }


def _said(entry: Observation) -> str:
    if entry.state is not None:
        return entry.state.state
    return str(entry.reported.text if entry.reported.value is None else entry.reported.value)


def _task(row: TaskRow, campaign: str) -> dict[str, Any]:
    return {
        "campaign": campaign,
        "task": row.task.id,
        "kind": row.task.kind,
        "name": row.task.name,
        "standing": row.standing,
        "by": row.task.by.text if row.task.by else None,
        "missing_units": list(row.missing),
        "reports": [_task_report(report) for report in row.reports],
        **place(row.task.at()),
    }


def _task_report(report: TaskReport) -> dict[str, Any]:
    return {
        "unit": report.unit,
        "state": report.reported.state,
        "shown_by": report.reported.shown_by,
        "on": str(report.reported.on) if report.reported.on else None,
        "as_of": str(report.as_of),
        "source": report.source,
        **place(report.at),
    }
