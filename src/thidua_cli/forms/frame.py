"""What stands around each table of a form: whose it is above, who signs below."""

from collections.abc import Callable, Iterable, Iterator

from thidua_cli.forms import columns, styles
from thidua_cli.forms.asking import Asked, Form
from thidua_cli.forms.columns import Field, Table
from thidua_cli.forms.guidance import guide_to
from thidua_cli.spreadsheets.book import Cell, Column, Guide, Row, Sheet
from thidua_cli.vietnamese.words import capital_first

CellsOf = Callable[[Asked, int], Iterable[Cell]]

_RULES = {
    columns.FIGURES.sheet: "Để trống là chưa báo cáo; không có thì ghi 0.",
    columns.STATES.sheet: "Để trống là chưa báo cáo.",
    columns.INITIATIVES.sheet: "Không có sáng kiến mới thì để trống.",
    columns.ANSWERS.sheet: "Để trống là chưa trả lời; không có gì thì viết bằng lời.",
}
"""What an empty cell says: only where a figure is asked for a 0 says anything."""
_NUMBER = Guide("Số, ký hiệu của báo cáo gửi kèm, nếu có: 12/BC-ĐV.")


def title_of(form: Form) -> str:
    """`Biểu tổng hợp số liệu năm 2026`."""
    return f"Biểu tổng hợp số liệu {form.period.in_words}"


def framed(
    table: Table, fields: list[Field], form: Form, rows: Iterable[Row], *, asks_when: bool = False
) -> Sheet:
    """The sheet with its table; the day and the number of the report are asked for on one sheet only."""
    above = tuple(_above(table, form, len(fields), asks_when=asks_when))
    heading = Row(tuple(Cell(field.value, styles.HEAD) for field in fields))
    return Sheet(
        table.sheet,
        tuple(Column(table.widths[field]) for field in fields),
        (*above, heading, *rows, *_below(len(fields))),
        heading=range(len(above), len(above) + 1),
        is_protected=True,
        footer=f"{form.unit_name} · {table.sheet}",
    )


def grouped(form: Form, many: tuple[Asked, ...], cells: CellsOf, width: int) -> Iterator[Row]:
    """A row for each that is asked, under the contents of the campaign that they belong to."""
    order = [None, *form.contents]
    ranked = sorted(
        many, key=lambda asked: order.index(asked.item.content) if asked.item.content in order else 0
    )
    under: str | None = None
    for number, asked in enumerate(ranked, 1):
        if asked.item.content != under:
            under = asked.item.content
            yield Row((Cell(form.contents.get(under or "", under), styles.GROUP, across=width),))
        yield Row(tuple(cells(asked, number)))


def _above(table: Table, form: Form, width: int, *, asks_when: bool) -> Iterator[Row]:
    if form.superior_name:
        yield Row((Cell(form.superior_name.upper(), styles.PLAIN, across=width),))
    yield Row(
        (Cell(columns.UNIT, styles.BOLD, across=2), Cell(form.unit_name, styles.BOLD, across=width - 2))
    )
    yield Row((Cell(title_of(form).upper(), styles.TITLE, across=width),))
    yield Row((Cell(capital_first(form.campaign_name), styles.SUBTITLE, across=width),))
    if form.specimen:
        yield Row((Cell(f"MINH HỌA: {form.specimen}", styles.SUBTITLE, across=width),))
    if asks_when:
        yield Row(
            (
                Cell(columns.AS_OF, styles.PLAIN, across=2),
                Cell(None, styles.OPEN, guide=guide_to(Field.DONE_ON)),
                Cell(columns.SOURCE, styles.PLAIN, across=2),
                Cell(None, styles.OPEN, across=2, guide=_NUMBER),
            )
        )
    rule = f"Chỉ điền ô màu vàng. {_RULES[table.sheet]} Cách ghi từng cột: trang Hướng dẫn."
    yield Row((Cell(rule, styles.SMALL, across=width),))


def _below(width: int) -> tuple[Row, ...]:
    left = width // 2
    signed = (
        Cell(columns.END_OF_TABLE, styles.SIGNED, across=left),
        Cell("Thủ trưởng đơn vị", styles.SIGNED, across=width - left),
    )
    return Row(()), Row(signed)
