"""First drafts for people to go on with: the files of a new campaign and the narrative of a report."""

import json
from dataclasses import dataclass
from datetime import date
from string import Template

from thidua_cli.documents.report_choice import ReportChoice
from thidua_cli.documents.report_sections import Section, outline_of
from thidua_cli.documents.template_files import template
from thidua_cli.model.campaigns import ON_ISSUE, Campaign
from thidua_cli.model.periods import Period
from thidua_cli.repository.layout import CAMPAIGN_FILE, PLAN_FILE, TARGETS_FILE


@dataclass(frozen=True, slots=True)
class PlanAnswers:
    """What a clerk says about a new campaign; None is left open in the draft."""

    name: str
    issuer: str
    end: Period
    verb: str = "Phát động"
    start: Period | None = None
    """None stands for the day of issue."""
    number: str | None = None
    issued_on: date | None = None
    place: str | None = None
    slogan: str | None = None
    filing: str | None = None


def campaign_drafts(answers: PlanAnswers) -> dict[str, str]:
    """The commented files of a new campaign by their names; what is open stays empty or is a visible blank."""
    known = {
        "name": _quoted(answers.name),
        "issuer": answers.issuer,
        "verb": _quoted(answers.verb),
        "start": answers.start.text if answers.start else ON_ISSUE,
        "end": answers.end.text,
        "date": str(answers.issued_on) if answers.issued_on else "",
        "number": _optional(answers.number),
        "place": _optional(answers.place),
        "slogan": _optional(answers.slogan),
        "filing": _optional(answers.filing),
    }
    campaign = Template(template(f"drafts/{CAMPAIGN_FILE}").text).substitute(known)
    return {
        CAMPAIGN_FILE: campaign,
        **{name: template(f"drafts/{name}").text for name in (TARGETS_FILE, PLAN_FILE)},
    }


def narrative_draft(campaign: Campaign, choice: ReportChoice) -> str:
    """The narrative of a report: its head to fill in, and a heading with its question for each section."""
    sections = "\n\n".join(_asked(section) for section in outline_of(campaign).in_order)
    return f"""\
---
period: {choice.period.text}
kind: {choice.kind}
number:          # số, ký hiệu khi đã cấp
date:          # ngày ký, ví dụ 2026-12-14; để trống thì giấy in chỗ trống
to:          # mã đơn vị nhận (Kính gửi); để trống thì lấy theo kế hoạch
recipients: []          # nơi nhận, mỗi dòng một nơi
---

Viết câu trả lời dưới từng câu hỏi; dòng bắt đầu bằng > là câu hỏi, không in. Đề mục giữ nguyên.
Con số lấy từ dữ liệu bằng cách viết như trong plan.md. Mục để trống sẽ in thành chỗ trống có đánh dấu.

{sections}
"""


def _asked(section: Section) -> str:
    return f"# {section.heading}\n\n> {section.question}"


def _optional(text: str | None) -> str:
    return _quoted(text) if text else ""


def _quoted(text: str) -> str:
    """The text in double quotes; what JSON quotes, YAML reads alike."""
    return json.dumps(text, ensure_ascii=False)
