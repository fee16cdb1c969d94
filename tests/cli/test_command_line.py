import re
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from importlib.metadata import version
from io import StringIO
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from building import data_directory
from thidua_cli.__main__ import main
from thidua_cli.cli import output
from thidua_cli.cli.app import run
from thidua_cli.cli.commands import COMMANDS as SHIPPED
from thidua_cli.cli.commands import DAILY, LOOKUP, Command, Family, Later
from thidua_cli.cli.options import AsOf, DryRun, Output
from thidua_cli.cli.sentences import WORDED
from thidua_cli.diagnostics.errors import ThiduaError


def sketch(
    title: Annotated[str, typer.Argument(metavar="TÊN", help="Tên gọi.")],
    period: Annotated[str, typer.Option("-p", "--period", metavar="KỲ", help="Kỳ báo cáo.")],
    out: Output = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,  # noqa: FBT002 - as typer declares a flag
) -> int | None:
    """Phác một thứ để thử.

    Đoạn sau nói kỹ hơn.

    Ví dụ:
      thidua sketch "Một" --period 2026
    """
    match title:
        case "hỏng":
            raise ThiduaError("Không làm được.", hint="Thử cách khác.")
        case "lỗi":
            raise ZeroDivisionError
        case "mất tệp":
            raise FileNotFoundError(2, "No such file or directory", "units.yaml")
        case "dừng":
            raise KeyboardInterrupt
        case "hết":
            raise EOFError
        case "sai":
            return 1
        case _:
            output.product(f"{title} {period} {out} {as_of} {dry_run}")
            return None


def tell(words: Annotated[list[str] | None, typer.Argument(metavar="TỪ", help="Các từ.")] = None) -> None:
    """Nhắc lại các từ."""
    output.product(" ".join(words or ()))


COMMANDS = (
    Family("book", "Sổ sách.", DAILY, (Command("sketch", sketch, DAILY), Command("tell", tell, DAILY))),
    Command("sketch", sketch, DAILY),
    Command("tell", tell, LOOKUP),
)


@pytest.fixture(autouse=True)
def _fresh_output() -> None:
    output.prepare()


def test_a_command_gets_its_values(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["sketch", "Một", "-p", "2026", "-o", "-", "--as-of=2026-06-30", "-n"], COMMANDS)

    assert (code, capsys.readouterr()) == (0, ("Một 2026 - 2026-06-30 True\n", ""))


def test_a_command_of_a_family_gets_its_values(capsys: pytest.CaptureFixture[str]) -> None:
    assert (run(["book", "tell", "a", "b"], COMMANDS), capsys.readouterr().out) == (0, "a b\n")
    assert run(["book"], COMMANDS) == 0
    assert capsys.readouterr().out.startswith("Sổ sách.\n\nCách dùng: thidua book LỆNH [TÙY CHỌN]\n")


