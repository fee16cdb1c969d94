"""What a clerk may write as the value of a target or a task: a figure, a pair of figures, or a state in words."""

from collections.abc import Mapping

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.model.results import ReportedValue
from thidua_cli.model.target_sheets import Task
from thidua_cli.model.targets.catalogue import AnyTarget
from thidua_cli.model.targets.milestones import MilestoneTarget
from thidua_cli.progress.verdicts import TaskStanding
from thidua_cli.progress.words import TASK_WORDS
from thidua_cli.reading.validation import validate
from thidua_cli.reading.yaml_source import read_yaml
from thidua_cli.reading.yaml_text import Data, item_lines
from thidua_cli.repository.index import CampaignFolder
from thidua_cli.vietnamese.letters import fold, near

Reportable = AnyTarget | Task

_DONE_OR_NOT = (TaskStanding.DONE, TaskStanding.UNDER_WAY, TaskStanding.NOT_STARTED)
_KEPT_OR_NOT = (TaskStanding.KEPT, TaskStanding.BROKEN)


def find_reportable(folder: CampaignFolder, name: str) -> Reportable:
    """The target or task with this id; what a target says again is reported under the first one.

    Raises ThiduaError when there is none.
    """
    known: dict[str, Reportable] = {fold(one.id): one for one in folder.sheet.every_target}
    known |= {fold(task.id): task for task in folder.sheet.tasks}
    found = known.get(fold(name))
    if found is None:
        guess = near(name, [one.id for one in known.values()])
        raise ThiduaError(
            f"{folder.id} không có chỉ tiêu hay nhiệm vụ nào mang mã “{name}”.",
            hint=f"Có phải “{guess}”?" if guess else f"Xem các mã: thidua list targets -c {folder.id}",
        )
    if isinstance(found, Task):
        return found
    return known.get(fold(found.reported_as), found)


def has_state(item: Reportable) -> bool:
    """Whether a state is reported, not a figure."""
    return isinstance(item, Task | MilestoneTarget)


def read_value(item: Reportable, said: str) -> dict[str, Data]:
    """The value as it is written into data: `value`, `of` or `state`; raises ThiduaError for one that fits not."""
    if has_state(item):
        return {"state": _state(item, said)}
    part, slash, whole = (text.strip() for text in said.partition("/"))
    value: dict[str, Data] = {"of": [part, whole]} if slash else {"value": said}
    read_reported(value)
    return value


def read_figure(said: str) -> str:
    """A figure as it is written into data; raises ThiduaError for a text that is none, or one of two."""
    read_reported({"value": said})
    return said


def read_reported(value: Mapping[str, Data]) -> None:
    """Raise ThiduaError, in the words of the rule, where data would refuse the value."""
    data = read_yaml("\n".join(item_lines(value, 0)).encode(), "").data
    assert isinstance(data, list), "an item of a list is a list"
    _, findings = validate(data[0], ReportedValue)
    if findings:
        raise ThiduaError(findings[0].message, hint=findings[0].hint)


def _state(item: Reportable, said: str) -> str:
    zero = isinstance(item, Task) and item.kind == "zero-tolerance"
    states = _KEPT_OR_NOT if zero else _DONE_OR_NOT
    wanted = fold(said).removeprefix("da ")  # “đã hoàn thành”
    found = next((state for state in states if wanted in {fold(state), fold(TASK_WORDS[state])}), None)
    if found is None:
        listed = "; ".join(f"{TASK_WORDS[state]} ({state})" for state in states)
        raise ThiduaError(f"“{said}” không phải là trạng thái của “{item.id}”.", hint=f"Hãy ghi: {listed}.")
    return found.value
