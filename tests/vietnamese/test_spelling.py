"""Slips of the pen: what is found stands where it is said to stand, and what the program writes itself has none."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from thidua_cli.vietnamese.abbreviations import KnownAbbreviations, abbreviations, may_abbreviate
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.numbers import count, figure, percent
from thidua_cli.vietnamese.spelling import (
    Finder,
    capital_slips,
    dash_slips,
    day_slips,
    figure_slips,
    mark_slips,
    may_slip,
    percent_slips,
    quote_slips,
    word_slips,
)
from thidua_cli.vietnamese.tones import placed_tones

FINDERS: tuple[Finder, ...] = (
    percent_slips, day_slips, figure_slips, quote_slips, dash_slips, mark_slips, word_slips, capital_slips,
)  # fmt: skip
PIECES = st.sampled_from(
    ["đạt", "70", " ", " %", "%", ",", ";", " ;", " - ", "-", " –", "2026", "30/1/2026", "23,100 nghìn", "12.5%", '"',
     "các", "của", "nhà nước", "Đảng và ", "phát luật", "khoản 2 điều 3", "Uỷ ban Nhân dân", "\n", "Tỉnh Cao Bằng",
     "ngày 5 tháng 1", "2026-01-30", "VỚI", "vớı", "với", "\u00a0", "5000", " hộ", "12.5", "của", " nhân dân", "VHTTDL"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=14).map("".join)


@pytest.mark.parametrize(
    ("find", "text", "wrong", "right"),
    [
        (percent_slips, "đạt 39,62 % số xã", "39,62 %", "39,62%"),
        (day_slips, "ngày 1/2/2026", "1/2/2026", "01/02/2026"),
        (day_slips, "ngày 01/12/2026 và 01.03.2026", "01.03.2026", "01/3/2026"),
        (day_slips, "Ngày 05 tháng 05 năm 2026", "Ngày 05 tháng 05", "Ngày 05 tháng 5"),
        (figure_slips, "1,234,567 đồng", "1,234,567", "1.234.567"),
        (figure_slips, "2.5 triệu lượt", "2.5", "2,5"),
        (figure_slips, "5000 người", "5000", "5.000"),
        (dash_slips, "1.500 -1.600", "500 -1", "500 - 1"),
        (dash_slips, "Pháp chế—Tổ chức", "chế—Tổ", "chế-Tổ"),
        (mark_slips, "đoàn kết;sáng tạo", "kết;sáng", "kết; sáng"),
        (word_slips, "PHÁT LUẬT", "PHÁT LUẬT", "PHÁP LUẬT"),
        (word_slips, "Phần đầu đến năm 2030", "Phần đầu", "Phấn đấu"),
        (capital_slips, "tại Khoản 3 Điều 5; điểm a Khoản 2 Điều 3", "Khoản", "khoản"),
        (capital_slips, "cán bộ, nhân dân", "nhân dân", "Nhân dân"),
    ],
)
def test_a_slip_is_found_with_what_should_stand_there(
    find: Finder, text: str, wrong: str, right: str
) -> None:
    assert (wrong, right) in [(slip.wrong, slip.right) for slip in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định 30/2020/NĐ-CP; 01/5/2026; 31/12; 2025 - 2030; 75-80%; 21/53 xã",
        "thế trận an ninh nhân dân, Tòa án nhân dân, quản lý nhà nước, bí mật nhà nước, Ủy ban nhân dân",
        "năm 2026 đồng thời, năm 2026 xã đạt chuẩn, 0,125 tỷ đồng, 1.500 người, 39,625 điểm",
        "Ban Thường vụ Tỉnh ủy Cao Bằng; tỉnh Cao Bằng; 12 điều kiện; bằng điều này",
        "phần đầu của báo cáo, mục tiêu chi ngân sách, cùng cố gắng, ngày ngày, dần dần",
        "Độc lập - Tự do - Hạnh phúc: “Bình dân học vụ số”.",
    ],
)
def test_what_official_papers_write_is_no_slip(text: str) -> None:
    assert [slip for find in FINDERS for slip in find(text)] == []


@given(TEXTS)
def test_a_slip_stands_where_it_is_said_to_stand(text: str) -> None:
    for find in FINDERS:
        for slip in find(text):
            assert text[slip.start : slip.start + len(slip.wrong)] == slip.wrong
            assert slip.right != slip.wrong


@given(TEXTS)
def test_a_slip_that_is_mended_is_found_no_more(text: str) -> None:
    for find in FINDERS:
        for slip in find(text):
            mended = text[: slip.start] + slip.right + text[slip.start + len(slip.wrong) :]
            assert slip not in find(mended)


def test_every_day_that_the_program_writes_is_right() -> None:
    days = [date(2024, 1, 1) + timedelta(n) for n in range(2 * 366)]

    assert [slip for day in days for slip in day_slips(f"ngày {day_short(day)};")] == []


@given(st.decimals(min_value=0, max_value=10**9, allow_nan=False, places=2), st.integers(0, 3))
def test_every_figure_that_the_program_writes_is_right(value: Decimal, places: int) -> None:
    written = f"{figure(value, places)} nghìn lượt, {percent(value, places)}, {count(int(value))} người"

    assert [slip for find in (figure_slips, percent_slips, mark_slips) for slip in find(written)] == []


@pytest.mark.parametrize(
    ("word", "on"),
    [("hóa", ["first"]), ("hoá", ["second"]), ("THỦY", ["first"]), ("tuý", ["second"]), ("khoẻ", ["second"])],
)
def test_a_tone_is_placed_on_one_of_two_vowels(word: str, on: list[str]) -> None:
    assert [placed.on for placed in placed_tones(word)] == on


@pytest.mark.parametrize("word", ["quý", "quỳ", "toàn", "hoạt", "thuyền", "hoa", "khuỷu", "Ngọc"])
def test_a_tone_that_has_one_place_only_says_nothing(word: str) -> None:
    assert list(placed_tones(word)) == []


@given(st.text("ABCDĐEGHIKL", min_size=5, max_size=9))
def test_one_letter_too_many_or_too_few_is_near_the_known_abbreviation(known: str) -> None:
    register = KnownAbbreviations([known])

    assert register.meant_by(known) is None
    for i in range(len(known)):
        more = f"{known[:i]}X{known[i:]}"
        assert register.meant_by(more) == known
        if len(known) > 5:
            assert register.meant_by(known[:i] + known[i + 1 :]) == known


def test_headings_in_capitals_and_roman_numbers_are_no_abbreviations() -> None:
    assert list(abbreviations("MỤC ĐÍCH VÀ YÊU CẦU")) == []
    assert [found.text for found in abbreviations("lần thứ XIV của UBND tỉnh, số 19/KH-SVHTTDL")] == ["UBND"]


@given(TEXTS, TEXTS, TEXTS)
@example("đạt 70\u00a0%", "", "")
@example("từ 1,220 hộ", "", "")
@example("vớı VỚI", "", "")
@example("İ", "của\u00a0của", "")
def test_what_has_a_slip_is_looked_at_also_as_a_part_of_more(before: str, text: str, after: str) -> None:
    for find in FINDERS:
        if any(find(text)):
            assert may_slip(find, f"{before}\n{text}\n{after}")
    if any(abbreviations(text)):
        assert may_abbreviate(f"{before}\n{text}\n{after}")


def test_a_text_without_a_slip_is_mostly_seen_to_have_none() -> None:
    title = "Sáng kiến minh họa 2022-7-12 về rút ngắn thời gian, giảm 5 thủ tục - bước 1"

    assert [find for find in FINDERS if may_slip(find, title)] == [dash_slips]
