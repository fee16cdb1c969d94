"""Data as written: dicts and lists whose every key and value knows where it stands."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from thidua_cli.diagnostics.finding import Location

Mark = tuple[int, int, int, int]
"""Line, column, end line, end column; all from 1."""


@dataclass(slots=True)
class MappingMarks:
    """Where a mapping stands, and each of its keys and values."""

    mark: Mark
    keys_at: dict[str, Mark] = field(default_factory=dict)
    values_at: dict[str, Mark] = field(default_factory=dict)


@dataclass(slots=True)
class ListMarks:
    """Where a list stands, and each of its items."""

    mark: Mark
    values_at: list[Mark] = field(default_factory=list)


class Source:
    """A file that data came from, and where everything in it stands."""

    __slots__ = ("_marks", "_measure", "path")

    def __init__(self, path: str, measure: Callable[[], list[Any]] | None = None) -> None:
        self.path = path
        """Relative to the data directory, with forward slashes."""
        self._marks: list[Any] | None = [] if measure is None else None
        self._measure = measure

    @property
    def marks(self) -> list[Any]:
        """The marks of its mappings and lists in the order in which they begin; measured when first asked for."""
        if self._marks is None:
            assert self._measure is not None, "marks are either kept or can be measured"
            self._marks = self._measure()
        return self._marks

    def at(self, mark: Mark) -> Location:
        return Location(self.path, *mark)


class WrittenMapping(dict[str, Any]):
    """A mapping of a YAML file: scalars are text or None, and each key and value has its place."""

    __slots__ = ("number", "source")

    def __init__(self, source: Source, number: int) -> None:
        self.source = source
        self.number = number
        """Which of the mappings and lists of its file it is."""

    @property
    def mark(self) -> Mark:
        found: Mark = self.source.marks[self.number].mark
        return found

    @property
    def keys_at(self) -> dict[str, Mark]:
        found: dict[str, Mark] = self.source.marks[self.number].keys_at
        return found

    @property
    def values_at(self) -> dict[str, Mark]:
        found: dict[str, Mark] = self.source.marks[self.number].values_at
        return found


class WrittenList(list[Any]):
    """A list of a YAML file whose items have their places."""

    __slots__ = ("number", "source")

    def __init__(self, source: Source, number: int) -> None:
        self.source = source
        self.number = number
        """Which of the mappings and lists of its file it is."""

    @property
    def mark(self) -> Mark:
        found: Mark = self.source.marks[self.number].mark
        return found

    @property
    def values_at(self) -> list[Mark]:
        found: list[Mark] = self.source.marks[self.number].values_at
        return found


Written = WrittenMapping | WrittenList


def place_of(data: Written, *steps: str | int, key: bool = False) -> Location:
    """Where the value under `steps` is written, or with `key` its key.

    Steps that were not written (a missing key, a tag that only the schema knows) are passed over, so that the
    answer for a missing key is its parent's place.
    """
    found, mark = data, data.mark
    for step in steps:
        inner: Any
        if isinstance(found, WrittenMapping) and isinstance(step, str) and step in found:
            mark = found.keys_at[step] if key and step == steps[-1] else found.values_at[step]
            inner = found[step]
        elif isinstance(found, WrittenList) and isinstance(step, int) and step < len(found):
            mark, inner = found.values_at[step], found[step]
        else:
            continue
        if not isinstance(inner, WrittenMapping | WrittenList):
            break
        found = inner
    return data.source.at(mark)
