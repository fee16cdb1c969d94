"""Long names break between phrases, in few and even lines."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.typesetting.name_lines import name_lines
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.text_width import broken_lines, text_width

STYLE = load_profile("nd30").styles[Slot.ISSUER]
COLUMN = Decimal(71)
WORDS = st.sampled_from(
    ("Sở", "Ủy", "ban", "Nông", "nghiệp,", "và", "tỉnh", "Bằng", "-", "của", "(khu", "vực)")
)


@pytest.mark.parametrize(
    "lines",
    [
        ("Sở Nội vụ",),
        ("Ủy ban nhân dân", "tỉnh Cao Bằng"),
        ("Sở Nông nghiệp", "và Môi trường"),
        ("Ban Tuyên giáo", "và Dân vận Tỉnh ủy"),
        (
            "Ban Chỉ đạo Trung ương",
            "về phát triển khoa học,",
            "công nghệ, đổi mới sáng tạo",
            "và chuyển đổi số",
        ),
        ("Ban Quản lý", "Công viên địa chất", "UNESCO Non nước Cao Bằng"),
    ],
)
def test_a_name_breaks_where_a_person_would_break_it(lines: tuple[str, ...]) -> None:
    assert name_lines(" ".join(lines), STYLE, COLUMN) == lines


@given(st.lists(WORDS, min_size=1, max_size=20).map(" ".join))
def test_no_word_is_lost_no_line_too_long_and_none_too_many(name: str) -> None:
    lines = name_lines(name, STYLE, COLUMN)

    assert " ".join(lines) == name
    assert all(text_width(line.upper(), STYLE.size, bold=True) <= COLUMN for line in lines)
    assert len(lines) <= len(broken_lines(name.upper(), STYLE.size, COLUMN, bold=True)) + 1


def test_a_word_longer_than_the_column_has_a_line_of_its_own() -> None:
    long = "W" * 40

    assert name_lines(f"Sở {long} Cao Bằng", STYLE, COLUMN) == ("Sở", long, "Cao Bằng")
