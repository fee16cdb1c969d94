"""The lines that only some papers carry: urgency, limits on circulation, drafter and copies, contact."""

from decimal import Decimal

from thidua_cli.typesetting.centred import even_line
from thidua_cli.typesetting.layout import Line
from thidua_cli.typesetting.profile import FormatProfile
from thidua_cli.typesetting.profile_parts import SlotStyle
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.text_width import POINT
from thidua_cli.typesetting.tree import Marks, Run
from thidua_cli.typesetting.wording import plain_line


def below_number(marks: Marks, profile: FormatProfile) -> tuple[Line, ...]:
    """Which draft the paper is, and how urgent."""
    draft = profile.letterhead.draft.format(number=marks.draft)
    return (
        *(() if marks.draft is None else (plain_line(Slot.DRAFT, draft),)),
        *_urgency(marks, profile),
    )


def _urgency(marks: Marks, profile: FormatProfile) -> tuple[Line, ...]:
    """The degree of urgency, in a frame of its own width where the form has one."""
    degrees = profile.urgency
    match marks.urgency:
        case None:
            return ()
        case "urgent":
            form = degrees.urgent
        case "very-urgent":
            form = degrees.very_urgent
        case "express":
            form = degrees.express
    inset = Decimal(0)
    if form.width is not None:
        # Word draws the frame outside the indents, away from the words.
        beside = (profile.letterhead.left - form.width) / 2
        inset = max(Decimal(0), beside + _frame_gap(profile.styles[Slot.URGENCY]))
    return (Line(Slot.URGENCY, (Run(form.text),), inset=inset),)


def circulation(marks: Marks, profile: FormatProfile) -> tuple[Line, ...]:
    """How far the paper may go: above the right column, at the top edge of the first page."""
    if marks.circulation is None:
        return ()
    gap = _frame_gap(profile.styles[Slot.CIRCULATION])
    column = profile.letterhead.right
    words = (Run(marks.circulation),)
    line, _ = even_line(Slot.CIRCULATION, words, column - 2 * gap, profile)
    # The line is even within the column without its frame.
    offset = profile.page.text_width() - column
    return (Line(Slot.CIRCULATION, words, inset=line.inset + gap, offset=offset),)


def drafter(marks: Marks, profile: FormatProfile) -> tuple[Line, ...]:
    """Who drafted the paper and how many copies there are, below the recipients."""
    if marks.drafter is None:
        return ()
    form = profile.closing
    pattern = form.drafter if marks.copies is None else form.drafter_with_copies
    return (plain_line(Slot.DRAFTER, pattern.format(drafter=marks.drafter, copies=marks.copies)),)


def contact(marks: Marks, profile: FormatProfile, *, on: str) -> tuple[Line, ...]:
    """Where to turn to, if it stands on this page of the paper: `first-page` or `last-page`."""
    if marks.contact is None or profile.contact.on != on:
        return ()
    return (plain_line(Slot.CONTACT, marks.contact),)


def _frame_gap(style: SlotStyle) -> Decimal:
    """Millimetres between the words and the line round them."""
    return Decimal(0) if style.framed is None else style.framed * POINT
