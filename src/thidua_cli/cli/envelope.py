"""What every answer for programs has around its payload; docs/json.md describes both."""

import json
from collections.abc import Mapping
from typing import Any

from thidua_cli.cli.version import version_line
from thidua_cli.diagnostics.finding import Location

VERSION = 1
"""Grows only when a program that reads an answer would have to be changed."""


def envelope(payload: Mapping[str, Any]) -> str:
    """One JSON object, the same bytes for the same payload."""
    document = {"version": VERSION, "generator": version_line(), **payload}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def place(at: Location) -> dict[str, Any]:
    """Where an item is written; lines and columns count from 1, columns in code points."""
    return {"path": at.path, "line": at.line, "column": at.column}
