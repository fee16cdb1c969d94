"""Which row of a table answers which question: by its id, else by its name, wherever it has been moved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from thidua_cli.forms.asking import Asked
from thidua_cli.forms.columns import Field
from thidua_cli.forms.faults import Fault, RefusedCellError
from thidua_cli.forms.tables import FoundTable
from thidua_cli.forms.values import text_in
from thidua_cli.spreadsheets.cells import Address
from thidua_cli.vietnamese.letters import fold, near


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table and what it is about."""

    table: FoundTable
    row: int
    asked: Asked


@dataclass(frozen=True, slots=True)
class _Questions:
    """What may be answered, by what a row may call it, folded."""

    by_id: Mapping[str, Asked]
    by_name: Mapping[str, Asked]


def lines_of(
    found: FoundTable, asked: tuple[Asked, ...], file: str
) -> tuple[tuple[Line, ...], tuple[Fault, ...]]:
    """The rows that answer something, and a fault for each that cannot be told, stands twice or is merged."""
    questions = _Questions({fold(a.id): a for a in asked}, {fold(a.item.name): a for a in asked})
    lines: dict[str, Line] = {}
    faults: list[Fault] = []
    for row in found.rows:
        try:
            meant = _meant(found, row, questions)
            if meant is None:
                continue
            _refuse_second(meant, lines)
            lines[meant.id] = Line(found, row, meant)
            _refuse_merged(found, row)
        except RefusedCellError as refused:
            where = found.address(
                row, next(f for f in (Field.ID, *_NAMES, *found.columns) if f in found.columns)
            )
            faults.append(Fault(file, refused.message, refused.hint, found.sheet.name, where))
    missing = [a for a in asked if a.id not in lines]
    faults.extend(_about_missing(missing, found, file))
    return tuple(lines.values()), tuple(faults)


_NAMES = (Field.FIGURE_NAME, Field.STATE_NAME)


def _meant(found: FoundTable, row: int, questions: _Questions) -> Asked | None:
    """What the row is about; None for a row that says nothing, such as the title of a group."""
    said = _text(found, row, Field.ID)
    name = next((text for field in _NAMES if (text := _text(found, row, field))), None)
    if said is None and not found.is_filled(row):
        return None
    if said is not None:
        meant = questions.by_id.get(fold(said))
        if meant is None and found.is_filled(row):
            guess = near(said, questions.by_id)
            hint = f"Có phải “{guess}”?" if guess else "Chỉ điền vào các dòng có sẵn trong biểu."
            raise RefusedCellError(f"Biểu của đơn vị này không hỏi mục mang mã “{said}”.", hint)
        return meant
    meant = questions.by_name.get(fold(name or ""))
    if meant is None and _is_heading_over_all(found, row):
        return None
    if meant is None:
        raise RefusedCellError(
            "Dòng này có số liệu nhưng không biết của mục nào: không có mã và tên.",
            "Điền lại mã như trong biểu đã gửi.",
        )
    return meant


def _refuse_second(meant: Asked, lines: dict[str, Line]) -> None:
    if meant.id in lines:
        raise RefusedCellError(
            f"“{meant.id}” đã có ở dòng {lines[meant.id].row}.", "Giữ một dòng, xóa dòng thừa."
        )


def _is_heading_over_all(found: FoundTable, row: int) -> bool:
    """Whether the row is one cell that goes over the columns to fill in: the title of a group, moved aside."""
    cells = found.sheet.rows[row]
    column = next(iter(cells))
    return len(cells) == 1 and found.sheet.area_over(Address(row, column)) is not None


def _refuse_merged(found: FoundTable, row: int) -> None:
    for field in found.table.filled & found.columns.keys():
        area = found.sheet.area_over(Address(row, found.columns[field]))
        if area is not None:
            raise RefusedCellError(
                f"Ô ở cột “{field}” bị gộp với ô khác ({area.first}:{area.last}) nên không biết số của mục nào.",
                "Bỏ gộp ô rồi ghi từng ô.",
            )


def _about_missing(missing: list[Asked], found: FoundTable, file: str) -> Iterator[Fault]:
    """A row that was taken out says nothing, as an empty one does; only a table without any row is a fault."""
    if missing and not any(True for _ in found.rows):
        yield Fault(file, "Bảng không còn dòng nào.", "Điền lại vào biểu đã gửi.", found.sheet.name)


def _text(found: FoundTable, row: int, field: Field) -> str | None:
    try:
        return text_in(found.cell(row, field))
    except RefusedCellError:
        return None
