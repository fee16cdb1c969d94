"""Words in the middle of a column, in lines as even as can be, and what is drawn below them."""

from collections.abc import Sequence
from decimal import Decimal

from thidua_cli.typesetting.layout import DrawnRule, Line
from thidua_cli.typesetting.profile import FormatProfile
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.tree import Inline, plain_text
from thidua_cli.typesetting.wording import plain_line

SLACK = Decimal(2)
"""Millimetres by which a measured line may be wider on another machine."""


def even_line(
    slot: Slot, runs: Inline, available: Decimal, profile: FormatProfile
) -> tuple[Line, tuple[Decimal, ...]]:
    """The words set in as few lines as they need of `available` millimetres, and the widths of those lines."""
    style, text = profile.styles[slot], plain_text(runs)
    width = style.even_width(text, available)
    inset = max(Decimal(0), (available - width - SLACK) / 2)
    return Line(slot, runs, inset=inset), style.line_widths(text, width)


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
