"""Every rule is unique, listed, documented, and shown by cases that break and keep it."""

import importlib
import pkgutil
import re

import pytest

import thidua_cli.rules
from rule_cases import all_cases
from thidua_cli.diagnostics import field_rules
from thidua_cli.diagnostics.rule import Check, Rule
from thidua_cli.documents import plan_checks, style_checks
from thidua_cli.reading import codes
from thidua_cli.rules.catalogue import ALL_CHECKS, RULES
from thidua_cli.rules.known_issues import known_issues_are_current

EVERY_RULE = (
    *codes.RULES,
    *field_rules.RULES,
    *RULES,
    *(check.rule for check in (*plan_checks.CHECKS, *style_checks.CHECKS)),
)
FLOORS_OF_THIS_CATALOGUE = {"TD3", "TD4", "TD6", "TD7"}
ENGLISH = re.compile(r"\b(the|must|should|input|value error|field|invalid)\b", re.IGNORECASE)


def test_every_code_is_given_once() -> None:
    given = [rule.code for rule in EVERY_RULE]

    assert sorted(given) == sorted(set(given))


def test_every_check_of_the_room_is_listed_once() -> None:
    modules = [
        importlib.import_module(f"thidua_cli.rules.{found.name}")
        for found in pkgutil.iter_modules(thidua_cli.rules.__path__)
    ]
    written = [each for module in modules for each in vars(module).values() if isinstance(each, Check)]

    listed = (*ALL_CHECKS, known_issues_are_current)
    assert sorted(map(id, written)) == sorted(map(id, listed))
    assert {each.rule for each in written} == set(RULES)


def test_the_rules_of_the_room_keep_to_their_range() -> None:
    assert {rule.code[:3] for rule in RULES} == FLOORS_OF_THIS_CATALOGUE


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.code)
def test_every_rule_has_a_manual_page_in_vietnamese(rule: Rule) -> None:
    assert re.fullmatch(r"TD\d{3}", rule.code)
    assert rule.title.endswith(".")
    lines = rule.manual.splitlines()
    assert [line for line in lines if line.startswith("Sai: ")]
    assert [line for line in lines if line.startswith("Đúng: ")]
    assert not lines[0].startswith(("Sai: ", "Đúng: "))
    assert not ENGLISH.search(re.sub(r"`[^`]*`", "", rule.manual))


@pytest.mark.parametrize("code", [rule.code for rule in EVERY_RULE if rule.code != "TD330"])
def test_every_rule_has_a_case_that_breaks_it_and_one_that_keeps_it(code: str) -> None:
    assert {case.breaks for case in all_cases() if case.code == code} == {True, False}


def test_no_case_is_about_a_rule_that_does_not_exist() -> None:
    assert {case.code for case in all_cases()} <= {rule.code for rule in EVERY_RULE}
