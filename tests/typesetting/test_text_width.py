"""Widths that rules are measured against."""

from decimal import Decimal

import pytest

from thidua_cli.typesetting.text_width import broken_lines, even_width, text_width


@pytest.mark.parametrize(
    ("text", "size", "weight", "millimetres"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, "bold", "88.3"),
        ("Độc lập - Tự do - Hạnh phúc", 13, "bold", "56.1"),
        ("Độc lập - Tự do - Hạnh phúc", 14, "bold", "60.5"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, "bold", "72.9"),
        ("Kính gửi", 14, "upright", "17.6"),
    ],
)
def test_widths_are_those_of_the_typeface(text: str, size: int, weight: str, millimetres: str) -> None:
    width = text_width(text, Decimal(size), bold=weight == "bold")

    assert round(width, 1) == Decimal(millimetres)


def test_a_text_breaks_between_words_where_the_line_is_full() -> None:
    one = text_width("một hai", Decimal(14), bold=False)
    two = text_width("ba", Decimal(14), bold=False)

    assert broken_lines("một hai ba", Decimal(14), one, bold=False) == (one, two)


def test_lines_are_evened_out_without_taking_one_more() -> None:
    text = "phong trào thi đua " * 6

    width = even_width(text, Decimal(14), Decimal(165), bold=True)

    before = broken_lines(text, Decimal(14), Decimal(165), bold=True)
    after = broken_lines(text, Decimal(14), width, bold=True)
    assert len(after) == len(before) == 2
    assert max(after) - min(after) < max(before) - min(before)


def test_a_word_wider_than_the_page_is_left_alone() -> None:
    assert even_width("m" * 200, Decimal(14), Decimal(165), bold=True) == Decimal(165)
