"""Rules of citations: a document is cited alike everywhere, in full, and not under two types."""

from collections.abc import Iterator
from datetime import date

from thidua_cli.diagnostics.finding import Finding, Related, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.model.documents import OfficialDocument, PrintedCitation
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.letters import fold

_PARTS = {
    "type": "tên loại",
    "number": "số",
    "date": "ngày",
    "issuer": "nơi ban hành",
    "subject": "trích yếu",
}
"""What identifies a document in a citation, by its key."""


@check("TD315", "Một văn bản phải được viện dẫn giống nhau ở mọi kế hoạch.", Severity.WARNING)
def a_document_is_cited_alike(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Số, ngày, nơi ban hành, trích yếu của một văn bản không được mỗi nơi in một khác.

    Hai cách viện dẫn làm người đọc tưởng là hai văn bản. Kế hoạch đã in khác sổ văn bản thì cách in ấy ghi ở
    as_printed của văn bản, để người sau biết và đối chiếu bản gốc.
    Sai: `issuer: tinh-uy` và `as_printed: [{in: 19-KH, issuer: btv-tinh-uy}]`
    Đúng: mọi kế hoạch viện dẫn như sổ văn bản, không có `as_printed`
    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6b.
    """
    for document in repository.document_entries:
        for i, printed in enumerate(document.as_printed):
            for key, value in _differing(document, printed):
                shown = _shown(value, repository)
                place = document.at(key) if getattr(document, key) is not None else document.at("id")
                yield rule.finding(
                    f"“{printed.place}” viện dẫn “{document.id}” khác sổ văn bản ở {_PARTS[key]}: “{shown}”.",
                    at=document.at("as_printed", i, key),
                    hint="Đối chiếu bản gốc của văn bản; kế hoạch đã ban hành thì ghi vào known_issues.",
                    related=(Related("Sổ văn bản ghi ở đây.", place),),
                    about=f"documents.{document.id}",
                )


@check("TD316", "Văn bản có số phải đủ ngày, nơi ban hành và trích yếu.", Severity.NOTE)
def a_numbered_document_is_complete(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Lần viện dẫn đầu tiên phải có tên loại, số, ngày, cơ quan ban hành và trích yếu.

    Thiếu một phần thì người nhận khó tìm đúng văn bản; nhiều cơ quan có văn bản cùng số.
    Sai: `{id: 238-qd-tw-2020, type: Quyết định, number: 238-QĐ/TW, date: 2020-09-30}`
    Đúng: thêm `issuer` và `subject` như trên bản gốc của văn bản.
    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6b.
    """
    for document in repository.document_entries:
        lacks = [name for key, name in _PARTS.items() if getattr(document, key) is None]
        if document.number is not None and lacks:
            yield rule.finding(
                f"Văn bản “{document.number}” chưa có {', '.join(lacks)}.",
                at=document.at("number"),
                hint="Bổ sung theo bản gốc; kế hoạch viện dẫn như vậy mà không tìm được bản gốc thì để trống.",
                about=f"documents.{document.id}",
            )


@check("TD319", "Trích yếu của văn bản không nhắc lại tên loại.", Severity.NOTE)
def the_subject_does_not_repeat_the_type(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Trên giấy, tên loại đã đứng trước số; trích yếu lại bắt đầu bằng tên loại thì in thành hai lần.

    Sai: `type: Chương trình` với `subject: Chương trình hành động thực hiện …`
    Đúng: `type: Chương trình hành động` với `subject: thực hiện …`
    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6b.
    """
    for document in repository.document_entries:
        subject = fold(document.subject or "")
        if document.number is not None and f"{subject} ".startswith(f"{fold(document.type)} "):
            yield rule.finding(
                f"Trích yếu của “{document.number}” lại bắt đầu bằng tên loại “{document.type}”.",
                at=document.at("subject"),
                hint="Bỏ tên loại ở đầu subject, hoặc ghi đủ tên loại ở type.",
                related=(Related("Tên loại ghi ở đây.", document.at("type")),),
                about=f"documents.{document.id}",
            )


def _differing(document: OfficialDocument, printed: PrintedCitation) -> Iterator[tuple[str, object]]:
    """What the paper prints otherwise, by its key."""
    for key in _PARTS:
        value = getattr(printed, key)
        if value is not None and value != getattr(document, key):
            yield key, value


def _shown(value: object, repository: Repository) -> str:
    if isinstance(value, date):
        return day_short(value)
    unit = repository.units.get(str(value))
    return unit.name if unit is not None else str(value)
