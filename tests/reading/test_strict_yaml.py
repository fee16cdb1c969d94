"""Scalars stay text, and what YAML hides or guesses is said with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.diagnostics.finding import Finding
from thidua_cli.reading.front_matter import read_prose, read_with_front_matter
from thidua_cli.reading.yaml_source import read_yaml


def said(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{f.at.line}:{f.at.column} {f.code}" for f in findings]


@pytest.mark.parametrize(
    "text",
    [
        "01",
        "010",
        "12:30",
        "no",
        "yes",
        "on",
        "23.100",
        "2026-02-30",
        "1e3",
        ".inf",
        "True",
        "0x1F",
        "NULL",
        "null2",
    ],
)
def test_yaml_guesses_nothing(text: str) -> None:
    assert read_yaml(f"a: {text}\n".encode(), "a.yaml").data == {"a": text}


@pytest.mark.parametrize("text", ["", "~", "null"])
def test_a_plain_nothing_is_none_and_a_quoted_one_is_text(text: str) -> None:
    reading = read_yaml(f"a: {text}\nb: '{text}'\nc: [{text or '~'}]\n".encode(), "a.yaml")

    assert reading.data == {"a": None, "b": text, "c": [None]}


def test_text_is_composed_and_places_count_what_is_written() -> None:
    reading = read_yaml("a: {e\u0302: ho\u0300a, b: 1}\n".encode(), "a.yaml")

    assert reading.data == {"a": {"ê": "hòa", "b": "1"}}


def test_keys_that_differ_only_in_composition_are_one_key() -> None:
    reading = read_yaml("ê: 1\ne\u0302: 2\n".encode(), "a.yaml")

    assert said(reading.findings) == ["2:1 TD102"]
    assert [str(related.at) for related in reading.findings[0].related] == ["a.yaml:1:1"]
    assert reading.data == {"ê": "1"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\n", ["2:1 TD102"]),
        ("a: {b: 1, b: 2}\n", ["1:11 TD102"]),
        ("a: &x 1\nb: &y {c: 1}\n", ["1:4 TD103", "2:4 TD103"]),
        ("a: 1\nb: *a\n", ["2:4 TD103"]),
        ("- a: !!str 1\n- !x [1]\n", ["1:6 TD104", "2:3 TD104"]),
        ("<<: {a: 1}\n", []),
        ("a: [39,62]\n", ["1:8 TD107"]),
        ("a: [1, 2]\nb: {c: 1520,063}\nd: ['1','2']\n", ["2:13 TD107"]),
        ("a: 1\n---\nb: 2\n", ["2:1 TD105"]),
        ("? {a: 1}\n: 2\n", ["1:3 TD106"]),
        ("a:\n\tb: 1\n", ["2:1 TD006"]),
        ("a: 1\n \t\nb: 2\n", ["2:1 TD006"]),
    ],
)
def test_what_yaml_hides_is_said(text: str, expected: list[str]) -> None:
    assert said(read_yaml(text.encode(), "a.yaml").findings) == expected


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: b: c\n", "1:5", "Có thêm dấu hai chấm trong giá trị, hoặc dòng này thụt sai cấp."),
        ("a: %b\n", "1:4", "Giá trị bắt đầu bằng ký tự mà YAML giữ riêng (@, %, ` hoặc Tab)."),
        ("a: [1, 2\nb: 3\n", "1:4", "Danh sách mở bằng [ mà không đóng bằng ]."),
        ("a: [1,\n  '2' '3',\n  4]\n", "2:7", "Danh sách mở bằng [ mà không đóng bằng ]."),
        ("a: 1\nkind:final\nb: 2\n", "2:6", "Sau dấu hai chấm của khóa “kind” thiếu dấu cách."),
        ("- kind:final\n  b: 2\n", "1:8", "Sau dấu hai chấm của khóa “kind” thiếu dấu cách."),
        ("a: 1\nhttp://b\nc: 2\n", "2:1", "Dòng này thiếu dấu hai chấm sau khóa."),
        ('a: "b\nc: d\ne: "f"\n', "1:4", "Dấu ngoặc kép hoặc nháy mở mà không đóng."),
        ('a: "b\n  c" d\n', "2:6", "Dòng này không thẳng hàng với các khóa ở trên."),
        ("a:\n    b: 1\n    c: 2\n  - b: 3\n", "2:5", "Mục đầu của danh sách “a” thiếu dấu gạch “- ”."),
        ("a:\n\n  b: 1\n  # c\n- b: 3\n", "3:3", "Mục đầu của danh sách “a” thiếu dấu gạch “- ”."),
        ("a: {b: 1\n", "1:4", "Khối mở bằng { mà không đóng bằng }."),
        ("- a\nb: 1\n", "2:1", "Dòng này không cùng dạng với danh sách ở trên."),
        ("a: 1\n  b: 2\n", "2:4", "Có thêm dấu hai chấm trong giá trị, hoặc dòng này thụt sai cấp."),
        ("a:\n  b: 1\n c: 2\n", "3:2", "Dòng này không thẳng hàng với các khóa ở trên."),
        ('a: "b\nc: d\n', "1:4", "Dấu ngoặc kép hoặc nháy mở mà không đóng."),
        ('a: "C:\\q"\n', "1:7", "Dấu \\ trong ngoặc kép có nghĩa đặc biệt."),
        ("a: 1\nb\nc: 2\n", "2:1", "Dòng này thiếu dấu hai chấm sau khóa."),
        ("a: - b\n", "1:4", "Dấu - của danh sách đứng sai chỗ."),
        ("a: &\n", "1:5", "Giá trị bắt đầu bằng * hoặc &."),
    ],
)
def test_broken_syntax_is_said_in_words_at_the_place_to_mend(text: str, place: str, message: str) -> None:
    reading = read_yaml(text.encode(), "a.yaml")

    assert reading.data is None
    assert [(f"{f.at.line}:{f.at.column}", f.code, f.message) for f in reading.findings] == [
        (place, "TD101", message)
    ]


@pytest.mark.parametrize("text", ["a: *b c\n", "a: &b [1\n"])
def test_syntax_that_an_anchor_breaks_is_not_said_again(text: str) -> None:
    assert said(read_yaml(text.encode(), "a.yaml").findings) == ["1:4 TD103"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("- a: 1\n  b: 2\n  a: 3\n  b: 4\n", ["3:3 TD102"]),
        ("- a: 1\n  b: 2\n  b: 4\n  b: 5\n", ["3:3 TD102", "4:3 TD102"]),
        ("a: 1\nb: 2\na: 3\nb: 4\n", ["3:1 TD102", "4:1 TD102"]),
    ],
)
def test_an_item_without_its_dash_is_said_once_where_it_begins(text: str, places: list[str]) -> None:
    assert said(read_yaml(text.encode(), "a.yaml").findings) == places


@pytest.mark.parametrize(
    ("text", "data", "places"),
    [
        ("a: Hội thi #vanhoa\n", {"a": "Hội thi"}, ["1:12 TD110"]),
        ("a: #vanhoa\n", {"a": None}, ["1:4 TD110"]),
        ("- b #1\n", ["b"], ["1:5 TD110"]),
        ("a: [b] #c\n", {"a": ["b"]}, []),
        ("a: b # c\nd: e#f\n#g\nh: 'i #j'\n", {"a": "b", "d": "e#f", "h": "i #j"}, []),
        ("a: >-\n  b #c\n", {"a": "b #c"}, []),
    ],
)
def test_text_that_yaml_takes_for_a_comment_is_said(text: str, data: object, places: list[str]) -> None:
    reading = read_yaml(text.encode(), "a.yaml")

    assert (reading.data, said(reading.findings)) == (data, places)


@pytest.mark.parametrize(("many", "findings"), [(10, 10), (11, 1)])
def test_a_file_full_of_control_characters_is_one_finding(many: int, findings: int) -> None:
    found = read_yaml(b"a: b" + many * b"\x00", "a.yaml").findings

    assert (len(found), {f.code for f in found}, found[0].at.column) == (findings, {"TD004"}, 5)


def test_what_is_no_blank_is_not_to_be_typed_again_as_one() -> None:
    [blank] = read_yaml("a:\u00a01\n".encode(), "a.yaml").findings
    [nothing] = read_yaml("a: kh\u200bach\n".encode(), "a.yaml").findings

    assert blank.hint == "Xóa và gõ lại bằng dấu cách thường."
    assert nothing.hint == "Xóa ký tự này; chỗ ấy không cần dấu cách."


def test_an_odd_blank_is_the_cause_of_the_syntax_that_it_breaks() -> None:
    reading = read_yaml("a:\u00a01\nb: 2\n".encode(), "a.yaml")

    assert said(reading.findings) == ["1:3 TD005"]


def test_a_hundred_levels_are_read_and_one_more_is_refused() -> None:
    deepest = read_yaml(b"[" * 100 + b"]" * 100, "a.yaml")
    deeper = read_yaml(b"[" * 101 + b"]" * 101, "a.yaml")

    assert said(deepest.findings) == []
    assert (deeper.data, said(deeper.findings)) == (None, ["1:101 TD008"])


def test_the_head_of_a_narrative_keeps_the_lines_of_its_file() -> None:
    reading = read_with_front_matter(b"---\na: 1\na: 2\n---\n# B\n", "a.md")

    assert reading.head == {"a": "1"}
    assert said(reading.findings) == ["3:1 TD102"]
    assert (reading.body, reading.first_line) == ("# B\n", 5)


@pytest.mark.parametrize("text", ["", "# B\n", "---\na: 1\n", "\n---\na: 1\n---\n"])
def test_prose_without_a_closed_head_is_refused_as_a_narrative_only(text: str) -> None:
    assert said(read_with_front_matter(text.encode(), "a.md").findings) == ["1:1 TD109"]
    assert read_prose(text.encode(), "a.md").body == text


def test_an_empty_head_is_said_on_its_line() -> None:
    assert said(read_with_front_matter(b"---\n---\nB\n", "a.md").findings) == ["2:1 TD108"]


@given(st.text(st.sampled_from("ab:- \n\t[]{},'\"&*!#|>%@?\\\u00a0đ0129"), max_size=40))
def test_no_text_makes_reading_fail_and_nothing_is_lost_in_silence(text: str) -> None:
    reading = read_yaml(text.encode(), "a.yaml")

    assert reading.data is not None or reading.findings
    lines = [*text.split("\n"), ""]
    for finding in reading.findings:
        assert 1 <= finding.at.line <= len(lines)
        assert 1 <= finding.at.column <= len(lines[finding.at.line - 1]) + 1
