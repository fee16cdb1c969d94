"""What there is in a data directory, one kind of record a list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from thidua_cli.cli.checking import campaign_ids
from thidua_cli.cli.envelope import place
from thidua_cli.cli.findings_text import WORDS
from thidua_cli.cli.tables import Column
from thidua_cli.cli.written_forms import goal_of, moment_of, name_of, number_of, paper_date, span_of
from thidua_cli.diagnostics.rule import Rule
from thidua_cli.model.campaigns import Campaign
from thidua_cli.model.documents import OfficialDocument
from thidua_cli.model.indicators import Indicator
from thidua_cli.model.target_sheets import Task
from thidua_cli.model.targets.target import Target
from thidua_cli.model.units import Unit
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.vietnamese.letters import vi_key

_ENOUGH = 60
"""Letters by which a campaign is told from others; `show` says the rest."""
UNIT_KINDS = {
    "body": "cơ quan",
    "division": "phòng, ban",
    "group": "nhóm",
    "role": "chức danh",
    "people": "nhóm người",
}
TASK_KINDS = {"deliverable": "nhiệm vụ", "zero-tolerance": "không để xảy ra", "by-reference": "theo"}


@dataclass(frozen=True, slots=True)
class Item:
    """A record in a list: its cells for people and its facts for programs."""

    cells: tuple[str, ...]
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of records of one kind."""

    columns: tuple[Column, ...]
    items: tuple[Item, ...]


def campaigns(repository: Repository) -> Listing:
    """The campaigns by id, also those that cannot be read."""
    columns = (Column("Mã"), Column("Số"), Column("Thời gian", wraps=True), Column("Phong trào", wraps=True))
    return Listing(columns, tuple(_campaign(id_, repository) for id_ in campaign_ids(repository)))


def units(repository: Repository) -> Listing:
    """The units under their superiors; those side by side by name."""
    columns = (Column("Mã"), Column("Tên", wraps=True), Column("Loại", wraps=True))
    ordered = _by_superior(repository)
    return Listing(columns, tuple(_unit(unit, depth, repository) for unit, depth in ordered))


def targets(folders: Sequence[CampaignFolder], repository: Repository) -> Listing:
    """The targets and tasks of the campaigns, in the order of their files."""
    columns = (
        Column("Phong trào"),
        Column("Mã"),
        Column("Chỉ tiêu, nhiệm vụ", wraps=True),
        Column("Cần đạt", wraps=True),
    )
    items = [item for folder in folders for item in _targets(folder, repository)]
    if len(folders) == 1:
        return Listing(columns[1:], tuple(Item(item.cells[1:], item.facts) for item in items))
    return Listing(columns, tuple(items))


def documents(repository: Repository) -> Listing:
    """The documents in the order of the register."""
    columns = (Column("Mã"), Column("Số"), Column("Ngày"), Column("Văn bản", wraps=True))
    items = (_document(document, repository) for document in repository.documents.values())
    return Listing(columns, tuple(items))


def indicators(repository: Repository) -> Listing:
    """The indicators in the order of the register."""
    columns = (Column("Mã"), Column("Đơn vị tính"), Column("Chỉ số", wraps=True))
    items = (_indicator(indicator) for indicator in repository.indicators.values())
    return Listing(columns, tuple(items))


def rules(known: Sequence[Rule]) -> Listing:
    """The rules by code."""
    columns = (Column("Mã"), Column("Mức"), Column("Quy tắc", wraps=True))
    items = (
        Item(
            (rule.code, WORDS[rule.severity], rule.title),
            {"code": rule.code, "severity": rule.severity.value, "title": rule.title},
        )
        for rule in known
    )
    return Listing(columns, tuple(items))


def _campaign(id_: str, repository: Repository) -> Item:
    folder = repository.campaigns.get(id_)
    if folder is None:
        cells = (id_, "", "", "(tệp có lỗi: xem thidua validate)")
        return Item(cells, {"id": id_, "readable": False})
    campaign = folder.campaign
    facts = {
        "id": id_,
        "readable": True,
        "number": campaign.document.number,
        "date": str(campaign.document.date) if campaign.document.date else None,
        "issuer": campaign.issuer,
        "title": campaign.title,
        "from": campaign.period.start.text if campaign.period.start else None,
        "to": campaign.period.end.text,
        **place(campaign.at()),
    }
    return Item((id_, campaign.document.number or "", span_of(campaign), _short(campaign)), facts)


