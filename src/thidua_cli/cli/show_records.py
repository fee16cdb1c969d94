"""One record in full: what it says, and what hangs on it."""

from collections.abc import Iterator

from thidua_cli.cli.linked_lines import campaigns_line, documents_line, duties_line, unit_line, units_line
from thidua_cli.cli.list_records import TASK_KINDS, UNIT_KINDS
from thidua_cli.cli.sheets import Line, Sheet, fact, facts
from thidua_cli.cli.written_forms import goal_of, moment_of, name_of, paper_date, span_of
from thidua_cli.documents.phrases import deadline
from thidua_cli.documents.report_choice import KIND_WORDS
from thidua_cli.model.campaigns import Campaign, ReportDue
from thidua_cli.model.target_sheets import Task
from thidua_cli.model.targets.target import Target
from thidua_cli.model.units import Unit
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.repository.lineage import all_above, carried_out_by, related_campaigns

SYSTEMS = {"state": "nhà nước", "party": "Đảng"}
MILESTONE_WORDS = {"launch": "phát động", "interim-review": "sơ kết", "final-review": "tổng kết"}


def campaign_sheet(folder: CampaignFolder, repository: Repository) -> Sheet:
    """A campaign: its paper, its time, what it rests on and what belongs to it."""
    campaign, sheet = folder.campaign, folder.sheet
    issued = str(campaign.document.date) if campaign.document.date else None
    draft = campaign.document.draft
    rests_on = [entry.document for entry in campaign.basis]
    start = campaign.period.start.text if campaign.period.start else None
    further = [
        name for name in all_above(folder.id, repository) if name not in carried_out_by(folder.id, repository)
    ]
    akin = related_campaigns(folder.id, repository)
    lines = (
        fact("Mã", "id", folder.id),
        fact("Số", "number", campaign.document.number),
        fact("Ngày", "date", issued, paper_date(campaign.document.date)),
        unit_line("Cơ quan ban hành", "issuer", campaign.issuer, repository),
        units_line("Cùng ban hành", "issued_with", campaign.issuers[1:], repository),
        Line("Dự thảo lần", "draft", draft, () if draft is None else (str(draft),)),
        fact("Khẩu hiệu", "slogan", campaign.slogan),
        fact("Từ", "from", start, ""),
        fact("Đến hết", "to", campaign.period.end.text, ""),
        fact("Thời gian", "title", campaign.title, span_of(campaign)),
        documents_line("Triển khai", "implements", campaign.implements, repository),
        documents_line("Căn cứ", "basis", rests_on, repository),
        documents_line("Trên nữa", "above", further, repository),
        documents_line("Gắn với", "related", campaign.related, repository),
        campaigns_line("Phong trào liên quan", "related_campaigns", akin, repository),
        facts("Giai đoạn", "phases", [p.name for p in campaign.phases], list(_phases(campaign))),
        facts("Mốc", "milestones", [m.kind for m in campaign.milestones], list(_milestones(campaign))),
        facts("Chỉ tiêu", "targets", [target.id for target in sheet.targets]),
        facts("Nhiệm vụ", "tasks", [task.id for task in sheet.tasks]),
        duties_line("Giao việc cho", "duties", [folder], repository),
        _reports_line("Báo cáo phải gửi", campaign.reports, repository),
        facts("Có kết quả của", "results", sorted(folder.results)),
        facts("Lời văn báo cáo", "narratives", [n.prose.path for n in folder.narratives]),
        _doubts_line(campaign),
        fact("Minh họa", "specimen", campaign.specimen),
    )
    return Sheet("campaign", folder.id, campaign.title, campaign.at(), lines)


def unit_sheet(unit: Unit, repository: Repository) -> Sheet:
    """A unit: its place among the others, what it is told to do and what it owes."""
    within = [id_ for id_, superior in repository.parents.items() if superior == unit.id]
    groups = [u.id for u in repository.units.values() if u.members and unit.id in repository.expand(u.id)]
    system = repository.system_of(unit.id)
    issued = [folder.id for folder in repository.campaigns.values() if unit.id in folder.campaign.issuers]
    lines = (
        fact("Mã", "id", unit.id),
        fact("Tên", "name", unit.name, ""),
        fact("Loại", "unit_kind", unit.kind, UNIT_KINDS[unit.kind]),
        facts("Viết tắt", "abbr", unit.abbr),
        fact("Ký hiệu", "symbol", unit.symbol),
        fact("Hệ thống", "system", system, SYSTEMS[system]),
        unit_line("Trực thuộc", "parent", repository.parents.get(unit.id), repository),
        units_line("Gồm có", "divisions", within, repository),
        units_line("Thành viên", "members", unit.members, repository),
        units_line("Ở trong nhóm", "groups", groups, repository),
        fact("Từ", "from", unit.start.text if unit.start else None),
        fact("Đến", "to", unit.end.text if unit.end else None),
        facts("Có trong văn bản năm", "seen", [moment.text for moment in unit.seen]),
        unit_line("Được kế tục bởi", "succeeded_by", unit.succeeded_by, repository),
        facts("Đã ban hành", "issues", issued),
        facts("Được giao việc", "assigned_by", list(_assigning(unit, repository))),
        facts("Phải báo cáo số liệu", "reports_targets", list(_reported(unit, repository))),
        facts("Phải gửi báo cáo", "reports_due", list(_owed(unit, repository))),
        fact("Minh họa", "specimen", unit.specimen),
    )
    return Sheet("unit", unit.id, unit.name, unit.at(), lines)


