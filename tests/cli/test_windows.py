"""What goes wrong on Windows, as far as another system can be made to behave like it.

Consoles and pipes of old code pages, paths with blanks and Vietnamese letters, line ends and marks of Notepad.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from building import data_directory

OFFICE = {
    "thidua.yaml": "unit: so-vh\n",
    "data/units/so-vh.yaml": "id: so-vh\nname: Sở Văn hóa\n",
    "data/units/so-nv.yaml": "id: so-nv\nname: Sở Nội vụ\nkind: sở\n",
}
PAGES = ["cp1252", "cp1258", "cp437", "utf-16"]


def windows(
    *words: str, page: str = "cp1258", folder: Path, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Call the program with streams of a code page and without Python's UTF-8 mode, as Windows does."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))},
        "PYTHONIOENCODING": f"{page}:strict",
        "PYTHONWARNDEFAULTENCODING": "1",
        "LC_ALL": "C.UTF-8",  # arguments come as Unicode on Windows
    }
    command = [
        sys.executable,
        "-X",
        "utf8=0",
        "-W",
        "error::EncodingWarning:thidua_cli",
        "-m",
        "thidua_cli",
        *words,
    ]
    return subprocess.run(command, capture_output=True, check=False, env=environment, cwd=folder, input=stdin)


@pytest.mark.parametrize("page", PAGES)
def test_findings_pass_through_a_stream_of_any_code_page(page: str, tmp_path: Path) -> None:
    data_directory(tmp_path, OFFICE)

    done = windows("validate", "--format", "concise", page=page, folder=tmp_path)

    assert (done.returncode, done.stderr) == (1, b"")
    assert (
        done.stdout.decode("utf-8")
        .splitlines()[0]
        .startswith("data/units/so-nv.yaml:3:7: lỗi TD207: “sở” không thuộc các giá trị được dùng.")
    )


@pytest.mark.parametrize("page", PAGES)
def test_wrong_usage_is_told_in_any_code_page(page: str, tmp_path: Path) -> None:
    done = windows("kiểm-tra", page=page, folder=tmp_path)

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode("utf-8").startswith("lỗi: ")


def test_a_data_directory_may_stand_under_any_name(tmp_path: Path) -> None:
    place = tmp_path / "Văn phòng Sở" / "thi đua 2026 (bản 1)"
    data_directory(place, OFFICE)

    inside = windows("list", "units", folder=place)
    named = windows("list", "units", "-C", os.fspath(place), folder=tmp_path)

    assert (inside.returncode, named.returncode) == (0, 0)
    assert "Sở Văn hóa" in inside.stdout.decode("utf-8")
    assert inside.stdout == named.stdout


def test_files_of_notepad_say_what_others_say(tmp_path: Path) -> None:
    text = "id: so-vh\nname: Sở Văn hóa\nabbr:\n  - Sở VH\n"
    plain, notepad = tmp_path / "a", tmp_path / "b"
    data_directory(plain, {**OFFICE, "data/units/so-vh.yaml": text})
    marked = "\ufeff" + text.replace("\n", "\r\n")
    data_directory(notepad, {**OFFICE, "data/units/so-vh.yaml": marked.encode()})

    said = windows("validate", "--format", "concise", folder=notepad).stdout.decode()

    assert "data/units/so-vh.yaml:1:1: cảnh báo TD003: Tệp mở đầu bằng dấu BOM vô hình." in said
    same = windows("show", "so-vh", folder=plain).stdout
    assert windows("show", "so-vh", folder=notepad).stdout == same


def test_a_paper_goes_to_a_path_with_blanks_and_marks(tmp_path: Path) -> None:
    top = Path(__file__).parents[2]
    target = tmp_path / "Kế hoạch số 19.docx"

    done = windows("plan", "-c", "19-KH", "-C", os.fspath(top), "-o", os.fspath(target), folder=tmp_path)

    assert done.returncode == 0, done.stderr.decode()
    assert target.read_bytes()[:2] == b"PK"
    assert target.name in done.stderr.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk that is always at hand is of Linux")
def test_a_full_disk_is_told_without_a_traceback(tmp_path: Path) -> None:
    data_directory(tmp_path, OFFICE)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "thidua_cli", "validate"],
            stdout=full, stderr=subprocess.PIPE, check=False, cwd=tmp_path,
        )  # fmt: skip

    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[0] == "lỗi: Không ghi hết được kết quả: ổ đĩa đã đầy."
