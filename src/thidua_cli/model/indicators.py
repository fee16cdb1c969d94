"""The register of indicators that several campaigns set targets for."""

from thidua_cli.model.fields import Identifier, Many, Text
from thidua_cli.model.record import ListFile, Record
from thidua_cli.model.targets.goals import Direction


class Indicator(Record):
    """What is measured, whatever each campaign asks of it: a target is an indicator with a threshold and a time."""

    id: Identifier
    name: Text
    """In full, as papers write it."""
    aliases: Many[Text] = ()
    """Other wordings found in papers."""
    unit: Text
    better: Direction = "up"
    method: Text | None = None
    """How it is worked out and by whom, as far as a paper says."""


class IndicatorRegister(ListFile):
    """The file `data/indicators.yaml`: a list of indicators."""

    indicators: Many[Indicator]
