"""Marks that only some papers carry: where they stand, how large they are, and that no other paper has them."""

from dataclasses import replace
from decimal import Decimal

import pytest
from docx.oxml.ns import qn
from papers import APPENDICES, LETTER_FRAME, MARKS, NOTICE, PLAN_FRAME, SENTENCE, letter, plan, words
from reading_back import read_back

from thidua_cli.typesetting.closing import closing
from thidua_cli.typesetting.composition import compose
from thidua_cli.typesetting.identity import number_line
from thidua_cli.typesetting.layout import Cell, Line, Setting, TwoColumns
from thidua_cli.typesetting.letterhead import opening
from thidua_cli.typesetting.profile import FormatProfile, load_profile, profile_names
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.text_width import text_width
from thidua_cli.typesetting.tree import Frame, Marks, Paragraph, Urgency, plain_text

FORMS = pytest.mark.parametrize("form", profile_names())
PARTY = pytest.mark.parametrize("form", ["dang-hd05", "dang-hd36"])
POINT = Decimal("25.4") / 72
CONTACT = str(MARKS.contact)


def marked(frame: Frame, marks: Marks = MARKS) -> Frame:
    return replace(frame, marks=marks)


def said(line: Line) -> str:
    return plain_text(line.runs)


def lines_of(cell: Cell) -> list[Line]:
    return [piece for piece in cell.pieces if isinstance(piece, Line)]


def below_the_issuer(frame: Frame, profile: FormatProfile) -> list[Line]:
    head = opening(frame, profile)[0]
    assert isinstance(head, TwoColumns)
    return lines_of(head.rows[1][0])


@pytest.mark.parametrize(
    ("urgency", "text", "width"),
    [("urgent", "KHẨN", 20), ("very-urgent", "THƯỢNG KHẨN", 40), ("express", "HỎA TỐC", 30)],
)
def test_the_state_frames_each_degree_of_urgency_in_its_own_size(
    urgency: Urgency, text: str, width: int
) -> None:
    profile = load_profile("nd30")
    style = profile.styles[Slot.URGENCY]

    line = below_the_issuer(marked(PLAN_FRAME, Marks(urgency=urgency)), profile)[-1]

    assert style.framed is not None
    assert style.letters(said(line)) == text
    inner = profile.letterhead.left - 2 * line.inset
    assert inner + 2 * style.framed * POINT == width
    assert text_width(text, style.size, bold=style.bold) < inner
    # Liberation Serif and Times New Roman set single lines 1.15 times as high as their size.
    assert abs(Decimal("1.15") * style.size * POINT + 2 * style.framed * POINT - 8) < Decimal("0.3")
    assert (style.colour, style.bold) == ("FF0000", True)


@FORMS
@pytest.mark.parametrize(
    ("kind", "above"), [("Kế hoạch", [Slot.NUMBER]), (None, [Slot.NUMBER, Slot.LETTER_SUBJECT])]
)
def test_urgency_stands_below_the_number_the_subject_of_a_letter_and_the_draft(
    form: str, kind: str | None, above: list[Slot]
) -> None:
    frame = replace(LETTER_FRAME, kind=kind, marks=replace(MARKS, draft=2))

    lines = below_the_issuer(frame, load_profile(form))

    assert [line.slot for line in lines] == [*above, Slot.DRAFT, Slot.URGENCY]


@FORMS
def test_limits_on_circulation_stand_at_the_top_of_the_first_page_alone(form: str) -> None:
    paper = read_back(letter(marked(LETTER_FRAME)), load_profile(form))

    first, *appendices = paper.sections
    assert [p.text for p in first.first_page_header.paragraphs] == ["LƯU HÀNH NỘI BỘ"]
    assert len(appendices) == len(APPENDICES)
    assert [p.text for section in appendices for p in section.first_page_header.paragraphs] == ["", ""]


@FORMS
def test_limits_on_circulation_are_centred_above_the_right_column(form: str) -> None:
    profile = load_profile(form)
    paper = read_back(plan(frame=marked(PLAN_FRAME)), profile)

    [paragraph] = paper.sections[0].first_page_header.paragraphs
    left, right = (
        float(n or 0) / 36000
        for n in (paragraph.paragraph_format.left_indent, paragraph.paragraph_format.right_indent)
    )
    middle = (left + float(profile.page.text_width()) - right) / 2
    assert middle == pytest.approx(float(profile.letterhead.left + profile.letterhead.right / 2), abs=0.05)


