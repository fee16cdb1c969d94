"""The entry of a single value: where it goes, and whether it is there already or contradicts what is."""

from collections.abc import Iterator
from textwrap import shorten

from thidua_cli.cli.data_files import Change, DataFile
from thidua_cli.cli.figure_words import value_words
from thidua_cli.cli.record_questions import NewValue
from thidua_cli.cli.written_forms import name_of, plain
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.documents.phrases import level_unit
from thidua_cli.model.results import ReportedState, ReportedValue, ResultEntry
from thidua_cli.model.target_sheets import Task
from thidua_cli.progress.verdicts import TaskStanding
from thidua_cli.progress.words import ESTIMATED, TASK_WORDS
from thidua_cli.reading.validation import validate
from thidua_cli.reading.yaml_edit import append_item
from thidua_cli.reading.yaml_source import read_yaml
from thidua_cli.reading.yaml_text import Data, item_lines
from thidua_cli.repository.index import Repository

_Reported = ReportedValue | ReportedState

_NAME = 48
"""As much of a name as it takes to know it again."""


def with_value(file: DataFile, new: NewValue, repository: Repository) -> Change:
    """The file with one more entry at its end; a value that stands there already changes nothing.

    Raises ThiduaError for another value of the same period that does not say which one it corrects.
    """
    item = _item(new)
    value = _value_in(_read(item), new)
    name = shorten(new.item.name, _NAME, placeholder=" …")
    said = f"{name} = {worded(value, new)}, {new.period.in_words}, {name_of(new.unit, repository)}"
    before = list(_said_before(new))
    for entry, known in before:
        if entry.source == new.source and _same(known, value):
            at = entry.at(new.section, new.item.id)
            return Change(None, f"Đã có trong {at}: {said} ({new.source}); không thay đổi.")
    if before and new.revises is None:
        _refuse_contradiction(new, *before[-1])
    content = append_item(file.content or _head(new, repository), (), item, file.path)
    return Change(content, f"Đã ghi vào {file.path}: {said}.")


def worded(value: _Reported, new: NewValue) -> str:
    """The value as it is told to the clerk: `ước 850,5 tỷ đồng`, `14/20`, `“Xuất siêu”`, `hoàn thành`."""
    if isinstance(value, ReportedState):
        return TASK_WORDS[TaskStanding(value.state)]
    estimated = f"{ESTIMATED} " if value.estimate else ""
    unit = "" if isinstance(new.item, Task) else level_unit(new.item)
    return plain(f"{estimated}{value_words(value, unit)}")


def _said_before(new: NewValue) -> Iterator[tuple[ResultEntry, _Reported]]:
    """What the unit has said about the same thing and the same period."""
    results = new.folder.results.get(new.unit)
    for entry in results.entries if results else ():
        known = _found(entry, new)
        if known is not None and entry.period == new.period:
            yield entry, known


def _same(known: _Reported, value: _Reported) -> bool:
    """Whether the two say the same; a note adds nothing to a value."""
    left, right = (one.model_dump(exclude={"note"}) for one in (known, value))
    return type(known) is type(value) and left == right


def _refuse_contradiction(new: NewValue, entry: ResultEntry, known: _Reported) -> None:
    raise ThiduaError(
        f"“{new.item.id}” {new.period.in_words} của đơn vị này đã ghi {worded(known, new)} ({entry.source}).",
        hint=f'Nếu là đính chính thì ghi thêm: --revises "{entry.source}"',
        at=entry.at(new.section, new.item.id),
    )


def _item(new: NewValue) -> dict[str, Data]:
    alone = next(iter(new.written.values())) if len(new.written) == 1 else None
    value: Data = alone if isinstance(alone, str) else dict(new.written)
    head: dict[str, Data] = {"period": new.period.text, "as_of": str(new.as_of), "source": new.source}
    if new.revises is not None:
        head["revises"] = new.revises
    return {**head, new.section: {new.item.id: value}}


def _read(item: dict[str, Data]) -> ResultEntry:
    """The entry as it will be read again."""
    data = read_yaml("\n".join(item_lines(item, 0)).encode(), "").data
    assert isinstance(data, list), "an item of a list is a list"
    entry, findings = validate(data[0], ResultEntry)
    if entry is None:
        raise ThiduaError(findings[0].message, hint=findings[0].hint)
    return entry


def _value_in(entry: ResultEntry, new: NewValue) -> _Reported:
    found = _found(entry, new)
    assert found is not None, "the entry was made for it"
    return found


def _found(entry: ResultEntry, new: NewValue) -> _Reported | None:
    return entry.tasks.get(new.item.id) if isinstance(new.item, Task) else entry.values.get(new.item.id)


def _head(new: NewValue, repository: Repository) -> bytes:
    return (
        f"# Kết quả của {name_of(new.unit, repository)} trong phong trào {new.folder.id}.\n"
        "# Giải thích từng khóa: thidua explain, rồi tên khóa\n"
    ).encode()
