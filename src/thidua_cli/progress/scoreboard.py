"""Every target and task of a campaign on a day, how many stand how, and who has not reported."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from thidua_cli.model.periods import Period
from thidua_cli.model.targets.combinations import CombinedTarget
from thidua_cli.progress.questions import Question, question_on
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.tally import Tally
from thidua_cli.progress.target_rows import target_row
from thidua_cli.progress.tasks import TaskRow, task_row
from thidua_cli.repository.index import CampaignFolder, Repository


@dataclass(frozen=True, slots=True)
class Unreported:
    """What one unit still owes."""

    unit: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stale:
    """A figure of one unit that is older than it should be."""

    unit: str
    target: str
    covers: Period
    """What its newest figure is about."""
    due: date
    """The day up to which it should be."""


@dataclass(frozen=True, slots=True)
class Scoreboard:
    """Targets and tasks of a campaign, in the order of their file, by what was known on a day."""

    campaign: str
    as_of: date
    period: Period | None
    """The period of an interim report; figures about later days do not count."""
    targets: tuple[TargetRow, ...]
    tasks: tuple[TaskRow, ...]
    unit: str | None = None
    """The unit whose own goals and figures these are; None for the whole campaign."""
    reports_due: Mapping[str, date] = field(default_factory=dict)
    """Of each unit that should have handed in a report of the plan: the last day that such a report is about."""

    @property
    def tally(self) -> Tally:
        """How many targets stand how; tasks never count among them."""
        return Tally.of(self.targets)

    @property
    def unreported(self) -> tuple[Unreported, ...]:
        """Units that owe figures, for the period asked where one was; in the order in which targets name them."""
        owed: dict[str, list[str]] = {}
        for row in self.targets:
            for unit in row.silent_units:
                owed.setdefault(unit, []).append(row.target.id)
        return tuple(Unreported(unit, tuple(targets)) for unit, targets in owed.items())

    @property
    def stale(self) -> tuple[Stale, ...]:
        """Units whose newest figure ends before the last period that should have been reported.

        A period should have been reported when a report of the plan about it was due from the unit before the day
        of asking, or when another unit that owes the target has handed in an actual figure up to its end. Nothing else
        says so: no rhythm of reporting is assumed. A unit without any figure is not stale but unreported.
        """
        return tuple(one for row in self.targets for one in self._stale(row))

    def _stale(self, row: TargetRow) -> Iterator[Stale]:
        if row.scope is None or not row.target.counts or isinstance(row.target, CombinedTarget):
            return
        figures, until = row.outcome.figures, row.scope.asked_until
        sure = (group.counted for group in figures.groups if not group.counted.is_estimate)
        others = max((counted.covers.end for counted in sure), default=date.min)
        latest = min(max(others, *self.reports_due.values(), date.min), until)
        old = [group for group in figures.groups if group.counted.covers.end < latest]
        for _, unit, covers in sorted(
            (*pair, group.counted.covers) for group in old for pair in group.alike.places
        ):
            due = min(max(self.reports_due.get(unit, date.min), others), until)
            if covers.end < due and unit not in row.outcome.closed:
                yield Stale(unit, row.target.id, covers, due)


def score(
    repository: Repository, folder: CampaignFolder, as_of: date, period: Period | None = None
) -> Scoreboard:
    """How a campaign stands by what was known on a day, seen up to the end of an interim period where one is given."""
    return board_of(question_on(repository, folder, as_of, period))


def unit_score(
    repository: Repository, folder: CampaignFolder, unit: str, as_of: date, period: Period | None = None
) -> Scoreboard:
    """How one unit stands, by its own goals and the figures of itself and of the units below it.

    Its goal is what `allocations.yaml` gives it; of a share, a milestone or an allocation by the rule `same` the
    target's own, and so where nobody else owes the figure. Without a goal nothing is judged. Targets and tasks that do
    not concern the unit are left out; verdicts that persons gave on the whole campaign do not count.
    """
    return board_of(question_on(repository, folder, as_of, period).about(unit))


def board_of(question: Question) -> Scoreboard:
    """The answer to a question; those about several units of a campaign share what they look up."""
    sheet = question.folder.sheet
    rows = (target_row(question, target) for target in sheet.targets)
    tasks = (task_row(question, task) for task in sheet.tasks)
    everybody = question.unit is None
    return Scoreboard(
        campaign=question.folder.id,
        as_of=question.as_of,
        period=question.period,
        targets=tuple(row for row in rows if everybody or _concerns(question, row)),
        tasks=tuple(row for row in tasks if everybody or row.owing or row.reports),
        unit=question.unit,
        reports_due=question.intake.reports_due(),
    )


def _concerns(question: Question, row: TargetRow) -> bool:
    """Whether the unit that is asked about owes a target, has been given a part of it, or has reported it."""
    if isinstance(row.target, CombinedTarget):
        return any(_concerns(question, part) for part in row.parts)
    return bool(row.outcome.owing) or row.outcome.is_known or question.is_allocated(row.target.id)