def test_the_state_gives_its_contact_at_the_foot_of_the_first_page_alone() -> None:
    paper = read_back(letter(replace(marked(LETTER_FRAME), notice=NOTICE)), load_profile("nd30"))

    first, *appendices = paper.sections
    assert [p.text for p in first.first_page_footer.paragraphs] == [CONTACT, NOTICE]
    for running in (first.footer, *(section.first_page_footer for section in appendices)):
        assert [p.text for p in running.paragraphs] == [NOTICE]


@PARTY
def test_the_party_gives_its_contact_right_below_the_signature(form: str) -> None:
    [sheets, *_] = compose(letter(marked(LETTER_FRAME)), load_profile(form))

    below, last = sheets.settings[-2:]
    assert isinstance(last, Line)
    assert (last.slot, said(last)) == (Slot.CONTACT, CONTACT)
    assert isinstance(below, TwoColumns)
    assert all(line.keep_next for cell in below.rows[-1] for line in lines_of(cell))


@PARTY
def test_the_end_of_a_long_list_of_recipients_stays_with_the_contact(form: str) -> None:
    many = tuple(words(f"Xã {number}") for number in range(60))
    frame = replace(marked(PLAN_FRAME), recipients=many)

    [sheets] = compose(plan((Paragraph(words(SENTENCE)),), frame), load_profile(form))

    below = sheets.settings[-2]
    assert isinstance(below, TwoColumns)
    last = below.below_left[-1]
    assert isinstance(last, Line)
    assert (last.slot, last.keep_next) == (Slot.DRAFTER, True)


@pytest.mark.parametrize(
    ("form", "copies", "printed"),
    [
        ("nd30", 300, "PL.(300)"),
        ("nd30", None, "PL"),
        ("dang-hd05", 26, "PL-26"),
        ("dang-hd05", None, "PL"),
    ],
)
def test_who_drafted_the_paper_ends_the_recipients(form: str, copies: int | None, printed: str) -> None:
    columns = closing(marked(PLAN_FRAME, Marks(drafter="PL", copies=copies)), load_profile(form))

    *_, filing, last = lines_of(columns.rows[0][0])
    assert said(filing).startswith("- Lưu")
    assert (last.slot, said(last)) == (Slot.DRAFTER, printed)


def test_who_drafted_the_paper_needs_no_recipients() -> None:
    frame = replace(PLAN_FRAME, recipients=(), filing=None, marks=Marks(drafter="PL"))

    assert [said(line) for line in lines_of(closing(frame, load_profile("nd30")).rows[0][0])] == ["PL"]


@pytest.mark.parametrize(
    ("form", "two_sided", "mirrored"),
    [("dang-hd05", True, True), ("dang-hd05", False, False), ("nd30", True, False)],
)
def test_only_the_party_swaps_the_margins_of_back_pages(
    form: str, *, two_sided: bool, mirrored: bool
) -> None:
    paper = read_back(plan(frame=marked(PLAN_FRAME, Marks(two_sided=two_sided))), load_profile(form))

    assert (paper.settings.element.find(qn("w:mirrorMargins")) is not None) == mirrored


@FORMS
def test_a_paper_without_marks_has_nothing_at_its_edges(form: str) -> None:
    profile = load_profile(form)
    paper = read_back(plan(), profile)

    edges = (
        paper.sections[0].first_page_header,
        paper.sections[0].first_page_footer,
        paper.sections[0].footer,
    )
    assert [p.text for edge in edges for p in edge.paragraphs] == ["", "", ""]
    own = {Slot.URGENCY, Slot.CIRCULATION, Slot.DRAFTER, Slot.CONTACT, Slot.DRAFT}
    settings: tuple[Setting, ...] = tuple(s for sheets in compose(plan(), profile) for s in sheets.settings)
    assert not own & {line.slot for setting in settings for line in _every_line(setting)}


def _every_line(setting: Setting) -> list[Line]:
    if isinstance(setting, Line):
        return [setting]
    if isinstance(setting, TwoColumns):
        return [line for row in setting.rows for cell in row for line in lines_of(cell)]
    return []


@pytest.mark.parametrize(
    ("form", "own", "others", "printed"),
    [
        ("nd30", "SVHTTDL", ("SNV", "CAT"), "Số: 05/KH-SVHTTDL-SNV-CAT"),
        ("dang-hd05", "BTCTU", ("BNCTU",), "Số 05-KH/BTCTU-BNCTU"),
        ("nd30", None, ("SNV",), "Số: 05/KH-SNV"),
    ],
)
def test_the_number_bears_the_symbols_of_all_issuers(
    form: str, own: str | None, others: tuple[str, ...], printed: str
) -> None:
    frame = replace(PLAN_FRAME, issuer_symbol=own, joint_symbols=others)

    assert number_line(frame, load_profile(form)) == printed
