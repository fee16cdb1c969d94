"""Rules of awards and of what initiatives must be: the form, the number, the council that recognises."""

import re
from collections.abc import Iterator

from thidua_cli.diagnostics.finding import Finding, Location, Related, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.letters import fold

_FORMS = (
    "huan chuong", "huy chuong", "danh hieu vinh du nha nuoc", "giai thuong", "ky niem chuong", "bang khen",
    "giay khen", "thu khen", "tien thuong",
)  # fmt: skip
"""Luật Thi đua, khen thưởng 2022, Điều 9; a letter of praise and money are customary beside them."""
_NOT_OF_INITIATIVES = ("hoi dong nhan dan", "hoi dong thi dua", "hoi dong bau cu")


@check("TD327", "Kế hoạch nên nêu hình thức khen thưởng.", Severity.NOTE)
def the_plan_names_forms_of_award(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Khóa forms của awards kể những hình thức khen thưởng của phong trào và ai khen.

    Người tham gia cần biết được khen gì, ai xét; không nêu thì cuối phong trào khó đề nghị.
    Sai: `awards: {occasions: [tổng kết]}`
    Đúng: `awards: {forms: [Giấy khen của Giám đốc Sở], occasions: [tổng kết]}`
    Nguồn: Luật Thi đua, khen thưởng năm 2022, Điều 9 và Điều 17.
    """
    for folder in repository.campaigns.values():
        awards = folder.campaign.awards
        if not awards.forms and (awards.standards or awards.occasions or awards.priority):
            yield rule.finding(
                f"Phong trào “{folder.id}” nói về khen thưởng mà không nêu hình thức nào.",
                at=folder.campaign.at("awards"),
                hint="Thêm forms, ví dụ: Giấy khen của Giám đốc Sở.",
                about="awards",
            )


@check("TD709", "Tiêu chí về sáng kiến nên nói bao nhiêu và hội đồng nào công nhận.", Severity.NOTE)
def a_criterion_of_initiatives_can_be_judged(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Tiêu chí “có sáng kiến” phải nói số sáng kiến và nơi công nhận, hoặc dẫn đến một chỉ tiêu.

    Không có con số và nơi công nhận thì mỗi đơn vị hiểu một khác khi bình xét.
    Sai: `name: Có sáng kiến, giải pháp hiệu quả`
    Đúng: `name: Có ít nhất 01 sáng kiến được Hội đồng sáng kiến của Sở công nhận`
    """
    for folder in repository.campaigns.values():
        for criterion in folder.sheet.criteria:
            text = fold(criterion.wording or criterion.name)
            if not re.match(r"co\b.{0,20}\bsang kien\b", text) or criterion.targets:
                continue
            lacks = [
                what
                for what, there in (
                    ("số lượng", re.search(r"\d|\bmot\b", text)),
                    ("hội đồng công nhận", "hoi dong" in text),
                )
                if not there
            ]
            if lacks:
                yield rule.finding(
                    f"Tiêu chí “{criterion.id}” đòi có sáng kiến mà không nói {' và '.join(lacks)}.",
                    at=criterion.at("wording" if criterion.wording else "name"),
                    hint="Nói rõ bao nhiêu sáng kiến, do hội đồng nào công nhận, hoặc ghi chỉ tiêu ở targets.",
                    about=f"criteria.{criterion.id}",
                )


@check("TD710", "Hội đồng công nhận sáng kiến phải được gọi một tên trong một kế hoạch.", Severity.NOTE)
def one_council_recognises(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Những chỗ nói về công nhận sáng kiến trong một phong trào phải nêu cùng một hội đồng.

    Hai tên thì đơn vị không biết nộp hồ sơ cho hội đồng nào, và công nhận của ai mới được tính.
    Sai: chỉ tiêu nói `Hội đồng sáng kiến các cấp`, nhiệm vụ nói `Hội đồng đánh giá cấp tỉnh`.
    Đúng: cả hai nói `Hội đồng sáng kiến các cấp`.
    """
    councils = [
        (unit.id, unit.name)
        for unit in repository.units.values()
        if fold(unit.name).startswith("hoi dong") and not fold(unit.name).startswith(_NOT_OF_INITIATIVES)
    ]
    for folder in repository.campaigns.values():
        first: dict[str, tuple[str, Location]] = {}
        for text, at, about in _about_recognition(folder):
            named = [(id_, name) for id_, name in councils if name.casefold() in text.casefold()]
            for id_, name in named:
                if not first or id_ in first:
                    first.setdefault(id_, (name, at))
                    continue
                other, there = next(iter(first.values()))
                first[id_] = (name, at)
                yield rule.finding(
                    f"Nơi công nhận ở đây là “{name}”, ở chỗ khác là “{other}”.",
                    at=at,
                    hint="Gọi một tên ở mọi chỗ, hoặc nói rõ hội đồng nào công nhận ở cấp nào.",
                    related=(Related("Tên kia ở đây.", there),),
                    about=about,
                )


@check("TD711", "Hình thức khen thưởng phải là hình thức mà Luật quy định.", Severity.WARNING)
def a_form_of_award_is_one(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Danh hiệu thi đua (Chiến sĩ thi đua, Lao động tiên tiến, Cờ thi đua …) không phải là hình thức khen thưởng.

    Ghi lẫn hai thứ thì hồ sơ bị trả lại. Hình thức khen thưởng: huân chương, huy chương, danh hiệu vinh dự nhà nước,
    giải thưởng, kỷ niệm chương, bằng khen, giấy khen.
    Sai: `forms: [Chiến sĩ thi đua cơ sở]`
    Đúng: `forms: [Giấy khen của Giám đốc Sở]`
    Nguồn: Luật Thi đua, khen thưởng năm 2022, Điều 9.
    """
    for folder in repository.campaigns.values():
        for i, form in enumerate(folder.campaign.awards.forms):
            if not any(known in fold(form.text) for known in _FORMS):
                yield rule.finding(
                    f"“{form.text}” không phải là hình thức khen thưởng.",
                    at=folder.campaign.at("awards", "forms", i),
                    hint="Ghi bằng khen, giấy khen …; danh hiệu thi đua được bình xét riêng.",
                    about="awards",
                )


@check(
    "TD712", "Sáng kiến phải được áp dụng trước khi nộp đơn và trước khi được công nhận.", Severity.WARNING
)
def an_initiative_is_applied_before_it_is_submitted(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Ngày áp dụng lần đầu (first_applied) không được sau ngày nộp đơn hoặc ngày công nhận.

    Sáng kiến chỉ được công nhận khi đã áp dụng hoặc áp dụng thử có lợi ích; ngày ngược thường là gõ nhầm năm.
    Sai: `first_applied: 2026-09-01` khi `submitted` ngày 2026-05-02.
    Đúng: `first_applied: 2026-03-01` khi `submitted` ngày 2026-05-02.
    Nguồn: Điều lệ Sáng kiến ban hành kèm theo Nghị định 13/2012/NĐ-CP; Thông tư 18/2013/TT-BKHCN, Phụ lục I.
    """
    for file in repository.initiatives.values():
        for initiative in file.initiatives:
            applied = initiative.first_applied
            if applied is None:
                continue
            for i, step in enumerate(initiative.history):
                if step.status in {"submitted", "recognised"} and step.on < applied:
                    days = f"ngày {day_short(step.on)} trước ngày áp dụng lần đầu {day_short(applied)}"
                    yield rule.finding(
                        f"Sáng kiến “{initiative.id}” có bước {days}.",
                        at=initiative.at("first_applied"),
                        hint="Xem lại hai ngày.",
                        related=(Related("Bước đó ở đây.", initiative.at("history", i, "on")),),
                    )
                    break


def _about_recognition(folder: CampaignFolder) -> Iterator[tuple[str, Location, str]]:
    """Every text of the campaign that speaks of recognition, with its place and its record."""
    sheet = folder.sheet
    written = (
        *((t, "targets") for t in sheet.every_target),
        *((t, "criteria") for t in sheet.criteria),
    )
    for record, family in written:
        for key in ("name", "wording"):
            text = getattr(record, key)
            if text is not None and "công nhận" in text:
                yield text, record.at(key), f"{family}.{record.id}"
    for task in sheet.tasks:
        if "công nhận" in task.name:
            yield task.name, task.at("name"), f"tasks.{task.id}"
    for assignment in folder.campaign.every_assignment:
        for j, duty in enumerate(assignment.duties):
            if "công nhận" in duty.text:
                yield duty.text, assignment.at("duties", j), f"assignments.{assignment.units[0]}"
