"""Figures stay with their units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.vietnamese.figures_in_text import bound_to_units


@pytest.mark.parametrize(
    "text",
    [
        "đón 23.100_nghìn lượt khách",
        "ít nhất 01_sáng kiến, 05_tập thể",
        "giảm 1,5_điểm phần trăm, tăng 70_%",
        "ngày 30 tháng 01 năm 2026, trong 30_ngày",
        "số 19/KH xã, mục 2.1 a",
        "từ 01 đến 02_năm",
        "5 kmx",
        "1. phần",
    ],
)
def test_only_a_figure_and_its_unit_are_bound(text: str) -> None:
    assert bound_to_units(text.replace("_", " ")) == text.replace("_", "\N{NO-BREAK SPACE}")


@given(st.text())
def test_nothing_but_blanks_changes(text: str) -> None:
    bound = bound_to_units(text)

    changed = {(a, b) for a, b in zip(text, bound, strict=True) if a != b}
    assert changed <= {(" ", "\N{NO-BREAK SPACE}")}
