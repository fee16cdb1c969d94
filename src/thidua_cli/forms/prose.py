"""An answer as it is typed into a cell, and as Markdown that prints just that."""

import re
from collections.abc import Iterator

from thidua_cli.typesetting.markup import escape

_ITEM = re.compile(r"([-+•–])\s+(?=\S)")
_ESCAPE = re.compile(r"\\([\\*\[\]{}`<>|#~%+=_-])")


def prose_of(text: str) -> list[str]:
    """The answer as Markdown that prints what was typed: paragraphs apart, items together."""
    return list(_spaced(text.split("\n")))


def _spaced(typed: list[str]) -> Iterator[str]:
    before: bool | None = None
    for line in typed:
        item = _ITEM.match(line)
        if not line.strip():
            continue
        is_item = item is not None
        if before is not None and not (before and is_item):
            yield ""
        yield f"{'+' if item[1] == '+' else '-'} {_literal(line[item.end() :])}" if item else _literal(line)
        before = is_item


def _literal(line: str) -> str:
    """The line so that neither Markdown nor Jinja finds anything in it."""
    return escape(line).replace("{%", "{\\%")


def typed_from(written: str) -> str:
    """An answer as it was typed into a form; one that a person wrote otherwise as it stands."""
    typed = re.sub(r"\n\n+", "\n", _ESCAPE.sub(r"\1", written))
    return typed if "\n".join(prose_of(typed)) == written else written
