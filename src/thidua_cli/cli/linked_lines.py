"""Lines of a sheet that name other records: units, documents, campaigns, and who is told to do what."""

from collections.abc import Iterable, Iterator, Sequence

from thidua_cli.cli.sheets import Line, fact, facts
from thidua_cli.cli.written_forms import name_of, number_of
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.vietnamese.numbers import count


def unit_line(label: str, key: str, unit: str | None, repository: Repository) -> Line:
    return fact(label, key, unit, f"{name_of(unit, repository)} ({unit})" if unit else "")


def units_line(label: str, key: str, units: tuple[str, ...] | list[str], repository: Repository) -> Line:
    return facts(label, key, units, [f"{name_of(unit, repository)} ({unit})" for unit in units])


def documents_line(
    label: str, key: str, documents: tuple[str, ...] | list[str], repository: Repository
) -> Line:
    return facts(label, key, documents, [f"{number_of(name, repository)} ({name})" for name in documents])


def campaigns_line(label: str, key: str, campaigns: Sequence[str], repository: Repository) -> Line:
    """Campaigns with their numbers."""
    numbers = {name: repository.campaigns[name].campaign.document.number for name in campaigns}
    words = [f"{number} ({name})" if number else name for name, number in numbers.items()]
    return facts(label, key, campaigns, words)


def duties_line(label: str, key: str, folders: Iterable[CampaignFolder], repository: Repository) -> Line:
    """Who is told to do how much, campaign by campaign."""
    rows = list(_duties(folders))
    several = len({campaign for campaign, _, _ in rows}) > 1
    words = [
        f"{f'{campaign}: ' if several else ''}{name_of(unit, repository)}: {count(number)} việc"
        for campaign, unit, number in rows
    ]
    values = [{"campaign": campaign, "unit": unit, "duties": number} for campaign, unit, number in rows]
    return facts(label, key, values, words)


def _duties(folders: Iterable[CampaignFolder]) -> Iterator[tuple[str, str, int]]:
    for folder in folders:
        numbers: dict[str, int] = {}
        for assignment in folder.campaign.every_assignment:
            for unit in assignment.units:
                numbers[unit] = numbers.get(unit, 0) + len(assignment.duties)
        for unit, number in numbers.items():
            yield folder.id, unit, number
