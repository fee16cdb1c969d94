"""How a single value is read: text comes in, and the field it belongs to decides what it is."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from thidua_cli.diagnostics import field_rules
from thidua_cli.diagnostics.rule import Rule
from thidua_cli.diagnostics.written import WrittenList, WrittenMapping
from thidua_cli.model.periods import Period, parse_day, parse_moment, parse_period
from thidua_cli.vietnamese.letters import near

T = TypeVar("T")

MOST_DIGITS = 20
"""Of one figure; sums of any number of them stay exact within the 28 digits that Decimal reckons with."""
WHOLE = re.compile(r"-?\d+", re.ASCII)
DECIMAL_COMMA = re.compile(r"-?\d+,\d+", re.ASCII)
GROUPED = re.compile(r"-?\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d+)?|(?:\.\d{3})+,\d+)", re.ASCII)
DECIMAL_POINT = re.compile(r"-?\d+\.\d+", re.ASCII)
AMBIGUOUS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}", re.ASCII)
_AMONG_OTHERS = re.compile(r"(?:\D*?[^\w-])??(-?(?:[0-9]{1,3}(?:\s[0-9]{3})+|[0-9][0-9.,]*))(?:[^\w.,]\D*)?")
_LONG_QUOTE = re.compile("“([^”]{80})[^”]+”")
_OTHER_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
IDENTIFIER = re.compile(r"[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*")


def refuse(rule: Rule, message: str, hint: str | None = None) -> PydanticCustomError:
    """The error that a validator raises; reading turns it into a finding of the rule."""
    said = {"message": _LONG_QUOTE.sub(r"“\1…”", message), "hint": hint}
    return PydanticCustomError(rule.code, "{message}", said)


def read_text(value: Any) -> str:
    """Text that is not empty, without blanks around it."""
    if type(value) is str and (text := value.strip()):
        return text  # before all else, for nearly every value of a million is plain text
    match value:
        case None:
            raise refuse(field_rules.EMPTY, "Chỗ này còn để trống.", "Điền giá trị.")
        case WrittenMapping():
            raise refuse(
                field_rules.SHAPE,
                "Chỗ này phải là chữ nhưng bị hiểu là một khối vì có dấu hai chấm.",
                'Đặt cả giá trị trong dấu ngoặc kép "…".',
            )
        case WrittenList():
            raise refuse(field_rules.SHAPE, "Chỗ này phải là chữ, không phải danh sách.", "Bỏ dấu - ở đầu.")
        case str() if not value.strip():
            raise refuse(field_rules.EMPTY, "Chỗ này còn để trống.", "Điền giá trị.")
    return str(value).strip()


def read_figure(value: Any) -> Decimal:
    """An exact number; see rule TD204 for how it may be written."""
    return value if isinstance(value, Decimal) else _figure(read_text(value))


@lru_cache(maxsize=4096)
def _figure(text: str) -> Decimal:
    if sum(map(str.isdigit, text)) > MOST_DIGITS:
        raise refuse(
            field_rules.FIGURE,
            f"Số dài quá {MOST_DIGITS} chữ số.",
            "Xem lại số; số lớn thì ghi theo đơn vị lớn hơn, như tỷ đồng.",
        )
    if AMBIGUOUS.fullmatch(text):
        thousands, decimal = text.replace(".", ""), text.replace(".", ",").rstrip("0").rstrip(",")
        raise refuse(
            field_rules.FIGURE,
            f"Số “{text}” hiểu được hai cách: {thousands} hoặc {decimal}.",
            f"Viết {thousands} nếu là hàng nghìn; viết {decimal} nếu là số thập phân.",
        )
    if WHOLE.fullmatch(text) or DECIMAL_POINT.fullmatch(text):
        return Decimal(text)
    if DECIMAL_COMMA.fullmatch(text) or GROUPED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    digits = _meant(text)
    hint = (
        f"Chỉ viết số, ví dụ {digits}; đơn vị đặt ở khóa unit." if digits else "Viết số, ví dụ 70 hoặc 39,62."
    )
    raise refuse(field_rules.FIGURE, f"“{text}” không phải là một con số.", hint)


def _meant(text: str) -> str | None:
    """The one figure among other signs; none where a letter touches it, which may stand for a digit."""
    found = _AMONG_OTHERS.fullmatch(re.sub("[−–]", "-", unicodedata.normalize("NFKC", text)))
    digits = re.sub(r"\s", "", found[1]).rstrip(".,") if found else ""
    fits = any(form.fullmatch(digits) for form in (WHOLE, DECIMAL_COMMA, GROUPED))
    return digits if fits and not AMBIGUOUS.fullmatch(digits) else None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text is not taken, and what to write instead."""

    message: str
    hint: str | None
    has_two_readings: bool
    """Whether the hint alone can say which numbers the text may be."""


def figure_in(text: str) -> Decimal | Refusal:
    """The exact number that a text outside of data YAML says, by the same rule."""
    try:
        return read_figure(text)
    except PydanticCustomError as error:
        context = error.context or {}
        return Refusal(context["message"], context["hint"], AMBIGUOUS.fullmatch(text.strip()) is not None)


