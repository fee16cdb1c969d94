"""What each reader of a single value accepts, said of the value that an editor's YAML parser hands over.

Our reader sees text; an editor sees `2026` as a whole number, `39,62` as text and `23.100` as the number 23.1, which it
cannot tell from `23.1`. Numbers with a decimal point are therefore refused altogether: the decimal sign is the comma.
"""

import re
from collections.abc import Callable
from typing import Any

from thidua_cli.diagnostics import field_rules
from thidua_cli.diagnostics.rule import Rule
from thidua_cli.model import fields
from thidua_cli.model.campaigns import ON_ISSUE, read_start
from thidua_cli.model.periods import DAY, PERIOD
from thidua_cli.model.settings import AT_LEAST, read_requirement
from thidua_cli.model.targets.bases import read_year
from thidua_cli.model.targets.paths import MONTHS, read_season

Schema = dict[str, Any]

_YEARS = {"minimum": 1000, "maximum": 9999}
"""Bounds for four digits, which an editor reads as a whole number."""


def _words(*forms: str) -> str:
    """A pattern for text of one of the forms; blanks around it do not count."""
    return rf"^\s*(?:{'|'.join(forms)})\s*$"


def _form(pattern: re.Pattern[str]) -> str:
    # In ECMAScript, the language of patterns in JSON Schema, as in ours, only these ten are digits.
    return pattern.pattern.replace(r"\d", "[0-9]")


def _said_by(rule: Rule) -> Schema:
    """What an editor says where the value does not fit; both keys are VS Code's own."""
    sentence = f"{rule.code}: {rule.title}"
    return {"errorMessage": sentence, "patternErrorMessage": sentence}


_FIGURES = (fields.WHOLE, fields.DECIMAL_COMMA, fields.GROUPED, fields.DECIMAL_POINT)
_PERIODS = rf"(?!0000){_form(PERIOD)}"
_DAYS = rf"(?!....-(?:02-3|0[469]-31|11-31)){_form(DAY)}"
"""Without the days that no year has; of 29 February only `format` knows."""
_REAL_DAY = {
    "if": {"type": "string", "pattern": _words(_form(DAY))},
    "then": {"format": "date"},
}

TEXT = {"type": ["string", "number", "boolean"], "pattern": r"\S", **_said_by(field_rules.EMPTY)}
FIGURE = {
    "type": ["string", "integer"],
    "minimum": 1 - 10**fields.MOST_DIGITS,
    "maximum": 10**fields.MOST_DIGITS - 1,
    "pattern": rf"^(?!\s*{_form(fields.AMBIGUOUS)}\s*$)(?!(?:[^0-9]*[0-9]){{{fields.MOST_DIGITS + 1}}})"
    + _words(*(_form(form) for form in _FIGURES)).removeprefix("^"),
    **_said_by(field_rules.FIGURE),
}
_COUNT = {
    "type": ["string", "integer"],
    "pattern": _words("0*[1-9][0-9]*"),
    "minimum": 1,
    **_said_by(field_rules.FIGURE),
}
_DAY = {"type": "string", "pattern": _words(_DAYS), "format": "date", **_said_by(field_rules.DAY)}
_PERIOD = {
    "type": ["string", "integer"],
    "pattern": _words(_PERIODS),
    **_YEARS,
    **_said_by(field_rules.PERIOD),
}
_MOMENT = {
    "type": ["string", "integer"],
    "pattern": _words(_PERIODS, _DAYS),
    **_YEARS,
    **_REAL_DAY,
    **_said_by(field_rules.DAY),
}
IDENTIFIER = {
    "type": ["string", "integer", "boolean"],
    "pattern": _words(_form(fields.IDENTIFIER)),
    "minimum": 0,
    **_said_by(field_rules.IDENTIFIER),
}

SCALARS: dict[Callable[[Any], Any], Schema] = {
    fields.read_text: TEXT,
    fields.read_figure: FIGURE,
    fields.read_count: _COUNT,
    fields.read_day: _DAY,
    fields.read_period: _PERIOD,
    fields.read_moment: _MOMENT,
    fields.read_identifier: IDENTIFIER,
    fields.read_yes_no: {"enum": [True, False, "true", "false"], **_said_by(field_rules.YES_NO)},
    read_start: {
        **_MOMENT,
        "type": ["string", "integer", "null"],
        "pattern": _words(ON_ISSUE, _PERIODS, _DAYS),
    },
    read_year: {
        "type": ["string", "integer"],
        "pattern": _words("(?!0000)[0-9]{4}"),
        **_YEARS,
        **_said_by(field_rules.PERIOD),
    },
    read_requirement: {
        "type": "string",
        "pattern": _words(_form(AT_LEAST)),
        **_said_by(field_rules.SHAPE),
    },
}
"""By the function that reads the value, so that what is accepted cannot drift from who accepts it."""

NARROWED: dict[Callable[[Any], Any], Schema] = {
    read_season: {"minItems": MONTHS, "maxItems": MONTHS},
}
"""What a reader asks beyond those that it stands around."""


def choice(words: tuple[Any, ...]) -> Schema:
    """One of the words."""
    code = field_rules.CHOICE.code
    return {"enum": list(words), "errorMessage": f"{code}: Được dùng: {', '.join(map(str, words))}."}


def or_nothing(schema: Schema) -> Schema:
    """The same, or an empty value."""
    kinds = schema.get("type")
    if isinstance(kinds, str) and kinds != "null":
        return {**schema, "type": [kinds, "null"]}
    if isinstance(kinds, list):
        return schema if "null" in kinds else {**schema, "type": [*kinds, "null"]}
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    return {"anyOf": [schema, {"type": "null"}]}


def something(schema: Schema) -> Schema:
    """The same without an empty value, of a schema that names its types."""
    kinds = schema.get("type")
    return (
        {**schema, "type": [kind for kind in kinds if kind != "null"]} if isinstance(kinds, list) else schema
    )
