import json

import pytest

from building import data_directory
from terminal import Said, Terminal
from thidua_cli.cli.validate import FORMATS

UNIT = "id: so-x\nname: Sở X\n"
MISSPELT = "id: so-x\nname: Sở X\nparrent: ubnd\n"
MARKED = UNIT.encode("utf-8-sig")
"""With a byte order mark, which is a warning."""
SHOWN = (
    "data/units/so-x.yaml:3:1: lỗi TD201: Ở đây không có khóa nào tên là “parrent”.\n"
    "  |\n"
    "3 | parrent: ubnd\n"
    "  | ^^^^^^^\n"
    "  = gợi ý: Có phải “parent”?\n"
    "\n"
)


def test_data_without_a_fault_get_one_line_and_exit_code_0(thidua: Terminal) -> None:
    data_directory(thidua.directory, {"thidua.yaml": "unit: so-x", "data/units/so-x.yaml": UNIT})

    assert thidua("validate") == Said(0, "✓ Không có lỗi trong 2 tệp.\n", "")


def test_an_error_is_shown_at_its_line_and_gives_exit_code_1(thidua: Terminal) -> None:
    data_directory(thidua.directory, {"thidua.yaml": "requires: '>=0.1'", "data/units/so-x.yaml": MISSPELT})

    assert thidua("validate") == Said(1, f"{SHOWN}✗ 1 lỗi trong 1 tệp.\n", "")


def test_a_line_after_a_byte_order_mark_is_shown_with_its_mark_in_place(thidua: Terminal) -> None:
    data_directory(
        thidua.directory,
        {"thidua.yaml": "requires: '>=0.1'", "data/units/so-x.yaml": f"\ufeff{MISSPELT}"},
    )

    assert thidua("validate", "--select", "TD201").out == f"{SHOWN}✗ 1 lỗi trong 1 tệp.\n"


@pytest.mark.parametrize(
    ("content", "excerpt"),
    [
        ("id: so-x\r\nname: Sở X\r\nparrent: ubnd\r\n", ["3 | parrent: ubnd", "  | ^^^^^^^"]),
        ("id: so-x\nname: Sở X\nparrent: ubnd", ["3 | parrent: ubnd", "  | ^^^^^^^"]),
        ("id: so-x\nname: Sở X\nkind: bo dy # 漢字", ["3 | kind: bo dy # 漢字", "  |       ^^^^^"]),
        ('id: so-x\nname: "漢字 X"\nsystem: no', ["3 | system: no", "  |         ^^"]),
        ("id: so-x\nname: {Sở X: \n", ["3 |", "  | ^"]),
        ("id: so-x\nmembers: [漢字-漢]\nname: X\n", ["2 | members: [漢字-漢]", "  |           ^^^^^^^"]),
    ],
    ids=[
        "CRLF",
        "no newline at the end",
        "wide letters after it",
        "at the end",
        "after the last line",
        "wide",
    ],
)
def test_the_mark_stands_under_the_fault_however_the_file_ends(
    content: str, excerpt: list[str], thidua: Terminal
) -> None:
    data_directory(
        thidua.directory, {"thidua.yaml": "requires: '>=0.1'", "data/units/so-x.yaml": content.encode()}
    )

    lines = thidua("validate", "data/units").out.splitlines()

    assert lines[2:4] == excerpt


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--strict",), 1)])
def test_a_warning_counts_only_when_it_is_asked_to(
    options: tuple[str, ...], code: int, thidua: Terminal
) -> None:
    data_directory(thidua.directory, {"thidua.yaml": "unit: so-x", "data/units/so-x.yaml": MARKED})

    said = thidua("validate", "--format", "concise", *options)

    assert said == Said(
        code, "data/units/so-x.yaml:1:1: cảnh báo TD003: Tệp mở đầu bằng dấu BOM vô hình.\n", ""
    )


def test_findings_are_in_reading_order_whatever_check_found_them(thidua: Terminal) -> None:
    data_directory(
        thidua.directory,
        {"thidua.yaml": "units: a", "data/units/b.yaml": MISSPELT, "data/units/a.yaml": "id: a\nnam: A\n"},
    )

    lines = thidua("validate", "-f", "concise").out.splitlines()

    assert [line.split(":")[:2] for line in lines] == [
        ["data/units/a.yaml", "2"],
        ["data/units/b.yaml", "3"],
        ["thidua.yaml", "1"],
    ]


@pytest.mark.parametrize("path", ["data/units/a.yaml", "./data/units/../units/a.yaml"])
def test_a_path_only_filters_what_is_shown(path: str, thidua: Terminal) -> None:
    data_directory(
        thidua.directory,
        {
            "thidua.yaml": "requires: '>=0.1'",
            "data/units/a.yaml": "id: a\nname: A\n",
            "data/units/b.yaml": MISSPELT,
        },
    )

    said = thidua("validate", path)

    rest = "Ở các tệp khác còn 1 điều cần xem: thidua validate\n"
    assert said == Said(0, "✓ Không có lỗi trong 1 tệp.\n", rest)


def test_a_folder_is_a_path_too(thidua: Terminal) -> None:
    data_directory(
        thidua.directory,
        {
            "thidua.yaml": "units: a",
            "data/units/a.yaml": "id: a\nname: A\n",
            "data/units/so-x.yaml": MISSPELT,
        },
    )

    assert thidua("validate", "data").out == f"{SHOWN}✗ 1 lỗi trong 1 tệp.\n"


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (("--select", "TD2"), ["TD201"]),
        (("--select", "td003,TD208"), ["TD003"]),
        (("--ignore", "TD003"), ["TD201"]),
        (("--select", "TD", "--ignore", "TD2, TD1"), ["TD003"]),
    ],
)
def test_codes_choose_what_is_shown(options: tuple[str, ...], codes: list[str], thidua: Terminal) -> None:
    data_directory(
        thidua.directory,
        {"thidua.yaml": "requires: '>=0.1'", "data/units/so-x.yaml": f"\ufeff{MISSPELT}"},
    )

    report = json.loads(thidua("validate", "-f", "json", *options).out)

    assert [finding["code"] for finding in report["findings"]] == codes


