"""`thidua progress`: targets beside results, who has not reported, and how each figure came about."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli import options, output
from thidua_cli.cli.report_options import PeriodOption, parse_asked
from thidua_cli.cli.values import TABLE_FORMATS, parse_choice
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.vietnamese.letters import fold, near

if TYPE_CHECKING:
    from thidua_cli.progress.scoreboard import Scoreboard

_Target = Annotated[
    str | None, typer.Option("--target", metavar="MÃ", help="Chỉ xem một chỉ tiêu hoặc nhiệm vụ.")
]
_Explain = Annotated[
    bool, typer.Option("--explain", help="Giải thích từng con số: cộng từ đâu, dòng nào, nguồn nào.")
]


def progress(
    campaign: options.Campaign = None,
    unit: options.Unit = None,
    target: _Target = None,
    as_of: options.AsOf = None,
    period: PeriodOption = None,
    explain: _Explain = False,
    form: options.TableFormat = "table",
    repo: options.Repo = None,
) -> None:
    """Xem kết quả so với chỉ tiêu: đạt hay chưa, đúng tiến độ hay chậm, ai chưa báo cáo.

    Ví dụ:
      thidua progress -c 19-KH
      thidua progress -c 19-KH --period 2026-H1 --as-of 2026-07-31
      thidua progress -c 19-KH --target khach-du-lich-2026 --explain
    """
    from thidua_cli.cli.checking import ready_campaign
    from thidua_cli.cli.papers import day_of
    from thidua_cli.cli.progress_json import progress_json
    from thidua_cli.cli.progress_page import progress_page
    from thidua_cli.cli.workspace import find_root
    from thidua_cli.progress.scoreboard import score

    parse_choice(form, TABLE_FORMATS, "--format")
    day, asked = day_of(as_of), parse_asked(period, None)
    repository, folder = ready_campaign(find_root(repo), campaign)
    board = _only(target, score(repository, folder, day, asked.period))
    seen = repository.unit(unit).id if unit else None
    if form == "json":
        output.product(progress_json(board, repository, seen, explain=explain))
    else:
        output.product(progress_page(board, folder, repository, seen, explain=explain))


def _only(name: str | None, board: "Scoreboard") -> "Scoreboard":
    """The scoreboard with the rows that are asked for."""
    if name is None:
        return board
    wanted = fold(name)
    targets = tuple(row for row in board.targets if fold(row.target.id) == wanted)
    tasks = tuple(row for row in board.tasks if fold(row.task.id) == wanted)
    if targets or tasks:
        return replace(board, targets=targets, tasks=tasks)
    known = [*(row.target.id for row in board.targets), *(row.task.id for row in board.tasks)]
    guess = near(name, known)
    raise ThiduaError(
        f"{board.campaign} không có chỉ tiêu hay nhiệm vụ nào mang mã “{name}”.",
        hint=f"Có phải “{guess}”?" if guess else f"Xem các mã: thidua list targets -c {board.campaign}",
    )
