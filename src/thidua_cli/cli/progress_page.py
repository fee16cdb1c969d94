"""The page of `thidua progress` for people: tables that fit a narrow terminal, and sentences below them."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from thidua_cli.cli.excerpts import visible
from thidua_cli.cli.progress_steps import steps_of
from thidua_cli.cli.tables import WIDTH, Column, table, wrapped
from thidua_cli.cli.unit_progress import unit_section
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
from thidua_cli.progress.scoreboard import Scoreboard
from thidua_cli.progress.tasks import TaskRow
from thidua_cli.progress.words import TASK_WORDS
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.vietnamese.dates import day_short

_BAR = 8
_TARGET_COLUMNS = (
    Column("Chỉ tiêu", wraps=True),
    Column("Cần đạt", right=True),
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


def progress_page(
    board: Scoreboard, folder: CampaignFolder, repository: Repository, unit: str | None, *, explain: bool
) -> str:
    """All that is asked for, section by section."""
    heading = _heading(board, folder)
    if unit is not None:
        return "\n".join([heading, unit_section(board, unit, repository, explain=explain)])
    if not board.targets and not board.tasks:
        return "\n".join([heading, f"{folder.id} chưa có chỉ tiêu hay nhiệm vụ nào.\n"])
    sheet = folder.sheet
    whole = len(board.targets) + len(board.tasks) == len(sheet.targets) + len(sheet.tasks)
    targets = _explained(board, repository) if explain else _targets(board, repository, whole=whole)
    return "\n".join(
        [heading, *targets, *_tasks(board, whole=whole), *_initiatives(board, repository, whole=whole)]
    )


def bar(share: Fraction | None) -> str:
    """The share of the goal as a bar; it is full only when the goal is reached."""
    if share is None:
        return " " * _BAR
    filled = max(0, min(_BAR, share.numerator * _BAR // share.denominator))
    return "█" * filled + "░" * (_BAR - filled)


def reporting(owing: Sequence[str] | None, missing: Sequence[str]) -> str:
    """How many of those who owe a report have sent one: `2/3`."""
    return "chưa giao" if owing is None else f"{len(owing) - len(missing)}/{len(owing)}"


def _heading(board: Scoreboard, folder: CampaignFolder) -> str:
    campaign = folder.campaign
    period = f", {board.period.in_words}" if board.period else ""
    lines = [f"{campaign.title} ({folder.id})", f"Tính đến ngày {day_short(board.as_of)}{period}."]
    if campaign.specimen:
        lines.append(f"MINH HỌA: {campaign.specimen}")
    return paragraphs(lines)


def paragraphs(texts: Sequence[str]) -> str:
    """Sentences in lines of at most 80 columns."""
    return "".join(f"{line}\n" for text in texts for line in wrapped(visible(text), WIDTH))


def _targets(board: Scoreboard, repository: Repository, *, whole: bool) -> Iterator[str]:
    if board.targets:
        yield table(_TARGET_COLUMNS, [_target_cells(row) for row in board.targets])
        tally = [tally_sentences(board.tally)] if whole else []
        sentences = [*held_notes(board.targets), *tally, *_silent(board, repository)]
        if sentences:
            yield paragraphs(sentences)


def _target_cells(row: TargetRow) -> tuple[str, ...]:
    share = row.judgement.share if row.judgement else None
    return (
        f"{row.target.name} ({row.target.unit})",
        goal_in_table(row),
        reached(row),
        f"{bar(share)} {against_goal(row):>7}",
        reporting(row.outcome.owing, row.silent_units),
        verdict(row),
    )


def _silent(board: Scoreboard, repository: Repository) -> Iterator[str]:
    for silent in board.unreported:
        yield f"Chưa báo cáo: {name_of(silent.unit, repository)} ({', '.join(silent.targets)})."


def _tasks(board: Scoreboard, *, whole: bool) -> Iterator[str]:
    if board.tasks:
        yield table(_TASK_COLUMNS, [_task_cells(row) for row in board.tasks])
        if whole:
            yield paragraphs([task_sentences(board.tasks)])


def _initiatives(board: Scoreboard, repository: Repository, *, whole: bool) -> Iterator[str]:
    summary = initiative_summary(repository, board.campaign, board.as_of)
    if whole and summary.registered:
        yield paragraphs([initiative_funnel(summary)])


def _task_cells(row: TaskRow) -> tuple[str, ...]:
    deadline = moment_of(row.task.by) if row.task.by else ""
    return row.task.name, deadline, reporting(row.owing, row.missing), TASK_WORDS[row.standing]


def _explained(board: Scoreboard, repository: Repository) -> Iterator[str]:
    for row in board.targets:
        steps = steps_of(row, repository)
        yield "".join(f"{line}\n" for line in (f"{row.target.name} ({row.target.id})", *steps))
