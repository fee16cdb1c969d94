import re
from html import unescape
from pathlib import Path
from textwrap import dedent

import pytest

from terminal import Terminal
from thidua_cli.cli.explain import find, list_of, page_of
from thidua_cli.cli.explained_keys import explained
from thidua_cli.cli.rulebook import all_rules
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.diagnostics.finding import Severity
from thidua_cli.diagnostics.rule import Rule
from thidua_cli.reading.yaml_source import read_yaml
from thidua_cli.schemas.texts import texts

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


def test_a_key_is_explained_wherever_it_stands_with_an_example(thidua: Terminal) -> None:
    said = thidua("explain", "subjects")

    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "subjects: Đối tượng (Phong trào thi đua)\n  Tập thể và cá nhân tham gia.\n  Ví dụ:\n"
        "    subjects:\n      individuals: [cán bộ, công chức]\n"
    )
    assert thidua("explain", "by").out.count("\n\nby: ") > 1


@pytest.mark.parametrize("name", ["campaign.yaml", "campaign", "Phong trào thi đua", "phong trao thi dua"])
def test_a_file_is_explained_by_its_keys(thidua: Terminal, name: str) -> None:
    lines = thidua("explain", name).out.splitlines()

    assert lines[0] == "Phong trào thi đua (data/campaigns/*/campaign.yaml)"
    assert [line.split()[0] for line in lines if line.startswith(("name ", "subjects ", "awards "))] == [
        "name",
        "subjects",
        "awards",
    ]


def test_every_key_of_every_file_is_explained_by_an_example_that_reads_back() -> None:
    for key in sorted({key for record in texts().values() for key in record.keys}):
        pages = [page for page in explained(key).split("\n\n") if page.startswith(f"{key}: ")]
        assert pages, key
        for page in pages:
            example = page.partition("Ví dụ:\n")[2]
            reading = read_yaml(dedent(example).encode(), "x.yaml")
            assert (reading.findings, list(reading.data or {})) == ((), [key]), page


def test_a_name_that_is_nothing_is_met_with_the_nearest_key(thidua: Terminal) -> None:
    said = thidua("explain", "reporte_by")

    assert (said.code, said.err) == (
        2,
        "lỗi: Không có quy tắc, tệp hay khóa nào tên là “reporte_by”.\n  → Có phải “reported_by”?\n",
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
