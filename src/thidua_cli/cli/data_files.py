"""Files of data that commands add to: read as they stand, and changed without touching anything else."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Self

from thidua_cli.cli import output
from thidua_cli.cli.differences import difference
from thidua_cli.cli.files import write_below


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of the data directory as it stands on the disk."""

    root: Path
    path: str
    """Relative to the data directory."""
    content: bytes
    """Empty where there is no file yet."""

    @classmethod
    def at(cls, root: Path, path: str | PurePosixPath) -> Self:
        """The file under a path, there or not."""
        file = root / path
        return cls(root, str(path), file.read_bytes() if file.exists() else b"")


@dataclass(frozen=True, slots=True)
class Change:
    """What a file becomes, and what to tell about it."""

    content: bytes | None
    """None where all is there already."""
    said: str


Refusal = Callable[[DataFile, bytes], None]
"""Raises an error where the new content of a file may not be written."""


def deliver(file: DataFile, change: Change, refuse_faults: Refusal, *, dry_run: bool) -> None:
    """Write the change, or show it; nothing is written that does not stand up to the check."""
    if change.content is None:
        output.say(change.said)
        return
    refuse_faults(file, change.content)
    if dry_run:
        output.product(difference(file.path, file.content, change.content))
        output.say("CHƯA GHI — chạy thử")
        return
    write_below(file.root, file.path, change.content)
    output.say(change.said)
