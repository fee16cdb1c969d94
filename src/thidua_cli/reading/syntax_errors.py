"""libyaml's complaints in the words of someone who has to mend the file."""

from dataclasses import dataclass

from thidua_cli.diagnostics.finding import Finding, Location
from thidua_cli.reading import codes

_QUOTE = 'Đặt cả giá trị trong dấu ngoặc kép "…".'
_ALIGN = "Xem lại số dấu cách đầu dòng: các khóa cùng cấp phải thẳng hàng."
_UNFINISHED = ("scanning a quoted scalar", "scanning a simple key")
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


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the parser says: the problem and what it was doing, each with its line and column from 0."""

    problem: str
    context: str
    at: tuple[int, int] | None
    context_at: tuple[int, int] | None


def syntax_finding(complaint: Complaint, text: str, path: str, first_line: int) -> Finding:
    """One finding for the place where the parser gave up."""
    at = complaint.at or complaint.context_at or (0, 0)
    last = text.count("\n")
    # An unfinished bracket, quote or key is noticed too late; the place to mend is where it begins.
    if complaint.context_at and (at[0] >= last or complaint.context.endswith(_UNFINISHED)):
        at = complaint.context_at
    line, column = min(at[0], last) + first_line, at[1] + 1
    message, hint = next(
        ((message, hint) for words, message, hint in _WORDS if words in complaint.problem),
        ("Chỗ này không đúng cú pháp YAML.", f"So với mẫu trong docs/data-format.md. {_ALIGN}"),
    )
    return codes.SYNTAX.finding(message, at=Location(path, line, column, line, column + 1), hint=hint)
