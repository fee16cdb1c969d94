"""What holds for every test, and the terminal that tests of commands stand at."""

from pathlib import Path

import pytest
from hypothesis import settings

from terminal import Terminal

# A property is true or not, however busy the machine is: no test depends on a time.
settings.register_profile("thidua", deadline=None)
settings.load_profile("thidua")


@pytest.fixture(autouse=True)
def _outside_of_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a job of GitHub Actions the tests see what they see elsewhere."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def thidua(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """The program, called in an empty directory."""
    monkeypatch.chdir(tmp_path)
    return Terminal(tmp_path, capsys)
