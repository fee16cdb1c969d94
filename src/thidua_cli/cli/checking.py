"""What is checked of a data directory, and whether the campaigns in it are fit to be used.

`validate` checks everything. A command that only looks reads what it needs and checks what it has read: errors there
stop it, and what it has not read is none of its business.
"""

import gc
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

import typer

from thidua_cli.cli import output
from thidua_cli.cli.findings_text import text_report
from thidua_cli.cli.version import refuse_newer
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.diagnostics.finding import Finding, Severity, in_reading_order
from thidua_cli.repository import layout
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.repository.loading import campaign_names, load
from thidua_cli.repository.needs import EVERYTHING, Needs
from thidua_cli.repository.reach import Reach, Refusal
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
        content = Reach(self.root).read(path)
        if isinstance(content, Refusal):
            return None
        # Positions count after the byte order mark, and every kind of line end is one.
        text = content.decode("utf-8-sig", errors="replace")
        return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def check_everything(root: Path, *, keep: bool = False) -> Checked:
    """The data directory at `root` with the findings of every check.

    Initiatives are read anew when they are asked for, unless they are to be kept.
    """
    return _check(root, EVERYTHING, keep=keep)


def _check(root: Path, needs: Needs, *, keep: bool = True) -> Checked:
    """What is needed of the data directory at `root`, with the findings of every check about it."""
    from thidua_cli.cli.rulebook import check_initiatives

    loaded = load(root, needs, check_initiatives, keep=keep)
    gc.freeze()  # a province's records stay until the command ends; the collector need not walk them again
    refuse_newer(loaded.repository.settings.requires)
    return Checked(root, loaded.repository, _settled(loaded.repository, loaded.findings), loaded.files)


def check_again(repository: Repository) -> tuple[Finding, ...]:
    """The findings of every check on a repository that is held as a whole, in reading order."""
    from thidua_cli.cli.rulebook import check_initiatives

    return _settled(repository, tuple(check_initiatives(repository)))


