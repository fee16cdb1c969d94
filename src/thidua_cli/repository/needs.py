"""How much of a data directory a command needs; settings and registers are read by all of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from thidua_cli.model.target_sheets import TargetSheet
from thidua_cli.model.targets.shares import CoverageTarget, ShareTarget
from thidua_cli.model.targets.target import Target
from thidua_cli.repository.index import CampaignFolder, Repository

Whose = Callable[[Repository, CampaignFolder], frozenset[str] | None]
"""Units, by the registers and by what a campaign asks; None for all."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What is read; of a campaign always what it is, what it asks and whom it asks."""

    campaigns: frozenset[str] | None = None
    """Their ids; None for all."""
    plan: bool = True
    """The prose of plans."""
    results: bool = True
    narratives: bool = True
    cited: bool = True
    """What other campaigns say of themselves, where one that is read names them: their plans are cited."""
    initiatives: Literal["all", "counted", "none"] = "all"
    """`counted`: where a target of what is read counts them."""
    unit: str | None = None
    """Results of this unit alone and of those below it, by its id or abbreviation; None for those of all units."""
    indicator: str | None = None
    """Results of campaigns alone that have a target of this indicator; None for those of all."""
    units: frozenset[str] | None = None
    """The ids behind `unit`, once the register is known."""
    whose: Whose | None = None
    """Of which units results and narratives are read, where that depends on what the campaign asks."""

    def seen_by(self, registers: Repository) -> "Needs":
        """The same with the ids behind `unit` and `indicator`; everything while their register cannot be read.

        Raises ThiduaError for a unit or an indicator that the registers do not know.
        """
        unit = self.unit if "units" not in registers.unreadable else None
        indicator = self.indicator if "indicators" not in registers.unreadable else None
        return replace(
            self,
            units=None if unit is None else registers.below(registers.unit(unit).id),
            indicator=None if indicator is None else registers.indicator(indicator).id,
        )

    def wants_campaign(self, name: str) -> bool:
        return self.campaigns is None or name in self.campaigns

    def wants_results(self, sheet: TargetSheet | None) -> bool:
        """Whether any results of a campaign are read, by what it asks."""
        if not self.results:
            return False
        if self.indicator is None or sheet is None:
            return True
        return any(measures(target, self.indicator) for target in sheet.every_target)

    def units_in(self, registers: Repository, folder: CampaignFolder | None) -> frozenset[str] | None:
        """The units whose results and narratives are read, by what a campaign says of itself; None for all."""
        if self.whose is None or folder is None or "units" in registers.unreadable:
            return self.units
        return self.whose(registers, folder)


EVERYTHING = Needs()


def campaigns_named(folder: CampaignFolder, ids: Iterable[str]) -> Iterator[str]:
    """Which of these campaigns a campaign names, in its facts or in its prose."""
    facts = {text for record in (folder.campaign, folder.sheet) for text in _texts(record.model_dump())}
    prose = [
        text.text for text in (folder.plan, *(one.prose for one in folder.narratives)) if text is not None
    ]
    for name in ids:
        if name in facts or any(f'"{name}"' in text or f"'{name}'" in text for text in prose):
            yield name


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for inner in value.values():
                yield from _texts(inner)
        case list() | tuple():
            for inner in value:
                yield from _texts(inner)


def measures(target: Target, indicator: str) -> bool:
    """Whether a target measures the indicator, or counts who reaches a level of it."""
    each = target.each.indicator if isinstance(target, ShareTarget) and target.each is not None else None
    return indicator in {target.indicator, each}


def needs_initiatives(needs: Needs, folders: Iterable[CampaignFolder]) -> bool:
    """Whether initiatives are read."""
    if needs.initiatives != "counted":
        return needs.initiatives == "all"
    return any(
        isinstance(target, CoverageTarget) for folder in folders for target in folder.sheet.every_target
    )
