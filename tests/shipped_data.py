"""The data that ship with the program, read once for all tests that look at them."""

import re
from functools import cache

from console import TOP
from thidua_cli.repository.index import CampaignFolder
from thidua_cli.repository.loading import Loaded, load


@cache
def shipped() -> Loaded:
    return load(TOP)


def shipped_plan(campaign: str) -> str:
    """The prose of a plan as it is written."""
    plan = shipped().repository.campaigns[campaign].plan
    assert plan is not None
    return plan.text


def sections(plan: str) -> list[tuple[int, str, str]]:
    """Each heading of a plan's prose with its level and what stands below it."""
    found = re.findall(r"^(#+) (.*)\n((?:(?!#).*\n?)*)", plan, re.MULTILINE)
    return [(len(marks), heading.strip(), body) for marks, heading, body in found]


def items(body: str, mark: str = "-") -> int:
    """How many items of a list begin with the mark."""
    return sum(line.startswith(f"{mark} ") for line in body.split("\n"))


def outline(plan: str) -> list[tuple[int, str, int]]:
    """Each heading with its level and how many items stand below it."""
    return [(level, heading, items(body)) for level, heading, body in sections(plan)]


def drawn(plan: str) -> list[tuple[str, str]]:
    """The targets, tasks and contents that the prose draws from the data."""
    return re.findall(r'\{\{ (target|task|content)\("([^"]+)"\) \}\}', plan)


def to_draw(folder: CampaignFolder) -> list[tuple[str, str]]:
    """Every target, task and content of the data, as `drawn` has them."""
    return [
        *(("target", target.id) for target in folder.sheet.targets),
        *(("task", task.id) for task in folder.sheet.tasks),
        *(("content", content.id) for content in folder.campaign.contents),
    ]


def typed(plan: str) -> str:
    """The prose without what it draws."""
    return re.sub(r"\{\{.*?\}\}", "", plan)