def _short(campaign: Campaign) -> str:
    """What the campaign is known by, in a few words: its slogan, else how its title begins."""
    known_by = f"“{campaign.slogan}”" if campaign.slogan else campaign.title
    return shorten(known_by, _ENOUGH, placeholder=" …")


def _by_superior(repository: Repository) -> Iterator[tuple[Unit, int]]:
    inferiors: dict[str | None, list[Unit]] = {}
    for unit in sorted(repository.units.values(), key=lambda unit: vi_key(unit.name)):
        superior = repository.parents.get(unit.id)
        inferiors.setdefault(superior if superior in repository.units else None, []).append(unit)
    seen: set[str] = set()
    waiting = [(unit, 0) for unit in reversed(inferiors.get(None, []))]
    while waiting:
        unit, depth = waiting.pop()
        if unit.id not in seen:
            seen.add(unit.id)
            yield unit, depth
            waiting += ((inferior, depth + 1) for inferior in reversed(inferiors.get(unit.id, [])))
    # Units that are their own superiors in a circle hang under nobody; rule TD3 says so, and the list shows them.
    yield from ((unit, 0) for unit in repository.units.values() if unit.id not in seen)


def _unit(unit: Unit, depth: int, repository: Repository) -> Item:
    kind = UNIT_KINDS[unit.kind]
    members = f" ({len(repository.expand(unit.id))} đơn vị)" if unit.members else ""
    facts = {
        "id": unit.id,
        "name": unit.name,
        "kind": unit.kind,
        "system": repository.system_of(unit.id),
        "abbr": list(unit.abbr),
        "symbol": unit.symbol,
        "parent": repository.parents.get(unit.id),
        "members": list(unit.members),
        **place(unit.at()),
    }
    return Item((unit.id, f"{'  ' * depth}{unit.name}", f"{kind}{members}"), facts)


def _targets(folder: CampaignFolder, repository: Repository) -> Iterator[Item]:
    for target in folder.sheet.targets:
        yield _target(target, folder)
    for task in folder.sheet.tasks:
        yield _task(task, folder, repository)


def _target(target: Target, folder: CampaignFolder) -> Item:
    goal = goal_of(target)
    facts = {
        "campaign": folder.id,
        "id": target.id,
        "kind": target.kind,
        "name": target.name,
        "goal": {
            "comparator": target.goal.comparator.value,
            "value": target.goal.text,
            "printed": goal,
        },
        "unit": target.unit,
        "by": target.by.text if target.by else None,
        "reported_by": list(target.reported_by) if target.reported_by is not None else None,
        **place(target.at()),
    }
    return Item((folder.id, target.id, target.name, goal), facts)


def _task(task: Task, folder: CampaignFolder, repository: Repository) -> Item:
    facts = {
        "campaign": folder.id,
        "id": task.id,
        "kind": task.kind,
        "name": task.name,
        "goal": None,
        "unit": None,
        "by": task.by.text if task.by else None,
        "reported_by": list(task.responsible) if task.responsible is not None else None,
        **place(task.at()),
    }
    reference = number_of(task.reference, repository) if task.reference else ""
    wanted = f"{TASK_KINDS[task.kind]} {reference}".strip()
    cell = f"{wanted}, hạn {moment_of(task.by)}" if task.by else wanted
    return Item((folder.id, task.id, task.name, cell), facts)


def _indicator(indicator: Indicator) -> Item:
    facts = {
        "id": indicator.id,
        "name": indicator.name,
        "aliases": list(indicator.aliases),
        "unit": indicator.unit,
        "better": indicator.better,
        **place(indicator.at()),
    }
    return Item((indicator.id, indicator.unit, indicator.name), facts)


def _document(document: OfficialDocument, repository: Repository) -> Item:
    facts = {
        "id": document.id,
        "type": document.type,
        "number": document.number,
        "date": str(document.date) if document.date else None,
        "issuer": document.issuer,
        "subject": document.subject,
        **place(document.at()),
    }
    issuer = name_of(document.issuer, repository)
    words = " ".join(
        part for part in (document.type, f"của {issuer}" if issuer else "", document.subject) if part
    )
    return Item((document.id, document.number or "", paper_date(document.date), words), facts)
