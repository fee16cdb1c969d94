"""Words in the middle of a column, in lines as even as can be, and what is drawn below them."""

from collections.abc import Sequence
from decimal import Decimal

from thidua_cli.typesetting.layout import DrawnRule, Line
from thidua_cli.typesetting.profile import FormatProfile
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.text_width import broken_lines, even_width
from thidua_cli.typesetting.tree import Inline, plain_text
from thidua_cli.typesetting.wording import plain_line

SLACK = Decimal(2)
"""Millimetres by which a measured line may be wider on another machine."""


def even_line(
    slot: Slot, runs: Inline, available: Decimal, profile: FormatProfile
) -> tuple[Line, tuple[Decimal, ...]]:
    """The words set in as few lines as they need of `available` millimetres, and the widths of those lines."""
    style = profile.styles[slot]
    text = style.letters(plain_text(runs))
    width = even_width(text, style.size, available, bold=style.bold)
    inset = max(Decimal(0), (available - width - SLACK) / 2)
    return Line(slot, runs, inset=inset), broken_lines(text, style.size, width, bold=style.bold)


def short_rule(
    widths: Sequence[Decimal], share: Decimal | None, profile: FormatProfile
) -> tuple[DrawnRule, ...]:
    """A rule below lines of these widths; the decree measures it against "the line of text", whichever that is."""
    if share is None or not widths:
        return ()
    return (DrawnRule(min(share * max(widths), profile.letterhead.last_line_most * widths[-1])),)


def mark_line(slot: Slot, mark: str | None) -> tuple[Line, ...]:
    """A line of characters in place of a rule."""
    return () if mark is None else (plain_line(slot, mark),)
