"""Known issues: a finding that somebody has explained becomes a note, and an explanation that finds nothing is said."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from thidua_cli.diagnostics.finding import Finding, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.model.campaigns import KnownIssue
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.vietnamese.letters import near

_REGISTERED = "documents."
"""How findings name a document of the register, which any campaign may explain."""
_LEADS_NOWHERE = frozenset({"TD301", "TD303", "TD304"})
"""Where a name is misspelt or an id stands twice, rules that follow it see nothing: no reason to forget."""


@dataclass(frozen=True, slots=True)
class Survey:
    """Everything that every rule found in a repository, before known issues were settled."""

    repository: Repository
    findings: tuple[Finding, ...]
    codes: frozenset[str]
    """The codes of all rules that were run or could have been."""


@check("TD330", "Vấn đề đã biết phải còn đó và phải nêu đúng mã quy tắc.", Severity.WARNING)
def known_issues_are_current(rule: Rule, survey: Survey) -> Iterator[Finding]:
    """Mỗi mục known_issues có khóa rule phải khớp với một phát hiện của quy tắc đó.

    Mục không còn khớp sẽ che một lỗi khác về sau; dữ liệu sửa xong thì xóa mục.
    Sai: `{rule: TD401, about: targets.khach-du-lich}` sau khi con số đã được sửa.
    Đúng: xóa mục đó, hoặc bỏ khóa rule nếu chỉ để giải thích.
    """
    waiting = survey.repository.unknown or any(found.code in _LEADS_NOWHERE for found in survey.findings)
    for folder in survey.repository.campaigns.values():
        for issue in folder.campaign.known_issues:
            if issue.rule is None:
                continue
            if issue.rule not in survey.codes:
                guess = near(issue.rule, sorted(survey.codes))
                yield rule.finding(
                    f"Vấn đề đã biết “{issue.anomaly}” nêu quy tắc “{issue.rule}” không có thật.",
                    at=issue.at("rule"),
                    hint=f"Có phải “{guess}”?" if guess else "Xem danh sách quy tắc ở docs/rules.md.",
                )
            elif not waiting and not any(_explains(issue, folder, finding) for finding in survey.findings):
                what = f"“{issue.about}”" if issue.about else "cả phong trào"
                yield rule.finding(
                    f"Vấn đề đã biết “{issue.anomaly}” không còn: {issue.rule} không thấy gì ở {what}.",
                    at=issue.at("anomaly"),
                    hint="Xóa mục này, hoặc sửa khóa rule và about.",
                )


def settle(findings: list[Finding], repository: Repository) -> list[Finding]:
    """The findings in their order; one that a known issue explains has become a note that names it.

    While a campaign is not read, nobody knows what it explains in the registers: that waits until it is.
    """
    explained: dict[str, list[tuple[KnownIssue, CampaignFolder]]] = {}
    for folder in repository.campaigns.values():
        for issue in folder.campaign.known_issues:
            explained.setdefault(issue.rule or "", []).append((issue, folder))
    waiting = not repository.knows_all_campaigns
    return [
        _settled(finding, explained.get(finding.code, []))
        for finding in findings
        if not (waiting and finding.about is not None and finding.about.startswith(_REGISTERED))
    ]


def _settled(finding: Finding, explained: list[tuple[KnownIssue, CampaignFolder]]) -> Finding:
    for issue, folder in explained:
        if _explains(issue, folder, finding):
            message = f"{finding.message} (đã biết: {issue.anomaly})"
            return replace(finding, severity=Severity.NOTE, message=message)
    return finding


def _explains(issue: KnownIssue, folder: CampaignFolder, finding: Finding) -> bool:
    """Whether the finding is of the rule and the record, in the campaign or about a document that it cites.

    A doubt about the campaign as a whole explains the notes on every record of it; what weighs more is named singly.
    """
    if issue.rule != finding.code:
        return False
    if issue.about != finding.about and not (issue.about is None and finding.severity is Severity.NOTE):
        return False
    in_register = finding.about is not None and finding.about.startswith(_REGISTERED)
    return in_register or finding.at.path.startswith(f"{folder.path}/")
