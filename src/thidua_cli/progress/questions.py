"""What a scoreboard answers: one campaign, by what was known on a day, for everybody or for one unit."""

from dataclasses import dataclass, replace
from datetime import date

from thidua_cli.model.allocations import Allocation
from thidua_cli.model.periods import Period
from thidua_cli.model.targets.target import Target
from thidua_cli.progress.alike import Alike
from thidua_cli.progress.intake import Intake
from thidua_cli.progress.observations import Handed
from thidua_cli.progress.scopes import Scope, scope_of
from thidua_cli.repository.index import CampaignFolder, Repository


@dataclass(frozen=True, slots=True)
class Question:
    """How a campaign stands by what was known on a day, up to the end of an interim period where one is given."""

    intake: Intake
    period: Period | None = None
    unit: str | None = None
    """The unit whose own goals and figures are asked for; None for the whole campaign."""
    within: frozenset[str] = frozenset()
    """That unit and every one below it."""
    overrides: bool = True
    """Whether verdicts that persons gave take the place of computed ones."""

    @property
    def repository(self) -> Repository:
        return self.intake.repository

    @property
    def folder(self) -> CampaignFolder:
        return self.intake.folder

    @property
    def as_of(self) -> date:
        return self.intake.as_of

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

    def about(self, unit: str) -> "Question":
        """The same question about one unit, or a group of units, and everything below."""
        return replace(self, unit=unit, within=self.repository.below(unit))

    def seen_from(self, day: date) -> "Question":
        """The same question asked on another day, about figures alone."""
        return replace(self, intake=self.intake.seen_from(day), overrides=False)

    def scope(self, by: Period | None) -> Scope | None:
        """The scope of what is due `by` a moment."""
        return scope_of(self.folder.campaign, by, self.as_of, self.period)

    def owing(self, reported_by: tuple[str, ...] | None) -> tuple[str, ...] | None:
        """Units named, groups expanded and each once, as far as they are asked for; None where none was named."""
        if reported_by is None:
            return None
        everybody = self.intake.everybody(reported_by)
        if self.unit is None:
            return tuple(everybody)
        return tuple(sorted(self.within & everybody.keys(), key=everybody.__getitem__))

    def owing_of(self, target: Target) -> tuple[str, ...] | None:
        """Units that owe the figure of a target; a unit that has been given a part of it owes that part."""
        owing = self.owing(target.reported_by)
        if self.unit is not None and not owing and self.is_allocated(target.id):
            return (self.unit,)
        return owing

    def living(self, units: tuple[str, ...], scope: Scope) -> tuple[str, ...]:
        """Those of the units that exist on a day that figures may be about by now."""
        last, lives = min(scope.asked_until, self.as_of), self.repository.lives

        def exists(unit: str) -> bool:
            born, ended = lives[unit]
            return born <= last and scope.start <= ended

        return tuple([unit for unit in units if unit not in lives or exists(unit)])

    def is_allocated(self, target: str) -> bool:
        """Whether the unit that is asked about has been given a part of the target."""
        allocation = self.allocation(target)
        return allocation is not None and self.unit in allocation.units

    def asked(self, owing: tuple[str, ...] | None) -> tuple[str, ...]:
        """The units that owe a figure; while nobody has been told, all that report anything."""
        if owing is not None:
            return owing
        reporting = self.folder.results.keys()
        return tuple(sorted(reporting if self.unit is None else reporting & self.within))

    def handed(self, target: Target) -> tuple[Handed, ...]:
        """What each unit that is asked has handed in for a target by the day of asking; without who has not."""
        return self.intake.handed(target.reported_as, self.asked(self.owing_of(target)))

    def alike(self, target: Target) -> tuple[Alike, ...]:
        """The same, units of which the same figures count together."""
        return self.intake.alike(target.reported_as, self.asked(self.owing_of(target)))

    def strangers(self, target: Target) -> tuple[str, ...]:
        """Units that handed in a figure that they do not owe; of one unit nobody asks about the others."""
        owing, results = self.owing_of(target), self.folder.results
        if owing is None or self.unit is not None:
            return ()
        others = sorted(results.keys() - set(owing))
        return tuple(u for u in others if any(target.id in entry.values for entry in results[u].entries))

    def is_part(self, reported_by: tuple[str, ...] | None) -> bool:
        """Whether only some of the units are asked for that the whole figure comes from."""
        return self.unit is not None and (
            reported_by is None or not self.within >= self.intake.everybody(reported_by).keys()
        )

    def allocation(self, target: str) -> Allocation | None:
        """What units have been given for a target; the last where it stands several times."""
        return next((one for one in reversed(self.folder.allocations) if one.target == target), None)


def question_on(
    repository: Repository, folder: CampaignFolder, as_of: date, period: Period | None = None
) -> Question:
    """The question about the whole of a campaign."""
    return Question(Intake(repository, folder, as_of), period)
