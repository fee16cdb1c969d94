"""What each key means in the words of editors: title, description and example, from one table a kind of file."""

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from thidua_cli.diagnostics.written import WrittenList, WrittenMapping
from thidua_cli.model.record import Record
from thidua_cli.reading.yaml_source import read_yaml


@dataclass(frozen=True, slots=True)
class KeyText:
    """One key."""

    title: str
    description: str
    example: Any
    """As written, with its scalars as text."""


@dataclass(frozen=True, slots=True)
class RecordText:
    """A record, and the keys that it declares itself."""

    title: str
    description: str
    keys: dict[str, KeyText] = field(default_factory=dict)


@cache
def texts() -> dict[str, RecordText]:
    """Every text by the name of its record."""
    folder = files("thidua_cli.schemas").joinpath("texts")
    found: dict[str, RecordText] = {}
    for table in sorted(folder.iterdir(), key=lambda path: path.name):
        reading = read_yaml(table.read_bytes(), table.name)
        assert isinstance(reading.data, WrittenMapping), table.name
        assert not reading.findings, reading.findings
        for name, written in reading.data.items():
            assert name not in found, f"{name} has two texts"
            keys = {key: KeyText(**text) for key, text in written.get("keys", {}).items()}
            found[name] = RecordText(written["title"], written["description"], keys)
    return found


def text_of(record: type[Record]) -> RecordText:
    """The text of a record. Raises KeyError when nobody has written one."""
    return texts()[record.__name__]


def key_text(record: type[Record], key: str) -> KeyText:
    """The text of a key, its own or that of the nearest record it is inherited from. Raises KeyError without one."""
    return texts()[explainer_of(record, key)].keys[key]


def explainer_of(record: type[Record], key: str) -> str:
    """The record that explains the key: itself, or one that it inherits from. Raises KeyError when none does."""
    for owner in record.__mro__:
        found = texts().get(owner.__name__)
        if found is not None and key in found.keys:
            return owner.__name__
    raise KeyError(f"{record.__name__}.{key} has no text in schemas/texts")


def as_editors_read(written: Any) -> Any:
    """An example as an editor's parser reads it: whole numbers and yes or no have a type of their own."""
    match written:
        case WrittenMapping():
            return {key: as_editors_read(value) for key, value in written.items()}
        case WrittenList():
            return [as_editors_read(item) for item in written]
        case "true" | "false":
            return written == "true"
        case str() if written.isascii() and written.isdigit() and not written.startswith("0"):
            return int(written)
    return written
