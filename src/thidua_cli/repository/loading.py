"""The data directory as a whole: files in, a repository and all findings out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from thidua_cli.diagnostics.finding import Finding
from thidua_cli.model.allocations import Allocation, AllocationFile
from thidua_cli.model.campaigns import Campaign
from thidua_cli.model.documents import DocumentRegister, OfficialDocument
from thidua_cli.model.indicators import Indicator, IndicatorRegister
from thidua_cli.model.initiatives import InitiativeFile
from thidua_cli.model.narratives import NarrativeHead
from thidua_cli.model.results import ResultFile
from thidua_cli.model.settings import Settings
from thidua_cli.model.target_sheets import TargetSheet
from thidua_cli.model.units import Unit
from thidua_cli.repository import layout
from thidua_cli.repository.files import DataFiles
from thidua_cli.repository.index import CampaignFolder, Narrative, Prose, Repository

E = TypeVar("E", OfficialDocument, Indicator)
_IN_CAMPAIGN = frozenset(
    {
        layout.CAMPAIGN_FILE,
        layout.TARGETS_FILE,
        layout.ALLOCATIONS_FILE,
        layout.PLAN_FILE,
        layout.RESULTS,
        layout.REPORTS,
    }
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A repository, what was found wrong while it was read, and how many files that took."""

    repository: Repository
    findings: tuple[Finding, ...]
    files: int


def load(root: Path) -> Loaded:
    """Everything below the data directory at `root`; a file that cannot be read never hides another."""
    files = DataFiles(root)
    unreadable: set[str] = set()
    settings = files.settings(layout.SETTINGS, Settings()) if files.exists(layout.SETTINGS) else Settings()
    unit_files = tuple(_unit_files(files, unreadable))
    units, parents = _by_id(unit_files)
    documents = _documents(files, unreadable)
    indicators = _indicators(files, unreadable)
    repository = Repository(
        settings=settings,
        units=units,
        parents=parents,
        documents=_first_of_each(documents),
        indicators=_first_of_each(indicators),
        unit_files=unit_files,
        document_entries=documents,
        indicator_entries=indicators,
        campaigns={folder.id: folder for folder in _campaigns(files, unreadable)},
        initiatives=dict(_initiatives(files)),
        unreadable=frozenset(unreadable),
    )
    return Loaded(repository, tuple(files.findings), files.read)


def _unit_files(files: DataFiles, unreadable: set[str]) -> Iterator[Unit]:
    hint = "Tệp đơn vị có đuôi .yaml; tệp khác thì chuyển ra ngoài thư mục này."
    for path, _ in files.of_kind(layout.UNITS, layout.YAML, hint):
        unit = files.record(path, Unit)
        if unit is None:
            unreadable.add("units")
        else:
            yield unit


def _by_id(unit_files: tuple[Unit, ...]) -> tuple[dict[str, Unit], dict[str, str]]:
    units: dict[str, Unit] = {}
    parents: dict[str, str] = {}
    for unit in unit_files:
        for inner, parent in _with_divisions(unit, unit.parent):
            # The first of two units with one id stands, with its own superior; rule TD303 names both.
            if inner.id in units:
                continue
            units[inner.id] = inner
            if parent is not None:
                parents[inner.id] = parent
    return units, parents


def _with_divisions(unit: Unit, parent: str | None) -> Iterator[tuple[Unit, str | None]]:
    yield unit, parent
    for division in unit.divisions:
        yield from _with_divisions(division, division.parent or unit.id)


def _documents(files: DataFiles, unreadable: set[str]) -> tuple[OfficialDocument, ...]:
    if not files.exists(layout.DOCUMENTS):
        return ()
    register = files.record(layout.DOCUMENTS, DocumentRegister)
    if register is None:
        unreadable.add("documents")
        return ()
    return register.documents


