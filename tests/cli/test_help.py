import re
from inspect import getdoc
from typing import Annotated

import pytest
import typer

from thidua_cli.cli import output
from thidua_cli.cli.app import run
from thidua_cli.cli.commands import COMMANDS, DAILY, LOOKUP, SET_UP, Command, Family, Later

ENGLISH = re.compile(
    r"usage|options|arguments|commands|show this|message|exit\b|required|default|\[OPTIONS|(?-i:\bTEXT\b|\bARGS\b)",
    re.IGNORECASE,
)

PATHS = [
    [verb, *below]
    for verb, members in ((c.verb, c.commands if isinstance(c, Family) else ()) for c in COMMANDS)
    for below in ([], *([member.verb] for member in members))
]
"""The words that call each command, families and their members alike."""
EVERY = [
    one
    for command in COMMANDS
    for one in (command.commands if isinstance(command, Family) else (command,))
    if isinstance(one, Command)
]


def draft(
    name: Annotated[str, typer.Argument(metavar="TÊN", help="Tên gọi.")],
    period: Annotated[str, typer.Option("-p", "--period", metavar="KỲ", help="Kỳ báo cáo.")],
    others: Annotated[list[str] | None, typer.Argument(metavar="KHÁC", help="Tên khác.")] = None,
    secret: Annotated[bool, typer.Option("--secret", hidden=True)] = False,  # noqa: FBT002 - a flag of typer
) -> None:
    """Thảo một văn bản.

    Phần thân lấy từ dữ liệu, phần người viết để trống có đánh dấu; chạy lại bao nhiêu lần cũng ra đúng như
    lần đầu.

    Ví dụ:
      thidua draft "Thư" --period 2026
    """


@pytest.fixture(autouse=True)
def _fresh_output() -> None:
    output.prepare()


def page(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert run(arguments, (Command("draft", draft, DAILY), *COMMANDS)) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    return shown.out


def test_the_page_of_a_command_says_all_that_it_takes(capsys: pytest.CaptureFixture[str]) -> None:
    assert page(["draft", "--help"], capsys) == (
        "Thảo một văn bản.\n"
        "\n"
        "Phần thân lấy từ dữ liệu, phần người viết để trống có đánh dấu; chạy lại bao nhiêu lần\n"
        "cũng ra đúng như lần đầu.\n"
        "\n"
        "Cách dùng: thidua draft TÊN [KHÁC…] [TÙY CHỌN]\n"
        "\n"
        "Đối số:\n"
        "  TÊN      Tên gọi.\n"
        "  [KHÁC…]  Tên khác.\n"
        "\n"
        "Tùy chọn:\n"
        "  -p, --period KỲ      Kỳ báo cáo. Bắt buộc.\n"
        "      --color KHI-NÀO  Tô màu: auto (tự xét), always (luôn luôn) hoặc never (không bao\n"
        "                       giờ).\n"
        "  -q, --quiet          Chỉ in kết quả và lỗi.\n"
        "  -h, --help           In trang này rồi dừng.\n"
        "\n"
        "Ví dụ:\n"
        '  thidua draft "Thư" --period 2026\n'
    )


@pytest.mark.parametrize("arguments", [[], ["-h"], ["--help"]])
def test_the_front_page_lists_the_commands_under_their_headings(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    shown = page(arguments, capsys)

    headings = [line for line in shown.splitlines() if line.endswith(":")]
    assert headings == [f"{DAILY}:", f"{LOOKUP}:", f"{SET_UP}:", "Tùy chọn:", "Ví dụ:"]
    assert re.search(r"\n  draft +Thảo một văn bản\.\n", shown)


@pytest.mark.parametrize(
    "command", [one for one in EVERY if isinstance(one.function, Later)], ids=lambda c: c.verb
)
def test_a_list_of_commands_says_what_the_page_of_each_begins_with(command: Command) -> None:
    assert isinstance(command.function, Later)
    documented = getdoc(command.function.load()) or ""

    assert " ".join(documented.partition("\n\n")[0].split()) == command.function.summary


@pytest.mark.parametrize("arguments", [[], *([*path, "--help"] for path in PATHS)])
def test_no_help_page_has_an_english_word_of_typer(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert ENGLISH.findall(page(arguments, capsys)) == []


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_command_explains_itself_with_an_example(
    path: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    shown = page([*path, "-h"], capsys)

    assert f"\n  thidua {' '.join(path)}" in shown.partition("Ví dụ:")[2]
    assert "GIÁ-TRỊ" not in shown
