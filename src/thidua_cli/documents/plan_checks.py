"""Rules of the plan as a whole, prose and data together: laws in force, counts and years, units with a part."""

import re
from collections.abc import Iterator
from datetime import date

from thidua_cli.diagnostics.finding import Finding, Location, Related, Severity
from thidua_cli.diagnostics.rule import Check, Rule, check
from thidua_cli.documents.printed_texts import Paper, papers
from thidua_cli.documents.templating import CallInProse, calls_or_none
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.rules.laws import Force, force_of
from thidua_cli.vietnamese.abbreviations import abbreviations
from thidua_cli.vietnamese.dates import day_short

_YEARS_IN_BRACKETS = re.compile(
    r"\b(\d{1,2}) năm \((?:giai đoạn |từ )?((?:19|20)\d\d) ?[-–] ?((?:19|20)\d\d)\)"
)
_STAGE = re.compile(r"\bgiai đoạn ((?:19|20)\d\d) ?[-–] ?((?:19|20)\d\d)\b")
_ANNOUNCED = re.compile(r"\b(\d{1,2}) ([^\W\d][\w ]{1,30}?): ?\(1\)")
_ITEM = re.compile(r"\((\d{1,2})\)")
_HEADING = re.compile(r"^#.*$", re.MULTILINE)
_EVERYBODY_KNOWS = frozenset(
    {"UBND", "HĐND", "MTTQ", "ĐBQH", "TAND", "VKSND", "GDP", "GRDP", "ODA", "FDI", "UNESCO", "ASEAN", "WTO", "USD",
     "COVID", "AI", "IT", "TP", "QH", "NĐ", "CP", "TW", "TU"}
)  # fmt: skip
"""Abbreviations that papers of the State and the Party use without explaining them."""
_SHORTEST = 3


