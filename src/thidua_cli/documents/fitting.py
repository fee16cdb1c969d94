"""Tables that fit their page: no word is broken, and what is too wide lies across."""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from thidua_cli.typesetting.profile import FormatProfile
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.tree import Column, Row, Table, plain_text
from thidua_cli.vietnamese.figures_in_text import bound_to_units

_MOST_UPRIGHT = 9
"""More columns than this are hard to read on a sheet that stands upright."""
_SLACK = Decimal("0.6")
"""Millimetres by which a word may be wider on another machine."""
_MEASURED = 12
"""How many of the longest words of a column are measured: letters differ in width, but not by that much."""
_PARTS = 10
"""Shares are counted in tenths of a millimetre."""
_READABLE = Decimal(26)
"""Millimetres that a column needs in which words run on."""
_AFTER_SIGN = re.compile(r"(?<=[≥≤<>]) (?=\d)")
"""The space between a sign and its figure, which stay on one line."""
_NO_BREAK = "\u00a0"
_SAYS_NOTHING = frozenset(("", "–"))


def fitted(table: Table, profile: FormatProfile) -> Table:
    """The table without columns that say nothing, and with columns in which no word is broken.

    It stands upright where that leaves it readable. Shares of the columns given are wishes: what the longest words
    leave free is dealt out by them.
    """
    table = _without_empty_columns(table)
    least = [_least(column, number, table.rows, profile) for number, column in enumerate(table.columns)]
    across = len(table.columns) > _MOST_UPRIGHT or sum(least) > profile.page.text_width()
    available = profile.page.text_width(landscape=across)
    widths = _dealt([c.share for c in table.columns], least, available)
    columns = tuple(
        replace(column, share=max(1, int(width * _PARTS)))
        for column, width in zip(table.columns, widths, strict=True)
    )
    return replace(table, columns=columns, landscape=across)


def _without_empty_columns(table: Table) -> Table:
    lines = [row.cells for row in table.rows if not row.group]
    kept = [
        number
        for number in range(len(table.columns))
        if any(plain_text(cells[number]) not in _SAYS_NOTHING for cells in lines)
    ]
    if not lines or len(kept) == len(table.columns):
        return table
    return replace(
        table,
        columns=tuple(table.columns[number] for number in kept),
        rows=tuple(
            row if row.group else replace(row, cells=tuple(row.cells[number] for number in kept))
            for row in table.rows
        ),
    )


def _least(column: Column, number: int, rows: Iterable[Row], profile: FormatProfile) -> Decimal:
    """The width that the longest word of the column needs, its head included, and words that run on in any case."""
    text, head = profile.styles[Slot.TABLE_TEXT], profile.styles[Slot.TABLE_HEADER]
    words = {
        word
        for row in rows
        if not row.group
        for run in row.cells[number]
        for word in _AFTER_SIGN.sub(_NO_BREAK, bound_to_units(run.text)).split(" ")
    }
    longest = sorted(words, key=len, reverse=True)[:_MEASURED]
    widest = max(
        (
            *(text.width_of(word) for word in longest),
            *(head.width_of(word) for word in column.title.split(" ")),
        )
    )
    needed = widest + 2 * profile.table.padding + _SLACK
    return max(needed, _READABLE) if column.align == "left" else needed


def _dealt(shares: list[int], least: list[Decimal], available: Decimal) -> list[Decimal]:
    """Widths by shares, but each at least what it needs; where even that is too much, all give way alike."""
    if sum(least) >= available:
        return [width * available / sum(least) for width in least]
    held: set[int] = set()
    while True:
        free = available - sum((least[i] for i in held), Decimal())
        whole = sum(share for i, share in enumerate(shares) if i not in held)
        widths = [least[i] if i in held else free * share / whole for i, share in enumerate(shares)]
        short = {i for i, width in enumerate(widths) if i not in held and width < least[i]}
        if not short:
            return widths
        held |= short
