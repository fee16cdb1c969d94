"""`thidua completion`: the lines that make a shell complete commands, options and ids."""

from typing import Annotated

import typer

from thidua_cli.cli import output
from thidua_cli.cli.completion_scripts import SCRIPTS
from thidua_cli.cli.values import parse_choice

WORDS = "words"

_Shell = Annotated[
    str,
    typer.Argument(
        metavar="VỎ-LỆNH",
        help="bash, zsh hoặc powershell; words là phần mà các vỏ lệnh ấy tự gọi.",
    ),
]
_Typed = Annotated[list[str] | None, typer.Argument(metavar="CHỮ", help="Những chữ đã gõ, sau words.")]
_Fresh = Annotated[bool, typer.Option("--next", help="Chữ cuối đã gõ xong: gợi ý chữ tiếp theo.")]


def completion(context: typer.Context, shell: _Shell, typed: _Typed = None, fresh: _Fresh = False) -> None:
    """In những dòng để vỏ lệnh gõ giúp (phím Tab) lệnh, tùy chọn, mã phong trào và mã đơn vị.

    Mỗi vỏ lệnh chỉ cần làm một lần: bash thêm vào ~/.bashrc, zsh thêm vào ~/.zshrc, PowerShell thêm vào $PROFILE.

    Ví dụ:
      thidua completion bash >> ~/.bashrc
      thidua completion zsh >> ~/.zshrc
      thidua completion powershell >> $PROFILE
    """
    if parse_choice(shell, (*SCRIPTS, WORDS), "VỎ-LỆNH") != WORDS:
        output.product(SCRIPTS[shell])
        return
    from thidua_cli.cli.completing import candidates

    words = [*(typed or []), *([""] if fresh else [])] or [""]
    found = candidates(context.find_root().command, words)
    if found:
        output.product("\n".join(found))
