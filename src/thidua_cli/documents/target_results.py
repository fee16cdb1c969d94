"""The table of targets in a report: of a year, or of a term of several."""

from collections.abc import Callable
from dataclasses import dataclass

from thidua_cli.documents.comparisons import compared_with_before
from thidua_cli.documents.phrases import limit_in_table, reached_in_full
from thidua_cli.documents.result_tables import NOTHING, against_goal, goal_in_table, reached, verdict
from thidua_cli.documents.target_tables import cells
from thidua_cli.model.periods import Period
from thidua_cli.model.targets.target import Target
from thidua_cli.progress.aggregation import Outcome
from thidua_cli.progress.questions import Question
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.words import ESTIMATED
from thidua_cli.progress.year_figures import YearFigure, year_figure
from thidua_cli.typesetting.tree import Column, Row, Run, Table
from thidua_cli.vietnamese.numbers import percent_of
from thidua_cli.vietnamese.words import capital_first

_LONG = 40
"""Letters of a remark that is more than a few words."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the table with everything that its cells may need."""

    number: int
    row: TargetRow
    before: Outcome | None
    """The same stretch of the year before."""
    year: YearFigure | None
    """The year of the report, of a campaign that runs over several."""
    remark: str


@dataclass(frozen=True, slots=True)
class _Column:
    """A column with its cells."""

    column: Column
    cell: Callable[[_Line], str]


def targets_table(
    question: Question, rows: tuple[TargetRow, ...], period: Period, remark: Callable[[TargetRow, int], str]
) -> Table:
    """Targets beside what was reached, as far as it is known; the rows are those of the question's board.

    Columns may say nothing in any row: they are left out when the table is fitted to its page.
    """
    lines = _lines(question, rows, period, remark)
    columns = _columns(lines, period)
    return Table(
        (Run("Kết quả thực hiện các chỉ tiêu"),),
        tuple(one.column for one in columns),
        tuple(Row(cells(*(one.cell(line) for one in columns))) for line in lines),
    )


def _lines(
    question: Question, rows: tuple[TargetRow, ...], period: Period, remark: Callable[[TargetRow, int], str]
) -> tuple[_Line, ...]:
    """The rows with their years, where the campaign runs over several."""
    span = question.folder.campaign.span
    term = span is not None and span.start.year < span.end.year
    return tuple(
        _Line(
            number,
            row,
            row.same_period if not term else None,
            year_figure(question, row, period.end.year) if term else None,
            remark(row, number),
        )
        for number, row in enumerate(rows, 1)
    )


def _columns(lines: tuple[_Line, ...], period: Period) -> tuple[_Column, ...]:
    """The columns in their order: of a year, or of a term where the rows have years."""
    term = any(line.year is not None for line in lines)
    middle = _term_columns(lines, period) if term else _year_columns()
    return (*_FIRST, *middle, _VERDICT, _remark_column(lines))


def _year_columns() -> tuple[_Column, ...]:
    return (
        _Column(Column("Cùng kỳ năm trước", 15, "center"), _before),
        _Column(Column("Kế hoạch", 13, "center"), lambda line: goal_in_table(line.row)),
        _Column(Column("Thực hiện", 15, "center"), lambda line: reached(line.row)),
        _Column(Column("So với kế hoạch", 14, "center"), lambda line: against_goal(line.row)),
        _Column(Column("So với cùng kỳ", 15, "center"), _since),
    )


def _term_columns(lines: tuple[_Line, ...], period: Period) -> tuple[_Column, ...]:
    """Those of the year stand only where a row knows more of the year than of the term."""
    year = period.end.year
    ends = {line.row.scope.end.year for line in lines if line.row.scope}
    goal = f"Mục tiêu đến {max(ends)}" if ends else "Mục tiêu"
    own = any(_reached_in_year(line) not in {NOTHING, reached(line.row)} for line in lines)
    of_year = (
        _Column(Column(f"Cùng kỳ năm {year - 1}", 14, "center"), _before),
        _Column(Column(f"Kế hoạch năm {year}", 13, "center"), _goal_of_year),
        _Column(Column(f"Thực hiện {period.in_words}", 15, "center"), _reached_in_year),
        _Column(Column("So với KH năm", 12, "center"), _share_of_year),
        _Column(Column("So với cùng kỳ", 14, "center"), _since),
    )
    reached_title = "Lũy kế" if own else "Thực hiện"
    of_term = (
        _Column(Column(goal, 13, "center"), lambda line: goal_in_table(line.row)),
        _Column(Column(reached_title, 15, "center"), lambda line: reached(line.row)),
        _Column(Column("So với mục tiêu", 13, "center"), lambda line: against_goal(line.row)),
    )
    has_year = own or any(_goal_of_year(line) != NOTHING for line in lines)
    return (*of_year, *of_term) if has_year else of_term


_FIRST = (
    _Column(Column("TT", 8, "center"), lambda line: str(line.number)),
    _Column(Column("Chỉ tiêu", 34), lambda line: line.row.target.name),
    _Column(Column("Đơn vị tính", 13, "center"), lambda line: line.row.target.unit),
)
_VERDICT = _Column(Column("Đánh giá", 17, "center"), lambda line: capital_first(verdict(line.row)))


def _remark_column(lines: tuple[_Line, ...]) -> _Column:
    """As wide as what it has to say wants."""
    longest = max((len(line.remark) for line in lines), default=0)
    return _Column(Column("Ghi chú", 20 if longest < _LONG else 48), lambda line: line.remark)


def _before(line: _Line) -> str:
    return _outcome(_before_of(line), line.row.target)


def _before_of(line: _Line) -> Outcome | None:
    return line.before if line.year is None else line.year.before


def _since(line: _Line) -> str:
    """The figure of the year beside that of the same days of the year before."""
    now = line.row.outcome if line.year is None else line.year.outcome
    return compared_with_before(line.row.target, now, _before_of(line)) or NOTHING


def _goal_of_year(line: _Line) -> str:
    goal = line.year.goal if line.year else None
    return NOTHING if goal is None else limit_in_table(goal)


def _reached_in_year(line: _Line) -> str:
    return _outcome(line.year.outcome if line.year else None, line.row.target)


def _share_of_year(line: _Line) -> str:
    share = line.year.share if line.year else None
    return NOTHING if share is None else percent_of(share)


def _outcome(outcome: Outcome | None, target: Target) -> str:
    if outcome is None or outcome.actual is None:
        return NOTHING
    printed = reached_in_full(outcome.actual, target.goal)
    return f"{ESTIMATED} {printed}" if outcome.is_estimate else printed
