"""The doctor tells on one screen what is wrong with an installation, and writes nothing."""

import locale
import os
import shutil
from pathlib import Path

import pytest

from terminal import Terminal
from thidua_cli.cli import examination


@pytest.fixture
def fonts(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A system with no fonts, where a test may lay some."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setattr(examination, "_FONT_FOLDERS", (home / "fonts",))
    (home / "fonts").mkdir()
    return home / "fonts"


def test_a_sound_installation_is_told_line_by_line(thidua: Terminal, fonts: Path) -> None:
    (fonts / "LiberationSerif-Regular.ttf").touch()
    (thidua.directory / "thidua.yaml").write_text("", encoding="utf-8")
    (thidua.directory / ".git").mkdir()
    before = thidua.tree()

    said = thidua("doctor")

    assert (said.code, thidua.tree()) == (0, before)
    assert "  ✓ Phông chữ       có LiberationSerif-Regular\n" in said.out
    assert f"  ✓ Thư mục dữ liệu {thidua.directory}\n" in said.out
    assert said.out.endswith("\nMọi thứ sẵn sàng.\n")


def test_where_there_is_no_data_directory_the_way_to_one_is_told(thidua: Terminal) -> None:
    said = thidua("doctor")

    assert said.code == 0
    assert "  ! Thư mục dữ liệu Không tìm thấy tệp thidua.yaml" in said.out
    assert "Chưa có thì tạo: thidua init THƯ-MỤC\n" in said.out


def test_what_should_be_known_is_no_fault(
    thidua: Terminal, fonts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (thidua.directory / "thidua.yaml").write_text("", encoding="utf-8")
    (thidua.directory / "~$-19-KH.docx").touch()
    (thidua.directory / ".~lock.BC-19-KH.docx#").touch()
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(locale, "getpreferredencoding", lambda **_: "cp1258")
    monkeypatch.setattr(examination, "has_quick_parser", lambda: False)

    said = thidua("doctor")

    assert said.code == 0
    assert list(fonts.iterdir()) == []
    for line in (
        "  ! Phông chữ       không thấy Times New Roman hay Liberation Serif\n",
        "  ! git             không thấy\n",
        "  ! Bộ đọc YAML     thiếu libyaml nên đọc chậm hơn nhiều\n",
        "  ! Lịch sử sửa đổi thư mục chưa ở trong git\n",
        "  ! Tệp đang mở     BC-19-KH.docx, …-19-KH.docx\n",
        "máy dùng cp1258\n",
    ):
        assert line in said.out


def test_a_folder_that_cannot_be_written_to_must_be_mended(
    thidua: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    (thidua.directory / "thidua.yaml").write_text("", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda *_: False)

    said = thidua("doctor")

    assert said.code == 1
    assert f"  ✗ Nơi ghi văn bản không ghi được vào “{thidua.directory}”\n" in said.out
    assert said.out.endswith("\n1 điều phải sửa.\n")
