"""Rules of official documents: number, type, issuer and date agree."""

from collections.abc import Iterator

from thidua_cli.diagnostics.finding import Finding, Location, Related, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.model.campaigns import Campaign
from thidua_cli.model.narratives import NarrativeHead
from thidua_cli.repository.index import Repository
from thidua_cli.rules.paper_numbers import abbreviations_of, misfit, parse_number
from thidua_cli.vietnamese.dates import day_short


@check("TD310", "Số, ký hiệu của văn bản phải hợp với cơ quan ban hành.", Severity.ERROR)
def number_fits_issuer(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Phần cuối của ký hiệu phải là chữ viết tắt của cơ quan ban hành ghi ở issuer.

    Sai một trong hai thì người nhận không tìm được văn bản được viện dẫn. Văn bản nhà nước viết
    số/LOẠI-CQ (Nghị định 30/2020/NĐ-CP, Phụ lục III), văn bản của Đảng viết số-LOẠI/CQ; số viết liền.
    Sai: `number: 49/KH-HĐBCQG` với cơ quan ban hành là ban chỉ đạo bầu cử tỉnh.
    Đúng: `number: 49/KH-HĐBCQG` với cơ quan ban hành là Hội đồng bầu cử quốc gia.
    """
    if "units" in repository.unreadable:
        return
    for document in repository.document_entries:
        if document.number is None:
            continue
        wrong = misfit(document.number, document.issuer, repository)
        if wrong is not None:
            message, hint = wrong
            about = f"documents.{document.id}"
            yield rule.finding(message, at=document.at("number"), hint=hint, about=about)


@check("TD311", "Loại văn bản phải hợp với chữ viết tắt trong ký hiệu.", Severity.ERROR)
def type_fits_number(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Chữ viết tắt tên loại trong ký hiệu phải là của loại ghi ở type.

    Viện dẫn “Nghị quyết số 12/QĐ-UBND” làm người đọc không biết phải tìm văn bản nào.
    Bảng chữ viết tắt: Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I.
    Sai: `type: Nghị quyết` với `number: 12/QĐ-UBND`.
    Đúng: `type: Quyết định` với `number: 12/QĐ-UBND`.
    """
    for document in repository.document_entries:
        parts = parse_number(document.number) if document.number is not None else None
        allowed = abbreviations_of(document.type)
        if parts is not None and allowed and parts.abbreviation not in allowed:
            yield rule.finding(
                f"Ký hiệu của “{document.number}” ghi “{parts.abbreviation}” nhưng loại văn bản là “{document.type}”.",
                at=document.at("number"),
                hint=f"“{document.type}” viết tắt là {allowed[0]}; sửa number hoặc type.",
                related=(Related("Loại văn bản ghi ở đây.", document.at("type")),),
                about=f"documents.{document.id}",
            )


@check("TD312", "Kế hoạch chỉ viện dẫn văn bản đã ban hành.", Severity.ERROR)
def cited_documents_are_older(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Văn bản được viện dẫn không được có ngày sau ngày của kế hoạch.

    Không thể căn cứ vào văn bản chưa có; thường là gõ nhầm năm.
    Sai: kế hoạch ngày 2026-01-30 căn cứ văn bản ngày 2026-12-16.
    Đúng: kế hoạch ngày 2026-01-30 căn cứ văn bản ngày 2025-12-16.
    """
    for folder in repository.campaigns.values():
        issued = folder.campaign.document.date
        if issued is None:
            continue
        for name, at in _cited(folder.campaign).items():
            document = repository.documents.get(name)
            if document is not None and document.date is not None and document.date > issued:
                yield rule.finding(
                    f"Kế hoạch ngày {day_short(issued)} viện dẫn “{name}” đến ngày {day_short(document.date)} mới có.",
                    at=at,
                    hint="Xem lại ngày của kế hoạch và ngày của văn bản.",
                    related=(Related("Ngày của văn bản ghi ở đây.", document.at("date")),),
                    about=f"basis.{name}",
                )


@check("TD313", "Số của kế hoạch phải hợp với cơ quan ban hành kế hoạch.", Severity.ERROR)
def plan_number_fits_issuer(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Số của kế hoạch phải có chữ viết tắt KH và ký hiệu của cơ quan ban hành.

    Số in trên đầu kế hoạch và được mọi báo cáo viện dẫn; mẫu viết ở Nghị định 30/2020/NĐ-CP, Phụ lục III.
    Sai: `number: 19/KH-SNV` khi `issuer: so-vhttdl`.
    Đúng: `number: 19/KH-SVHTTDL` khi `issuer: so-vhttdl`; có `issued_with: [so-noi-vu]` thì 19/KH-SVHTTDL-SNV.
    """
    if "units" in repository.unreadable:
        return
    for folder in repository.campaigns.values():
        campaign = folder.campaign
        number = campaign.document.number
        if number is None:
            continue
        wrong = misfit(number, campaign.issuer, repository, campaign.issuers[1:])
        parts = parse_number(number)
        if wrong is None and parts is not None and parts.abbreviation not in abbreviations_of("Kế hoạch"):
            what = f"Số “{number}” của kế hoạch ghi loại “{parts.abbreviation}”."
            wrong = what, "Kế hoạch viết tắt là KH."
        if wrong is not None:
            message, hint = wrong
            yield rule.finding(message, at=campaign.at("document", "number"), hint=hint, about="document")


@check("TD331", "Cơ quan cùng ban hành phải khác nhau và khác cơ quan ban hành.", Severity.ERROR)
def joint_issuers_differ(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Mỗi cơ quan ban hành ghi một lần: cơ quan chủ trì ở issuer, các cơ quan khác ở issued_with.

    Ghi trùng thì tên, ký hiệu và chỗ ký của cơ quan ấy in hai lần. Báo cáo do đơn vị của thư mục báo cáo chủ trì.
    Sai: `issuer: so-vhttdl` với `issued_with: [so-vhttdl]`
    Đúng: `issuer: so-vhttdl` với `issued_with: [so-noi-vu]`
    """
    for folder in repository.campaigns.values():
        yield from _named_again(rule, folder.campaign.issuer, folder.campaign)
        for narrative in folder.narratives:
            yield from _named_again(rule, narrative.unit, narrative.head)


def _named_again(rule: Rule, issuer: str, paper: Campaign | NarrativeHead) -> Iterator[Finding]:
    named = {issuer}
    for i, other in enumerate(paper.issued_with):
        if other.unit in named:
            yield rule.finding(
                f"“{other.unit}” đã là cơ quan ban hành.",
                at=paper.at("issued_with", i),
                hint="Bỏ mục này, hoặc ghi mã của cơ quan khác.",
            )
        named.add(other.unit)


def _cited(campaign: Campaign) -> dict[str, Location]:
    """Each cited document once, with the first place that cites it."""
    places: dict[str, Location] = {}
    for key, names in (("implements", campaign.implements), ("related", campaign.related)):
        for i, name in enumerate(names):
            places.setdefault(name, campaign.at(key, i))
    for entry in campaign.basis:
        places.setdefault(entry.document, entry.at("document"))
    return places
