"""What `thidua progress` is asked for: which scoreboards, of which unit, narrowed to what."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from thidua_cli.cli.checking import fit_campaigns, ready_campaign
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.model.indicators import Indicator
from thidua_cli.model.periods import Period
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.scoreboard import Scoreboard, score, unit_score
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.repository.needs import Needs, measures
from thidua_cli.vietnamese.letters import fold, near

NEEDS = Needs(plan=False, narratives=False, cited=False, initiatives="counted")
"""Prose says nothing about figures."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of the command line, as far as they choose what is shown."""

    as_of: date
    campaign: str | None = None
    unit: str | None = None
    indicator: str | None = None
    target: str | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class View:
    """Scoreboards, and what they were narrowed to."""

    repository: Repository
    boards: tuple[tuple[CampaignFolder, Scoreboard], ...]
    as_of: date
    period: Period | None = None
    campaign: str | None = None
    """The one campaign that is shown; None for a view across campaigns."""
    unit: str | None = None
    indicator: Indicator | None = None
    is_narrowed: bool = False
    """Whether rows of a campaign have been left out, so that its counts say nothing."""
    broken: tuple[str, ...] = ()
    """Campaigns that are not shown because their files have errors."""

    @property
    def rows(self) -> Iterator[tuple[CampaignFolder, TargetRow]]:
        """The targets of all boards; of an indicator, targets written inside others too."""
        for folder, board in self.boards:
            for row in board.targets:
                yield folder, row


def campaign_view(root: Path, asked: Asked) -> View:
    """One campaign, of everybody or of one unit."""
    repository, folder = ready_campaign(root, asked.campaign, replace(NEEDS, unit=asked.unit))
    unit = repository.unit(asked.unit).id if asked.unit is not None else None
    board = _board(repository, folder, unit, asked)
    if asked.target is not None:
        board = _only(asked.target, board)
    indicator = repository.indicator(asked.indicator) if asked.indicator is not None else None
    if indicator is not None:
        board = _measuring(indicator, board)
    narrowed = asked.target is not None or indicator is not None
    return View(
        repository, ((folder, board),), asked.as_of, asked.period, folder.id, unit, indicator, narrowed
    )


def view_across(root: Path, asked: Asked) -> View:
    """All campaigns: those that concern the unit or the indicator, or each of them."""
    needs = replace(NEEDS, unit=asked.unit, indicator=asked.indicator)
    repository, broken = fit_campaigns(root, needs)
    unit = repository.unit(asked.unit).id if asked.unit is not None else None
    indicator = repository.indicator(asked.indicator) if asked.indicator is not None else None
    boards = [(folder, _board(repository, folder, unit, asked)) for folder in repository.campaigns.values()]
    if indicator is not None:
        boards = [(folder, _measuring(indicator, board)) for folder, board in boards]
    if unit is not None or indicator is not None:
        boards = [(folder, board) for folder, board in boards if board.targets or board.tasks]
    return View(
        repository,
        tuple(boards),
        asked.as_of,
        asked.period,
        unit=unit,
        indicator=indicator,
        is_narrowed=indicator is not None,
        broken=broken,
    )


def _board(repository: Repository, folder: CampaignFolder, unit: str | None, asked: Asked) -> Scoreboard:
    if unit is None:
        return score(repository, folder, asked.as_of, asked.period)
    return unit_score(repository, folder, unit, asked.as_of, asked.period)


def _measuring(indicator: Indicator, board: Scoreboard) -> Scoreboard:
    """The scoreboard with the targets of an indicator, also those that are written inside others."""
    rows = (one for row in board.targets for one in (row, *(() if row.has_years else row.parts)))
    found = {row.target.id: row for row in rows if measures(row.planned, indicator.id)}
    return replace(board, targets=tuple(found.values()), tasks=())


def _only(name: str, board: Scoreboard) -> Scoreboard:
    """The scoreboard with the rows that are asked for."""
    wanted = fold(name)
    targets = tuple(row for row in board.targets if fold(row.target.id) == wanted)
    tasks = tuple(row for row in board.tasks if fold(row.task.id) == wanted)
    if targets or tasks:
        return replace(board, targets=targets, tasks=tasks)
    known = [*(row.target.id for row in board.targets), *(row.task.id for row in board.tasks)]
    guess = near(name, known)
    raise ThiduaError(
        f"{board.campaign} không có chỉ tiêu hay nhiệm vụ nào mang mã “{name}”.",
        hint=f"Có phải “{guess}”?" if guess else f"Xem các mã: thidua list targets -c {board.campaign}",
    )
