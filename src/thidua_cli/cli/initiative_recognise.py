"""`thidua initiative recognise`: what the council decided, as one more step of the initiative's history."""

from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli import options
from thidua_cli.cli.values import parse_choice
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.progress.initiative_words import LEVEL_WORDS

if TYPE_CHECKING:
    from thidua_cli.cli.initiative_steps import Step

_Id = Annotated[str, typer.Argument(metavar="MÃ", help="Mã sáng kiến: xem thidua initiative list.")]
_On = Annotated[str, typer.Option("--on", metavar="NGÀY", help="Ngày của quyết định.")]
_Council = Annotated[str | None, typer.Option("--council", metavar="TÊN", help="Hội đồng sáng kiến.")]
_Decision = Annotated[
    str | None, typer.Option("--decision", metavar="SỐ", help="Số quyết định, như 45/QĐ-SVHTTDL.")
]
_Level = Annotated[
    str, typer.Option("--level", metavar="CẤP", help="unit (cơ sở), province (tỉnh) hoặc nation (toàn quốc).")
]
_Refuse = Annotated[bool, typer.Option("--refuse", help="Không công nhận; cần --because.")]
_Revoke = Annotated[bool, typer.Option("--revoke", help="Hủy công nhận; cần --because.")]
_Because = Annotated[
    str | None, typer.Option("--because", metavar="LÝ-DO", help="Vì sao không công nhận hoặc hủy.")
]


def recognise_initiative(
    name: _Id,
    on: _On,
    council: _Council = None,
    decision: _Decision = None,
    level: _Level = "unit",
    refuse: _Refuse = False,
    revoke: _Revoke = False,
    because: _Because = None,
    dry_run: options.DryRun = False,
    repo: options.Repo = None,
) -> None:
    """Ghi quyết định về một sáng kiến: công nhận, không công nhận, hủy công nhận.

    Quyết định thành một bước mới trong lịch sử của sáng kiến; mọi dòng đã có được giữ nguyên. Bước đã ghi rồi thì không
    ghi lại; bước còn thiếu hội đồng hay số quyết định thì được điền thêm.

    Ví dụ:
      thidua initiative recognise so-tay-so --on 2026-05-05 --council "Hội đồng sáng kiến Sở" --decision 45/QĐ-SVHTTDL
      thidua initiative recognise so-tay-so --on 2026-06-01 --revoke --because "Trùng với sáng kiến đã có"
    """
    from thidua_cli.cli.changed_data import refuse_faults
    from thidua_cli.cli.checking import read_only
    from thidua_cli.cli.data_files import DataFile, deliver
    from thidua_cli.cli.initiative_steps import find_initiative, with_step
    from thidua_cli.cli.workspace import find_root

    said = {"council": council, "decision": decision, "because": because}
    step = _step(on, parse_choice(level, tuple(LEVEL_WORDS), "--level"), said, refuse=refuse, revoke=revoke)
    root = find_root(repo)
    found = find_initiative(read_only(root), name)
    bank = DataFile.at(root, found.at().path)
    deliver(bank, with_step(bank, found, step), refuse_faults, dry_run=dry_run)


def _step(on: str, level: str, said: dict[str, str | None], *, refuse: bool, revoke: bool) -> "Step":
    from thidua_cli.cli.dialogue import tidy
    from thidua_cli.cli.initiative_steps import Step
    from thidua_cli.cli.values import parse_day

    if refuse and revoke:
        raise ThiduaError(
            "Chỉ ghi một trong hai: --refuse, --revoke.", hint="Mỗi quyết định là một bước riêng."
        )
    status = "refused" if refuse else "revoked" if revoke else "recognised"
    known = {key: tidy(text) for key, text in said.items() if text is not None and tidy(text)}
    wanted = ("council", "decision") if status == "recognised" else ("because",)
    lacking = [f"--{key}" for key in wanted if key not in known]
    if lacking:
        raise ThiduaError(
            f"Chưa đủ thông tin, còn thiếu: {', '.join(lacking)}.",
            hint="Hãy ghi theo quyết định của hội đồng.",
        )
    return Step(status, parse_day(on, "--on"), level, known)
