"""What GitHub reads from the findings: commands in the log and a page of Markdown."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from thidua_cli.cli.excerpts import visible
from thidua_cli.cli.findings_github import github_report, github_summary, is_github
from thidua_cli.diagnostics.finding import Finding, Location, Related, Severity

FIGURE = Finding(
    "TD204",
    Severity.ERROR,
    "“23.100” đọc được hai cách: 100% lạ.",
    Location("data/a,b.yaml", 10, 11, 10, 17),
    hint="Viết 23100.",
    related=(Related("ghi ở đây", Location("data/c.yaml", 2, 3, 2, 8)),),
)
TITLES = {"TD204": "Số phải viết theo một cách."}
JOB = {
    "GITHUB_SERVER_URL": "https://github.com",
    "GITHUB_REPOSITORY": "van-phong/thi-dua",
    "GITHUB_SHA": "c0ffee",
}
COMMAND = re.compile(r"::(\w+) ([^\n]*?)::([^\n]*)")


def understood(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as the runner reads it: properties first, then each escape once, the percent sign last."""
    match = COMMAND.fullmatch(line)
    assert match is not None, line
    properties = dict(part.split("=", 1) for part in match[2].split(","))
    return match[1], {name: plain(value) for name, value in properties.items()}, plain(match[3])


def plain(text: str) -> str:
    for code, sign in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def cells_of(page: str) -> list[str]:
    """The cells of the table as GitHub shows them."""
    html = MarkdownIt("commonmark").enable("table").render(page)
    return [unescape(re.sub(r"<[^>]*>", "", cell)) for cell in re.findall(r"<td>(.*?)</td>", html)]


def test_a_finding_is_an_annotation_at_its_line_and_says_its_place_again() -> None:
    report = github_report([FIGURE], TITLES, files=3, below="co-quan/")

    command, verdict = report.splitlines()
    assert verdict == "✗ 1 lỗi trong 1 tệp."
    assert understood(command) == (
        "error",
        {
            "file": "co-quan/data/a,b.yaml",
            "line": "10",
            "endLine": "10",
            "col": "11",
            "endColumn": "17",
            "title": "TD204: Số phải viết theo một cách.",
        },
        (
            "co-quan/data/a,b.yaml:10:11: “23.100” đọc được hai cách: 100% lạ.\n"
            "Gợi ý: Viết 23100.\n"
            "Xem co-quan/data/c.yaml:2:3: ghi ở đây"
        ),
    )


@pytest.mark.parametrize(
    ("severity", "command"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "notice")],
)
def test_each_weight_has_its_command(severity: Severity, command: str) -> None:
    finding = Finding("TD001", severity, "Sai.", Location.start_of("a.yaml"))

    assert github_report([finding], {}, files=1, below="").startswith(f"::{command} file=a.yaml,")


def test_a_place_over_several_lines_has_no_columns() -> None:
    finding = Finding("TD001", Severity.ERROR, "Sai.", Location("a.yaml", 2, 7, 4, 3))

    [line, _] = github_report([finding], {}, files=1, below="").splitlines()

    assert understood(line)[1] == {"file": "a.yaml", "line": "2", "endLine": "4", "title": "TD001"}


@given(message=st.text(max_size=30), path=st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_every_message_and_path_comes_through_whole(message: str, path: str) -> None:
    finding = Finding("TD001", Severity.ERROR, message, Location(path, 1, 2, 1, 3))

    [line, _] = github_report([finding], {}, files=1, below="").split("\n")[:-1]

    _, properties, shown = understood(line)
    # In a name that holds the code of a sign the runner itself mistakes nothing: its percent sign is escaped.
    assert properties["file"] == path
    assert shown == f"{visible(path)}:1:2: {visible(message)}"


def test_the_page_lists_the_findings_with_links_to_their_lines() -> None:
    page = github_summary([FIGURE], JOB, files=3, below="")

    assert cells_of(page) == ["lỗi TD204", "data/a,b.yaml:10:11", FIGURE.message, "Viết 23100."]
    assert "(https://github.com/van-phong/thi-dua/blob/c0ffee/data/a%2Cb.yaml#L10)" in page


def test_outside_a_repository_the_page_has_no_links() -> None:
    assert "](" not in github_summary([FIGURE], {}, files=3, below="")


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30))
def test_no_message_breaks_the_table(message: str) -> None:
    finding = Finding("TD001", Severity.ERROR, message, Location("a.yaml", 1, 2, 1, 3), hint="Xem.")

    assert cells_of(github_summary([finding], {}, files=1, below="")) == [
        "lỗi TD001", "a.yaml:1:2", message, "Xem.",
    ]  # fmt: skip


def test_a_page_without_findings_is_the_verdict() -> None:
    assert (
        github_summary([], JOB, files=3, below="") == "### thidua validate\n\n✓ Không có lỗi trong 3 tệp.\n"
    )


def test_a_page_too_long_for_github_says_what_it_leaves_out() -> None:
    page = github_summary([FIGURE] * 1003, JOB, files=3, below="")

    assert (page.count("TD204"), "… và 3 điều nữa" in page) == (1000, True)


@pytest.mark.parametrize(("value", "expected"), [("true", True), ("false", False), (None, False)])
def test_a_job_of_github_is_known_by_its_variable(value: str | None, *, expected: bool) -> None:
    assert is_github({"GITHUB_ACTIONS": value} if value else {}) is expected
