"""What the rules on form ask of the prose of a paper."""

import re
from collections.abc import Iterator

from thidua_cli.diagnostics.finding import Finding, Severity
from thidua_cli.diagnostics.rule import Check, Rule, check
from thidua_cli.repository.index import Repository

_APPENDIX = re.compile(r"^[ \t]*#[ \t]+(.+?)[ \t]*\{[^{}\n]*\bappendix\b[^{}\n]*\}[ \t]*$", re.MULTILINE)
_MENTION = "phụ lục"


@check("TD510", "Kế hoạch có phụ lục thì trong lời văn phải nhắc đến phụ lục.", Severity.WARNING)
def _appendices(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Nghị định 30/2020/NĐ-CP (Phụ lục I, phần I, mục III.1a) và Hướng dẫn 05-HD/VPTW (phần II, mục II.1.1).

    Văn bản có phụ lục kèm theo thì trong văn bản phải có chỉ dẫn về phụ lục đó; thiếu chỉ dẫn, văn thư trả lại giấy.
    Sai: plan.md có `# Danh mục nhiệm vụ {appendix}` mà lời văn phía trên không nhắc đến phụ lục.
    Đúng: `… theo danh mục tại Phụ lục kèm theo Kế hoạch này.`
    """
    for folder in repository.campaigns.values():
        begun = None if folder.plan is None else _APPENDIX.search(folder.plan.text)
        if folder.plan is None or begun is None or _MENTION in folder.plan.text[: begun.start()].lower():
            continue
        yield rule.finding(
            f"Lời văn không nhắc đến phụ lục “{begun[1]}”.",
            at=folder.plan.at(begun.start(1), len(begun[1])),
            hint="Thêm vào chỗ thích hợp, chẳng hạn: … theo danh mục tại Phụ lục kèm theo Kế hoạch này.",
        )


CHECKS: tuple[Check[Repository], ...] = (_appendices,)
