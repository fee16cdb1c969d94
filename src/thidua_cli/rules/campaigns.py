"""Rules of campaigns: who has duties hears of them, reports have an addressee, and the plan is complete."""

from collections.abc import Iterator

from thidua_cli.diagnostics.finding import Finding, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.repository import layout
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.rules.membership import Reach
from thidua_cli.vietnamese.letters import fold


@check("TD320", "Đơn vị được giao việc phải có trong nơi nhận.", Severity.WARNING)
def assigned_units_receive_the_plan(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Mỗi đơn vị được phân công phải có trong nơi nhận, đích danh hoặc qua nhóm của nó.

    Không nhận được kế hoạch thì đơn vị không biết mình có việc.
    Sai: giao việc cho `to-chuc-doan-the-so` mà nơi nhận chỉ có các phòng, đơn vị sự nghiệp.
    Đúng: thêm `{text: Các tổ chức đoàn thể của Sở, unit: to-chuc-doan-the-so}` vào nơi nhận.
    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần nơi nhận.
    """
    if "units" in repository.unreadable:
        return
    for folder in repository.campaigns.values():
        campaign = folder.campaign
        if not campaign.recipients:
            continue  # a draft that has not come so far
        told = _Recipients(folder, repository)
        for assignment in campaign.every_assignment:
            for j, name in enumerate(assignment.units):
                unit = repository.units.get(name)
                if unit is None or name in campaign.issuers or name in told:
                    continue
                yield rule.finding(
                    f"“{unit.name}” được giao việc nhưng không có trong nơi nhận.",
                    at=assignment.at("units", j),
                    hint=f"Thêm đơn vị này (unit: {name}), hoặc nhóm có đơn vị này, vào recipients.",
                    about=f"assignments.{name}",
                )


@check("TD321", "Cơ quan ban hành văn bản được triển khai phải có trong nơi nhận.", Severity.WARNING)
def the_superior_receives_the_plan(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Kế hoạch triển khai văn bản của cấp trên phải gửi cấp trên đó để báo cáo (b/c).

    Cấp trên theo dõi việc thực hiện chỉ thị của mình qua kế hoạch của cấp dưới. Ban thường vụ dùng ký hiệu của cấp ủy
    thì không phải gửi chính cấp ủy đó.
    Sai: triển khai Chỉ thị 02/CT-UBND mà nơi nhận không có UBND tỉnh.
    Đúng: `{text: UBND tỉnh, note: b/c, unit: ubnd-tinh}`
    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần nơi nhận.
    """
    if "units" in repository.unreadable:
        return
    for folder in repository.campaigns.values():
        campaign = folder.campaign
        told = {name for issuer in campaign.issuers for name in (issuer, *_signed_for(issuer, repository))}
        recipients = _Recipients(folder, repository)
        for i, name in enumerate(campaign.implements):
            document = repository.documents.get(name)
            issuer = repository.units.get(document.issuer or "") if document is not None else None
            if issuer is None or issuer.id in told or not campaign.recipients:
                continue
            told.add(issuer.id)
            if issuer.id not in recipients:
                yield rule.finding(
                    f"Kế hoạch triển khai “{name}” nhưng nơi nhận không có “{issuer.name}”.",
                    at=campaign.at("implements", i),
                    hint=f"Thêm vào recipients: {{text: {issuer.name}, note: b/c, unit: {issuer.id}}}.",
                    about=f"recipients.{issuer.id}",
                )


@check("TD322", "Báo cáo được yêu cầu phải nói rõ gửi ai và bao giờ.", Severity.WARNING)
def ordered_reports_are_complete(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Mỗi báo cáo ở reports phải có nơi gửi (to) và hạn (before, by hoặc due_words).

    Thiếu nơi gửi thì không ai nhận; thiếu hạn thì không ai nhắc được.
    Sai: `{id: ket-qua, from: phong-tc-pc, kind: final}`
    Đúng: `{id: ket-qua, from: phong-tc-pc, to: ubnd-tinh, kind: final, before: 2026-12-25}`
    """
    for folder in repository.campaigns.values():
        for report in folder.campaign.reports:
            lacks = []
            if not report.addressees:
                lacks.append("gửi ai (to)")
            if report.before is None and report.by is None and report.due_words is None:
                lacks.append("bao giờ (before hoặc by)")
            if lacks:
                yield rule.finding(
                    f"Báo cáo “{report.id}” chưa nói {' và '.join(lacks)}.",
                    at=report.at("id"),
                    hint="Bổ sung; kế hoạch gốc không nói thì ghi lý do vào known_issues.",
                    about=f"reports.{report.id}",
                )


@check("TD333", "Tên phong trào phải nêu tên trong ngoặc kép của nó.", Severity.WARNING)
def the_name_has_the_slogan(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Văn bản in tên phong trào (name); tên trong ngoặc kép (slogan) chỉ dùng để gọi tắt, nên phải có cả trong name.

    Sai: `name: phong trào thi đua năm 2026`, `slogan: Dạy tốt, học tốt`
    Đúng: `name: phong trào thi đua “Dạy tốt, học tốt” năm 2026`, `slogan: Dạy tốt, học tốt`
    """
    for folder in repository.campaigns.values():
        campaign = folder.campaign
        if campaign.slogan is not None and fold(campaign.slogan) not in fold(campaign.name):
            yield rule.finding(
                f"Tên phong trào không nêu “{campaign.slogan}”, nên văn bản không in.",
                at=campaign.at("slogan"),
                hint="Thêm tên trong ngoặc kép vào name, hoặc xóa slogan.",
                about="campaign",
            )


@check("TD323", "Kế hoạch nên có đủ những phần mà Luật Thi đua, khen thưởng nêu.", Severity.NOTE)
def the_plan_has_what_the_law_asks(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Phong trào cần xác định đối tượng, nội dung, tiêu chí, biện pháp tổ chức, tổng kết và khen thưởng.

    Thiếu một phần thì khi tổng kết không có căn cứ để đánh giá hoặc khen thưởng.
    Sai: kế hoạch không nói ai tham gia và xét khen thưởng thế nào.
    Đúng: có subjects, contents, criteria hoặc targets, assignments, báo cáo tổng kết và awards.
    Nguồn: Luật Thi đua, khen thưởng năm 2022, Điều 17.
    """
    for folder in repository.campaigns.values():
        lacks = tuple(lacking(folder))
        if lacks:
            places = ", ".join(dict.fromkeys(_WRITTEN_UNDER[part] for part in lacks))
            yield rule.finding(
                f"Phong trào “{folder.id}” chưa có: {', '.join(lacks)}.",
                at=folder.campaign.at("name"),
                hint=f"Ghi ở {places}. Xem Điều 17 Luật Thi đua, khen thưởng năm 2022.",
                about="campaign",
            )


@check("TD325", "Thư mục của phong trào phải có lời văn kế hoạch.", Severity.WARNING)
def the_folder_has_its_plan(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Lời văn của kế hoạch đứng ở tệp plan.md cạnh campaign.yaml.

    Không có lời văn thì không in được kế hoạch; theo dõi và báo cáo vẫn làm được.
    Sai: thư mục chỉ có campaign.yaml và targets.yaml.
    Đúng: thêm tệp plan.md.
    """
    for folder in repository.campaigns.values():
        path = f"{folder.path}/{layout.PLAN_FILE}"
        if folder.plan is None and path not in repository.unknown:
            yield rule.finding(
                f"Phong trào “{folder.id}” chưa có tệp {layout.PLAN_FILE}.",
                at=folder.campaign.at("name"),
                hint=f"Viết lời văn của kế hoạch vào {path}.",
            )


def _signed_for(issuer: str, repository: Repository) -> Iterator[str]:
    """The superior whose symbol the issuer uses: a standing board's paper is its committee's own."""
    unit, superior = (repository.units.get(name) for name in (issuer, repository.parents.get(issuer, "")))
    if unit is not None and superior is not None and unit.symbol == superior.symbol is not None:
        yield superior.id


class _Recipients:
    """Whom the plan of a campaign comes to: through the units of its recipients, by name, or to keep a copy."""

    def __init__(self, folder: CampaignFolder, repository: Repository) -> None:
        recipients = folder.campaign.recipients
        self._units = repository.units
        self._reach = Reach([r.unit for r in recipients if r.unit is not None], repository)
        # The unit that keeps a copy (`Lưu: VT, TCPC`) has the plan too.
        kept = (folder.campaign.filing or "").replace(";", ",").rstrip(".").split(",")
        self._named = {fold(text) for text in (*(r.text for r in recipients if r.unit is None), *kept)}

    def __contains__(self, unit: str) -> bool:
        record = self._units[unit]
        names = (record.name, *record.abbr, *record.aliases)
        return unit in self._reach or any(fold(name) in self._named for name in names)


_WRITTEN_UNDER = {
    "đối tượng": "khóa subjects",
    "nội dung": "khóa contents",
    "chỉ tiêu, nhiệm vụ hoặc tiêu chí": "tệp targets.yaml",
    "tổ chức thực hiện": "khóa assignments",
    "tổng kết": "khóa milestones hoặc reports",
    "khen thưởng": "khóa awards",
}
"""Where each part is written; keys are those of `campaign.yaml`."""


def lacking(folder: CampaignFolder) -> Iterator[str]:
    """What the campaign does not say of what Điều 17 Luật Thi đua, khen thưởng 2022 asks of one."""
    campaign, sheet = folder.campaign, folder.sheet
    if not campaign.subjects.collectives and not campaign.subjects.individuals:
        yield "đối tượng"
    if not campaign.contents:
        yield "nội dung"
    if not sheet.targets and not sheet.tasks and not sheet.criteria:
        yield "chỉ tiêu, nhiệm vụ hoặc tiêu chí"
    if not campaign.assignments:
        yield "tổ chức thực hiện"
    finals = [m for m in campaign.milestones if m.kind == "final-review"]
    if not finals and not any(report.kind == "final" for report in campaign.reports):
        yield "tổng kết"
    awards = campaign.awards
    if not awards.forms and not awards.standards and not awards.occasions:
        yield "khen thưởng"
