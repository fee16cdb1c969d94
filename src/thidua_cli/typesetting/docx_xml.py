"""Lines, columns and tables as WordprocessingML: strings joined in one pass, parsed once by the writer."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import accumulate, count, pairwise
from typing import assert_never

from thidua_cli.typesetting.docx_drawing import rule_drawing
from thidua_cli.typesetting.docx_notes import note_reference
from thidua_cli.typesetting.docx_styles import (
    BLANK,
    DATA_TABLE,
    END,
    FRAME_TABLE,
    aligned_table_text,
    style_id,
)
from thidua_cli.typesetting.docx_units import esc, point_twips, twips
from thidua_cli.typesetting.layout import Cell, DataTable, DrawnRule, Line, Setting, Sheets, TwoColumns
from thidua_cli.typesetting.profile import FormatProfile
from thidua_cli.typesetting.profile_parts import SlotStyle
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.tree import Inline, Row, Run
from thidua_cli.vietnamese.figures_in_text import bound_to_units

_KEPT_ROWS = 2
"""Rows of a table that stay with what follows it."""


class BodyWriter:
    """Writes what a paper is made of; it numbers drawings and notes, and so serves for one paper."""

    def __init__(self, profile: FormatProfile) -> None:
        self._profile = profile
        self._drawings: Iterator[int] = count(1)
        self.notes: list[str] = []
        """The notes met so far, each as the runs of its text."""

    def body(self, settings: Iterable[Setting]) -> str:
        """Everything in the order in which it is set."""
        return "".join(self._setting(setting) for setting in settings)

    def sheets(self, sheets: Sheets, section: str) -> str:
        """Everything on sheets that end with these section properties, none for the last sheets of a paper.

        Word keeps them in the last paragraph; after a table it wants one for them alone.
        """
        *before, last = sheets.settings
        if isinstance(last, Line):
            return self.body(before) + self.line(last, section)
        end = f'<w:p><w:pPr><w:pStyle w:val="{END}"/>{section}</w:pPr></w:p>'
        return self.body(sheets.settings) + end

    def line(self, line: Line, section: str = "") -> str:
        """One paragraph; with section properties it is the last on its sheets."""
        style = self._profile.styles[line.slot]
        keeps = line.keep_next or (style.keep_next and not line.run_in)
        keep = "" if keeps == style.keep_next else f'<w:keepNext w:val="{int(keeps)}"/>'
        left, right = twips(line.inset + line.offset), twips(line.inset)
        indents = f'<w:ind w:left="{left}" w:right="{right}"/>' if left or right else ""
        runs = self._runs(line.runs, style) + self._runs(line.run_in, style, plain=True)
        return f'<w:p><w:pPr><w:pStyle w:val="{style_id(line.slot)}"/>{keep}{indents}{section}</w:pPr>{runs}</w:p>'

    def _setting(self, setting: Setting) -> str:
        match setting:
            case Line():
                return self.line(setting)
            case DrawnRule(length):
                return self._rule(length)
            case TwoColumns():
                return self._two_columns(setting)
            case DataTable():
                return self._data_table(setting)
            case _:
                assert_never(setting)

    def _rule(self, length: Decimal) -> str:
        drawing = rule_drawing(next(self._drawings), length, self._profile.letterhead.rule_weight)
        return f'<w:p><w:pPr><w:pStyle w:val="{style_id(Slot.RULE)}"/></w:pPr><w:r>{drawing}</w:r></w:p>'

    def _runs(self, runs: Inline, style: SlotStyle, *, plain: bool = False) -> str:
        return "".join(self._run(run, style, plain=plain) for run in runs)

    def _run(self, run: Run, style: SlotStyle, *, plain: bool) -> str:
        text = bound_to_units(style.letters(run.text))
        properties = '<w:b w:val="0"/><w:bCs w:val="0"/>' if plain and style.bold and not run.bold else ""
        properties += "<w:b/><w:bCs/>" if run.bold and not style.bold else ""
        properties += "<w:i/><w:iCs/>" if run.italic and not style.italic else ""
        if run.blank:
            text = self._profile.patterns.blank.format(text=text)
            properties = f'<w:rStyle w:val="{BLANK}"/>{properties}<w:highlight w:val="yellow"/>'
        properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        return f'<w:r>{properties}<w:t xml:space="preserve">{esc(text)}</w:t></w:r>{self._note(run)}'

    def _note(self, run: Run) -> str:
        """The number of the run's note, which is kept for the foot of the page."""
        if not run.note:
            return ""
        self.notes.append(self._runs(run.note, self._profile.styles[Slot.FOOTNOTE]))
        return note_reference(len(self.notes))

    def _two_columns(self, columns: TwoColumns) -> str:
        widths = (twips(columns.left), twips(columns.right))
        height = (
            ""
            if columns.height is None
            else f'<w:trHeight w:val="{twips(columns.height)}" w:hRule="atLeast"/>'
        )
        gaps = (columns.gap, *[Decimal(0)] * len(columns.rows))
        rows = "".join(
            f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>"
            + "".join(self._cell(cell, width, gap) for cell, width in zip(row, widths, strict=True))
            + "</w:tr>"
            for row, gap in zip(columns.rows, gaps, strict=False)
        )
        if columns.below_left:
            cells = (Cell(columns.below_left), Cell(()))
            below = "".join(self._cell(cell, width) for cell, width in zip(cells, widths, strict=True))
            whole = "<w:trPr><w:cantSplit/></w:trPr>" if columns.below_whole else ""
            rows += f"<w:tr>{whole}{below}</w:tr>"
        return f"<w:tbl>{_table_start(FRAME_TABLE, widths)}{rows}</w:tbl>"

    def _cell(self, cell: Cell, width: int, gap: Decimal = Decimal(0)) -> str:
        # Word wants a paragraph in every cell.
        content = self.body(cell.pieces) or "<w:p/>"
        margin = f'<w:tcMar><w:top w:w="{point_twips(gap)}" w:type="dxa"/></w:tcMar>' if gap else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{margin}</w:tcPr>{content}</w:tc>'

    def _data_table(self, setting: DataTable) -> str:
        table = setting.table
        widths = _shares([column.share for column in table.columns], twips(setting.width))
        styles = [aligned_table_text(column.align) for column in table.columns]
        header = self._header_row([column.title for column in table.columns], widths)
        first_kept = len(table.rows) - _KEPT_ROWS if setting.keep_next else len(table.rows)
        rows = "".join(
            self._group_row(row, sum(widths), len(widths))
            if row.group
            # The first row stays with the second: where it stood alone, LibreOffice 7.4 would lose all others.
            else self._row(row, widths, styles, keep=index == 0 or index >= first_kept)
            for index, row in enumerate(table.rows)
        )
        return f"<w:tbl>{_table_start(DATA_TABLE, widths)}{header}{rows}</w:tbl>"

    def _header_row(self, titles: list[str], widths: list[int]) -> str:
        style = self._profile.styles[Slot.TABLE_HEADER]
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style_id(Slot.TABLE_HEADER)}"/></w:pPr>'
            f"{self._runs((Run(title),), style)}</w:p></w:tc>"
            for title, width in zip(titles, widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"

    def _row(self, row: Row, widths: list[int], styles: list[str], *, keep: bool) -> str:
        style = self._profile.styles[Slot.TABLE_TEXT]
        kept = "<w:keepNext/>" if keep else ""
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>'
            f'<w:pStyle w:val="{style_name}"/>{kept}</w:pPr>{self._runs(runs, style)}</w:p></w:tc>'
            for runs, width, style_name in zip(row.cells, widths, styles, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"

    def _group_row(self, row: Row, width: int, columns: int) -> str:
        runs = self._runs(row.cells[0], self._profile.styles[Slot.TABLE_GROUP])
        return (
            f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
            f'<w:gridSpan w:val="{columns}"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style_id(Slot.TABLE_GROUP)}"/>'
            f"</w:pPr>{runs}</w:p></w:tc></w:tr>"
        )


def _table_start(style: str, widths: Iterable[int]) -> str:
    widths = tuple(widths)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _shares(shares: list[int], width: int) -> list[int]:
    """The width dealt out by shares; together they come to exactly the whole."""
    total = sum(shares)
    edges = [width * part // total for part in accumulate(shares, initial=0)]
    return [right - left for left, right in pairwise(edges)]
