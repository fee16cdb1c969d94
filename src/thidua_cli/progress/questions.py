"""What a scoreboard answers: one campaign, by what was known on a day, for everybody or for one unit."""

from dataclasses import dataclass, field, replace
from datetime import date

from thidua_cli.model.allocations import Allocation
from thidua_cli.model.periods import Period
from thidua_cli.model.targets.target import Target
from thidua_cli.progress.observations import Handed, handed_in
from thidua_cli.progress.scopes import Scope, scope_of
from thidua_cli.repository.index import CampaignFolder, Repository


@dataclass(frozen=True, slots=True)
class Question:
    """How a campaign stands by what was known on a day, up to the end of an interim period where one is given."""

    repository: Repository
    folder: CampaignFolder
    as_of: date
    period: Period | None = None
    unit: str | None = None
    """The unit whose own goals and figures are asked for; None for the whole campaign."""
    within: frozenset[str] = frozenset()
    """That unit and every one below it."""
    overrides: bool = True
    """Whether verdicts that persons gave take the place of computed ones."""
    _owing: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    _handed: dict[str, dict[tuple[str, ...], tuple[Handed, ...]]] = field(
        default_factory=dict, compare=False, repr=False
    )
    _by_unit: dict[str, dict[str, Handed]] = field(default_factory=dict, compare=False, repr=False)
    _lives: dict[str, tuple[date, date]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def day(self) -> date:
        """The day from which targets are seen; what is decided later does not reach back.

        It is the day of asking, at most the last day of the period asked for and of the campaign.
        """
        span = self.folder.campaign.span
        ends = (self.period.end if self.period else None, span.end if span else None)
        return min((self.as_of, *(end for end in ends if end is not None)))

    @property
    def hears_persons(self) -> bool:
        """Whether verdicts of persons count; they are given on the whole campaign, never on one unit."""
        return self.overrides and self.unit is None

    def seen_from(self, day: date) -> "Question":
        """The same question asked on another day, about figures alone."""
        return replace(self, as_of=day, overrides=False, _handed={}, _by_unit={})

    def scope(self, by: Period | None) -> Scope | None:
        """The scope of what is due `by` a moment."""
        return scope_of(self.folder.campaign, by, self.as_of, self.period)

    def owing(self, reported_by: tuple[str, ...] | None) -> tuple[str, ...] | None:
        """Units named, groups expanded and each once, as far as they are asked for; None where none was named."""
        if reported_by is None:
            return None
        everybody = self._everybody(reported_by)
        return everybody if self.unit is None else tuple(unit for unit in everybody if unit in self.within)

    def owing_of(self, target: Target) -> tuple[str, ...] | None:
        """Units that owe the figure of a target; a unit that has been given a part of it owes that part."""
        owing = self.owing(target.reported_by)
        if self.unit is not None and not owing and self.is_allocated(target.id):
            return (self.unit,)
        return owing

    def life_of(self, unit: str) -> tuple[date, date]:
        """The first and the last day of a unit, as far as they are known; else the ends of time."""
        found = self._lives.get(unit)
        if found is None:
            record = self.repository.units.get(unit)
            start, end = (record.start, record.end) if record else (None, None)
            found = self._lives[unit] = start.start if start else date.min, end.end if end else date.max
        return found

    def lives_in(self, unit: str, scope: Scope) -> bool:
        """Whether a unit exists on a day that figures may be about by now."""
        start, end = self.life_of(unit)
        return start <= min(scope.asked_until, self.as_of) and scope.start <= end

    def is_allocated(self, target: str) -> bool:
        """Whether the unit that is asked about has been given a part of the target."""
        allocation = self.allocation(target)
        return allocation is not None and self.unit in allocation.units

    def asked(self, owing: tuple[str, ...] | None) -> tuple[str, ...]:
        """The units that owe a figure; while nobody has been told, all that report anything."""
        if owing is not None:
            return owing
        reporting = sorted(self.folder.results)
        return tuple(reporting if self.unit is None else (unit for unit in reporting if unit in self.within))

    def handed(self, target: Target) -> tuple[Handed, ...]:
        """What each unit that is asked has handed in for a target by the day of asking; without who has not."""
        asked = self.asked(self.owing_of(target))
        of_target = self._handed.setdefault(target.reported_as, {})
        found = of_target.get(asked)
        if found is None:
            each = (self.handed_by(unit).get(target.reported_as) for unit in asked)
            found = of_target[asked] = tuple(one for one in each if one is not None)
        return found

    def strangers(self, target: Target) -> tuple[str, ...]:
        """Units that handed in a figure that they do not owe; of one unit nobody asks about the others."""
        owing, results = self.owing_of(target), self.folder.results
        if owing is None or self.unit is not None:
            return ()
        others = sorted(results.keys() - set(owing))
        return tuple(u for u in others if any(target.id in entry.values for entry in results[u].entries))

    def handed_by(self, unit: str) -> dict[str, Handed]:
        """What a unit had handed in by the day of asking, by target."""
        found = self._by_unit.get(unit)
        if found is None:
            results = self.folder.results.get(unit)
            entries = tuple(e for e in results.entries if e.as_of <= self.as_of) if results else ()
            found = self._by_unit[unit] = handed_in(unit, entries)
        return found

    def is_part(self, reported_by: tuple[str, ...] | None) -> bool:
        """Whether only some of the units are asked for that the whole figure comes from."""
        return self.unit is not None and (
            reported_by is None or self.owing(reported_by) != self._everybody(reported_by)
        )

    def allocation(self, target: str) -> Allocation | None:
        """What units have been given for a target; the last where it stands several times."""
        return next((one for one in reversed(self.folder.allocations) if one.target == target), None)

    def _everybody(self, reported_by: tuple[str, ...]) -> tuple[str, ...]:
        found = self._owing.get(reported_by)
        if found is None:
            expanded = (unit for name in reported_by for unit in self.repository.expand(name))
            found = self._owing[reported_by] = tuple(dict.fromkeys(expanded))
        return found


def question_about(
    repository: Repository, folder: CampaignFolder, unit: str, as_of: date, period: Period | None = None
) -> Question:
    """The question about one unit, or a group of units, and everything below."""
    return Question(repository, folder, as_of, period, unit, repository.below(unit))
