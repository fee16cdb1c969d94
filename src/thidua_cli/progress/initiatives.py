"""Initiatives of a campaign: how many were registered, and what became of them by a day."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from thidua_cli.model.initiatives import Initiative, InitiativeState, StatusChange
from thidua_cli.progress.recognition import recognitions_on, state_on
from thidua_cli.repository.index import Repository


@dataclass(frozen=True, slots=True)
class InitiativeSummary:
    """Initiatives by their state on a day."""

    registered: int
    """All that had been registered by then, whatever became of them."""
    recognised: int
    refused: int
    revoked: int
    """Recognised once, and not any more."""
    authors: int
    """Distinct people with a part in a recognised one."""
    spread: int
    """Recognised, and taken over by another unit."""

    @property
    def pending(self) -> int:
        """Those that nobody has decided on."""
        return self.registered - self.recognised - self.refused - self.revoked


@dataclass(frozen=True, slots=True)
class RecognisedInitiative:
    """An initiative that stands recognised, and whose it is."""

    unit: str
    """The unit of its file."""
    initiative: Initiative
    recognition: StatusChange
    """The one of the highest level."""


def initiative_summary(
    repository: Repository, campaign: str, as_of: date, units: Collection[str] | None = None
) -> InitiativeSummary:
    """The initiatives that name the campaign, as they stood on a day; with units, those in which one has a part."""
    states: Counter[InitiativeState] = Counter()
    for _, initiative in _of_campaign(repository, campaign, units):
        state = state_on(initiative, as_of)
        if state is not None:
            states[state] += 1
    recognised = recognised_initiatives(repository, campaign, as_of, units)
    people = {author.identity(row.unit) for row in recognised for author in row.initiative.authors}
    return InitiativeSummary(
        registered=states.total(),
        recognised=len(recognised),
        refused=states["refused"],
        revoked=states["revoked"],
        authors=len(people),
        spread=sum(bool(row.initiative.spread_to) for row in recognised),
    )


def recognised_initiatives(
    repository: Repository, campaign: str, as_of: date, units: Collection[str] | None = None
) -> tuple[RecognisedInitiative, ...]:
    """The initiatives of the campaign that stand recognised on a day, in the order of their recognition."""
    rows = [
        RecognisedInitiative(unit, initiative, recognitions[-1])
        for unit, initiative in _of_campaign(repository, campaign, units)
        if (recognitions := recognitions_on(initiative, as_of))
    ]
    return tuple(sorted(rows, key=lambda row: (row.recognition.on, row.initiative.id)))


def _of_campaign(
    repository: Repository, campaign: str, units: Collection[str] | None
) -> Iterator[tuple[str, Initiative]]:
    for (_, unit), file in repository.initiatives.items():
        for initiative in file.initiatives:
            if campaign in initiative.campaigns and (units is None or _has_part(initiative, unit, units)):
                yield unit, initiative


def _has_part(initiative: Initiative, unit: str, units: Collection[str]) -> bool:
    """Whether it is in the file of one of the units, or one of its authors is."""
    return any(one in units for one in (unit, *(author.unit or unit for author in initiative.authors)))
