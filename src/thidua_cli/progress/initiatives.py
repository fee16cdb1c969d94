"""Initiatives of a campaign: how many were registered, and what became of them by a day."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from thidua_cli.model.initiatives import Initiative, InitiativeState
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

    @property
    def pending(self) -> int:
        """Those that nobody has decided on."""
        return self.registered - self.recognised - self.refused - self.revoked


def initiative_summary(repository: Repository, campaign: str, as_of: date) -> InitiativeSummary:
    """The initiatives that name the campaign, as they stood on a day."""
    states: Counter[InitiativeState] = Counter()
    authors: set[tuple[str, str]] = set()
    for (_, unit), file in repository.initiatives.items():
        for initiative in file.initiatives:
            state = _state_on(initiative, as_of)
            if state is None or campaign not in initiative.campaigns:
                continue
            states[state] += 1
            if state == "recognised":
                # People of one name in one unit cannot be told apart: they count once.
                authors.update((author.unit or unit, author.name) for author in initiative.authors)
    return InitiativeSummary(
        registered=states.total(),
        recognised=states["recognised"],
        refused=states["refused"],
        revoked=states["revoked"],
        authors=len(authors),
    )


def _state_on(initiative: Initiative, day: date) -> InitiativeState | None:
    """The state after the last step up to the day; None before the first."""
    steps = sorted((step for step in initiative.history if step.on <= day), key=lambda step: step.on)
    return steps[-1].status if steps else None
