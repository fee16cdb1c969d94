"""Findings for people: where, what, the line itself with a mark under the place, and what to do."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from thidua_cli.cli.excerpts import excerpt, visible
from thidua_cli.diagnostics.finding import Finding, Location, Severity

ReadLines = Callable[[str], Sequence[str] | None]
"""The lines of a file named as in a finding, or None where it cannot be read."""

WORDS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTE: "ghi chú"}

_COLORS = {Severity.ERROR: "\033[31m", Severity.WARNING: "\033[33m", Severity.NOTE: "\033[36m"}
_BOLD, _RESET = "\033[1m", "\033[0m"


def text_report(
    findings: Sequence[Finding], read_lines: ReadLines, *, files: int, color: bool = False
) -> str:
    """Every finding with its excerpt, an empty line between two, and the verdict as the last line."""
    read_once = lru_cache(maxsize=8)(read_lines)  # findings stand in the order of files
    blocks = [_block(finding, read_once, color=color) for finding in findings]
    return "\n".join([*(f"{block}\n" for block in blocks), f"{verdict(findings, files=files)}\n"])


def concise_report(findings: Iterable[Finding]) -> str:
    """One line a finding, as editors and `grep` like it."""
    return "".join(f"{_headline(finding, color=False)}\n" for finding in findings)


def verdict(findings: Sequence[Finding], *, files: int) -> str:
    """The one line that matters; `files` is how many were checked."""
    counts = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    counted = ", ".join(f"{count} {WORDS[severity]}" for severity, count in counts.items() if count)
    concerned = len({finding.at.path for finding in findings})
    if counts[Severity.ERROR]:
        return f"✗ {counted} trong {concerned} tệp."
    if findings:
        return f"✓ Không có lỗi trong {files} tệp; {counted} trong {concerned} tệp."
    return f"✓ Không có lỗi trong {files} tệp."


def _headline(finding: Finding, *, color: bool) -> str:
    place, label = visible(str(finding.at)), f"{WORDS[finding.severity]} {finding.code}:"
    if color:
        place, label = f"{_BOLD}{place}{_RESET}", f"{_COLORS[finding.severity]}{label}{_RESET}"
    return f"{place}: {label} {visible(finding.message)}"


def _block(finding: Finding, read_lines: ReadLines, *, color: bool) -> str:
    gutter = " " * len(str(finding.at.line))
    paint = (_COLORS[finding.severity], _RESET) if color else ("", "")
    lines = [_headline(finding, color=color), *_excerpt(finding.at, read_lines, paint)]
    if finding.hint:
        lines.append(f"{gutter} = gợi ý: {visible(finding.hint)}")
    lines.extend(f"{gutter} = xem {visible(str(r.at))}: {visible(r.message)}" for r in finding.related)
    return "\n".join(lines)


def _excerpt(at: Location, read_lines: ReadLines, paint: tuple[str, str]) -> list[str]:
    if at == Location.start_of(at.path):
        # The finding concerns the file as a whole: no line says more than another.
        return []
    lines = read_lines(at.path)
    if lines is None or not 1 <= at.line <= len(lines):
        return []
    line = lines[at.line - 1]
    end = at.end_column if at.end_line == at.line else len(line) + 1
    shown, mark = excerpt(line, at.column, end)
    gutter = " " * len(str(at.line))
    return [
        f"{gutter} |",
        f"{at.line} | {shown}".rstrip(),
        f"{gutter} | {mark.replace('^', paint[0] + '^', 1)}{paint[1]}",
    ]
