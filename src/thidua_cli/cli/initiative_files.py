"""The files of the initiative bank: read as they stand, and changed without touching anything else."""

from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Self

from thidua_cli.cli import output
from thidua_cli.cli.files import write
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.model.initiatives import InitiativeFile
from thidua_cli.reading.validation import validate
from thidua_cli.reading.yaml_source import read_yaml
from thidua_cli.repository.layout import initiative_file


@dataclass(frozen=True, slots=True)
class BankFile:
    """A file of initiatives as it stands on the disk."""

    root: Path
    path: str
    """Relative to the data directory."""
    content: bytes
    """Empty where there is no file yet."""

    @classmethod
    def read(cls, root: Path, year: int, unit: str) -> Self:
        """The file of a unit and a year, there or not."""
        return cls.at(root, str(initiative_file(year, unit)))

    @classmethod
    def at(cls, root: Path, path: str) -> Self:
        """The file under a path, there or not."""
        file = root / path
        return cls(root, path, file.read_bytes() if file.exists() else b"")


@dataclass(frozen=True, slots=True)
class Change:
    """What a file of the bank becomes, and what to tell about it."""

    content: bytes | None
    """None where all is there already."""
    said: str


def deliver(bank: BankFile, change: Change, *, dry_run: bool) -> None:
    """Write the change, or show it; nothing is written that could not be read again."""
    if change.content is None:
        output.say(change.said)
        return
    _refuse_faults(bank, change.content)
    if dry_run:
        output.product(_difference(bank, change.content))
        output.say("CHƯA GHI — chạy thử")
        return
    file = bank.root / bank.path
    file.parent.mkdir(parents=True, exist_ok=True)
    write(file, change.content)
    output.say(change.said)


def _refuse_faults(bank: BankFile, content: bytes) -> None:
    data = read_yaml(content, bank.path).data
    findings = validate(data, InitiativeFile)[1] if data is not None else []
    if data is None or findings:
        at = findings[0].at if findings else None
        raise ThiduaError(
            f"Tệp “{bank.path}” còn lỗi nên không ghi thêm.", hint="Xem và sửa lỗi: thidua validate", at=at
        )


def _difference(bank: BankFile, content: bytes) -> str:
    before, after = (text.decode("utf-8", errors="replace").splitlines() for text in (bank.content, content))
    lines = unified_diff(before, after, bank.path if bank.content else "/dev/null", bank.path, lineterm="")
    return "".join(f"{line}\n" for line in lines)
