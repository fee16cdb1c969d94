"""One thing wrong with the data, in the user's words, at a place in a file."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: only an error stops a command."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A span in a file; lines and columns count from 1, columns in code points."""

    path: str
    """Relative to the data directory, with forward slashes."""
    line: int
    column: int
    end_line: int
    end_column: int
    """The column after the last character."""

    @classmethod
    def start_of(cls, path: str) -> "Location":
        """The place for a finding that concerns a file as a whole."""
        return cls(path, 1, 1, 1, 1)

    def __str__(self) -> str:
        """Write the place as editors and terminals understand it."""
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that takes part in a finding, and what stands there."""

    message: str
    at: Location


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with the data, in the user's words, at a place in a file."""

    code: str
    severity: Severity
    message: str
    """One Vietnamese sentence that says what is wrong with which thing."""
    at: Location
    hint: str | None = None
    """What to do about it."""
    related: tuple[Related, ...] = ()
    about: str | None = None
    """The record that the finding is about, as known issues name it: `targets.khach-du-lich-2026`."""


def in_reading_order(findings: list[Finding]) -> list[Finding]:
    """The findings by file, place and code, each one once."""
    return sorted(dict.fromkeys(findings), key=lambda f: (f.at, f.code, f.message))
