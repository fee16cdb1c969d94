"""What stands above the body of an official paper."""

from collections.abc import Iterator

from thidua_cli.typesetting.centred import SLACK, even_line, mark_line, short_rule
from thidua_cli.typesetting.identity import date_line, number_line
from thidua_cli.typesetting.layout import Cell, DrawnRule, Line, Piece, Setting, TwoColumns
from thidua_cli.typesetting.marks import below_number
from thidua_cli.typesetting.name_lines import name_lines
from thidua_cli.typesetting.profile import FormatProfile
from thidua_cli.typesetting.profile_parts import Addressing, OpeningLine
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.tree import Frame, Inline
from thidua_cli.typesetting.wording import closed_lines, lowered, pattern_runs, plain_line


def opening(frame: Frame, profile: FormatProfile) -> tuple[Setting, ...]:
    """Everything above the body, from the issuer's name to the addressees."""
    head = profile.letterhead
    national = tuple(piece for line in head.national for piece in _national(line, profile))
    rows = (
        (Cell(_issuer(frame, profile)), Cell(national)),
        (
            Cell(_identity(frame, profile)),
            Cell((plain_line(Slot.PLACE_DATE, date_line(frame, profile)),)),
        ),
    )
    return (
        TwoColumns(head.left, head.right, rows),
        *_title(frame, profile),
        *_addressees(frame, profile),
    )


def _national(line: OpeningLine, profile: FormatProfile) -> tuple[Piece, ...]:
    words = plain_line(line.slot, line.text)
    if line.rule is None:
        return (words,)
    return (words, DrawnRule(line.rule * profile.styles[line.slot].width_of(line.text)))


def _issuer(frame: Frame, profile: FormatProfile) -> tuple[Piece, ...]:
    head = profile.letterhead
    joint = (frame.issuer, *frame.joint_issuers)
    names = [*((*name[:-1], f"{name[-1]} {head.joint}") for name in joint[:-1]), joint[-1]]
    own = [line for name in names for line in _column_lines(name, Slot.ISSUER, profile)]
    widths = [profile.styles[Slot.ISSUER].width_of(line) for line in own]
    return (
        *(plain_line(Slot.SUPERIOR, line) for line in _column_lines(frame.superior, Slot.SUPERIOR, profile)),
        *(plain_line(Slot.ISSUER, line) for line in own),
        *short_rule(widths, head.issuer_rule, profile),
        *mark_line(Slot.ISSUER_MARK, head.issuer_mark),
    )


def _column_lines(name: tuple[str, ...], slot: Slot, profile: FormatProfile) -> Iterator[str]:
    """The lines of a name, those broken further that are too long for the column of the issuer."""
    for line in name:
        yield from name_lines(line, profile.styles[slot], profile.letterhead.left - SLACK)


def _identity(frame: Frame, profile: FormatProfile) -> tuple[Piece, ...]:
    """The number, and below it what stands there of a letter, a draft, or an urgent paper."""
    head = profile.letterhead
    pieces = [plain_line(Slot.NUMBER, number_line(frame, profile))]
    if frame.kind is None:
        subject = pattern_runs(profile.letter.subject, lowered(frame.subject))
        pieces.append(even_line(Slot.LETTER_SUBJECT, subject, head.left, profile)[0])
    return (*pieces, *below_number(frame.marks, profile))


def _title(frame: Frame, profile: FormatProfile) -> tuple[Piece, ...]:
    """The type of paper and its subject; a letter has neither here."""
    if frame.kind is None:
        return ()
    head = profile.letterhead
    subject = lowered(frame.subject) if head.subject_lowered else frame.subject
    line, widths = even_line(Slot.SUBJECT, subject, profile.page.text_width(), profile)
    return (
        plain_line(Slot.KIND, frame.kind),
        line,
        *short_rule(widths, head.subject_rule, profile),
        *mark_line(Slot.SUBJECT_MARK, head.subject_mark),
    )


def _addressees(frame: Frame, profile: FormatProfile) -> tuple[Line, ...]:
    form = profile.addressing
    label = form.submission_label if frame.submission else form.label
    match addressed(frame, form):
        case ():
            return ()
        case (only,):
            pattern = form.one.format(label=label, text="{text}")
            return (Line(Slot.ADDRESSEE, pattern_runs(pattern, only, italic_before=form.label_italic)),)
        case several:
            items = closed_lines(several, form.item, form.endings)
            return (
                plain_line(Slot.ADDRESSEES_LABEL, form.several.format(label=label)),
                *(Line(Slot.ADDRESSEE_ITEM, runs) for runs in items),
            )


def addressed(frame: Frame, form: Addressing) -> tuple[Inline, ...]:
    """Who is addressed above the body."""
    titled = frame.kind is not None and not frame.submission
    return () if form.letters_only and titled else frame.addressees
