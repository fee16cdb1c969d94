"""What can be wrong with an installation, looked at one by one; nothing is written."""

import locale
import os
import platform
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from thidua_cli.cli import output
from thidua_cli.cli.version import version_line
from thidua_cli.cli.workspace import find_root
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.reading.yaml_tokens import has_quick_parser

_FONT_FILES = ("LiberationSerif-Regular.ttf", "Times New Roman.ttf", "times.ttf")
"""Of Linux, macOS and Windows."""
_FONT_FOLDERS: tuple[str | Path, ...] = (
    "$WINDIR/Fonts",
    "$LOCALAPPDATA/Microsoft/Windows/Fonts",
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "~/.fonts",
    "~/.local/share/fonts",
)
_LONG = 200
"""Letters of a path from which on Windows programs may refuse files below it."""


class State(StrEnum):
    """How one thing stands; the values are what the screen shows."""

    FINE = "✓"
    NOTE = "!"
    WRONG = "✗"


@dataclass(frozen=True, slots=True)
class Symptom:
    """One thing that was looked at."""

    about: str
    state: State
    said: str
    hint: str | None = None


def examine(repo: str | None) -> Iterator[Symptom]:
    """Everything that is looked at, in the order of the screen."""
    yield Symptom("Phiên bản", State.FINE, f"{version_line()}, Python {platform.python_version()}")
    yield Symptom("Hệ điều hành", State.FINE, f"{platform.system()} {platform.release()}")
    yield _console()
    yield _fast_reader()
    yield _font()
    yield _git()
    yield from _data(repo)
    yield _here()
    yield from _locked()


def _console() -> Symptom:
    """Whether Vietnamese can be shown: our streams speak UTF-8, the console may not."""
    native = locale.getpreferredencoding(do_setlocale=False)
    said = f"thidua ghi ra {output.encoding()}, máy dùng {native}"
    if "utf" in native.lower():
        return Symptom("Bảng mã", State.FINE, said)
    return Symptom(
        "Bảng mã", State.NOTE, said, "Nếu chữ Việt hiện sai, gõ: chcp 65001, hoặc dùng Windows Terminal."
    )


def _fast_reader() -> Symptom:
    if has_quick_parser():
        return Symptom("Bộ đọc YAML", State.FINE, "có libyaml (đọc nhanh)")
    hint = "Vẫn chạy được; muốn nhanh thì cài lại PyYAML từ gói đóng sẵn (wheel)."
    return Symptom("Bộ đọc YAML", State.NOTE, "thiếu libyaml nên đọc chậm hơn nhiều", hint)


def _font() -> Symptom:
    found = next((font for font in _fonts() if font.name in _FONT_FILES), None)
    if found is not None:
        return Symptom("Phông chữ", State.FINE, f"có {found.stem}")
    hint = "Văn bản dùng Times New Roman; trên Linux cài fonts-liberation2 để xem và in đúng."
    return Symptom("Phông chữ", State.NOTE, "không thấy Times New Roman hay Liberation Serif", hint)


def _fonts() -> Iterator[Path]:
    """Font files in the places where systems keep them."""
    for place in _FONT_FOLDERS:
        folder = Path(os.path.expandvars(place)).expanduser()
        if folder.is_dir():
            yield from folder.rglob("*.ttf")


def _git() -> Symptom:
    if shutil.which("git"):
        return Symptom("git", State.FINE, "có")
    return Symptom(
        "git", State.NOTE, "không thấy", "Không có git vẫn dùng được, nhưng không giữ lịch sử sửa đổi."
    )


def _data(repo: str | None) -> Iterator[Symptom]:
    try:
        root = find_root(repo)
    except ThiduaError as error:
        hint = f"{error.hint} Chưa có thì tạo: thidua init THƯ-MỤC"
        yield Symptom("Thư mục dữ liệu", State.NOTE, error.message, hint)
        return
    yield Symptom("Thư mục dữ liệu", State.FINE, str(root))
    if not _in_git(root):
        yield Symptom("Lịch sử sửa đổi", State.NOTE, "thư mục chưa ở trong git", "Tạo kho: git init")
    if len(str(root)) > _LONG:
        yield Symptom("Đường dẫn", State.NOTE, f"dài {len(str(root))} ký tự", "Đặt thư mục ở nơi ngắn hơn.")


def _in_git(root: Path) -> bool:
    return any((folder / ".git").exists() for folder in (root, *root.parents))


def _here() -> Symptom:
    """Whether papers can be written where the user stands."""
    if os.access(Path.cwd(), os.W_OK):
        return Symptom("Nơi ghi văn bản", State.FINE, str(Path.cwd()))
    said = f"không ghi được vào “{Path.cwd()}”"
    return Symptom("Nơi ghi văn bản", State.WRONG, said, "Chuyển sang thư mục khác, hoặc dùng -o.")


def _locked() -> Iterator[Symptom]:
    """Papers that Word or LibreOffice holds open here."""
    locks = [*Path.cwd().glob("~$*.docx"), *Path.cwd().glob(".~lock.*#")]
    if locks:
        named = ", ".join(sorted(_paper_of(lock) for lock in locks))
        yield Symptom("Tệp đang mở", State.NOTE, named, "Đóng lại trước khi cho thidua ghi đè.")


def _paper_of(lock: Path) -> str:
    """The paper behind a lock file; Word hides the first two letters of a name."""
    if lock.name.startswith("~$"):
        return f"…{lock.name[2:]}"
    return lock.name.removeprefix(".~lock.").removesuffix("#")
