"""A record on a page: labelled lines for people, the same facts for programs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from thidua_cli.cli.envelope import place
from thidua_cli.cli.excerpts import visible
from thidua_cli.cli.tables import WIDTH, wrapped
from thidua_cli.diagnostics.finding import Location


@dataclass(frozen=True, slots=True)
class Line:
    """One fact; without words for people it is left out of the page."""

    label: str
    key: str
    value: Any
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is shown of one record."""

    kind: str
    id: str
    title: str
    at: Location
    lines: tuple[Line, ...]

    @property
    def facts(self) -> dict[str, Any]:
        """For programs."""
        return {
            "kind": self.kind,
            "id": self.id,
            **{line.key: line.value for line in self.lines},
            **place(self.at),
        }


def fact(label: str, key: str, value: str | None, words: str | None = None) -> Line:
    """A line of one value, in other words for people where they are given."""
    shown = words if words is not None else value
    return Line(label, key, value, (shown,) if shown else ())


def facts(label: str, key: str, values: Sequence[Any], words: Sequence[str] | None = None) -> Line:
    """A line of many values, one below the other."""
    return Line(label, key, list(values), tuple(values if words is None else words))


def page(sheet: Sheet) -> str:
    """The sheet as text of at most 80 columns; ids and paths are never cut."""
    lines = [*(line for line in sheet.lines if line.words), fact("Ghi ở", "path", str(sheet.at))]
    width = max(len(line.label) for line in lines) + 1
    rows = [*wrapped(visible(sheet.title), WIDTH), ""]
    for line in lines:
        label = f"{line.label}:"
        for words in line.words:
            for part in wrapped(visible(words), WIDTH - width - 3):
                rows.append(f"  {label:<{width}} {part}")
                label = ""
    return "".join(f"{row}\n" for row in rows)
