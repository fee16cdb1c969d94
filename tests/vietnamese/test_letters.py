from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.vietnamese.letters import fold, near, vi_key

VIETNAMESE = st.text("aàảãáạăằâầbcdđeêềfghiìoòôồơờuùưừyỳ ĐẾỘĂ-–0123456789\u0300\u0301\u0323\u00a0")


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Hà Nội", "ha noi"),
        ("Đội Quản lý thị trường số 2", "doi quan ly thi truong so 2"),
        ("hoà", "hoa"),
        ("hòa", "hoa"),
        ("19\u201319\u201419\u2212KH", "19-19-19-kh"),
        ("  Hà\u00a0\u00a0Nội\u200b ", "ha noi"),
        ("", ""),
    ],
)
def test_folding_leaves_letters_without_marks(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(normalize("NFC", text)) == fold(normalize("NFD", text))


@given(VIETNAMESE)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_text_sort_alike(text: str) -> None:
    assert vi_key(normalize("NFC", text)) == vi_key(normalize("NFD", text))


@pytest.mark.parametrize(
    "words",
    [
        ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "o", "ô", "ơ", "u", "ư", "v", "y"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["ba", "Ba", "bà", "bác"],
        ["Bắc Ninh", "Cao Bằng", "Đà Nẵng", "Hà Nội", "Hải Phòng"],
        ["Phường 10", "Phường 2", "Phường An"],
        ["da", "dạ", "đa"],
    ],
)
def test_words_sort_as_in_a_dictionary(words: list[str]) -> None:
    backwards = words[::-1]

    assert sorted(backwards, key=vi_key) == words


@pytest.mark.parametrize(
    ("text", "candidates", "meant"),
    [
        ("Ha Noi", ["Hải Phòng", "Hà Nội"], "Hà Nội"),
        ("19KH", ["02-KH", "19-KH"], "19-KH"),
        ("19/KH", ["02-KH", "19-KH"], "19-KH"),
        ("doi-7", ["doi-06", "doi-07"], "doi-07"),
        ("explian", ["plan", "explain", "report"], "explain"),
        ("TD240", ["TD204", "TD401"], "TD204"),
        ("TD240", ["TD401", "TD204"], "TD204"),
        ("hòa bình", ["hoà bình"], "hoà bình"),
        ("xyz", ["plan", "explain"], None),
        ("", ["plan"], None),
        ("-", ["plan"], None),
        ("plan", [], None),
    ],
)
def test_the_nearest_candidate_is_found(text: str, candidates: list[str], meant: str | None) -> None:
    assert near(text, candidates) == meant
