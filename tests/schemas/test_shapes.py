"""The schemas say of every key what the records say, in words that a clerk understands."""

import json
import pkgutil
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from jsonschema import Draft7Validator, Draft202012Validator  # type: ignore[import-untyped]
from pydantic import BeforeValidator, TypeAdapter
from pydantic.fields import FieldInfo

from editor import refusals, schemas
from rule_cases import all_cases
from thidua_cli import model
from thidua_cli.cli.editor_settings import SETTINGS
from thidua_cli.cli.schema import schema_files
from thidua_cli.model import campaigns
from thidua_cli.model.fields import Text
from thidua_cli.model.record import ListFile, Phrase, Record
from thidua_cli.schemas.kinds import KINDS
from thidua_cli.schemas.shapes import schema_of
from thidua_cli.schemas.texts import key_text, text_of, texts

TOP = Path(__file__).parents[2]


def records() -> list[type[Record]]:
    """Every record that is written as such, and is not the base of others."""
    for module in pkgutil.walk_packages(model.__path__, f"{model.__name__}."):
        import_module(module.name)
    found, waiting = list[type[Record]](), [Record]
    while waiting:
        record = waiting.pop()
        inner = [one for one in record.__subclasses__() if one.__module__.startswith(model.__name__)]
        waiting += inner
        if not inner:
            found.append(record)
    return sorted(found, key=lambda record: record.__name__)


def keys_of(record: type[Record]) -> dict[str, FieldInfo]:
    record.model_rebuild()
    return {info.alias or name: info for name, info in record.model_fields.items()}


WRITTEN = [record for record in records() if not issubclass(record, ListFile)]


def words_in(annotation: Any) -> Iterator[str]:
    """Every word that may be chosen for a value itself, not for what is inside its blocks."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif not (isinstance(annotation, type) and issubclass(annotation, Record)):
        for inner in get_args(annotation):
            yield from words_in(inner) if not isinstance(inner, BeforeValidator) else ()


def test_every_record_is_part_of_a_kind_of_file() -> None:
    drawn = {name for schema in schemas().values() for name in schema["$defs"]}
    drawn |= {kind.record.__name__ for kind in KINDS}

    assert {record.__name__ for record in records()} - drawn == set()


def test_every_record_has_a_text_and_no_text_is_left_over() -> None:
    known = {
        name: record for name, record in _with_bases().items() if record not in {Record, ListFile, Phrase}
    }
    left = {
        f"{name}.{key}"
        for name, text in texts().items()
        for key in text.keys
        if name not in known or key not in keys_of(known[name])
    }

    assert (left, set(texts()) - set(known)) == (set(), set())
    for record in records():
        assert text_of(record).title


def _with_bases() -> dict[str, type[Record]]:
    bases = (base for record in records() for base in record.__mro__)
    return {base.__name__: base for base in bases if isinstance(base, type) and issubclass(base, Record)}


def test_every_key_is_explained_in_vietnamese() -> None:
    left = {
        f"{record.__name__}.{key}": text
        for record in WRITTEN
        for key, info in keys_of(record).items()
        for text in [key_text(record, key)]
        if not text.title
        or not text.description.endswith(".")
        or any(f"`{word}`" not in text.description for word in words_in(info.annotation))
    }

    assert left == {}


@pytest.mark.parametrize("record", WRITTEN, ids=lambda record: record.__name__)
def test_every_example_is_read_and_fits_the_schema(record: type[Record]) -> None:
    holder = next(schema for schema in schemas().values() if record.__name__ in schema["$defs"])
    drawn = holder["$defs"][record.__name__]
    shapes = drawn.get("anyOf", [drawn])[-1]["properties"]

    assert list(shapes) == list(keys_of(record))
    for key, info in keys_of(record).items():
        shape = shapes[key] if "examples" in shapes[key] else holder["$defs"][shapes[key]["$ref"][8:]]
        [shown] = shape["examples"]
        field: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
        # The kinds of target are explained together; each has its own word for an example.
        written = shown if get_origin(info.annotation) is Literal else key_text(record, key).example
        TypeAdapter(field).validate_python(written)
        assert refusals({**shape, "$defs": holder["$defs"]}, shown) == []


def test_each_kind_of_target_is_told_by_its_own_word() -> None:
    drawn = schemas()["targets"]["$defs"]
    words = drawn["TargetSheet"]["properties"]["targets"]["items"]["properties"]["kind"]["enum"]

    shown = [
        shape["properties"]["kind"]["examples"] for name, shape in drawn.items() if name.endswith("Target")
    ]
    assert shown == [[word] for word in words]


@pytest.mark.parametrize("name", [kind.name for kind in KINDS])
def test_a_schema_is_one_for_both_drafts(name: str) -> None:
    Draft202012Validator.check_schema(schemas()[name])
    Draft7Validator.check_schema(schemas()[name])


def test_a_value_that_is_read_in_an_unknown_way_is_refused() -> None:
    class Content(campaigns.Content):
        """A record with a reader that no schema knows."""

        title: Annotated[str, BeforeValidator(str.upper)]

    class Doubled(campaigns.Content):
        """A record with a reader around a known one."""

        title: Annotated[Text, BeforeValidator(str.upper)]

    Doubled.__name__ = "Content"
    for record in (Content, Doubled):
        with pytest.raises(TypeError, match="say it in schemas/scalars"):
            schema_of(record)


def test_a_key_without_a_text_is_refused() -> None:
    class Content(campaigns.Content):
        """A record with a key that nobody has explained."""

        colour: Text

    with pytest.raises(KeyError, match=r"Content\.colour has no text"):
        schema_of(Content)


def test_the_shipped_schemas_are_those_of_the_records() -> None:
    shipped = {f"schemas/{path.name}": path.read_text("utf-8") for path in (TOP / "schemas").iterdir()}

    assert shipped == schema_files(), "thidua schema --write"


def test_the_shipped_settings_map_every_kind_of_yaml_file() -> None:
    mapped = json.loads((TOP / SETTINGS).read_text("utf-8"))["yaml.schemas"]

    assert mapped == {f"./{kind.path}": kind.files for kind in KINDS if kind.is_yaml}


def test_every_file_of_data_is_of_one_kind() -> None:
    shipped = {path.relative_to(TOP).as_posix() for path in TOP.glob("data/**/*.yaml")} | {"thidua.yaml"}
    tried = {name for case in all_cases() if not case.breaks for name in case.files}

    kinds = {name: [kind.name for kind in KINDS if fnmatch(name, kind.files)] for name in shipped}
    assert {name: found for name, found in kinds.items() if len(found) != 1} == {}
    for kind in KINDS:
        assert any(fnmatch(name, kind.files) for name in shipped | tried), kind
