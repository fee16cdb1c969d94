"""A công văn has no type: its subject stands under its number, and those it goes to above its body."""

from dataclasses import replace

import pytest
from papers import LETTER_FRAME, words

from thidua_cli.typesetting.closing import closing
from thidua_cli.typesetting.layout import Line, Piece, Setting, TwoColumns
from thidua_cli.typesetting.letterhead import opening
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.tree import Frame, Marks, plain_text

NB = "\N{NO-BREAK SPACE}"
PARTY = ["dang-hd05", "dang-hd36"]
SUBJECT = "đăng ký, đề nghị công nhận sáng kiến và báo cáo kết quả phong trào thi đua năm 2026"


def texts(pieces: tuple[Piece, ...] | tuple[Setting, ...]) -> list[tuple[Slot, str]]:
    return [(p.slot, plain_text(p.runs)) for p in pieces if isinstance(p, Line)]


def under_the_issuer(frame: Frame, form: str) -> list[tuple[Slot, str]]:
    """The lines from the number down."""
    head = opening(frame, load_profile(form))[0]
    assert isinstance(head, TwoColumns)
    return texts(head.rows[1][0].pieces)


def below_the_letterhead(frame: Frame, form: str) -> list[tuple[Slot, str]]:
    return texts(opening(frame, load_profile(form))[1:])


def recipients(frame: Frame, form: str) -> list[str]:
    return [text for _, text in texts(closing(frame, load_profile(form)).rows[0][0].pieces)]


def test_a_letter_of_the_state_has_its_subject_and_the_symbol_of_its_drafters_under_its_issuer() -> None:
    assert under_the_issuer(LETTER_FRAME, "nd30") == [
        (Slot.NUMBER, "Số: 07/SVHTTDL-TCPC"),
        (Slot.LETTER_SUBJECT, f"V/v {SUBJECT}"),
    ]


@pytest.mark.parametrize("form", PARTY)
def test_a_letter_of_the_party_keeps_the_symbol_of_letters(form: str) -> None:
    assert under_the_issuer(replace(LETTER_FRAME, issuer_symbol="ĐU"), form) == [
        (Slot.NUMBER, "Số 07-CV/ĐU"),
        (Slot.LETTER_SUBJECT, f"về việc {SUBJECT}"),
    ]


@pytest.mark.parametrize(
    ("number", "issuer", "drafter", "printed"),
    [
        (None, "SVHTTDL", "TCPC", f"Số: {NB * 6}/SVHTTDL-TCPC"),
        ("12", "SVHTTDL", None, "Số: 12/SVHTTDL"),
        (None, None, None, f"Số: {NB * 6}/{NB * 6}"),
    ],
)
def test_what_is_not_known_of_a_letters_number_is_left_out_or_leaves_room(
    number: str | None, issuer: str | None, drafter: str | None, printed: str
) -> None:
    frame = replace(LETTER_FRAME, number=number, issuer_symbol=issuer, drafter_symbol=drafter)

    assert under_the_issuer(frame, "nd30")[0] == (Slot.NUMBER, printed)


def test_a_letter_goes_on_with_those_it_goes_to() -> None:
    assert below_the_letterhead(LETTER_FRAME, "nd30") == [
        (Slot.ADDRESSEES_LABEL, "Kính gửi:"),
        (Slot.ADDRESSEE_ITEM, "- Các phòng, đơn vị sự nghiệp trực thuộc Sở;"),
        (Slot.ADDRESSEE_ITEM, "- Ban Thi đua, Khen thưởng."),
    ]


def test_a_draft_says_so_under_the_number_and_subject() -> None:
    draft = replace(LETTER_FRAME, marks=Marks(draft=2))

    assert under_the_issuer(draft, "nd30")[-1] == (Slot.DRAFT, "Dự thảo lần 2")
    assert under_the_issuer(replace(draft, kind="Kế hoạch"), "dang-hd05")[1:] == [
        (Slot.DRAFT, "Dự thảo lần 2")
    ]


@pytest.mark.parametrize(
    ("form", "label"), [("nd30", "Kính gửi:"), ("dang-hd05", "Kính trình:"), ("dang-hd36", "Kính gửi:")]
)
def test_those_who_are_asked_to_decide_are_addressed_as_the_form_says(form: str, label: str) -> None:
    frame = replace(LETTER_FRAME, kind="Tờ trình", kind_symbol="TTr", submission=True)

    assert (Slot.ADDRESSEES_LABEL, label) in below_the_letterhead(frame, form)


@pytest.mark.parametrize("form", PARTY)
def test_a_report_of_the_party_has_its_addressee_among_the_recipients(form: str) -> None:
    frame = replace(LETTER_FRAME, kind="Báo cáo", kind_symbol="BC", addressees=(words("Tỉnh ủy"),))

    assert not {Slot.ADDRESSEE, Slot.ADDRESSEES_LABEL} & {s for s, _ in below_the_letterhead(frame, form)}
    assert [line[:-1] for line in recipients(frame, form)[:3]] == ["Nơi nhận", "- Tỉnh ủy", "- Lãnh đạo Sở"]


@pytest.mark.parametrize("form", ["nd30", *PARTY])
def test_a_letter_goes_first_to_those_above(form: str) -> None:
    assert [line[:-1] for line in recipients(LETTER_FRAME, form)[1:3]] == ["- Như trên", "- Lãnh đạo Sở"]
