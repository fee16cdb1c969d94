"""A document becomes lines, columns and tables: headings are numbered, marks and endings put in their places."""

from dataclasses import replace
from typing import assert_never

from thidua_cli.typesetting.layout import DataTable, Line, Setting
from thidua_cli.typesetting.letterhead import closing, opening
from thidua_cli.typesetting.profile import Closing, FormatProfile, Markers
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.tree import Block, Document, Heading, Inline, Item, Paragraph, Run, Table
from thidua_cli.typesetting.wording import closed, closed_lines, letter, roman

_HEADINGS = (Slot.HEADING_1, Slot.HEADING_2, Slot.HEADING_3)
_ITEMS = (Slot.ITEM_1, Slot.ITEM_2)


def compose(document: Document, profile: FormatProfile) -> tuple[Setting, ...]:
    """The whole paper from the first line to the signature, ready to be written."""
    basis = closed_lines(document.basis, profile.basis.item, profile.basis)
    return (
        *opening(document.frame, profile),
        *(Line(Slot.BASIS, runs) for runs in basis),
        *_ended(_body(document.blocks, profile.markers), profile.closing),
        closing(document.frame, profile),
    )


def _body(blocks: tuple[Block, ...], markers: Markers) -> list[Setting]:
    counter = _HeadingCounter(markers)
    items = (markers.item_1, markers.item_2)
    settings: list[Setting] = []
    for block in blocks:
        match block:
            case Paragraph(runs):
                settings.append(Line(Slot.BODY, runs))
            case Heading():
                settings.append(_heading(block, counter.marker(block)))
            case Item(level, runs):
                settings.append(Line(_ITEMS[level - 1], _marked(items[level - 1], runs)))
            case Table(caption):
                if caption:
                    settings.append(Line(Slot.TABLE_CAPTION, caption))
                settings.append(DataTable(block))
            case _:
                assert_never(block)
    return settings


def _heading(heading: Heading, marker: str) -> Line:
    run_in = (Run(" "), *heading.run_in) if heading.run_in else ()
    return Line(_HEADINGS[heading.level - 1], _marked(marker, heading.runs), run_in)


def _marked(marker: str, runs: Inline) -> Inline:
    return (Run(f"{marker} "), *runs) if marker else runs


def _ended(body: list[Setting], form: Closing) -> list[Setting]:
    """The body with its end mark; its end stays on the page of the signature."""
    mark, alone = form.end_mark, form.end_mark_below_table
    match body:
        case [*before, Line() as last]:
            if last.run_in:
                return [*before, replace(last, run_in=closed(last.run_in, mark), keep_next=True)]
            return [*before, replace(last, runs=closed(last.runs, mark), keep_next=True)]
        case [*before, DataTable() as last]:
            below = [] if alone is None else [Line(Slot.BODY, (Run(alone),), keep_next=True)]
            return [*before, replace(last, keep_next=True), *below]
        case _:
            return body


class _HeadingCounter:
    """Counts headings level by level; one with a marker of its own takes its turn, one without any does not."""

    def __init__(self, markers: Markers) -> None:
        self._patterns = (markers.heading_1, markers.heading_2, markers.heading_3)
        self._counts = [0, 0, 0]
        self._given = ["", "", ""]

    def marker(self, heading: Heading) -> str:
        if heading.marker == "":
            return ""
        level, below = heading.level - 1, len(self._counts) - heading.level
        self._counts[level:] = [self._counts[level] + 1, *[0] * below]
        self._given[level:] = [self._next(level) if heading.marker is None else heading.marker, *[""] * below]
        return self._given[level]

    def _next(self, level: int) -> str:
        count, parent = self._counts[level], self._given[level - 1] if level else ""
        return self._patterns[level].format(
            roman=roman(count), arabic=count, letter=letter(count), parent=parent
        )
