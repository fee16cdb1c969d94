import json
from collections.abc import Sequence

import pytest

from thidua_cli.cli.excerpts import excerpt
from thidua_cli.cli.findings_json import json_report
from thidua_cli.cli.findings_text import concise_report, text_report, verdict
from thidua_cli.diagnostics.finding import Finding, Location, Related, Severity

FIGURE = Finding(
    "TD204",
    Severity.ERROR,
    "“23.100” đọc được hai cách.",
    Location("campaigns/19-KH/campaign.yaml", 10, 11, 10, 17),
    hint="Viết 23100 hoặc 23,1.",
    related=(Related("định nghĩa ở đây", Location("units.yaml", 2, 3, 2, 8)),),
)
WHOLE_FILE = Finding("TD001", Severity.WARNING, "Tệp có BOM.", Location.start_of("units.yaml"))
LINES = {"campaigns/19-KH/campaign.yaml": [""] * 9 + ["    goal: 23.100  # lượt", ""]}


def read_lines(path: str) -> Sequence[str] | None:
    return LINES.get(path)


def test_a_finding_shows_its_line_with_a_mark_under_the_place() -> None:
    assert text_report([FIGURE, WHOLE_FILE], read_lines, files=48) == (
        "campaigns/19-KH/campaign.yaml:10:11: lỗi TD204: “23.100” đọc được hai cách.\n"
        "   |\n"
        "10 |     goal: 23.100  # lượt\n"
        "   |           ^^^^^^\n"
        "   = gợi ý: Viết 23100 hoặc 23,1.\n"
        "   = xem units.yaml:2:3: định nghĩa ở đây\n"
        "\n"
        "units.yaml:1:1: cảnh báo TD001: Tệp có BOM.\n"
        "\n"
        "✗ 1 lỗi, 1 cảnh báo trong 2 tệp.\n"
    )


def test_colour_only_adds_to_a_finding() -> None:
    colored = text_report([FIGURE], read_lines, files=1, color=True)

    plain = colored
    for code in ("\033[1m", "\033[31m", "\033[0m"):
        assert code in colored
        plain = plain.replace(code, "")
    assert plain == text_report([FIGURE], read_lines, files=1)


def test_a_file_that_cannot_be_read_again_is_shown_without_its_line() -> None:
    assert (
        text_report([FIGURE], lambda _: None, files=1).splitlines()[1] == "   = gợi ý: Viết 23100 hoặc 23,1."
    )


def test_a_place_beyond_the_end_of_the_file_is_shown_without_its_line() -> None:
    assert text_report([FIGURE], lambda _: ["một dòng"], files=1).splitlines()[1].startswith("   = gợi ý")


def test_a_file_with_many_findings_is_read_once() -> None:
    asked: list[str] = []

    def read(path: str) -> Sequence[str]:
        asked.append(path)
        return LINES[path]

    text_report([FIGURE] * 3, read, files=1)

    assert asked == [FIGURE.at.path]


def test_signs_that_steer_a_terminal_are_never_printed() -> None:
    finding = Finding("TD101", Severity.ERROR, "Lạ: “\x1b[2J\u202e”.", Location("a.yaml", 1, 1, 1, 2))

    report = text_report([finding], lambda _: ["\x1b[31mđỏ"], files=1)

    assert "\x1b" not in report
    assert "\u202e" not in report


def test_the_short_form_is_one_line_a_finding() -> None:
    assert concise_report([FIGURE, WHOLE_FILE]) == (
        "campaigns/19-KH/campaign.yaml:10:11: lỗi TD204: “23.100” đọc được hai cách.\n"
        "units.yaml:1:1: cảnh báo TD001: Tệp có BOM.\n"
    )


NOTE = Finding("TD401", Severity.NOTE, "Đã biết.", Location.start_of("a.yaml"))


@pytest.mark.parametrize(
    ("findings", "sentence"),
    [
        ([], "✓ Không có lỗi trong 48 tệp."),
        ([WHOLE_FILE, NOTE], "✓ Không có lỗi trong 48 tệp; 1 cảnh báo, 1 ghi chú trong 2 tệp."),
        ([FIGURE, FIGURE], "✗ 2 lỗi trong 1 tệp."),
        ([FIGURE, WHOLE_FILE, NOTE], "✗ 1 lỗi, 1 cảnh báo, 1 ghi chú trong 3 tệp."),
    ],
)
def test_the_verdict_counts_what_there_is(findings: list[Finding], sentence: str) -> None:
    assert verdict(findings, files=48) == sentence


def test_programs_get_every_field_in_a_fixed_order() -> None:
    report = json_report([FIGURE, WHOLE_FILE], files=48, generator="thidua 0.1.0")

    assert json.loads(report) == {
        "version": 1,
        "generator": "thidua 0.1.0",
        "findings": [
            {
                "code": "TD204",
                "severity": "error",
                "path": "campaigns/19-KH/campaign.yaml",
                "line": 10,
                "column": 11,
                "end_line": 10,
                "end_column": 17,
                "message": "“23.100” đọc được hai cách.",
                "hint": "Viết 23100 hoặc 23,1.",
                "related": [{"path": "units.yaml", "line": 2, "column": 3, "message": "định nghĩa ở đây"}],
            },
            {
                "code": "TD001",
                "severity": "warning",
                "path": "units.yaml",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 1,
                "message": "Tệp có BOM.",
                "hint": None,
                "related": [],
            },
        ],
        "summary": {"errors": 1, "warnings": 1, "notes": 0, "files": 48},
    }
    assert list(json.loads(report)["findings"][0]) == [
        "code",
        "severity",
        "path",
        "line",
        "column",
        "end_line",
        "end_column",
        "message",
        "hint",
        "related",
    ]
    assert "đọc được" in report


@pytest.mark.parametrize(
    ("line", "column", "end", "shown", "mark"),
    [
        ("a: một", 4, 7, "a: một", "   ^^^"),
        ("a: mo\u0323\u0302t x", 10, 11, "a: mo\u0323\u0302t x", "       ^"),
        ("漢字: x", 5, 6, "漢字: x", "      ^"),
        ("\ta: x", 5, 6, "    a: x", "       ^"),
        ("a\u200b: x", 2, 3, "a\ufffd: x", " ^"),
        ("abc", 4, 4, "abc", "   ^"),
        ("abc", 2, 99, "abc", " ^^"),
        ("", 1, 1, "", "^"),
    ],
)
def test_the_mark_stands_under_the_place(line: str, column: int, end: int, shown: str, mark: str) -> None:
    assert excerpt(line, column, end) == (shown, mark)


@pytest.mark.parametrize("column", [1, 50, 150, 300, 395])
def test_a_long_line_is_cut_around_the_place(column: int) -> None:
    line = "".join(chr(0xE000 + number) for number in range(400))

    shown, mark = excerpt(line, column, column + 3)

    assert len(shown) <= 102
    place = mark.index("^")
    assert shown[place : place + 3] == line[column - 1 : column + 2]
    assert mark == " " * place + "^^^"


def test_the_mark_of_a_long_place_ends_where_the_line_is_cut() -> None:
    shown, mark = excerpt("x" * 400, 200, 400)

    assert (len(mark), shown[-1]) == (len(shown) - 1, "…")
