"""The shipped profiles hold what their decree demands, and a wrong one says where."""

from decimal import Decimal
from importlib import resources

import pytest

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.typesetting.profile import load_profile, profile_names, read_profile
from thidua_cli.typesetting.profile_parts import SlotStyle
from thidua_cli.typesetting.slots import Slot

PARTY_NAMES = ("dang-hd05", "dang-hd36")


def test_the_sizes_of_nation_motto_and_date_move_together() -> None:
    styles = load_profile("nd30").styles

    tier = tuple(int(styles[slot].size) for slot in (Slot.NATIONAL, Slot.MOTTO, Slot.PLACE_DATE))

    assert tier in {(12, 13, 13), (13, 14, 14)}


def test_the_measures_of_nd30_are_within_the_decree() -> None:
    profile = load_profile("nd30")
    page, body = profile.page, profile.styles[Slot.BODY]

    assert (page.width, page.height) == (Decimal(210), Decimal(297))
    assert 20 <= page.top <= 25
    assert 20 <= page.bottom <= 25
    assert 30 <= page.left <= 35
    assert 15 <= page.right <= 20
    assert body.first_line in {Decimal(10), Decimal("12.7")}
    assert body.before + body.after >= 6
    assert 1 <= body.lines <= Decimal("1.5")


# NĐ 30/2020, Phụ lục I, phần V: least and largest size, bold (B), italic (I), capitals (C), place on the line.
DECREE = {
    Slot.NATIONAL: (12, 13, "BC", "center"),
    Slot.MOTTO: (13, 14, "B", "center"),
    Slot.SUPERIOR: (12, 13, "C", "center"),
    Slot.ISSUER: (12, 13, "BC", "center"),
    Slot.NUMBER: (13, 13, "", "center"),
    Slot.PLACE_DATE: (13, 14, "I", "center"),
    Slot.KIND: (13, 14, "BC", "center"),
    Slot.SUBJECT: (13, 14, "B", "center"),
    Slot.ADDRESSEE: (13, 14, "", "center"),
    Slot.BASIS: (13, 14, "I", "justify"),
    Slot.BODY: (13, 14, "", "justify"),
    Slot.HEADING_1: (13, 14, "BC", "justify"),
    Slot.HEADING_2: (13, 14, "B", "justify"),
    Slot.HEADING_3: (13, 14, "", "justify"),
    Slot.RECIPIENTS_LABEL: (12, 12, "BI", "left"),
    Slot.RECIPIENT: (11, 11, "", "left"),
    Slot.AUTHORITY: (13, 14, "BC", "center"),
    Slot.SIGNATURE: (13, 14, "BC", "center"),
    Slot.SIGNER: (13, 14, "B", "center"),
    Slot.PAGE_NUMBER: (13, 14, "", "center"),
}


@pytest.mark.parametrize("slot", DECREE)
def test_each_part_is_set_as_the_decree_says(slot: Slot) -> None:
    style = load_profile("nd30").styles[slot]
    least, largest, letters, align = DECREE[slot]

    assert least <= style.size <= largest
    assert (letters_of(style), style.align) == (letters, align)


def letters_of(style: SlotStyle) -> str:
    """B for bold, I for italic, C for capitals, U for underlined."""
    marks = (("B", style.bold), ("I", style.italic), ("C", style.capitals), ("U", style.underline))
    return "".join(letter for letter, is_set in marks if is_set)


# Hướng dẫn 05-HD/VPTW, Phụ lục 2; its sizes are those of Hướng dẫn 36-HD/VPTW.
PARTY = {
    Slot.PARTY: (15, 15, "BC", "center"),
    Slot.SUPERIOR: (14, 14, "C", "center"),
    Slot.ISSUER: (14, 14, "BC", "center"),
    Slot.NUMBER: (14, 14, "", "center"),
    Slot.PLACE_DATE: (14, 14, "I", "center"),
    Slot.KIND: (15, 16, "BC", "center"),
    Slot.SUBJECT: (14, 15, "B", "center"),
    Slot.ADDRESSEE: (14, 15, "", "center"),
    Slot.ADDRESSEES_LABEL: (14, 14, "I", "left"),
    Slot.ADDRESSEE_ITEM: (14, 15, "", "left"),
    Slot.BASIS: (14, 15, "", "justify"),
    Slot.BODY: (14, 15, "", "justify"),
    Slot.AUTHORITY: (14, 14, "BC", "center"),
    Slot.SIGNATURE: (14, 14, "C", "center"),
    Slot.SIGNER: (14, 14, "B", "center"),
    Slot.RECIPIENTS_LABEL: (14, 14, "U", "left"),
    Slot.RECIPIENT: (12, 12, "", "left"),
    Slot.PAGE_NUMBER: (14, 14, "", "center"),
}


