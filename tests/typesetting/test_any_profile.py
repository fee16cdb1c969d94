"""A form that nobody has is set like any other: the writer follows the profile and asks none its name."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from docx.document import Document as Package
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as ReadParagraph
from papers import LETTER_FRAME, MARKS, PARTY_FRAME, letter, target_table, words
from reading_back import read_back

from thidua_cli.typesetting.docx_styles import style_id
from thidua_cli.typesetting.profile import FormatProfile, load_profile, profile_names
from thidua_cli.typesetting.profile_parts import Endings, UrgencyMark
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.tree import Document, Heading, Item, Paragraph, Part

TEXT = (
    Part(words("không")),
    Heading(1, words("một")),
    Heading(2, words("hai")),
    Heading(3, words("ba")),
    Item(1, words("bốn.")),
)


def odd(shipped: FormatProfile) -> FormatProfile:
    """The profile with values that no guidance has."""
    body = shipped.styles[Slot.BODY].model_copy(update={"size": 21, "exactly": 33, "align": "right"})
    star = shipped.styles[Slot.KIND].model_copy(update={"size": 9})
    parts = {
        "page": {"top": 41, "header": 7},
        "letterhead": {
            "subject_lowered": True,
            "issuer_rule": None,
            "subject_rule": None,
            "joint": "&",
            "draft": "Nháp {number}",
            "issuer_mark": "~",
            "subject_mark": "~~~",
        },
        "letter": {
            "subject": "Nói về {text}",
            "symbol": "{drafter}<{kind}<{issuer}",
            "name": "Thư",
        },
        "appendix": {
            "label_of_several": "Phần thêm {roman}.{arabic}",
            "origin": "[{kind} {identifier}, {day}, {issuer}]",
            "day": "{year}.{month}.{day}",
            "rule": None,
            "mark": "==",
        },
        "addressing": {
            "label": "Thưa",
            "several": "{label}…",
            "item": "> {text}",
            "endings": Endings(line="|", last="||"),
        },
        "patterns": {
            "number": "№ {identifier}",
            "identifier": "{number}|{symbol}",
            "symbol": "{issuer}+{kind}",
            "number_digits": 4,
            "joint_symbols": "^",
        },
        "markers": {
            "part": "{arabic}§",
            "heading_1": "{letter}!",
            "heading_2": "{parent}{roman}?",
            "heading_3": "{parent}{arabic}",
        },
        "closing": {
            "label": "Gửi:",
            "recipient": "* {text}",
            "filing": "Giữ {text}",
            "end_mark": "…!",
            "endings": Endings(line="#", last="@"),
            "drafter_with_copies": "{copies}:{drafter}",
        },
        "urgency": {"very_urgent": UrgencyMark(text="Nhanh", width=Decimal(33))},
        "contact": {"on": "last-page"},
    }
    changed = {name: getattr(shipped, name).model_copy(update=values) for name, values in parts.items()}
    styles = {**shipped.styles, Slot.BODY: body, Slot.ISSUER_MARK: star, Slot.SUBJECT_MARK: star}
    return shipped.model_copy(update={**changed, "styles": styles})


@pytest.fixture(params=profile_names())
def paper(request: pytest.FixtureRequest) -> Package:
    """A paper in the changed form, read back."""
    profile = odd(load_profile(str(request.param)))
    blocks = (*TEXT, target_table(1), Paragraph(words("Hết.")))
    return read_back(Document(PARTY_FRAME, (), blocks, "", date(2026, 2, 5)), profile)


@pytest.fixture(params=profile_names())
def sent(request: pytest.FixtureRequest) -> Package:
    """A letter of two bodies with appendices in the changed form, read back."""
    frame = replace(
        LETTER_FRAME,
        marks=replace(MARKS, draft=3),
        joint_issuers=(("Sở Nội vụ",),),
        joint_symbols=("SNV",),
        date=date(2026, 2, 5),
        notice=None,
    )
    return read_back(letter(frame), odd(load_profile(str(request.param))))


def printed(paper: Package, *slots: Slot) -> list[str]:
    """The lines of the paper that stand in these slots."""
    wanted = {style_id(slot) for slot in slots}
    read = (ReadParagraph(element, paper) for element in paper.element.body.iter(qn("w:p")))
    return [p.text for p in read if p.style is not None and p.style.style_id in wanted]


def test_words_are_joined_as_the_form_says(paper: Package) -> None:
    assert printed(paper, Slot.NUMBER) == ["№ 0006|ĐU+KH"]
    assert printed(paper, Slot.ISSUER_MARK, Slot.SUBJECT_MARK) == ["~", "~~~"]
    assert printed(paper, Slot.SUBJECT)[0].startswith("phát động")
    assert printed(paper, Slot.HEADING_2, Slot.HEADING_3) == ["a!I? hai", "a!I?1 ba"]
    assert printed(paper, Slot.PART_LABEL) == ["1§"]
    assert printed(paper, Slot.RECIPIENTS_LABEL) == ["Gửi:"]
    assert printed(paper, Slot.BODY) == ["Hết…!"]


def test_a_letter_is_worded_as_the_form_says(sent: Package) -> None:
    assert printed(sent, Slot.ISSUER)[-2:] == ["VÀ DU LỊCH &", "SỞ NỘI VỤ"]
    assert printed(sent, Slot.NUMBER) == ["№ 0007|TCPC<CV<SVHTTDL^SNV"]
    assert printed(sent, Slot.LETTER_SUBJECT)[0].startswith("Nói về đăng ký")
    assert [text.lower() for text in printed(sent, Slot.DRAFT, Slot.URGENCY)] == ["nháp 3", "nhanh"]
    assert [text.lower() for text in printed(sent, Slot.DRAFTER)] == ["300:pl"]
    assert printed(sent, Slot.CONTACT) == [MARKS.contact]
    assert printed(sent, Slot.ADDRESSEES_LABEL, Slot.ADDRESSEE_ITEM) == [
        "Thưa…",
        "> Các phòng, đơn vị sự nghiệp trực thuộc Sở|",
        "> Ban Thi đua, Khen thưởng||",
    ]


def test_appendices_are_headed_as_the_form_says(sent: Package) -> None:
    labels = [text.lower() for text in printed(sent, Slot.APPENDIX_LABEL)]

    assert labels == ["phần thêm i.1", "phần thêm ii.2"]
    origin = "[Thư 0007|TCPC<CV<SVHTTDL^SNV, 2026.02.05, Sở Văn hóa, Thể thao và Du lịch]"
    assert printed(sent, Slot.APPENDIX_ORIGIN) == [origin, origin]
    assert printed(sent, Slot.SUBJECT_MARK) == ["==", "=="]


def test_recipients_are_listed_as_the_form_says(paper: Package) -> None:
    assert printed(paper, Slot.RECIPIENT) == [
        "* Thường trực Tỉnh ủy (báo cáo)#",
        "* Các chi bộ trực thuộc#",
        "* Giữ Văn phòng Đảng ủy@",
    ]


def test_measures_are_those_of_the_form(paper: Package) -> None:
    [section] = paper.sections
    [body] = [s for s in paper.styles if s.style_id == style_id(Slot.BODY)]
    assert isinstance(body, ParagraphStyle)
    form = body.paragraph_format

    assert abs((section.top_margin or 0) - Mm(41)) < Mm(0.02)
    assert abs((section.header_distance or 0) - Mm(7)) < Mm(0.02)
    assert (body.font.size, form.line_spacing, form.alignment) == (Pt(21), Pt(33), WD_ALIGN_PARAGRAPH.RIGHT)
