"""Findings for GitHub Actions: annotations on the lines of a change, and a page that sums up the step."""

import re
from collections.abc import Mapping, Sequence

from thidua_cli.cli.excerpts import visible
from thidua_cli.cli.findings_text import WORDS, verdict
from thidua_cli.diagnostics.finding import Finding, Location, Severity

SUMMARY_FILE = "GITHUB_STEP_SUMMARY"
"""The variable in which GitHub names the file that the page is added to."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_MOST_ROWS = 1000
"""Findings in the table at most: GitHub refuses a page of more than one mebibyte."""
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|~#$])")


def is_github(environment: Mapping[str, str]) -> bool:
    """Whether the command runs in a job of GitHub Actions."""
    return environment.get("GITHUB_ACTIONS") == "true"


def github_report(findings: Sequence[Finding], titles: Mapping[str, str], *, files: int, below: str) -> str:
    """One workflow command a finding, then the verdict.

    `titles` are those of the rules by code; `below` is the data directory within the checkout (`""` or `office/`).
    The place stands in the message too, because the log shows nothing else of an annotation.
    """
    commands = (_annotation(finding, titles.get(finding.code, ""), below) for finding in findings)
    return "".join(f"{command}\n" for command in commands) + f"{verdict(findings, files=files)}\n"


def github_summary(
    findings: Sequence[Finding], environment: Mapping[str, str], *, files: int, below: str
) -> str:
    """The page of the step in Markdown: the verdict, and every finding with a link to its line."""
    lines = ["### thidua validate", "", verdict(findings, files=files), ""]
    if findings:
        lines += ["| | Chỗ | Điều cần xem | Gợi ý |", "|---|---|---|---|"]
        lines += [_row(finding, environment, below) for finding in findings[:_MOST_ROWS]]
        lines.append("")
    if len(findings) > _MOST_ROWS:
        lines += [f"… và {len(findings) - _MOST_ROWS} điều nữa: xem nhật ký của bước này.", ""]
    return "\n".join(lines)


def _annotation(finding: Finding, title: str, below: str) -> str:
    properties = {
        "file": below + finding.at.path,
        **_span(finding.at),
        "title": f"{finding.code}: {title}" if title else finding.code,
    }
    listed = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    lines = [f"{below}{finding.at}: {finding.message}"]
    if finding.hint:
        lines.append(f"Gợi ý: {finding.hint}")
    lines.extend(f"Xem {below}{related.at}: {related.message}" for related in finding.related)
    message = _escape("\n".join(map(visible, lines)))
    return f"::{_COMMANDS[finding.severity]} {listed}::{message}"


def _span(at: Location) -> dict[str, str]:
    """The lines and, within one line, the columns: GitHub refuses columns over several lines."""
    lines = {"line": str(at.line), "endLine": str(at.end_line)}
    if at.line != at.end_line:
        return lines
    return {**lines, "col": str(at.column), "endColumn": str(at.end_column)}


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def _row(finding: Finding, environment: Mapping[str, str], below: str) -> str:
    cells = (
        f"{WORDS[finding.severity]} {finding.code}",
        _place(finding.at, environment, below),
        _literal(finding.message),
        _literal(finding.hint or ""),
    )
    return f"| {' | '.join(cells)} |"


def _place(at: Location, environment: Mapping[str, str], below: str) -> str:
    """Where it is, as a link to the line where the job says which repository it is in."""
    from urllib.parse import quote

    shown = _literal(below + str(at))
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    server, repository, commit = (environment.get(name, "") for name in names)
    if not (server and repository and commit):
        return shown
    return f"[{shown}]({server}/{repository}/blob/{commit}/{quote(below + at.path)}#L{at.line})"


def _literal(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return _MARKDOWN.sub(r"\\\1", visible(text).replace("&", "&amp;"))
