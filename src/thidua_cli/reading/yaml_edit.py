"""Edits of YAML that keep every other byte: comments, quotes, order and line ends stay as a person left them.

New text is spliced in at the marks of what is there. Then the file is read again, and unless it says exactly what was
wanted, nothing is given back.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.diagnostics.written import Mark, Written, WrittenList, WrittenMapping, place_of
from thidua_cli.reading import codes
from thidua_cli.reading.yaml_source import Reading, read_yaml
from thidua_cli.reading.yaml_text import Data, flow_text, item_lines, scalar_text

Steps = Sequence[str | int]

_BOM = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")
_TO_LINE_END = re.compile(r"[^\r\n]*")
_COMMENT_ABOVE = re.compile(r"(?m:^)#[^\r\n]*(?:\r\n|\r|\n)\Z")
_COMMENT = re.compile(r"(?:\r\n|\r|\n)( *)#[^\r\n]*")


def append_item(content: bytes, steps: Steps, item: Data, path: str) -> bytes:
    """The file with one more item at the end of the list under the steps; without steps, of the file itself.

    Raises ThiduaError where that cannot be done without touching anything else.
    """
    reading = read_yaml(content, path)
    text = _Text(content)
    if reading.data is None:
        if steps or [f.code for f in reading.findings] != [codes.EMPTY_FILE.code]:
            raise _unfit(path)
        gap = text.line_end if text.text and not _LINE_END.search(text.text[-1:]) else ""
        lines = text.line_end.join(item_lines(item, 0))
        return _checked(text.spliced(len(text.text), gap + lines + text.line_end), [item], path, ())
    wanted = _plain(reading.data)
    found = _under(reading.data, steps, path)
    if isinstance(found, WrittenList):
        new = _with_item(text, found, item, apart=not steps)
        _plain_under(wanted, steps).append(item)
    elif found is None and steps:
        new = text.replaced(_mark_under(reading.data, steps), flow_text([item]))
        _plain_under(wanted, steps[:-1])[steps[-1]] = [item]
    else:
        raise _unfit(path)
    return _checked(new, wanted, path, _codes(reading))


def remove_key(content: bytes, key: str, path: str) -> bytes:
    """The file without one of its outermost keys, with the comments right above it; every other byte is kept.

    Raises ThiduaError where that cannot be done without touching anything else.
    """
    reading = read_yaml(content, path)
    if not isinstance(reading.data, WrittenMapping) or key not in reading.data:
        raise _unfit(path)
    text, wanted = _Text(content), _plain(reading.data)
    del wanted[key]
    mark = reading.data.keys_at[key]
    start = text.before_own_comments(text.offset(mark[0], 1))
    end = text.end_of(reading.data[key], reading.data.values_at[key])
    after = text.end_of_line(end)
    gap = _LINE_END.match(text.text, after)
    return _checked(text.spliced(start, "", gap.end() if gap else after), wanted, path, _codes(reading))


def set_scalar(content: bytes, steps: Steps, value: str | None, path: str) -> bytes:
    """The file with another value, or none, under the steps; a key that is missing is written last in its block.

    Raises ThiduaError where that cannot be done without touching anything else.
    """
    reading = read_yaml(content, path)
    if reading.data is None:
        raise _unfit(path)
    text, last = _Text(content), steps[-1]
    parent = _under(reading.data, steps[:-1], path)
    wanted = _plain(reading.data)
    _set(_plain_under(wanted, steps[:-1]), last, value, path)
    if isinstance(parent, WrittenMapping) and last not in parent:
        new = _with_key(text, parent, str(last), value)
    else:
        before = _under(parent, [last], path)
        if isinstance(before, WrittenMapping | WrittenList):
            raise _unfit(path)
        flow = text.is_flow(parent)
        new = text.replaced(_mark_under(reading.data, steps), scalar_text(value, flow=flow))
    return _checked(new, wanted, path, _codes(reading))


def _mark_under(data: Written, steps: Steps) -> Mark:
    """The mark of the value under the steps, which are all there."""
    at = place_of(data, *steps)
    return (at.line, at.column, at.end_line, at.end_column)


class _Text:
    """The text of a file with its own line ends, and offsets into it."""

    def __init__(self, content: bytes) -> None:
        text = content.decode("utf-8", errors="replace")
        self.head = _BOM if text.startswith(_BOM) else ""
        self.text = text[len(self.head) :]
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        first = _LINE_END.search(self.text)
        self.line_end = first[0] if first else "\n"

    def offset(self, line: int, column: int) -> int:
        return self._starts[line - 1] + column - 1

    def spliced(self, at: int, new: str, to: int | None = None) -> bytes:
        """The file with new text in place of what stands between the two offsets."""
        rest = self.text[at if to is None else to :]
        return f"{self.head}{self.text[:at]}{new}{rest}".encode()

    def replaced(self, mark: Mark, new: str) -> bytes:
        """The file with another scalar at the mark; an empty one needs a blank in front."""
        start, end = self.offset(*mark[:2]), self.end_of(None, mark)
        gap = " " if start == end and self.text[start - 1 : start] not in {"", " "} else ""
        return self.spliced(start, gap + new, end)

    def is_flow(self, data: Written) -> bool:
        start = self.offset(*data.mark[:2])
        return self.text[start : start + 1] in {"[", "{"}

    def end_of(self, value: Any, mark: Mark) -> int:
        """Where a value ends, without the comments and blank lines that follow it."""
        if isinstance(value, WrittenMapping | WrittenList):
            if self.is_flow(value):
                return self.offset(*value.mark[2:])
            step: Any = len(value) - 1 if isinstance(value, WrittenList) else next(reversed(value))
            return self.end_of(value[step], value.values_at[step])
        start, end = self.offset(*mark[:2]), self.offset(*mark[2:])
        written = self.text[start:end]
        return start + len(written.rstrip()) if written.startswith(("|", ">")) else end

    def end_of_line(self, offset: int) -> int:
        match = _TO_LINE_END.match(self.text, offset)
        return match.end() if match else offset

    def before_own_comments(self, offset: int) -> int:
        """Before the comments of the lines right above, that begin where the line begins."""
        while match := _COMMENT_ABOVE.search(self.text, 0, offset):
            offset = match.start()
        return offset

    def after_own_comments(self, offset: int, indent: int) -> int:
        """Past the comments of the next lines that are indented further, and so belong to what stands above."""
        while (match := _COMMENT.match(self.text, offset)) and len(match[1]) > indent:
            offset = match.end()
        return offset


def _with_item(text: _Text, items: WrittenList, item: Data, *, apart: bool) -> bytes:
    start = text.offset(*items.mark[:2])
    end = text.end_of(items[-1], items.values_at[-1]) if items else start + 1
    if text.is_flow(items):
        return text.spliced(end, f"{', ' if items else ''}{flow_text(item)}")
    indent = items.mark[1] - 1
    at = text.after_own_comments(text.end_of_line(end), indent)
    blank = text.line_end if _stand_apart(text, items, by_default=apart) else ""
    return text.spliced(at, f"{text.line_end}{blank}{text.line_end.join(item_lines(item, indent))}")


def _stand_apart(text: _Text, items: WrittenList, *, by_default: bool) -> bool:
    """Whether items of the list have a blank line between them; one item alone does not tell."""
    if len(items) < 2:
        return by_default and not isinstance(items[-1], str | None)
    between = text.text[text.end_of(items[-2], items.values_at[-2]) : text.offset(*items.values_at[-1][:2])]
    return any(not line.strip() for line in _LINE_END.split(between)[1:-1])


def _with_key(text: _Text, mapping: WrittenMapping, key: str, value: str | None) -> bytes:
    start = text.offset(*mapping.mark[:2])
    last = next(reversed(mapping), None)
    end = text.end_of(mapping[last], mapping.values_at[last]) if last is not None else start + 1
    if text.is_flow(mapping):
        entry = flow_text({key: value})[1:-1]
        return text.spliced(end, f"{', ' if mapping else ''}{entry}")
    indent = " " * (mapping.mark[1] - 1)
    entry = f"{indent}{scalar_text(key, flow=True)}: {scalar_text(value)}"
    return text.spliced(text.end_of_line(end), f"{text.line_end}{entry}")


def _under(data: Any, steps: Steps, path: str) -> Any:
    for step in steps:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError) as error:
            raise _unfit(path) from error
    return data


def _plain_under(data: Any, steps: Steps) -> Any:
    for step in steps:
        data = data[step]
    return data


def _set(parent: Any, step: str | int, value: str | None, path: str) -> None:
    try:
        parent[step] = value
    except (IndexError, TypeError) as error:
        raise _unfit(path) from error


def _plain(data: Any) -> Any:
    """A copy in which values may be changed, normalised as reading does."""
    match data:
        case str():
            return unicodedata.normalize("NFC", data)
        case Mapping():
            return {_plain(key): _plain(value) for key, value in data.items()}
        case Sequence():
            return [_plain(item) for item in data]
        case _:
            return data


def _codes(reading: Reading) -> Sequence[str]:
    return [finding.code for finding in reading.findings]


def _checked(new: bytes, wanted: Any, path: str, findings: Sequence[str]) -> bytes:
    """The new content, once it is known to say what was wanted and nothing else."""
    reading = read_yaml(new, path)
    if reading.data is None or reading.data != _plain(wanted) or list(_codes(reading)) != list(findings):
        raise _unfit(path)
    return new


def _unfit(path: str) -> ThiduaError:
    return ThiduaError(
        f"Không ghi thêm được vào tệp “{path}” mà giữ nguyên mọi chỗ khác.",
        hint="Hãy mở tệp và ghi bằng tay; xem tệp có lỗi không: thidua validate",
    )
