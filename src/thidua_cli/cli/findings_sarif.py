"""Findings in SARIF 2.1.0, the exchange format of code scanning (OASIS Standard, 27 March 2020)."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from thidua_cli.diagnostics.finding import Finding, Location, Severity
from thidua_cli.diagnostics.rule import Rule

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_TOP = "%SRCROOT%"
"""What paths are relative to: the top of the checkout."""


def sarif_report(findings: Sequence[Finding], rules: Sequence[Rule], *, version: str, below: str) -> str:
    """One run with the findings and the manual pages of the rules that they break.

    `below` is the data directory within the checkout (`""` or `office/`).
    """
    broken = {finding.code for finding in findings}
    told = [rule for rule in rules if rule.code in broken]
    index = {rule.code: number for number, rule in enumerate(told)}
    run = {
        "tool": {
            "driver": {
                "name": "thidua",
                "version": version,
                "language": "vi",
                "rules": [_rule(rule) for rule in told],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index, below) for finding in findings],
    }
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "help": {"text": rule.manual},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, index: dict[str, int], below: str) -> dict[str, Any]:
    hint = f"\nGợi ý: {finding.hint}" if finding.hint else ""
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message + hint},
        "locations": [{"physicalLocation": _place(finding.at, below)}],
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _place(related.at, below),
                "message": {"text": related.message},
            }
            for number, related in enumerate(finding.related, start=1)
        ]
    return result


def _place(at: Location, below: str) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(below + at.path), "uriBaseId": _TOP}}
    if at != Location.start_of(at.path):
        # A finding about the file as a whole has no region.
        place["region"] = {
            "startLine": at.line,
            "startColumn": at.column,
            "endLine": at.end_line,
            "endColumn": at.end_column,
        }
    return place
