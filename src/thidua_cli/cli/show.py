"""`thidua show`: one record, and what hangs on it."""

from typing import Annotated

import typer

from thidua_cli.cli import output
from thidua_cli.cli.options import Campaign, Repo, TableFormat
from thidua_cli.cli.values import TABLE_FORMATS, parse_choice

_Name = Annotated[
    str,
    typer.Argument(
        metavar="MÃ",
        help="Mã hoặc số của phong trào, đơn vị, văn bản, chỉ tiêu hay nhiệm vụ, như 02/CT-UBND.",
    ),
]


def show(name: _Name, repo: Repo = None, campaign: Campaign = None, form: TableFormat = "table") -> None:
    """Cho xem một mục và những gì liên quan: văn bản được dẫn ở đâu, đơn vị phải làm gì.

    Ví dụ:
      thidua show 19-KH
      thidua show 02/CT-UBND
      thidua show khach-du-lich-2026 -c 19-KH
    """
    from thidua_cli.cli.checking import read_only
    from thidua_cli.cli.envelope import envelope
    from thidua_cli.cli.finding_records import sheets_of
    from thidua_cli.cli.sheets import page
    from thidua_cli.cli.workspace import find_root

    parse_choice(form, TABLE_FORMATS, "--format")
    sheets = sheets_of(name, read_only(find_root(repo)), campaign)
    if form == "json":
        output.product(envelope({"items": [sheet.facts for sheet in sheets]}))
    else:
        output.product("\n".join(page(sheet) for sheet in sheets))
