import re
from html import unescape
from pathlib import Path

import pytest

from thidua_cli.cli.explain import find, list_of, page_of
from thidua_cli.cli.rulebook import all_rules
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.diagnostics.finding import Severity
from thidua_cli.diagnostics.rule import Rule

FIGURE = Rule("TD204", "Con số chỉ đọc được một cách.", Severity.ERROR, "Vì sao: …\n\nSai:\n  goal: 23.100")
NOTE = Rule("TD401", "Điều đã biết được ghi lại.", Severity.WARNING, "Vì sao: …")


@pytest.mark.parametrize("written", ["TD204", "td204", " TD204 "])
def test_a_rule_is_found_by_its_code(written: str) -> None:
    assert find(written, [FIGURE, NOTE]) == FIGURE


@pytest.mark.parametrize(
    ("written", "hint"), [("TD240", "Có phải “TD204”?"), ("xyz", "Xem mọi mã quy tắc: thidua explain")]
)
def test_an_unknown_code_is_met_with_the_nearest(written: str, hint: str) -> None:
    with pytest.raises(ThiduaError) as caught:
        find(written, [FIGURE, NOTE])

    assert (caught.value.message, caught.value.hint) == (f"Không có quy tắc nào mang mã “{written}”.", hint)


def test_the_page_gives_the_obligation_and_the_manual() -> None:
    assert page_of(FIGURE) == (
        "TD204 (lỗi): Con số chỉ đọc được một cách.\n\nVì sao: …\n\nSai:\n  goal: 23.100\n"
    )


def test_the_list_is_one_line_a_rule() -> None:
    assert list_of([FIGURE, NOTE]) == (
        "TD204  lỗi       Con số chỉ đọc được một cách.\nTD401  cảnh báo  Điều đã biết được ghi lại.\n"
    )


def test_no_two_rules_share_a_code() -> None:
    codes = [rule.code for rule in all_rules()]

    assert codes == sorted(set(codes))


def test_every_rule_is_explained_in_the_words_of_the_page_of_rules() -> None:
    page = words_of((Path(__file__).parents[2] / "docs" / "rules.md").read_text("utf-8"))

    for rule in all_rules():
        heading, _, manual = page_of(rule).partition("\n\n")
        assert words_of(heading.partition(": ")[2]) in page, rule.code
        assert words_of(manual) in page, rule.code


def words_of(text: str) -> str:
    """The words alone, without the signs of Markdown."""
    return " ".join(re.findall(r"\w+", unescape(text)))