def test_a_command_may_take_many_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert (run(["tell", "a", "b"], COMMANDS), capsys.readouterr().out) == (0, "a b\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sketsh"], ("Không có lệnh “sketsh”.", "Có phải “sketch”?")),
        (["SKÉTCH"], ("Không có lệnh “SKÉTCH”.", "Có phải “sketch”?")),
        (
            ["-q", "sketsh"],
            ("Tùy chọn “-q” đứng trước tên lệnh.", "Hãy ghi tên lệnh trước: thidua LỆNH -q …"),
        ),
        (["khác", "-x"], ("Không có lệnh “khác”.", "Xem mọi lệnh: thidua --help")),
        (["-"], ("Không có lệnh “-”.", "Xem mọi lệnh: thidua --help")),
        (["--", "--"], ("Không có lệnh “--”.", "Xem mọi lệnh: thidua --help")),
        ([""], ("Không có lệnh “”.", "Xem mọi lệnh: thidua --help")),
        (["book", "sketsh", "x"], ("Không có lệnh “book sketsh”.", "Có phải “book sketch”?")),
        (["book", "khác"], ("Không có lệnh “book khác”.", "Xem mọi lệnh: thidua book --help")),
        (["book", "--", "--"], ("Không có lệnh “book --”.", "Xem mọi lệnh: thidua book --help")),
        (
            ["book", "--period", "2026", "sketch"],
            (
                "Tùy chọn “--period” đứng trước tên lệnh.",
                "Hãy ghi tên lệnh trước: thidua book LỆNH --period …",
            ),
        ),
        (["book", "--halp"], ("Không có tùy chọn “--halp”.", "Có phải “--help”?")),
        (
            ["book", "sketch", "-p", "2026"],
            ("Thiếu TÊN.", "Hãy ghi: thidua book sketch TÊN. Xem thêm: thidua book sketch --help"),
        ),
        (
            ["book", "sketch", "Một", "-p", "2026", "hai"],
            ("Lệnh “sketch” không hiểu phần thừa: “hai”.", "Xem cách dùng: thidua book sketch --help"),
        ),
        (["--halp"], ("Không có tùy chọn “--halp”.", "Có phải “--help”?")),
        (
            ["--period", "2026", "sketch"],
            (
                "Tùy chọn “--period” đứng trước tên lệnh.",
                "Hãy ghi tên lệnh trước: thidua LỆNH --period …",
            ),
        ),
        (
            ["sketch", "--perid", "2026"],
            ("Không có tùy chọn “--perid”.", "Có phải “--period”?"),
        ),
        (
            ["sketch", "-z"],
            ("Không có tùy chọn “-z”.", "Xem các tùy chọn: thidua sketch --help"),
        ),
        (
            ["sketch", "Một", "--period"],
            ("Tùy chọn “--period” cần một giá trị.", "Hãy ghi giá trị ngay sau nó: --period GIÁ-TRỊ"),
        ),
        (
            ["sketch", "Một", "-np"],
            ("Tùy chọn “-p” cần một giá trị.", "Hãy ghi giá trị ngay sau nó: -p GIÁ-TRỊ"),
        ),
        (
            ["sketch", "--dry-run=có"],
            ("Tùy chọn “--dry-run” không nhận giá trị.", "Hãy viết gọn: --dry-run"),
        ),
        (
            ["sketch", "-p", "2026"],
            ("Thiếu TÊN.", "Hãy ghi: thidua sketch TÊN. Xem thêm: thidua sketch --help"),
        ),
        (
            ["sketch", "Một"],
            ("Thiếu tùy chọn “-p/--period”.", "Hãy ghi: thidua sketch -p KỲ. Xem thêm: thidua sketch --help"),
        ),
        (
            ["sketch", "Một", "-p", "2026", "hai", "ba"],
            ("Lệnh “sketch” không hiểu phần thừa: “hai”, “ba”.", "Xem cách dùng: thidua sketch --help"),
        ),
        (
            ["sketch", "Một", "-p", "2026", "--color", "alway"],
            ("--color: không có lựa chọn “alway”.", "Có phải “always”? Các lựa chọn: auto, always, never."),
        ),
        (["sketch", "hỏng", "-p", "2026"], ("Không làm được.", "Thử cách khác.")),
        (
            ["sketch", "mất tệp", "-p", "2026"],
            (
                "Không mở được “units.yaml”: không có tệp hoặc thư mục này.",
                "Hãy kiểm tra lại tên và quyền của tệp, hoặc chọn nơi khác.",
            ),
        ),
    ],
)
def test_a_command_line_that_cannot_be_run_is_explained_in_vietnamese(
    arguments: list[str], said: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(arguments, COMMANDS)

    assert (code, capsys.readouterr()) == (2, ("", f"lỗi: {said[0]}\n  → {said[1]}\n"))


@pytest.mark.parametrize(("title", "code"), [("sai", 1), ("dừng", 130), ("hết", 130)])
def test_the_exit_code_says_how_a_command_ended(title: str, code: int) -> None:
    assert run(["sketch", title, "-p", "2026"], COMMANDS) == code


ENGLISH = re.compile(
    r"usage|no such|missing|invalid|requires|does not|unexpected|did you mean|error", re.IGNORECASE
)
COMMANDS_OR_VALUES = ["book", "sketch", "tell", "explain", "một", "2026", "always", "-", "--", "---"]
OPTIONS = [
    "-p",
    "--period",
    "-np",
    "-n",
    "--dry-run",
    "-o",
    "--color",
    "-q",
    "-h",
    "--help",
    "--version",
    "-é",
]
WITH_VALUES = ["--period=1", "--dry-run=1", "--color=", "-=x", "--=x"]
WORDS = st.sampled_from(COMMANDS_OR_VALUES + OPTIONS + WITH_VALUES) | st.text(max_size=3)


@given(st.lists(WORDS, max_size=6))
def test_no_command_line_whatever_brings_about_a_bug_or_an_english_word(arguments: list[str]) -> None:
    said = StringIO()

    with redirect_stderr(said), redirect_stdout(StringIO()):
        code = run(arguments, COMMANDS)

    assert code in {0, 2}
    assert not ENGLISH.search(said.getvalue())


ENGLISH = re.compile(
    r"usage|no such|missing|invalid|requires|does not|unexpected|did you mean|error", re.IGNORECASE
)


def test_a_bug_of_ours_is_called_one_and_keeps_its_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["sketch", "lỗi", "-p", "2026"], COMMANDS)

    lines = capsys.readouterr().err.splitlines()
    assert (code, lines[0], lines[-1]) == (
        3,
        "lỗi: thidua gặp lỗi của chính nó, không phải do dữ liệu của bạn.",
        "ZeroDivisionError",
    )


