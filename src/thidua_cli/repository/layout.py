"""The folder layout of a data directory."""

from pathlib import PurePosixPath

SETTINGS = "thidua.yaml"
DOCUMENTS = "data/documents.yaml"
INDICATORS = "data/indicators.yaml"
UNITS = "data/units"
CAMPAIGNS = "data/campaigns"
INITIATIVES = "data/initiatives"
CAMPAIGN_FILE = "campaign.yaml"
TARGETS_FILE = "targets.yaml"
ALLOCATIONS_FILE = "allocations.yaml"
PLAN_FILE = "plan.md"
RESULTS = "results"
REPORTS = "reports"
YAML = ".yaml"
MARKDOWN = ".md"


def campaign_folder(campaign: str) -> PurePosixPath:
    """Where everything about a campaign stands."""
    return PurePosixPath(CAMPAIGNS, campaign)


def initiative_file(year: int, unit: str) -> PurePosixPath:
    """Where the initiatives of a unit in a year stand."""
    return PurePosixPath(INITIATIVES, str(year), f"{unit}{YAML}")


def result_file(campaign: str, unit: str) -> PurePosixPath:
    """Where the results of a unit stand."""
    return campaign_folder(campaign) / RESULTS / f"{unit}{YAML}"


def narrative_file(campaign: str, unit: str, period: str, kind: str) -> PurePosixPath:
    """Where the narrative of a report stands."""
    return campaign_folder(campaign) / REPORTS / unit / f"{period}-{kind}{MARKDOWN}"
