"""Papers are read back through python-docx, which sees what Word would see."""

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from docx.document import Document as Package
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as ReadParagraph
from papers import NOTICE, PLAN_BLOCKS, PLAN_FRAME, SENTENCE, letter, noted, plan, report, target_table, words
from reading_back import parts_of, read_back

from thidua_cli.typesetting.docx_styles import style_id
from thidua_cli.typesetting.docx_writer import write_docx
from thidua_cli.typesetting.profile import FormatProfile, load_profile, profile_names
from thidua_cli.typesetting.profile_parts import SlotStyle
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.tree import Document, Item, Paragraph, Run, Table, plain_text

PROFILE = load_profile("nd30")
ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def package(document: Document, profile: FormatProfile = PROFILE) -> Package:
    return read_back(document, profile)


def paragraphs(read: Package) -> Iterator[ReadParagraph]:
    """All paragraphs of the body, those in tables too, in reading order."""
    for element in read.element.body.iter(qn("w:p")):
        yield ReadParagraph(element, read)


def named(read: Package, slot: Slot) -> list[str]:
    return [p.text for p in paragraphs(read) if p.style is not None and p.style.style_id == style_id(slot)]


def style(read: Package, slot: Slot) -> ParagraphStyle:
    [found] = [s for s in read.styles if s.style_id == style_id(slot)]
    assert isinstance(found, ParagraphStyle)
    return found


@pytest.mark.parametrize("name", profile_names())
def test_each_slot_reads_back_as_the_profile_says(name: str) -> None:
    profile = load_profile(name)
    read = package(noted("một", "hai"), profile)

    for slot, wanted in profile.styles.items():
        assert_set(style(read, slot), wanted)


def assert_set(read: ParagraphStyle, wanted: SlotStyle) -> None:
    font, form = read.font, read.paragraph_format
    assert font.size == Pt(float(wanted.size))
    assert (bool(font.bold), bool(font.italic), bool(font.underline)) == (
        wanted.bold,
        wanted.italic,
        wanted.underline,
    )
    assert form.alignment == ALIGNMENTS[wanted.align]
    assert form.space_before == Pt(float(wanted.before))
    assert form.space_after == Pt(float(wanted.after))
    assert bool(form.keep_with_next) == wanted.keep_next
    assert form.widow_control
    assert abs((form.first_line_indent or 0) - Mm(float(wanted.first_line))) < Mm(0.02)
    assert abs((form.left_indent or 0) - Mm(float(wanted.left))) < Mm(0.02)
    if wanted.exactly is None:
        assert form.line_spacing == pytest.approx(float(wanted.lines))
    else:
        assert form.line_spacing_rule == WD_LINE_SPACING.EXACTLY
        assert form.line_spacing == Pt(float(wanted.exactly))


def test_typeface_colour_and_language_are_the_defaults_of_all_text() -> None:
    defaults = package(plan()).styles.element.find(
        f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"
    )

    assert defaults is not None
    settings = {child.tag: set(child.attrib.values()) for child in defaults}
    assert settings[qn("w:rFonts")] == {"Times New Roman"}
    assert settings[qn("w:lang")] == {"vi-VN"}
    assert settings[qn("w:color")] == {"000000"}
    assert len(defaults.find(qn("w:rFonts")).attrib) == 4


@pytest.mark.parametrize("name", profile_names())
def test_the_page_is_a4_with_the_margins_of_the_profile(name: str) -> None:
    page = load_profile(name).page
    [section] = package(plan(), load_profile(name)).sections

    measures = (
        (section.page_width, Decimal(210)),
        (section.page_height, Decimal(297)),
        (section.top_margin, page.top),
        (section.bottom_margin, page.bottom),
        (section.left_margin, page.left),
        (section.right_margin, page.right),
        (section.header_distance, page.header),
    )
    assert all(abs((length or 0) - Mm(float(wanted))) < Mm(0.02) for length, wanted in measures)
    assert section.different_first_page_header_footer
    assert [p.text for p in section.header.paragraphs] == ["2"]
    assert "PAGE" in section.header.part.blob.decode()
    assert [p.text for p in section.first_page_header.paragraphs] == [""]


def test_capitals_are_letters_and_not_a_way_of_showing_them() -> None:
    read = package(plan())

    assert named(read, Slot.NATIONAL) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert named(read, Slot.SUPERIOR) == ["UBND TỈNH CAO BẰNG"]
    assert named(read, Slot.ISSUER) == ["SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"]
    assert named(read, Slot.KIND) == ["KẾ HOẠCH"]
    assert named(read, Slot.SUBJECT) == [plain_text(PLAN_FRAME.subject)]
    assert named(read, Slot.HEADING_1) == [
        "I. MỤC ĐÍCH, YÊU CẦU",
        "II. NỘI DUNG THI ĐUA",
        "III. TỔ CHỨC THỰC HIỆN",
    ]


