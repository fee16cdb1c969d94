"""What the words of a YAML text tell that its data do not: quotes that swallow lines, and text lost behind a #."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from thidua_cli.reading.syntax_errors import Place

PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_QUOTES = ('"', "'")
_HIDDEN = re.compile(r":? +(#\w.*)")
_MAY_HIDE = re.compile(r"\S +#\w")


def has_quick_parser() -> bool:
    """Whether PyYAML came with libyaml; without it reading is many times slower."""
    return hasattr(yaml, "CSafeLoader")


def last_quoted(text: str) -> tuple[Place, Place] | None:
    """Where the last text in quotes over several lines begins and ends that is read before the syntax breaks."""
    found = None
    for token in _scalars(text):
        first, last = token.start_mark, token.end_mark
        if token.style in _QUOTES and first.line < last.line:
            found = (first.line, first.column), (last.line, last.column)
    return found


def hidden_by_hash(text: str) -> Iterator[tuple[int, int, str]]:
    """Each text behind a value and a # without a blank, by line and column from 0: hardly a comment."""
    if not _MAY_HIDE.search(text):
        return
    lines = text.split("\n")
    for token in _scalars(text):
        end = token.end_mark
        found = _HIDDEN.match(lines[end.line], end.column) if token.plain and end.line < len(lines) else None
        if found:
            yield end.line, found.start(1), found[1].rstrip()


def _scalars(text: str) -> Iterator[Any]:
    try:
        yield from (t for t in yaml.scan(text, Loader=PARSER) if isinstance(t, yaml.ScalarToken))
    except yaml.MarkedYAMLError:
        return  # whoever reads the text says what breaks it
