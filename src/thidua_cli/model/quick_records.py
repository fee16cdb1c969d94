"""Records filled without pydantic, where every value is plainly what its field takes.

pydantic calls back into Python for each value and each record; doing the whole here takes half the time, which tells
where a province has a million values. The very functions that pydantic would call read the values. Whatever they
refuse, and each kind of record that asks for more than such values, is left to pydantic; so nothing here finds fault.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from thidua_cli.diagnostics.written import WrittenList, WrittenMapping
from thidua_cli.model.fields import read_identifier, read_items, read_text
from thidua_cli.model.periods import Period

Reader = Callable[[Any], Any]
_WRITTEN = (WrittenMapping, str, WrittenList)
_OF_FEW_VALUES = (bool, date, Decimal, Period)
_new, _put = object.__new__, object.__setattr__  # records are frozen


class _NotPlainError(Exception):
    """Something that pydantic must judge."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a kind of record is filled."""

    record: Any
    blank: dict[str, Any]
    """The fields in their order with their defaults."""
    readers: dict[str, Reader]
    """What reads the value of each field."""
    required: frozenset[str]
    is_short: bool
    """Whether the record may be written in a short form."""
    checks: tuple[Callable[[Any], Any], ...]
    """What looks at the record once it is filled."""

    def fill(self, value: Any) -> Any:
        """The record that the value describes; raises where pydantic must judge."""
        data = self.record.widen(value) if self.is_short else value
        if not isinstance(data, dict) or not self.required <= data.keys():
            raise _NotPlainError
        values = self.blank.copy()
        readers = self.readers
        for key, inner in data.items():
            if key not in readers:
                raise _NotPlainError
            values[key] = readers[key](inner)
        record = _new(self.record)
        _put(record, "__dict__", values)
        _put(record, "__pydantic_fields_set__", _names(tuple(data)))
        _put(record, "__pydantic_extra__", None)
        _put(record, "__pydantic_private__", None)
        if type(value) is WrittenMapping:
            _put(record, "_written", value)
        for check in self.checks:
            if check(record) is not record:
                raise _NotPlainError
        return record


@lru_cache(maxsize=4096)
def _names(keys: tuple[str, ...]) -> set[str]:
    """The names as a set, one for all records of these keys; a frozen record never adds to it."""
    return set(keys)


_plans: dict[Any, _Plan | None] = {}
"""None for a kind of record that is left to pydantic."""


def quick_record(record: type[BaseModel], data: Any) -> Any:
    """The record that the data describe, or None; None says nothing about what is wrong."""
    if type(data) not in _WRITTEN:
        return None  # made in the program, from values that are no texts
    plan = _plan_of(record)
    try:
        return plan.fill(data) if plan is not None else None
    except (_NotPlainError, PydanticCustomError, TypeError):
        return None  # the last where a list or a mapping stands for one of few values


def _plan_of(record: Any) -> _Plan | None:
    if record not in _plans:
        _plans[record] = None  # while it is made, for a record within a record of its own kind
        _plans[record] = _plan(record)
    return _plans[record]


def _plan(record: Any) -> _Plan | None:
    marks = record.__pydantic_decorators__
    modes = {name: mark.info.mode for name, mark in marks.model_validators.items() if name != "_remember"}
    if marks.field_validators or any(mode != "after" for mode in modes.values()):
        return None
    fields = record.model_fields
    if record.__private_attributes__ or not all(map(_is_simple, fields.values())):
        return None
    readers = {name: _reader(info.annotation, info.metadata) for name, info in fields.items()}
    if None in readers.values():
        return None
    return _Plan(
        record,
        {name: info.default for name, info in fields.items()},
        {name: read for name, read in readers.items() if read is not None},
        frozenset(name for name, info in fields.items() if info.is_required()),
        sum("widen" in vars(base) for base in record.__mro__) > 1,
        tuple(getattr(record, name) for name in modes),
    )


def _is_simple(info: FieldInfo) -> bool:
    """Whether a field has its name for a key, and a default that may be shared."""
    renamed = info.alias or info.validation_alias
    return not (renamed or info.default_factory or info.validate_default) and isinstance(
        info.default, Hashable
    )


def _reader(kind: Any, marks: Any = ()) -> Reader | None:
    """What reads a value of this annotation with its marks, or None where only pydantic can."""
    if get_origin(kind) is Annotated:
        return _reader(kind.__origin__, kind.__metadata__)
    inner = get_args(kind)
    if len(marks) == 1 and isinstance(marks[0], BeforeValidator):
        return _read_before(marks[0].func, kind)
    if marks or (inner and inner[1:] != (NoneType,)):
        return None
    if inner:
        return _reader(inner[0])
    plan = _plan_of(kind) if isinstance(kind, type) and issubclass(kind, BaseModel) else None
    return plan.fill if plan is not None else None


def _read_before(read: Any, kind: Any) -> Reader | None:
    """What reads a value by the function, whose answer is all that the kind asks for, or None."""
    if read is read_items:
        return _list_of(_reader(get_args(kind)[0]))
    if get_origin(kind) is Literal:
        return lru_cache(maxsize=4096)(_choice(read, get_args(kind)))
    if kind in _OF_FEW_VALUES:
        return lru_cache(maxsize=4096)(read)
    is_text: bool = kind is str and read in (read_text, read_identifier)
    return read if is_text else None


def _list_of(read: Reader | None) -> Reader | None:
    if read is None:
        return None

    def read_list(value: Any) -> tuple[Any, ...]:
        if type(value) is not WrittenList:
            raise _NotPlainError
        return tuple([read(item) for item in value])

    return read_list


def _choice(read: Reader, choices: tuple[str, ...]) -> Reader:
    def read_choice(value: Any) -> Any:
        found = read(value)
        if found not in choices:
            raise _NotPlainError
        return found

    return read_choice
