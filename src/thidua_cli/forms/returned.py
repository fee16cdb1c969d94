"""What a returned form says: everything in it that can be read, and every fault at its cell."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from thidua_cli.forms import columns
from thidua_cli.forms.asking import Form
from thidua_cli.forms.columns import ANSWERS, FIGURES, INITIATIVES, STATES, Field
from thidua_cli.forms.facts import Facts, full_words
from thidua_cli.forms.faults import Fault, RefusedCellError
from thidua_cli.forms.identity import Identity
from thidua_cli.forms.rows import Line, lines_of
from thidua_cli.forms.statements import figure_facts, state_facts, word_facts
from thidua_cli.forms.tables import FoundTable, labelled, tables_in
from thidua_cli.forms.values import day_of, text_in
from thidua_cli.model.targets.qualitative import QualitativeTarget
from thidua_cli.spreadsheets.cells import ReadBook, ReadCell
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.letters import fold

T = TypeVar("T")
Key = tuple[str, str]
"""What a form speaks of: two files of a unit that have it in common must say the same about it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a returned form."""

    file: str
    sheet: str
    cell: str

    def fault(self, message: str, hint: str) -> Fault:
        return Fault(self.file, message, hint, self.sheet, self.cell)

    def __str__(self) -> str:
        return f"{self.file} › {self.sheet}!{self.cell}"


@dataclass(frozen=True, slots=True)
class Statement:
    """What the form says about one target or task."""

    section: str
    """The key of results: `values` or `tasks`."""
    id: str
    facts: Facts
    at: Place

    @property
    def key(self) -> Key:
        return self.section, self.id


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """An initiative that the unit reports for the first time."""

    title: str
    authors: str
    """As written: `Nguyễn Văn A:60; Trần Thị B:40`."""
    subject: str | None
    registered_on: date
    applied_on: date | None
    at: Place

    @property
    def key(self) -> Key:
        return "initiatives", fold(self.title)


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What the unit wrote under a heading of its report."""

    heading: str
    text: str
    at: Place

    @property
    def key(self) -> Key:
        return "answers", self.heading


@dataclass(frozen=True, slots=True)
class Returned:
    """A form that came back."""

    file: str
    identity: Identity
    as_of: date
    as_of_at: Place
    source: str
    statements: tuple[Statement, ...]
    initiatives: tuple[InitiativeRow, ...]
    answers: tuple[GivenAnswer, ...]

    @property
    def said(self) -> tuple[Statement, ...]:
        """The statements, but for what still stands as it was filled in beforehand: nobody has said that."""
        known = self.identity.known
        return tuple(s for s in self.statements if full_words(s.facts) != known.get(f"{s.section}.{s.id}"))