def _indicators(files: DataFiles, unreadable: set[str]) -> tuple[Indicator, ...]:
    if not files.exists(layout.INDICATORS):
        return ()
    register = files.record(layout.INDICATORS, IndicatorRegister)
    if register is None:
        unreadable.add("indicators")
        return ()
    return register.indicators


def _first_of_each(entries: tuple[E, ...]) -> dict[str, E]:
    """By id; the first of two with one id stands, and rule TD303 names both."""
    found: dict[str, E] = {}
    for entry in entries:
        found.setdefault(entry.id, entry)
    return found


def _campaigns(files: DataFiles, unreadable: set[str]) -> Iterator[CampaignFolder]:
    hint = "Mỗi phong trào là một thư mục; chuyển tệp vào thư mục của phong trào."
    for path, campaign_id in files.folders(layout.CAMPAIGNS, hint):
        folder = _campaign(files, campaign_id, path)
        if folder is None:
            unreadable.add(campaign_id)
            continue
        plan = f"{path}/{layout.PLAN_FILE}"
        if folder.plan is None and files.exists(plan):
            unreadable.add(plan)
        yield folder


def _campaign(files: DataFiles, campaign_id: str, path: str) -> CampaignFolder | None:
    for child in files.children(path):
        if child.name not in _IN_CAMPAIGN:
            files.stray(
                f"{path}/{child.name}", f"Trong thư mục này chỉ có {', '.join(sorted(_IN_CAMPAIGN))}."
            )
    campaign = files.record(f"{path}/{layout.CAMPAIGN_FILE}", Campaign)
    targets = f"{path}/{layout.TARGETS_FILE}"
    sheet = files.record(targets, TargetSheet) if files.exists(targets) else TargetSheet()
    allocations = _allocations(files, f"{path}/{layout.ALLOCATIONS_FILE}")
    plan = f"{path}/{layout.PLAN_FILE}"
    prose = files.prose(plan) if files.exists(plan) else None
    results = dict(_results(files, path))
    narratives = tuple(_narratives(files, path))
    if campaign is None or sheet is None:
        return None
    return CampaignFolder(
        id=campaign_id,
        path=path,
        campaign=campaign,
        sheet=sheet,
        allocations=allocations,
        plan=None if prose is None else Prose(plan, prose),
        results=results,
        narratives=narratives,
    )


def _allocations(files: DataFiles, path: str) -> tuple[Allocation, ...]:
    found = files.record(path, AllocationFile) if files.exists(path) else None
    return () if found is None else found.allocations


def _results(files: DataFiles, path: str) -> Iterator[tuple[str, ResultFile]]:
    hint = "Tệp kết quả có tên <mã đơn vị>.yaml."
    for name, unit in files.of_kind(f"{path}/{layout.RESULTS}", layout.YAML, hint):
        result = files.record(name, ResultFile)
        if result is not None:
            yield unit, result


def _narratives(files: DataFiles, path: str) -> Iterator[Narrative]:
    place = "Lời văn báo cáo đứng ở reports/<mã đơn vị>/<kỳ>-<loại>.md."
    for folder, unit in files.folders(f"{path}/{layout.REPORTS}", place):
        for name, _ in files.of_kind(folder, layout.MARKDOWN, "Lời văn báo cáo có tên <kỳ>-<loại>.md."):
            head, prose = files.narrative(name, NarrativeHead)
            if head is not None and prose is not None and prose.body is not None:
                yield Narrative(unit, head, Prose(name, prose.body, prose.first_line))


def _initiatives(files: DataFiles) -> Iterator[tuple[tuple[str, str], InitiativeFile]]:
    place = "Sáng kiến đứng ở initiatives/<năm>/<mã đơn vị>.yaml."
    for folder, year in files.folders(layout.INITIATIVES, place):
        for name, unit in files.of_kind(folder, layout.YAML, "Tệp sáng kiến có tên <mã đơn vị>.yaml."):
            found = files.record(name, InitiativeFile)
            if found is not None:
                yield (year, unit), found
