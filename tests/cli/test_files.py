import errno
import os
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from thidua_cli.cli.files import Outcome, write, write_all, write_new, write_new_folder, write_paper
from thidua_cli.diagnostics.errors import ThiduaError


def package(text: str) -> bytes:
    """A paper with this text; equal texts give equal bytes, whenever they are packed."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr(ZipInfo("[Content_Types].xml"), "<Types></Types>")
        archive.writestr(ZipInfo("_rels/.rels"), "<Relationships></Relationships>")
        archive.writestr(ZipInfo("word/document.xml"), text)
    return stream.getvalue()


def held_by_another_program(monkeypatch: pytest.MonkeyPatch, times: int) -> list[float]:
    """Let the next `times` replacements fail as they do on Windows; gives the pauses taken."""
    pauses: list[float] = []
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if len(pauses) < times:
            raise PermissionError(13, "Access is denied", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr("time.sleep", pauses.append)
    return pauses


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    assert write(tmp_path / "a.json", b"{}") is Outcome.WRITTEN
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.json": b"{}"}


def test_identical_content_leaves_the_file_untouched(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write(path, b"{}")
    before = path.stat()

    assert write(path, b"{}") is Outcome.UNCHANGED
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_mode_of_a_replaced_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.touch()
    path.chmod(0o640)

    write(path, b"{}")

    assert path.stat().st_mode & 0o777 == 0o640


def test_a_directory_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "khong-co" / "a.docx"

    with pytest.raises(ThiduaError) as caught:
        write(path, b"")

    assert caught.value.message == f"Không ghi được “{path}”: không có tệp hoặc thư mục này."


def test_a_file_held_for_a_moment_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses = held_by_another_program(monkeypatch, times=3)

    assert write(tmp_path / "a.docx", b"new") is Outcome.WRITTEN
    assert (tmp_path / "a.docx").read_bytes() == b"new"
    assert pauses == [0.05, 0.05, 0.05]


@pytest.mark.parametrize(("name", "program"), [("a.docx", "Word"), ("a.json", "chương trình khác")])
def test_a_file_that_stays_open_elsewhere_is_left_alone(
    name: str, program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / name
    path.write_bytes(b"old")
    pauses = held_by_another_program(monkeypatch, times=100)

    with pytest.raises(ThiduaError) as caught:
        write(path, b"new")

    assert caught.value.message == f"Tệp “{path}” đang mở trong {program}."
    assert caught.value.hint == "Hãy đóng lại rồi chạy lại, hoặc dùng -o để ghi ra tên khác."
    assert pauses == [0.05] * 10
    assert {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()} == {name: b"old"}


def test_a_full_disk_leaves_what_was_there_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(ThiduaError) as caught:
        write(path, b"new")

    assert caught.value.message == f"Không ghi được “{path}”: ổ đĩa đã đầy."
    assert {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()} == {"a.json": b"old"}


def test_a_file_that_somebody_made_read_only_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    path.chmod(0o444)

    with pytest.raises(ThiduaError) as caught:
        write(path, b"new")

    assert caught.value.message == f"Không ghi được “{path}”: tệp chỉ cho đọc."
    assert write(path, b"old") is Outcome.UNCHANGED
    assert path.read_bytes() == b"old"


def test_a_new_file_is_made_with_its_directories_and_unix_lines(tmp_path: Path) -> None:
    path = tmp_path / "campaigns" / "19-KH" / "plan.md"

    write_new(path, "# Mục đích\n")

    assert path.read_bytes() == "# Mục đích\n".encode()


def test_a_file_that_exists_is_never_replaced_by_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text("của tôi", encoding="utf-8")

    with pytest.raises(ThiduaError) as caught:
        write_new(path, "mới")

    assert caught.value.message == f"Đã có tệp “{path}”, thidua không ghi đè."
    assert path.read_text(encoding="utf-8") == "của tôi"


def test_a_paper_of_ours_is_replaced_and_the_same_paper_is_not(tmp_path: Path) -> None:
    path = tmp_path / "BC-19-KH.docx"

    outcomes = [write_paper(path, package(text)) for text in ("a", "a", "b")]

    assert outcomes == [Outcome.WRITTEN, Outcome.UNCHANGED, Outcome.WRITTEN]


def test_a_paper_edited_since_is_replaced_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "BC-19-KH.docx"
    path.write_bytes(package("viết tay"))

    with pytest.raises(ThiduaError) as caught:
        write_paper(path, package("b"))

    assert caught.value.message == (f"Tệp “{path}” đã được sửa tay sau khi thidua ghi ra, nên không ghi đè.")
    assert path.read_bytes() == package("viết tay")
    assert write_paper(path, package("b"), force=True) is Outcome.WRITTEN


def test_a_new_folder_holds_all_of_its_files_or_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(ThiduaError):
        write_new_folder(tmp_path / "a" / "20-KH", {"một.md": "1", "khong/co/hai.md": "2"})

    assert [path.name for path in (tmp_path / "a").iterdir()] == []

    write_new_folder(tmp_path / "a" / "20-KH", {"một.md": "1", "hai.md": "2"})

    made = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.md"))
    assert made == ["a/20-KH/hai.md", "a/20-KH/một.md"]


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(ThiduaError, match="Đã có thư mục"):
        write_new_folder(tmp_path, {"một.md": "1"})

    assert list(tmp_path.iterdir()) == []


def test_many_files_are_written_together(tmp_path: Path) -> None:
    write_all(tmp_path, {"a/b.yaml": b"1", "c.yaml": b"2"})

    assert ((tmp_path / "a/b.yaml").read_bytes(), (tmp_path / "c.yaml").read_bytes()) == (b"1", b"2")


def test_where_one_of_many_files_cannot_be_written_all_get_back_what_they_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_bytes(b"before")
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "c.yaml":
            raise OSError(28, "No space left on device", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ThiduaError, match=r"c\.yaml"):
        write_all(tmp_path, {"a.yaml": b"after", "b.yaml": b"new", "c.yaml": b"never"})

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.yaml": b"before"}
