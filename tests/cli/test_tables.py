"""No table is wider than its page, whatever stands in it."""

from hypothesis import example, given
from hypothesis import strategies as st

from thidua_cli.cli.excerpts import columns_of
from thidua_cli.cli.pages import Grid, Lines, page
from thidua_cli.cli.tables import Column, table, wrapped

WORDS = st.text("aăâđếữợ漢字e\u0323 -,", min_size=0, max_size=60)
COLUMNS = (Column("Chỉ tiêu", wraps=True), Column("Cần đạt", right=True), Column("Đánh giá", wraps=True))


def longest_word(*texts: str) -> int:
    """The columns of the widest word, which is never broken."""
    return max((columns_of(word) for text in texts for word in text.split(" ")), default=0)


@example([("", "aaaaaaaaaa字", " aaaaaaaaa字")], 35)
@example([(f"{9 * ' '}{40 * 'a'}", "", "")], 20)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4), st.integers(20, 90))
def test_no_line_is_wider_than_asked_but_for_a_word_that_people_copy(
    rows: list[tuple[str, str, str]], width: int
) -> None:
    heading = longest_word(*(f"  {column.heading}:" for column in COLUMNS))
    room = max(width, 2 + longest_word(*(cell for row in rows for cell in row)), heading)

    for line in table(COLUMNS, rows, width).splitlines():
        assert columns_of(line) <= room


@given(WORDS, st.integers(5, 40))
def test_wrapping_keeps_every_word_in_its_order(text: str, width: int) -> None:
    assert " ".join(wrapped(text, width)).split() == text.split()


def test_rows_that_cannot_stand_side_by_side_become_paragraphs() -> None:
    rows = [("Lượt khách năm 2026", "≥ 23.100", "đạt"), ("Doanh thu", "", "chưa có   số liệu")]

    assert table(COLUMNS, rows, 24) == (
        "Lượt khách năm 2026\n"
        "  Cần đạt: ≥ 23.100\n"
        "  Đánh giá: đạt\n"
        "\n"
        "Doanh thu\n"
        "  Đánh giá: chưa có số\n"
        "  liệu\n"
    )


def test_parts_without_rows_or_sentences_leave_no_gap() -> None:
    parts = (Lines(("Một",)), Grid(COLUMNS, ()), Lines(()), Lines(("Hai",)))

    assert page(parts) == "Một\n\nHai\n"
