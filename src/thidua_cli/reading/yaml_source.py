"""Strict YAML: every scalar stays text, every key and value keeps its place, surprises are findings.

The constructor works on libyaml's events, which is quicker than PyYAML's own safe loader and sees what that one
hides: duplicate keys, anchors, tags and the place of each value.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

import yaml

from thidua_cli.diagnostics.finding import Finding, Location, Related
from thidua_cli.diagnostics.rule import Rule
from thidua_cli.diagnostics.written import (
    ListMarks,
    MappingMarks,
    Mark,
    Source,
    Written,
    WrittenList,
    WrittenMapping,
)
from thidua_cli.reading import codes
from thidua_cli.reading.plain_yaml import read_plain
from thidua_cli.reading.syntax_errors import Complaint, syntax_finding
from thidua_cli.reading.text_source import decode, tab_indents
from thidua_cli.reading.yaml_tokens import PARSER, hidden_by_hash, last_quoted

MAX_DEPTH = 100
_MOST_QUOTED = 40
_NULLS = frozenset({"", "~", "null"})
_Scalar, _MappingEnd = yaml.ScalarEvent, yaml.MappingEndEvent


@dataclass(frozen=True, slots=True)
class Reading:
    """The data of a file, or None where it cannot be read, with what was found wrong."""

    data: Written | None
    findings: tuple[Finding, ...]


def read_yaml(content: bytes, path: str) -> Reading:
    """The data of one YAML file; `path` is how findings name it."""
    source = decode(content, path)
    if source.text is None:
        return Reading(None, source.findings)
    reading = read_yaml_text(source.text, path)
    if reading.data is None and any(f.code == codes.INVISIBLE_SPACE.code for f in source.findings):
        return Reading(None, source.findings)  # the odd blank is the cause of the broken syntax
    return Reading(reading.data, (*source.findings, *reading.findings))


def read_yaml_text(text: str, path: str, first_line: int = 1) -> Reading:
    """The data of YAML text that begins on `first_line` of its file."""
    plain = read_plain(text, Source(path, lambda: _marks_of(text, path, first_line)))
    return Reading(plain, ()) if plain is not None else _read_strictly(text, path, first_line)


def _marks_of(text: str, path: str, first_line: int) -> list[Any]:
    data = _read_strictly(text, path, first_line).data
    assert data is not None, "what is plain is also strict"
    return data.source.marks


def _read_strictly(text: str, path: str, first_line: int) -> Reading:
    tabs = tab_indents(text, path, first_line)
    if tabs:
        return Reading(None, tuple(tabs))
    constructor = _Constructor(text, path, first_line)
    try:
        data = constructor.construct()
    except yaml.MarkedYAMLError as error:
        broken = syntax_finding(_complaint(error, text), text, path, first_line)
        known = any(
            found.at.line == broken.at.line for found in constructor.findings
        )  # `*Cao Bằng` is one cause
        return Reading(None, (*constructor.findings, *(() if known else (broken,))))
    except _TooDeepError as error:
        return Reading(None, (*constructor.findings, error.finding))
    return Reading(data, (*constructor.findings, *_hidden(text, path, first_line)))


def _hidden(text: str, path: str, first_line: int) -> Iterator[Finding]:
    for line, column, hidden in hidden_by_hash(text):
        at = Location(path, line + first_line, column + 1, line + first_line, column + 1 + len(hidden))
        said = hidden if len(hidden) <= _MOST_QUOTED else f"{hidden[:_MOST_QUOTED]}…"
        yield codes.HIDDEN_BY_HASH.finding(
            f"“{said}” đứng sau dấu cách và dấu # nên bị bỏ qua như một ghi chú.",
            at=at,
            hint="Là một phần của giá trị thì đặt cả giá trị trong dấu ngoặc kép; là ghi chú thì cách ra sau dấu #.",
        )


def _complaint(error: yaml.MarkedYAMLError, text: str) -> Complaint:
    problem, context = error.problem_mark, error.context_mark
    return Complaint(
        problem=error.problem or "",
        context=error.context or "",
        at=(problem.line, problem.column) if problem else None,
        context_at=(context.line, context.column) if context else None,
        quoted=last_quoted(text),
    )


class _TooDeepError(Exception):
    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class _Constructor:
    """Builds written data from events and collects what is wrong on the way."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.findings: list[Finding] = []
        self._source = Source(path)
        self._lines = first_line
        self._parser = PARSER(text)
        self._depth = 0
        self._flow = 0
        self._previous: tuple[int, int, bool] = (0, 0, False)
        """Where the last plain scalar ended, and whether it was digits in a flow collection."""

    def construct(self) -> Written | None:
        parser = self._parser
        parser.get_event()  # stream start
        event = parser.get_event()  # document start, or the end of an empty stream
        if isinstance(event, yaml.StreamEndEvent):
            self._empty()
            return None
        data = self._value(parser.get_event())
        parser.get_event()  # document end
        event = parser.get_event()
        if not isinstance(event, yaml.StreamEndEvent):
            self._report(
                codes.SECOND_DOCUMENT,
                "Tệp có phần thứ hai sau dấu ---.",
                event,
                "Tách thành hai tệp hoặc xóa dòng ---.",
            )
        if data is None:
            self._empty()
            return None
        if isinstance(data, str):
            at = Location(self._source.path, self._lines, 1, self._lines, 2)
            hint = "Viết theo dạng “khóa: giá trị”, mỗi khóa một dòng; sau dấu hai chấm có một dấu cách."
            message = "Tệp chỉ có chữ liền, không có khóa và giá trị nào."
            self.findings.append(codes.SYNTAX.finding(message, at=at, hint=hint))
            return None
        written: Written = data
        return written

    def _empty(self) -> None:
        at = Location(self._source.path, self._lines, 1, self._lines, 1)
        hint = "Điền nội dung, hoặc xóa tệp; các khóa của tệp: thidua explain, rồi tên tệp."
        self.findings.append(codes.EMPTY_FILE.finding("Tệp rỗng.", at=at, hint=hint))

    def _value(self, event: Any, *, in_list: bool = False) -> Any:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.AliasEvent):
            hint = "Viết lại giá trị; chữ bắt đầu bằng * thì đặt trong dấu ngoặc kép."
            self._report(codes.ANCHOR, "Dùng tham chiếu (*) của YAML.", event, hint)
            return None
        self._refuse_extras(event)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            at = self._source.at(self._mark(event, event))
            raise _TooDeepError(
                codes.TOO_DEEP.finding(f"Dữ liệu lồng nhau quá {MAX_DEPTH} cấp.", at=at, hint="Xem lại tệp.")
            )
        flow = bool(event.flow_style)
        self._flow += flow
        if isinstance(event, yaml.MappingStartEvent):
            data: Written = self._mapping(event, in_list=in_list)
        else:
            data = self._list(event)
        self._flow -= flow
        self._depth -= 1
        return data

    def _scalar(self, event: Any) -> str | None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        text: str = event.value
        if self._flow:
            self._watch_comma(event, text, plain=event.implicit[0])
        if text in _NULLS and event.implicit[0]:
            return None
        return text if text.isascii() else normalize("NFC", text)

    def _mapping(self, start: Any, *, in_list: bool) -> WrittenMapping:
        marks = MappingMarks(self._mark(start, start))
        mapping = WrittenMapping(self._source, self._number(marks))
        keys_at, values_at = marks.keys_at, marks.values_at
        get_event, lines, value_of, scalar = self._parser.get_event, self._lines, self._value, self._scalar
        begins_anew = False
        """Whether the first key has come again: what follows is an item without its dash."""
        while True:
            event = get_event()
            if type(event) is _MappingEnd:
                break
            key = scalar(event) if type(event) is _Scalar else value_of(event)
            first, last = event.start_mark, event.end_mark
            key_mark = (first.line + lines, first.column + 1, last.line + lines, last.column + 1)
            event = get_event()
            value = scalar(event) if type(event) is _Scalar else value_of(event)
            if not isinstance(key, str) or not key.strip():
                self.findings.append(
                    codes.KEY_NOT_TEXT.finding(
                        "Khóa để trống hoặc không phải là chữ.",
                        at=self._source.at(key_mark),
                        hint="Viết tên khóa trước dấu hai chấm.",
                    )
                )
                continue
            if key in mapping:
                if not begins_anew:
                    begins_anew = in_list and key == next(iter(mapping))
                    self._duplicate(key, key_mark, keys_at[key], begins_anew=begins_anew)
                continue
            first, last = event.start_mark, event.end_mark
            mapping[key] = value
            keys_at[key] = key_mark
            values_at[key] = (first.line + lines, first.column + 1, last.line + lines, last.column + 1)
        marks.mark = self._mark(start, event)
        return mapping

    def _list(self, start: Any) -> WrittenList:
        marks = ListMarks(self._mark(start, start))
        items = WrittenList(self._source, self._number(marks))
        get_event = self._parser.get_event
        while True:
            event = get_event()
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, in_list=True))
            marks.values_at.append(self._mark(event, event))
        marks.mark = self._mark(start, event)
        return items

    def _number(self, marks: MappingMarks | ListMarks) -> int:
        """The number of a mapping or list that begins here."""
        self._source.marks.append(marks)
        return len(self._source.marks) - 1

    def _mark(self, start: Any, end: Any) -> Mark:
        first, last = start.start_mark, end.end_mark
        return (first.line + self._lines, first.column + 1, last.line + self._lines, last.column + 1)

    def _watch_comma(self, event: Any, text: str, *, plain: bool) -> None:
        """Digit, comma, digit without a blank: a decimal comma that the brackets have torn apart."""
        digits = plain and text[:1].isdigit()
        line, column, open_ended = self._previous
        first = event.start_mark
        if digits and open_ended and (first.line, first.column) == (line, column + 1):
            hint = "Số thập phân thì viết thành khối, mỗi khóa một dòng; hai số thì cách ra, như [14, 53]."
            message = "Dấu phẩy giữa hai chữ số nằm trong ngoặc nên bị hiểu là hai giá trị."
            self._report(codes.FIGURE_IN_FLOW, message, event, hint)
        last = event.end_mark
        self._previous = (last.line, last.column, plain and text[-1:].isdigit())

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor is not None:
            hint = "Viết lại giá trị; chữ bắt đầu bằng & thì đặt trong dấu ngoặc kép."
            self._report(codes.ANCHOR, f"Dùng neo (&{event.anchor}) của YAML.", event, hint)
        if event.tag is not None:
            hint = "Bỏ thẻ; chữ bắt đầu bằng ! thì đặt trong dấu ngoặc kép."
            self._report(codes.TAG, "Dùng thẻ kiểu (!) của YAML.", event, hint)

    def _duplicate(self, key: str, mark: Mark, first: Mark, *, begins_anew: bool) -> None:
        keep = f"Giữ một dòng “{key}”, xóa dòng kia."
        new = f"Nếu đây là một mục mới của danh sách, thêm “- ” trước “{key}”; nếu không, giữ một dòng và xóa dòng kia."
        self.findings.append(
            codes.DUPLICATE_KEY.finding(
                f"Khóa “{key}” viết lần thứ hai.",
                at=self._source.at(mark),
                hint=new if begins_anew else keep,
                related=(Related("Lần đầu ở đây.", self._source.at(first)),),
            )
        )

    def _report(self, rule: Rule, message: str, event: Any, hint: str) -> None:
        at = self._source.at(self._mark(event, event))
        self.findings.append(rule.finding(message, at=at, hint=hint))
