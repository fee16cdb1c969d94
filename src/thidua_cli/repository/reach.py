"""What of a data directory may be read: regular files inside it, none too large, under names that are safe anywhere."""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from thidua_cli.diagnostics.finding import Finding, Location, Related
from thidua_cli.diagnostics.rule import Rule
from thidua_cli.reading import codes

MOST_BYTES = 8 * 1024 * 1024
"""The largest file that is read; a file of a unit has some hundred KB at most."""
LONGEST_PATH = 200
"""Characters below the data directory; Windows allows 260 in all, and the directory itself stands somewhere."""
_RESERVED = re.compile(
    r"""(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?|.*[<>:"|?*\\].*|.*[. ]""", re.IGNORECASE | re.DOTALL
)
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_REASONS: dict[type[Exception], str] = {
    FileNotFoundError: ": không có tệp này",
    PermissionError: ": không có quyền đọc, hoặc chương trình khác đang giữ tệp",
    RuntimeError: ": liên kết dẫn vòng về chính nó",
}
_WHAT = ((stat.S_ISDIR, "thư mục"), (stat.S_ISREG, "tệp"))


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a path is not read."""

    path: str
    """Of what is to be mended: the path itself, or a link on the way to it."""
    rule: Rule
    message: str
    hint: str


class Reach:
    """A data directory as far as it may be read."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = str(root)
        self._links: dict[str, str | None] = {}

    def read(self, path: str) -> bytes | Refusal:
        """The content of a file, or why there is none."""
        place = f"{self._folder}/{path}"
        try:
            link = self._link_out(path.rpartition("/")[0])
            if link is not None:
                return _outside(link)
            status = os.lstat(place)
            if stat.S_ISLNK(status.st_mode):
                if self._link_out(path) is not None:
                    return _outside(path)
                status = Path(place).stat()
            if not stat.S_ISREG(status.st_mode):
                return _other_kind(path, status.st_mode, "tệp")
            content = _content(Path(place), status.st_size)
        except (OSError, RuntimeError) as error:  # the latter is a link that leads to itself
            return _unreadable(path, error)
        return content if len(content) <= MOST_BYTES else _too_large(path)

    def names(self, path: str) -> list[str] | Refusal:
        """What a folder holds, by name; nothing where there is no folder."""
        place = self._root / path
        try:
            link = self._link_out(path)
            return _outside(link) if link is not None else sorted(child.name for child in place.iterdir())
        except FileNotFoundError:
            return []
        except NotADirectoryError:
            return _other_kind(path, place.lstat().st_mode, "thư mục")
        except (OSError, RuntimeError) as error:
            return _unreadable(path, error)

    def _link_out(self, path: str) -> str | None:
        """The first link on the way to the path that leads out of the directory, if there is one."""
        if not path:
            return None
        if path not in self._links:
            link = self._link_out(path.rpartition("/")[0])
            place = self._root / path
            if (
                link is None
                and place.is_symlink()
                and not place.resolve().is_relative_to(self._root.resolve())
            ):
                link = path
            self._links[path] = link
        return self._links[path]


def _content(place: Path, size: int) -> bytes:
    """What the file holds, or a little more than the most that is read."""
    with place.open("rb") as file:
        content = file.read(min(size, MOST_BYTES) + 1)  # asking for the most takes room for the most
        return content if len(content) <= size else content + file.read(MOST_BYTES + 1 - len(content))


def faults_of_names(folder: str, names: list[str]) -> Iterator[Finding]:
    """What is wrong with the names of files that lie in one folder, on whatever system."""
    first: dict[str, str] = {}
    for name in names:
        path = f"{folder}/{name}"
        before = first.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
        if before != name:
            yield codes.TWIN_NAMES.finding(
                f"“{name}” và “{before}” trong “{folder}” chỉ khác nhau ở chữ hoa, chữ thường hoặc cách gõ dấu.",
                at=Location.start_of(path),
                hint="Trên Windows hai tệp này là một: gộp lại, hoặc đổi tên một tệp.",
                related=(Related("Tệp kia ở đây.", Location.start_of(f"{folder}/{before}")),),
            )
        if is_unprintable(name) or _RESERVED.fullmatch(name):
            shown = printable(name)
            yield codes.RESERVED_NAME.finding(
                f"Windows không dùng được tên “{shown}”.",
                at=Location.start_of(folder if shown != name else path),
                hint="Đổi tên: chữ, số và dấu gạch nối; không phải con, prn, aux, nul, com1, lpt1.",
            )
        if len(path) > LONGEST_PATH:
            yield codes.LONG_PATH.finding(
                f"Đường dẫn dài {len(path)} ký tự.",
                at=Location.start_of(path),
                hint=f"Đặt mã ngắn hơn để đường dẫn không quá {LONGEST_PATH} ký tự.",
            )


def is_unprintable(name: str) -> bool:
    """Whether a name has characters that no line of a report can show."""
    return bool(_UNPRINTABLE.search(name))


def printable(name: str) -> str:
    """The name with a replacement for what cannot be shown."""
    return _UNPRINTABLE.sub("\ufffd", name)


def _outside(path: str) -> Refusal:
    hint = "Xóa liên kết và chép tệp thật vào thư mục dữ liệu."
    return Refusal(path, codes.OUTSIDE, f"“{path}” là liên kết dẫn ra ngoài thư mục dữ liệu.", hint)


def _other_kind(path: str, mode: int, wanted: str) -> Refusal:
    found = next((word for is_kind, word in _WHAT if is_kind(mode)), "tệp đặc biệt của hệ điều hành")
    hint = f"Đổi tên hoặc xóa “{path}”, rồi đặt {wanted} đúng mẫu vào chỗ ấy."
    return Refusal(path, codes.OTHER_KIND, f"“{path}” phải là {wanted} nhưng lại là {found}.", hint)


def _too_large(path: str) -> Refusal:
    most = MOST_BYTES // 1024 // 1024
    hint = "Xem lại có phải tệp khác đặt nhầm tên; nếu đúng thì chia thành nhiều đơn vị hoặc nhiều năm."
    return Refusal(path, codes.TOO_LARGE, f"Tệp “{path}” lớn hơn {most} MB nên thidua không đọc.", hint)


def _unreadable(path: str, error: Exception) -> Refusal:
    why = _REASONS.get(type(error), "")
    hint = "Kiểm tra tệp còn đó, không bị chương trình khác khóa và được phép đọc."
    return Refusal(path, codes.UNREADABLE, f"Không mở được “{path}”{why}.", hint)
