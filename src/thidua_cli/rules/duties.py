"""Rules of duties: who is called upon takes part, who sums up is reported to, and nothing is ordered twice."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from thidua_cli.diagnostics.finding import Finding, Related, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.model.campaigns import Assignment, Campaign, ReportDue
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.vietnamese.letters import fold

_CALLS = ("hưởng ứng", "cùng tham gia", "tham gia phong trào")
_BODIES = re.compile(r"(?:ủy ban|uỷ ban|hội đồng|công an|quân đội|an ninh|quốc phòng toàn dân và) nhân dân")
_WORD = re.compile(r"\w+")
_SUMMARIES = frozenset({"periodic", "annual", "interim", "final"})
_LONG = 5
"""From so many words on, two clauses of one assignment that say the same are no coincidence."""


@check("TD324", "Nhóm người được vận động tham gia phải có trong đối tượng thi đua.", Severity.NOTE)
def who_is_called_upon_takes_part(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Nhóm người mà phần phân công nói là vận động, tham gia, hưởng ứng phải có ở subjects.

    Nhóm không phải đối tượng thi đua thì không được xét khen thưởng, và không tính vào số người tham gia.
    Sai: đối tượng chỉ có công chức, nhiệm vụ ghi “vận động công chức, viên chức hưởng ứng”.
    Đúng: `individuals: [công chức, viên chức]`
    Nguồn: Luật Thi đua, khen thưởng năm 2022, Điều 17.
    """
    groups = [
        (u.name, tuple(_names(u.name, u.aliases))) for u in repository.units.values() if u.kind == "people"
    ]
    for folder in repository.campaigns.values():
        subjects = folder.campaign.subjects
        listed = _words(" ; ".join((*subjects.collectives, *subjects.individuals)))
        if not listed.strip():
            continue  # TD323 says so
        for assignment in folder.campaign.every_assignment:
            for j, duty in enumerate(assignment.duties):
                text = _words(_BODIES.sub("", duty.text.casefold()))
                if not any(f" {call} " in text for call in _CALLS):
                    continue
                missing = [
                    name
                    for name, forms in groups
                    if any(form in text for form in forms) and not any(form in listed for form in forms)
                ]
                if missing:
                    yield rule.finding(
                        f"Nhiệm vụ kêu gọi {'; '.join(missing)} nhưng đối tượng thi đua không có.",
                        at=assignment.at("duties", j),
                        hint="Thêm nhóm này vào subjects, hoặc bỏ khỏi nhiệm vụ.",
                        related=(Related("Đối tượng ghi ở đây.", folder.campaign.at("subjects")),),
                        about="subjects",
                    )