UNREACHABLE = {
    "ClickException": "typer raises it for wrongly declared parameters only, which every start would show",
    "BadParameter": "every parameter is text or a flag to typer; cli/values.py reads the values",
    "BadArgumentUsage": "no argument takes a fixed number of values above one",
    "NoArgsIsHelpError": "no_args_is_help is off: our own front page is shown, with exit code 0",
    "FileError": "no parameter is a file to typer; cli/files.py and the readers open them",
}
"""The exceptions that a command line cannot bring about, and why; should one come, it is a bug of ours."""


def exceptions_of_typer(base: type[Any]) -> set[str]:
    return {
        name
        for child in base.__subclasses__()
        if child.__module__.startswith("typer.")
        for name in {child.__name__, *exceptions_of_typer(child)}
    }


def test_every_exception_of_typer_is_worded_or_known_to_be_unreachable() -> None:
    assert exceptions_of_typer(typer.TyperException) == WORDED.keys() | UNREACHABLE.keys()
    assert not WORDED.keys() & UNREACHABLE.keys()


def test_an_exception_that_should_be_unreachable_is_a_bug_of_ours() -> None:
    def refuse() -> None:
        """Từ chối."""
        raise typer.BadParameter("never shown")

    assert run(["refuse"], (Command("refuse", refuse, DAILY), *COMMANDS)) == 3


def test_the_program_answers_as_a_module_too() -> None:
    done = subprocess.run([sys.executable, "-m", "thidua_cli", "explian"], capture_output=True, check=False)

    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == ["lỗi: Không có lệnh “explian”.", "  → Có phải “explain”?"]


def test_the_version_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert (main(["--version"]), capsys.readouterr().out) == (0, f"thidua {version('thidua')}\n")
    assert (run(["--version"], COMMANDS), capsys.readouterr().out) == (0, f"thidua {version('thidua')}\n")


HEAVY = {"pydantic", "yaml", "docx", "lxml", "jinja2", "rich", "markdown_it", "xlsxwriter"}
SLOW = {"dataclasses", "decimal", "email", "fractions", "hashlib", "json", "xml", "zipfile"}
"""Of Python itself, what takes longer to load than a command to start."""
ROOM = "thidua_cli.cli"
START = {
    "thidua_cli",
    "thidua_cli.__main__",
    "thidua_cli.diagnostics",
    "thidua_cli.diagnostics.errors",
    ROOM,
    *(
        f"{ROOM}.{name}"
        for name in (
            "app", "commands", "disk", "form", "frame", "help_page", "initiative", "output", "sentences", "values",
            "version",
        )
    ),
}  # fmt: skip
"""What every command line loads of ours."""
SMALL = {
    f"{ROOM}.completion_scripts",
    f"{ROOM}.options",
    f"{ROOM}.report_options",
    f"{ROOM}.workspace",
    "thidua_cli.progress",
    "thidua_cli.progress.initiative_words",
}
"""What a command may load besides: it takes no time, or the help of its options speaks of it."""


def modules_after(program: str) -> set[str]:
    """The modules in memory once a program has run."""
    program += "\nimport sys\nsys.stderr.write('|' + ' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    return set(done.stderr.decode().rpartition("|")[2].split())


