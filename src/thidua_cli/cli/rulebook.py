"""Every rule there is, gathered from the rooms that hold them."""

from typing import Any

from thidua_cli.diagnostics import field_rules
from thidua_cli.diagnostics.rule import Check, Rule
from thidua_cli.documents import prose_checks
from thidua_cli.progress import checks as progress_checks
from thidua_cli.reading import codes

CATALOGUES: tuple[tuple[Rule | Check[Any], ...], ...] = (
    codes.RULES,
    field_rules.RULES,
    progress_checks.CHECKS,
    prose_checks.CHECKS,
)
"""One catalogue of a room per line."""


def all_rules() -> tuple[Rule, ...]:
    """The rules by code."""
    rules = (entry.rule if isinstance(entry, Check) else entry for room in CATALOGUES for entry in room)
    return tuple(sorted(rules, key=lambda rule: rule.code))
