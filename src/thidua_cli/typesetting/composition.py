"""A document becomes sheets of lines, columns and tables: headings are numbered, marks and endings put in place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import assert_never

from thidua_cli.typesetting.appendices import body_of, headed_appendices
from thidua_cli.typesetting.centred import even_line
from thidua_cli.typesetting.closing import closing
from thidua_cli.typesetting.layout import DataTable, DrawnRule, Line, Setting, Sheets
from thidua_cli.typesetting.letterhead import opening
from thidua_cli.typesetting.marks import contact
from thidua_cli.typesetting.numbering import HeadingCounter
from thidua_cli.typesetting.profile import FormatProfile
from thidua_cli.typesetting.profile_parts import Closing
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.tree import (
    BodyBlock,
    Document,
    Heading,
    Inline,
    Item,
    Paragraph,
    Part,
    Run,
    Table,
)
from thidua_cli.typesetting.wording import closed, closed_lines, plain_line

_HEADINGS = (Slot.HEADING_1, Slot.HEADING_2, Slot.HEADING_3)
_ITEMS = (Slot.ITEM_1, Slot.ITEM_2)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A setting, and whether its sheet lies across."""

    setting: Setting
    landscape: bool


def compose(document: Document, profile: FormatProfile) -> tuple[Sheets, ...]:
    """The whole paper from the first line to the last appendix, ready to be written."""
    first, *others = (
        sheets
        for part in (_paper(document, profile), *_appendices(document, profile))
        for sheets in _in_sheets(part)
    )
    return (replace(first, opening=True), *others)


def _paper(document: Document, profile: FormatProfile) -> list[_Placed]:
    basis = closed_lines(document.basis, profile.basis.item, profile.basis)
    above = (*opening(document.frame, profile), *(Line(Slot.BASIS, runs) for runs in basis))
    body = _body(body_of(document.blocks), profile, landscape=False)
    text = _with_lead_ins(_ended(body, profile.closing, stays=True), profile)
    # A signature alone on an upright sheet would stand apart from the text that it signs.
    across = bool(text) and text[-1].landscape
    foot = contact(document.frame.marks, profile, on="last-page")
    below = closing(document.frame, profile, landscape=across, stays=bool(foot))
    return [*_placed(above, landscape=False), *text, *_placed((below, *foot), landscape=across)]


def _appendices(document: Document, profile: FormatProfile) -> Iterator[list[_Placed]]:
    for head, appendix in headed_appendices(document, profile):
        body = _body(body_of(appendix.blocks), profile, landscape=appendix.landscape)
        text = _ended(body, profile.closing, stays=False)
        yield _with_lead_ins([*_placed(head, landscape=appendix.landscape), *text], profile)


def _in_sheets(placed: list[_Placed]) -> Iterator[Sheets]:
    """Consecutive settings that lie the same way share their sheets."""
    for number, (landscape, group) in enumerate(groupby(placed, key=lambda each: each.landscape)):
        yield Sheets(tuple(each.setting for each in group), landscape, counted_anew=number == 0)


def _placed(settings: Iterable[Setting], *, landscape: bool) -> list[_Placed]:
    return [_Placed(setting, landscape) for setting in settings]


def _with_lead_ins(placed: list[_Placed], profile: FormatProfile) -> list[_Placed]:
    """Headings right above what lies across go with it; they would be left behind on the sheet before."""
    turned: list[_Placed] = []
    for each in reversed(placed):
        leads = isinstance(each.setting, DrawnRule) or (
            isinstance(each.setting, Line) and profile.styles[each.setting.slot].keep_next
        )
        goes_along = leads and bool(turned) and turned[-1].landscape
        turned.append(replace(each, landscape=True) if goes_along else each)
    return turned[::-1]


def _body(blocks: Iterable[BodyBlock], profile: FormatProfile, *, landscape: bool) -> list[_Placed]:
    counter = HeadingCounter(profile.markers)
    return [
        _Placed(setting, landscape or (isinstance(block, Table) and block.landscape))
        for block in blocks
        for setting in _settings(block, counter, profile, landscape=landscape)
    ]


def _settings(
    block: BodyBlock, counter: HeadingCounter, profile: FormatProfile, *, landscape: bool
) -> tuple[Setting, ...]:
    marks = (profile.markers.item_1, profile.markers.item_2)
    match block:
        case Paragraph(runs):
            return (Line(Slot.BODY, runs),)
        case Part(title):
            available = profile.page.text_width(landscape=landscape)
            line, _ = even_line(Slot.PART_TITLE, title, available, profile)
            return (plain_line(Slot.PART_LABEL, counter.part()), line)
        case Heading():
            return (_heading(block, counter.marker(block)),)
        case Item(level, runs):
            return (Line(_ITEMS[level - 1], _marked(marks[level - 1], runs)),)
        case Table(caption):
            width = profile.page.text_width(landscape=landscape or block.landscape)
            above = (Line(Slot.TABLE_CAPTION, caption),) if caption else ()
            return (*above, DataTable(block, width))
        case _:
            assert_never(block)


def _heading(heading: Heading, marker: str) -> Line:
    run_in = (Run(" "), *heading.run_in) if heading.run_in else ()
    return Line(_HEADINGS[heading.level - 1], _marked(marker, heading.runs), run_in)


def _marked(marker: str, runs: Inline) -> Inline:
    return (Run(f"{marker} "), *runs) if marker else runs


def _ended(body: list[_Placed], form: Closing, *, stays: bool) -> list[_Placed]:
    """The body with its end mark; where it `stays`, its end is on the page of what follows."""
    if not body:
        return body
    *before, last = body
    match last.setting:
        case Line() as line:
            if line.run_in:
                line = replace(line, run_in=closed(line.run_in, form.end_mark), keep_next=stays)
            else:
                line = replace(line, runs=closed(line.runs, form.end_mark), keep_next=stays)
            return [*before, replace(last, setting=line)]
        case DataTable() as table:
            alone = form.end_mark_below_table
            mark = () if alone is None else (Line(Slot.BODY, (Run(alone),), keep_next=stays),)
            kept = replace(table, keep_next=stays or bool(mark))
            return [*before, replace(last, setting=kept), *_placed(mark, landscape=last.landscape)]
        case _:
            return body
