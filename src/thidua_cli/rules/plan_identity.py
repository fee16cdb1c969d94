"""Rules of the plan as a paper: its number, day and place, and who signs it."""

import re
from collections.abc import Iterator

from thidua_cli.diagnostics.finding import Finding, Related, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.model.campaigns import Campaign
from thidua_cli.model.papers import SignatureBlock
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.vietnamese.letters import fold

_IDENTITY = {"number": "số", "date": "ngày ban hành", "place": "địa danh"}
_STATE = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.")
_PARTY = re.compile(r"(?:T/M|K/T|T/L)\b|Q\.")
_COLLECTIVES = (
    "uy ban nhan dan", "hoi dong nhan dan", "ban thuong vu", "ban chap hanh", "tinh uy", "thanh uy", "dang uy",
    "uy ban mat tran",
)  # fmt: skip
"""How the name of a body begins that decides together, so that its head signs for it."""


@check("TD314", "Kế hoạch đã ban hành phải có số, ngày và địa danh.", Severity.NOTE)
def an_issued_plan_has_its_identity(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Kế hoạch có tên người ký, có cả số và ngày, hoặc đã có lời văn báo cáo thì phải có đủ số, ngày, địa danh.

    Mọi báo cáo viện dẫn kế hoạch bằng số và ngày; thiếu thì giấy in chỗ trống. Bản thảo chưa ký thì chưa cần.
    Sai: `document: {date: 2025-07-14, place: Cao Bằng}` với `signature: {title: GIÁM ĐỐC, name: Nguyễn Văn A}`
    Đúng: `document: {number: 19/KH-SVHTTDL, date: 2026-01-30, place: Cao Bằng}`
    Nguồn: Nghị định 30/2020/NĐ-CP, Điều 8.
    """
    for folder in repository.campaigns.values():
        document = folder.campaign.document
        lacks = [name for key, name in _IDENTITY.items() if getattr(document, key) is None]
        if lacks and _is_issued(folder):
            yield rule.finding(
                f"Kế hoạch của phong trào “{folder.id}” chưa có {', '.join(lacks)}.",
                at=folder.campaign.at("document"),
                hint="Ghi vào document như trên bản đã ký; không tìm được bản đó thì ghi lý do vào known_issues.",
                about="document",
            )


@check("TD317", "Tên người ký phải viết một cách ở mọi kế hoạch.", Severity.WARNING)
def a_signer_has_one_spelling(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Hai kế hoạch của một cơ quan có tên người ký chỉ khác nhau ở dấu thì một trong hai tên viết sai.

    Sai tên người ký thì văn bản phải đính chính.
    Sai: `name: Nguyễn Văn Chắn` ở kế hoạch này, `name: Nguyễn Văn Chấn` ở kế hoạch kia của cùng cơ quan.
    Đúng: cả hai kế hoạch ghi đúng một tên.
    """
    first: dict[tuple[str, str], dict[str, CampaignFolder]] = {}
    signed = [(folder, name) for folder in repository.campaigns.values() if (name := _signer(folder))]
    for folder, name in signed:
        first.setdefault((folder.campaign.issuer, fold(name)), {}).setdefault(name, folder)
    for folder, name in signed:
        others = [o for o in first[folder.campaign.issuer, fold(name)].items() if o[0] != name]
        if others:
            spelling, other = others[0]
            yield rule.finding(
                f"Người ký ở đây là “{name}”, ở phong trào “{other.id}” là “{spelling}”.",
                at=folder.campaign.at("signature", "name"),
                hint="Hỏi lại cách viết đúng rồi sửa; bản đã ban hành in như vậy thì ghi vào known_issues.",
                related=(Related("Cách viết kia ở đây.", other.campaign.at("signature", "name")),),
                about="signature",
            )


@check("TD318", "Quyền hạn của người ký phải hợp với chức vụ và cơ quan ban hành.", Severity.WARNING)
def the_signer_has_the_authority(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Ký thay mặt tập thể phải có TM. (Đảng: T/M), cấp phó ký thay phải có KT. (Đảng: T/M hoặc K/T).

    Thiếu dòng đó thì văn bản không đúng thẩm quyền. UBND, HĐND, ban thường vụ, ban chấp hành quyết định theo tập thể.
    Sai: `signature: {title: CHỦ TỊCH}` khi UBND tỉnh ban hành.
    Đúng: `signature: {authority: TM. ỦY BAN NHÂN DÂN, title: CHỦ TỊCH}`
    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7; Hướng dẫn 36-HD/VPTW và 05-HD/VPTW.
    """
    for folder in repository.campaigns.values():
        campaign = folder.campaign
        for unit, signature, steps in _signatures(campaign):
            issuer = repository.units.get(unit)
            if signature is None or issuer is None:
                continue
            wrong = _unfit(signature, fold(issuer.name), party=repository.system_of(issuer.id) == "party")
            if wrong is not None:
                message, hint, key = wrong
                yield rule.finding(message, at=campaign.at(*steps, key), hint=hint, about="signature")


def _signatures(
    campaign: Campaign,
) -> Iterator[tuple[str, SignatureBlock | None, tuple[str | int, ...]]]:
    """Who signs for each issuer, and the steps to where that is written."""
    yield campaign.issuer, campaign.signature, ("signature",)
    for number, other in enumerate(campaign.issued_with):
        yield other.unit, other.signature, ("issued_with", number, "signature")


def _is_issued(folder: CampaignFolder) -> bool:
    """Whether something says that the paper has left the house."""
    document = folder.campaign.document
    known = document.number is not None and document.date is not None
    return known or _signer(folder) is not None or bool(folder.narratives)


def _signer(folder: CampaignFolder) -> str | None:
    signature = folder.campaign.signature
    return signature.name if signature is not None else None


def _unfit(signature: SignatureBlock, issuer: str, *, party: bool) -> tuple[str, str, str] | None:
    """What does not fit, as message, hint and the key where it stands."""
    authority = signature.authority
    if not authority:
        if issuer.startswith(_COLLECTIVES):
            mark = "T/M" if party else "TM."
            return (
                f"Ký thay mặt tập thể nhưng trên “{signature.title}” chưa có dòng {mark}",
                f"Thêm authority: {mark} và tên cơ quan bằng chữ hoa.",
                "title",
            )
        if fold(signature.title).startswith("pho "):
            mark = "K/T" if party else "KT."
            return (
                f"Cấp phó ký nhưng trên “{signature.title}” chưa có dòng {mark}",
                f"Thêm authority: {mark} và chức vụ của cấp trưởng.",
                "title",
            )
        return None
    form = _PARTY if party else _STATE
    strange = next((line for line in authority if not form.match(line)), None)
    if strange is None:
        return None
    allowed = "T/M, K/T, T/L hoặc Q." if party else "TM., KT., TL., TUQ. hoặc Q."
    system = "của Đảng" if party else "hành chính"
    return f"Văn bản {system} không ghi quyền hạn là “{strange}”.", f"Bắt đầu bằng {allowed}", "authority"
