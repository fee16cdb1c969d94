"""The page of `thidua progress` about one campaign, of everybody or of one unit, and about all that concern a unit."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from thidua_cli.cli.pages import Grid, Lines, Part
from thidua_cli.cli.progress_steps import steps_of
from thidua_cli.cli.progress_views import View
from thidua_cli.cli.tables import Column
from thidua_cli.cli.written_forms import moment_of, name_of
from thidua_cli.documents.report_sentences import (
    held_notes,
    initiative_funnel,
    tally_sentences,
    task_sentences,
)
from thidua_cli.documents.result_tables import against_goal, goal_in_table, reached, verdict
from thidua_cli.progress.initiatives import initiative_summary
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.scoreboard import Scoreboard, Stale
from thidua_cli.progress.tasks import TaskRow
from thidua_cli.progress.words import TASK_WORDS
from thidua_cli.repository import layout
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.numbers import count

_BAR = 8
_NAMES = 12
"""So many units are named; of more there is the number, for a page is not a register."""
_TARGET_COLUMNS = (
    Column("Chỉ tiêu", wraps=True),
    Column("Cần đạt", right=True, wraps=True),
    Column("Thực hiện", right=True, wraps=True),
    Column("So với chỉ tiêu", right=True),
    Column("Báo cáo", right=True),
    Column("Đánh giá", wraps=True),
)
_TASK_COLUMNS = (
    Column("Nhiệm vụ", wraps=True),
    Column("Hạn"),
    Column("Báo cáo", right=True),
    Column("Trạng thái", wraps=True),
)


def campaign_page(view: View, *, explain: bool) -> Iterator[Part]:
    """One campaign; of a unit with the unit's name below the heading."""
    ((folder, board),) = view.boards
    yield _heading(board, folder)
    if board.unit is not None:
        yield Lines((f"{name_of(board.unit, view.repository)} ({board.unit})",))
    yield from _board(folder, board, view, explain=explain)


def unit_page(view: View, *, explain: bool) -> Iterator[Part]:
    """All campaigns that concern a unit, one after the other."""
    assert view.unit is not None, "this page is about a unit"
    yield Lines((f"{name_of(view.unit, view.repository)} ({view.unit})", said_until(view)))
    if not view.boards:
        yield Lines(("Không có chỉ tiêu hay nhiệm vụ nào do đơn vị này báo cáo.",))
    for folder, board in view.boards:
        yield Lines((f"{folder.campaign.title} ({folder.id})", *_specimen(folder)))
        yield from _board(folder, board, view, explain=explain)


