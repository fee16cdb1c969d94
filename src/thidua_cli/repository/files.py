"""Files of a data directory: one that cannot be read becomes a finding, and never hides another."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from thidua_cli.diagnostics.finding import Finding, Location
from thidua_cli.model.record import Record
from thidua_cli.reading import codes
from thidua_cli.reading.front_matter import ProseReading, read_prose, read_with_front_matter
from thidua_cli.reading.validation import validate
from thidua_cli.reading.yaml_source import read_yaml
from thidua_cli.repository.reach import Reach, Refusal, faults_of_names, is_unprintable

R = TypeVar("R", bound=Record)


class DataFiles:
    """The files below a data directory; keeps what was found wrong and how many were read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._reach = Reach(root)
        self.findings: list[Finding] = []
        self.read = 0

    def record(self, path: str, record: type[R]) -> R | None:
        """The record that a YAML file holds, or None when the file cannot be understood."""
        content = self._bytes(path)
        if content is None:
            return None
        reading = read_yaml(content, path)
        self.findings += reading.findings
        if reading.data is None:
            return None
        found, findings = validate(reading.data, record)
        self.findings += _without_echoes(findings, reading.findings)
        return found

    def settings(self, path: str, default: R) -> R:
        """The record that a file holds; the default where the file says nothing, for each of its keys has one."""
        before = len(self.findings)
        found = self.record(path, type(default))
        self.findings[before:] = [f for f in self.findings[before:] if f.code != codes.EMPTY_FILE.code]
        return found or default

    def narrative(self, path: str, head: type[R]) -> tuple[R | None, ProseReading | None]:
        """The head and the prose of a Markdown file."""
        content = self._bytes(path)
        if content is None:
            return None, None
        prose = read_with_front_matter(content, path)
        self.findings += prose.findings
        if prose.head is None:
            return None, prose
        found, findings = validate(prose.head, head)
        self.findings += _without_echoes(findings, prose.findings)
        return found, prose

    def prose(self, path: str) -> str | None:
        """The text of a Markdown file."""
        content = self._bytes(path)
        if content is None:
            return None
        reading = read_prose(content, path)
        self.findings += reading.findings
        return reading.body

    def exists(self, path: str) -> bool:
        """Whether something is there under the name of the file."""
        place = self.root / path
        return place.is_symlink() or place.exists()

    def children(self, path: str) -> Iterator[Path]:
        """What a folder holds, by name, without what editors and systems leave behind."""
        for name in self._names(path):
            yield self.root / path / name

    def _names(self, path: str) -> Iterator[str]:
        found = self._reach.names(path)
        if isinstance(found, Refusal):
            self._refuse(found)
            return
        names = [name for name in found if not name.startswith((".", "~$"))]
        self.findings += faults_of_names(path, names)
        for name in names:
            if not is_unprintable(name):
                yield name

    def of_kind(self, path: str, suffix: str, hint: str) -> Iterator[tuple[str, str]]:
        """Path and stem of the files of a folder that have the suffix; what else lies there is stray."""
        for name in self._names(path):
            if name.endswith(suffix):
                yield f"{path}/{name}", name.removesuffix(suffix)
            else:
                self.stray(f"{path}/{name}", hint)

    def folders(self, path: str, hint: str) -> Iterator[tuple[str, str]]:
        """Path and name of the folders in a folder; what else lies there is stray."""
        for child in self.children(path):
            name = f"{path}/{child.name}"
            if child.is_dir():
                yield name, child.name
            else:
                self.stray(name, hint)

    def stray(self, path: str, hint: str) -> None:
        """Report a file that stands where none is looked for."""
        finding = codes.STRAY_FILE.finding(
            f"thidua không đọc “{path}”.", at=Location.start_of(path), hint=hint
        )
        self.findings.append(finding)

    def _bytes(self, path: str) -> bytes | None:
        content = self._reach.read(path)
        if isinstance(content, Refusal):
            self._refuse(content)
            return None
        self.read += 1
        return content

    def _refuse(self, why: Refusal) -> None:
        self.findings.append(why.rule.finding(why.message, at=Location.start_of(why.path), hint=why.hint))


def _without_echoes(findings: list[Finding], said: tuple[Finding, ...]) -> list[Finding]:
    """The findings of validation without those on values in which reading has found fault: one cause, one finding."""
    return [f for f in findings if not any(_stands_in(one.at, f.at) for one in said)]


def _stands_in(place: Location, value: Location) -> bool:
    """Whether a place lies in a value on one line, or where a longer one begins."""
    if (place.line, place.column) == (value.line, value.column):
        return True
    return value.line == value.end_line == place.line and value.column <= place.column < value.end_column
