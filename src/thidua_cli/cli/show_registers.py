"""Entries of the registers in full: a document with what hangs on it, an indicator with what each campaign asks."""

from collections.abc import Iterator
from datetime import date

from thidua_cli.cli.citations import ROLES, citations_of
from thidua_cli.cli.envelope import place
from thidua_cli.cli.linked_lines import campaigns_line, documents_line, duties_line, unit_line
from thidua_cli.cli.sheets import Line, Sheet, fact, facts
from thidua_cli.cli.written_forms import goal_of, moment_of, number_of, paper_date
from thidua_cli.model.documents import OfficialDocument
from thidua_cli.model.indicators import Indicator
from thidua_cli.model.targets.shares import ShareTarget
from thidua_cli.model.targets.target import Target
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.repository.lineage import all_below, carrying_out
from thidua_cli.repository.needs import measures
from thidua_cli.vietnamese.numbers import figure

DIRECTIONS = {"up": "càng cao càng tốt", "down": "càng thấp càng tốt"}


def document_sheet(document: OfficialDocument, repository: Repository) -> Sheet:
    """A document, what it carries out, and which plans, targets and duties hang on it."""
    below = all_below(document.id, repository)
    folders = [repository.campaigns[name] for name in below if name in repository.campaigns]
    direct = carrying_out(document.id, repository)
    through = [folder.id for folder in folders if folder.id not in direct]
    lines = (
        fact("Mã", "id", document.id),
        fact("Loại", "type", document.type),
        fact("Số", "number", document.number),
        fact("Ngày", "date", str(document.date) if document.date else None, paper_date(document.date)),
        unit_line("Cơ quan ban hành", "issuer", document.issuer, repository),
        fact("Nội dung", "subject", document.subject),
        fact("Có hiệu lực từ", "from", *_day(document.in_force_from)),
        fact("Hết hiệu lực sau", "to", *_day(document.in_force_to)),
        documents_line(
            "Thay bằng", "replaced_by", (document.replaced_by,) if document.replaced_by else (), repository
        ),
        documents_line("Triển khai", "implements", document.implements, repository),
        documents_line(
            "Văn bản dựa vào nó",
            "carried_out_by",
            [name for name in below if name in repository.documents],
            repository,
        ),
        _used_line(document, repository),
        campaigns_line("Qua văn bản khác", "campaigns_through_others", through, repository),
        facts("Chỉ tiêu", "targets", list(_targets(folders)), list(_counted_targets(folders))),
        duties_line("Giao việc cho", "duties", folders, repository),
    )
    return Sheet("document", document.id, number_of(document.id, repository), document.at(), lines)


def indicator_sheet(indicator: Indicator, repository: Repository) -> Sheet:
    """An indicator, and what each campaign asks of it by when."""
    asked = list(targets_of(indicator, repository))
    values = [
        {"campaign": folder.id, "target": target.id, "by": _by(target, folder), **place(target.at())}
        for folder, target in asked
    ]
    words = [
        f"{folder.id}: {asked_of(target)}, {_by_words(target, folder)} ({target.id})"
        for folder, target in asked
    ]
    lines = (
        fact("Mã", "id", indicator.id),
        fact("Tên", "name", indicator.name, ""),
        facts("Tên khác", "aliases", indicator.aliases),
        fact("Đơn vị tính", "unit", indicator.unit),
        fact("Chiều", "better", indicator.better, DIRECTIONS[indicator.better]),
        fact("Cách tính", "method", indicator.method),
        facts("Mức cần đạt", "targets", values, words or ["chưa phong trào nào đặt chỉ tiêu"]),
    )
    return Sheet("indicator", indicator.id, indicator.name, indicator.at(), lines)


def targets_of(indicator: Indicator, repository: Repository) -> Iterator[tuple[CampaignFolder, Target]]:
    """The targets that measure the indicator or count who reaches a level of it, the earliest due first."""
    found = [
        (folder, target)
        for folder in repository.campaigns.values()
        for target in folder.sheet.every_target
        if measures(target, indicator.id)
    ]
    yield from sorted(found, key=lambda pair: _end(pair[1], pair[0]))


def asked_of(target: Target) -> str:
    """`≥ 70%`, and of a count of those who reach a level the level too."""
    goal = goal_of(target)
    if not isinstance(target, ShareTarget) or target.each is None:
        return goal
    each = target.each
    return f"{goal} số đối tượng đạt từ {figure(each.at_least)} {each.unit}"


def _end(target: Target, folder: CampaignFolder) -> str:
    return str((target.by or folder.campaign.period.end).end)


def _by(target: Target, folder: CampaignFolder) -> str:
    return (target.by or folder.campaign.period.end).text


def _by_words(target: Target, folder: CampaignFolder) -> str:
    return f"đến {moment_of(target.by or folder.campaign.period.end)}"


def _day(day: date | None) -> tuple[str | None, str]:
    return (str(day), paper_date(day)) if day else (None, "")


def _used_line(document: OfficialDocument, repository: Repository) -> Line:
    citations = citations_of(document, repository)
    used = [{"campaign": c.campaign, "role": c.role, **place(c.at)} for c in citations]
    words = [f"{c.campaign}: {ROLES[c.role]} ({c.at})" for c in citations]
    return facts("Được dùng ở", "used_by", used, words or ["chưa nơi nào dẫn văn bản này"])


def _targets(folders: list[CampaignFolder]) -> Iterator[str]:
    for folder in folders:
        yield from (f"{folder.id} {target.id}" for target in folder.sheet.targets)


def _counted_targets(folders: list[CampaignFolder]) -> Iterator[str]:
    for folder in folders:
        if folder.sheet.targets:
            listed = ", ".join(target.id for target in folder.sheet.targets)
            yield f"{folder.id}: {listed}"
