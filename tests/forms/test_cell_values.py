"""A cell is read by the field that it belongs to; what has two readings has none."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.forms.faults import RefusedCellError
from thidua_cli.forms.values import choice_of, day_of, figure_of, text_in
from thidua_cli.spreadsheets.cells import Address, Content, Fault, Number, ReadCell, Uncomputed
from thidua_cli.vietnamese.numbers import figure

AT = Address(7, 7)


def cell(content: Content, formula: str | None = None) -> ReadCell:
    return ReadCell(AT, content, formula)


@pytest.mark.parametrize(
    ("content", "unit", "expected"),
    [
        (Number(Decimal(23100)), "lượt", "23100"),
        (Number(Decimal("0.7"), is_percent=True), "%", "70"),
        (Number(Decimal("0.7")), "%", "0.7"),
        ("39,62", "%", "39.62"),
        ("70%", "%", "70"),
        ("70 %", "%/năm", "70"),
        ("1.549.346", "lượt", "1549346"),
        ("\u00a023100\u00a0", "lượt", "23100"),
        ("２３１００", "lượt", "23100"),
        ("'23100", "lượt", "23100"),
        ("0", "lượt", "0"),
        ("-5", "lượt", "-5"),
        ("   ", "lượt", None),
        ("\u200b", "lượt", None),
    ],
)
def test_a_figure_is_read_as_it_is_written_in_vietnam(
    content: Content, unit: str, expected: str | None
) -> None:
    found = figure_of(cell(content), unit)

    assert found == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(
    ("content", "unit", "said", "hint"),
    [
        ("23.100", "lượt", "“23.100” hiểu được hai cách: 23100 hoặc 23,1", "Viết 23100 nếu là hàng nghìn"),
        (date(2026, 10, 7), "lượt", "Excel đã đổi số thành ngày 07/10/2026", "Văn bản (Text)"),
        (Number(Decimal("0.7"), is_percent=True), "lượt", "Ô hiện 70% nhưng ở đây cần số tính bằng lượt", ""),
        (Number(Decimal("0.7"), is_percent=True), None, "ở đây cần một con số", ""),
        ("70%", "lượt", "không phải là một con số", "không ghi đơn vị tính"),
        ("200 nghìn lượt", "lượt", "không phải là một con số", "không ghi đơn vị tính"),
        ("14/20", "%", "là hai con số trong một ô", "tử số và mẫu số"),
        ("không có", "lượt", "không phải là một con số", "Không có thì ghi 0"),
        ("-", "lượt", "không phải là một con số", "Không có thì ghi 0"),
        (True, "lượt", "giá trị đúng/sai", ""),
        (Fault("#REF!"), "lượt", "báo lỗi #REF!", "Sửa công thức"),
        (Uncomputed(), "lượt", "chưa có kết quả", "Mở tệp bằng Excel rồi lưu lại"),
        ("=A1+1", "lượt", "Công thức “=A1+1” nằm dưới dạng chữ", "Gõ thẳng kết quả"),
    ],
)
def test_what_is_no_figure_or_two_is_refused(
    content: Content, unit: str | None, said: str, hint: str
) -> None:
    with pytest.raises(RefusedCellError) as refused:
        figure_of(cell(content), unit)

    assert said in refused.value.message
    assert hint in refused.value.hint


def test_a_figure_from_another_workbook_is_refused() -> None:
    with pytest.raises(RefusedCellError, match="tệp Excel khác"):
        figure_of(cell(Number(Decimal(5)), "[1]Sheet1!A1"), "lượt")


@given(st.decimals(min_value=-(10**8), max_value=10**8, places=2))
def test_a_figure_reads_back_as_papers_print_it(value: Decimal) -> None:
    printed = figure(value)
    ambiguous = printed.count(".") == 1 and "," not in printed

    if ambiguous:
        with pytest.raises(RefusedCellError, match="hai cách"):
            figure_of(cell(printed), "lượt")
    else:
        assert figure_of(cell(printed), "lượt") == value


@given(st.text(max_size=12))
def test_any_text_is_a_figure_or_refused_with_a_remedy(text: str) -> None:
    try:
        found = figure_of(cell(text), "%")
    except RefusedCellError as refused:
        found, remedy = None, refused.hint
    else:
        remedy = "none is needed"

    assert remedy
    assert found is None or found.is_finite()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (date(2026, 12, 14), date(2026, 12, 14)),
        ("14/12/2026", date(2026, 12, 14)),
        ("2/1/2026", date(2026, 1, 2)),
        ("14-12-2026", date(2026, 12, 14)),
        (" 14.12.2026 ", date(2026, 12, 14)),
        ("2026-12-14", date(2026, 12, 14)),
        ("１４/１２/２０２６", date(2026, 12, 14)),
        ("", None),
    ],
)
def test_a_day_is_read_day_first(content: Content, expected: date | None) -> None:
    assert day_of(cell(content)) == expected


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("12/14/2026", "Lịch không có ngày “12/14/2026”"),
        ("2/1", "“2/1” không phải là một ngày"),
        (Number(Decimal(46370)), "“46.370” không phải là một ngày"),
        (True, "không phải là một ngày"),
        (Fault("#N/A"), "#N/A"),
    ],
)
def test_what_is_no_day_is_refused(content: Content, said: str) -> None:
    with pytest.raises(RefusedCellError) as refused:
        day_of(cell(content))

    assert said in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize("text", ["hoàn thành", "Hoàn Thành", "hoa\u0300n tha\u0300nh", " hoàn\u00a0thành"])
def test_a_word_of_a_list_is_known_however_its_letters_are_composed(text: str) -> None:
    assert choice_of(cell(text), ("hoàn thành", "đang thực hiện")) == "hoàn thành"


def test_a_word_that_is_not_in_the_list_is_met_with_the_nearest() -> None:
    with pytest.raises(RefusedCellError) as refused:
        choice_of(cell("hoàn thàh"), ("hoàn thành", "đang thực hiện"))

    assert refused.value.hint.startswith("Có phải “hoàn thành”?")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Ho\u0300a  Bi\u0300nh\u00a0", "Hòa Bình"),
        ("một\r\nhai", "một\nhai"),
        (Number(Decimal(12)), "12"),
        (Number(Decimal("0.5"), is_percent=True), "50%"),
        (date(2026, 1, 30), "30/01/2026"),
        (" ", None),
    ],
)
def test_a_text_is_what_prints(content: Content, expected: str | None) -> None:
    assert text_in(cell(content)) == expected


def test_an_empty_cell_says_nothing() -> None:
    assert (figure_of(None, "lượt"), day_of(None), text_in(None), choice_of(None, ("a",))) == (None,) * 4
