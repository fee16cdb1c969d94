"""The kinds of file that a person writes, where they stand, and the record that each holds."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from thidua_cli.model.allocations import AllocationFile
from thidua_cli.model.campaigns import Campaign
from thidua_cli.model.documents import DocumentRegister
from thidua_cli.model.indicators import IndicatorRegister
from thidua_cli.model.initiatives import InitiativeFile
from thidua_cli.model.narratives import NarrativeHead
from thidua_cli.model.record import Record
from thidua_cli.model.results import ResultFile
from thidua_cli.model.settings import Settings
from thidua_cli.model.target_sheets import TargetSheet
from thidua_cli.model.units import Unit
from thidua_cli.repository import layout

FOLDER = "schemas"
"""Where the schemas stand in a data directory."""
_ANY = "*"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file."""

    name: str
    record: type[Record]
    files: str
    """Where such files stand below the data directory, with `*` for any name."""

    @property
    def path(self) -> str:
        """Where its schema stands below the data directory."""
        return f"{FOLDER}/{self.name}.json"

    @property
    def is_yaml(self) -> bool:
        """Whether the whole file is YAML, and not its head alone."""
        return self.files.endswith(layout.YAML)


_CAMPAIGN = layout.campaign_folder(_ANY)

KINDS = (
    Kind("settings", Settings, layout.SETTINGS),
    Kind("documents", DocumentRegister, layout.DOCUMENTS),
    Kind("indicators", IndicatorRegister, layout.INDICATORS),
    Kind("unit", Unit, f"{layout.UNITS}/{_ANY}{layout.YAML}"),
    Kind("campaign", Campaign, f"{_CAMPAIGN}/{layout.CAMPAIGN_FILE}"),
    Kind("targets", TargetSheet, f"{_CAMPAIGN}/{layout.TARGETS_FILE}"),
    Kind("allocations", AllocationFile, f"{_CAMPAIGN}/{layout.ALLOCATIONS_FILE}"),
    Kind("results", ResultFile, f"{_CAMPAIGN}/{layout.RESULTS}/{_ANY}{layout.YAML}"),
    Kind("narrative", NarrativeHead, str(layout.narrative_file(_ANY, _ANY, _ANY, _ANY))),
    Kind("initiatives", InitiativeFile, str(PurePosixPath(layout.INITIATIVES, _ANY, f"{_ANY}{layout.YAML}"))),
)
