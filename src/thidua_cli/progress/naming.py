"""Names of units and periods within a sentence."""

from collections.abc import Iterable, Sequence

from thidua_cli.model.periods import Period
from thidua_cli.repository.index import Repository

_NAMED = 5
"""How many units a sentence names before it counts the rest."""


def unit_names(repository: Repository, units: Sequence[str]) -> str:
    """Their names, the rest of a long list as a number; an unknown unit under its id."""
    names = [repository.name_of(unit) for unit in units[:_NAMED]]
    rest = len(units) - len(names)
    return "; ".join(names) + (f" và {rest} đơn vị khác" if rest else "")


def stretches_in_words(stretches: Iterable[Period]) -> str:
    """Periods in order, as a paper says them."""
    return ", ".join(stretch.in_words for stretch in sorted(stretches))
