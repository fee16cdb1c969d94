"""libyaml's complaints in the words of someone who has to mend the file."""

import yaml

from thidua_cli.diagnostics.finding import Finding, Location
from thidua_cli.reading import codes

_QUOTE = 'Đặt cả giá trị trong dấu ngoặc kép "…".'
_ALIGN = "Xem lại số dấu cách đầu dòng: các khóa cùng cấp phải thẳng hàng."
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
    ("unexpected end of stream", "Dấu ngoặc kép hoặc nháy mở mà không đóng.", "Thêm dấu đóng ở cuối giá trị."),
    ("document separator", "Dấu ngoặc kép hoặc nháy mở mà không đóng.", "Thêm dấu đóng ở cuối giá trị."),
    (
        "unknown escape character",
        "Dấu \\ trong ngoặc kép có nghĩa đặc biệt.",
        "Dùng dấu nháy đơn '…' hoặc viết \\\\ thay cho \\.",
    ),
    ("could not find expected ':'", "Dòng này thiếu dấu hai chấm sau khóa.", "Viết “khóa: giá trị”; " + _ALIGN),
    ("block sequence entries are not allowed", "Dấu - của danh sách đứng sai chỗ.", "Xuống dòng trước dấu -."),
    ("alphabetic or numeric character", "Giá trị bắt đầu bằng * hoặc &.", _QUOTE),
)  # fmt: skip


def syntax_finding(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Finding:
    """One finding for the place where the parser gave up."""
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")
    # An unfinished bracket or quote is noticed at the end of the file; the place to mend is where it was opened.
    if error.context_mark and (
        mark is None or mark.line >= len(lines) - 1 or "quoted scalar" in (error.context or "")
    ):
        mark = error.context_mark
    line = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark else 0
    problem = f"{error.problem}"
    message, hint = next(
        ((message, hint) for words, message, hint in _WORDS if words in problem),
        ("Chỗ này không đúng cú pháp YAML.", f"So với mẫu trong docs/data-format.md. {_ALIGN}"),
    )
    at = Location(path, line + first_line, column + 1, line + first_line, column + 2)
    return codes.SYNTAX.finding(message, at=at, hint=hint)
