"""Days and periods: one grammar, real days only, and words for papers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from thidua_cli.model.fields import read_day, read_moment, read_period
from thidua_cli.model.periods import Period, parse_moment, parse_period


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "năm 2026"),
        ("2026-H1", date(2026, 1, 1), date(2026, 6, 30), "6 tháng đầu năm 2026"),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31), "6 tháng cuối năm 2026"),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31), "quý I năm 2026"),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31), "quý IV năm 2026"),
        ("2026-9M", date(2026, 1, 1), date(2026, 9, 30), "9 tháng đầu năm 2026"),
        ("2026-11M", date(2026, 1, 1), date(2026, 11, 30), "11 tháng năm 2026"),
        ("2026-06", date(2026, 6, 1), date(2026, 6, 30), "tháng 6 năm 2026"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "tháng 2 năm 2024"),
        ("2026-1M", date(2026, 1, 1), date(2026, 1, 31), "1 tháng đầu năm 2026"),
    ],
)
def test_a_period_has_its_days_and_its_words(text: str, start: date, end: date, words: str) -> None:
    period = read_period(text)

    assert (period.start, period.end, period.text, period.in_words) == (start, end, text, words)


@pytest.mark.parametrize(
    "text",
    [
        "Q3/2026",
        "2026-H3",
        "2026-Q5",
        "2026-13",
        "2026-00",
        "2026-0M",
        "2026-13M",
        "0000",
        "26",
        "2026-01-30",
        "２０２６",
    ],
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        read_period(text)

    assert refused.value.context == {
        "message": f"“{text}” không phải là một kỳ.",
        "hint": "Viết theo mẫu 2026, 2026-H1, 2026-Q3, 2026-9M hoặc 2026-06.",
    }


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("30/01/2026", "Ngày “30/01/2026” chưa viết theo dạng năm-tháng-ngày.", "Viết 2026-01-30."),
        ("1-2-2026", "Ngày “1-2-2026” chưa viết theo dạng năm-tháng-ngày.", "Viết 2026-02-01."),
        ("2026-02-30", "Ngày “2026-02-30” không có trong lịch.", "Xem lại ngày và tháng."),
        ("0000-01-01", "Ngày “0000-01-01” không có trong lịch.", "Xem lại ngày và tháng."),
        ("31/02/2026", "“31/02/2026” không phải là một ngày.", "Viết theo mẫu 2026-01-30."),
        ("2026", "“2026” không phải là một ngày.", "Viết theo mẫu 2026-01-30."),
        ("２０２６-01-30", "“２０２６-01-30” không phải là một ngày.", "Viết theo mẫu 2026-01-30."),
        ("hôm nay", "“hôm nay” không phải là một ngày.", "Viết theo mẫu 2026-01-30."),
    ],
)
def test_what_is_no_day_is_refused_with_the_right_form(text: str, message: str, hint: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        read_day(text)

    assert (refused.value.type, refused.value.context) == ("TD205", {"message": message, "hint": hint})


def test_a_moment_is_as_precise_as_it_is_known() -> None:
    assert read_moment("2026-12-15") == Period(date(2026, 12, 15), date(2026, 12, 15), "")
    assert read_moment("2026-Q4").in_words == "quý IV năm 2026"
    assert read_moment("2026-12-15").in_words == "ngày 15/12/2026"


@given(st.dates())
def test_every_day_reads_back(day: date) -> None:
    assert read_day(day.isoformat()) == day


@given(st.integers(1, 9999), st.sampled_from(["", "-H1", "-H2", "-Q2", "-7M", "-02", "-12"]))
def test_the_months_of_a_year_lie_in_its_periods(year: int, part: str) -> None:
    whole, period = parse_period(f"{year:04}"), parse_period(f"{year:04}{part}")

    assert whole is not None
    assert period is not None
    assert whole.contains(period)
    assert period.overlaps(whole)
    assert period.start + timedelta(days=period.days - 1) == period.end


@given(st.text(st.sampled_from("0126-QHM/ "), max_size=10))
def test_no_text_makes_a_moment_fail(text: str) -> None:
    moment = parse_moment(text)

    assert moment is None or moment.text == text
