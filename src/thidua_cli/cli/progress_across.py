"""The pages of `thidua progress` across campaigns: all of them in short, and one indicator wherever it is asked for."""

from collections.abc import Iterator
from fractions import Fraction

from thidua_cli.cli.pages import Grid, Lines, Part
from thidua_cli.cli.progress_page import bar, said_until, share_with_bar
from thidua_cli.cli.progress_steps import steps_of
from thidua_cli.cli.progress_views import View
from thidua_cli.cli.show_registers import DIRECTIONS, asked_of
from thidua_cli.cli.tables import Column
from thidua_cli.cli.written_forms import moment_of
from thidua_cli.documents.result_tables import reached, verdict
from thidua_cli.model.periods import Period
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.scoreboard import Scoreboard
from thidua_cli.progress.verdicts import TaskStanding
from thidua_cli.repository.index import CampaignFolder

_OVERVIEW = (
    Column("Phong trào", wraps=True),
    Column("Đạt/chỉ tiêu", right=True),
    Column("Chưa đạt", right=True),
    Column("Thiếu số", right=True),
    Column("Việc", right=True),
    Column("Nợ số", right=True),
)
_INDICATOR = (
    Column("Phong trào", wraps=True),
    Column("Đến", wraps=True),
    Column("Cần đạt", right=True, wraps=True),
    Column("Thực hiện", right=True, wraps=True),
    Column("So với chỉ tiêu", right=True),
    Column("Đánh giá", wraps=True),
)
_DONE = frozenset((TaskStanding.DONE, TaskStanding.KEPT))


def overview_page(view: View) -> Iterator[Part]:
    """A line of counts a campaign."""
    yield Lines((f"Các phong trào thi đua ({len(view.boards)})", said_until(view)))
    yield Grid(_OVERVIEW, tuple(_counts(folder, board) for folder, board in view.boards))
    if view.boards:
        yield Lines(
            (
                "Đạt: cả vượt và ước đạt. Thiếu số: chưa có số liệu, chưa đủ, chưa có số gốc.",
                "Việc: nhiệm vụ đã xong. Nợ số: số đơn vị còn nợ số liệu.",
                f"Xem một phong trào: thidua progress -c {view.boards[0][0].id}",
            )
        )


def indicator_page(view: View, *, explain: bool) -> Iterator[Part]:
    """What each campaign asks of the indicator and what was reached, year by year where each year counts."""
    found = view.indicator
    assert found is not None, "this page is about an indicator"
    yield Lines(
        (f"{found.name} ({found.id})", f"{found.unit}; {DIRECTIONS[found.better]}.", said_until(view))
    )
    if not any(board.targets for _, board in view.boards):
        yield Lines(("Chưa phong trào nào đặt chỉ tiêu cho chỉ số này.",))
    rows = sorted(view.rows, key=lambda pair: (_end(*pair).end, pair[0].id))
    if not explain:
        yield Grid(_INDICATOR, tuple(cells for folder, row in rows for cells in _cells(folder, row)))
        return
    boards = {folder.id: board for folder, board in view.boards}
    for folder, row in rows:
        steps = steps_of(row, boards[folder.id], folder, view.repository)
        yield Lines((f"{folder.id}: {row.target.name} ({row.target.id})", *(step.line for step in steps)))


def _counts(folder: CampaignFolder, board: Scoreboard) -> tuple[str, ...]:
    tally = board.tally
    met = tally.met_or_exceeded + tally.estimated_met
    share = Fraction(met, tally.total) if tally.total else None
    done = sum(row.standing in _DONE for row in board.tasks)
    return (
        folder.id,
        f"{bar(share)} {met}/{tally.total}" if tally.total else "–",
        str(tally.not_met + tally.estimated_not_met),
        str(tally.no_data + tally.incomplete + tally.no_base),
        f"{done}/{len(board.tasks)}" if board.tasks else "–",
        str(len(board.unreported)),
    )


def _cells(folder: CampaignFolder, row: TargetRow) -> Iterator[tuple[str, ...]]:
    goal = asked_of(row.target) if row.has_goal else "chưa giao"
    yield folder.id, moment_of(_end(folder, row)), goal, reached(row), share_with_bar(row), verdict(row)
    for year in row.parts if row.has_years else ():
        if year.scope is not None:
            name = f"năm {year.scope.end.year}"
            yield "", name, asked_of(year.target), reached(year), share_with_bar(year), verdict(year)


def _end(folder: CampaignFolder, row: TargetRow) -> Period:
    """When the target must be reached."""
    return row.target.by or folder.campaign.period.end
