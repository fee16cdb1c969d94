"""What the units of a campaign had handed in by a day, looked up once for all targets and all who ask."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from thidua_cli.progress.alike import Alike, Block
from thidua_cli.progress.coverage import Coverage, coverage
from thidua_cli.progress.observations import Handed, HandedIn, handed_in
from thidua_cli.repository.index import CampaignFolder, Repository

Units = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Intake:
    """Results of a campaign as they were known on a day."""

    repository: Repository
    folder: CampaignFolder
    as_of: date
    _everybody: dict[Units, dict[str, int]] = field(default_factory=dict, repr=False, compare=False)
    _by_unit: dict[str, HandedIn] = field(default_factory=dict, repr=False, compare=False)
    _alike: dict[tuple[str, Units], tuple[Alike, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _reports_due: dict[str, date] = field(default_factory=dict, repr=False, compare=False)
    _in_blocks: dict[Units, tuple[Block, ...]] = field(default_factory=dict, repr=False, compare=False)
    _covered: dict[tuple[int, date], Coverage] = field(default_factory=dict, repr=False, compare=False)

    def seen_from(self, day: date) -> "Intake":
        """What was known on another day."""
        return Intake(self.repository, self.folder, day)

    def everybody(self, names: Units) -> Mapping[str, int]:
        """The units that are named, groups expanded, and of each its place among them."""
        found = self._everybody.get(names)
        if found is None:
            expanded = dict.fromkeys(unit for name in names for unit in self.repository.expand(name))
            found = self._everybody[names] = {unit: place for place, unit in enumerate(expanded)}
        return found

    def handed_by(self, unit: str) -> HandedIn:
        """What a unit had handed in."""
        found = self._by_unit.get(unit)
        if found is None:
            results = self.folder.results.get(unit)
            entries = tuple(e for e in results.entries if e.as_of <= self.as_of) if results else ()
            found = self._by_unit[unit] = handed_in(unit, entries)
        return found

    def handed(self, target: str, units: Units) -> tuple[Handed, ...]:
        """What each of the units had handed in for a target; without who had not."""
        each = (self.handed_by(unit).of(target) for unit in units)
        return tuple(one for one in each if one is not None)

    def alike(self, target: str, units: Units) -> tuple[Alike, ...]:
        """The same, units of which the same figures count together."""
        found = self._alike.get((target, units))
        if found is None:
            blocks: dict[object, list[Block]] = {}
            singles: dict[object, list[tuple[int, Handed]]] = {}
            for block in self._blocks(units):
                if block.members[0].shape and target in block.columns:
                    blocks.setdefault(self._likeness(block.members[0]), []).append(block)
                    continue
                for place, member in zip(block.places, block.members, strict=True):
                    one = member.of(target)
                    if one is not None:
                        # Figures whose shape does not say what counts stand alone.
                        key = self._likeness(one) if one.shape else one.unit
                        singles.setdefault(key, []).append((place, one))
            found = self._alike[target, units] = tuple(
                Alike(target, tuple(blocks.get(key, ())), tuple(singles.get(key, ())))
                for key in dict.fromkeys((*blocks, *singles))
            )
        return found

    def _blocks(self, units: Units) -> tuple[Block, ...]:
        """The units in blocks; who has handed in figures for other targets each time is in one alone."""
        found = self._in_blocks.get(units)
        if found is None:
            groups: dict[object, list[tuple[int, HandedIn]]] = {}
            for place, unit in enumerate(units):
                one = self.handed_by(unit)
                key = (one.targets, one.odd, self._likeness(one)) if one.shape and one.targets else unit
                groups.setdefault(key, []).append((place, one))
            found = self._in_blocks[units] = tuple(
                Block(tuple([one for _, one in group]), tuple([place for place, _ in group]))
                for group in groups.values()
            )
        return found

    def _likeness(self, one: Handed | HandedIn) -> tuple[object, ...]:
        """What units have in common of which the same figures count: the shape of those, and the days of the unit."""
        return (one.shape, *self.repository.life_of(one.unit))

    def reports_due(self) -> Mapping[str, date]:
        """Of each unit that should have handed in a report of the plan: the last day that such a report is about."""
        if not self._reports_due:
            for report in self.folder.campaign.reports:
                if report.period is None or report.last_day is None or report.last_day >= self.as_of:
                    continue
                for unit in self.repository.expand(report.sender):
                    self._reports_due[unit] = max(self._reports_due.get(unit, date.min), report.period.end)
        return self._reports_due

    def coverage(self, year: int, as_of: date) -> Coverage:
        """Coverage of a year by the initiatives that name the campaign, as known on a day."""
        found = self._covered.get((year, as_of))
        if found is None:
            found = coverage(self.repository, as_of, year=year, campaign=self.folder.id)
            self._covered[year, as_of] = found
        return found
