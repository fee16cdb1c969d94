"""Whatever a record refuses is said in Vietnamese; no sentence of pydantic ever reaches a user."""

import re
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel
from pydantic_core import core_schema

from thidua_cli.diagnostics import field_rules
from thidua_cli.diagnostics.written import (
    ListMarks,
    MappingMarks,
    Source,
    Written,
    WrittenList,
    WrittenMapping,
)
from thidua_cli.model.campaigns import Campaign
from thidua_cli.model.documents import DocumentRegister
from thidua_cli.model.initiatives import InitiativeFile
from thidua_cli.model.narratives import NarrativeHead
from thidua_cli.model.results import ResultFile
from thidua_cli.model.settings import Settings
from thidua_cli.model.target_sheets import TargetSheet
from thidua_cli.model.units import Unit
from thidua_cli.reading.validation import SHAPES, validate

FILES: tuple[type[BaseModel], ...] = (
    Campaign, DocumentRegister, InitiativeFile, NarrativeHead, ResultFile, Settings, TargetSheet, Unit,
)  # fmt: skip
WORDED = {"extra_forbidden", "missing", "union_tag_invalid", *SHAPES}
OUR_READERS_COME_FIRST = {
    "bool_parsing", "bool_type", "date_from_datetime_inexact", "date_from_datetime_parsing", "date_parsing",
    "date_type", "decimal_parsing", "decimal_type", "is_instance_of", "literal_error", "string_type",
    "string_unicode",
}  # fmt: skip
"""Text, figures, days, yes or no, choices and periods are read by validators that hand on the right type."""
OUR_READERS_RAISE_CODES = {"value_error", "assertion_error"}
"""Validators raise errors whose type is the code of a rule; they never raise ValueError or assert."""
CONSTRAINTS_THAT_NO_FIELD_HAS = {
    "date_future", "date_past", "decimal_max_digits", "decimal_max_places", "decimal_whole_digits",
    "finite_number", "greater_than", "greater_than_equal", "less_than", "less_than_equal", "multiple_of",
    "string_not_ascii", "string_pattern_mismatch", "string_too_long", "string_too_short", "too_long", "too_short",
}  # fmt: skip
TYPES_THAT_NO_FIELD_HAS = {
    "bytes_invalid_encoding", "bytes_too_long", "bytes_too_short", "bytes_type", "callable_type",
    "complex_str_parsing", "complex_type", "counter_type", "dataclass_exact_type", "dataclass_type",
    "datetime_from_date_parsing", "datetime_future", "datetime_object_invalid", "datetime_parsing", "datetime_past",
    "datetime_type", "deque_type", "enum", "float_parsing", "float_type", "fraction_parsing", "fraction_type",
    "frozen_dict_type", "frozen_set_type", "int_from_float", "int_parsing", "int_parsing_size", "int_type",
    "is_subclass_of", "iterable_type", "iteration_error", "json_invalid", "json_type", "list_type", "mapping_type",
    "missing_sentinel_error", "named_tuple_type", "none_required", "ordered_dict_type", "set_item_not_hashable",
    "set_type", "time_delta_parsing", "time_delta_type", "time_parsing", "time_type", "timezone_aware",
    "timezone_naive", "timezone_offset", "url_parsing", "url_scheme", "url_syntax_violation", "url_too_long",
    "url_type", "uuid_parsing", "uuid_type", "uuid_version",
}  # fmt: skip
CALLS_OF_FUNCTIONS = {
    "arguments_type", "missing_argument", "missing_keyword_only_argument", "missing_positional_only_argument",
    "multiple_argument_values", "unexpected_keyword_argument", "unexpected_positional_argument",
}  # fmt: skip
WRITING_TO_A_RECORD = {"frozen_field", "frozen_instance"}
"""Only code of ours could do that, and mypy refuses it."""
READING_ATTRIBUTES = {"get_attribute_error", "model_attributes_type", "no_such_attribute"}
"""Records are made from mappings, never from attributes of objects."""
NEVER_IN_WRITTEN_DATA = {"invalid_key", "needs_python_object", "recursion_depth_exceeded", "recursion_loop"}
"""Keys of written data are text, and it is a tree at most a hundred levels deep."""
NEVER_WITH_OUR_DISCRIMINATOR = {"union_tag_not_found"}
"""It always names a kind."""
NEVER_WITH_OUR_DEFAULTS = {"default_factory_not_called", "ellipsis_error"}
"""Our factories need no other field, and no field takes an ellipsis."""
UNREACHABLE = (
    OUR_READERS_COME_FIRST, OUR_READERS_RAISE_CODES, CONSTRAINTS_THAT_NO_FIELD_HAS, TYPES_THAT_NO_FIELD_HAS,
    CALLS_OF_FUNCTIONS, WRITING_TO_A_RECORD, READING_ATTRIBUTES, NEVER_IN_WRITTEN_DATA,
    NEVER_WITH_OUR_DISCRIMINATOR, NEVER_WITH_OUR_DEFAULTS,
)  # fmt: skip
FALLBACK = "Giá trị này không đúng dạng."
ENGLISH = re.compile(
    r"\b(input|should|value|valid|field|required|error|type|dict|str|none|must)\b", re.IGNORECASE
)


