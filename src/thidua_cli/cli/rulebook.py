"""Every rule there is, gathered from the rooms that hold them."""

from collections.abc import Iterator

from thidua_cli.diagnostics import field_rules
from thidua_cli.diagnostics.finding import Finding
from thidua_cli.diagnostics.rule import Check, Rule
from thidua_cli.documents import form_checks, narrative_checks, plan_checks, prose_checks, style_checks
from thidua_cli.progress import checks as progress_checks
from thidua_cli.reading import codes
from thidua_cli.repository.index import Repository
from thidua_cli.rules import catalogue

RULES: tuple[tuple[Rule, ...], ...] = (
    codes.RULES,
    field_rules.RULES,
    catalogue.RULES,
)
"""Catalogues of rules, some of which have no check of their own."""

CHECKS: tuple[tuple[Check[Repository], ...], ...] = (
    progress_checks.CHECKS,
    prose_checks.CHECKS,
    form_checks.CHECKS,
    narrative_checks.CHECKS,
    plan_checks.CHECKS,
    style_checks.CHECKS,
)
"""Catalogues of checks that need more than records."""


def all_rules() -> tuple[Rule, ...]:
    """The rules by code."""
    rules = (*(rule for room in RULES for rule in room), *(check.rule for room in CHECKS for check in room))
    return tuple(sorted(rules, key=lambda rule: rule.code))


def checks_of_the_whole() -> tuple[Check[Repository], ...]:
    """Everything that is checked in a repository once it is loaded, apart from each file of initiatives."""
    return (*catalogue.CHECKS_OF_THE_WHOLE, *(check for room in CHECKS for check in room))


def check_initiatives(repository: Repository) -> Iterator[Finding]:
    """What is wrong in the initiatives that the repository holds, be they all or those of one file."""
    for check in catalogue.INITIATIVE_CHECKS:
        yield from check.run(repository)
    yield from style_checks.findings_in_titles(repository)
