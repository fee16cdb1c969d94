"""What a form knows about itself, on a sheet that nobody sees: whose it is, and from which data it was made."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.documents.report_choice import KIND_WORDS
from thidua_cli.forms.asking import Form
from thidua_cli.forms.columns import HIDDEN_SHEET, VERSION
from thidua_cli.forms.facts import Facts, full_words
from thidua_cli.model.periods import Period, parse_day, parse_period
from thidua_cli.spreadsheets.book import TEXT, Cell, Column, Row, Sheet, Style
from thidua_cli.spreadsheets.cells import ReadBook, ReadSheet

_MARK = "thidua-form"
_KNOWN = "known"
_TEXT = Style(number=TEXT)
_NO_FORM = "Mở biểu mà cơ quan đã gửi (thidua form export), điền số liệu vào đó rồi gửi lại tệp ấy."


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose form it is, and what was known when it was made."""

    campaign: str
    unit: str
    period: Period
    kind: str
    made_on: date
    state: str
    """A fingerprint of what the form asked and what was known then."""
    known: Mapping[str, str]
    """What had been handed in for the period, in words, by section and id: `values.khach-du-lich`."""


def hidden_sheet(form: Form) -> Sheet:
    """The sheet that goes with the form; every cell of it is text."""
    rows = [
        (_MARK, str(VERSION)),
        ("campaign", form.campaign),
        ("unit", form.unit),
        ("period", form.period.text),
        ("kind", form.kind),
        ("made_on", str(form.made_on)),
        ("state", state_of(form)),
        *((_KNOWN, name, words) for name, words in known_of(form).items()),
    ]
    cells = (Row(tuple(Cell(text, _TEXT) for text in row)) for row in rows)
    return Sheet(
        HIDDEN_SHEET, (Column(16), Column(40), Column(60)), tuple(cells), is_protected=True, is_hidden=True
    )


def known_of(form: Form) -> dict[str, str]:
    """What has been handed in for the period of the form, in words."""
    return {
        f"{asked.section}.{asked.id}": full_words(asked.known.facts)
        for asked in form.asked
        if asked.known is not None
    }


def state_of(form: Form) -> str:
    """A fingerprint of all that the form shows; the same data give the same one."""
    shown = hashlib.sha256()
    for line in _shown(form):
        shown.update(f"{line}\n".encode())
    return shown.hexdigest()[:16]


def _shown(form: Form) -> Iterator[str]:
    for asked in form.asked:
        yield f"{asked.section}.{asked.id} {asked.item.name}"
        for handed_in in (asked.known, asked.previous):
            facts: Facts = handed_in.facts if handed_in else {}
            yield f"{handed_in.source if handed_in else ''} {sorted(facts.items())}"


def identity_in(book: ReadBook) -> Identity:
    """Whose form the workbook is; raises ThiduaError where it is no form, or one of a later version."""
    sheet = next((s for s in book.sheets if s.name == HIDDEN_SHEET), None) or _by_mark(book)
    if sheet is None:
        raise ThiduaError("Tệp Excel này không phải là biểu do thidua lập.", hint=_NO_FORM)
    texts = [[_text(sheet, row, column) for column in (1, 2, 3)] for row in sheet.rows]
    said = {key: value for key, value, _ in texts if key != _KNOWN}
    version = said.get(_MARK, "")
    if version.isdecimal() and int(version) > VERSION:
        raise ThiduaError(
            "Biểu do một bản thidua mới hơn lập ra, bản này chưa đọc được.",
            hint="Cập nhật thidua rồi nhập lại.",
        )
    period, made_on = parse_period(said.get("period", "")), parse_day(said.get("made_on", ""))
    # Nothing of this is believed: unit and kind end up in the names of files.
    if (
        not version.isdecimal()
        or period is None
        or made_on is None
        or not {"campaign", "unit"} <= said.keys()
        or said.get("kind") not in KIND_WORDS
    ):
        raise ThiduaError("Trang ẩn của biểu đã bị sửa nên không biết biểu của ai.", hint=_NO_FORM)
    return Identity(
        campaign=said["campaign"],
        unit=said["unit"],
        period=period,
        kind=said["kind"],
        made_on=made_on,
        state=said.get("state", ""),
        known={name: words for key, name, words in texts if key == _KNOWN},
    )


def _by_mark(book: ReadBook) -> ReadSheet | None:
    """The hidden sheet under another name."""
    return next((s for s in book.sheets if _text(s, 1, 1) == _MARK), None)


def _text(sheet: ReadSheet, row: int, column: int) -> str:
    cell = sheet.at(row, column)
    return cell.content.strip() if cell is not None and isinstance(cell.content, str) else ""
