"""Initiatives (sáng kiến) with their authors and what became of them."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from thidua_cli.model.fields import Day, Figure, Identifier, Many, Text, one_of
from thidua_cli.model.record import ListFile, Record

InitiativeState = Annotated[
    Literal["registered", "applied", "submitted", "returned", "recognised", "refused", "revoked"],
    BeforeValidator(
        one_of("registered", "applied", "submitted", "returned", "recognised", "refused", "revoked")
    ),
]
Level = Annotated[
    Literal["unit", "province", "nation"], BeforeValidator(one_of("unit", "province", "nation"))
]

Person = tuple[str, str]
"""A unit, and what tells a person in it from the others."""


class Author(Record):
    """Somebody with a part in an initiative."""

    name: Text
    share: Figure
    """In percent; the shares of an initiative add up to 100."""
    unit: Identifier | None = None
    """None for the unit of the file."""
    group: Identifier | None = None
    """The group of people that the author belongs to: a unit of kind `people`."""
    person: Identifier | None = None
    """Tells people of one name in one unit apart; None where the name does."""

    def identity(self, unit: str) -> Person:
        """Who the author is, in a file of the unit; people of one name are one unless `person` tells them apart."""
        name = " ".join(self.name.split()).casefold()
        # A name never begins with a blank, so that no id is taken for one.
        return self.unit or unit, f" {self.person}" if self.person else name


class StatusChange(Record):
    """One step in the life of an initiative."""

    status: InitiativeState
    on: Day
    level: Level = "unit"
    council: Text | None = None
    decision: Text | None = None
    because: Text | None = None


class Initiative(Record):
    """An initiative and its history; only a recognised one counts."""

    id: Identifier
    title: Text
    authors: Many[Author]
    field: Text | None = None
    first_applied: Day | None = None
    essence: Text | None = None
    history: Many[StatusChange]
    campaigns: Many[Identifier] = ()
    spread_to: Many[Identifier] = ()


class InitiativeFile(ListFile):
    """The file `initiatives/<year>/<unit>.yaml`: a list of initiatives."""

    initiatives: Many[Initiative]
