"""The words of a Party paper, in the form before 27/5/2026 and in the one since."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from papers import PARTY_FRAME, target_table, words

from thidua_cli.typesetting.composition import compose
from thidua_cli.typesetting.layout import Cell, DataTable, DrawnRule, Line, Setting, TwoColumns
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.text_width import text_width
from thidua_cli.typesetting.tree import (
    Block,
    Document,
    Frame,
    Heading,
    Inline,
    Item,
    Paragraph,
    Run,
    plain_text,
)

NB = "\N{NO-BREAK SPACE}"
BOTH = pytest.mark.parametrize("name", ["dang-hd05", "dang-hd36"])
BASIS = (words("Căn cứ Điều lệ Đảng"), words("Căn cứ Chương trình số 29-CTr/TU"))
END: tuple[Block, ...] = (Paragraph(words("Thực hiện.")),)


def paper(
    name: str, frame: Frame = PARTY_FRAME, *, basis: tuple[Inline, ...] = (), blocks: tuple[Block, ...] = END
) -> tuple[Setting, ...]:
    [sheets] = compose(Document(frame, basis, blocks, "Đảng ủy", date(2026, 2, 5)), load_profile(name))
    return sheets.settings


def lines(settings: tuple[Setting, ...]) -> list[tuple[Slot, str]]:
    return [(s.slot, plain_text(s.runs)) for s in settings if isinstance(s, Line)]


def in_slot(slot: Slot, settings: tuple[Setting, ...]) -> Inline:
    """The runs of the one line in a slot."""
    [runs] = [s.runs for s in settings if isinstance(s, Line) and s.slot is slot]
    return runs


def columns(setting: Setting) -> tuple[Cell, ...]:
    assert isinstance(setting, TwoColumns)
    return tuple(cell for row in setting.rows for cell in row)


@BOTH
def test_a_party_paper_opens_with_the_star_and_the_name_of_the_party(name: str) -> None:
    issuer, title, number, day = columns(paper(name)[0])

    assert lines(issuer.pieces) == [
        (Slot.SUPERIOR, "Đảng bộ tỉnh Cao Bằng"),
        (Slot.ISSUER, "Đảng ủy xã Minh họa"),
        (Slot.ISSUER_MARK, "*"),
    ]
    assert lines(title.pieces) == [(Slot.PARTY, "Đảng Cộng sản Việt Nam")]
    assert lines(number.pieces) == [(Slot.NUMBER, "Số 06-KH/ĐU")]
    assert lines(day.pieces) == [(Slot.PLACE_DATE, "Minh họa, ngày 05 tháng 02 năm 2026")]


@BOTH
def test_the_only_rule_is_as_long_as_the_name_of_the_party(name: str) -> None:
    settings = paper(name)

    style = load_profile(name).styles[Slot.PARTY]
    drawn = [piece for cell in columns(settings[0]) for piece in cell.pieces if isinstance(piece, DrawnRule)]
    assert drawn == [DrawnRule(text_width("ĐẢNG CỘNG SẢN VIỆT NAM", style.size, bold=True))]
    assert not [setting for setting in settings if isinstance(setting, DrawnRule)]


@BOTH
def test_the_subject_goes_on_in_small_letters_to_five_hyphens(name: str) -> None:
    kind, subject, mark, *_ = lines(paper(name))

    assert kind == (Slot.KIND, "Kế hoạch")
    assert subject[1].startswith("phát động Phong trào thi đua “Mỗi")
    assert mark == (Slot.SUBJECT_MARK, "-----")


@BOTH
def test_a_subject_that_begins_with_an_abbreviation_or_a_gap_keeps_its_letters(name: str) -> None:
    gap = (Run("Tên phong trào", blank=True),)

    subjects = [
        in_slot(Slot.SUBJECT, paper(name, replace(PARTY_FRAME, subject=subject)))
        for subject in (words("HĐND thi đua"), gap)
    ]

    assert subjects == [words("HĐND thi đua"), gap]


@BOTH
def test_a_paper_without_number_or_symbol_leaves_room(name: str) -> None:
    blank = replace(PARTY_FRAME, number=None)

    numbers = [
        lines(columns(paper(name, frame)[0])[2].pieces)[0][1]
        for frame in (blank, replace(blank, issuer_symbol=None))
    ]

    assert numbers == [f"Số {NB * 6}-KH/ĐU", f"Số {NB * 6}-KH"]


@BOTH
def test_each_basis_has_a_dash(name: str) -> None:
    written = [text for slot, text in lines(paper(name, basis=BASIS)) if slot is Slot.BASIS]

    assert written == ["- Căn cứ Điều lệ Đảng;", "- Căn cứ Chương trình số 29-CTr/TU."]


@BOTH
def test_headings_of_the_third_level_carry_the_number_above_them(name: str) -> None:
    levels = (1, 2, 3, 3, 2, 3, 1, 3, 2, 3)
    blocks: tuple[Block, ...] = (
        *(Heading(level, words("x")) for level in levels),
        Item(1, words("m")),
        Item(2, words("n")),
    )

    printed = [text for _, text in lines(paper(name, blocks=(*blocks, *END)))[3:-1]]

    assert printed == [
        *("I- x", "1. x", "1.1. x", "1.2. x", "2. x", "2.1. x", "II- x", "1. x", "1. x", "1.1. x"),
        *("- m", "+ n"),
    ]


@BOTH
def test_a_heading_below_one_with_a_marker_of_its_own_counts_on_from_that(name: str) -> None:
    blocks = (
        Heading(2, words("x"), "2a."),
        Heading(3, words("y")),
        Heading(2, words("z"), ""),
        Heading(3, words("y")),
    )

    printed = [text for _, text in lines(paper(name, blocks=(*blocks, *END)))[3:-1]]

    assert printed == ["2a. x", "2a.1. y", "z", "2a.2. y"]


@pytest.mark.parametrize(("name", "end"), [("dang-hd05", "Thực hiện."), ("dang-hd36", "Thực hiện./.")])
def test_the_body_ends_as_its_guidance_says(name: str, end: str) -> None:
    assert lines(paper(name))[-1] == (Slot.BODY, end)


@pytest.mark.parametrize(("name", "below"), [("dang-hd05", []), ("dang-hd36", [(Slot.BODY, "./.")])])
def test_a_full_stop_does_not_stand_alone_below_a_table(name: str, below: list[tuple[Slot, str]]) -> None:
    settings = paper(name, blocks=(target_table(3),))

    table = next(index for index, setting in enumerate(settings) if isinstance(setting, DataTable))
    assert lines(settings[table:]) == below
    assert settings[table] == DataTable(target_table(3), Decimal(165), keep_next=True)


@pytest.mark.parametrize(("name", "mark"), [("dang-hd05", ";"), ("dang-hd36", ",")])
def test_a_party_paper_closes_with_recipients_and_an_office_apart_from_its_authority(
    name: str, mark: str
) -> None:
    recipients, signature = columns(paper(name)[-1])

    assert lines(recipients.pieces) == [
        (Slot.RECIPIENTS_LABEL, "Nơi nhận:"),
        (Slot.RECIPIENT, f"- Thường trực Tỉnh ủy (báo cáo){mark}"),
        (Slot.RECIPIENT, f"- Các chi bộ trực thuộc{mark}"),
        (Slot.RECIPIENT, "- Lưu Văn phòng Đảng ủy."),
    ]
    assert lines(signature.pieces) == [
        (Slot.AUTHORITY, "T/M Ban Thường vụ"),
        (Slot.SIGNATURE, "Phó Bí thư Thường trực"),
        (Slot.SIGNER, "Người Ký"),
    ]


@BOTH
def test_a_comma_that_was_typed_is_not_doubled(name: str) -> None:
    frame = replace(PARTY_FRAME, recipients=(words("Các chi bộ,"),), filing=None)

    recipients, _ = columns(paper(name, frame)[-1])

    assert [text for _, text in lines(recipients.pieces)] == ["Nơi nhận:", "- Các chi bộ."]


@pytest.mark.parametrize(("name", "end"), [("dang-hd05", ";"), ("dang-hd36", "")])
def test_only_the_words_before_an_addressee_slope(name: str, end: str) -> None:
    frame = replace(PARTY_FRAME, kind=None, addressees=(words("Ban Bí thư"),))

    runs = in_slot(Slot.ADDRESSEE, paper(name, frame))

    assert [(run.text, run.italic) for run in runs] == [
        ("Kính gửi: ", True),
        ("Ban Bí thư", False),
        *([(end, False)] if end else []),
    ]


@pytest.mark.parametrize(("name", "marks"), [("dang-hd05", (";", ";")), ("dang-hd36", (",", "."))])
def test_several_addressees_have_a_line_each(name: str, marks: tuple[str, str]) -> None:
    frame = replace(
        PARTY_FRAME, kind=None, addressees=(words("Ban Bí thư"), words("Văn phòng Trung ương Đảng"))
    )

    written = [text for slot, text in lines(paper(name, frame)) if slot is Slot.ADDRESSEE_ITEM]

    assert written == [f"- Ban Bí thư{marks[0]}", f"- Văn phòng Trung ương Đảng{marks[1]}"]
