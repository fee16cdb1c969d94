"""Pages for a terminal: tables and sentences one below the other, as wide as asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thidua_cli.cli.excerpts import visible
from thidua_cli.cli.tables import WIDTH, Column, table, wrapped


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Sentences, each beginning a line; blanks before one indent all its lines."""

    texts: tuple[str, ...]


Part = Grid | Lines


def page(parts: Iterable[Part], width: int = WIDTH) -> str:
    """The parts with an empty line between; one without rows or sentences is left out."""
    return "\n".join(text for part in parts if (text := _set(part, width)))


def paragraphs(texts: Sequence[str], width: int = WIDTH) -> str:
    """Sentences in lines of that width."""
    return "".join(f"{line}\n" for text in texts for line in wrapped(visible(text), width))


def _set(part: Part, width: int) -> str:
    match part:
        case Grid(columns, rows):
            return table(columns, rows, width) if rows else ""
        case Lines(texts):
            return paragraphs(texts, width)