def test_every_type_of_error_is_worded_or_cannot_happen() -> None:
    groups = (WORDED, *UNREACHABLE)

    assert sorted(kind for group in groups for kind in group) == sorted(get_args(core_schema.ErrorType))


def test_every_code_that_readers_raise_has_its_rule() -> None:
    assert [rule.code for rule in field_rules.RULES] == [f"TD{number}" for number in range(201, 212)]


def keys_of(record: type[BaseModel], seen: set[type[BaseModel]]) -> set[str]:
    if record in seen:
        return set()
    seen.add(record)
    keys = {info.alias or name for name, info in record.model_fields.items()}
    for info in record.model_fields.values():
        for inner in records_in(info.annotation):
            keys |= keys_of(inner, seen)
    return keys


def records_in(annotation: Any) -> list[type[BaseModel]]:
    here = [annotation] if isinstance(annotation, type) and issubclass(annotation, BaseModel) else []
    return [*here, *(inner for part in get_args(annotation) for inner in records_in(part))]


PLACE = (1, 1, 1, 2)


def list_of(items: list[Any]) -> WrittenList:
    written = WrittenList(Source("a.yaml", lambda: [ListMarks(PLACE, [PLACE] * len(items))]), 0)
    written.extend(items)
    return written


def mapping_of(items: dict[str, Any]) -> WrittenMapping:
    places = dict.fromkeys(items, PLACE)
    written = WrittenMapping(Source("a.yaml", lambda: [MappingMarks(PLACE, places, places)]), 0)
    written.update(items)
    return written


SEEN: set[type[BaseModel]] = set()
KEYS = sorted(key for record in FILES for key in keys_of(record, SEEN))
SCALARS = st.sampled_from(
    [None, "", "  ", "70", "-1", "23.100", "39,62", "2026", "2026-01-30", "30/01/2026", "khach-du-lich", "Sở A",
     "true", "có", "share", "amount", "final", "done", "on-issue", "đón {} lượt", "\U0001d538", "[]"]
)  # fmt: skip
WRITTEN = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3).map(list_of)
        | st.dictionaries(st.sampled_from([*KEYS, "lạ"]), inner, max_size=6).map(mapping_of)
    ),
    max_leaves=25,
)
DATA = st.lists(WRITTEN, max_size=3).map(list_of) | st.dictionaries(
    st.sampled_from(KEYS), WRITTEN, max_size=8
).map(mapping_of)


@pytest.mark.parametrize("record", FILES)
@given(data=DATA)
def test_random_data_never_fails_and_never_speaks_english(record: type[BaseModel], data: Written) -> None:
    found, findings = validate(data, record)

    assert (found is None) == bool(findings)
    for finding in findings:
        said = re.sub(r"“[^”]*”|[a-z_]+: |khóa [a-z_]+|\([a-z_]+\)", "", f"{finding.message} {finding.hint}")
        assert FALLBACK not in said
        assert not ENGLISH.search(re.sub(r"(Được dùng|các khóa): .*|true|false", "", said)), said