@pytest.mark.parametrize("name", PARTY_NAMES)
@pytest.mark.parametrize("slot", PARTY)
def test_each_part_of_a_party_paper_is_set_as_the_guidance_says(slot: Slot, name: str) -> None:
    style = load_profile(name).styles[slot]
    least, largest, letters, align = PARTY[slot]

    assert least <= style.size <= largest
    assert (letters_of(style), style.align) == (letters, align)


@pytest.mark.parametrize("name", PARTY_NAMES)
def test_the_measures_of_party_papers_are_those_of_the_guidance(name: str) -> None:
    profile = load_profile(name)
    page, body = profile.page, profile.styles[Slot.BODY]

    sheet = (page.width, page.height, page.top, page.bottom, page.left, page.right, page.header)
    assert sheet == tuple(map(Decimal, (210, 297, 20, 20, 30, 15, 10)))
    assert body.first_line == Decimal(10)
    assert body.before + body.after >= 6
    assert body.exactly is not None
    assert 18 <= body.exactly <= 22


@pytest.mark.parametrize("name", profile_names())
def test_all_running_text_is_indented_and_spaced_alike(name: str) -> None:
    styles = load_profile(name).styles
    body = styles[Slot.BODY]

    slots = (Slot.BASIS, Slot.HEADING_1, Slot.HEADING_2, Slot.HEADING_3, Slot.ITEM_1, Slot.ITEM_2)
    measures = {(s.size, s.first_line, s.before, s.lines, s.exactly) for s in map(styles.__getitem__, slots)}
    assert measures == {(body.size, body.first_line, body.before, body.lines, body.exactly)}


@pytest.mark.parametrize("name", profile_names())
def test_the_columns_of_the_letterhead_fill_the_page(name: str) -> None:
    profile = load_profile(name)

    assert profile.letterhead.left + profile.letterhead.right == profile.page.text_width()


def test_only_what_its_letterhead_does_without_has_no_style() -> None:
    without = {name: set(Slot) - set(load_profile(name).styles) for name in profile_names()}

    state_only = {Slot.NATIONAL, Slot.MOTTO}
    assert without == {
        "dang-hd05": state_only,
        "dang-hd36": state_only,
        "nd30": {Slot.PARTY, Slot.ISSUER_MARK, Slot.SUBJECT_MARK},
    }


def test_a_profile_cannot_be_changed() -> None:
    styles = load_profile("nd30").styles

    with pytest.raises(TypeError):
        styles[Slot.BODY] = styles[Slot.BASIS]  # type: ignore[index] # the point of the test


def test_an_unknown_profile_is_refused_with_those_there_are() -> None:
    with pytest.raises(ThiduaError) as refused:
        load_profile("nd31")

    assert refused.value.message == "Không có bộ thể thức nào tên là “nd31”."
    assert refused.value.hint == "Được dùng: dang-hd05, dang-hd36, nd30."


@pytest.mark.parametrize(
    ("right", "wrong", "message", "line_has"),
    [
        ("  top: 20 ", "  top: hai ", "“hai” không phải là một con số.", "top: hai"),
        ("  motto: {size: 13,", "  motto: {sise: 13,", "Ở đây không có khóa nào tên là “sise”.", "sise"),
        (
            "  issuer_rule: ",
            '  issuer_mark: "*"\n  issuer_rule: ',
            "Thiếu kiểu chữ cho: issuer_mark.",
            "left: ",
        ),
        ("  signer: ", "  # signer: ", "Thiếu kiểu chữ cho: signer.", "national: "),
    ],
)
def test_a_wrong_profile_says_where(right: str, wrong: str, message: str, line_has: str) -> None:
    shipped = resources.files("thidua_cli.typesetting.profiles").joinpath("nd30.yaml").read_text("utf-8")
    changed = shipped.replace(right, wrong)

    with pytest.raises(ThiduaError) as refused:
        read_profile(changed.encode(), "nd30.yaml")

    assert changed != shipped
    assert refused.value.message == message
    assert refused.value.at is not None
    assert line_has in changed.splitlines()[refused.value.at.line - 1]
