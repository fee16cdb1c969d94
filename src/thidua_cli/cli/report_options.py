"""Which report a command line asks for."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli.values import parse_choice
from thidua_cli.diagnostics.errors import ThiduaError

if TYPE_CHECKING:
    from thidua_cli.documents.report_choice import ReportChoice
    from thidua_cli.repository.index import CampaignFolder

KINDS = ("periodic", "annual", "interim", "final", "ad-hoc")

PeriodOption = Annotated[
    str | None,
    typer.Option("--period", metavar="KỲ", help="Kỳ báo cáo: 2026, 2026-H1, 2026-Q3, 2026-9M, 2026-06."),
]
KindOption = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="LOẠI",
        help="Loại: periodic (định kỳ), annual (năm), interim (sơ kết), final (tổng kết), ad-hoc (đột xuất).",
    ),
]


def chosen_report(
    folder: "CampaignFolder", as_of: date, *, period: str | None, kind: str | None
) -> "ReportChoice":
    """The report that the options mean, or the one that is due; raises ThiduaError for words it cannot read."""
    from thidua_cli.documents.report_choice import choose_report
    from thidua_cli.model.periods import parse_period

    asked = parse_period(period) if period is not None else None
    if period is not None and asked is None:
        raise ThiduaError(
            f"--period: “{period}” không phải là một kỳ.",
            hint="Viết theo mẫu 2026, 2026-H1, 2026-Q3, 2026-9M hoặc 2026-06.",
        )
    if kind is not None:
        kind = parse_choice(kind, KINDS, "--kind")
    return choose_report(folder, as_of, period=asked, kind=kind)
