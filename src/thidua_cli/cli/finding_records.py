"""Which records a person means by an id, an official number or an abbreviation."""

from collections.abc import Iterator

from thidua_cli.cli.checking import campaign_ids
from thidua_cli.cli.sheets import Sheet
from thidua_cli.cli.show_records import campaign_sheet, target_sheet, task_sheet, unit_sheet
from thidua_cli.cli.show_registers import document_sheet, indicator_sheet
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.vietnamese.letters import fold, near


def sheets_of(name: str, repository: Repository, campaign: str | None) -> tuple[Sheet, ...]:
    """Every record of that name, whatever its kind; raises ThiduaError with the nearest name when there is none."""
    folders = [repository.campaign(campaign)] if campaign else list(repository.campaigns.values())
    found = tuple(_matching(fold(name), repository, folders))
    if found:
        return found
    if any(fold(id_) == fold(name) for id_ in campaign_ids(repository)):
        repository.campaign(name)  # it is there but cannot be read, and this says so
    if any(
        fold(one.id) == fold(name) for file in repository.initiatives.values() for one in file.initiatives
    ):
        raise ThiduaError(
            f"“{name}” là mã của một sáng kiến.", hint="Xem các sáng kiến: thidua initiative list"
        )
    guess = near(name, _names(repository, folders))
    raise ThiduaError(
        f"Không có gì mang mã hoặc số “{name}”.",
        hint=f"Có phải “{guess}”?" if guess else "Xem những gì đang có: thidua list campaigns",
    )


def _matching(wanted: str, repository: Repository, folders: list[CampaignFolder]) -> Iterator[Sheet]:
    for folder in folders:
        if wanted in {fold(folder.id), fold(folder.campaign.document.number or folder.id)}:
            yield campaign_sheet(folder, repository)
    for unit in repository.units.values():
        if wanted in {fold(name) for name in (unit.id, unit.name, *unit.abbr)}:
            yield unit_sheet(unit, repository)
    for document in repository.documents.values():
        if wanted in {fold(document.id), fold(document.number or document.id)}:
            yield document_sheet(document, repository)
    for indicator in repository.indicators.values():
        if wanted in {fold(name) for name in (indicator.id, indicator.name, *indicator.aliases)}:
            yield indicator_sheet(indicator, repository)
    for folder in folders:
        yield from _in_sheet(wanted, folder, repository)


def _in_sheet(wanted: str, folder: CampaignFolder, repository: Repository) -> Iterator[Sheet]:
    for target in folder.sheet.every_target:
        if wanted == fold(target.id):
            yield target_sheet(target, folder, repository)
    for task in folder.sheet.tasks:
        if wanted == fold(task.id):
            yield task_sheet(task, folder, repository)


def _names(repository: Repository, folders: list[CampaignFolder]) -> Iterator[str]:
    for folder in folders:
        yield from (folder.id, folder.campaign.document.number or folder.id)
        yield from (record.id for record in (*folder.sheet.every_target, *folder.sheet.tasks))
    for unit in repository.units.values():
        yield from (unit.id, *unit.abbr)
    for document in repository.documents.values():
        yield from (document.id, document.number or document.id)
    yield from repository.indicators
