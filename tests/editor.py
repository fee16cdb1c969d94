"""What an editor makes of a data file: read by another YAML reader (YAML 1.2) and held against a JSON Schema."""

import re
from functools import cache
from typing import Any

from jsonschema import Draft7Validator, Draft202012Validator, FormatChecker  # type: ignore[import-untyped]
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import YAMLError

from thidua_cli.schemas.kinds import KINDS
from thidua_cli.schemas.shapes import schema_of

_FRONT_MATTER = re.compile(r"---\n(.*?)^---$", re.DOTALL | re.MULTILINE)
_DAY = "tag:yaml.org,2002:timestamp"


class _Constructor(SafeConstructor):
    """Days stay text: JSON has none."""


_Constructor.add_constructor(_DAY, SafeConstructor.construct_yaml_str)


@cache
def schemas() -> dict[str, dict[str, Any]]:
    """The schema of every kind of file by its name."""
    return {kind.name: schema_of(kind.record) for kind in KINDS}


def read(text: str) -> Any:
    """The data with the types that YAML 1.2 gives them. Raises YAMLError for what is no YAML."""
    reader = YAML(typ="safe", pure=True)
    reader.Constructor = _Constructor
    return reader.load(text)


def is_yaml(text: str) -> bool:
    """Whether the other reader can read it at all."""
    try:
        read(text)
    except (YAMLError, ValueError):  # a ValueError is a fault of the reader, which takes `._` for a number
        return False
    return True


def head_of(text: str) -> str:
    """The front matter of a Markdown file; empty where there is none."""
    match = _FRONT_MATTER.match(text)
    return match[1] if match else ""


def refusals(schema: dict[str, Any], value: Any) -> list[str]:
    """What the schema refuses, by place; the older draft, which some editors keep to, must say the same."""
    newer, older = (
        sorted(
            f"{error.json_path}: {error.validator}"
            for error in draft(schema, format_checker=FormatChecker()).iter_errors(value)
        )
        for draft in (Draft202012Validator, Draft7Validator)
    )
    assert newer == older
    return newer