def bar(share: Fraction | None) -> str:
    """The share of the goal as a bar; it is full only when the goal is reached."""
    if share is None:
        return " " * _BAR
    filled = max(0, min(_BAR, share.numerator * _BAR // share.denominator))
    return "█" * filled + "░" * (_BAR - filled)


def share_with_bar(row: TargetRow) -> str:
    """`██████░░  75,5%`; where nothing may be compared a dash alone."""
    return f"{bar(row.judgement.share if row.judgement else None)} {against_goal(row):>7}"


def said_until(view: View) -> str:
    """Until when figures were known, and up to which days they are asked for."""
    period = f", {view.period.in_words}" if view.period else ""
    return f"Tính đến ngày {day_short(view.as_of)}{period}."


def broken_campaigns(view: View) -> Lines:
    """Which campaigns are not shown because their files have errors."""
    return Lines(
        tuple(
            f"Không có {name} vì dữ liệu còn lỗi: thidua validate {layout.campaign_folder(name)}"
            for name in view.broken
        )
    )


def _heading(board: Scoreboard, folder: CampaignFolder) -> Lines:
    period = f", {board.period.in_words}" if board.period else ""
    return Lines(
        (
            f"{folder.campaign.title} ({folder.id})",
            f"Tính đến ngày {day_short(board.as_of)}{period}.",
            *_specimen(folder),
        )
    )


def _specimen(folder: CampaignFolder) -> tuple[str, ...]:
    return (f"MINH HỌA: {folder.campaign.specimen}",) if folder.campaign.specimen else ()


def _board(folder: CampaignFolder, board: Scoreboard, view: View, *, explain: bool) -> Iterator[Part]:
    if not board.targets and not board.tasks:
        what = f"{folder.id} chưa có chỉ tiêu hay nhiệm vụ nào."
        nothing = f"Không có chỉ tiêu hay nhiệm vụ nào của {folder.id} do đơn vị này báo cáo."
        yield Lines((what if board.unit is None else nothing,))
        return
    whole = not view.is_narrowed
    if explain:
        yield from _explained(folder, board, view.repository)
    else:
        yield Grid(_TARGET_COLUMNS, tuple(_target_cells(row, board) for row in board.targets))
        yield Lines(tuple(_about_targets(board, view.repository, whole=whole)))
    yield Grid(_TASK_COLUMNS, tuple(_task_cells(row) for row in board.tasks))
    if whole and board.tasks and board.unit is None:
        yield Lines((task_sentences(board.tasks),))
    if whole and board.unit is None:
        yield _initiatives(board, view.repository)


def _target_cells(row: TargetRow, board: Scoreboard) -> tuple[str, ...]:
    return (
        f"{row.target.name} ({row.target.unit})",
        goal_in_table(row),
        reached(row),
        share_with_bar(row),
        _reported_until(row) if board.unit else reporting(row.outcome.owing, row.silent_units),
        verdict(row),
    )


def _reported_until(row: TargetRow) -> str:
    """Of one unit the last day that its figures cover; of a group how many of its units have reported."""
    covers, owing = row.outcome.covers, row.outcome.owing
    if owing is not None and len(owing) > 1:
        return reporting(owing, row.silent_units)
    return f"đến {day_short(covers.end)}" if covers else "chưa có"


def _task_cells(row: TaskRow) -> tuple[str, ...]:
    deadline = moment_of(row.task.by) if row.task.by else ""
    return row.task.name, deadline, reporting(row.owing, row.missing), TASK_WORDS[row.standing]


def reporting(owing: Sequence[str] | None, missing: Sequence[str]) -> str:
    """How many of those who owe a report have sent one: `2/3`."""
    return "chưa giao" if owing is None else f"{len(owing) - len(missing)}/{len(owing)}"


def _about_targets(board: Scoreboard, repository: Repository, *, whole: bool) -> Iterator[str]:
    if board.targets:
        yield from held_notes(tuple(row for row in board.targets if row.has_goal))
        if whole and board.unit is None:
            yield tally_sentences(board.tally)
        yield from reporting_lines(board, repository)


def reporting_lines(board: Scoreboard, repository: Repository) -> Iterator[str]:
    """Who has reported all that is owed, who has not, and whose figures are old."""
    owing = dict.fromkeys(unit for row in board.targets for unit in row.outcome.owing or ())
    silent = {one.unit: one.targets for one in board.unreported}
    full = [unit for unit in owing if unit not in silent]
    if full and board.unit is None:
        yield f"Đã báo cáo đủ: {_named(full, repository)}."
    if len(silent) > _NAMES:
        yield f"Chưa báo cáo: {_named(list(silent), repository)}."
    else:
        for unit, targets in silent.items():
            yield f"Chưa báo cáo: {name_of(unit, repository)} ({', '.join(targets)})."
    stale = [one for one in board.stale if one.unit not in silent or one.target not in silent[one.unit]]
    yield from (_old(one, repository) for one in stale[:_NAMES])
    if len(stale) > _NAMES:
        yield f"Và {count(len(stale) - _NAMES)} số liệu cũ khác; xem đủ bằng --format json hoặc csv."


def _old(one: Stale, repository: Repository) -> str:
    return (
        f"Số liệu cũ: {name_of(one.unit, repository)} ({one.target}) mới có {one.covers.in_words}, "
        f"phải có đến ngày {day_short(one.due)}."
    )


def _named(units: Sequence[str], repository: Repository) -> str:
    names = "; ".join(name_of(unit, repository) for unit in units[:_NAMES])
    more = len(units) - _NAMES
    return f"{names}; và {count(more)} đơn vị khác" if more > 0 else names


def _initiatives(board: Scoreboard, repository: Repository) -> Lines:
    if layout.INITIATIVES in repository.left_out:
        return Lines(())
    summary = initiative_summary(repository, board.campaign, board.as_of)
    return Lines((initiative_funnel(summary),) if summary.registered else ())


def _explained(folder: CampaignFolder, board: Scoreboard, repository: Repository) -> Iterator[Part]:
    for row in board.targets:
        steps = steps_of(row, board, folder, repository)
        yield Lines((f"{row.target.name} ({row.target.id})", *(step.line for step in steps)))
