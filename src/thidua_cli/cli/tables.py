"""Tables of text that fit a narrow terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua_cli.cli.excerpts import columns_of, visible

WIDTH = 80
_GAP = 2
_INDENT = "  "
_NARROWEST = 8
"""What a column that wraps is left with at least."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and what becomes of long cells."""

    heading: str
    wraps: bool = False
    """Whether long cells go on in the next line; others, such as ids that people copy, are never cut."""
    right: bool = False
    """Whether cells stand to the right, as figures do."""


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int = WIDTH) -> str:
    """The table with a line under its headings; columns that wrap share what the others leave of the width.

    Where they cannot stand side by side, each row becomes a paragraph with its cells below each other.
    """
    shown = [[visible(cell) for cell in row] for row in rows]
    headings = [column.heading for column in columns]
    widths = _widths(columns, [headings, *shown], width)
    if widths is None:
        return "\n".join(_paragraph(columns, row, width) for row in shown)
    rule = "  ".join("─" * width for width in widths)
    lines = [*_lines(columns, headings, widths), rule]
    for row in shown:
        lines.extend(_lines(columns, row, widths))
    return "".join(f"{line}\n" for line in lines)


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of that width; a word that is longer goes on unbroken, so that it can be copied.

    Its indent gives way to the longest word.
    """
    if columns_of(text) <= width:
        return [text]
    indent = text[: len(text) - len(text.lstrip())][: max(0, width - _longest_word(text))]
    lines: list[str] = []
    line, taken = "", 0
    for word in filter(None, text.split(" ")):
        wide = columns_of(word)
        if line and taken + 1 + wide <= width:
            line, taken = f"{line} {word}", taken + 1 + wide
            continue
        if line:
            lines.append(line)
        line, taken = f"{indent}{word}", len(indent) + wide
    return [*lines, line]


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """The width of each column; None where they cannot stand side by side."""
    widths = [max(columns_of(row[i]) for row in rows) for i in range(len(columns))]
    least = {
        i: max(_NARROWEST, *(_longest_word(row[i]) for row in rows))
        for i, column in enumerate(columns)
        if column.wraps
    }
    while sum(widths) + _GAP * (len(widths) - 1) > width:
        widest = max((i for i in least if widths[i] > least[i]), key=lambda i: widths[i], default=None)
        if widest is None:
            return None
        widths[widest] -= 1
    return widths


def _longest_word(text: str) -> int:
    return max(columns_of(word) for word in text.split(" "))


def _lines(columns: Sequence[Column], row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """The lines that one row takes."""
    cells = [wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
    for number in range(max(len(cell) for cell in cells)):
        parts = [
            _padded(cell[number] if number < len(cell) else "", width, right=column.right)
            for cell, width, column in zip(cells, widths, columns, strict=True)
        ]
        yield (" " * _GAP).join(parts).rstrip()


def _paragraph(columns: Sequence[Column], row: Sequence[str], width: int) -> str:
    """The first cell, and below it the others with their headings; empty ones say nothing."""
    first, *others = zip(columns, row, strict=True)
    below = (
        f"{_INDENT}{column.heading}: {' '.join(filter(None, cell.split(' ')))}"
        for column, cell in others
        if cell.strip()
    )
    lines = [line for text in (first[1], *below) for line in wrapped(text, width)]
    return "".join(f"{line}\n" for line in lines)


def _padded(text: str, width: int, *, right: bool) -> str:
    missing = " " * (width - columns_of(text))
    return missing + text if right else text + missing
