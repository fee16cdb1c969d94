import os
import subprocess
import sys

import pytest

from thidua_cli.cli import output
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.diagnostics.finding import Location


@pytest.mark.parametrize(
    ("choice", "environment", "platform", "is_terminal", "expected"),
    [
        ("auto", {}, "linux", True, True),
        ("auto", {}, "linux", False, False),
        ("auto", {"TERM": "dumb"}, "linux", True, False),
        ("auto", {"NO_COLOR": "1"}, "linux", True, False),
        ("auto", {"NO_COLOR": ""}, "linux", True, True),
        ("auto", {"FORCE_COLOR": "1"}, "linux", False, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, "linux", True, False),
        ("always", {"NO_COLOR": "1"}, "linux", False, True),
        ("never", {"FORCE_COLOR": "1"}, "linux", True, False),
        ("auto", {}, "win32", True, False),
        ("auto", {"WT_SESSION": "x"}, "win32", True, True),
    ],
)
def test_the_option_goes_before_the_environment_and_that_before_the_terminal(
    choice: str, environment: dict[str, str], platform: str, *, is_terminal: bool, expected: bool
) -> None:
    assert output.wants_color(choice, environment, platform, is_terminal=is_terminal) is expected


def test_an_error_is_told_with_its_place_and_its_hint(capsys: pytest.CaptureFixture[str]) -> None:
    output.prepare()

    output.complain(ThiduaError("Hỏng.", hint="Sửa đi.", at=Location("units.yaml", 3, 5, 3, 9)))

    assert capsys.readouterr() == ("", "units.yaml:3:5: lỗi: Hỏng.\n  → Sửa đi.\n")


def test_a_value_that_would_steer_the_terminal_is_told_harmlessly(
    capsys: pytest.CaptureFixture[str],
) -> None:
    output.prepare()

    output.complain(ThiduaError("Không có lệnh “\x1b[2J”."))

    assert capsys.readouterr().err == "lỗi: Không có lệnh “\ufffd[2J”.\n"


def test_colour_only_adds_to_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    output.prepare()
    output.choose(color="always")

    output.complain(ThiduaError("Hỏng.", hint="Sửa đi."))

    assert capsys.readouterr().err == "\033[31mlỗi:\033[0m Hỏng.\n  \033[36m→\033[0m Sửa đi.\n"


def test_quiet_silences_what_was_done_but_neither_products_nor_errors(
    capsys: pytest.CaptureFixture[str],
) -> None:
    output.prepare()
    output.choose(quiet=True)

    output.say("Đã ghi “a.docx”.")
    output.product("bảng")
    output.complain(ThiduaError("Hỏng."))

    assert capsys.readouterr() == ("bảng\n", "lỗi: Hỏng.\n")


def run_python(program: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    return subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, env=environment)


def test_vietnamese_passes_through_a_pipe_of_any_code_page() -> None:
    program = "from thidua_cli.cli import output as o; o.prepare(); o.product('Hà Nội'); o.say('Đà Nẵng')"

    done = run_python(program)

    assert (done.stdout.split(), done.stderr.split()) == (
        "Hà Nội".encode().split(),
        "Đà Nẵng".encode().split(),
    )


def test_a_file_goes_to_a_pipe_byte_by_byte() -> None:
    program = "from thidua_cli.cli import output as o; o.prepare(); o.product_bytes(bytes(range(256)))"

    assert run_python(program).stdout == bytes(range(256))


def test_a_file_is_not_written_to_a_terminal() -> None:
    pty = pytest.importorskip("pty", reason="pseudo-terminals are of Unix")
    program = (
        "from thidua_cli.cli import output as o\n"
        "from thidua_cli.diagnostics.errors import ThiduaError\n"
        "try: o.product_bytes(b'PK')\n"
        "except ThiduaError as e: o.complain(e)"
    )
    master, terminal = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-c", program], stdout=terminal, stderr=subprocess.PIPE, check=False
    )
    os.close(terminal)
    os.close(master)

    assert done.stderr.decode().splitlines()[0] == "lỗi: Không thể in một tệp Word hay Excel ra màn hình."


def test_a_reader_that_has_seen_enough_ends_nothing() -> None:
    program = (
        "import sys\n"
        "from thidua_cli.cli import output as o\n"
        "o.prepare()\n"
        "for _ in range(3): o.product('dòng ' * 100_000)\n"
        "sys.exit(1)"
    )
    child = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout
    assert child.stderr
    child.stdout.read(10)
    child.stdout.close()
    said = child.stderr.read()
    child.stderr.close()

    assert (child.wait(), said) == (1, b"")
