"""`thidua progress` as a list of facts, a row a target, year, child or task; docs/json.md names its columns."""

from collections.abc import Iterator
from decimal import Decimal

from thidua_cli.cli.fact_files import Facts, Field
from thidua_cli.cli.progress_json import ending
from thidua_cli.cli.progress_views import View
from thidua_cli.cli.written_forms import moment_of, name_of, plain
from thidua_cli.documents.result_tables import against_goal, goal_in_table, reached, verdict
from thidua_cli.model.periods import Period
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.scoreboard import Scoreboard
from thidua_cli.progress.tasks import TaskRow
from thidua_cli.progress.words import TASK_WORDS
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.spreadsheets.book import Value

_FIELDS = (
    Field("Phong trào", 14),
    Field("Loại", 10),
    Field("Mã", 24, is_detail=True),
    Field("Thuộc", 20, is_detail=True),
    Field("Tên", 34),
    Field("Đơn vị", 22, is_detail=True),
    Field("Đơn vị tính", 10),
    Field("Hạn", 12),
    Field("Cần đạt", 12),
    Field("Mức cần đạt", 12),
    Field("Thực hiện", 16),
    Field("Số thực hiện", 12),
    Field("Tử số", 10, is_detail=True),
    Field("Mẫu số", 10, is_detail=True),
    Field("Ước", 6, is_detail=True),
    Field("So với chỉ tiêu", 10),
    Field("Đánh giá", 16),
    Field("Kết quả", 12, is_detail=True),
    Field("Tiến độ", 12, is_detail=True),
    Field("Số liệu của kỳ", 14),
    Field("Biết đến ngày", 12, is_detail=True),
    Field("Số đơn vị phải báo cáo", 12, is_detail=True),
    Field("Số đơn vị đã báo cáo", 12, is_detail=True),
    Field("Chưa báo cáo", 24),
    Field("Số liệu cũ", 30, is_detail=True),
    Field("Lý do", 50, is_detail=True),
    Field("Tệp", 36, is_detail=True),
    Field("Dòng", 8, is_detail=True),
)


def progress_facts(view: View) -> Facts:
    """Every target and task of the view; years and children stand below their target and name it under `Thuộc`."""
    rows = [
        line
        for folder, board in view.boards
        for line in (*_targets(folder, board, view.repository), *_tasks(folder, board, view.repository))
    ]
    return Facts(f"Tiến độ thi đua tính đến ngày {view.as_of:%d/%m/%Y}", _FIELDS, tuple(rows))


def _targets(
    folder: CampaignFolder, board: Scoreboard, repository: Repository
) -> Iterator[tuple[Value, ...]]:
    for row in board.targets:
        yield _target(row, None, folder, board, repository)
        for part in row.parts:
            yield _target(part, row.target.id, folder, board, repository)


def _target(
    row: TargetRow, parent: str | None, folder: CampaignFolder, board: Scoreboard, repository: Repository
) -> tuple[Value, ...]:
    target, outcome = row.target, row.outcome
    actual = outcome.actual
    fraction: tuple[Decimal | None, Decimal | None] = (actual and actual.fraction) or (None, None)
    due = row.scope.end if row.scope and parent == target.id else None
    owing = outcome.owing
    return (
        folder.id,
        "chỉ tiêu" if parent is None else "năm" if parent == target.id else "chỉ tiêu con",
        target.id,
        parent,
        target.name,
        name_of(board.unit, repository) or None,
        target.unit,
        str(due.year) if due else moment_of(target.by or folder.campaign.period.end),
        plain(goal_in_table(row)),
        ending(target.goal.limits[0]) if row.has_goal and target.has_figure else None,
        plain(reached(row)),
        ending(actual.value) if actual else None,
        *fraction,
        "ước" if row.estimate else None,
        against_goal(row),
        verdict(row),
        row.result and str(row.result),
        row.schedule and str(row.schedule),
        outcome.covers.in_words if outcome.covers else None,
        outcome.as_of,
        len(owing) if owing is not None else None,
        len(owing) - len(row.silent_units) if owing is not None else None,
        _names(row.silent_units, repository),
        _stale(row, board, repository),
        " ".join(row.because) or None,
        row.planned.at().path,
        row.planned.at().line,
    )


def _tasks(folder: CampaignFolder, board: Scoreboard, repository: Repository) -> Iterator[tuple[Value, ...]]:
    for row in board.tasks:
        yield _task(row, folder, board, repository)


def _task(
    row: TaskRow, folder: CampaignFolder, board: Scoreboard, repository: Repository
) -> tuple[Value, ...]:
    newest = max((report.as_of for report in row.reports), default=None)
    by: Period | None = row.task.by
    facts: dict[str, Value] = {
        "Phong trào": folder.id,
        "Loại": "nhiệm vụ",
        "Mã": row.task.id,
        "Tên": row.task.name,
        "Đơn vị": name_of(board.unit, repository) or None,
        "Hạn": moment_of(by) if by else None,
        "Đánh giá": TASK_WORDS[row.standing],
        "Kết quả": str(row.standing),
        "Biết đến ngày": newest,
        "Số đơn vị phải báo cáo": len(row.owing) if row.owing is not None else None,
        "Số đơn vị đã báo cáo": len(row.owing) - len(row.missing) if row.owing is not None else None,
        "Chưa báo cáo": _names(row.missing, repository),
        "Tệp": row.task.at().path,
        "Dòng": row.task.at().line,
    }
    return tuple(facts.get(field.heading) for field in _FIELDS)


def _names(units: tuple[str, ...], repository: Repository) -> str | None:
    return "; ".join(name_of(unit, repository) for unit in units) or None


def _stale(row: TargetRow, board: Scoreboard, repository: Repository) -> str | None:
    old = (one for one in board.stale if one.target == row.target.id)
    return "; ".join(f"{name_of(one.unit, repository)}: {one.covers.in_words}" for one in old) or None
