"""One line of a file as a terminal shows it, with a mark that stands under the place."""

import unicodedata
from dataclasses import dataclass

_WIDTH = 100
"""Columns of a line that are shown at most."""
_BEFORE = 40
"""Columns that stay before the place when a line is cut."""
_REACH = 1_000
"""Code points before and after the place that are looked at: a file may be one line of megabytes."""
_TAB = "    "
_CUT = "…"


@dataclass(frozen=True, slots=True)
class _Cell:
    """One code point as shown, and how many columns it takes."""

    shown: str
    width: int


def excerpt(line: str, column: int, end_column: int) -> tuple[str, str]:
    """The line and its mark; a long line is cut around the place, columns count from 1 in code points."""
    place = min(max(column - 1, 0), len(line))
    left, right = max(place - _REACH, 0), min(place + _REACH, len(line))
    cells = [_cell(character) for character in line[left:right]]
    start = place - left
    end = min(max(end_column - 1 - left, start), len(cells))
    first, last = _window(cells, start)
    head, tail = _CUT if left + first else "", _CUT if left + last < len(line) else ""
    shown = head + "".join(cell.shown for cell in cells[first:last]) + tail
    before = len(head) + _columns(cells[first:start])
    marked = max(_columns(cells[start : min(end, last)]), 1)
    return shown, " " * before + "^" * marked


def visible(text: str) -> str:
    """The text without signs that move the cursor, turn the direction of writing or break the line."""
    return "".join(_cell(character).shown for character in text)


def columns_of(text: str) -> int:
    """How many columns the text takes on a terminal."""
    return _columns([_cell(character) for character in text])


def _cell(character: str) -> _Cell:
    if character == "\t":
        return _Cell(_TAB, len(_TAB))
    category = unicodedata.category(character)
    if category in {"Mn", "Me"}:
        return _Cell(character, 0)
    if category in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        # Unseen or harmful on a terminal; the mark must have something to stand under.
        return _Cell("\ufffd", 1)
    return _Cell(character, 2 if unicodedata.east_asian_width(character) in "WF" else 1)


def _columns(cells: list[_Cell]) -> int:
    return sum(cell.width for cell in cells)


def _window(cells: list[_Cell], start: int) -> tuple[int, int]:
    """The first cell shown and the one after the last."""
    if _columns(cells) <= _WIDTH:
        return 0, len(cells)
    first = start
    while first and _columns(cells[first - 1 : start]) <= _BEFORE:
        first -= 1
    last = first
    while last < len(cells) and _columns(cells[first : last + 1]) <= _WIDTH:
        last += 1
    while first and _columns(cells[first - 1 : last]) <= _WIDTH:
        first -= 1
    return first, last
