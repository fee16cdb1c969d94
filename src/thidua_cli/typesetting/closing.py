"""What stands below the body: recipients on the left, signatures on the right."""

from dataclasses import replace
from decimal import Decimal
from itertools import accumulate, zip_longest

from thidua_cli.typesetting.layout import Cell, Line, TwoColumns
from thidua_cli.typesetting.letterhead import addressed
from thidua_cli.typesetting.marks import drafter
from thidua_cli.typesetting.profile import FormatProfile
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.text_width import POINT
from thidua_cli.typesetting.tree import Frame, Run, Signature, plain_text
from thidua_cli.typesetting.wording import closed_lines, plain_line

_LINE_HEIGHT = Decimal("1.15") * POINT
"""Millimetres that a single line of Times New Roman is high for each point of its size."""


def closing(
    frame: Frame, profile: FormatProfile, *, landscape: bool = False, stays: bool = False
) -> TwoColumns:
    """The columns below the body; only a long list of recipients runs over the end of a page.

    Where it `stays`, its end is on the page of what follows.
    """
    form = profile.closing
    left = profile.page.text_width(landscape=landscape) - form.right
    recipients = _recipients(frame, profile)
    if frame.joint_signatures:
        rows, below = _joint_rows(frame.every_signature), recipients
        whole = _fitting(recipients, left, profile) == len(recipients)
    else:
        beside = _fitting(recipients, left, profile)
        cell = _kept if stays else Cell
        rows = ((cell(recipients[:beside]), cell(_signature(frame.signature))),)
        below, whole = recipients[beside:], False
    below = (*below[:-1], *(replace(line, keep_next=stays) for line in below[-1:]))
    return TwoColumns(left, form.right, rows, form.height, form.gap, below, below_whole=whole)


def _recipients(frame: Frame, profile: FormatProfile) -> tuple[Line, ...]:
    form = profile.closing
    if addressed(frame, profile.addressing):
        names = ((Run(form.as_above),), *frame.recipients)
    else:
        names = (*frame.addressees, *frame.recipients)
    if frame.filing is not None:
        names = (*names, (Run(form.filing.format(text=frame.filing)),))
    below = drafter(frame.marks, profile)
    if not names:
        return below
    lines = closed_lines(names, form.recipient, form.endings)
    return (
        plain_line(Slot.RECIPIENTS_LABEL, form.label),
        *(Line(Slot.RECIPIENT, runs) for runs in lines),
        *below,
    )


def _fitting(recipients: tuple[Line, ...], width: Decimal, profile: FormatProfile) -> int:
    """How many of the paragraphs stand beside the signature: all, or of a long list as many as it is high."""
    heights = tuple(accumulate(_height(line, width, profile) for line in recipients))
    if not heights or heights[-1] <= profile.closing.recipients_together:
        return len(recipients)
    return sum(height <= profile.closing.height for height in heights)


def _height(line: Line, width: Decimal, profile: FormatProfile) -> Decimal:
    """Millimetres that the paragraph takes in a column."""
    style = profile.styles[line.slot]
    return len(style.line_widths(plain_text(line.runs), width)) * style.size * _LINE_HEIGHT


def _joint_rows(signatures: tuple[Signature, ...]) -> tuple[tuple[Cell, Cell], ...]:
    """The first signature on the right of the first row, each other in the next place from left to right."""
    first, second, *others = signatures
    pairs = ((second, first), *zip_longest(others[::2], others[1::2]))
    return tuple(
        (_kept(_signature(left)), Cell(()) if right is None else _kept(_signature(right)))
        for left, right in pairs
    )


def _kept(lines: tuple[Line, ...]) -> Cell:
    """Lines on the page of what is below them."""
    return Cell(tuple(replace(line, keep_next=True) for line in lines))


def _signature(signature: Signature) -> tuple[Line, ...]:
    authority = (Line(Slot.AUTHORITY, runs) for runs in signature.authority)
    lines = (*authority, *((Line(Slot.SIGNATURE, signature.office),) if signature.office else ()))
    return lines if signature.name is None else (*lines, plain_line(Slot.SIGNER, signature.name))