def read_count(value: Any) -> int:
    """A whole number from 1 on."""
    figure = read_figure(value)
    if figure < 1 or figure % 1:
        raise refuse(field_rules.FIGURE, f"“{value}” không phải là số đếm từ 1.", "Viết số nguyên, ví dụ 2.")
    return int(figure)


def read_day(value: Any) -> date:
    """A real day, written as `2026-01-30`."""
    text = read_text(value)
    day = parse_day(text)
    if day is not None:
        return day
    raise _not_a_day(text)


def read_period(value: Any) -> Period:
    """A period of the one grammar; see rule TD206."""
    text = read_text(value)
    period = parse_period(text)
    if period is None:
        raise refuse(
            field_rules.PERIOD,
            f"“{text}” không phải là một kỳ.",
            "Viết theo mẫu 2026, 2026-H1, 2026-Q3, 2026-9M hoặc 2026-06.",
        )
    return period


def read_moment(value: Any) -> Period:
    """A day or a period, as precise as it is known."""
    text = read_text(value)
    moment = parse_moment(text)
    if moment is not None:
        return moment
    raise _not_a_day(text, or_period=True)


def read_identifier(value: Any) -> str:
    """Letters without marks, digits and hyphens."""
    text = read_text(value)
    if not IDENTIFIER.fullmatch(text):
        raise refuse(
            field_rules.IDENTIFIER,
            f"Mã “{text}” có ký tự không dùng được trong mã.",
            "Chỉ dùng chữ không dấu, chữ số và dấu gạch nối, ví dụ khach-du-lich-2026.",
        )
    return text


def read_yes_no(value: Any) -> bool:
    """`true` or `false`."""
    if isinstance(value, bool):
        return value
    text = read_text(value)
    if text not in {"true", "false"}:
        raise refuse(
            field_rules.YES_NO,
            f"“{text}” không phải là true hay false.",
            "Viết true nếu có, false nếu không.",
        )
    return text == "true"


def read_items(value: Any) -> Any:
    """A list; an empty key stands for an empty one."""
    if value is None:
        return ()
    if isinstance(value, list | tuple):
        return value
    raise refuse(
        field_rules.SHAPE,
        "Chỗ này phải là một danh sách.",
        "Viết mỗi mục một dòng, thụt vào và bắt đầu bằng “- ”.",
    )


def read_one_or_many(value: Any) -> Any:
    """A list, or one item without a list."""
    return (value,) if isinstance(value, str) else read_items(value)


def read_entries(value: Any) -> Any:
    """A block of keys; an empty one stands for no entry."""
    return {} if value is None else value


def check_pair(pair: tuple[Decimal, ...], example: str) -> None:
    """Refuse what is not a numerator and its denominator."""
    if len(pair) != 2 or pair[1] <= 0 or not 0 <= pair[0] <= pair[1]:
        raise refuse(
            field_rules.COMBINATION,
            "Cặp of phải gồm tử số rồi mẫu số, mẫu số lớn hơn 0 và tử số không quá mẫu số.",
            f"Viết ví dụ of: {example}.",
        )


def one_of(*choices: str) -> Callable[[Any], str]:
    """A reader that takes one of the choices and names the nearest when it is another."""

    def read(value: Any) -> str:
        text = read_text(value)
        if text not in choices:
            guess = near(text, choices)
            listed = ", ".join(choices)
            hint = f"Có phải “{guess}”? Được dùng: {listed}." if guess else f"Được dùng: {listed}."
            raise refuse(field_rules.CHOICE, f"“{text}” không thuộc các giá trị được dùng.", hint)
        return text

    return read


Text = Annotated[str, BeforeValidator(read_text)]
Figure = Annotated[Decimal, BeforeValidator(read_figure)]
Count = Annotated[int, BeforeValidator(read_count)]
Day = Annotated[date, BeforeValidator(read_day)]
Identifier = Annotated[str, BeforeValidator(read_identifier)]
YesNo = Annotated[bool, BeforeValidator(read_yes_no)]
PeriodField = Annotated[Period, BeforeValidator(read_period)]
Moment = Annotated[Period, BeforeValidator(read_moment)]
Many = Annotated[tuple[T, ...], BeforeValidator(read_items)]
OneOrMany = Annotated[tuple[T, ...], BeforeValidator(read_one_or_many)]
ById = Annotated[dict[Identifier, T], BeforeValidator(read_entries)]


def _not_a_day(text: str, *, or_period: bool = False) -> PydanticCustomError:
    other = _OTHER_DAY.fullmatch(text)
    if other:
        day, month, year = other.groups()
        turned = f"{year}-{int(month):02}-{int(day):02}"
        if parse_day(turned):
            return refuse(
                field_rules.DAY, f"Ngày “{text}” chưa viết theo dạng năm-tháng-ngày.", f"Viết {turned}."
            )
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return refuse(field_rules.DAY, f"Ngày “{text}” không có trong lịch.", "Xem lại ngày và tháng.")
    forms = "2026-01-30, hoặc 2026, 2026-Q4, 2026-06" if or_period else "2026-01-30"
    return refuse(field_rules.DAY, f"“{text}” không phải là một ngày.", f"Viết theo mẫu {forms}.")