@check("TD326", "Nơi tổng hợp báo cáo phải được các đơn vị khác gửi báo cáo.", Severity.WARNING)
def who_sums_up_is_reported_to(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Giao một đơn vị báo cáo kết quả chung thì phải giao các đơn vị thực hiện gửi báo cáo cho đơn vị đó.

    Không ai phải gửi thì đến hạn không có số liệu để tổng hợp.
    Sai: chỉ có `{id: tong-hop, from: phong-tc-pc, kind: final}`.
    Đúng: thêm `{id: cua-don-vi, from: cac-phong, to: so-vhttdl, via: phong-tc-pc, kind: final, before: 2026-12-15}`.
    """
    if "units" in repository.unreadable:
        return
    for folder in repository.campaigns.values():
        campaign = folder.campaign
        told = {name for assignment in campaign.every_assignment for name in assignment.units}
        for report in campaign.reports:
            if report.kind not in _SUMMARIES or not told - {report.sender, campaign.issuer}:
                continue
            sender = repository.units.get(report.sender)
            if sender is None or sender.kind in {"group", "role"} or _is_fed(report, campaign):
                continue
            yield rule.finding(
                f"“{sender.name}” phải tổng hợp báo cáo “{report.id}” nhưng không đơn vị nào được yêu cầu gửi báo cáo.",
                at=report.at("from"),
                hint=f"Thêm một báo cáo của các đơn vị, có to hoặc via là {report.sender}.",
                about=f"reports.{report.id}",
            )


@check("TD328", "Một nơi nhận phải ghi một cách ở các kế hoạch của một cơ quan.", Severity.NOTE)
def a_recipient_has_one_name(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Dòng nơi nhận của cùng một đơn vị nên viết giống nhau ở mọi kế hoạch của cơ quan ban hành.

    Viết mỗi lần một khác thì văn thư dễ gửi thiếu hoặc gửi nhầm.
    Sai: kế hoạch này ghi `Ban TĐKT Sở Nội vụ`, kế hoạch kia ghi `Ban Thi đua, Khen thưởng, Sở Nội vụ`.
    Đúng: cả hai ghi `Ban Thi đua, Khen thưởng, Sở Nội vụ`.
    """
    first: dict[tuple[str, str], dict[str, tuple[CampaignFolder, int]]] = {}
    lines = [(folder, *line) for folder in repository.campaigns.values() for line in _single_lines(folder)]
    for folder, i, unit, text in lines:
        first.setdefault((folder.campaign.issuer, unit), {}).setdefault(text, (folder, i))
    for folder, i, unit, text in lines:
        forms = first[folder.campaign.issuer, unit]
        other = next((form for form in forms if form != text), None)
        if other is None:
            continue
        theirs, j = forms[other]
        yield rule.finding(
            f"Nơi nhận này ghi “{text}”, ở phong trào “{theirs.id}” ghi “{other}”.",
            at=folder.campaign.at("recipients", i, "text"),
            hint="Chọn một cách ghi cho mọi kế hoạch; bản đã ban hành thì ghi vào known_issues.",
            related=(Related("Cách ghi kia ở đây.", theirs.campaign.at("recipients", j, "text")),),
            about=f"recipients.{unit}",
        )


@check("TD329", "Một việc chỉ giao một lần trong một phân công.", Severity.WARNING)
def a_duty_is_ordered_once(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Hai vế của một phân công không được nói cùng một việc.

    Việc nêu hai lần làm đơn vị tưởng có hai việc, hai thời hạn.
    Sai: “tham mưu bình xét khen thưởng theo quy định; …; bình xét khen thưởng theo quy định”
    Đúng: “tham mưu bình xét khen thưởng theo quy định; …”
    """
    for folder in repository.campaigns.values():
        for assignment in folder.campaign.every_assignment:
            for (j, _, words), (k, again, others) in combinations(_clauses(assignment), 2):
                if _same(words, others):
                    yield rule.finding(
                        f"“{again}” đã được giao một lần trong cùng phân công.",
                        at=assignment.at("duties", k),
                        hint="Bỏ một trong hai chỗ.",
                        related=(Related("Lần đầu ở đây.", assignment.at("duties", j)),),
                        about=f"assignments.{assignment.units[0]}",
                    )


def _names(name: str, aliases: tuple[str, ...]) -> Iterator[str]:
    """Each name of a group as words with a blank on both sides; a list of groups gives each of them."""
    for form in (*name.split(", "), *aliases):
        yield _words(form)


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _is_fed(report: ReportDue, campaign: Campaign) -> bool:
    """Whether somebody else owes a report that comes to the one who sums up, or to the issuer."""
    return any(
        other.sender != report.sender
        and other.kind in _SUMMARIES
        and {report.sender, campaign.issuer} & {*other.addressees, other.via}
        for other in campaign.reports
    )


def _single_lines(folder: CampaignFolder) -> Iterator[tuple[int, str, str]]:
    """The place, unit and text of each line of the recipients whose unit has no other line there."""
    recipients = folder.campaign.recipients
    counts = Counter(line.unit for line in recipients)
    for i, line in enumerate(recipients):
        if line.unit is not None and counts[line.unit] == 1:
            yield i, line.unit, line.text


def _clauses(assignment: Assignment) -> list[tuple[int, str, frozenset[str]]]:
    """The clauses of the duties, each with the place of its duty and its words; what is too short says nothing."""
    clauses = (
        (j, clause.strip(), frozenset(_WORD.findall(fold(clause))))
        for j, duty in enumerate(assignment.duties)
        for clause in duty.text.split(";")
    )
    return [clause for clause in clauses if len(clause[2]) >= _LONG]


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one says what the other says: nearly all words of the shorter, and most of the longer."""
    shared, least, most = len(one & other), *sorted((len(one), len(other)))
    return shared * 10 >= least * 9 and shared * 10 >= most * 7
