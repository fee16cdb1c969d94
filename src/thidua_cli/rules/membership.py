"""Who is reached by a paper or spoken for by a unit, through groups, roles and divisions."""

from collections.abc import Iterable

from thidua_cli.repository.index import Repository

_PARTS = frozenset({"division", "role", "people"})
_OFFICES = frozenset({"role", "people"})


class Reach:
    """Whom a paper comes to that is sent to some recipients; made once a paper, asked of every unit.

    It comes to a unit that is one of them, belongs to one of their groups, is a division, office or group of people of
    a unit that is reached, or is a group all of whose members are.
    """

    def __init__(self, recipients: Iterable[str], repository: Repository) -> None:
        recipients = tuple(recipients)
        self._repository = repository
        self._reached = {member for name in recipients for member in (name, *repository.expand(name))}
        self._open_groups = {
            repository.parents.get(name) for name in recipients if _is_open_group(name, repository)
        }

    def __contains__(self, unit: str) -> bool:
        repository = self._repository
        for step in _chain(unit, _PARTS, repository):
            if step in self._reached:
                return True
            record = repository.units.get(step)
            if (
                record is not None
                and record.kind == "division"
                and repository.parents.get(step) in self._open_groups
            ):
                return True
        members = repository.expand(unit)
        return members != (unit,) and all(member in self._reached for member in members)


def speaks_for(unit: str, named: Iterable[str], repository: Repository) -> bool:
    """Whether a unit that reports is among the units named, through their groups and the bodies of their roles."""
    steps = [step for name in named for step in _chain(name, _OFFICES, repository)]
    # Nobody has said who belongs to an open group, so nobody can be said to stand outside it.
    return any(
        unit == step or unit in repository.expand(step) or _is_open_group(step, repository) for step in steps
    )


def _chain(unit: str, kinds: frozenset[str], repository: Repository) -> tuple[str, ...]:
    """The unit and, while it is of one of the kinds, the superior that it is only a part of, and so on up."""
    chain = [unit]
    for superior in repository.superiors(unit):
        record = repository.units.get(chain[-1])
        if record is None or record.kind not in kinds:
            break
        chain.append(superior)
    return tuple(chain)


def _is_open_group(name: str, repository: Repository) -> bool:
    """Whether it is a group whose members are not listed."""
    record = repository.units.get(name)
    return record is not None and record.kind == "group" and not record.members
