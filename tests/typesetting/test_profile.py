"""The shipped profiles hold what their decree demands, and a wrong one says where."""

from decimal import Decimal
from importlib import resources

import pytest

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.typesetting.profile import Slot, load_profile, read_profile


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


def test_the_columns_of_letterhead_and_closing_fill_the_page() -> None:
    profile = load_profile("nd30")
    head, closing = profile.letterhead, profile.closing

    assert (head.left + head.right, closing.left + closing.right) == (profile.page.text_width,) * 2


def test_every_slot_has_a_style() -> None:
    assert set(load_profile("nd30").styles) == set(Slot)


def test_a_profile_cannot_be_changed() -> None:
    styles = load_profile("nd30").styles

    with pytest.raises(TypeError):
        styles[Slot.BODY] = styles[Slot.BASIS]  # type: ignore[index] # the point of the test


def test_an_unknown_profile_is_refused_with_those_there_are() -> None:
    with pytest.raises(ThiduaError) as refused:
        load_profile("nd31")

    assert refused.value.message == "Không có bộ thể thức nào tên là “nd31”."
    assert refused.value.hint == "Được dùng: nd30."


@pytest.mark.parametrize(
    ("right", "wrong", "message", "line_has"),
    [
        ("  top: 20 ", "  top: hai ", "“hai” không phải là một con số.", "top: hai"),
        ("  motto: {size: 13,", "  motto: {sise: 13,", "Ở đây không có khóa nào tên là “sise”.", "sise"),
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
