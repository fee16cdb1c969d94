"""Tables of text that fit a narrow terminal."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from thidua_cli.cli.excerpts import columns_of, visible

WIDTH = 80
_GAP = 2
_NARROWEST = 12
"""What a column that wraps is left with at least; its longest word too, where the others can make room."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and what becomes of long cells."""

    heading: str
    wraps: bool = False
    """Whether long cells go on in the next line; others, such as ids that people copy, are never cut."""
    right: bool = False
    """Whether cells stand to the right, as figures do."""


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> str:
    """The table with a line under its headings; columns that wrap share what the others leave of the width."""
    shown = [[visible(cell) for cell in row] for row in rows]
    headings = [column.heading for column in columns]
    widths = _widths(columns, [headings, *shown])
    rule = "  ".join("─" * width for width in widths)
    lines = [*_lines(columns, headings, widths), rule]
    for row in shown:
        lines.extend(_lines(columns, row, widths))
    return "".join(f"{line}\n" for line in lines)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[int]:
    widths = [max(columns_of(row[i]) for row in rows) for i in range(len(columns))]
    words = [_longest_word(row[i] for row in rows) for i in range(len(columns))]
    wrapping = [i for i, column in enumerate(columns) if column.wraps]
    for least in (words, [0] * len(columns)):
        while sum(widths) + _GAP * (len(widths) - 1) > WIDTH:
            roomy = [i for i in wrapping if widths[i] > max(_NARROWEST, least[i])]
            if not roomy:
                break
            widths[max(roomy, key=lambda i: widths[i])] -= 1
    return widths


def _longest_word(cells: Iterable[str]) -> int:
    return max((columns_of(word) for cell in cells for word in cell.split()), default=0)


def _lines(columns: Sequence[Column], row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """The lines that one row takes."""
    cells = [wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
    for number in range(max(len(cell) for cell in cells)):
        parts = [
            _padded(cell[number] if number < len(cell) else "", width, right=column.right)
            for cell, width, column in zip(cells, widths, columns, strict=True)
        ]
        yield (" " * _GAP).join(parts).rstrip()


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of that width; a word that is longer goes on unbroken, so that it can be copied."""
    indent = text[: len(text) - len(text.lstrip())]
    lines = wrap(text, width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False)
    return lines or [""]


def _padded(text: str, width: int, *, right: bool) -> str:
    missing = " " * (width - columns_of(text))
    return missing + text if right else text + missing