@check("TD309", "Kế hoạch chỉ dựa vào văn bản còn hiệu lực.", Severity.WARNING)
def _in_force(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Văn bản mà kế hoạch viện dẫn phải đang có hiệu lực vào ngày của kế hoạch.

    Thời gian hiệu lực ghi ở from, to, replaced_by của sổ văn bản; thidua biết thêm Luật Thi đua, khen thưởng và các
    nghị định thi hành. Kế hoạch chưa có ngày thì xét theo ngày bắt đầu của phong trào.
    Sai: kế hoạch ngày 2026-01-30 căn cứ Nghị định 98/2023/NĐ-CP, hết hiệu lực từ 01/7/2025.
    Đúng: căn cứ Nghị định 152/2025/NĐ-CP.
    """
    for folder in repository.campaigns.values():
        campaign = folder.campaign
        day = campaign.document.date or (campaign.span.start if campaign.span else None)
        for name, at in _cited(folder).items():
            document = repository.documents.get(name)
            wrong = _out_of_force(force_of(document, repository), day) if document and day else None
            if document is not None and wrong is not None:
                message, hint = wrong
                label = document.number or document.subject or name
                related = (Related("Văn bản ghi ở đây.", document.at("id")),)
                yield rule.finding(
                    f"“{label}” {message}.", at=at, hint=hint, related=related, about=f"basis.{name}"
                )


@check("TD509", "Đơn vị cấp dưới mà lời văn nêu tên nên có việc hoặc nhận kế hoạch.", Severity.NOTE)
def _with_a_part(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Đơn vị thuộc cơ quan ban hành được nêu trong lời văn nên có ở phân công, báo cáo hoặc nơi nhận.

    Kế hoạch đề cao vai trò của một đơn vị mà không giao việc, không gửi kế hoạch thì đơn vị đó không biết.
    Sai: lời văn nêu `{{ unit("hoi-dong-tdkt-so") }}`, đơn vị ấy không có ở assignments và recipients.
    Đúng: thêm đơn vị vào assignments hoặc recipients.
    """
    for folder in repository.campaigns.values():
        campaign = folder.campaign
        known = {
            campaign.issuer,
            *(name for a in campaign.every_assignment for name in (*a.units, *a.supported_by)),
        }
        known |= {r.unit for r in campaign.recipients if r.unit}
        known |= {member for name in tuple(known) for member in repository.expand(name)}
        for report in campaign.reports:
            known |= {report.sender, *report.addressees, report.via or report.sender}
        told: set[str] = set()
        for call in _calls(folder):
            name = str(call.arguments[0]) if call.name == "unit" and call.arguments else ""
            unit = repository.units.get(name)
            if unit is None or name in known or name in told or not unit.is_organisation:
                continue
            told.add(name)
            superiors = repository.superiors(name)
            between = superiors[: superiors.index(campaign.issuer)] if campaign.issuer in superiors else None
            if between is not None and known.isdisjoint(between):
                yield rule.finding(
                    f"“{unit.name}” được nêu trong lời văn nhưng không được giao việc và không có trong nơi nhận.",
                    at=call.at,
                    hint="Thêm đơn vị vào assignments hoặc recipients của campaign.yaml.",
                    about=f"recipients.{name}",
                )


@check("TD521", "Số mục đã nói phải bằng số mục kể ra.", Severity.WARNING)
def _announced(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """“03 đột phá: (1) …; (2) …; (3) …” phải có đúng ba mục.

    Thiếu hoặc thừa một mục thì không biết con số hay danh sách sai.
    Sai: `03 đột phá: (1) cán bộ; (2) hạ tầng.`
    Đúng: `02 đột phá: (1) cán bộ; (2) hạ tầng.`
    """
    for paper in papers(repository):
        for text in paper.texts:
            for match in _ANNOUNCED.finditer(text.text):
                line = text.text[match.start() :].split("\n", maxsplit=1)[0]
                items = _counted_on(line[len(match[0]) - len("(1)") :])
                if items != int(match[1]):
                    yield rule.finding(
                        f"Nói {match[1]} {match[2]} nhưng kể ra {items} mục.",
                        at=text.at(match.start(), len(match[1])),
                        hint="Sửa con số, hoặc thêm, bớt mục.",
                        about=text.about,
                    )


@check("TD522", "Chữ viết tắt phải được giải thích khi dùng lần đầu.", Severity.NOTE)
def _defined(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Viết đủ tên rồi mở ngoặc chữ viết tắt ở chỗ đầu tiên: “Văn hóa, Thể thao và Du lịch (VHTTDL)”.

    Người ngoài ngành không đoán được. Chữ ai cũng biết (UBND, HĐND, GRDP …), nơi nhận và tên hình thức khen thưởng
    không cần giải thích.
    Sai: kế hoạch viết `toàn ngành VHTTDL` mà không chỗ nào nói VHTTDL là gì.
    Đúng: `ngành văn hóa, thể thao và du lịch (VHTTDL)`
    """
    for paper in papers(repository):
        texts = [t for t in paper.texts if not (t.about or "").startswith(("recipients", "awards"))]
        explained = " ".join(re.findall(r"\([^)]*\)|viết tắt là \S+", " ".join(t.text for t in texts)))
        told: set[str] = set(_EVERYBODY_KNOWS)
        for text in texts:
            for found in abbreviations(_HEADING.sub(lambda m: " " * len(m[0]), text.text)):
                if found.text in told or len(found.text) < _SHORTEST or found.text in explained:
                    continue
                told.add(found.text)
                yield rule.finding(
                    f"“{found.text}” không được giải thích ở chỗ nào của văn bản.",
                    at=text.at(found.start, len(found.text)),
                    hint=f"Viết đủ tên ở chỗ đầu tiên rồi thêm ({found.text}).",
                )


@check(
    "TD611",
    "Khoảng năm nêu trong văn bản phải khớp với số năm và với thời gian của phong trào.",
    Severity.NOTE,
)
def _years(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """“05 năm (2026 - 2030)” là năm năm dương lịch; “giai đoạn” của phong trào phải là thời gian của phong trào.

    Lệch một năm thì không biết số liệu của năm đầu có tính hay không.
    Sai: `05 năm (2025 - 2030)`; `giai đoạn 2025 - 2030` khi phong trào từ 2026 đến 2030
    Đúng: `05 năm (2026 - 2030)`, `giai đoạn 2026 - 2030`
    """
    for paper in papers(repository):
        campaign = paper.folder.campaign
        related = (Related("Thời gian của phong trào ghi ở đây.", campaign.at("period")),)
        hint = "Sửa một trong hai con số; bản đã ban hành thì ghi vào known_issues."
        for text in paper.texts:
            for match in _YEARS_IN_BRACKETS.finditer(text.text):
                years = int(match[3]) - int(match[2]) + 1
                if years != int(match[1]):
                    at = text.at(match.start(), len(match[0]))
                    message = f"“{match[0]}” là {years} năm dương lịch."
                    yield rule.finding(message, at=at, hint=hint, about="period")
            for match in _STAGE.finditer(text.text):
                if _is_beside(int(match[1]), int(match[2]), paper):
                    at = text.at(match.start(), len(match[0]))
                    message = f"“{match[0]}” lệch một năm so với thời gian của phong trào."
                    yield rule.finding(message, at=at, hint=hint, related=related, about="period")


CHECKS: tuple[Check[Repository], ...] = (_in_force, _with_a_part, _announced, _defined, _years)


def _calls(folder: CampaignFolder) -> tuple[CallInProse, ...]:
    calls = calls_or_none(folder.plan) if folder.plan is not None else None
    return calls or ()


def _cited(folder: CampaignFolder) -> dict[str, Location]:
    """Each document that the plan cites, once, with the first place that does."""
    campaign, places = folder.campaign, dict[str, Location]()
    for entry in campaign.basis:
        places.setdefault(entry.document, entry.at("document"))
    for key, names in (("implements", campaign.implements), ("related", campaign.related)):
        for i, name in enumerate(names):
            places.setdefault(name, campaign.at(key, i))
    for task in folder.sheet.tasks:
        if task.reference is not None:
            places.setdefault(task.reference, task.at("reference"))
    for criterion in folder.sheet.criteria:
        for i, name in enumerate(criterion.documents):
            places.setdefault(name, criterion.at("documents", i))
    for call in _calls(folder):
        if call.name == "cite" and call.arguments:
            places.setdefault(str(call.arguments[0]), call.at)
    return places


def _out_of_force(force: Force, day: date) -> tuple[str, str] | None:
    """Why a document may not be cited on that day, with a hint."""
    if force.last is not None and force.last < day:
        instead = f"Viện dẫn {force.successor}" if force.successor else "Viện dẫn văn bản thay thế"
        return f"hết hiệu lực sau ngày {day_short(force.last)}", f"{instead}, hoặc xem lại ngày ở sổ văn bản."
    if force.first is not None and force.first > day:
        return (
            f"từ ngày {day_short(force.first)} mới có hiệu lực",
            "Viện dẫn văn bản đang có hiệu lực, hoặc xem lại ngày ở sổ văn bản.",
        )
    return None


def _counted_on(text: str) -> int:
    """How far the numbers (1), (2), … go on without a gap."""
    numbers = {int(found) for found in _ITEM.findall(text)}
    count = 0
    while count + 1 in numbers:
        count += 1
    return count


def _is_beside(first: int, last: int, paper: Paper) -> bool:
    """Whether a span of years has one end in common with a campaign of several years and misses the other by one."""
    span = paper.folder.campaign.span
    if span is None or span.start.year == span.end.year:
        return False
    return {abs(first - span.start.year), abs(last - span.end.year)} == {0, 1}
