"""The settings of VS Code in a data directory: which schema is for which files; every other setting stays."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from thidua_cli.diagnostics.errors import ThiduaError

SETTINGS = ".vscode/settings.json"
_KEY = "yaml.schemas"
"""The key of the extension redhat.vscode-yaml."""
_INDENT = re.compile(r'^([ \t]+)"', re.MULTILINE)


def with_schemas(path: Path, patterns: Mapping[str, str]) -> bytes:
    """What the settings at the path become; the same bytes where all is there already.

    `patterns` are the files of each schema, both relative to the data directory. Raises ThiduaError where the settings
    cannot be understood whole, because what is not understood would be lost.
    """
    before = path.read_bytes() if path.exists() else b""
    settings = _understood(before, path)
    schemas = settings.get(_KEY, {})
    if not isinstance(schemas, dict):
        raise _refusal(path, f"khóa {_KEY} không phải là một khối")
    if all(schemas.get(schema) == pattern for schema, pattern in patterns.items()):
        return before
    changed = {**settings, _KEY: {**schemas, **patterns}}
    return _as_before(json.dumps(changed, ensure_ascii=False, indent=_indent_of(before)) + "\n", before)


def _understood(content: bytes, path: Path) -> dict[str, Any]:
    if not content.strip():
        return {}
    try:
        settings = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_each_key_once)
    except ValueError as error:
        raise _refusal(path, "tệp có lời ghi chú hoặc không đúng JSON") from error
    if not isinstance(settings, dict):
        raise _refusal(path, "tệp không phải là một khối {…}")
    return settings


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _indent_of(content: bytes) -> str:
    found = _INDENT.search(content.decode("utf-8-sig"))
    return found[1] if found else "  "


def _as_before(text: str, before: bytes) -> bytes:
    """With the line ends that the file had."""
    return (text.replace("\n", "\r\n") if b"\r\n" in before else text).encode()


def _refusal(path: Path, reason: str) -> ThiduaError:
    return ThiduaError(
        f"Không sửa được “{path}”: {reason}.",
        hint=f"Sửa tệp ấy, hoặc tạm đổi tên nó rồi chạy lại và chép khóa {_KEY} sang.",
    )
