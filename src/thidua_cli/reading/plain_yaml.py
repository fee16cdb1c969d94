"""The YAML that nearly every file is written in, read line by line: blocks of `key: value`, lists, brackets of words.

It knows a small part of YAML and gives up on the first line that is not plainly of it; then the strict reader has the
word. So it never finds fault, and what it reads is what the strict reader would have read, in a third of the time.
"""

import re
from typing import Any
from unicodedata import is_normalized

from thidua_cli.diagnostics.written import Source, Written, WrittenList, WrittenMapping

_DEEPEST = 20
_NULLS = frozenset({"~", "null"})
_PLAIN = r"""-?[^\s\-?:,\[\]{}\#&*!|>'"%@`][^:\#\n]*(?:(?::(?=\S)|(?<=\S)\#)[^:\#\n]*)*"""
_WORD = r"\w(?:[\w ./%()-]*[\w./%()-])?"
_LINES = re.compile(
    rf"""
    ^(\ *)
    (-\ +)?
    (?:(\w[\w-]{{0,99}}):(?:\ +(?=\S)|$))?
    (?:
        ({_PLAIN})
      | ("[^"\\\n]*"|'[^'\n]*'|\[(?:{_WORD}(?:,\ +{_WORD})*)?\]|>-\n(\ +)\S.*(?:\n\6\S.*)*)
    )?$
    | ^\ *\#.*$
    | ^(.+)$
    """,
    re.MULTILINE | re.VERBOSE,
)
"""Groups: blanks, dash, key, plain text, another value, the margin of folded text, a line that is none of these."""
_COMMA = re.compile(r", +")
_INDENTED_COMMENT = re.compile(r"^ +#", re.MULTILINE)


def read_plain(text: str, source: Source) -> Written | None:
    """The data of a text that is plain throughout, else None; None says nothing about what is wrong."""
    if "\t" in text or " \n" in text or text.endswith(" ") or not is_normalized("NFC", text):
        return None
    if ">-" in text and _INDENTED_COMMENT.search(text):
        return None  # below folded text a line with # may be a part of it
    try:
        return _Blocks(source).read(text)
    except _NotPlainError:
        return None


class _NotPlainError(Exception):
    """A line that the strict reader must judge."""


class _Blocks:
    """The blocks that are open while lines are read, from the outermost in."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._begun = 0
        """How many mappings and lists have begun; they are numbered from 0."""
        self._open: list[tuple[int, bool, Any]] = []
        """The column of each block's dashes or keys, whether it is a list, and the block."""
        self._waiting: tuple[int, Any, str] | None = None
        """A key without a value, with its column and mapping: a block may follow."""

    def read(self, text: str) -> Written | None:
        mapping: Any = None
        column = -1
        """Of the keys of the mapping while it surely takes the next one, else -1."""
        for spaces, dash, key, plain, value, margin, other in _LINES.findall(text):
            if key:
                if dash or len(spaces) != column:
                    column, mapping = self._mapping_at(len(spaces), dash)
                if key in mapping or key in _NULLS:
                    raise _NotPlainError
                if plain:
                    mapping[key] = plain if plain not in _NULLS else None
                elif value:
                    mapping[key] = self._value(value, margin, column)
                else:
                    mapping[key] = None
                    self._waiting = column, mapping, key
                    column = -1
            elif dash:
                items = self._block_at(len(spaces), is_list=True)
                items.append(plain if plain and plain not in _NULLS else self._value(value, margin, -1))
                column = -1
            elif plain or value or other:
                raise _NotPlainError
        return self._open[0][2] if self._open else None

    def _mapping_at(self, column: int, dash: str) -> tuple[int, Any]:
        """The mapping that a key at this column belongs to, with the column of its keys."""
        block = self._block_at(column, is_list=bool(dash))
        if not dash:
            return column, block
        mapping = self._begin(column + len(dash), is_list=False)
        block.append(mapping)
        return column + len(dash), mapping

    def _block_at(self, column: int, *, is_list: bool) -> Any:
        """The block that a line at this column belongs to."""
        blocks = self._open
        if self._waiting:
            above, mapping, key = self._waiting
            self._waiting = None
            if column > above or (is_list and column == above):
                mapping[key] = block = self._begin(column, is_list=is_list)
                return block
        elif not blocks:
            return self._begin(column, is_list=is_list)
        while blocks:
            at, holds_items, block = blocks[-1]
            if at == column and holds_items is is_list:
                return block
            if at < column or (at == column and is_list):
                break
            blocks.pop()
        raise _NotPlainError

    def _begin(self, column: int, *, is_list: bool) -> Any:
        """A block whose first line stands at the column."""
        if len(self._open) == _DEEPEST:
            raise _NotPlainError
        block = (
            WrittenList(self._source, self._begun) if is_list else WrittenMapping(self._source, self._begun)
        )
        self._begun += 1
        self._open.append((column, is_list, block))
        return block

    def _value(self, value: str, margin: str, column: int) -> Any:
        """What is not plain; folded text must stand further in than the column of its key."""
        if margin:
            if not 0 <= column < len(margin):
                raise _NotPlainError
            return value[len(margin) + 3 :].replace(f"\n{margin}", " ")
        if value[:1] == "[":
            items = WrittenList(self._source, self._begun)
            self._begun += 1
            items += (
                [None if word in _NULLS else word for word in _COMMA.split(value[1:-1])]
                if len(value) > 2
                else ()
            )
            return items
        if not value:
            raise _NotPlainError
        return value[1:-1]
