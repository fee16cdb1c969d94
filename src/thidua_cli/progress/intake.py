"""What the units of a campaign had handed in by a day, looked up once for all targets and all who ask."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from thidua_cli.progress.coverage import Coverage, coverage
from thidua_cli.progress.figures import Alike
from thidua_cli.progress.observations import Handed, handed_in
from thidua_cli.repository.index import CampaignFolder, Repository

Units = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Intake:
    """Results of a campaign as they were known on a day."""

    repository: Repository
    folder: CampaignFolder
    as_of: date
    _everybody: dict[Units, dict[str, int]] = field(default_factory=dict, repr=False, compare=False)
    _by_unit: dict[str, dict[str, Handed]] = field(default_factory=dict, repr=False, compare=False)
    _handed: dict[tuple[str, Units], tuple[Handed, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _alike: dict[tuple[str, Units], tuple[Alike, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _reports_due: dict[str, date] = field(default_factory=dict, repr=False, compare=False)
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

    def handed_by(self, unit: str) -> Mapping[str, Handed]:
        """What a unit had handed in, by target."""
        found = self._by_unit.get(unit)
        if found is None:
            results = self.folder.results.get(unit)
            entries = tuple(e for e in results.entries if e.as_of <= self.as_of) if results else ()
            found = self._by_unit[unit] = handed_in(unit, entries)
        return found

    def handed(self, target: str, units: Units) -> tuple[Handed, ...]:
        """What each of the units had handed in for a target; without who had not."""
        found = self._handed.get((target, units))
        if found is None:
            each = (self.handed_by(unit).get(target) for unit in units)
            found = self._handed[target, units] = tuple(one for one in each if one is not None)
        return found

    def alike(self, target: str, units: Units) -> tuple[Alike, ...]:
        """The same, units of which the same figures count together."""
        found = self._alike.get((target, units))
        if found is None:
            groups: dict[object, list[tuple[int, Handed]]] = {}
            for place, one in enumerate(self.handed(target, units)):
                # Figures whose shape does not say what counts stand alone.
                key = (one.shape, self.repository.life_of(one.unit)) if one.shape else one.unit
                groups.setdefault(key, []).append((place, one))
            found = self._alike[target, units] = tuple(map(self._together, groups.values()))
        return found

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

    def _together(self, placed: list[tuple[int, Handed]]) -> Alike:
        handed = tuple([one for _, one in placed])
        return Alike(handed, tuple([place for place, _ in placed]), *self.repository.life_of(handed[0].unit))
