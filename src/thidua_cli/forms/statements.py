"""A row of a form as facts: the columns of a figure or of a state, read together."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from thidua_cli.forms import columns
from thidua_cli.forms.asking import Form
from thidua_cli.forms.columns import Field
from thidua_cli.forms.facts import STATE_WORDS, TRUE, Fact, Facts, written_figure, written_pair
from thidua_cli.forms.faults import RefusedCellError
from thidua_cli.forms.filling import states_of, takes
from thidua_cli.forms.rows import Line
from thidua_cli.forms.values import choice_of, day_of, figure_of, text_in
from thidua_cli.model.target_sheets import Task
from thidua_cli.model.targets.catalogue import AnyTarget
from thidua_cli.model.targets.changes import ChangeTarget
from thidua_cli.model.targets.ranks import RankTarget
from thidua_cli.model.targets.shares import PERCENT, WHOLE, Proportion
from thidua_cli.spreadsheets.cells import ReadCell
from thidua_cli.vietnamese.numbers import figure

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What a row says, and the cells that could not be read; with one of those it says nothing."""

    facts: Facts
    refused: tuple[tuple[str, RefusedCellError], ...] = ()


@dataclass(slots=True)
class _Cells:
    """The cells of a row being read."""

    line: Line
    refused: list[tuple[str, RefusedCellError]] = field(default_factory=list)

    def read(self, name: Field, how: Callable[[ReadCell | None], T | None]) -> T | None:
        try:
            return how(self.line.table.cell(self.line.row, name))
        except RefusedCellError as refused:
            self.refused.append((self.line.table.address(self.line.row, name), refused))
            return None

    def refuse(self, name: Field, message: str, hint: str) -> None:
        self.refused.append((self.line.table.address(self.line.row, name), RefusedCellError(message, hint)))

    def done(self, facts: dict[str, Fact | None]) -> ReadRow:
        known = {key: fact for key, fact in facts.items() if fact is not None}
        return ReadRow({} if self.refused else known, tuple(self.refused))


def figure_facts(line: Line, form: Form, as_of: date) -> ReadRow:
    """What a row says about a target with a figure; without one it says nothing."""
    cells, item = _Cells(line), line.asked.item
    assert not isinstance(item, Task), "tasks have a table of their own"
    unit, taken = _unit_of(item), takes(line.asked, form)
    value = cells.read(Field.VALUE, lambda cell: figure_of(cell, unit))
    base = cells.read(Field.BASE, lambda cell: figure_of(cell, unit))
    part, whole = (
        cells.read(name, lambda cell: figure_of(cell, None)) for name in (Field.NUMERATOR, Field.DENOMINATOR)
    )
    note = cells.read(Field.NOTE, text_in)
    estimate = cells.read(Field.ESTIMATE, lambda cell: choice_of(cell, (columns.ACTUAL, columns.ESTIMATE)))
    span = cells.read(Field.CUMULATIVE, lambda cell: choice_of(cell, (columns.OF_PERIOD, columns.CUMULATIVE)))
    if not cells.refused:
        _refuse_strays(cells, taken, {Field.NUMERATOR: part, Field.DENOMINATOR: whole, Field.BASE: base})
        _refuse_impossible(cells, value, part, whole)
    if value is None and part is None:
        if (note or base is not None) and line.asked.known is None and not cells.refused:
            message = f"“{item.id}” có ghi chú hoặc số kỳ trước nhưng chưa có số liệu."
            cells.refuse(Field.VALUE, message, "Điền số liệu; không có thì ghi 0; chưa có thì xóa các ô kia.")
        return cells.done({})
    if Field.CUMULATIVE in taken and span is None and not cells.refused:
        where = Field.CUMULATIVE if Field.CUMULATIVE in line.table.columns else Field.VALUE
        cells.refuse(where, "Chưa nói số này của riêng kỳ hay lũy kế từ đầu năm.", "Chọn một ở cột ấy.")
    pair = written_pair(part, whole) if part is not None and whole is not None else None
    is_estimate = estimate == columns.ESTIMATE or (estimate is None and as_of < form.period.end)
    return cells.done(
        {
            "value": written_figure(value) if value is not None and pair is None else None,
            "of": pair,
            "estimate": TRUE if is_estimate else None,
            "cumulative": TRUE if Field.CUMULATIVE in taken and span == columns.CUMULATIVE else None,
            "base": None if base is None else written_figure(base),
            "note": note,
        }
    )


