"""Which report a command line asks for."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from thidua_cli.cli import output
from thidua_cli.cli.values import parse_choice
from thidua_cli.diagnostics.errors import ThiduaError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from thidua_cli.documents.report_choice import ReportChoice
    from thidua_cli.model.periods import Period
    from thidua_cli.repository.index import CampaignFolder, Repository
    from thidua_cli.repository.needs import Needs

PERIOD_HINT = "Viết theo mẫu 2026, 2026-H1, 2026-Q3, 2026-9M hoặc 2026-06."
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


class Asked(NamedTuple):
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
            hint=PERIOD_HINT,
        )
    return Asked(asked, _kind_of(kind) if kind is not None else None)


def _kind_of(said: str) -> str:
    """The kind by its word in data, or by the Vietnamese one that clerks know it by: `sơ kết`."""
    from thidua_cli.documents.report_choice import KIND_WORDS
    from thidua_cli.vietnamese.letters import fold

    by_words = {fold(words): kind for kind, words in KIND_WORDS.items()}
    return by_words.get(fold(said)) or parse_choice(said, KINDS, "--kind")


def needs_of(unit: str | None) -> "Needs":
    """What a report is made of; of a unit that does not gather those of others, only what it has said itself."""
    from thidua_cli.documents.report_senders import sender_of
    from thidua_cli.repository.needs import Needs

    def whose(registers: "Repository", folder: "CampaignFolder") -> "frozenset[str] | None":
        sender = sender_of(registers, folder, registers.unit(unit).id) if unit is not None else None
        return None if sender is None or sender.is_whole else sender.units

    return Needs(plan=False, whose=whose)


def chosen(
    repository: "Repository", folder: "CampaignFolder", unit: str | None, asked: Asked, day: "date"
) -> "ReportChoice":
    """The report that a command line means; raises ThiduaError for a unit that sends none."""
    from thidua_cli.documents.report_choice import choose_report
    from thidua_cli.documents.report_senders import sender_of

    sender = sender_of(repository, folder, repository.unit(unit).id if unit is not None else None)
    return choose_report(sender, day, period=asked.period, kind=asked.kind)


def prepared(
    repository: "Repository", folder: "CampaignFolder", units: "Iterable[str]", asked: Asked, day: "date"
) -> "ReportChoice":
    """The report that figures of the units are gathered for: the next that the plan orders of any of them."""
    from dataclasses import replace

    from thidua_cli.documents.report_choice import choose_report
    from thidua_cli.documents.report_senders import sender_of

    whole, asked_of = sender_of(repository, folder), frozenset(units)
    orders = tuple(r for r in whole.orders if not asked_of.isdisjoint(repository.expand(r.sender)))
    sender = replace(whole, orders=orders or whole.orders)
    return choose_report(sender, day, period=asked.period, kind=asked.kind, ahead=True)


def words_for(choice: "ReportChoice", *, whatever_is_due: bool = True) -> str:
    """The options that mean this report, whatever is due on the day: ` -c 19-KH --period 2026 --kind final`."""
    sender = choice.sender
    of = "" if sender.is_issuer else f" -u {sender.unit}"
    which = f" --period {choice.period.text} --kind {choice.kind}" if whatever_is_due else ""
    return f" -c {sender.folder.id}{of}{which}"


def say_way(repository: "Repository", choice: "ReportChoice") -> None:
    """Say who sends the report, to whom and through whom."""
    from thidua_cli.documents.report_frame import way_of

    names, via = way_of(repository, choice)
    sender = repository.units[choice.sender.unit].name
    through = f" (qua {via})" if via else ""
    to = f" gửi {' và '.join(names)}{through}" if names else "; kế hoạch không nêu gửi cho ai"
    output.say(f"Báo cáo của {sender}{to}.")
    if choice.sender.stands_for is not None:
        group = repository.units[choice.sender.stands_for].name
        output.say(f"“{group}” chưa ghi thành viên: coi {sender} là một trong số đó.")
