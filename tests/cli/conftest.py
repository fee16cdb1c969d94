from pathlib import Path

import pytest

from terminal import Terminal


@pytest.fixture
def thidua(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """The program, called in an empty directory."""
    monkeypatch.chdir(tmp_path)
    return Terminal(tmp_path, capsys)
