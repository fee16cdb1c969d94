"""First drafts for people to go on with: the files of a new campaign and the narrative of a report."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from string import Template

from thidua_cli.documents.report_choice import ReportChoice
from thidua_cli.documents.report_sections import Section, outline_of
from thidua_cli.documents.template_files import template
from thidua_cli.model.campaigns import ON_ISSUE
from thidua_cli.model.periods import Period
from thidua_cli.reading.yaml_text import Data, item_lines
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


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a new campaign takes over from a superior's plan and from the issuer's own earlier ones."""

    blocks: Mapping[str, Sequence[Data]] = field(default_factory=dict)
    """Items of `campaign.yaml` by the key of their list: `basis`, `contents`, `recipients`."""
    targets: Sequence[Data] = ()
    opening: str | None = None
    signature: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    contents: Sequence[str] = ()
    """The ids of the contents, which the prose draws in as headings."""


def campaign_drafts(answers: PlanAnswers, inherited: Inherited | None = None) -> dict[str, str]:
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
        "last_month": f"{answers.end.end:%Y-%m}",
        "near_end": f"{answers.end.end:%Y-%m}-15",
    }
    taken = inherited or Inherited()
    campaign = Template(template(f"drafts/{CAMPAIGN_FILE}").text).substitute(known)
    for key, items in taken.blocks.items():
        campaign = _with_items(campaign, key, items)
    if taken.opening is not None:
        campaign = campaign.replace("# opening: implements", f"opening: {taken.opening}")
    if taken.signature:
        campaign = _with_lines(
            campaign, "signature", [f"  {k}: {_quoted(v)}" for k, v in taken.signature.items()]
        )
    targets = template(f"drafts/{TARGETS_FILE}").text.replace("$month", known["last_month"])
    return {
        CAMPAIGN_FILE: campaign,
        TARGETS_FILE: _with_items(targets, "targets", taken.targets),
        PLAN_FILE: _with_contents(template(f"drafts/{PLAN_FILE}").text, taken.contents),
    }


def narrative_draft(choice: ReportChoice) -> str:
    """The narrative of a report: its head to fill in, and a heading with its question for each section."""
    campaign = choice.sender.folder.campaign
    sections = "\n\n".join(_asked(section) for section in outline_of(campaign).in_order)
    return f"""\
---
period: {choice.period.text}
kind: {choice.kind}
number:          # số, ký hiệu khi đã cấp
date:          # ngày ký, ví dụ 2026-12-14; để trống thì giấy in chỗ trống
place:          # địa danh; để trống thì lấy theo kế hoạch
to:          # mã đơn vị nhận (Kính gửi); để trống thì lấy theo kế hoạch
via:          # mã đơn vị mà báo cáo gửi qua; để trống thì lấy theo kế hoạch
recipients: []          # nơi nhận, mỗi dòng một nơi
filing:          # nơi lưu, ví dụ VT, TCPC
signature:          # người ký, ví dụ {{title: GIÁM ĐỐC, name: Nguyễn Văn A}}
---

Viết câu trả lời dưới từng câu hỏi; dòng bắt đầu bằng > là câu hỏi, không in. Đề mục giữ nguyên.
Con số lấy từ dữ liệu bằng cách viết như trong plan.md. Mục để trống sẽ in thành chỗ trống có đánh dấu.

{sections}
"""


def _with_items(text: str, key: str, items: Sequence[Data]) -> str:
    """The draft with items in the place of the commented example below a key."""
    return _with_lines(text, key, [line for item in items for line in item_lines(item, 2)]) if items else text


def _with_lines(text: str, key: str, lines: Sequence[str]) -> str:
    filled, found = re.subn(
        rf"(?m)^({key}:)[^\n]*\n(?:#  [^\n]*\n)*",
        lambda match: "\n".join((match[1], *lines, "")),
        text,
        count=1,
    )
    assert found, f"the draft has no key {key}"
    return filled


def _with_contents(text: str, contents: Sequence[str]) -> str:
    """The prose with a heading and a blank for each content."""
    if not contents:
        return text
    sections = "\n\n".join(
        f'### {{{{ content("{name}") }}}}\n\n- [[làm những gì để thực hiện nội dung này?]]'
        for name in contents
    )
    return text.replace("- [[thi đua những việc gì?]]", sections)


def _asked(section: Section) -> str:
    return f"# {section.heading}\n\n> {section.question}"


def _optional(text: str | None) -> str:
    return _quoted(text) if text else ""


def _quoted(text: str | Sequence[str]) -> str:
    """The text, or each of a list in brackets, in double quotes; what JSON quotes, YAML reads alike."""
    return json.dumps(text, ensure_ascii=False)
