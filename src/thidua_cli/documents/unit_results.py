"""Results by unit: what each was given, what it reached, and where it said so."""

from collections.abc import Iterator
from datetime import date

from thidua_cli.documents.result_tables import NOTHING, against_goal, goal_in_table, reached, verdict
from thidua_cli.documents.target_tables import cells
from thidua_cli.model.periods import Period
from thidua_cli.progress.questions import Question
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.scoreboard import Scoreboard, board_of
from thidua_cli.progress.tasks import TaskRow
from thidua_cli.progress.words import TASK_WORDS
from thidua_cli.repository.index import CampaignFolder
from thidua_cli.typesetting.tree import Column, Inline, Row, Run, Table
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.numbers import count
from thidua_cli.vietnamese.words import capital_first

TITLE = "Kết quả theo từng đơn vị"
_FEWEST = 2
"""The results of one unit alone are those of the table of targets."""


def units_table(question: Question, board: Scoreboard, period: Period) -> Table | None:
    """The units that owe figures or tasks of the question's board, each with its own; None where there are not two."""
    rows: tuple[TargetRow | TaskRow, ...] = (*board.targets, *board.tasks)
    units = tuple(dict.fromkeys(unit for row in rows for unit in _owing(row)))
    if len(units) < _FEWEST:
        return None
    columns = (
        Column("TT", 8, "center"),
        Column("Chỉ tiêu, nhiệm vụ", 40),
        Column("Đơn vị tính", 13, "center"),
        Column("Mức giao", 15, "center"),
        Column("Thực hiện", 16, "center"),
        Column("So với mức giao", 14, "center"),
        Column("Đánh giá", 18, "center"),
        Column("Nguồn số liệu", 26),
    )
    lines = (line for unit in units for line in _unit_rows(question.about(unit), unit, period))
    return Table((), columns, tuple(lines))


def _unit_rows(question: Question, unit: str, period: Period) -> Iterator[Row]:
    board, name = board_of(question), question.repository.name_of(unit)
    owed = [row for row in board.targets if row.outcome.owing]
    known = sum(row.outcome.is_known for row in owed)
    said = [f"có số liệu của {count(known) if known else '0'}/{count(len(owed))} chỉ tiêu"] if owed else []
    said += _papers(question.folder, unit, question.as_of, period)
    yield Row(((Run(f"{name}: {'; '.join(said)}" if said else name),),), group=True)
    for number, cell in enumerate((*map(_target, board.targets), *map(_task, board.tasks)), 1):
        yield Row((*cells(str(number)), *cell))


def _papers(folder: CampaignFolder, unit: str, as_of: date, period: Period) -> Iterator[str]:
    """The reports on the period that the unit has sent, as far as their narratives are kept here."""
    for head in (n.head for n in folder.narratives if n.unit == unit and n.head.period == period):
        if head.date is not None and head.date <= as_of:
            number = f" số {head.number}" if head.number else ""
            yield f"đã gửi Báo cáo{number} ngày {day_short(head.date)}"


def _target(row: TargetRow) -> tuple[Inline, ...]:
    return cells(
        row.target.name,
        row.target.unit,
        goal_in_table(row),
        reached(row),
        against_goal(row),
        capital_first(verdict(row)),
        "; ".join(dict.fromkeys(entry.source for found, _ in row.entered for entry in found.contributions)),
    )


def _task(row: TaskRow) -> tuple[Inline, ...]:
    shown = (report.reported.shown_by or report.source for report in row.reports)
    standing = capital_first(TASK_WORDS[row.standing])
    return cells(row.task.name, "", NOTHING, NOTHING, NOTHING, standing, "; ".join(dict.fromkeys(shown)))


def _owing(row: TargetRow | TaskRow) -> tuple[str, ...]:
    owing = row.owing if isinstance(row, TaskRow) else row.outcome.owing
    return owing or ()
