"""The data directory as a whole: files in, a repository and all findings out."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from thidua_cli.diagnostics.finding import Finding
from thidua_cli.model.allocations import Allocation, AllocationFile
from thidua_cli.model.campaigns import Campaign
from thidua_cli.model.documents import DocumentRegister, OfficialDocument
from thidua_cli.model.indicators import Indicator, IndicatorRegister
from thidua_cli.model.narratives import NarrativeHead
from thidua_cli.model.results import ResultFile
from thidua_cli.model.settings import Settings
from thidua_cli.model.target_sheets import TargetSheet
from thidua_cli.model.units import Unit
from thidua_cli.repository import layout
from thidua_cli.repository.bank import Look, with_initiatives
from thidua_cli.repository.files import DataFiles
from thidua_cli.repository.index import CampaignFolder, Narrative, Prose, Repository
from thidua_cli.repository.needs import EVERYTHING, Needs, campaigns_named, needs_initiatives

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


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles: nothing that is read is one, and looking for them takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _past(_: Repository) -> Iterable[Finding]:
    """Find nothing."""
    return ()


@_uncollected()
def load(root: Path, needs: Needs = EVERYTHING, look: Look = _past, *, keep: bool = True) -> Loaded:
    """What is needed of the data directory at `root`; a file that cannot be read never hides another.

    `look` gets the repository with a few files of initiatives at a time; what it finds is among the findings. Unless
    initiatives are to be kept, the repository that comes back reads a file of them anew when it is asked for.
    """
    files = DataFiles(root)
    unreadable: set[str] = set()
    registers = _registers(files, unreadable)
    campaigns = _Campaigns(files, needs.seen_by(registers), registers, unreadable)
    folders = {folder.id: folder for folder in campaigns.folders()}
    folders |= {folder.id: folder for folder in campaigns.cited_by(tuple(folders.values()))}
    left_out = campaigns.left_out
    reads_initiatives = needs_initiatives(needs, folders.values())
    if not reads_initiatives:
        left_out.add(layout.INITIATIVES)
    repository = replace(
        registers, campaigns=folders, unreadable=frozenset(unreadable), left_out=frozenset(left_out)
    )
    if reads_initiatives:
        repository = with_initiatives(repository, files, look, keep=keep)
    return Loaded(repository, tuple(files.findings), files.read)


def campaign_names(root: Path) -> tuple[str, ...]:
    """The ids of all campaigns, by the names of their folders; no file is opened."""
    return tuple(child.name for child in DataFiles(root).children(layout.CAMPAIGNS) if child.is_dir())


def _registers(files: DataFiles, unreadable: set[str]) -> Repository:
    """Settings and registers: what every campaign may name."""
    settings = files.settings(layout.SETTINGS, Settings()) if files.exists(layout.SETTINGS) else Settings()
    unit_files = tuple(_unit_files(files, unreadable))
    units, parents = _by_id(unit_files)
    documents = _documents(files, unreadable)
    indicators = _indicators(files, unreadable)
    return Repository(
        settings=settings,
        units=units,
        parents=parents,
        documents=_first_of_each(documents),
        indicators=_first_of_each(indicators),
        unit_files=unit_files,
        document_entries=documents,
        indicator_entries=indicators,
        unreadable=frozenset(unreadable),
    )


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


class _Campaigns:
    """Reads the folders of campaigns as far as they are needed, and keeps what it left out."""

    def __init__(self, files: DataFiles, needs: Needs, registers: Repository, unreadable: set[str]) -> None:
        self._files = files
        self._needs = needs
        self._registers = registers
        self._unreadable = unreadable
        self.left_out: set[str] = set()

    def folders(self) -> Iterator[CampaignFolder]:
        hint = "Mỗi phong trào là một thư mục; chuyển tệp vào thư mục của phong trào."
        for path, campaign_id in self._files.folders(layout.CAMPAIGNS, hint):
            if not self._needs.wants_campaign(campaign_id):
                self.left_out.add(campaign_id)
                continue
            folder = self._folder(campaign_id, path)
            if folder is None:
                self._unreadable.add(campaign_id)
                continue
            plan = f"{path}/{layout.PLAN_FILE}"
            if folder.plan is None and plan not in self.left_out and self._files.exists(plan):
                self._unreadable.add(plan)
            yield folder

    def cited_by(self, folders: tuple[CampaignFolder, ...]) -> Iterator[CampaignFolder]:
        """What campaigns that were left out say of themselves, where one that was read names them."""
        others = {name for name in self.left_out if "/" not in name}
        if not self._needs.cited or not others:
            return
        for name in sorted({name for folder in folders for name in campaigns_named(folder, others)}):
            path = str(layout.campaign_folder(name))
            campaign = self._files.record(f"{path}/{layout.CAMPAIGN_FILE}", Campaign)
            if campaign is None:
                self._unreadable.add(name)
            else:
                self.left_out.add(f"{path}/{layout.PLAN_FILE}")
                yield CampaignFolder(id=name, path=path, campaign=campaign, sheet=TargetSheet())

    def _folder(self, campaign_id: str, path: str) -> CampaignFolder | None:
        files = self._files
        for child in files.children(path):
            if child.name not in _IN_CAMPAIGN:
                files.stray(
                    f"{path}/{child.name}", f"Trong thư mục này chỉ có {', '.join(sorted(_IN_CAMPAIGN))}."
                )
        campaign = files.record(f"{path}/{layout.CAMPAIGN_FILE}", Campaign)
        targets = f"{path}/{layout.TARGETS_FILE}"
        sheet = files.record(targets, TargetSheet) if files.exists(targets) else TargetSheet()
        allocations = _allocations(files, f"{path}/{layout.ALLOCATIONS_FILE}")
        prose = self._plan(f"{path}/{layout.PLAN_FILE}")
        folder = None
        if campaign is not None and sheet is not None:
            folder = CampaignFolder(campaign_id, path, campaign, sheet, allocations, prose)
        units = self._needs.units_in(self._registers, folder)
        results = dict(self._results(f"{path}/{layout.RESULTS}", sheet, units))
        narratives = tuple(self._narratives(f"{path}/{layout.REPORTS}", units))
        return None if folder is None else replace(folder, results=results, narratives=narratives)

    def _plan(self, path: str) -> Prose | None:
        if not self._needs.plan:
            self.left_out.add(path)
            return None
        text = self._files.prose(path) if self._files.exists(path) else None
        return None if text is None else Prose(path, text)

    def _results(
        self, path: str, sheet: TargetSheet | None, units: frozenset[str] | None
    ) -> Iterator[tuple[str, ResultFile]]:
        if not self._needs.wants_results(sheet):
            self.left_out.add(path)
            return
        hint = "Tệp kết quả có tên <mã đơn vị>.yaml."
        for name, unit in self._files.of_kind(path, layout.YAML, hint):
            if units is not None and unit not in units:
                self.left_out.add(name)
                continue
            result = self._files.record(name, ResultFile)
            if result is not None:
                yield unit, result

    def _narratives(self, path: str, units: frozenset[str] | None) -> Iterator[Narrative]:
        if not self._needs.narratives:
            self.left_out.add(path)
            return
        place = "Lời văn báo cáo đứng ở reports/<mã đơn vị>/<kỳ>-<loại>.md."
        for folder, unit in self._files.folders(path, place):
            if units is not None and unit not in units:
                self.left_out.add(folder)
                continue
            hint = "Lời văn báo cáo có tên <kỳ>-<loại>.md."
            for name, _ in self._files.of_kind(folder, layout.MARKDOWN, hint):
                head, prose = self._files.narrative(name, NarrativeHead)
                if head is not None and prose is not None and prose.body is not None:
                    yield Narrative(unit, head, Prose(name, prose.body, prose.first_line))


def _allocations(files: DataFiles, path: str) -> tuple[Allocation, ...]:
    found = files.record(path, AllocationFile) if files.exists(path) else None
    return () if found is None else found.allocations
