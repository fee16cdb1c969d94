"""Settings of a data directory: the file `thidua.yaml`."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator

from thidua_cli.model.fields import Figure, Identifier, Text, one_of
from thidua_cli.model.record import Record

InitiativeYear = Annotated[
    Literal["recognised", "registered"], BeforeValidator(one_of("recognised", "registered"))
]


class ScheduleThresholds(Record):
    """Where the words for progress change, as a share of what is expected by the day of the data."""

    on_track: Figure = Decimal(1)
    at_risk: Figure = Decimal("0.9")


class Settings(Record):
    """Settings of a data directory; every key has a default."""

    unit: Identifier | None = None
    """The unit that works with this directory; it issues new plans unless told otherwise."""
    requires: Text | None = None
    """The version of thidua that the data need: `>=0.1`."""
    schedule: ScheduleThresholds = ScheduleThresholds()
    initiative_year: InitiativeYear = "recognised"
    """Which year a recognised initiative counts for: that of its recognition or that of its registration."""
