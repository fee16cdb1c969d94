"""libyaml's complaints in the words of someone who has to mend the file."""

import re
from dataclasses import dataclass

from thidua_cli.diagnostics.finding import Finding, Location
from thidua_cli.reading import codes

_QUOTE = 'Đặt cả giá trị trong dấu ngoặc kép "…".'
_ALIGN = "Xem lại số dấu cách đầu dòng: các khóa cùng cấp phải thẳng hàng."
_OPEN = "Dấu ngoặc kép hoặc nháy mở mà không đóng."
_CLOSE = "Thêm dấu đóng ở cuối giá trị."
_UNFINISHED = ("scanning a quoted scalar", "scanning a simple key")
_IN_BRACKETS = ("parsing a flow sequence", "parsing a flow mapping")
_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "Có thêm dấu hai chấm trong giá trị, hoặc dòng này thụt sai cấp.",
        f"{_QUOTE} Nếu đây là một khóa mới: {_ALIGN[0].lower()}{_ALIGN[1:]}",
    ),
    (
        "cannot start any token",
        "Giá trị bắt đầu bằng ký tự mà YAML giữ riêng (@, %, ` hoặc Tab).",
        _QUOTE,
    ),
    ("did not find expected ',' or ']'", "Danh sách mở bằng [ mà không đóng bằng ].", "Thêm ] hoặc dấu phẩy."),
    ("did not find expected ',' or '}'", "Khối mở bằng { mà không đóng bằng }.", "Thêm } hoặc dấu phẩy."),
    ("did not find expected '-' indicator", "Dòng này không cùng dạng với danh sách ở trên.", _ALIGN),
    ("did not find expected key", "Dòng này không thẳng hàng với các khóa ở trên.", _ALIGN),
    ("unexpected end of stream", _OPEN, _CLOSE),
    ("document separator", _OPEN, _CLOSE),
    (
        "unknown escape character",
        "Dấu \\ trong ngoặc kép có nghĩa đặc biệt.",
        "Dùng dấu nháy đơn '…' hoặc viết \\\\ thay cho \\.",
    ),
    ("could not find expected ':'", "Dòng này thiếu dấu hai chấm sau khóa.", "Viết “khóa: giá trị”. " + _ALIGN),
    ("block sequence entries are not allowed", "Dấu - của danh sách đứng sai chỗ.", "Xuống dòng trước dấu -."),
    ("alphabetic or numeric character", "Giá trị bắt đầu bằng * hoặc &.", _QUOTE),
)  # fmt: skip


_KEY = re.compile(r" *(?:- +)*[\w-]+:(?: |$)")
_TIGHT = re.compile(r" *(?:- +)*([A-Za-z_-]+):([^\s:/][^:]{0,60}?) *")
_NO_KEY_SEEN = ("could not find expected ':'", "mapping values are not allowed")
_DASH = re.compile(r" *- ")
_LIST_OF = re.compile(r" *(?:- +)*([\w-]+): *(?:#.*)?")
Place = tuple[int, int]
"""A line and a column, both from 0."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the parser says: the problem and what it was doing, each with its place."""

    problem: str
    context: str
    at: Place | None
    context_at: Place | None
    quoted: tuple[Place, Place] | None = None
    """Where the last text in quotes over several lines begins and ends, if there is one before the problem."""


def syntax_finding(complaint: Complaint, text: str, path: str, first_line: int) -> Finding:
    """One finding for the place to mend, which may stand far before the place where the parser gave up."""
    lines = text.split("\n")
    at = complaint.at or complaint.context_at or (0, 0)
    message, hint = next(
        ((message, hint) for words, message, hint in _WORDS if words in complaint.problem),
        ("Chỗ này không đúng cú pháp YAML.", f"So với một tệp cùng loại đang đúng. {_ALIGN}"),
    )
    beginning = _beginning(complaint, at, lines)
    if complaint.quoted and complaint.quoted[1][0] == at[0] and _swallows_keys(complaint.quoted, lines):
        at, message, hint = complaint.quoted[0], _OPEN, _CLOSE
    elif (tight := _tight_colon(complaint.problem, beginning or at, lines)) is not None:
        at, key, value = tight
        message = f"Sau dấu hai chấm của khóa “{key}” thiếu dấu cách."
        hint = f"Viết “{key}: {value}”."
    elif beginning is not None:
        at = beginning
    elif (lost := _lost_dash(at, lines)) is not None:
        at, name = lost
        message = f"Mục đầu của danh sách “{name}” thiếu dấu gạch “- ”."
        hint = "Thêm “- ” trước khóa đầu của mục, thẳng với các mục ở dưới; các khóa khác thụt vào dưới nó."
    line, column = min(at[0], len(lines) - 1) + first_line, at[1] + 1
    return codes.SYNTAX.finding(message, at=Location(path, line, column, line, column + 1), hint=hint)


def _beginning(complaint: Complaint, at: Place, lines: list[str]) -> Place | None:
    """Where an unfinished bracket, quote or key begins, which is noticed too late; None where nothing is unfinished."""
    begins = complaint.context_at
    if begins is None:
        return None
    unfinished = at[0] >= len(lines) - 1 or complaint.context.endswith(_UNFINISHED)
    in_brackets = complaint.context.endswith(_IN_BRACKETS) and at[0] > begins[0]
    return begins if unfinished or (in_brackets and _KEY.match(lines[at[0]])) else None


def _swallows_keys(quoted: tuple[Place, Place], lines: list[str]) -> bool:
    """Whether text in quotes goes on over lines that are keys: then its end is the beginning of another one."""
    (first, _), (last, _) = quoted
    return any(_KEY.match(line) for line in lines[first + 1 : last + 1])


def _lost_dash(at: Place, lines: list[str]) -> tuple[Place, str] | None:
    """Where the first item of a list begins, without a dash, and the list; the parser stumbles over the second."""
    line = lines[at[0]] if at[0] < len(lines) else ""
    if not _DASH.match(line) or _margin(line) != at[1]:
        return None
    for number in range(at[0] - 1, -1, -1):
        above = lines[number]
        if not above.strip() or above.lstrip().startswith("#"):
            continue
        owner = _LIST_OF.fullmatch(above)
        if owner and _margin(above) <= at[1]:
            first = next(n for n in range(number + 1, len(lines)) if lines[n].strip())
            begins = lines[first]
            return ((first, _margin(begins)), owner[1]) if not _DASH.match(begins) and first < at[0] else None
        if _margin(above) < at[1]:
            return None
    return None


def _tight_colon(problem: str, at: Place, lines: list[str]) -> tuple[Place, str, str] | None:
    """Where a value stands right behind its colon, so that YAML sees no key, on the line or the one above; and both."""
    if not any(words in problem for words in _NO_KEY_SEEN):
        return None
    for number in (at[0], at[0] - 1):
        found = _TIGHT.fullmatch(lines[number]) if 0 <= number < len(lines) else None
        if found:
            return (number, found.start(2)), found[1], found[2]
    return None


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
