"""`thidua list`: what there is in a data directory."""

from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli import output
from thidua_cli.cli.options import Campaign, Repo, TableFormat
from thidua_cli.cli.values import TABLE_FORMATS, parse_choice
from thidua_cli.diagnostics.errors import ThiduaError

if TYPE_CHECKING:
    from thidua_cli.cli.list_records import Listing

KINDS = ("campaigns", "units", "targets", "documents", "indicators", "rules")

_Kind = Annotated[
    str,
    typer.Argument(
        metavar="LOẠI",
        help="campaigns (phong trào), units (đơn vị), targets (chỉ tiêu, nhiệm vụ), documents (văn bản), "
        "indicators (chỉ số) hoặc rules (quy tắc).",
    ),
]


def list_records(
    kind: _Kind, repo: Repo = None, campaign: Campaign = None, form: TableFormat = "table"
) -> None:
    """Liệt kê những gì đang có: phong trào, đơn vị, chỉ tiêu, văn bản, quy tắc.

    Ví dụ:
      thidua list campaigns
      thidua list targets -c 19-KH
      thidua list units --format json
    """
    from thidua_cli.cli.envelope import envelope
    from thidua_cli.cli.tables import table

    if kind == "initiatives":
        raise ThiduaError("Sáng kiến có lệnh riêng.", hint="Xem các sáng kiến: thidua initiative list")
    parse_choice(kind, KINDS, "LOẠI")
    parse_choice(form, TABLE_FORMATS, "--format")
    listing = _listing(kind, repo, campaign)
    if form == "json":
        output.product(envelope({kind: [item.facts for item in listing.items]}))
    elif listing.items:
        output.product(table(listing.columns, [item.cells for item in listing.items]))
    else:
        output.say("Chưa có mục nào.")


def _listing(kind: str, repo: str | None, campaign: str | None) -> "Listing":
    from thidua_cli.cli import list_records as records
    from thidua_cli.cli.checking import read_only
    from thidua_cli.cli.rulebook import all_rules
    from thidua_cli.cli.workspace import find_root

    if kind == "rules":
        return records.rules(all_rules())
    repository = read_only(find_root(repo))
    match kind:
        case "campaigns":
            return records.campaigns(repository)
        case "units":
            return records.units(repository)
        case "targets":
            folders = [repository.campaign(campaign)] if campaign else list(repository.campaigns.values())
            return records.targets(folders, repository)
        case "indicators":
            return records.indicators(repository)
        case _:
            return records.documents(repository)