def target_sheet(target: Target, folder: CampaignFolder, repository: Repository) -> Sheet:
    """A target: its goal, its words, who reports it, and what is doubtful about it."""
    goal = target.goal
    doubt = folder.campaign.open_issue(f"targets.{target.id}")
    lines = (
        fact("Mã", "id", target.id),
        _campaign_line(folder),
        fact("Tên", "name", target.name, ""),
        Line(
            "Cần đạt",
            "goal",
            {"comparator": goal.comparator.value, "value": goal.text, "printed": goal_of(target)},
            (goal_of(target),),
        ),
        fact("Đơn vị tính", "unit", target.unit),
        fact("Câu chữ", "wording", target.wording),
        fact("Chỉ số", "indicator", target.indicator, _indicator(target.indicator, repository)),
        fact("Hạn", "by", target.by.text if target.by else None, _due(target)),
        units_line("Đơn vị báo cáo", "reported_by", target.reported_by or (), repository),
        fact("Còn nghi vấn", "open_issue", f"{doubt.anomaly}: {doubt.because}" if doubt else None),
        fact("Xem kết quả", "progress", f"thidua progress -c {folder.id} --target {target.id}"),
    )
    return Sheet("target", target.id, target.name, target.at(), lines)


def task_sheet(task: Task, folder: CampaignFolder, repository: Repository) -> Sheet:
    """A task: its kind, its deadline, and who carries it out."""
    lines = (
        fact("Mã", "id", task.id),
        _campaign_line(folder),
        fact("Tên", "name", task.name, ""),
        fact("Loại", "task_kind", task.kind, TASK_KINDS[task.kind]),
        documents_line("Văn bản", "reference", (task.reference,) if task.reference else (), repository),
        fact("Hạn", "by", task.by.text if task.by else None, moment_of(task.by) if task.by else ""),
        units_line("Đơn vị thực hiện", "responsible", task.responsible or (), repository),
    )
    return Sheet("task", task.id, task.name, task.at(), lines)


def _indicator(name: str | None, repository: Repository) -> str:
    known = repository.indicators.get(name or "")
    return f"{known.name} ({known.id})" if known else name or ""


def _phases(campaign: Campaign) -> Iterator[str]:
    for phase in campaign.phases:
        yield f"{phase.name}: {phase.start.in_words} – {phase.end.in_words}"


def _milestones(campaign: Campaign) -> Iterator[str]:
    for milestone in campaign.milestones:
        when = milestone.when.in_words if milestone.when else "chưa rõ thời gian"
        event = f", gắn với {milestone.event}" if milestone.event else ""
        yield f"{MILESTONE_WORDS[milestone.kind]}: {when}{event}"


def _due(target: Target) -> str:
    return moment_of(target.by) if target.by else "hết thời gian phong trào"


def _campaign_line(folder: CampaignFolder) -> Line:
    return fact("Phong trào", "campaign", folder.id, f"{folder.campaign.title} ({folder.id})")


def _reports_line(label: str, reports: tuple[ReportDue, ...], repository: Repository) -> Line:
    words = [f"{_report(report)}: {name_of(report.sender, repository)}" for report in reports]
    return facts(label, "reports", [report.id for report in reports], words)


def _report(report: ReportDue) -> str:
    when = deadline(report)
    return f"{KIND_WORDS[report.kind]}{f', {when}' if when else ''}"


def _doubts_line(campaign: Campaign) -> Line:
    open_ = [issue for issue in campaign.known_issues if issue.decided_by is None]
    words = [f"{issue.anomaly}{f' ({issue.about})' if issue.about else ''}" for issue in open_]
    return facts("Còn nghi vấn", "open_issues", [issue.anomaly for issue in open_], words)


def _assigning(unit: Unit, repository: Repository) -> Iterator[str]:
    for folder in repository.campaigns.values():
        named = [name for a in folder.campaign.every_assignment for name in (*a.units, *a.supported_by)]
        if any(unit.id == name or unit.id in repository.expand(name) for name in named):
            yield folder.id


def _reported(unit: Unit, repository: Repository) -> Iterator[str]:
    for folder in repository.campaigns.values():
        for target in folder.sheet.targets:
            if any(unit.id in repository.expand(name) for name in target.reported_by or ()):
                yield f"{folder.id} {target.id}"


def _owed(unit: Unit, repository: Repository) -> Iterator[str]:
    for folder in repository.campaigns.values():
        for report in folder.campaign.reports:
            if unit.id == report.sender or unit.id in repository.expand(report.sender):
                yield f"{folder.id}: {_report(report)}"
