"""A decision as a step of an initiative's history: where it goes, and whether it can be."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from thidua_cli.cli.data_files import Change, DataFile
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.diagnostics.written import WrittenList
from thidua_cli.model.initiatives import Initiative, StatusChange
from thidua_cli.progress.initiative_words import LEVEL_WORDS, STATE_WORDS
from thidua_cli.progress.recognition import recognitions_on
from thidua_cli.reading.yaml_edit import append_item, set_scalar
from thidua_cli.reading.yaml_source import read_yaml
from thidua_cli.reading.yaml_text import Data
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.letters import fold, near


@dataclass(frozen=True, slots=True)
class Step:
    """What a council decided."""

    status: str
    on: date
    level: str
    said: Mapping[str, str]
    """`council`, `decision` and `because`, as far as they are given."""


def find_initiative(repository: Repository, name: str) -> Initiative:
    """The initiative with this id; raises ThiduaError when there is none."""
    known = {i.id: i for file in repository.initiatives.values() for i in file.initiatives}
    found = known.get(name) or next((i for i in known.values() if fold(i.id) == fold(name)), None)
    if found is not None:
        return found
    begun = [id_ for id_ in known if fold(id_).startswith(fold(name))]
    guess = begun[0] if len(begun) == 1 else near(name, known)
    raise ThiduaError(
        f"Không có sáng kiến nào mang mã “{name}”.",
        hint=f"Có phải “{guess}”?" if guess else "Xem các mã: thidua initiative list",
    )


def with_step(bank: DataFile, initiative: Initiative, step: Step) -> Change:
    """The file with the step at the end of the history; a step that is there already is completed."""
    at = _place_of(bank, initiative)
    for number, written in enumerate(initiative.history):
        if (written.status, written.on, written.level) == (step.status, step.on, step.level):
            return _completed(bank, (*at, number), written, step, initiative)
    _refuse_disorder(initiative, step)
    entry: dict[str, Data] = {"status": step.status, "on": str(step.on)}
    if step.level != "unit" or step.status == "recognised":
        entry["level"] = step.level
    content = append_item(bank.content, at, {**entry, **step.said}, bank.path)
    return Change(content, f"Đã ghi vào {bank.path}: {initiative.id} {_worded(step)}.")


def _place_of(bank: DataFile, initiative: Initiative) -> tuple[int, str]:
    data = read_yaml(bank.content, bank.path).data
    assert isinstance(data, WrittenList), "an initiative was read from it"
    ids = [item["id"].casefold() for item in data]
    if ids.count(initiative.id.casefold()) > 1:
        raise ThiduaError(
            f"Trong {bank.path} có hai sáng kiến cùng mang mã “{initiative.id}”.",
            hint="Đặt mã khác cho một trong hai: xem thidua validate",
        )
    return ids.index(initiative.id.casefold()), "history"


def _completed(
    bank: DataFile, at: tuple[int | str, ...], written: StatusChange, step: Step, initiative: Initiative
) -> Change:
    content = bank.content
    for key, text in step.said.items():
        before = getattr(written, key)
        if before is None:
            content = set_scalar(content, (*at, key), text, bank.path)
        elif before != text:
            raise ThiduaError(
                f"Bước này của “{initiative.id}” đã ghi {key} là “{before}”, không phải “{text}”.",
                hint="Nếu ghi sai thì sửa trong tệp; quyết định khác thì ghi đúng ngày của nó.",
                at=written.at(key),
            )
    if content == bank.content:
        return Change(None, f"{bank.path} đã ghi {initiative.id} {_worded(step)}; không thay đổi.")
    return Change(content, f"Đã điền thêm vào {bank.path}: {initiative.id} {_worded(step)}.")


def _refuse_disorder(initiative: Initiative, step: Step) -> None:
    last = max(initiative.history, key=lambda before: before.on, default=None)
    if last is not None and step.on < last.on:
        raise ThiduaError(
            f"Ngày {day_short(step.on)} trước bước cuối của “{initiative.id}” "
            f"({STATE_WORDS[last.status]} ngày {day_short(last.on)}).",
            hint="Xem lại --on, hoặc sửa ngày của bước ấy trong tệp.",
            at=last.at("on"),
        )
    standing = {recognition.level: recognition for recognition in recognitions_on(initiative, step.on)}
    if step.status == "recognised" and step.level in standing:
        before = standing[step.level]
        raise ThiduaError(
            f"“{initiative.id}” đã được công nhận cấp {LEVEL_WORDS[step.level]} ngày {day_short(before.on)}.",
            hint="Cấp khác thì ghi --level; ghi sai thì sửa trong tệp.",
            at=before.at("status"),
        )
    if step.status == "revoked" and step.level not in standing:
        raise ThiduaError(
            f"“{initiative.id}” chưa được công nhận cấp {LEVEL_WORDS[step.level]} nên không hủy được.",
            hint="Xem lại mã, --level và --on: thidua initiative list",
        )


def _worded(step: Step) -> str:
    return f"{STATE_WORDS[step.status]} cấp {LEVEL_WORDS[step.level]} ngày {day_short(step.on)}"
