"""Settings of a data directory: the file `thidua.yaml`."""

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from thidua_cli.diagnostics import field_rules
from thidua_cli.model.fields import Figure, Identifier, one_of, read_text, refuse
from thidua_cli.model.record import Record

InitiativeYear = Annotated[
    Literal["recognised", "registered"], BeforeValidator(one_of("recognised", "registered"))
]


Version = tuple[int, ...]
AT_LEAST = re.compile(r">= ?(\d{1,4}(?:\.\d{1,4}){0,2})", re.ASCII)


def read_requirement(value: Any) -> Version:
    """The oldest version that will do, from `>=0.1` or `>=0.1.2`."""
    if isinstance(value, tuple):
        return value
    text = read_text(value)
    match = AT_LEAST.fullmatch(text)
    if match is None:
        raise refuse(
            field_rules.SHAPE,
            f"“{text}” không nói phiên bản nào của thidua là đủ mới.",
            'Viết ">=0.1", kể cả dấu ngoặc kép.',
        )
    return tuple(int(number) for number in match[1].split("."))


class ScheduleThresholds(Record):
    """Where the words for progress change, as a share of what is expected by the day of the data."""

    on_track: Figure = Decimal(1)
    at_risk: Figure = Decimal("0.9")


class Settings(Record):
    """Settings of a data directory; every key has a default."""

    unit: Identifier | None = None
    """The unit that works with this directory; it issues new plans unless told otherwise."""
    requires: Annotated[Version, BeforeValidator(read_requirement)] | None = None
    """The oldest version of thidua that understands the data, written `>=0.1`."""
    schedule: ScheduleThresholds = ScheduleThresholds()
    initiative_year: InitiativeYear = "recognised"
    """Which year a recognised initiative counts for: that of its recognition or that of its registration."""
