"""`thidua progress` for programs; docs/json.md describes every key."""

from collections.abc import Iterable
from dataclasses import asdict
from decimal import Decimal
from fractions import Fraction
from typing import Any

from thidua_cli.cli.envelope import envelope, place
from thidua_cli.cli.figure_words import worded
from thidua_cli.cli.progress_steps import Step, steps_of
from thidua_cli.cli.progress_views import View
from thidua_cli.cli.written_forms import goal_of, plain
from thidua_cli.documents.phrases import beside_goal, reached_figure, with_unit
from thidua_cli.model.targets.changes import ChangeTarget
from thidua_cli.model.targets.target import Actual, Target
from thidua_cli.progress.initiatives import initiative_summary
from thidua_cli.progress.observations import Observation
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.scoreboard import Scoreboard
from thidua_cli.progress.tally import Tally
from thidua_cli.progress.tasks import TaskReport, TaskRow
from thidua_cli.progress.unit_figures import UnitFigure
from thidua_cli.repository import layout
from thidua_cli.repository.index import CampaignFolder
from thidua_cli.vietnamese.numbers import figure, figure_beside, percent_of


def progress_json(view: View, *, explain: bool) -> str:
    """All rows of the view, campaign by campaign."""
    boards = view.boards
    return envelope(
        {
            "campaign": view.campaign,
            "as_of": str(view.as_of),
            "period": view.period.text if view.period else None,
            "unit": view.unit,
            "indicator": view.indicator.id if view.indicator else None,
            "rows": [
                _row(row, board, _Steps(folder, view) if explain else None)
                for folder, board in boards
                for row in board.targets
            ],
            "tasks": [_task(row, board) for _, board in boards for row in board.tasks],
            "tally": asdict(Tally.of(row for _, row in view.rows)),
            "unreported": [
                {"campaign": board.campaign, **asdict(silent)}
                for _, board in boards
                for silent in board.unreported
            ],
            "stale": list(_stale(board for _, board in boards)),
            "initiatives": _initiatives(view),
            "campaigns": [_campaign(folder, board) for folder, board in boards],
            "broken": list(view.broken),
        }
    )


class _Steps:
    """The steps to a row, which only an explanation asks for."""

    def __init__(self, folder: CampaignFolder, view: View) -> None:
        self._folder = folder
        self._view = view

    def of(self, row: TargetRow, board: Scoreboard) -> list[dict[str, Any]]:
        return [_step(step) for step in steps_of(row, board, self._folder, self._view.repository)]


def _step(step: Step) -> dict[str, Any]:
    where = place(step.at) if step.at else {"path": None, "line": None, "column": None}
    return {"depth": step.depth, "words": step.words, "source": step.source, **where}


def _stale(boards: Iterable[Scoreboard]) -> Iterable[dict[str, Any]]:
    for board in boards:
        for old in board.stale:
            yield {
                "campaign": board.campaign,
                "unit": old.unit,
                "target": old.target,
                "period": old.covers.text,
                "due": str(old.due),
            }


def _campaign(folder: CampaignFolder, board: Scoreboard) -> dict[str, Any]:
    return {
        "campaign": folder.id,
        "name": folder.campaign.title,
        "tally": asdict(board.tally),
        "unreported": len(board.unreported),
        "stale": len(board.stale),
        **place(folder.campaign.at()),
    }


def _initiatives(view: View) -> dict[str, int] | None:
    """The initiatives of the one campaign; None across campaigns, and where no target counts them."""
    if view.campaign is None or layout.INITIATIVES in view.repository.left_out:
        return None
    found = initiative_summary(view.repository, view.campaign, view.as_of)
    return {**asdict(found), "pending": found.pending}


