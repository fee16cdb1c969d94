"""Which report a command line asks for."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli.values import parse_choice
from thidua_cli.diagnostics.errors import ThiduaError

if TYPE_CHECKING:
    from thidua_cli.model.periods import Period

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


@dataclass(frozen=True, slots=True)
class Asked:
    """The report that is asked for; None for what is left to the tool."""

    period: "Period | None"
    kind: str | None

    @property
    def is_explicit(self) -> bool:
        """Whether anything is asked for at all."""
        return self.period is not None or self.kind is not None


def parse_asked(period: str | None, kind: str | None) -> Asked:
    """What the options mean; raises ThiduaError for words that mean nothing."""
    from thidua_cli.model.periods import parse_period

    asked = parse_period(period) if period is not None else None
    if period is not None and asked is None:
        raise ThiduaError(
            f"--period: “{period}” không phải là một kỳ.",
            hint="Viết theo mẫu 2026, 2026-H1, 2026-Q3, 2026-9M hoặc 2026-06.",
        )
    return Asked(asked, parse_choice(kind, KINDS, "--kind") if kind is not None else None)
