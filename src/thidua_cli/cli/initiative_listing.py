"""The initiatives that are asked for, as rows for people and facts for programs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua_cli.cli.envelope import place
from thidua_cli.cli.list_records import Item, Listing
from thidua_cli.cli.tables import Column
from thidua_cli.documents.initiative_tables import authors_of
from thidua_cli.model.initiatives import Author, Initiative, StatusChange
from thidua_cli.progress.initiative_words import STATE_WORDS
from thidua_cli.progress.recognition import recognitions_on, state_on
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.letters import vi_key

_COLUMNS = (
    Column("Mã"),
    Column("Sáng kiến", wraps=True),
    Column("Tác giả", wraps=True),
    Column("Trạng thái", wraps=True),
)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which initiatives are asked for; None asks for all."""

    day: date
    unit: str | None = None
    campaign: str | None = None
    year: int | None = None
    state: str | None = None


def listing(repository: Repository, wanted: Filter) -> Listing:
    """The initiatives by year, unit and title."""
    return Listing(_COLUMNS, tuple(_items(repository, wanted)))


def _items(repository: Repository, wanted: Filter) -> Iterator[Item]:
    for (year, unit), file in sorted(repository.initiatives.items()):
        if wanted.year is not None and year != str(wanted.year):
            continue
        for initiative in sorted(file.initiatives, key=lambda one: (vi_key(one.title), one.id)):
            if _fits(initiative, unit, wanted):
                yield _item(initiative, year, unit, wanted.day)


def _fits(initiative: Initiative, unit: str, wanted: Filter) -> bool:
    units = {unit, *(author.unit for author in initiative.authors)}
    return (
        (wanted.unit is None or wanted.unit in units)
        and (wanted.campaign is None or wanted.campaign in initiative.campaigns)
        and (wanted.state is None or wanted.state == state_on(initiative, wanted.day))
    )


def _item(initiative: Initiative, year: str, unit: str, day: date) -> Item:
    state = state_on(initiative, day)
    facts = {
        "id": initiative.id,
        "title": initiative.title,
        "year": year,
        "unit": unit,
        "authors": [_author(author, unit) for author in initiative.authors],
        "field": initiative.field,
        "first_applied": str(initiative.first_applied) if initiative.first_applied else None,
        "state": state,
        "recognitions": [_recognition(step) for step in recognitions_on(initiative, day)],
        "campaigns": list(initiative.campaigns),
        "spread_to": list(initiative.spread_to),
        **place(initiative.at()),
    }
    words = STATE_WORDS[state] if state else "chưa đăng ký"
    return Item((initiative.id, initiative.title, authors_of(initiative), words), facts)


def _author(author: Author, unit: str) -> dict[str, Any]:
    return {
        "name": author.name,
        "share": str(author.share),
        "unit": author.unit or unit,
        "group": author.group,
        "person": author.person,
    }


def _recognition(step: StatusChange) -> dict[str, Any]:
    return {"level": step.level, "on": str(step.on), "council": step.council, "decision": step.decision}
