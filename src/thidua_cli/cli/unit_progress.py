"""What one unit reported and still owes."""

from thidua_cli.cli.excerpts import visible
from thidua_cli.cli.progress_steps import unit_steps_of, worded
from thidua_cli.cli.tables import Column, table
from thidua_cli.cli.written_forms import moment_of, name_of
from thidua_cli.model.targets.combinations import CombinedTarget
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.scoreboard import Scoreboard
from thidua_cli.progress.tasks import TaskRow
from thidua_cli.progress.unit_figures import UnitFigure
from thidua_cli.progress.verdicts import TaskStanding
from thidua_cli.progress.words import TASK_WORDS
from thidua_cli.repository.index import Repository

_TARGET_COLUMNS = (
    Column("Chỉ tiêu", wraps=True),
    Column("Đã báo cáo", wraps=True),
    Column("Nguồn", wraps=True),
)
_TASK_COLUMNS = (
    Column("Nhiệm vụ", wraps=True),
    Column("Hạn"),
    Column("Đã báo cáo", wraps=True),
    Column("Nguồn", wraps=True),
)
_NOTHING = "chưa báo cáo"


def unit_section(board: Scoreboard, unit: str, repository: Repository, *, explain: bool) -> str:
    """The unit's own figures and states; what it owes and has not reported is said so."""
    targets, tasks = targets_of(board, unit), tasks_of(board, unit)
    sections = [f"{visible(name_of(unit, repository))} ({unit})\n"]
    if targets:
        sections.append(table(_TARGET_COLUMNS, [_target_cells(row, unit) for row in targets]))
    if explain:
        sections += [
            _explained(row, figure, repository) for row in targets if (figure := figure_of(row, unit))
        ]
    if tasks:
        sections.append(table(_TASK_COLUMNS, [_task_cells(row, unit) for row in tasks]))
    if not targets and not tasks:
        sections.append(f"Không có chỉ tiêu hay nhiệm vụ nào của {board.campaign} do đơn vị này báo cáo.\n")
    return "\n".join(sections)


def targets_of(board: Scoreboard, unit: str) -> tuple[TargetRow, ...]:
    """The targets that the unit owes or has reported; of a combination what is written inside it."""
    rows = [one for row in board.targets for one in _reported_rows(row)]
    return tuple(row for row in rows if unit in (row.outcome.owing or ()) or figure_of(row, unit))


def _reported_rows(row: TargetRow) -> tuple[TargetRow, ...]:
    if not isinstance(row.target, CombinedTarget):
        return (row,)
    inline = {child.id for child in row.target.inline}
    return tuple(part for part in row.parts if part.target.id in inline)


def tasks_of(board: Scoreboard, unit: str) -> tuple[TaskRow, ...]:
    """The tasks that the unit is responsible for or has reported."""
    return tuple(
        row
        for row in board.tasks
        if unit in (row.owing or ()) or any(report.unit == unit for report in row.reports)
    )


def figure_of(row: TargetRow, unit: str) -> UnitFigure | None:
    """What the unit reached for a target, as far as it reported."""
    return next((figure for figure in row.outcome.figures if figure.unit == unit), None)


def _target_cells(row: TargetRow, unit: str) -> tuple[str, ...]:
    found = figure_of(row, unit)
    if found is None:
        return row.target.name, _NOTHING, ""
    sources = "; ".join(dict.fromkeys(entry.source for entry in found.contributions))
    late = f" ({_NOTHING} đến hết kỳ)" if unit in row.silent_units else ""
    return row.target.name, f"{worded(found, row.target)}{late}", sources


def _task_cells(row: TaskRow, unit: str) -> tuple[str, ...]:
    deadline = moment_of(row.task.by) if row.task.by else ""
    report = next((report for report in row.reports if report.unit == unit), None)
    if report is None:
        return row.task.name, deadline, _NOTHING, ""
    words = TASK_WORDS[TaskStanding(report.reported.state)]
    return row.task.name, deadline, words, report.reported.shown_by or report.source


def _explained(row: TargetRow, figure: UnitFigure, repository: Repository) -> str:
    name = f"{row.target.name} ({row.target.id})"
    return "".join(f"{line}\n" for line in (visible(name), *unit_steps_of(row, figure, repository)))
