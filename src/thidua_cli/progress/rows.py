"""One target on a day: what was reached beside the goal, and what that is worth."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from thidua_cli.diagnostics.finding import Location
from thidua_cli.model.campaigns import KnownIssue
from thidua_cli.model.targets.goals import Goal
from thidua_cli.model.targets.overrides import Override
from thidua_cli.model.targets.target import Judgement, Target
from thidua_cli.model.targets.versions import TargetVersion
from thidua_cli.progress.aggregation import Outcome
from thidua_cli.progress.scopes import Scope
from thidua_cli.progress.unit_figures import UnitFigure
from thidua_cli.progress.verdicts import Result, Schedule


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may be said about a figure; a result or a schedule or neither, never both."""

    result: Result | None = None
    schedule: Schedule | None = None
    judgement: Judgement | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target, what was reached for it, and what may be said about that."""

    target: Target
    """As it is in force on the day from which it is seen; of one unit with the unit's own goal."""
    planned: Target
    """As the plan states it."""
    scope: Scope | None
    """None while the campaign's first day is not known."""
    outcome: Outcome
    verdict: Verdict
    held_by: KnownIssue | None = None
    """The undecided doubt that forbids a verdict."""
    parts: tuple["TargetRow", ...] = ()
    """The years of a target that each year must meet, the children of a combination."""
    version: TargetVersion | None = None
    """The newest version in force; None for the plan's own goal."""
    has_goal: bool = True
    """False where no part of the target has been given to the unit that is asked about."""
    expected: Fraction | None = None
    """What should have been reached by the last day that the figures cover, where something says so."""
    override: Override | None = None
    """The verdict that a person gave, which stands in the place of the computed one."""
    computed: Result | None = None
    """Under an override, what the figures alone come to; None while that is open."""
    override_is_outdated: bool = False
    """Whether the figure has changed since the person judged it."""
    before: Callable[[], Outcome | None] = field(default=lambda: None, compare=False, repr=False)
    """Finds what was reached in the same stretch of the year before."""

    @property
    def goal(self) -> Goal | None:
        """The goal in force; None where the unit that is asked about has none."""
        return self.target.goal if self.has_goal else None

    @property
    def goal_at(self) -> Location:
        """Where the goal in force is written: in the version that set it, else in the plan's target."""
        key = self.target.goal.comparator.value
        until = self.version.start if self.version else date.min
        for version in reversed(self.planned.versions):
            if version.start <= until and key in version.keys:
                return version.at(key)
        return self.target.at(*([key] if key in type(self.target).model_fields else []))

    @property
    def same_period(self) -> Outcome | None:
        """What the same units reached in the same days of the year before; None where that is not known."""
        return self.before()

    @property
    def result(self) -> Result | None:
        """What the target came to; None while that is open."""
        return self.verdict.result

    @property
    def schedule(self) -> Schedule | None:
        """How it stands while the result is open; None where nobody may say."""
        return self.verdict.schedule

    @property
    def judgement(self) -> Judgement | None:
        """The figure beside the goal, also while the window is open; None where nobody may judge yet."""
        return self.verdict.judgement

    @property
    def estimate(self) -> bool:
        """Whether any part of the figure is an estimate: a paper says `ước`."""
        return self.outcome.is_estimate

    @property
    def is_estimate_of_all(self) -> bool:
        """Whether an estimate for the whole window stands beside the goal: `ước đạt`."""
        return self.judgement is not None and self.estimate and covers_all(self.outcome, self.scope)

    @property
    def because(self) -> tuple[str, ...]:
        """Sentences that say why no more is said."""
        return (*self.verdict.because, *self.outcome.because)

    @property
    def silent_units(self) -> tuple[str, ...]:
        """Units that owe the figure and have handed in none, or none that reaches the end of what is asked."""
        if not self.target.counts:
            return ()
        if self.parts:
            return tuple(dict.fromkeys(unit for part in self._due_parts for unit in part.silent_units))
        if self.outcome.actual is not None and not self.outcome.figures:
            return self.outcome.missing  # counted, not handed in
        due = self.scope.asked_until if self.scope and (self.scope.period or self.scope.is_past) else None
        groups = self.outcome.figures.groups
        reached = {
            unit for g in groups if due is None or g.counted.covers.end >= due for unit in g.alike.units
        }
        reached |= self.outcome.closed
        return tuple(unit for unit in self.outcome.owing or () if unit not in reached)

    @property
    def has_years(self) -> bool:
        """Whether its parts are its years, not other targets."""
        return bool(self.parts) and self.target.across_years == "each"

    @property
    def entered(self) -> tuple[tuple[UnitFigure, Target], ...]:
        """Each figure that was handed in for it or for its parts, with the target that it is about."""
        if not self.parts:
            return tuple((found, self.target) for found in self.outcome.figures)
        return tuple(pair for part in self.parts for pair in part.entered)

    @property
    def _due_parts(self) -> tuple["TargetRow", ...]:
        """The children, or the years about which figures are asked for by now."""
        if not self.has_years:
            return self.parts
        asked = tuple(p for p in self.parts if p.scope and (p.scope.is_past or p.scope.period))
        return asked or self.parts[-1:]


def covers_all(outcome: Outcome, scope: Scope | None) -> bool:
    """Whether every unit that reports covers the window to its end."""
    return scope is not None and outcome.covers is not None and outcome.covers.end >= scope.end