def modules_of(arguments: list[str]) -> set[str]:
    """The modules in memory after a command line has run in a program of its own."""
    return modules_after(f"from thidua_cli.__main__ import main\nmain({arguments!r})")


def libraries_of(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


@pytest.fixture(scope="module")
def least() -> set[str]:
    """The libraries that typer itself cannot do without."""
    return libraries_of(modules_after("import typer"))


LOADED_BY = {
    (*above, command.verb): command.function.place.partition(":")[0]
    for above, commands in [
        ((), SHIPPED),
        *(((f.verb,), f.commands) for f in SHIPPED if isinstance(f, Family)),
    ]
    for command in commands
    if isinstance(command, Command) and isinstance(command.function, Later)
}
"""The module of every command by the words that call it."""


@pytest.mark.parametrize("path", LOADED_BY, ids=" ".join)
def test_a_command_loads_no_other_and_nothing_heavy(path: tuple[str, ...], least: set[str]) -> None:
    loaded = modules_of([*path, "--help"])

    ours = {name for name in loaded if name.startswith("thidua_cli")}
    assert ours - SMALL == {*START, f"{ROOM}.{LOADED_BY[path]}"}
    assert libraries_of(loaded) & (HEAVY | SLOW) <= least


@pytest.mark.parametrize("arguments", [[], ["--help"], ["form"], ["initiative", "--help"]], ids=" ".join)
def test_a_page_that_lists_commands_loads_none_of_them(arguments: list[str], least: set[str]) -> None:
    loaded = modules_of(arguments)

    assert {name for name in loaded if name.startswith("thidua_cli")} == START
    assert libraries_of(loaded) & (HEAVY | SLOW) <= least


def test_what_is_named_after_a_command_is_loaded_only_to_complete_it() -> None:
    assert f"{ROOM}.plan" not in modules_of(["explain", "plan"])
    assert f"{ROOM}.plan" in modules_of(["completion", "words", "--", "plan", "-"])


@pytest.mark.parametrize("arguments", [["--version"], ["khong-co"], ["--year", "2026", "initiative"]])
def test_what_needs_no_data_loads_no_heavy_library(arguments: list[str]) -> None:
    loaded = libraries_of(modules_of(arguments))

    assert "thidua_cli" in loaded
    assert loaded & HEAVY == set()
    assert ("typer" in loaded) is (arguments != ["--version"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--council", "x"],
            ("Không có tùy chọn “--council”.", "Xem các tùy chọn: thidua --help"),
        ),
        (
            ["--shown-by", "x"],
            (
                "Tùy chọn “--shown-by” đứng trước tên lệnh.",
                "Hãy ghi tên lệnh trước: thidua LỆNH --shown-by …",
            ),
        ),
        (
            ["initiative", "--council", "x"],
            (
                "Tùy chọn “--council” đứng trước tên lệnh.",
                "Hãy ghi tên lệnh trước: thidua initiative LỆNH --council …",
            ),
        ),
        (["initiative", "cover"], ("Không có lệnh “initiative cover”.", "Có phải “initiative coverage”?")),
    ],
)
def test_a_wrong_line_is_explained_by_commands_that_it_does_not_name(
    arguments: list[str], said: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert (run(arguments), capsys.readouterr()) == (2, ("", f"lỗi: {said[0]}\n  → {said[1]}\n"))


@pytest.mark.parametrize(
    "words",
    [
        ["validate"],
        ["list", "units"],
        ["show", "a"],
        ["progress"],
        ["new-plan", "--no-input"],
        ["initiative", "coverage"],
        ["due"],
        ["due", "-f", "ics"],
    ],
)
def test_what_makes_no_paper_loads_nothing_that_sets_papers(words: list[str], tmp_path: Path) -> None:
    data_directory(tmp_path, {"thidua.yaml": "requires: '>=0.1'", "data/units/a.yaml": "{id: a, name: A}"})

    loaded = libraries_of(modules_of([*words, "-C", str(tmp_path)]))

    # Prose calls functions and is marked up: checking it takes jinja2 and markdown_it.
    assert {"pydantic", "yaml"} <= loaded & HEAVY <= {"pydantic", "yaml", "jinja2", "markdown_it"}
