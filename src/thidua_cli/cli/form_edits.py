"""The files of the data directory as returned forms change them; every other byte stays as it is."""

from dataclasses import dataclass
from pathlib import Path

from thidua_cli.cli.changed_data import new_errors, with_file
from thidua_cli.cli.data_files import DataFile
from thidua_cli.cli.form_reading import Incoming
from thidua_cli.cli.initiative_answers import read_authors
from thidua_cli.cli.initiative_questions import NewInitiative
from thidua_cli.cli.initiative_records import with_initiative
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.diagnostics.finding import Finding
from thidua_cli.documents.drafts import narrative_draft
from thidua_cli.forms.answers import with_answers
from thidua_cli.forms.changes import Change, entries_of
from thidua_cli.forms.faults import Fault
from thidua_cli.forms.returned import GivenAnswer, InitiativeRow, Key
from thidua_cli.reading.yaml_edit import append_item
from thidua_cli.repository.index import Repository
from thidua_cli.repository.layout import initiative_file, narrative_file, result_file


@dataclass(frozen=True, slots=True)
class Edit:
    """A file before and after."""

    before: bytes | None
    """None where there is no file yet."""
    content: bytes


@dataclass(frozen=True, slots=True)
class Edits:
    """Everything that is to be written, and what is left to a person."""

    files: dict[str, Edit]
    """By path, relative to the data directory."""
    changes: tuple[tuple[str, Change], ...]
    """What results gain, each once, by the form that says it first."""
    initiatives: tuple[InitiativeRow, ...]
    answers: tuple[GivenAnswer, ...]
    """Answers that go into a narrative."""
    different: tuple[tuple[str, GivenAnswer], ...]
    """Answers to what somebody has answered otherwise, with the file that holds it; they are not written."""


def edits_of(incoming: tuple[Incoming, ...], repository: Repository, root: Path) -> tuple[Edits, list[Fault]]:
    """What the forms change, and what in it would leave the data with errors that they do not have now."""
    making = _Making(root, repository)
    for one in incoming:
        making.add_results(one)
        making.add_initiatives(one)
        making.add_answers(one)
    errors = new_errors(repository, making.repository)
    faults = [
        *making.faults,
        *(_fault_of(error, incoming) for error in errors),
    ]
    files = {path: edit for path, edit in making.files.items() if edit.content != (edit.before or b"")}
    told = (tuple(making.changes), tuple(making.initiatives), tuple(making.answers), tuple(making.different))
    return Edits(files, *told), faults


def _fault_of(error: Finding, incoming: tuple[Incoming, ...]) -> Fault:
    """An error of the data as they would be, at the cell that brings it."""
    hint = error.hint or "Sửa số liệu trong biểu."
    for one in incoming:
        if str(result_file(one.form.campaign, one.form.unit)) == error.at.path:
            for statement in one.returned.said:
                if error.about in {f"targets.{statement.id}", f"tasks.{statement.id}"}:
                    return statement.at.fault(error.message, hint)
    return Fault(error.at.path, error.message, hint)


class _Making:
    """The edits as they grow, and the repository as it would be with them."""

    def __init__(self, root: Path, repository: Repository) -> None:
        self._root = root
        self.repository = repository
        self.files: dict[str, Edit] = {}
        self.faults: list[Fault] = []
        self.changes: list[tuple[str, Change]] = []
        self.initiatives: list[InitiativeRow] = []
        self.answers: list[GivenAnswer] = []
        self.different: list[tuple[str, GivenAnswer]] = []
        self._seen: set[tuple[str, ...]] = set()

    def add_results(self, one: Incoming) -> None:
        fresh = tuple(c for c in one.changes if self._is_first(one, c.statement.key))
        if not fresh:
            return
        self.changes += [(one.returned.file, change) for change in fresh]
        path = str(result_file(one.form.campaign, one.form.unit))
        results = self.repository.campaigns[one.form.campaign].results.get(one.form.unit)
        taken = frozenset(entry.source for entry in (results.entries if results else ()))
        content = self._content(path)
        if not content:
            content = (
                f"# Kết quả của {one.form.unit_name} trong phong trào {one.form.campaign}.\n"
                "# Giải thích từng khóa: thidua explain, rồi tên khóa\n"
            ).encode()
        for entry in entries_of(one.returned, fresh, taken):
            content = append_item(content, (), entry, path)
        self._put(path, content)

    def add_initiatives(self, one: Incoming) -> None:
        for row in one.returned.initiatives:
            if not self._is_first(one, row.key):
                continue
            try:
                self._add_initiative(one, row)
            except ThiduaError as error:
                self.faults.append(row.at.fault(error.message, error.hint or "Sửa dòng này."))

    def _add_initiative(self, one: Incoming, row: InitiativeRow) -> None:
        authors = read_authors(row.authors, self.repository)
        new = NewInitiative(
            title=row.title,
            authors=authors,
            unit=one.form.unit,
            on=row.registered_on,
            field=row.subject,
            first_applied=row.applied_on,
            campaign=one.form.campaign,
        )
        path = str(initiative_file(new.year, new.unit))
        bank = DataFile(self._root, path, self._content(path))
        change = with_initiative(bank, new, self.repository)
        if change.content is not None:
            self._put(bank.path, change.content)
            self.initiatives.append(row)

    def add_answers(self, one: Incoming) -> None:
        answers = tuple(a for a in one.returned.answers if self._is_first(one, a.key))
        if not answers:
            return
        path = str(narrative_file(one.form.campaign, one.form.unit, one.choice.period.text, one.choice.kind))
        before = self._content(path).decode("utf-8", errors="strict")
        text, different = with_answers(before or narrative_draft(one.choice), answers)
        self.different += [(path, answer) for answer in different]
        if text != before:
            self.answers += [answer for answer in answers if answer not in different]
            self._put(path, text.encode())

    def _is_first(self, one: Incoming, key: Key) -> bool:
        """Whether no other file of the unit in this run has said the same already."""
        whole = (one.form.campaign, one.form.unit, one.form.period.text, one.form.kind, *key)
        known = whole in self._seen
        self._seen.add(whole)
        return not known

    def _content(self, path: str) -> bytes:
        """What the file holds by now; it is read once."""
        if path not in self.files:
            file = self._root / path
            before = file.read_bytes() if file.exists() else None
            self.files[path] = Edit(before, before or b"")
        return self.files[path].content

    def _put(self, path: str, content: bytes) -> None:
        self.files[path] = Edit(self.files[path].before, content)
        self.repository = with_file(self.repository, path, content)
