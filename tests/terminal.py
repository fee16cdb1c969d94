"""A terminal in which a test calls the program."""

import sys
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest

from thidua_cli.cli import output
from thidua_cli.cli.app import run


class Said(NamedTuple):
    """How a command line ended."""

    code: int
    out: str
    err: str


def typing(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Somebody who gives these answers and then nothing more."""
    monkeypatch.setattr(sys, "stdin", StringIO("".join(f"{answer}\n" for answer in answers)))


@dataclass
class Terminal:
    """Stands in a directory; called with the words of a command line."""

    directory: Path
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *words: str) -> Said:
        self.capsys.readouterr()
        output.prepare()
        code = run(words)
        shown = self.capsys.readouterr()
        return Said(code, shown.out, shown.err)

    def tree(self) -> dict[str, bytes]:
        """Every file below the directory, by its path."""
        return {
            path.relative_to(self.directory).as_posix(): path.read_bytes()
            for path in sorted(self.directory.rglob("*"))
            if path.is_file()
        }
