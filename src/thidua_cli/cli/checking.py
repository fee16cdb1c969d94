"""Everything that is checked in a data directory, and whether a campaign in it is fit to be used."""

from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import typer

from thidua_cli.cli import output
from thidua_cli.cli.findings_text import text_report
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.diagnostics.finding import Finding, Severity, in_reading_order
from thidua_cli.repository import layout
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.repository.loading import load
from thidua_cli.vietnamese.letters import fold, vi_key

_DATA_HAVE_ERRORS = 1


@dataclass(frozen=True, slots=True)
class Checked:
    """A data directory and all that was found in it."""

    root: Path
    repository: Repository
    findings: tuple[Finding, ...]
    """In reading order."""
    files: int
    """How many were read."""

    def lines_of(self, path: str) -> tuple[str, ...] | None:
        """The lines of a file named as in a finding, or None where it cannot be read."""
        try:
            content = (self.root / path).read_bytes()
        except OSError:
            return None
        # Positions count after the byte order mark, and every kind of line end is one.
        text = content.decode("utf-8-sig", errors="replace")
        return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def check_everything(root: Path) -> Checked:
    """The data directory at `root` with the findings of every check."""
    loaded = load(root)
    return Checked(root, loaded.repository, check_again(loaded.repository, loaded.findings), loaded.files)


def check_again(repository: Repository, reading: tuple[Finding, ...] = ()) -> tuple[Finding, ...]:
    """The findings of every check on a repository and those of reading it, in reading order."""
    from thidua_cli.cli.rulebook import all_checks, all_rules
    from thidua_cli.rules.known_issues import Survey, known_issues_are_current, settle

    found = [*reading, *(finding for check in all_checks() for finding in check.run(repository))]
    survey = Survey(repository, tuple(found), frozenset(rule.code for rule in all_rules()))
    settled = [*settle(found, repository), *known_issues_are_current.run(survey)]
    return tuple(in_reading_order(settled))


def read_only(root: Path) -> Repository:
    """The data directory for looking things up: what can be read is there, and what is missing is said."""
    loaded = load(root)
    if count(loaded.findings, Severity.ERROR):
        output.say("Có tệp chưa đọc được nên ở đây có thể còn thiếu: xem thidua validate")
    return loaded.repository


def ready_campaign(root: Path, name: str | None) -> tuple[Repository, CampaignFolder]:
    """The repository and the campaign of that name, or the only one there is.

    Errors in its files or in the registers are shown and end the command with exit code 1; those of other campaigns
    are no hindrance. Warnings are counted. Raises ThiduaError when the name fits no campaign.
    """
    checked = check_everything(root)
    return checked.repository, _ready(checked, _chosen(checked.repository, name))


def ready_campaigns(root: Path) -> tuple[Repository, tuple[CampaignFolder, ...]]:
    """The repository and the campaigns that its own unit issued, or all where the settings name no unit.

    Errors in one of them end the command as in `ready_campaign`.
    """
    checked = check_everything(root)
    repository, unit = checked.repository, checked.repository.settings.unit
    issued = [i for i, folder in repository.campaigns.items() if unit in {None, folder.campaign.issuer}]
    return repository, tuple(_ready(checked, campaign) for campaign in issued)


def _ready(checked: Checked, campaign: str) -> CampaignFolder:
    findings = tuple(finding for finding in checked.findings if _concerns(finding.at.path, campaign))
    if count(findings, Severity.ERROR) or campaign not in checked.repository.campaigns:
        _refuse(campaign, findings, checked)
    warnings = count(findings, Severity.WARNING)
    if warnings:
        output.say(f"{warnings} cảnh báo trong dữ liệu của {campaign}: xem thidua validate")
    return checked.repository.campaigns[campaign]


def campaign_ids(repository: Repository) -> tuple[str, ...]:
    """Every campaign there is, also those whose files cannot be read."""
    return tuple(sorted({*repository.campaigns, *repository.broken_campaigns}, key=vi_key))


def count(findings: tuple[Finding, ...], severity: Severity) -> int:
    """How many of the findings weigh that much."""
    return sum(finding.severity is severity for finding in findings)


def _chosen(repository: Repository, name: str | None) -> str:
    """The id of the campaign that is meant."""
    known = campaign_ids(repository)
    if name is not None:
        broken = next((id_ for id_ in known if fold(id_) == fold(name)), None)
        return broken or repository.campaign(name).id
    if len(known) == 1:
        return known[0]
    if not known:
        raise ThiduaError(
            "Thư mục dữ liệu chưa có phong trào nào.", hint="Lập phong trào mới: thidua new-plan"
        )
    raise ThiduaError(
        f"Có {len(known)} phong trào, cần nói rõ phong trào nào: {', '.join(known)}.",
        hint=f"Hãy ghi: -c {known[0]}",
    )


def _concerns(path: str, campaign: str) -> bool:
    """Whether the file belongs to the campaign or to what all campaigns share."""
    own = f"{layout.CAMPAIGNS}/{campaign}/"
    return path.startswith(own) or not path.startswith((f"{layout.CAMPAIGNS}/", f"{layout.INITIATIVES}/"))


def _refuse(campaign: str, findings: tuple[Finding, ...], checked: Checked) -> NoReturn:
    """Show what is wrong; what was asked for is not made."""
    errors = tuple(finding for finding in findings if finding.severity is Severity.ERROR)
    output.lament(
        text_report(errors, checked.lines_of, files=checked.files, color=output.colors_stderr())
        + f"Dữ liệu của {campaign} còn lỗi nên dừng ở đây. Hãy sửa rồi chạy lại.\n"
    )
    raise typer.Exit(_DATA_HAVE_ERRORS)
