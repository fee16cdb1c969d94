"""Appendices and wide tables have sheets of their own."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm
from papers import APPENDICES, LETTER_FRAME, PLAN_FRAME, SENTENCE, letter, plan, target_table, words
from reading_back import read_back

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.diagnostics.finding import Location
from thidua_cli.typesetting.composition import compose
from thidua_cli.typesetting.layout import DataTable, DrawnRule, Line, Sheets, TwoColumns
from thidua_cli.typesetting.markup import parse_markup
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.tree import Appendix, Block, Document, Frame, Heading, Paragraph, plain_text

NB = "\N{NO-BREAK SPACE}"
PROFILE = load_profile("nd30")
WIDE = replace(target_table(3), landscape=True)
TEXT = Paragraph(words(SENTENCE))


def sheets(*blocks: Block, frame: Frame = PLAN_FRAME, form: str = "nd30") -> tuple[Sheets, ...]:
    paper = Document(frame, (), blocks, "Sở Minh họa", date(2026, 1, 5))
    return compose(paper, load_profile(form))


def texts(part: Sheets) -> list[str]:
    return [plain_text(s.runs) for s in part.settings if isinstance(s, Line)]


def lies(parts: tuple[Sheets, ...]) -> list[tuple[bool, bool]]:
    return [(part.landscape, part.counted_anew) for part in parts]


def test_appendices_follow_the_signature_wherever_they_stand_among_the_blocks() -> None:
    paper, *appendices = sheets(APPENDICES[0], TEXT, APPENDICES[1])

    assert isinstance(paper.settings[-1], TwoColumns)
    assert texts(paper)[-1].startswith("Toàn thể cán bộ")
    assert [texts(part)[:2] for part in appendices] == [
        ["Phụ lục I", "Danh mục chỉ tiêu thi đua"],
        ["Phụ lục II", "Mẫu đăng ký"],
    ]


def test_an_appendix_within_an_appendix_follows_it() -> None:
    inner = Appendix(words("Trong"), (TEXT,))

    parts = sheets(TEXT, Appendix(words("Ngoài"), (TEXT, inner, TEXT)))

    assert [texts(part)[1] for part in parts[1:]] == ["Ngoài", "Trong"]


@pytest.mark.parametrize(
    ("form", "label", "labels", "origin"),
    [
        (
            "nd30",
            "Phụ lục",
            ["Phụ lục I", "Phụ lục II"],
            "(Kèm theo Kế hoạch số 05/KH-SVHTTDL ngày 05 tháng 01 năm 2026 của Sở Minh họa)",
        ),
        *(
            (
                form,
                "Phụ lục",
                ["Phụ lục 1", "Phụ lục 2"],
                "(Kèm theo Kế hoạch số 05-KH/SVHTTDL, ngày 05/01/2026 của Sở Minh họa)",
            )
            for form in ("dang-hd05", "dang-hd36")
        ),
    ],
)
def test_an_appendix_names_its_paper_and_is_numbered_beside_others(
    form: str, label: str, labels: list[str], origin: str
) -> None:
    [_, alone] = sheets(TEXT, APPENDICES[1], form=form)
    [_, *several] = sheets(TEXT, *APPENDICES, form=form)

    assert texts(alone)[0] == label
    assert [texts(part)[0] for part in several] == labels
    assert {texts(part)[2] for part in (alone, *several)} == {origin}


def test_a_letter_without_number_and_day_leaves_room_for_them_on_its_appendix() -> None:
    [_, appendix] = sheets(TEXT, APPENDICES[1], frame=replace(LETTER_FRAME, number=None, date=None))

    day = f"ngày {NB * 5} tháng {NB * 5} năm 2026"
    assert texts(appendix)[2] == f"(Kèm theo Công văn số {NB * 6}/SVHTTDL-TCPC {day} của Sở Minh họa)"


def test_a_rule_or_hyphens_close_the_head_of_an_appendix() -> None:
    [_, state] = sheets(TEXT, APPENDICES[1])
    [_, party] = sheets(TEXT, APPENDICES[1], form="dang-hd05")

    assert isinstance(state.settings[3], DrawnRule)
    assert texts(party)[3] == "-----"


def test_an_appendix_counts_its_headings_and_ends_like_the_paper() -> None:
    [_, appendix] = sheets(Heading(1, words("Một")), TEXT, APPENDICES[1])

    assert texts(appendix)[3] == "I. Thông tin"
    assert texts(appendix)[-1].endswith("./.")
    assert not any(s.keep_next for s in appendix.settings if isinstance(s, Line))


def test_a_wide_table_takes_its_heading_along_and_the_text_goes_on_upright() -> None:
    before, wide, after = sheets(TEXT, Heading(1, words("Bảng")), WIDE, TEXT)

    assert lies((before, wide, after)) == [(False, True), (True, False), (False, False)]
    assert texts(wide) == ["I. Bảng", "Bảng chỉ tiêu năm 2026"]
    assert [s.width for s in wide.settings if isinstance(s, DataTable)] == [Decimal(252)]
    assert texts(after)[0].startswith("Toàn thể cán bộ")


def test_a_signature_stays_with_a_wide_table_at_the_end() -> None:
    _, wide = sheets(TEXT, WIDE)

    *_, table, mark, signature = wide.settings
    assert isinstance(table, DataTable)
    assert table.keep_next
    assert isinstance(mark, Line)
    assert mark.keep_next
    assert isinstance(signature, TwoColumns)
    assert signature.left + signature.right == Decimal(252)


def test_a_wide_table_takes_the_head_of_its_appendix_along() -> None:
    [_, appendix] = sheets(TEXT, Appendix(words("Bảng"), (WIDE,)))

    assert (appendix.landscape, appendix.counted_anew) == (True, True)
    assert texts(appendix)[:2] == ["Phụ lục", "Bảng"]


def sections(paper: Document) -> Iterator[tuple[Section, bool]]:
    """The sections of the written paper, and whether each counts its pages from 1 and hides the first number."""
    for section in read_back(paper, PROFILE).sections:
        [*numbering] = section._sectPr.iter(qn("w:pgNumType"))  # noqa: SLF001 - python-docx has no way to it
        anew = [n.get(qn("w:start")) for n in numbering] == ["1"]
        assert anew == section.different_first_page_header_footer
        yield section, anew


def test_the_sheets_read_back_with_the_margins_of_the_form_and_a_number_on_top() -> None:
    read = list(sections(letter()))

    assert [(s.orientation, anew) for s, anew in read] == [
        (WD_ORIENT.PORTRAIT, True),
        (WD_ORIENT.LANDSCAPE, True),
        (WD_ORIENT.PORTRAIT, True),
    ]
    for section, _ in read:
        sides = (section.page_width or 0, section.page_height or 0)
        upright = section.orientation == WD_ORIENT.PORTRAIT
        wanted = (Mm(210), Mm(297)) if upright else (Mm(297), Mm(210))
        assert all(abs(side - length) < Mm(0.02) for side, length in zip(sides, wanted, strict=True))
        assert abs((section.top_margin or 0) - Mm(20)) < Mm(0.02)
        assert abs((section.left_margin or 0) - Mm(30)) < Mm(0.02)
        assert abs((section.right_margin or 0) - Mm(15)) < Mm(0.02)
        assert "PAGE" in section.header.part.blob.decode()
        assert [p.text for p in section.first_page_header.paragraphs] == [""]


def test_pages_go_on_being_counted_over_a_wide_table() -> None:
    assert [anew for _, anew in sections(plan((TEXT, WIDE, TEXT)))] == [True, False, False]


def parse(*lines: str) -> tuple[Block, ...]:
    return parse_markup("\n".join(lines), Location("mau.md", 1, 1, 1, 1))


def test_markup_begins_an_appendix_with_a_heading() -> None:
    blocks = parse("Một.", "# Danh mục {appendix landscape}", "# A", "Hai.", "# Mẫu {appendix}", "- Ba.")

    first, *appendices = blocks
    assert first == Paragraph(words("Một."))
    assert [(a.title, a.landscape, len(a.blocks)) for a in appendices if isinstance(a, Appendix)] == [
        (words("Danh mục"), True, 2),
        (words("Mẫu"), False, 1),
    ]


@pytest.mark.parametrize(
    "heading",
    ["## Danh mục {appendix}", "# Bảng {landscape}", '# A {appendix marker="1."}', "# A {run-in appendix}"],
)
def test_only_a_heading_of_the_first_level_begins_an_appendix(heading: str) -> None:
    with pytest.raises(ThiduaError) as refused:
        parse("Một.", "", heading, "", "Hai.")

    assert refused.value.message.startswith("Phụ lục mở bằng một tiêu đề cấp một")
    assert refused.value.at is not None
    assert refused.value.at.line == 3


def test_the_slots_of_an_appendix_stay_with_what_follows() -> None:
    styles = PROFILE.styles

    heads = (Slot.APPENDIX_LABEL, Slot.APPENDIX_TITLE, Slot.APPENDIX_ORIGIN)
    assert all(styles[slot].keep_next for slot in heads)
