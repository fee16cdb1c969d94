"""What a cell says, read by the field that it belongs to: figures, days, words, texts.

Raises RefusedCellError for whatever has two readings or none; an empty cell says nothing and is None.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal

from thidua_cli.forms.faults import RefusedCellError
from thidua_cli.model.fields import Refusal, figure_in
from thidua_cli.model.targets.shares import PERCENT
from thidua_cli.spreadsheets.cells import Content, Fault, Number, ReadCell, Uncomputed
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.letters import fold, near
from thidua_cli.vietnamese.numbers import figure

_BLANKS = re.compile(r"[^\S\n]+")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_FRACTION = re.compile(r"[\d.,]+\s*/\s*[\d.,]+", re.ASCII)
_NOTHING = {"-", "x", "khong", "khong co", "chua co", "chua co so lieu", "n/a", "?"}
_NUMBER_HINT = "Gõ lại số, ví dụ 23100 hoặc 39,62; không ghi đơn vị tính."
_DAY_HINT = "Gõ lại ngày theo mẫu 14/12/2026."


def text_in(cell: ReadCell | None) -> str | None:
    """The text of a cell; a number or a day that stands where words are asked for is taken as it prints."""
    content = _sound(cell)
    match content:
        case None:
            return None
        case Number():
            return f"{figure(content.in_percent)}%" if content.is_percent else figure(content.value)
        case bool():
            raise RefusedCellError("Ô này là giá trị đúng/sai của Excel, không phải chữ.", "Gõ lại bằng chữ.")
        case date():
            return day_short(content)
        case str():
            return tidy(content) or None
        case _:
            raise AssertionError(content)


def figure_of(cell: ReadCell | None, unit: str | None) -> Decimal | None:
    """The exact figure of a cell in the unit of its target, or a number of things where it has none."""
    content = _sound(cell)
    in_percent = unit is not None and unit.startswith(PERCENT)
    match content:
        case None:
            return None
        case Number(value, is_percent=False):
            return value
        case Number() if in_percent:
            return content.in_percent
        case Number():
            needed = f"số tính bằng {unit}" if unit else "một con số"
            message = f"Ô hiện {figure(content.in_percent)}% nhưng ở đây cần {needed}."
            raise RefusedCellError(message, _NUMBER_HINT)
        case bool():
            raise RefusedCellError("Ô này là giá trị đúng/sai của Excel, không phải con số.", _NUMBER_HINT)
        case date():
            raise _turned_into_day(content)
        case str():
            return _figure_in_text(content, in_percent=in_percent)
        case _:
            raise AssertionError(content)


def day_of(cell: ReadCell | None) -> date | None:
    """The day of a cell; in a text the day stands first, as people write it."""
    content = _sound(cell)
    match content:
        case None | date():
            return content
        case str():
            text = tidy(unicodedata.normalize("NFKC", content)).removeprefix("'")
        case Number(value):
            raise RefusedCellError(f"“{figure(value)}” không phải là một ngày.", _DAY_HINT)
        case _:
            raise RefusedCellError("Ô này không phải là một ngày.", _DAY_HINT)
    if not text:
        return None
    first, last = _DAY_FIRST.fullmatch(text), _YEAR_FIRST.fullmatch(text)
    if first is None and last is None:
        raise RefusedCellError(f"“{text}” không phải là một ngày.", _DAY_HINT)
    day, month, year = first.groups() if first else last.groups()[::-1] if last else ("", "", "")
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise RefusedCellError(f"Lịch không có ngày “{text}”.", _DAY_HINT) from None


def choice_of(cell: ReadCell | None, choices: tuple[str, ...]) -> str | None:
    """The one of the words that the cell holds, however its letters are composed."""
    text = text_in(cell)
    if text is None:
        return None
    meant = next((choice for choice in choices if fold(choice) == fold(text)), None)
    if meant is None:
        guess = near(text, choices)
        listed = "; ".join(choices)
        hint = (
            f"Có phải “{guess}”? Chọn trong danh sách: {listed}." if guess else f"Chọn một trong: {listed}."
        )
        raise RefusedCellError(f"“{text}” không có trong danh sách để chọn.", hint)
    return meant


def tidy(text: str) -> str:
    """The text in composed letters, with plain single blanks; its lines stay lines."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    seen = "".join(c for c in composed if c == "\n" or unicodedata.category(c) not in {"Cc", "Cf", "Cs"})
    lines = (_BLANKS.sub(" ", line).strip() for line in seen.split("\n"))
    return "\n".join(lines).strip()


def _sound(cell: ReadCell | None) -> Content | None:
    """What the cell holds, once it is neither an error nor a formula without a result."""
    if cell is None:
        return None
    if cell.asks_other_files:
        raise RefusedCellError(
            "Ô lấy số từ một tệp Excel khác mà thidua không thấy.",
            "Chép rồi dán giá trị (Paste Values) vào ô này.",
        )
    match cell.content:
        case Fault(text):
            raise RefusedCellError(
                f"Ô đang báo lỗi {text} của Excel.", "Sửa công thức, hoặc gõ thẳng giá trị vào ô."
            )
        case Uncomputed():
            raise RefusedCellError(
                "Ô có công thức nhưng trong tệp chưa có kết quả.",
                "Mở tệp bằng Excel rồi lưu lại, hoặc gõ thẳng số.",
            )
        case str(text) if text.lstrip().startswith("="):
            raise RefusedCellError(
                f"Công thức “{text.strip()}” nằm dưới dạng chữ.", "Gõ thẳng kết quả vào ô."
            )
        case content:
            return content


def _figure_in_text(content: str, *, in_percent: bool) -> Decimal | None:
    # NFKC: full-width digits and no-break blanks are what they look like.
    text = tidy(unicodedata.normalize("NFKC", content)).removeprefix("'").strip()
    if not text:
        return None
    if fold(text) in _NOTHING:
        raise RefusedCellError(
            f"“{text}” không phải là một con số.", "Không có thì ghi 0; chưa có số liệu thì để trống ô."
        )
    if _FRACTION.fullmatch(text):
        raise RefusedCellError(
            f"“{text}” là hai con số trong một ô.",
            "Ghi tử số và mẫu số vào hai cột ấy; chỉ tiêu khác thì ghi một số.",
        )
    found = figure_in(text.removesuffix("%").rstrip() if in_percent else text)
    if isinstance(found, Refusal):
        raise RefusedCellError(found.message, (found.has_two_readings and found.hint) or _NUMBER_HINT)
    return found


def _turned_into_day(day: date) -> RefusedCellError:
    typed = f"“{day.day}-{day.month}”, “{day.month}-{day.day}” hay “{day.day}/{day.month}”"
    return RefusedCellError(
        f"Excel đã đổi số thành ngày {day_short(day)}; không biết đã gõ {typed}.",
        "Định dạng ô là Văn bản (Text) rồi gõ lại số.",
    )
