"""What is doubtful in the issued plan is found by the rules, and everything found is known."""

from pathlib import Path

from rule_cases import run
from thidua_cli.diagnostics.finding import Severity, in_reading_order
from thidua_cli.repository.loading import load
from thidua_cli.rules.catalogue import RULES
from thidua_cli.rules.known_issues import Survey, known_issues_are_current, settle

REPOSITORY = load(Path(__file__).parents[2]).repository


def test_every_known_issue_of_the_shipped_data_is_found_by_its_rule() -> None:
    codes = frozenset(rule.code for rule in RULES)

    survey = Survey(REPOSITORY, tuple(run(REPOSITORY)), codes)

    assert list(known_issues_are_current.run(survey)) == []


def test_nothing_heavier_than_a_note_is_left_in_the_shipped_data() -> None:
    findings = settle(in_reading_order(run(REPOSITORY)), REPOSITORY)

    assert {finding.severity for finding in findings} == {Severity.NOTE}
    assert sorted(f.code for f in findings if "đã biết" in f.message) == [
        "TD307", "TD310", *["TD320"] * 10, *["TD321"] * 5, *["TD322"] * 11, "TD401", *["TD404"] * 2, *["TD406"] * 4,
        "TD408", *["TD409"] * 10, "TD602", "TD608",
    ]  # fmt: skip
