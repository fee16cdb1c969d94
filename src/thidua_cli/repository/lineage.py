"""Who carries out whom: documents and campaigns, upwards to what they rest on and downwards to what rests on them."""

from collections.abc import Callable, Iterable, Iterator

from thidua_cli.repository.index import Repository

_ABOVE = frozenset({"implements", "targets"})
"""The roles in a campaign's basis that make it a part of a superior's document, not only rest on it."""


def carried_out_by(name: str, repository: Repository) -> tuple[str, ...]:
    """The documents that a document or a campaign carries out or is given its targets by, in their order."""
    if name in repository.campaigns:
        campaign = repository.campaigns[name].campaign
        given = (entry.document for entry in campaign.basis if entry.role in _ABOVE)
        return tuple(dict.fromkeys((*campaign.implements, *given)))
    document = repository.documents.get(name)
    return document.implements if document else ()


def carrying_out(name: str, repository: Repository) -> tuple[str, ...]:
    """The documents and campaigns that carry out this one or are given their targets by it."""
    known: Iterable[str] = (*repository.documents, *repository.campaigns)
    return tuple(other for other in known if name in carried_out_by(other, repository))


def all_above(name: str, repository: Repository) -> tuple[str, ...]:
    """Everything that a document or a campaign carries out, through the documents between."""
    return _reached(name, lambda step: carried_out_by(step, repository))


def all_below(name: str, repository: Repository) -> tuple[str, ...]:
    """Everything that carries out a document or a campaign, through the documents between."""
    return _reached(name, lambda step: carrying_out(step, repository))


def related_campaigns(name: str, repository: Repository) -> tuple[str, ...]:
    """The other campaigns that carry out the same document somewhere above, or that one of the two names as related."""
    campaign = repository.campaigns[name].campaign
    family = {name, *all_above(name, repository), *campaign.related}
    return tuple(
        other for other in repository.campaigns if other != name and _is_akin(other, name, family, repository)
    )


def _is_akin(other: str, name: str, family: set[str], repository: Repository) -> bool:
    theirs = {other, *all_above(other, repository), *repository.campaigns[other].campaign.related}
    return not family.isdisjoint(theirs - {name}) or name in theirs


def _reached(start: str, step: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """Each name once, the nearest first; a circle ends where it closes."""
    found: dict[str, None] = {}
    rows: tuple[str, ...] = (start,)
    while rows:
        rows = tuple(dict.fromkeys(_new(rows, step, {start, *found})))
        found.update(dict.fromkeys(rows))
    return tuple(found)


def _new(names: Iterable[str], step: Callable[[str], tuple[str, ...]], known: set[str]) -> Iterator[str]:
    for name in names:
        yield from (reached for reached in step(name) if reached not in known)
