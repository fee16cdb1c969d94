"""`thidua initiative list`: the initiatives of the bank, and what became of them."""

from typing import Annotated

import typer

from thidua_cli.cli import options, output
from thidua_cli.cli.values import TABLE_FORMATS, parse_choice
from thidua_cli.progress.initiative_words import STATE_WORDS

_Year = Annotated[str | None, typer.Option("--year", metavar="NĂM", help="Chỉ các tệp của năm này.")]
_State = Annotated[
    str | None,
    typer.Option(
        "--state", metavar="TRẠNG-THÁI", help=f"Chỉ các sáng kiến đang là: {', '.join(STATE_WORDS)}."
    ),
]


def list_initiatives(
    unit: options.Unit = None,
    campaign: options.Campaign = None,
    year: _Year = None,
    state: _State = None,
    as_of: options.AsOf = None,
    form: options.TableFormat = "table",
    repo: options.Repo = None,
) -> None:
    """Liệt kê sáng kiến cùng tác giả và trạng thái.

    Ví dụ:
      thidua initiative list
      thidua initiative list -c 19-KH --state recognised
    """
    from thidua_cli.cli.checking import read_only
    from thidua_cli.cli.envelope import envelope
    from thidua_cli.cli.initiative_answers import read_year
    from thidua_cli.cli.initiative_listing import Filter, listing
    from thidua_cli.cli.papers import day_of
    from thidua_cli.cli.tables import table
    from thidua_cli.cli.workspace import find_root

    parse_choice(form, TABLE_FORMATS, "--format")
    repository = read_only(find_root(repo))
    wanted = Filter(
        day=day_of(as_of),
        unit=repository.unit(unit).id if unit else None,
        campaign=repository.campaign(campaign).id if campaign else None,
        year=read_year(year) if year else None,
        state=parse_choice(state, tuple(STATE_WORDS), "--state") if state else None,
    )
    found = listing(repository, wanted)
    if form == "json":
        output.product(envelope({"as_of": str(wanted.day), "initiatives": [i.facts for i in found.items]}))
    elif found.items:
        output.product(table(found.columns, [item.cells for item in found.items]))
    else:
        output.say("Chưa có sáng kiến nào.")