def _settled(repository: Repository, known: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What is known already and what the checks of the whole find, in reading order and as known issues see it."""
    from thidua_cli.cli.rulebook import all_rules, checks_of_the_whole
    from thidua_cli.rules.known_issues import Survey, known_issues_are_current, settle

    found = [*known, *(finding for check in checks_of_the_whole() for finding in check.run(repository))]
    survey = Survey(repository, tuple(found), frozenset(rule.code for rule in all_rules()))
    settled = [*settle(found, repository), *known_issues_are_current.run(survey)]
    return tuple(in_reading_order(settled))


def read_only(root: Path) -> Repository:
    """The data directory for looking things up: what can be read is there, and what is missing is said."""
    loaded = load(root)
    refuse_newer(loaded.repository.settings.requires)
    if count(loaded.findings, Severity.ERROR):
        output.say("Có tệp chưa đọc được nên ở đây có thể còn thiếu: xem thidua validate")
    return loaded.repository


def ready_campaign(
    root: Path, name: str | None, needs: Needs = EVERYTHING
) -> tuple[Repository, CampaignFolder]:
    """The repository as far as it is needed, and the campaign of that name, or the only one there is.

    Errors in what was read are shown and end the command with exit code 1; warnings are counted. Raises ThiduaError
    when the name fits no campaign.
    """
    campaign = _chosen(root, name)
    checked = _check(root, replace(needs, campaigns=frozenset((campaign,))))
    return checked.repository, _ready(checked, campaign, cited=checked.repository.broken_campaigns)


def ready_in(checked: Checked, name: str) -> CampaignFolder:
    """The campaign of that name in a data directory that has been checked as a whole; ends as `ready_campaign` does."""
    return _ready(checked, _chosen(checked.root, name))


def ready_campaigns(root: Path, needs: Needs = EVERYTHING) -> tuple[Repository, tuple[CampaignFolder, ...]]:
    """The repository and the campaigns that its own unit issued, or all where the settings name no unit.

    Errors in one of them end the command as in `ready_campaign`.
    """
    checked = _check(root, needs)
    repository, unit = checked.repository, checked.repository.settings.unit
    issued = [i for i, folder in repository.campaigns.items() if unit in {None, folder.campaign.issuer}]
    return repository, tuple(_ready(checked, campaign) for campaign in issued)


def _ready(checked: Checked, campaign: str, cited: Iterable[str] = ()) -> CampaignFolder:
    findings = tuple(f for f in checked.findings if _concerns(f.at.path, (campaign, *cited)))
    if count(findings, Severity.ERROR) or campaign not in checked.repository.campaigns:
        _refuse(f"Dữ liệu của {campaign}", findings, checked)
    _mention(f"dữ liệu của {campaign}", findings)
    return checked.repository.campaigns[campaign]


def fit_campaigns(root: Path, needs: Needs) -> tuple[Repository, tuple[str, ...]]:
    """The repository with the campaigns that may be used, and the ids of those whose files have errors.

    Errors in what all campaigns share are shown and end the command with exit code 1.
    """
    checked = _check(root, needs)
    shared = tuple(finding for finding in checked.findings if _concerns(finding.at.path, ()))
    if count(shared, Severity.ERROR):
        _refuse("Dữ liệu dùng chung", shared, checked)
    wrong = {finding.at.path for finding in checked.findings if finding.severity is Severity.ERROR}
    known = checked.repository.campaigns
    broken = tuple(
        name
        for name in campaign_ids(checked.repository)
        if name not in known or any(path.startswith(f"{layout.campaign_folder(name)}/") for path in wrong)
    )
    fit = {name: folder for name, folder in known.items() if name not in broken}
    _mention("dữ liệu", tuple(f for f in checked.findings if _concerns(f.at.path, fit)))
    return replace(checked.repository, campaigns=fit), broken


def campaign_ids(repository: Repository) -> tuple[str, ...]:
    """Every campaign there is, also those whose files cannot be read."""
    return tuple(sorted({*repository.campaigns, *repository.broken_campaigns}, key=vi_key))


def count(findings: tuple[Finding, ...], severity: Severity) -> int:
    """How many of the findings weigh that much."""
    return sum(finding.severity is severity for finding in findings)


def _mention(where: str, findings: tuple[Finding, ...]) -> None:
    warnings = count(findings, Severity.WARNING)
    if warnings:
        output.say(f"{warnings} cảnh báo trong {where}: xem thidua validate")


def _chosen(root: Path, name: str | None) -> str:
    """The id of the campaign that is meant; other names than ids are looked up in what each campaign says of itself."""
    known = tuple(sorted(campaign_names(root), key=vi_key))
    if name is not None:
        if name in known:
            return name
        meant = [id_ for id_ in known if fold(id_) == fold(name)]
        if len(meant) == 1:
            return meant[0]
        heads = Needs(plan=False, results=False, narratives=False, cited=False, initiatives="none")
        return load(root, heads).repository.campaign(name).id
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


def _concerns(path: str, campaigns: Iterable[str]) -> bool:
    """Whether the file belongs to one of the campaigns or to what all campaigns share."""
    folders = tuple(f"{layout.campaign_folder(name)}/" for name in campaigns)
    return path.startswith(folders) or not path.startswith(f"{layout.CAMPAIGNS}/")


def _refuse(what: str, findings: tuple[Finding, ...], checked: Checked) -> NoReturn:
    """Show what is wrong; what was asked for is not made."""
    errors = tuple(finding for finding in findings if finding.severity is Severity.ERROR)
    output.lament(
        text_report(errors, checked.lines_of, files=checked.files, color=output.colors_stderr())
        + f"{what} còn lỗi nên dừng ở đây. Hãy sửa rồi chạy lại.\n"
    )
    raise typer.Exit(_DATA_HAVE_ERRORS)