def test_the_words_of_the_tree_come_back() -> None:
    read = package(plan())

    assert named(read, Slot.HEADING_2) == [
        "1. Mục đích",
        "2. Yêu cầu",
        "1. Phát triển du lịch",
        f"1. Các tổ chức đoàn thể: {SENTENCE}",
    ]
    assert named(read, Slot.HEADING_3) == ["a) Khen thưởng"]
    assert named(read, Slot.ITEM_1) == [f"- {SENTENCE}"] * 3
    assert named(read, Slot.ITEM_2) == [
        "+ Đón 23.100\N{NO-BREAK SPACE}nghìn lượt khách;",
        "+ Doanh thu đạt 3.350\N{NO-BREAK SPACE}tỷ đồng.",
    ]
    assert named(read, Slot.BODY) == [
        f"{SENTENCE} {SENTENCE}",
        "Đề án “Văn hóa tinh thần” năm 2026.",
        f"{SENTENCE.removesuffix('.')}./.",
    ]


def test_bold_and_italic_are_set_only_where_they_differ_from_the_style() -> None:
    blocks = (Paragraph((Run("a "), Run("b", bold=True), Run(" c", italic=True))), PLAN_BLOCKS[-2])

    read = package(plan(blocks))

    body, heading = (p for p in paragraphs(read) if p.style and p.style.style_id in ("Body", "Heading2"))
    assert [(r.text, r.bold, r.italic) for r in body.runs] == [
        ("a ", None, None),
        ("b", True, None),
        (" c", None, True),
    ]
    assert [(r.text, r.bold) for r in heading.runs] == [
        ("1. ", None),
        ("Các tổ chức đoàn thể:", None),
        (" ", False),
        (f"{SENTENCE.removesuffix('.')}./.", False),
    ]


def test_a_gap_stands_out_in_brackets_and_yellow() -> None:
    read = package(report())

    [gap] = [run for p in paragraphs(read) for run in p.runs if run.font.highlight_color]
    assert gap.text == "[số tập thể]"
    assert gap.style.style_id == "Blank"


def test_the_notice_stands_at_the_foot_of_the_first_page_and_of_all_others() -> None:
    [section] = package(report()).sections

    for footer in (section.footer, section.first_page_footer):
        assert [(p.text, p.style.style_id if p.style else "") for p in footer.paragraphs] == [
            (NOTICE, "Notice")
        ]


def test_a_paper_without_a_notice_has_nothing_at_its_foot() -> None:
    [section] = package(plan()).sections

    assert [p.text for p in (*section.footer.paragraphs, *section.first_page_footer.paragraphs)] == ["", ""]


def test_a_table_repeats_its_header() -> None:
    table = package(plan()).tables[1]

    rows = [row._tr for row in table.rows]  # noqa: SLF001 - python-docx has no public way to these marks
    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [True] + [
        False
    ] * 13
    assert [cell.text for cell in table.rows[0].cells] == ["TT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu"]
    assert {cell.text for cell in table.rows[1].cells} == {"A. Du lịch"}
    assert [cell.text for cell in table.rows[2].cells] == ["1", "Chỉ tiêu thứ 1", "nghìn lượt khách", "100"]


def test_no_row_of_any_table_splits() -> None:
    rows = list(package(plan()).element.body.iter(qn("w:tr")))

    assert len(rows) == 2 + 14 + 1
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_the_columns_of_a_table_fill_the_text_exactly() -> None:
    table = package(plan()).tables[1]

    grid = [int(column.get(qn("w:w")) or 0) for column in table._tbl.tblGrid]  # noqa: SLF001 - as above
    assert grid == [779, 4677, 2339, 1559]
    assert sum(grid) == round(165 * 1440 / 25.4)


def test_the_rules_are_drawn_lines_of_exact_length() -> None:
    xml = parts_of(write_docx(plan(), PROFILE))["word/document.xml"].decode()

    lengths = [int(cx) / 36000 for cx in re.findall(r'<wp:extent cx="(\d+)" cy="0"/>', xml)]
    points = [float(to) for to in re.findall(r' to="([\d.]+)pt,', xml)]
    assert [round(length, 1) for length in lengths] == [12.1, 56.1, 60.8]
    assert points == [pytest.approx(length * 72 / 25.4, abs=0.01) for length in lengths]
    assert len(set(re.findall(r'<wp:docPr id="(\d+)"', xml))) == 3


def test_what_is_special_in_xml_stays_text() -> None:
    awkward = "A & B <c> \"d\" 'e' ]]> &amp; g"
    table = Table(words(awkward), target_table(0).columns, target_table(0).rows)

    read = package(plan((Item(1, words(awkward)), table, Paragraph(words(awkward)))))

    assert named(read, Slot.ITEM_1) == [f"- {awkward}"]
    assert named(read, Slot.TABLE_CAPTION) == [awkward]
    assert named(read, Slot.BODY) == [f"{awkward}./."]


def test_a_person_who_types_on_below_a_heading_types_running_text() -> None:
    read = package(plan())

    following = {slot: style(read, slot).next_paragraph_style for slot in (Slot.HEADING_1, Slot.BODY)}
    assert {slot: found.style_id for slot, found in following.items() if found} == {
        Slot.HEADING_1: "Body",
        Slot.BODY: "Body",
    }


def test_the_properties_come_from_the_document() -> None:
    properties = package(plan()).core_properties

    assert properties.title == PLAN_FRAME.subject[0].text
    assert (properties.author, properties.last_modified_by) == ("Sở Văn hóa, Thể thao và Du lịch",) * 2
    assert (str(properties.created), str(properties.modified)) == ("2026-01-05 00:00:00+00:00",) * 2
    assert properties.language == "vi-VN"
    assert properties.category == "Kế hoạch"
    assert package(letter()).core_properties.category == "Công văn"
