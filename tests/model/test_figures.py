"""How a figure may be written, and what is said when it is not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from thidua_cli.model.fields import read_figure


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("0", "0"),
        ("70", "70"),
        ("-3", "-3"),
        ("007", "7"),
        ("23100", "23100"),
        ("39,62", "39.62"),
        ("-0,5", "-0.5"),
        ("1520,063", "1520.063"),
        ("97.5", "97.5"),
        ("0.123", "0.123"),
        ("1234.567", "1234.567"),
        ("3.3500", "3.3500"),
        ("1.549.346", "1549346"),
        ("-1.549.346", "-1549346"),
        ("1.549.346,75", "1549346.75"),
        ("23.100,5", "23100.5"),
        (" 70 ", "70"),
    ],
)
def test_a_figure_is_read_exactly(text: str, figure: str) -> None:
    assert read_figure(text) == Decimal(figure)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "23.100",
            "Số “23.100” hiểu được hai cách: 23100 hoặc 23,1.",
            "Viết 23100 nếu là hàng nghìn; viết 23,1 nếu là số thập phân.",
        ),
        (
            "-3.350",
            "Số “-3.350” hiểu được hai cách: -3350 hoặc -3,35.",
            "Viết -3350 nếu là hàng nghìn; viết -3,35 nếu là số thập phân.",
        ),
        (
            "3.000",
            "Số “3.000” hiểu được hai cách: 3000 hoặc 3.",
            "Viết 3000 nếu là hàng nghìn; viết 3 nếu là số thập phân.",
        ),
        ("70%", "“70%” không phải là một con số.", "Chỉ viết số, ví dụ 70; đơn vị đặt ở khóa unit."),
        (
            "khoảng 70",
            "“khoảng 70” không phải là một con số.",
            "Chỉ viết số, ví dụ 70; đơn vị đặt ở khóa unit.",
        ),
        ("nhiều", "“nhiều” không phải là một con số.", "Viết số, ví dụ 70 hoặc 39,62."),
        # A letter may stand for a digit, so that no figure is proposed; a sign is kept, and so are wide digits.
        ("1e3", "“1e3” không phải là một con số.", "Viết số, ví dụ 70 hoặc 39,62."),
        ("231O0", "“231O0” không phải là một con số.", "Viết số, ví dụ 70 hoặc 39,62."),
        ("100O", "“100O” không phải là một con số.", "Viết số, ví dụ 70 hoặc 39,62."),
        ("l00", "“l00” không phải là một con số.", "Viết số, ví dụ 70 hoặc 39,62."),
        ("61–62", "“61–62” không phải là một con số.", "Viết số, ví dụ 70 hoặc 39,62."),
        ("10 20", "“10 20” không phải là một con số.", "Viết số, ví dụ 70 hoặc 39,62."),
        ("−70", "“−70” không phải là một con số.", "Chỉ viết số, ví dụ -70; đơn vị đặt ở khóa unit."),
        ("≥70", "“≥70” không phải là một con số.", "Chỉ viết số, ví dụ 70; đơn vị đặt ở khóa unit."),
        ("23 100", "“23 100” không phải là một con số.", "Chỉ viết số, ví dụ 23100; đơn vị đặt ở khóa unit."),
        ("７０", "“７０” không phải là một con số.", "Chỉ viết số, ví dụ 70; đơn vị đặt ở khóa unit."),
        ("x" * 100, f"“{'x' * 80}…” không phải là một con số.", "Viết số, ví dụ 70 hoặc 39,62."),
        ("1,2,3", "“1,2,3” không phải là một con số.", "Viết số, ví dụ 70 hoặc 39,62."),
    ],
)
def test_what_is_no_figure_is_said_with_a_way_out(text: str, message: str, hint: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        read_figure(text)

    assert (refused.value.type, refused.value.context) == ("TD204", {"message": message, "hint": hint})


@pytest.mark.parametrize(
    "text",
    [
        "+70",
        "1.2.3",
        "1.549,346.5",
        "12.34,5",
        "1234.567.890",
        "70 000",
        "1_000",
        "٣",
        "²",
        "NaN",
        "inf",
        "0x1F",
        "--1",
    ],
)
def test_other_ways_of_writing_are_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        read_figure(text)

    assert refused.value.type == "TD204"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12))
def test_a_figure_with_a_decimal_comma_reads_back(figure: Decimal) -> None:
    assert read_figure(f"{figure:f}".replace(".", ",")) == figure


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_a_whole_figure_in_groups_reads_back_or_is_ambiguous(figure: int) -> None:
    grouped = f"{figure:,}".replace(",", ".")

    if grouped.count(".") == 1:
        with pytest.raises(PydanticCustomError):
            read_figure(grouped)
    else:
        assert read_figure(grouped) == figure
