"""Units: organisations with their divisions, and groups of them."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from thidua_cli.model.fields import Day, Figure, Identifier, Many, Moment, Text, YesNo, one_of
from thidua_cli.model.record import Record

System = Annotated[Literal["state", "party"], BeforeValidator(one_of("state", "party"))]
UnitKind = Annotated[
    Literal["body", "division", "group", "role", "people"],
    BeforeValidator(one_of("body", "division", "group", "role", "people")),
]


Life = tuple[date, date]
"""A first and a last day."""
ALWAYS: Life = (date.min, date.max)


class Headcount(Record):
    """How many people a unit, or one group of its people, had on a day."""

    on: Day
    group: Identifier | None = None
    """A unit of kind `people`; None for everybody in the unit."""
    value: Figure | None = None
    source: Text | None = None


class Unit(Record):
    """An organisation, a division of one, a group of units, an office that a person holds, or a group of people."""

    id: Identifier
    name: Text
    """In full, as papers write it."""
    kind: UnitKind = "body"
    system: System | None = None
    """State or Party; None takes the parent's, and `state` at the top."""
    abbr: Many[Text] = ()
    """Short forms in use: `Sở VHTTDL`."""
    aliases: Many[Text] = ()
    """Other spellings found in papers."""
    symbol: Text | None = None
    """What stands for it in the number of a paper: `SVHTTDL`."""
    letterhead: Many[Text] = ()
    """Its name in the letterhead, one element a line; empty takes the name."""
    letterhead_as_superior: Many[Text] = ()
    """The same in the letterhead of those below it, where its usual words may be shortened: `UBND TỈNH …`."""
    letterhead_alone: YesNo = False
    """Its letterhead names nobody above it: a provincial committee, a council, a standing board."""
    parent: Identifier | None = None
    """The superior body; for a division it is the unit it is nested in."""
    start: Moment | None = Field(default=None, alias="from")
    """Since when it exists under this name; None where nobody has said."""
    end: Moment | None = Field(default=None, alias="to")
    """Until when; None while it exists, or where nobody has said."""
    seen: Many[Moment] = ()
    """When papers are known to have named it so, where its first or last day is not known."""
    succeeded_by: Identifier | None = None
    """The unit that has taken its place, by a merger or under a new name."""
    members: Many[Identifier] = ()
    """Of a group: the units in it."""
    divisions: "Many[Unit]" = ()
    headcount: Many[Headcount] = ()
    """One entry for each count; the newest of a year that is known counts."""
    specimen: Text | None = None
    """Why the unit is invented, where it is."""

    @property
    def is_organisation(self) -> bool:
        """Whether it is a body or a part of one: such units send papers and owe things by themselves."""
        return self.kind in {"body", "division"}

    @property
    def life(self) -> Life:
        """Its first and its last day, as far as they are known; else the ends of time."""
        return self.start.start if self.start else date.min, self.end.end if self.end else date.max
