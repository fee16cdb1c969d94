"""docs/data-format.md against the records: every key has its row, and every row is a key."""

import pkgutil
import re
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest

from thidua_cli import model
from thidua_cli.model.record import ListFile, Phrase, Record
from thidua_cli.model.targets.target import Target
from thidua_cli.reading.yaml_source import read_yaml

PAGE = (Path(__file__).parents[1] / "docs" / "data-format.md").read_text(encoding="utf-8")


def test_every_key_of_a_record_stands_in_one_table() -> None:
    tables = key_tables()

    missing = {
        record.__name__: sorted(own_keys(record))
        for record in records()
        if not any(own_keys(record) <= table for table in tables)
    }

    assert missing == {}


def test_every_row_of_a_key_table_is_a_key() -> None:
    known = {key for record in records() for key in all_keys(record)}

    unknown = set().union(*key_tables()) - known

    assert unknown == set()


def test_every_word_that_a_key_may_take_is_named() -> None:
    words = {
        word
        for record in records()
        for info in record.model_fields.values()
        for word in (*get_args(info.annotation), *(w for a in get_args(info.annotation) for w in get_args(a)))
        if isinstance(word, str)
    }

    assert {word for word in words if f"`{word}`" not in PAGE} == set()


@pytest.mark.parametrize("example", re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
def test_every_example_can_be_read(example: str) -> None:
    assert read_yaml(example.encode(), "docs/data-format.md").findings == ()


def records() -> list[type[Record]]:
    for module in pkgutil.walk_packages(model.__path__, f"{model.__name__}."):
        import_module(module.name)
    found, waiting = set[type[Record]](), [Record]
    while waiting:
        for record in waiting.pop().__subclasses__():
            found.add(record)
            waiting.append(record)
    # A list file has no key of its own, and the keys of a base stand with each record that has them.
    return sorted((r for r in found if not issubclass(r, ListFile) and r is not Phrase), key=str)


def all_keys(record: type[Record]) -> set[str]:
    return {info.alias or name for name, info in record.model_fields.items()}


def own_keys(record: type[Record]) -> set[str]:
    """A kind of target has only the keys that not every target has; its table stands below the common one."""
    if issubclass(record, Target) and record is not Target:
        bases = [base for base in record.__bases__ if issubclass(base, Record)]
        return all_keys(record) - set().union(*(all_keys(base) for base in bases)) - {"kind"}
    return all_keys(record)


def key_tables() -> list[set[str]]:
    """The keys in the first column of each table whose first title begins with Key."""
    tables = re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE)
    keyed = [table.splitlines()[2:] for table in tables if table.startswith("| Key")]
    return [
        {key.rpartition(".")[2] for row in rows for key in re.findall(r"`([^`]+)`", row.split(" | ")[0])}
        for rows in keyed
    ]
