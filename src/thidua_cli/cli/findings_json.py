"""Findings for programs: one JSON object, the same bytes for the same findings."""

import json
from collections.abc import Sequence
from typing import Any

from thidua_cli.diagnostics.finding import Finding, Location, Severity


def json_report(findings: Sequence[Finding], *, files: int, generator: str) -> str:
    """The findings with a summary; `files` is how many were checked. Lines and columns count from 1."""
    document = {
        "version": 1,
        "generator": generator,
        "findings": [_finding(finding) for finding in findings],
        "summary": {
            "errors": _count(findings, Severity.ERROR),
            "warnings": _count(findings, Severity.WARNING),
            "notes": _count(findings, Severity.NOTE),
            "files": files,
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    at = finding.at
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        **_place(at),
        "end_line": at.end_line,
        "end_column": at.end_column,
        "message": finding.message,
        "hint": finding.hint,
        "related": [{**_place(related.at), "message": related.message} for related in finding.related],
    }


def _place(at: Location) -> dict[str, Any]:
    return {"path": at.path, "line": at.line, "column": at.column}


def _count(findings: Sequence[Finding], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)
