"""Writing on the disk: whole files or nothing, and never over a person's work."""

import os
import shutil
import stat
import time
from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from thidua_cli.cli.disk import disk_error
from thidua_cli.cli.seal import is_untouched, seal
from thidua_cli.diagnostics.errors import ThiduaError

_ANY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_ATTEMPTS = 10
_PAUSE = 0.05
"""Seconds; virus scanners and OneDrive hold a fresh file for a moment."""


class Outcome(StrEnum):
    """What became of a file, in the user's words."""

    WRITTEN = "đã ghi"
    UNCHANGED = "không thay đổi"


def write_new(path: Path, text: str) -> None:
    """Make a file that a person will go on writing; one that exists is never replaced."""
    if path.exists():
        raise ThiduaError(
            f"Đã có tệp “{path}”, thidua không ghi đè.",
            hint="Hãy mở tệp ấy mà sửa, hoặc xóa hay đổi tên nó trước khi chạy lại.",
        )
    make_folder(path.parent)
    write(path, text.encode())


def make_folder(folder: Path) -> None:
    """Make a folder with those above it, where it is not there yet."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise disk_error(error, writing=folder) from error


def write_new_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Make a folder with these files for a person to go on with: all of them, or none and no folder."""
    if folder.exists():
        raise ThiduaError(
            f"Đã có thư mục “{folder}”, thidua không ghi đè.",
            hint="Hãy chọn mã khác, hoặc sửa các tệp trong thư mục ấy.",
        )
    draft = folder.with_name(f".{folder.name}.{os.getpid()}.tmp")
    try:
        draft.mkdir(parents=True)
        for name, text in files.items():
            _write_draft(draft / name, text.encode())
        _put_in_place(draft, folder)
    except OSError as error:
        raise disk_error(error, writing=folder) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def write_together(root: Path, files: Mapping[str, bytes]) -> None:
    """Put new files in place below a directory that may be there already; where one of them is, none is written."""
    there = next((root / name for name in files if (root / name).exists()), None)
    if there is not None:
        raise ThiduaError(
            f"Đã có tệp “{there}”, thidua không ghi đè.", hint="Hãy chọn thư mục khác, hoặc thư mục trống."
        )
    for name, content in files.items():
        write_below(root, name, content)


def write_paper(path: Path, content: bytes, *, force: bool = False) -> Outcome:
    """Write a .docx with its seal; one that was edited since, or is not ours, only with `force`."""
    sealed = seal(content)
    before = _read(path)
    if before is not None and before != sealed and not force and not is_untouched(before):
        raise ThiduaError(
            f"Tệp “{path}” đã được sửa tay sau khi thidua ghi ra, nên không ghi đè.",
            hint="Hãy dùng -o để ghi ra tên khác, hoặc --force để bỏ những chỗ đã sửa.",
        )
    return write(path, sealed)


def write(path: Path, content: bytes) -> Outcome:
    """Put the content in place in one step; identical content leaves the file untouched."""
    if _read(path) == content:
        return Outcome.UNCHANGED
    if path.exists() and not path.stat().st_mode & _ANY_WRITE:
        # Windows would not replace it, and elsewhere whoever locked it did so for a reason.
        raise ThiduaError(
            f"Không ghi được “{path}”: tệp chỉ cho đọc.",
            hint="Hãy bỏ thuộc tính chỉ đọc (Read-only) của tệp, hoặc ghi ra tên khác.",
        )
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        _write_draft(draft, content)
        if path.exists():
            shutil.copymode(path, draft)
        _put_in_place(draft, path)
    except OSError as error:
        raise disk_error(error, writing=path) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return Outcome.WRITTEN


def write_below(root: Path, name: str, content: bytes) -> Outcome:
    """Put a file in place below a directory, with the folders that lead to it."""
    path = root / name
    make_folder(path.parent)
    return write(path, content)


def append(path: Path, text: str) -> None:
    """Add text to the end of a file that the environment names; what stands there already is kept."""
    try:
        with path.open("ab") as file:
            file.write(text.encode())
    except OSError as error:
        raise disk_error(error, writing=path) from error


def write_all(root: Path, files: Mapping[str, bytes]) -> None:
    """Put all of these files in place, or none: where one cannot be, those before it get back what they held."""
    before: dict[Path, bytes | None] = {}
    try:
        for name, content in files.items():
            before[root / name] = _read(root / name)
            write_below(root, name, content)
    except BaseException:
        for path, held in before.items():
            if held is None:
                path.unlink(missing_ok=True)
            else:
                write(path, held)
        raise


def _read(path: Path) -> bytes | None:
    """What stands there now, if anything does."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _opened_elsewhere(path) if _locks(path) else disk_error(error) from error


def _write_draft(draft: Path, content: bytes) -> None:
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _put_in_place(draft: Path, path: Path) -> None:
    for _ in range(_ATTEMPTS):
        try:
            draft.replace(path)
        except PermissionError:
            time.sleep(_PAUSE)
        else:
            return
    raise _opened_elsewhere(path)


def _opened_elsewhere(path: Path) -> ThiduaError:
    program = {".docx": "Word", ".xlsx": "Excel"}.get(path.suffix.lower(), "chương trình khác")
    return ThiduaError(
        f"Tệp “{path}” đang mở trong {program}.",
        hint="Hãy đóng lại rồi chạy lại, hoặc dùng -o để ghi ra tên khác.",
    )


def _locks(path: Path) -> list[Path]:
    """The lock files of Word; it puts `~$` before a short name and over the first letters of a longer one."""
    names = {f"~${path.name[hidden:]}" for hidden in range(3)}
    return [path.with_name(name) for name in sorted(names) if path.with_name(name).exists()]
