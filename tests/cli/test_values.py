from datetime import date

import pytest

from thidua_cli.cli.values import parse_choice, parse_day
from thidua_cli.diagnostics.errors import ThiduaError


def test_a_day_is_written_year_month_day() -> None:
    assert parse_day("2026-11-21", "--as-of") == date(2026, 11, 21)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("21/11/2026", "Hãy viết: --as-of 2026-11-21"),
        ("21.11.2026", "Hãy viết: --as-of 2026-11-21"),
        ("2026-6-5", "Hãy viết: --as-of 2026-06-05"),
        ("2026/06/05", "Hãy viết: --as-of 2026-06-05"),
        (" 2026-06-05", "Hãy viết: --as-of 2026-06-05"),
        ("11/21/2026", "Ví dụ viết đúng: --as-of 2026-06-30"),
        ("20260605", "Ví dụ viết đúng: --as-of 2026-06-30"),
        ("2026-W01-1", "Ví dụ viết đúng: --as-of 2026-06-30"),
        ("٢٠٢٦-٠٦-٠٥", "Ví dụ viết đúng: --as-of 2026-06-30"),
        ("", "Ví dụ viết đúng: --as-of 2026-06-30"),
    ],
)
def test_another_form_of_a_day_is_met_with_the_corrected_one(written: str, hint: str) -> None:
    with pytest.raises(ThiduaError) as caught:
        parse_day(written, "--as-of")

    assert (caught.value.message, caught.value.hint) == (
        f"--as-of: “{written}” không phải là ngày viết theo mẫu NĂM-THÁNG-NGÀY.",
        hint,
    )


def test_a_day_that_no_calendar_has_is_refused() -> None:
    with pytest.raises(ThiduaError) as caught:
        parse_day("2026-02-30", "--as-of")

    assert caught.value.message == "--as-of: lịch không có ngày “2026-02-30”."


def test_a_choice_is_taken_as_written() -> None:
    assert parse_choice("json", ("text", "json"), "--format") == "json"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("JSON", "Có phải “json”? Các lựa chọn: text, json."),
        ("pdf", "Các lựa chọn: text, json."),
    ],
)
def test_a_wrong_choice_is_met_with_the_right_ones(written: str, hint: str) -> None:
    with pytest.raises(ThiduaError) as caught:
        parse_choice(written, ("text", "json"), "--format")

    assert (caught.value.message, caught.value.hint) == (f"--format: không có lựa chọn “{written}”.", hint)
