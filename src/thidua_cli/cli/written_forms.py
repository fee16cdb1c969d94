"""How values of records are written for people: goals, days, spans of time, names behind ids."""

from datetime import date

from thidua_cli.documents.phrases import NO_BREAK, limit_with_unit
from thidua_cli.model.campaigns import Campaign
from thidua_cli.model.periods import Period
from thidua_cli.model.targets.target import Target
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.dates import day_short


def goal_of(target: Target) -> str:
    """`≥ 23.100 nghìn lượt`, `> 39,62%`; a bare figure stays bare."""
    return plain(limit_with_unit(target.goal, target.unit))


def plain(text: str) -> str:
    """The text with ordinary blanks, as a terminal and a search want them."""
    return text.replace(NO_BREAK, " ")


def paper_date(day: date | None) -> str:
    """`30/01/2026`, or nothing."""
    return day_short(day) if day else ""


def moment_of(moment: Period) -> str:
    """`30/6/2026`, `quý III năm 2026`."""
    return day_short(moment.end) if moment.start == moment.end else moment.in_words


def span_of(campaign: Campaign) -> str:
    """`30/01/2026 – 31/12/2026`; a first day that depends on the plan's unknown date is called so."""
    span = campaign.span
    first = day_short(span.start) if span else "ngày ban hành"
    return f"{first} – {day_short(campaign.period.end.end)}"


def name_of(unit: str | None, repository: Repository) -> str:
    """The name of the unit; its id where the register does not know it, and nothing where there is none."""
    return "" if unit is None else repository.name_of(unit)


def number_of(document: str, repository: Repository) -> str:
    """The number of the document, or its type and subject where it has none; its id where it is unknown."""
    record = repository.documents.get(document)
    if record is None:
        return document
    return record.number or " ".join(part for part in (record.type, record.subject) if part)
