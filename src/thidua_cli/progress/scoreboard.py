"""Every target and task of a campaign on a day, how many stand how, and who has not reported."""

from dataclasses import dataclass
from datetime import date

from thidua_cli.model.periods import Period
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.scopes import scope_of
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
class Scoreboard:
    """Targets and tasks of a campaign, in the order of their file, by what was known on a day."""

    campaign: str
    as_of: date
    period: Period | None
    """The period of an interim report; figures about later days do not count."""
    targets: tuple[TargetRow, ...]
    tasks: tuple[TaskRow, ...]

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


def score(
    repository: Repository, folder: CampaignFolder, as_of: date, period: Period | None = None
) -> Scoreboard:
    """How a campaign stands by what was known on a day, seen up to the end of an interim period where one is given."""
    campaign, sheet = folder.campaign, folder.sheet
    return Scoreboard(
        campaign=folder.id,
        as_of=as_of,
        period=period,
        targets=tuple(
            target_row(repository, folder, target, scope_of(campaign, target.by, as_of, period))
            for target in sheet.targets
        ),
        tasks=tuple(
            task_row(repository, folder, task, scope_of(campaign, task.by, as_of, period))
            for task in sheet.tasks
        ),
    )
