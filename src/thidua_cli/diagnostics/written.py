"""Data as written: dicts and lists whose every key and value knows where it stands."""

from dataclasses import dataclass
from typing import Any

from thidua_cli.diagnostics.finding import Location

Mark = tuple[int, int, int, int]
"""Line, column, end line, end column; all from 1."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that data came from."""

    path: str
    """Relative to the data directory, with forward slashes."""

    def at(self, mark: Mark) -> Location:
        return Location(self.path, *mark)


class WrittenMapping(dict[str, Any]):
    """A mapping of a YAML file: scalars are text or None, and each key and value keeps its place."""

    __slots__ = ("keys_at", "mark", "source", "values_at")

    def __init__(self, source: Source, mark: Mark) -> None:
        super().__init__()
        self.source = source
        self.mark = mark
        self.keys_at: dict[str, Mark] = {}
        self.values_at: dict[str, Mark] = {}


class WrittenList(list[Any]):
    """A list of a YAML file whose items keep their places."""

    __slots__ = ("mark", "source", "values_at")

    def __init__(self, source: Source, mark: Mark) -> None:
        super().__init__()
        self.source = source
        self.mark = mark
        self.values_at: list[Mark] = []


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
