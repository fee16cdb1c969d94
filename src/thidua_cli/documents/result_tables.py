"""What is said of a target in a table of results, and the table of tasks with their states."""

from collections.abc import Iterable

from thidua_cli.documents.phrases import limit_in_table, reached_in_full
from thidua_cli.documents.target_tables import cells, names_in_table
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.tasks import TaskRow
from thidua_cli.progress.verdicts import Result, Schedule, TaskStanding
from thidua_cli.progress.words import ESTIMATED, RESULT_WORDS, TASK_WORDS, UNASSIGNED, schedule_words
from thidua_cli.repository.index import Repository
from thidua_cli.typesetting.tree import Column, Row, Run, Table
from thidua_cli.vietnamese.numbers import count, percent_of
from thidua_cli.vietnamese.words import capital_first

UNKNOWN = "chưa có số liệu"
UNCOUNTED = "không tính"
"""The word for a target that is restated or of a higher level."""
NOTHING = "–"
"""Where nothing can be said or compared."""
_SEVERAL = 2


def goal_in_table(row: TargetRow) -> str:
    """The goal for a cell; of a unit that has been given none, that it has none."""
    return UNASSIGNED if row.goal is None else limit_in_table(row.goal)


def reached(row: TargetRow) -> str:
    """What was reached: `ước 222`, `39,62 (21/53)`, that nothing is known, or a dash without a base."""
    actual = row.outcome.actual
    if not row.outcome.has_base and row.outcome.figures:
        return NOTHING
    if actual is None:
        return _in_words(row) or UNKNOWN
    printed = reached_in_full(actual, row.target.goal)
    return f"{ESTIMATED} {printed}" if row.estimate else printed


def _in_words(row: TargetRow) -> str | None:
    """What the only unit that reported says in words: `Xuất siêu`."""
    words = [found.words for found in row.outcome.figures if found.words is not None]
    return f"“{words[0]}”" if len(words) == 1 else None


def against_goal(row: TargetRow) -> str:
    """Result over goal in percent; a dash where nothing may be compared."""
    share = row.judgement.share if row.judgement else None
    return percent_of(share) if share is not None else NOTHING


def verdict(row: TargetRow) -> str:
    """The one word for a row: its result, else an estimate, else its schedule."""
    if not row.target.counts:
        return UNCOUNTED
    if not row.has_goal:
        return UNASSIGNED
    if row.result is not None:
        return RESULT_WORDS[row.result]
    if row.is_estimate_of_all and row.judgement and row.judgement.met:
        return f"{ESTIMATED} {RESULT_WORDS[Result.EXCEEDED if row.judgement.exceeded else Result.MET]}"
    if row.schedule is not None and not (row.schedule is Schedule.OVERDUE and row.judgement is None):
        return schedule_words(row.schedule, estimate=row.estimate)
    return "chưa đủ số liệu"


def part_words(row: TargetRow, part: TargetRow) -> str:
    """A year or a child of a row in a few words: `năm 2027: 1.550, đạt`."""
    name = f"năm {part.scope.end.year}" if row.has_years and part.scope else part.target.name
    return f"{name}: {', '.join(dict.fromkeys((reached(part), verdict(part))))}"


def tasks_table(rows: tuple[TaskRow, ...], repository: Repository) -> Table:
    """Tasks with their states, whoever is responsible, and what shows it."""
    columns = (
        Column("TT", 8, "center"),
        Column("Nhiệm vụ", 52),
        Column("Đơn vị thực hiện", 28),
        Column("Tiến độ", 18, "center"),
        Column("Minh chứng", 24),
    )
    lines = tuple(
        Row(
            cells(
                str(number),
                row.task.name,
                names_in_table(row.task.responsible, repository),
                _standing(row),
                "; ".join(dict.fromkeys(_shown(row))),
            )
        )
        for number, row in enumerate(rows, 1)
    )
    return Table((Run("Kết quả thực hiện các nhiệm vụ"),), columns, lines)


def _standing(row: TaskRow) -> str:
    """How the task stands; where only some of the units are done, how many: one that is late says nothing of them."""
    words, everyone = capital_first(TASK_WORDS[row.standing]), len(row.owing or ())
    done = sum(report.reported.state == "done" for report in row.reports)
    if row.standing is TaskStanding.DONE or not done or everyone < _SEVERAL:
        return words
    return f"{words} ({count(done)}/{count(everyone)} đơn vị hoàn thành)"


def _shown(row: TaskRow) -> Iterable[str]:
    if row.standing is TaskStanding.NO_DATA:
        return
    for report in row.reports:
        yield report.reported.shown_by or report.source
