"""What frames the body of an official paper: the opening above it and the closing below."""

from collections.abc import Sequence
from decimal import Decimal

from thidua_cli.typesetting.layout import Cell, DrawnRule, Line, Piece, Setting, TwoColumns
from thidua_cli.typesetting.profile import FormatProfile, OpeningLine
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.text_width import broken_lines, even_width, text_width
from thidua_cli.typesetting.tree import Frame, Inline, Run, Signature
from thidua_cli.typesetting.wording import closed_lines, lowered, pattern_runs, plain_line

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_SLACK = Decimal(2)
"""Millimetres by which a measured line may be wider on another machine."""


def opening(frame: Frame, profile: FormatProfile) -> tuple[Setting, ...]:
    """Everything above the body, from the issuer's name to the addressees."""
    head = profile.letterhead
    national = tuple(piece for line in head.national for piece in _national(line, profile))
    rows = (
        (Cell(_issuer(frame, profile)), Cell(national)),
        (
            Cell((plain_line(Slot.NUMBER, number_line(frame, profile)),)),
            Cell((plain_line(Slot.PLACE_DATE, date_line(frame, profile)),)),
        ),
    )
    return (
        TwoColumns(head.left, head.right, rows),
        plain_line(Slot.KIND, frame.kind),
        *_subject(frame.subject, profile),
        *_addressees(frame.addressees, profile),
    )


def closing(frame: Frame, profile: FormatProfile) -> TwoColumns:
    """Recipients on the left, signature on the right; it never splits."""
    form = profile.closing
    cells = (Cell(_recipients(frame, profile)), Cell(_signature(frame.signature)))
    return TwoColumns(form.left, form.right, (cells,), form.height, form.gap)


def number_line(frame: Frame, profile: FormatProfile) -> str:
    """`Số: 05/KH-SVHTTDL`, with room for the number where there is none yet."""
    patterns = profile.patterns
    number = (
        _room(patterns.blank_number) if frame.number is None else frame.number.zfill(patterns.number_digits)
    )
    symbol = frame.kind_symbol
    if frame.issuer_symbol is not None:
        symbol = patterns.symbol.format(kind=symbol, issuer=frame.issuer_symbol)
    return patterns.number.format(number=number, symbol=symbol)


def date_line(frame: Frame, profile: FormatProfile) -> str:
    """`Cao Bằng, ngày 05 tháng 6 năm 2026`, with room for the parts that are not known yet."""
    patterns, day = profile.patterns, frame.date
    if day is None:
        year = _room(patterns.blank_year) if frame.year is None else str(frame.year)
        return patterns.date.format(
            place=frame.place, day=_room(patterns.blank_day), month=_room(patterns.blank_month), year=year
        )
    return patterns.date.format(
        place=frame.place,
        day=_with_zero(day.day, patterns.zero_days_below),
        month=_with_zero(day.month, patterns.zero_months_below),
        year=day.year,
    )


def _national(line: OpeningLine, profile: FormatProfile) -> tuple[Piece, ...]:
    words = plain_line(line.slot, line.text)
    if line.rule is None:
        return (words,)
    style = profile.styles[line.slot]
    return (words, DrawnRule(line.rule * text_width(style.letters(line.text), style.size, bold=style.bold)))


def _issuer(frame: Frame, profile: FormatProfile) -> tuple[Piece, ...]:
    style, head = profile.styles[Slot.ISSUER], profile.letterhead
    lines = (
        *(plain_line(Slot.SUPERIOR, line) for line in frame.superior),
        *(plain_line(Slot.ISSUER, line) for line in frame.issuer),
    )
    widths = [text_width(style.letters(line), style.size, bold=style.bold) for line in frame.issuer]
    return (
        *lines,
        *_short_rule(widths, head.issuer_rule, profile),
        *_mark(Slot.ISSUER_MARK, head.issuer_mark),
    )


def _subject(subject: Inline, profile: FormatProfile) -> tuple[Piece, ...]:
    style, head = profile.styles[Slot.SUBJECT], profile.letterhead
    subject = lowered(subject) if head.subject_lowered else subject
    text = style.letters("".join(run.text for run in subject))
    width = even_width(text, style.size, profile.page.text_width, bold=style.bold)
    inset = max(Decimal(0), (profile.page.text_width - width - _SLACK) / 2)
    widths = broken_lines(text, style.size, width, bold=style.bold)
    return (
        Line(Slot.SUBJECT, subject, inset=inset),
        *_short_rule(widths, head.subject_rule, profile),
        *_mark(Slot.SUBJECT_MARK, head.subject_mark),
    )


def _short_rule(
    widths: Sequence[Decimal], share: Decimal | None, profile: FormatProfile
) -> tuple[DrawnRule, ...]:
    """A rule below lines of these widths; the decree measures it against "the line of text", whichever that is."""
    if share is None or not widths:
        return ()
    return (DrawnRule(min(share * max(widths), profile.letterhead.last_line_most * widths[-1])),)


def _mark(slot: Slot, mark: str | None) -> tuple[Line, ...]:
    """A line of characters in place of a rule."""
    return () if mark is None else (plain_line(slot, mark),)


def _addressees(addressees: tuple[Inline, ...], profile: FormatProfile) -> tuple[Line, ...]:
    form = profile.addressing
    match addressees:
        case ():
            return ()
        case (only,):
            return (Line(Slot.ADDRESSEE, pattern_runs(form.one, only, italic_before=form.label_italic)),)
        case _:
            items = closed_lines(addressees, form.item, form.endings)
            return (
                plain_line(Slot.ADDRESSEES_LABEL, form.several),
                *(Line(Slot.ADDRESSEE_ITEM, runs) for runs in items),
            )


def _recipients(frame: Frame, profile: FormatProfile) -> tuple[Line, ...]:
    form = profile.closing
    names = frame.recipients
    if frame.addressees:
        names = ((Run(form.as_above),), *names)
    if frame.filing is not None:
        names = (*names, (Run(form.filing.format(text=frame.filing)),))
    if not names:
        return ()
    lines = closed_lines(names, form.recipient, form.endings)
    return (plain_line(Slot.RECIPIENTS_LABEL, form.label), *(Line(Slot.RECIPIENT, runs) for runs in lines))


def _signature(signature: Signature) -> tuple[Line, ...]:
    above = ((Slot.AUTHORITY, signature.authority), (Slot.SIGNATURE, signature.office))
    lines = tuple(Line(slot, runs) for slot, runs in above if runs)
    return lines if signature.name is None else (*lines, plain_line(Slot.SIGNER, signature.name))


def _room(spaces: int) -> str:
    """No-break spaces, which neither collapse nor break at the end of a line."""
    return _NO_BREAK_SPACE * spaces


def _with_zero(number: int, below: int) -> str:
    return f"0{number}" if number < min(below, 10) else str(number)
