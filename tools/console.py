"""Runs command lines as a reader of the documents would, and keeps what the terminal shows."""

import contextlib
import io
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from thidua_cli.cli import output
from thidua_cli.cli.app import run

TOP = Path(__file__).parent.parent


class Screen(NamedTuple):
    """How a command ended, and all that it showed."""

    code: int
    text: str


class Typist(io.StringIO):
    """Standard input whose lines also show on the screen, as they do in a terminal."""

    def __init__(self, answers: str, screen: io.StringIO) -> None:
        super().__init__(answers)
        self._screen = screen

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # as in StringIO itself
        """The next answer, shown as it is typed."""
        line = super().readline(size)
        self._screen.write(line)
        return line


def office(folder: Path) -> Path:
    """A copy of the shipped data directory in the folder."""
    shutil.copytree(TOP / "data", folder / "data")
    shutil.copy(TOP / "thidua.yaml", folder)
    return folder


def screen(command: str, directory: Path, answers: str = "") -> Screen:
    """What the terminal shows of `thidua …`, typed in that directory."""
    program, *words = shlex.split(command)
    if program != "thidua":
        raise ValueError(command)
    shown = io.StringIO()
    with _sitting_at(shown, Typist(answers, shown)), contextlib.chdir(directory):
        output.prepare()
        code = run(words)
    return Screen(code, shown.getvalue())


@contextlib.contextmanager
def _sitting_at(shown: io.StringIO, typist: Typist) -> Iterator[None]:
    """All three streams are this terminal's."""
    before, sys.stdin = sys.stdin, typist
    try:
        with contextlib.redirect_stdout(shown), contextlib.redirect_stderr(shown):
            yield
    finally:
        sys.stdin = before
