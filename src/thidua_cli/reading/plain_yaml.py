"""The YAML that nearly every file is written in, read line by line: blocks of `key: value`, lists, brackets of words.

It knows a small part of YAML and gives up on the first line that is not plainly of it; then the strict reader has the
word. So it never finds fault, and what it reads is what the strict reader would have read, in a fifth of the time.
"""

import re
from typing import Any
from unicodedata import is_normalized

from thidua_cli.diagnostics.written import Source, Written, WrittenList, WrittenMapping

_DEEPEST = 20
_MOST_LEADS = 4096
_NULLS = frozenset({"~", "null"})
_LEAD = re.compile(r"( {0,99})(- {1,9})?(\w[\w-]{0,99})")
_WORD = r"\w(?:[\w ./%()-]*[\w./%()-])?"
_VALUE = re.compile(
    rf"""
    (-?[^\s\-?:,\[\]{{}}\#&*!|>'"%@`][^:\#\n]*(?:(?::(?=\S)|(?<=\S)\#)[^:\#\n]*)*)
  | "[^"\\\n]*" | '[^'\n]*' | \[(?:{_WORD}(?:,\ +{_WORD})*)?\]
    """,
    re.VERBOSE,
)
"""Its group: plain text; other values are quoted or in brackets."""
_NOT_PLAINLY = " -?:,[]{}#&*!|>'\"%@`~"
"""What plain text never begins with, or not always."""
_ITEM = re.compile(r"( *)- +(\S.*)")
_COMMENT = re.compile(r" *#")
_COMMA = re.compile(r", +")
_INDENTED_COMMENT = re.compile(r"^ +#", re.MULTILINE)


def read_plain(text: str, source: Source) -> Written | None:
    """The data of a text that is plain throughout, else None; None says nothing about what is wrong."""
    if "\t" in text or " \n" in text or text.endswith(" ") or not is_normalized("NFC", text):
        return None
    if " #" in text and ">-" in text and _INDENTED_COMMENT.search(text):
        return None  # below folded text a line with # may be a part of it
    try:
        return _Blocks(source).read(text)
    except _NotPlainError:
        return None


class _NotPlainError(Exception):
    """A line that the strict reader must judge."""


class _Leads(dict[str, tuple[int, int, str] | None]):
    """What stands before a colon: the rank of the line, of the mapping that begins after its dash, and the key.

    None where that is no key. The same few stand on nearly every line, so that looking at each again would take most of
    the time of reading.
    """

    def __missing__(self, text: str) -> tuple[int, int, str] | None:
        found = _LEAD.fullmatch(text)
        if found is None or found[3] in _NULLS:
            return None
        if len(self) == _MOST_LEADS:
            self.clear()
        blanks, dash = len(found[1]), found[2]
        lead = self[text] = (
            (2 * blanks + 1, 2 * (blanks + len(dash)), found[3]) if dash else (2 * blanks, 0, found[3])
        )
        return lead


_LEADS = _Leads()


class _Blocks:
    """The blocks that are open while lines are read, from the outermost in.

    The rank of a block is twice the column of its keys or dashes, and one more for a list: a list may stand at the very
    column of the key that it belongs to, so what has the higher rank is further in. A line has the rank of its block.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._begun = 0
        """How many mappings and lists have begun; they are numbered from 0."""
        self._ranks: list[int] = []
        self._open: list[Any] = []
        """The blocks of these ranks."""
        self._waiting: tuple[int, Any, str] | None = None
        """A key without a value, with its rank and mapping: a block may follow."""

    def read(self, text: str) -> Written | None:
        mapping: Any = None
        key = ""
        above = -1
        """The rank of the mapping while it surely takes the next key, else -1."""
        margin: str | None = None
        """Of the folded text that may go on; empty before its first line."""
        folded: list[str] = []
        for line in (text + "\n").split("\n"):  # a blank line ends what is folded
            if margin is not None:
                margin = _margin(line, margin, above)
                if margin is not None:
                    folded.append(line[len(margin) :])
                    continue
                mapping[key] = " ".join(folded)
            words, colon, value = line.partition(": ")
            lead = _LEADS[words] if colon else None
            if lead is None:
                self._take(line)
                above = -1
                continue
            rank, inner, key = lead
            if inner:
                mapping = self._begin(inner, self._block_of(rank))
                above = inner
            elif rank != above:
                mapping = self._block_of(rank)
                above = rank
            if key in mapping:
                raise _NotPlainError
            if value[0] in _NOT_PLAINLY or ":" in value or "#" in value or value == "null":
                if value == ">-":
                    mapping[key] = margin = ""
                    folded = []
                else:
                    mapping[key] = self._value(value.lstrip(" "))
            else:
                mapping[key] = value
        return self._open[0] if self._open else None

    def _take(self, line: str) -> None:
        """Read a line without a key and its value: a key alone, an item of a list, a comment, or a blank line."""
        lead = _LEADS[line[:-1]] if line[-1:] == ":" else None
        if lead is not None:
            rank, inner, key = lead
            mapping = self._begin(inner, self._block_of(rank)) if inner else self._block_of(rank)
            if key in mapping:
                raise _NotPlainError
            mapping[key] = None
            self._waiting = inner or rank, mapping, key
            return
        item = _ITEM.fullmatch(line)
        if item:
            items = self._block_of(2 * len(item[1]) + 1)
            items.append(self._value(item[2]))
        elif line and not _COMMENT.match(line):
            raise _NotPlainError

    def _block_of(self, rank: int) -> Any:
        """The block that a line of this rank belongs to."""
        ranks = self._ranks
        if self._waiting:
            above, mapping, key = self._waiting
            self._waiting = None
            if rank > above:
                mapping[key] = block = self._begin(rank)
                return block
        elif not ranks:
            return self._begin(rank)
        while ranks and ranks[-1] > rank:
            ranks.pop()
            self._open.pop()
        if not ranks or ranks[-1] != rank:
            raise _NotPlainError
        return self._open[-1]

    def _begin(self, rank: int, items: Any = None) -> Any:
        """A block of this rank, an item of the list if one is given."""
        block: Any = (WrittenList if rank % 2 else WrittenMapping)(self._source, self._begun)
        self._begun += 1
        self._ranks.append(rank)
        self._open.append(block)
        if len(self._open) > _DEEPEST:
            raise _NotPlainError
        if items is not None:
            items.append(block)
        return block

    def _value(self, text: str) -> Any:
        """A value on one line."""
        found = _VALUE.fullmatch(text)
        if found is None:
            raise _NotPlainError
        if found[1]:
            return text if text not in _NULLS else None
        if text[0] != "[":
            return text[1:-1]
        items = WrittenList(self._source, self._begun)
        self._begun += 1
        if len(text) > 2:
            items += [None if word in _NULLS else word for word in _COMMA.split(text[1:-1])]
        return items


def _margin(line: str, margin: str, above: int) -> str | None:
    """The margin of folded text if the line goes on with it; the first line sets it, further in than its key."""
    words = line.lstrip(" ")
    here = line[: len(line) - len(words)]
    goes_on = words and not words[0].isspace() and (here == margin or not margin)
    if not margin and not (goes_on and 2 * len(here) > above):
        raise _NotPlainError
    return here if goes_on else None
