"""Cases of rules: small data directories beside what must be said about them, one file a rule."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from thidua_cli.diagnostics.finding import Finding
from thidua_cli.documents import plan_checks, style_checks
from thidua_cli.repository.index import Repository
from thidua_cli.rules.catalogue import ALL_CHECKS

CHECKS = (*ALL_CHECKS, *plan_checks.CHECKS, *style_checks.CHECKS)
FOLDER = Path(__file__).parent / "rules" / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """A data directory that breaks a rule (`sai`) or keeps it (`dung`)."""

    code: str
    breaks: bool
    title: str
    files: dict[str, str | bytes | Path]
    findings: tuple[str, ...]
    """`path:line:column code message`, in reading order; only those of the rule."""

    def __str__(self) -> str:
        return f"{self.code}-{'sai' if self.breaks else 'dung'}-{self.title}"


def all_cases() -> list[Case]:
    return [case for path in sorted(FOLDER.glob("*.yaml")) for case in _cases_of(path)]


def _cases_of(path: Path) -> list[Case]:
    written: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf-8"))
    return [
        Case(
            code=path.stem,
            breaks="sai" in case,
            title=case.get("sai") or case["dung"],
            files={name: _content(content) for name, content in case["files"].items()},
            findings=tuple(case.get("findings", "").splitlines()),
        )
        for case in written
    ]


def _content(written: str | dict[str, Any]) -> str | bytes | Path:
    """Text as it stands; under `bytes`, each character stands for one byte, `times` over; under `link`, a link."""
    match written:
        case str():
            return written
        case {"link": target}:
            return Path(target)
        case _:
            return bytes(written["bytes"].encode("latin-1") * written.get("times", 1))


def run(repository: Repository) -> list[Finding]:
    """Everything in the repository that breaks a rule about records, or about plans and spelling, rule by rule."""
    return [finding for check in CHECKS for finding in check.run(repository)]
