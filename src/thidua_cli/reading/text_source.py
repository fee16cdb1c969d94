"""Bytes to text: what must be true of a file before anything can be read from it."""

import re
import unicodedata
from dataclasses import dataclass

from thidua_cli.diagnostics.finding import Finding, Location
from thidua_cli.diagnostics.rule import Rule
from thidua_cli.reading import codes

_BOM = b"\xef\xbb\xbf"
# NEL, U+2028 and U+2029 count as line ends for libyaml but not for editors: positions after them would be wrong.
_CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
_INVISIBLES = r"\u00a0\u00ad\u2000-\u200f\u202a-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff"
_CONFLICT = r"^(?:<{7}|>{7}|={7}|\|{7})(?= |$)"
_SUSPECT = re.compile(f"([{_CONTROLS}])|([{_INVISIBLES}])|({_CONFLICT})", re.MULTILINE)
# Nearly every file is clean, and these tell so twenty times quicker: each control or invisible character has a byte
# that neither ASCII nor Vietnamese letters have, and the marks of a conflict but one are of signs that are rare.
_ORDINARY = bytes(
    {0x09, 0x0A, *range(0x20, 0x7F), *range(0x80, 0xC0), *range(0xC3, 0xC7), 0xE1} - set(b"<=|")
)
_STRANGE = re.compile(f"[{_CONTROLS}{_INVISIBLES}]")
_MARKERS = ("<" * 7, ">" * 7, "=" * 7, "|" * 7)
_MOST_CONTROLS = 10
"""Control characters that are shown one by one."""
_TAB_INDENT = re.compile(r"^ *\t[ \t]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class TextSource:
    """The text of a file, or None where it cannot be trusted, with what was found wrong."""

    text: str | None
    findings: tuple[Finding, ...]


def decode(content: bytes, path: str) -> TextSource:
    """The text of a UTF-8 file, with plain line ends and without a byte order mark."""
    findings: list[Finding] = []
    if content.startswith(_BOM):
        findings.append(
            codes.BYTE_ORDER_MARK.finding(
                "Tệp mở đầu bằng dấu BOM vô hình.",
                at=Location.start_of(path),
                hint="Lưu lại tệp với bảng mã “UTF-8” (không BOM).",
            )
        )
        content = content[len(_BOM) :]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return TextSource(None, (*findings, _not_utf8(content, error.start, path)))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    is_ordinary = not content.translate(None, _ORDINARY) and ">>" not in text
    found = () if is_ordinary or not _is_doubtful(text) else _SUSPECT.finditer(text)
    suspects = _together([_suspect(match, text, path) for match in found])
    findings += suspects
    unreadable = any(f.code != codes.INVISIBLE_SPACE.code for f in suspects)
    return TextSource(None if unreadable else text, tuple(findings))


def _is_doubtful(text: str) -> bool:
    return bool(_STRANGE.search(text)) or any(marker in text for marker in _MARKERS)


def tab_indents(text: str, path: str, first_line: int = 1) -> list[Finding]:
    """A finding for each line of YAML that is indented with tabs."""
    return [
        _at(
            codes.TAB_INDENT,
            "Đầu dòng thụt bằng phím Tab.",
            "Thay mỗi Tab bằng hai dấu cách.",
            (text, match.start(), match.end(), path, first_line),
        )
        for match in _TAB_INDENT.finditer(text)
    ]


def _not_utf8(content: bytes, offset: int, path: str) -> Finding:
    before = content[:offset]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", errors="replace")) + 1
    utf16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    what = "Tệp lưu theo bảng mã UTF-16." if utf16 else "Từ chỗ này tệp không còn theo bảng mã UTF-8."
    return codes.NOT_UTF8.finding(
        what,
        at=Location(path, line, column, line, column + 1),
        hint="Mở tệp, chọn Lưu thành (Save As) với bảng mã “UTF-8”; xem lại các chữ có dấu.",
    )


def _together(suspects: list[Finding]) -> list[Finding]:
    """The same, with one finding for many control characters: such a file is no text, and nobody mends it by hand."""
    controls = [found for found in suspects if found.code == codes.CONTROL_CHARACTER.code]
    if len(controls) <= _MOST_CONTROLS:
        return suspects
    first = codes.CONTROL_CHARACTER.finding(
        f"Có {len(controls)} ký tự điều khiển trong tệp, ký tự đầu tiên ở đây.",
        at=controls[0].at,
        hint="Có lẽ đây không phải là một tệp chữ: lấy lại bản đúng, hoặc gõ lại trong tệp mới.",
    )
    return [first, *(found for found in suspects if found.code != codes.CONTROL_CHARACTER.code)]


def _suspect(match: re.Match[str], text: str, path: str) -> Finding:
    control, invisible, _ = match.groups()
    where = (text, match.start(), match.end(), path, 1)
    if control:
        name = f"U+{ord(control):04X}"
        return _at(codes.CONTROL_CHARACTER, f"Có ký tự điều khiển {name} trong tệp.", "Xóa ký tự này.", where)
    if invisible:
        name = "dấu cách không ngắt" if invisible == "\xa0" else f"ký tự vô hình U+{ord(invisible):04X}"
        is_blank = unicodedata.category(invisible) == "Zs"
        hint = (
            "Xóa và gõ lại bằng dấu cách thường." if is_blank else "Xóa ký tự này; chỗ ấy không cần dấu cách."
        )
        return _at(codes.INVISIBLE_SPACE, f"Có {name} trong tệp.", hint, where)
    return _at(
        codes.CONFLICT_MARKER,
        "Còn dấu xung đột của git chưa giải quyết.",
        "Giữ phần đúng, xóa phần kia và các dòng <<<<<<<, =======, >>>>>>>.",
        where,
    )


def _at(rule: Rule, message: str, hint: str, where: tuple[str, int, int, str, int]) -> Finding:
    text, start, end, path, first_line = where
    line = text.count("\n", 0, start) + first_line
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return rule.finding(message, at=Location(path, line, column, line, column + end - start), hint=hint)