def read_form(
    book: ReadBook, file: str, identity: Identity, form: Form, today: date
) -> tuple[Returned, tuple[Fault, ...]]:
    """What the workbook says in answer to the form as it would be made now, and all that is wrong with it."""
    reading = _Reading(book, file, form, today)
    as_of, as_of_at, source = reading.occasion()
    tables = {found.table.sheet: found for found in tables_in(book)}
    reading.refuse_strangers(tables)
    returned = Returned(
        file=file,
        identity=identity,
        as_of=as_of,
        as_of_at=as_of_at,
        source=source,
        statements=tuple(reading.statements(tables, as_of)),
        initiatives=tuple(reading.initiatives(tables.get(INITIATIVES.sheet))),
        answers=tuple(reading.answers(tables.get(ANSWERS.sheet))),
    )
    return returned, tuple(reading.faults)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One form being read; what is wrong is kept, and reading goes on."""

    book: ReadBook
    file: str
    form: Form
    today: date
    faults: list[Fault] = field(default_factory=list)

    def occasion(self) -> tuple[date, Place, str]:
        """From which day the figures are, and the report that they come with."""
        found = labelled(self.book, columns.AS_OF)
        at = (
            Place(self.file, found[0].name, str(found[1])) if found else Place(self.file, FIGURES.sheet, "C5")
        )
        as_of = self._try(at, lambda: day_of(found[2] if found else None)) or self.today
        if as_of > self.today:
            message = f"Số liệu tính đến ngày {day_short(as_of)} là sau ngày nhập {day_short(self.today)}."
            self.faults.append(at.fault(message, "Xem lại ngày, hoặc nhập với --as-of đúng ngày nhận."))
        said = labelled(self.book, columns.SOURCE)
        number = (
            self._try(Place(self.file, said[0].name, str(said[1])), lambda: text_in(said[2]))
            if said
            else None
        )
        named = f"Báo cáo số {number}" if number and number[0].isdigit() else number
        return as_of, at, named or f"Biểu số liệu {self.form.period.in_words} ngày {day_short(as_of)}"

    def refuse_strangers(self, tables: dict[str, FoundTable]) -> None:
        """A form that shows the name of another unit than it was made for, or has lost its tables."""
        named = labelled(self.book, columns.UNIT)
        at = Place(self.file, named[0].name, str(named[1])) if named else None
        name = self._try(at, lambda: text_in(named[2])) if named and at else None
        if at and name and fold(name) != fold(self.form.unit_name):
            self.faults.append(
                at.fault(
                    f"Biểu lập cho “{self.form.unit_name}” nhưng lại ghi đơn vị “{name}”.",
                    "Mỗi đơn vị điền biểu của mình; xin biểu đúng: thidua form export.",
                )
            )
        for table, asked in ((FIGURES, self.form.figures), (STATES, self.form.states)):
            if asked and table.sheet not in tables:
                self.faults.append(
                    Fault(
                        self.file,
                        f"Không tìm thấy bảng “{table.sheet}”: trang hoặc dòng tiêu đề đã bị xóa.",
                        "Chép lại dòng tiêu đề cột từ biểu đã gửi, hoặc điền lại vào biểu ấy.",
                    )
                )

    def statements(self, tables: dict[str, FoundTable], as_of: date) -> Iterator[Statement]:
        for table, asked in ((FIGURES, self.form.figures), (STATES, self.form.states)):
            found = tables.get(table.sheet)
            if found is None:
                continue
            lines, faults = lines_of(found, asked, self.file)
            self.faults.extend(faults)
            for line in lines:
                facts = self._facts(line, as_of, of_figure=table is FIGURES)
                if facts:
                    where = Field.VALUE if table is FIGURES else Field.STATE
                    at = Place(self.file, found.sheet.name, found.address(line.row, where))
                    yield Statement(line.asked.section, line.asked.id, facts, at)

    def _facts(self, line: Line, as_of: date, *, of_figure: bool) -> Facts:
        if isinstance(line.asked.item, QualitativeTarget):
            read = word_facts(line)
        else:
            read = figure_facts(line, self.form, as_of) if of_figure else state_facts(line)
        self.faults.extend(
            Fault(self.file, refused.message, refused.hint, line.table.sheet.name, where)
            for where, refused in read.refused
        )
        return read.facts

    def initiatives(self, found: FoundTable | None) -> Iterator[InitiativeRow]:
        known = {fold(initiative.title) for initiative in self.form.initiatives}
        for row in found.rows if found else ():
            assert found is not None
            if found.cell(row, Field.ID) is not None or not found.is_filled(row):
                continue
            faults_before = len(self.faults)
            values = {
                name: self._in(found, row, name, text_in)
                for name in (Field.TITLE, Field.AUTHORS, Field.SUBJECT)
            }
            on = self._in(found, row, Field.REGISTERED_ON, day_of)
            applied = self._in(found, row, Field.APPLIED_ON, day_of)
            title, authors = values[Field.TITLE], values[Field.AUTHORS]
            at = Place(self.file, found.sheet.name, found.address(row, Field.TITLE))
            if title and fold(title) in known and Field.ID not in found.columns:
                continue
            if title and authors and on:
                yield InitiativeRow(" ".join(title.split()), authors, values[Field.SUBJECT], on, applied, at)
            elif len(self.faults) == faults_before:
                self.faults.append(
                    at.fault(
                        "Sáng kiến còn thiếu tên, tác giả hoặc ngày đăng ký.",
                        "Điền đủ ba ô ấy, hoặc xóa cả dòng nếu không có sáng kiến.",
                    )
                )

    def answers(self, found: FoundTable | None) -> Iterator[GivenAnswer]:
        known = {fold(asked.section.heading): asked.section.heading for asked in self.form.sections}
        for row in found.rows if found else ():
            assert found is not None
            text = self._in(found, row, Field.ANSWER, text_in)
            heading = self._in(found, row, Field.HEADING, text_in)
            if text is None:
                continue
            at = Place(self.file, found.sheet.name, found.address(row, Field.ANSWER))
            meant = known.get(fold(heading or ""))
            if meant is None:
                self.faults.append(
                    at.fault(
                        f"Báo cáo không có đề mục “{heading or ''}”.",
                        "Giữ nguyên cột Đề mục như trong biểu đã gửi.",
                    )
                )
            else:
                yield GivenAnswer(meant, text, at)

    def _in(
        self, found: FoundTable, row: int, name: Field, read: Callable[[ReadCell | None], T | None]
    ) -> T | None:
        if name not in found.columns:
            return None
        at = Place(self.file, found.sheet.name, found.address(row, name))
        return self._try(at, lambda: read(found.cell(row, name)))

    def _try(self, at: Place, read: Callable[[], T]) -> T | None:
        try:
            return read()
        except RefusedCellError as refused:
            self.faults.append(at.fault(refused.message, refused.hint))
            return None
