"""What a dialogue offers for an answer: ids, each with the name of what it stands for."""

from collections.abc import Iterator

from thidua_cli.repository.index import CampaignFolder, Repository


def campaigns(repository: Repository) -> Iterator[tuple[str, str]]:
    """All campaigns."""
    return ((id_, folder.campaign.name) for id_, folder in repository.campaigns.items())


def reportables(folder: CampaignFolder) -> Iterator[tuple[str, str]]:
    """Targets and tasks of a campaign."""
    return ((one.id, one.name) for one in (*folder.sheet.every_target, *folder.sheet.tasks))


def units(repository: Repository) -> Iterator[tuple[str, str]]:
    """All units, people and groups."""
    return ((id_, unit.name) for id_, unit in repository.units.items())


def issuers(repository: Repository) -> Iterator[tuple[str, str]]:
    """Units that have issued a plan, before all others that send papers of their own."""
    before = (folder.campaign.issuer for folder in repository.campaigns.values())
    bodies = (unit.id for unit in repository.unit_files if unit.kind == "body")
    for id_ in dict.fromkeys((*before, *bodies)):
        if id_ in repository.units:
            yield id_, repository.units[id_].name