def word_facts(line: Line) -> ReadRow:
    """What a row says about a target that is reported in words."""
    cells = _Cells(line)
    text, note = cells.read(Field.VALUE, text_in), cells.read(Field.NOTE, text_in)
    return cells.done({"text": text, "note": note} if text else {})


def state_facts(line: Line) -> ReadRow:
    """What a row says about a task or a milestone; without a state it says nothing."""
    cells = _Cells(line)
    words = states_of(line.asked)
    word = cells.read(Field.STATE, lambda cell: choice_of(cell, words))
    shown_by, note = cells.read(Field.SHOWN_BY, text_in), cells.read(Field.NOTE, text_in)
    on = cells.read(Field.DONE_ON, day_of)
    if word is None:
        if (shown_by or note or on) and not cells.refused:
            cells.refuse(
                Field.STATE,
                f"“{line.asked.id}” có minh chứng, ngày hoặc ghi chú nhưng chưa có tình trạng.",
                f"Chọn một trong: {'; '.join(words)}.",
            )
        return cells.done({})
    state = next(state for state, said in STATE_WORDS.items() if said == word)
    day = str(on) if on else None
    return cells.done({"state": state, "shown_by": shown_by, "on": day, "note": note})


def _refuse_strays(cells: _Cells, taken: frozenset[Field], found: dict[Field, Decimal | None]) -> None:
    """A figure in a cell that the target has no use for, which would be lost without a word."""
    for name, value in found.items():
        if value is not None and name not in taken:
            message = f"Chỉ tiêu “{cells.line.asked.id}” không dùng cột “{name}”."
            cells.refuse(name, message, "Xóa ô này; số liệu ghi ở cột Kết quả.")


def _refuse_impossible(
    cells: _Cells, value: Decimal | None, part: Decimal | None, whole: Decimal | None
) -> None:
    item = cells.line.asked.item
    if (part is None) != (whole is None):
        name = Field.DENOMINATOR if whole is None else Field.NUMERATOR
        cells.refuse(
            name, "Có tử số thì phải có mẫu số, và ngược lại.", "Điền cả hai, hoặc chỉ điền cột Kết quả."
        )
    elif part is not None and whole is not None:
        if whole <= 0 or not 0 <= part <= whole:
            message = f"{figure(part)}/{figure(whole)} không phải là một phần của toàn thể."
            cells.refuse(Field.NUMERATOR, message, "Mẫu số lớn hơn 0; tử số từ 0 đến mẫu số.")
        elif value is not None and not _agree(value, part, whole, is_rank=isinstance(item, RankTarget)):
            message = f"Kết quả {figure(value)} không khớp với {figure(part)}/{figure(whole)}."
            cells.refuse(Field.VALUE, message, "Xem lại ba số, hoặc xóa cột Kết quả để thidua tự tính.")
    if isinstance(item, RankTarget):
        place = part if part is not None else value
        if place is not None and (place < 1 or place != int(place) or place > (item.among or place)):
            where = Field.NUMERATOR if part is not None else Field.VALUE
            cells.refuse(where, f"Hạng {figure(place)} không có thật.", "Ghi số nguyên từ 1.")
    elif isinstance(item, Proportion) and value is not None and not 0 <= value <= WHOLE:
        cells.refuse(
            Field.VALUE,
            f"Tỷ lệ {figure(value)}% ngoài khoảng từ 0 đến 100%.",
            "Xem lại con số, hoặc ghi tử số, mẫu số.",
        )


def _unit_of(item: AnyTarget) -> str | None:
    """The unit in which a figure is handed in; None for the levels behind a change, which have their own."""
    if isinstance(item, ChangeTarget):
        return PERCENT if item.measures_shares else None
    return item.unit


def _agree(value: Decimal, part: Decimal, whole: Decimal, *, is_rank: bool) -> bool:
    """Whether a figure beside its fraction is that fraction, as far as it is written out."""
    if is_rank:
        return value == part
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int), "figures are finite"
    step = Fraction(10) ** min(exponent, 0)
    return abs(100 * Fraction(part) / Fraction(whole) - Fraction(value)) <= step / 2
