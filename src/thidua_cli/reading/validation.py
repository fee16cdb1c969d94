"""Written data to records: whatever a record refuses becomes a finding in Vietnamese on the right line."""

from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from thidua_cli.diagnostics import field_rules
from thidua_cli.diagnostics.finding import Finding
from thidua_cli.diagnostics.rule import Rule
from thidua_cli.diagnostics.written import Written, WrittenMapping, place_of
from thidua_cli.vietnamese.letters import near

R = TypeVar("R", bound=BaseModel)
Steps = tuple[int | str, ...]

_RULES = {rule.code: rule for rule in field_rules.RULES}
_KEY = "[key]"
_BLOCK = ("Chỗ này phải là một khối gồm các khóa.", "Viết mỗi khóa một dòng, thụt vào hai dấu cách.")
SHAPES: dict[str, tuple[str, str]] = {
    "model_type": _BLOCK,
    "dict_type": _BLOCK,
    "tuple_type": ("Chỗ này phải là một danh sách.", "Viết mỗi mục một dòng, thụt vào và bắt đầu bằng “- ”."),
}
"""pydantic's types of error about shape, in words."""


def validate(data: Written, record: type[R]) -> tuple[R | None, list[Finding]]:
    """The record that the data describe, or None and everything that keeps them from being one."""
    try:
        return record.model_validate(data), []
    except ValidationError as error:
        return None, list(_findings(data, record, error.errors(include_url=False)))


def _findings(data: Written, record: type[BaseModel], details: list[ErrorDetails]) -> Iterator[Finding]:
    meant: dict[Steps, str] = {}
    for detail in details:
        if detail["type"] == "extra_forbidden":
            guess = near(str(detail["loc"][-1]), _free_keys(data, record, detail["loc"]))
            if guess:
                meant[detail["loc"]] = guess
    misspelt = {(*steps[:-1], key) for steps, key in meant.items()}
    for detail in details:
        if detail["type"] == "missing" and detail["loc"] in misspelt:
            continue  # one cause, one finding: the misspelt key says it
        yield _finding(data, detail, meant.get(detail["loc"]))


def _finding(data: Written, detail: ErrorDetails, meant: str | None) -> Finding:
    steps, kind, context = detail["loc"], detail["type"], detail.get("ctx", {})
    key = str(steps[-1]) if steps else ""
    if kind in _RULES:
        return _at(data, steps, _RULES[kind], context["message"], context["hint"])
    if kind == "extra_forbidden":
        known = f"Các khóa dùng được: thidua explain, rồi tên tệp; nếu thừa thì xóa khóa “{key}”."
        hint = f"Có phải “{meant}”?" if meant else known
        at = place_of(data, *steps, key=True)
        return field_rules.UNKNOWN_KEY.finding(f"Ở đây không có khóa nào tên là “{key}”.", at=at, hint=hint)
    if kind == "missing":
        return _at(data, steps, field_rules.MISSING_KEY, f"Thiếu khóa “{key}”.", f"Thêm dòng “{key}: …”.")
    if kind == "union_tag_invalid":
        tag, allowed = str(context["tag"]), str(context["expected_tags"]).replace("'", "")
        guess = near(tag, tuple(allowed.split(", ")))
        hint = f"Có phải “{guess}”? Được dùng: {allowed}." if guess else f"Được dùng: {allowed}."
        message = f"“{tag}” không thuộc các giá trị được dùng."
        return _at(data, (*steps, "kind"), field_rules.CHOICE, message, hint)
    message, hint = SHAPES.get(
        kind, ("Giá trị này không đúng dạng.", "Xem cách viết: thidua explain, rồi tên khóa.")
    )
    return _at(data, steps, field_rules.SHAPE, message, hint)


def _at(data: Written, steps: Steps, rule: Rule, message: str, hint: str | None) -> Finding:
    if steps[-1:] == (_KEY,):  # pydantic's word for a fault of the key itself
        return rule.finding(message, at=place_of(data, *steps[:-1], key=True), hint=hint)
    return rule.finding(message, at=place_of(data, *steps), hint=hint)


def _free_keys(data: Written, record: type[BaseModel], steps: Steps) -> tuple[str, ...]:
    """The keys that the record at the steps knows and that are not written there yet."""
    records, found = {record}, data
    for step in steps[:-1]:
        fields = [_fields(r)[step] for r in records if isinstance(step, str) and step in _fields(r)]
        records = {inner for field in fields for inner in _records_in(field)} or records
        found = _inner(found, step)
    taken = found if isinstance(found, WrittenMapping) else {}
    return tuple(key for r in sorted(records, key=str) for key in _fields(r) if key not in taken)


def _inner(data: Any, step: int | str) -> Any:
    if isinstance(data, WrittenMapping) and isinstance(step, str):
        return data.get(step, data)
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return data


def _fields(record: type[BaseModel]) -> dict[str, Any]:
    return {info.alias or name: info.annotation for name, info in record.model_fields.items()}


def _records_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every record type inside an annotation, through lists, unions and markers."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _records_in(inner)
