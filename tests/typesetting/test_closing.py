"""Recipients and signatures below the body, of one body and of several."""

from dataclasses import replace

import pytest
from papers import LETTER_FRAME, PARTY_FRAME, PLAN_FRAME, words

from thidua_cli.typesetting.closing import closing
from thidua_cli.typesetting.layout import Cell, DrawnRule, Line, Piece, TwoColumns
from thidua_cli.typesetting.letterhead import opening
from thidua_cli.typesetting.profile import load_profile, profile_names
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.tree import Frame, Signature, plain_text

MANY = tuple(words(f"Ủy ban nhân dân xã Minh họa số {number}") for number in range(1, 61))
LEAD = Signature(office=words("Chánh Văn phòng Tỉnh ủy"), name="Người Ký Một")
SECOND = Signature(office=words("Giám đốc Công an tỉnh"), name="Người Ký Hai")
THIRD = Signature(office=words("Trưởng Ban Nội chính Tỉnh ủy"))
FOURTH = Signature(office=words("Giám đốc Sở Nội vụ"))
FORMS = pytest.mark.parametrize("form", profile_names())


def texts(pieces: tuple[Piece, ...]) -> list[str]:
    return [plain_text(p.runs) for p in pieces if isinstance(p, Line)]


def cells(columns: TwoColumns) -> list[tuple[list[str], list[str]]]:
    return [(texts(left.pieces), texts(right.pieces)) for left, right in columns.rows]


@FORMS
def test_a_long_list_of_recipients_runs_on_below_the_signature(form: str) -> None:
    columns = closing(replace(PLAN_FRAME, recipients=MANY), load_profile(form))

    [(beside, signature)] = cells(columns)
    below = texts(columns.below_left)
    assert signature == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Ngọc Văn Chấn"]
    assert beside[0] == "Nơi nhận:"
    assert 5 < len(beside) < 15
    assert [text[:-1] for text in (*beside[1:], *below[:-1])] == [f"- {name[0].text}" for name in MANY]
    assert below[-1].startswith("- Lưu")


@FORMS
@pytest.mark.parametrize("count", [0, 1, 15])
def test_a_list_of_usual_length_stands_beside_the_signature(form: str, count: int) -> None:
    assert closing(replace(PLAN_FRAME, recipients=MANY[:count]), load_profile(form)).below_left == ()


def joint(*others: Signature) -> Frame:
    return replace(PARTY_FRAME, signature=LEAD, joint_signatures=others)


@FORMS
def test_the_first_of_several_signs_on_the_right_and_recipients_stand_below(form: str) -> None:
    columns = closing(joint(SECOND, THIRD), load_profile(form))

    assert cells(columns) == [
        (["Giám đốc Công an tỉnh", "Người Ký Hai"], ["Chánh Văn phòng Tỉnh ủy", "Người Ký Một"]),
        (["Trưởng Ban Nội chính Tỉnh ủy"], []),
    ]
    assert texts(columns.below_left)[0] == "Nơi nhận:"
    assert columns.below_whole
    assert not closing(replace(joint(SECOND), recipients=MANY), load_profile(form)).below_whole


def test_a_fourth_stands_beside_the_third_and_rows_stay_together() -> None:
    columns = closing(joint(SECOND, THIRD, FOURTH), load_profile("dang-hd05"))

    assert cells(columns)[1] == (["Trưởng Ban Nội chính Tỉnh ủy"], ["Giám đốc Sở Nội vụ"])
    pieces = [piece for row in columns.rows for cell in row for piece in cell.pieces]
    assert all(isinstance(piece, Line) and piece.keep_next for piece in pieces)


def issuer(frame: Frame, form: str) -> list[str]:
    head = opening(frame, load_profile(form))[0]
    assert isinstance(head, TwoColumns)
    cell: Cell = head.rows[0][0]
    return [
        text for p in cell.pieces if isinstance(p, Line) and p.slot is Slot.ISSUER for text in texts((p,))
    ]


@FORMS
def test_the_names_of_several_issuers_are_joined(form: str) -> None:
    frame = replace(
        PARTY_FRAME,
        issuer=("Ban Tổ chức",),
        joint_issuers=(("Công an tỉnh", "Cao Bằng"), ("Sở Nội vụ",)),
    )

    assert issuer(frame, form) == ["Ban Tổ chức -", "Công an tỉnh", "Cao Bằng -", "Sở Nội vụ"]


@FORMS
def test_a_long_name_of_an_issuer_is_broken_and_its_rule_fits_its_lines(form: str) -> None:
    name = "Trung tâm Thông tin và Xúc tiến Du lịch Cao Bằng"
    frame = replace(LETTER_FRAME, issuer=(name,))

    head = opening(frame, load_profile(form))[0]

    assert len(issuer(frame, form)) > 1
    assert " ".join(issuer(frame, form)) == name
    assert isinstance(head, TwoColumns)
    rules = [piece.length for piece in head.rows[0][0].pieces if isinstance(piece, DrawnRule)]
    assert all(length < head.left / 2 for length in rules)