def _row(row: TargetRow, board: Scoreboard, steps: _Steps | None) -> dict[str, Any]:
    outcome, target = row.outcome, row.target
    share = row.judgement.share if row.judgement else None
    before = row.same_period
    facts = {
        "campaign": board.campaign,
        "target": target.id,
        "unit": board.unit,
        "kind": target.kind,
        "name": target.name,
        "goal": {"value": target.goal.text, "printed": goal_of(target)} if row.has_goal else None,
        "actual": _actual(outcome.actual, target) if outcome.actual else None,
        "share": {"value": ratio(share), "printed": percent_of(share)} if share is not None else None,
        "result": row.result,
        "schedule": row.schedule,
        "estimate": row.estimate,
        "as_of": str(outcome.as_of) if outcome.as_of else None,
        "period": outcome.covers.text if outcome.covers else None,
        "missing_units": list(row.silent_units),
        "because": list(row.because),
        "indicator": target.indicator,
        "expected": _expected(row),
        "same_period": _actual(before.actual, target) if before and before.actual else None,
        "version": _version(row),
        "override": _override(row),
        **place(row.planned.at()),
    }
    if row.parts:
        facts["parts"] = [_row(part, board, None) for part in row.parts]
    if steps is not None:
        facts["figures"] = [_figure(found, about) for found, about in row.entered]
        facts["steps"] = steps.of(row, board)
    return facts


def _expected(row: TargetRow) -> dict[str, str] | None:
    if row.expected is None:
        return None
    printed = figure_beside(row.expected, row.outcome.actual.value if row.outcome.actual else Fraction(0))
    return {"value": decimal(row.expected), "printed": plain(with_unit(printed, row.target.unit))}


def _version(row: TargetRow) -> dict[str, Any] | None:
    found = row.version
    if found is None:
        return None
    return {
        "from": str(found.start),
        "document": found.document,
        "because": found.because,
        "planned": {"value": row.planned.goal.text, "printed": goal_of(row.planned)},
        **place(found.at()),
    }


def _override(row: TargetRow) -> dict[str, Any] | None:
    found = row.override
    if found is None:
        return None
    return {
        "verdict": found.verdict,
        "computed": row.computed,
        "because": found.because,
        "by": found.by,
        "on": str(found.on),
        "outdated": row.override_is_outdated,
        **place(found.at()),
    }


def _unit_actual(found: UnitFigure, target: Target) -> dict[str, str] | None:
    """What one unit reached; of a change the level that it reported."""
    if isinstance(target, ChangeTarget) and found.amount is not None:
        return {"value": decimal(found.amount), "printed": figure(found.amount)}
    if found.fraction is not None:
        part, whole = found.fraction
        return _actual(Actual(100 * Fraction(part) / Fraction(whole), found.fraction), target)
    return _actual(Actual(found.amount), target) if found.is_computable and found.amount is not None else None


def _actual(actual: Actual, target: Target) -> dict[str, str]:
    printed = plain(beside_goal(reached_figure(actual, target.goal), target.goal, target.unit))
    if actual.fraction is not None:
        part, whole = actual.fraction
        return {"value": f"{part}/{whole}", "printed": printed}
    return {"value": decimal(actual.value), "printed": printed}


def decimal(value: Fraction) -> str:
    """The figure as a decimal number where it has an end, as sums of figures do; else as a fraction."""
    ended = ending(value)
    return ratio(value) if ended is None else format(ended, "f")


def ending(value: Fraction) -> Decimal | None:
    """The figure as a decimal number, exactly; None where that has no end."""
    rest = value.denominator
    places = 0
    while rest % 10 == 0:
        rest, places = rest // 10, places + 1
    for prime in (2, 5):
        while rest % prime == 0:
            rest, places = rest // prime, places + 1
    if rest != 1:
        return None
    return Decimal(value.numerator * 10**places // value.denominator).scaleb(-places)


def ratio(value: Fraction) -> str:
    """`17/24`."""
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


def _task(row: TaskRow, board: Scoreboard) -> dict[str, Any]:
    return {
        "campaign": board.campaign,
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
