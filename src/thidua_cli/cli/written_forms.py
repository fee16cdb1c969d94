"""How values of records are written for people: goals, days, spans of time, names behind ids."""

from datetime import date

from thidua_cli.model.campaigns import Campaign
from thidua_cli.model.periods import Period
from thidua_cli.model.targets.shares import PERCENT
from thidua_cli.model.targets.target import Comparator, Target
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.numbers import figure

_SIGNS = {
    Comparator.AT_LEAST: "≥",
    Comparator.MORE_THAN: ">",
    Comparator.AT_MOST: "≤",
    Comparator.LESS_THAN: "<",
    Comparator.EXACTLY: "=",
    Comparator.REACH: "đạt",
}


def goal_of(target: Target) -> str:
    """`≥ 23.100 nghìn lượt`, `> 39,62%`, `đạt 70%`."""
    goal = target.goal
    return f"{_SIGNS[goal.comparator]} {with_unit(figure(goal.value), target.unit)}"


def with_unit(printed: str, unit: str) -> str:
    """The figure with its unit; a percent sign stands close."""
    return f"{printed}{unit}" if unit == PERCENT else f"{printed} {unit}"


def paper_date(day: date | None) -> str:
    """`30/01/2026`, or nothing."""
    return day_short(day) if day else ""


def deadline_of(moment: Period) -> str:
    """`hạn 30/6/2026`, `hạn quý III năm 2026`."""
    return f"hạn {day_short(moment.end) if moment.start == moment.end else moment.in_words}"


def span_of(campaign: Campaign) -> str:
    """`30/01/2026 – 31/12/2026`; a first day that depends on the plan's unknown date is called so."""
    span = campaign.span
    first = day_short(span.start) if span else "ngày ban hành"
    return f"{first} – {day_short(campaign.period.end.end)}"


def name_of(unit: str | None, repository: Repository) -> str:
    """The name of the unit; its id where the register does not know it, and nothing where there is none."""
    if unit is None:
        return ""
    return repository.units[unit].name if unit in repository.units else unit


def number_of(document: str, repository: Repository) -> str:
    """The number of the document, or its type and subject where it has none; its id where it is unknown."""
    record = repository.documents.get(document)
    if record is None:
        return document
    return record.number or " ".join(part for part in (record.type, record.subject) if part)
