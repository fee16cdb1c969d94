"""The opening and the closing of a paper, word by word."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from papers import PLAN_FRAME, REPORT_FRAME, words

from thidua_cli.typesetting.closing import closing
from thidua_cli.typesetting.identity import date_line, number_line
from thidua_cli.typesetting.layout import DrawnRule, Line, Setting, TwoColumns
from thidua_cli.typesetting.letterhead import opening
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.text_width import text_width
from thidua_cli.typesetting.tree import Frame, Signature, plain_text

NB = "\N{NO-BREAK SPACE}"
PROFILE = load_profile("nd30")


def lines(settings: tuple[Setting, ...]) -> list[tuple[Slot, str]]:
    return [(s.slot, plain_text(s.runs)) for s in settings if isinstance(s, Line)]


def columns(setting: Setting) -> list[list[list[tuple[Slot, str]]]]:
    assert isinstance(setting, TwoColumns)
    return [[lines(cell.pieces) for cell in row] for row in setting.rows]


def test_a_plan_opens_with_issuer_and_nation_side_by_side() -> None:
    head, *below = opening(PLAN_FRAME, PROFILE)

    assert columns(head) == [
        [
            [
                (Slot.SUPERIOR, "UBND tỉnh Cao Bằng"),
                (Slot.ISSUER, "Sở Văn hóa, Thể thao"),
                (Slot.ISSUER, "và Du lịch"),
            ],
            [
                (Slot.NATIONAL, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
                (Slot.MOTTO, "Độc lập - Tự do - Hạnh phúc"),
            ],
        ],
        [
            [(Slot.NUMBER, "Số: 05/KH-SVHTTDL")],
            [(Slot.PLACE_DATE, "Cao Bằng, ngày 05 tháng 01 năm 2026")],
        ],
    ]
    assert lines(tuple(below)) == [(Slot.KIND, "Kế hoạch"), (Slot.SUBJECT, PLAN_FRAME.subject[0].text)]


def test_an_issuer_without_a_superior_stands_first() -> None:
    head, *_ = opening(replace(PLAN_FRAME, superior=()), PROFILE)

    assert columns(head)[0][0][0] == (Slot.ISSUER, "Sở Văn hóa, Thể thao")


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2026, 1, 30), "ngày 30 tháng 01 năm 2026"),
        (date(2026, 2, 9), "ngày 09 tháng 02 năm 2026"),
        (date(2026, 3, 10), "ngày 10 tháng 3 năm 2026"),
        (date(2026, 9, 2), "ngày 02 tháng 9 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_days_below_ten_and_the_first_two_months_carry_a_zero(day: date, printed: str) -> None:
    assert date_line(replace(PLAN_FRAME, date=day), PROFILE) == f"Cao Bằng, {printed}"


def test_an_unknown_date_leaves_room_that_does_not_collapse() -> None:
    assert date_line(REPORT_FRAME, PROFILE) == f"Cao Bằng, ngày {NB * 5} tháng {NB * 5} năm 2026"


def test_an_unknown_year_leaves_room_too() -> None:
    line = date_line(replace(REPORT_FRAME, year=None), PROFILE)

    assert line == f"Cao Bằng, ngày {NB * 5} tháng {NB * 5} năm {NB * 7}"


@pytest.mark.parametrize(
    ("number", "printed"),
    [("5", "Số: 05/KH-SVHTTDL"), ("19", "Số: 19/KH-SVHTTDL"), (None, f"Số: {NB * 6}/KH-SVHTTDL")],
)
def test_a_number_has_two_digits_or_room_for_them(number: str | None, printed: str) -> None:
    assert number_line(replace(PLAN_FRAME, number=number), PROFILE) == printed


def rules(frame: Frame) -> list[Decimal]:
    head, *below = opening(frame, PROFILE)
    assert isinstance(head, TwoColumns)
    pieces = [*(piece for row in head.rows for cell in row for piece in cell.pieces), *below]
    return [piece.length for piece in pieces if isinstance(piece, DrawnRule)]


def test_the_rules_are_as_long_as_the_decree_says() -> None:
    frame = replace(PLAN_FRAME, issuer=("Sở Nội vụ",), subject=words("Phát động phong trào thi đua"))

    issuer, motto, subject = rules(frame)

    assert motto == text_width("Độc lập - Tự do - Hạnh phúc", Decimal(13), bold=True)
    assert issuer == Decimal("0.42") * text_width("SỞ NỘI VỤ", Decimal(12), bold=True)
    assert subject == Decimal("0.42") * text_width("Phát động phong trào thi đua", Decimal(14), bold=True)


def test_below_a_short_last_line_a_rule_stays_under_half_of_it() -> None:
    issuer, _, _ = rules(PLAN_FRAME)

    assert issuer == Decimal("0.48") * text_width("VÀ DU LỊCH", Decimal(12), bold=True)


def test_one_addressee_stands_in_the_line_of_the_label() -> None:
    *_, last = opening(REPORT_FRAME, PROFILE)

    assert lines((last,)) == [(Slot.ADDRESSEE, "Kính gửi: Ủy ban nhân dân tỉnh Cao Bằng")]


def test_several_addressees_have_a_line_each() -> None:
    frame = replace(REPORT_FRAME, addressees=(words("Bộ Nội vụ"), words("UBND tỉnh")))

    *_, label, first, last = opening(frame, PROFILE)

    assert lines((label, first, last)) == [
        (Slot.ADDRESSEES_LABEL, "Kính gửi:"),
        (Slot.ADDRESSEE_ITEM, "- Bộ Nội vụ;"),
        (Slot.ADDRESSEE_ITEM, "- UBND tỉnh."),
    ]


def test_recipients_end_with_the_files_and_the_signature_with_the_name() -> None:
    frame = replace(PLAN_FRAME, recipients=(words("Sở Nội vụ"),))

    assert columns(closing(frame, PROFILE)) == [
        [
            [
                (Slot.RECIPIENTS_LABEL, "Nơi nhận:"),
                (Slot.RECIPIENT, "- Sở Nội vụ;"),
                (Slot.RECIPIENT, "- Lưu: VT, TCPC."),
            ],
            [
                (Slot.AUTHORITY, "KT. GIÁM ĐỐC"),
                (Slot.SIGNATURE, "PHÓ GIÁM ĐỐC"),
                (Slot.SIGNER, "Ngọc Văn Chấn"),
            ],
        ]
    ]


def test_a_paper_with_an_addressee_goes_to_those_above_first() -> None:
    [[recipients, signature]] = columns(closing(REPORT_FRAME, PROFILE))

    assert [text for _, text in recipients] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Lãnh đạo Sở;",
        "- Lưu: VT, TCPC.",
    ]
    assert signature == [(Slot.SIGNATURE, "GIÁM ĐỐC")]


def test_without_recipients_there_is_no_label() -> None:
    frame = replace(PLAN_FRAME, recipients=(), filing=None, signature=Signature())

    assert columns(closing(frame, PROFILE)) == [[[], []]]
