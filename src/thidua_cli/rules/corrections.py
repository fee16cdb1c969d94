"""What later entries of a unit's results correct: as the earlier one is kept, nobody can do more about it."""

from collections.abc import Collection, Iterator

from thidua_cli.model.results import ResultEntry, ResultFile

Named = Iterator[tuple[ResultEntry, Collection[str]]]
"""Entries with the targets of their values that are looked at."""


def everything(file: ResultFile) -> Named:
    """Every entry with all its targets."""
    return ((entry, entry.values) for entry in file.entries)


def standing(file: ResultFile) -> Named:
    """Every entry with the targets of its values that no later entry of the file corrects."""
    if not any(entry.revises for entry in file.entries):
        yield from everything(file)
        return
    corrected: set[tuple[str, str, str]] = set()
    found: list[tuple[ResultEntry, Collection[str]]] = []
    for entry in reversed(file.entries):
        period = entry.period.text
        found.append((entry, [n for n in entry.values if (entry.source, period, n) not in corrected]))
        if entry.revises is not None:
            corrected.update((entry.revises, period, name) for name in entry.values)
    yield from reversed(found)
