"""A new campaign from an earlier one: the same words, with its dates, figures and number opened up."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from thidua_cli.diagnostics.finding import Location
from thidua_cli.documents.drafts import PlanAnswers
from thidua_cli.model.campaigns import ON_ISSUE
from thidua_cli.model.target_sheets import TargetSheet
from thidua_cli.reading.yaml_edit import Steps, remove_key, set_scalar
from thidua_cli.repository.index import CampaignFolder
from thidua_cli.repository.layout import CAMPAIGN_FILE, PLAN_FILE, TARGETS_FILE

_OF_THE_OLD = ("known_issues", "specimen")
"""Keys that belong to the earlier paper alone."""
_DRAWN = re.compile(r'\{\{ *(?:target|figure)\("([^"]+)"\) *\}\}')
_YEAR = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True, slots=True)
class EarlierPlan:
    """A campaign as it is written, to start from."""

    folder: CampaignFolder
    files: Mapping[str, bytes]
    """Its `campaign.yaml`, `targets.yaml` and `plan.md`, as far as they are there."""


def copied(earlier: EarlierPlan, answers: PlanAnswers) -> dict[str, str]:
    """The files of the new campaign: what was said is filled in, what the year changes is open."""
    files = {CAMPAIGN_FILE: _campaign(earlier, answers)}
    if TARGETS_FILE in earlier.files:
        files[TARGETS_FILE] = _targets(earlier)
    if PLAN_FILE in earlier.files:
        files[PLAN_FILE] = _prose(earlier)
    return files


def _campaign(earlier: EarlierPlan, answers: PlanAnswers) -> str:
    content, campaign = earlier.files[CAMPAIGN_FILE], earlier.folder.campaign
    for key in _OF_THE_OLD:
        if key in campaign.written:
            content = remove_key(content, key, CAMPAIGN_FILE)
    for steps, value in (*_said(answers), *_opened(earlier.folder)):
        if value is not None or _is_there(campaign.written, steps):
            content = set_scalar(content, steps, value, CAMPAIGN_FILE)
    return _headed(content.decode("utf-8-sig"), earlier)


def _headed(text: str, earlier: EarlierPlan) -> str:
    """The file with a first comment of its own; that of the earlier plan was about that one."""
    lines = text.splitlines()
    start = next((number for number, line in enumerate(lines) if not line.startswith("#")), 0)
    origin = f"# Bắt đầu từ {earlier.folder.id}; ngày và con số để ngỏ."
    return "\n".join((f"{origin} Giải thích từng khóa: thidua explain, rồi tên khóa", *lines[start:], ""))


def _said(answers: PlanAnswers) -> Iterator[tuple[Steps, str | None]]:
    """What the clerk has answered, by its place."""
    yield ("name",), answers.name
    yield ("issuer",), answers.issuer
    yield ("slogan",), answers.slogan
    yield ("document", "number"), answers.number
    yield ("document", "date"), str(answers.issued_on) if answers.issued_on else None
    yield ("document", "place"), answers.place
    yield ("document", "verb"), answers.verb
    yield ("period", "from"), answers.start.text if answers.start else ON_ISSUE
    yield ("period", "to"), answers.end.text


def _opened(folder: CampaignFolder) -> Iterator[tuple[Steps, str | None]]:
    """Every date of the earlier plan that a person must set anew, and what was said of its draft."""
    campaign = folder.campaign
    yield ("document", "draft"), None
    yield ("document", "urgency"), None
    for number, _ in enumerate(campaign.milestones):
        yield ("milestones", number, "when"), None
    for number, _ in enumerate(campaign.reports):
        for key in ("before", "by", "period"):
            yield ("reports", number, key), None
    for outer, assignment in enumerate(campaign.assignments):
        for inner, _ in enumerate(assignment.duties):
            for key in ("before", "by"):
                yield ("assignments", outer, "duties", inner, key), None


def _is_there(data: Any, steps: Steps) -> bool:
    for step in steps:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return False
    return True


def _targets(earlier: EarlierPlan) -> str:
    """The sheet with its targets, and the criteria that carry them, as comments until they have new figures.

    The deadlines of its tasks are open.
    """
    content, sheet = earlier.files[TARGETS_FILE], earlier.folder.sheet
    for number, task in enumerate(sheet.tasks):
        if task.by is not None:
            content = set_scalar(content, ("tasks", number, "by"), None, TARGETS_FILE)
    text = content.decode("utf-8-sig")
    closed = sorted({*_lines_of_targets(sheet), *_lines_of_criteria(sheet)})
    lines = text.splitlines()
    heading = f"# Mức của {earlier.folder.id}: ghi mức mới rồi bỏ dấu # ở đầu các dòng của chỉ tiêu."
    for number in closed:
        if lines[number].strip():
            lines[number] = f"# {lines[number]}"
    if closed:
        lines.insert(closed[0], heading)
    return _headed("\n".join(lines), earlier)


def _lines_of_targets(sheet: TargetSheet) -> Iterator[int]:
    """From the first target to the last, with the comments between them."""
    if sheet.targets:
        first, last = sheet.targets[0].at(), sheet.targets[-1].at()
        yield from range(first.line - 1, _last_line(last) + 1)


def _lines_of_criteria(sheet: TargetSheet) -> Iterator[int]:
    for criterion in sheet.criteria:
        if criterion.targets:
            yield from range(criterion.at().line - 1, _last_line(criterion.at()) + 1)


def _last_line(at: Location) -> int:
    """The number, from 0, of the last line of a block, which may end where the next one begins."""
    return at.end_line - 1 if at.end_column > 1 else at.end_line - 2


def _prose(earlier: EarlierPlan) -> str:
    """The prose with a blank for each figure, and for each year that is typed."""
    text, folder = earlier.files[PLAN_FILE].decode("utf-8-sig"), earlier.folder
    names = {target.id: target.name for target in folder.sheet.every_target}
    text = _DRAWN.sub(lambda found: f"[[mức mới của “{names.get(found[1], found[1])}”?]]", text)
    parts = re.split(r"(\{\{.*?\}\}|\[\[.*?\]\])", text)
    return "".join(
        part if number % 2 else _YEAR.sub(lambda found: f"[[năm nào? trước đây là {found[0]}]]", part)
        for number, part in enumerate(parts)
    )
