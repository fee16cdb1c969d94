from pathlib import Path

import pytest

from thidua_cli.cli.workspace import find_root
from thidua_cli.diagnostics.errors import ThiduaError


def test_the_nearest_settings_upward_mark_the_data_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "du-lieu" / "campaigns" / "19-KH"
    inner.mkdir(parents=True)
    (tmp_path / "thidua.yaml").touch()
    (tmp_path / "du-lieu" / "thidua.yaml").touch()

    monkeypatch.chdir(inner)

    assert find_root(None) == (tmp_path / "du-lieu").resolve()
    assert find_root(str(tmp_path)) == tmp_path.resolve()


def test_the_root_of_a_git_repository_is_searched_too(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "thidua.yaml").touch()
    (tmp_path / "docs").mkdir()

    assert find_root(str(tmp_path / "docs")) == tmp_path.resolve()


def test_the_search_stops_at_the_root_of_the_git_repository(tmp_path: Path) -> None:
    (tmp_path / "thidua.yaml").touch()
    inner = tmp_path / "other" / "docs"
    inner.mkdir(parents=True)
    (tmp_path / "other" / ".git").touch()

    with pytest.raises(ThiduaError) as caught:
        find_root(str(inner))

    assert caught.value.message == (
        f"Không tìm thấy tệp thidua.yaml: đã tìm từ “{inner}” lên đến “{tmp_path.resolve() / 'other'}”."
    )
    assert caught.value.hint == "Hãy chuyển đến thư mục dữ liệu, hoặc chỉ ra thư mục đó: -C THƯ-MỤC"


def test_a_directory_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ThiduaError) as caught:
        find_root(str(tmp_path / "khong-co"))

    assert caught.value.message == f"Không có thư mục “{tmp_path / 'khong-co'}”."


def test_a_file_in_place_of_the_directory_is_refused(tmp_path: Path) -> None:
    settings = tmp_path / "thidua.yaml"
    settings.touch()

    with pytest.raises(ThiduaError) as caught:
        find_root(str(settings))

    assert caught.value.message == f"“{settings}” không phải là thư mục."