def test_programs_get_the_findings_with_a_summary(thidua: Terminal) -> None:
    data_directory(thidua.directory, {"thidua.yaml": "requires: '>=0.1'", "data/units/so-x.yaml": MISSPELT})

    said = thidua("validate", "--format", "json")

    report = json.loads(said.out)
    assert (said.code, said.err, report.pop("generator").split()[0]) == (1, "", "thidua")
    assert report == {
        "version": 1,
        "findings": [
            {
                "code": "TD201",
                "severity": "error",
                "path": "data/units/so-x.yaml",
                "line": 3,
                "column": 1,
                "end_line": 3,
                "end_column": 8,
                "message": "Ở đây không có khóa nào tên là “parrent”.",
                "hint": "Có phải “parent”?",
                "related": [],
            }
        ],
        "summary": {"errors": 1, "warnings": 0, "notes": 0, "files": 2},
    }


def test_validate_never_writes(thidua: Terminal) -> None:
    data_directory(thidua.directory, {"thidua.yaml": "units: a", "data/units/so-x.yaml": MARKED})
    before = thidua.tree()

    for form in FORMATS:
        thidua("validate", "-f", form, "--strict")

    assert thidua.tree() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("data/units/b.yaml",),
            (
                "Không có tệp hoặc thư mục “data/units/b.yaml”.",
                "Đường dẫn tính từ thư mục đang đứng; bỏ trống thì xem tất cả.",
            ),
        ),
        (
            ("--format", "txt"),
            (
                "--format: không có lựa chọn “txt”.",
                "Có phải “text”? Các lựa chọn: auto, text, concise, json, github, sarif.",
            ),
        ),
        (
            ("--select", "TD2O4"),
            ("--select: không có quy tắc nào mang mã “TD2O4”.", "Có phải “TD204”?"),
        ),
        (
            ("--ignore", "xyz"),
            ("--ignore: không có quy tắc nào mang mã “xyz”.", "Xem mọi mã quy tắc: thidua explain"),
        ),
    ],
)
def test_a_wrong_call_is_explained(words: tuple[str, ...], said: tuple[str, str], thidua: Terminal) -> None:
    data_directory(thidua.directory, {"thidua.yaml": "requires: '>=0.1'"})

    assert thidua("validate", *words) == Said(2, "", f"lỗi: {said[0]}\n  → {said[1]}\n")


def test_a_path_outside_of_the_data_directory_is_refused(thidua: Terminal) -> None:
    inside, outside = thidua.directory / "in", thidua.directory / "out"
    data_directory(thidua.directory, {"in/thidua.yaml": "requires: '>=0.1'", "out/a.yaml": "a: b"})

    said = thidua("validate", str(outside), "-C", str(inside))

    message = f"“{outside}” nằm ngoài thư mục dữ liệu “{inside}”."
    assert said == Said(2, "", f"lỗi: {message}\n  → Chỉ thư mục dữ liệu khác bằng -C THƯ-MỤC.\n")


@pytest.fixture
def github(thidua: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A job of GitHub Actions on a checkout whose data directory is a folder of it."""
    data_directory(
        thidua.directory,
        {".git/HEAD": "", "office/thidua.yaml": "requires: '>=0.1'", "office/data/units/so-x.yaml": MISSPELT},
    )
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    return thidua


MENDING = (
    "office/data/units/so-x.yaml:3:1: Ở đây không có khóa nào tên là “parrent”.%0AGợi ý: Có phải “parent”?"
)


def test_in_a_job_of_github_the_findings_are_annotations_of_the_checkout(github: Terminal) -> None:
    assert github("validate", "-C", "office") == Said(
        1,
        "::error file=office/data/units/so-x.yaml,line=3,endLine=3,col=1,endColumn=8,"
        f"title=TD201%3A Chỉ dùng những khóa mà thidua biết.::{MENDING}\n"
        "✗ 1 lỗi trong 1 tệp.\n",
        "",
    )


def test_the_page_of_the_step_is_added_to_what_stands_there(
    github: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = github.directory / "page.md"
    page.write_text("Bước trước.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    before = github.tree()

    github("validate", "-C", "office")

    after = github.tree()
    shown = after.pop("page.md").decode()
    before.pop("page.md")
    assert after == before
    assert shown.startswith("Bước trước.\n### thidua validate\n\n✗ 1 lỗi trong 1 tệp.\n\n")
    assert "| lỗi TD201 | office/data/units/so-x.yaml:3:1 | Ở đây không có khóa nào" in shown


def test_only_the_form_for_github_writes_its_page(github: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(github.directory / "page.md"))
    before = github.tree()

    for form in set(FORMATS) - {"auto", "github"}:
        github("validate", "-C", "office", "-f", form)

    assert github.tree() == before


def test_a_page_that_cannot_be_written_is_named(github: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(github.directory / "nowhere" / "page.md"))

    said = github("validate", "-C", "office")

    assert (said.code, said.out) == (2, "")
    assert "page.md”: không có tệp hoặc thư mục này." in said.err


def test_code_scanning_gets_places_below_the_top_of_the_checkout(github: Terminal) -> None:
    said = github("validate", "-C", "office", "-f", "sarif")

    [run] = json.loads(said.out)["runs"]
    [result] = run["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert (said.code, result["ruleId"], place["uri"]) == (1, "TD201", "office/data/units/so-x.yaml")
