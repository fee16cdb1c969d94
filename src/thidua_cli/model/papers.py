"""What the papers of a campaign have in common: who issues and signs them, who gets them, what marks they bear."""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from thidua_cli.diagnostics import field_rules
from thidua_cli.model.fields import Count, Identifier, OneOrMany, Text, YesNo, one_of, refuse
from thidua_cli.model.record import Phrase, Record

Urgency = Annotated[
    Literal["urgent", "very-urgent", "express"], BeforeValidator(one_of("urgent", "very-urgent", "express"))
]


class Recipient(Phrase):
    """A line of `Nơi nhận`; written as text alone where no unit of the register stands behind it."""

    note: Text | None = None
    """`b/c`, `để phối hợp`."""
    unit: Identifier | None = None


class SignatureBlock(Record):
    """Who signs."""

    authority: OneOrMany[Text] = ()
    """`KT. GIÁM ĐỐC`; several lines for a deputy of a body: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`."""
    title: Text
    """`PHÓ GIÁM ĐỐC`."""
    name: Text | None = None


class JointIssuer(Record):
    """A body that issues a paper together with its issuer; written as its id alone while nobody knows who signs."""

    unit: Identifier
    signature: SignatureBlock | None = None

    @classmethod
    def widen(cls, data: Any) -> Any:
        return {"unit": data} if isinstance(data, str) else data


class PaperMarks(Record):
    """What only some papers carry; secrecy is no key, for its stamps are prescribed by the law on state secrets."""

    draft: Count | None = None
    """Which draft this is (dự thảo lần …)."""
    urgency: Urgency | None = None
    """Khẩn, thượng khẩn, hỏa tốc."""
    circulation: Text | None = None
    """`Lưu hành nội bộ`: how far the paper may go."""
    drafter: Text | None = None
    """What stands for the person who drafted it: `PL`."""
    copies: Count | None = None
    """How many copies are issued; stands beside the drafter."""
    contact: Text | None = None
    """Address, telephone and the like of the issuer."""
    two_sided: YesNo = Field(default=False)
    """Whether the sheets are printed on both sides."""

    @model_validator(mode="after")
    def _copies_beside_drafter(self) -> Self:
        if self.copies is not None and self.drafter is None:
            raise refuse(
                field_rules.COMBINATION,
                "Số lượng bản (copies) in liền sau ký hiệu người soạn thảo nhưng chưa ghi drafter.",
                "Ghi thêm drafter, ví dụ drafter: PL; hoặc bỏ copies.",
            )
        return self
