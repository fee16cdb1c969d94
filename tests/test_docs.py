"""The documents say what is so: every command, file, rule and dependency, and nothing of where they were written."""

from pathlib import Path

from build_rules_page import rules_page
from thidua_cli.cli.rulebook import all_rules

TOP = Path(__file__).parents[1]


def read(name: str) -> str:
    return (TOP / name).read_text(encoding="utf-8")


def test_the_page_of_rules_is_what_the_rule_book_says() -> None:
    assert read("docs/rules.md") == rules_page(all_rules())
