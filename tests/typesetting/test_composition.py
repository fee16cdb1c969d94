"""Headings are numbered and closing marks put in their places."""

from decimal import Decimal

from papers import PLAN_FRAME, plan, target_table, words

from thidua_cli.typesetting.composition import compose
from thidua_cli.typesetting.layout import DataTable, Line, TwoColumns
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.tree import Block, Document, Heading, Item, Paragraph, Part, Run, plain_text

PROFILE = load_profile("nd30")
LETTERS = "a b c d đ e g h i k l m n o p q r s t u v x y aa ab"


def body(*blocks: Block) -> list[Line | DataTable]:
    """What stands between the basis and the signature."""
    [sheets] = compose(Document(PLAN_FRAME, (), blocks, "Sở", plan().created), PROFILE)
    subject = next(i for i, s in enumerate(sheets.settings) if isinstance(s, Line) and s.slot is Slot.SUBJECT)
    return [s for s in sheets.settings[subject + 2 :] if isinstance(s, Line | DataTable)]


def texts(*blocks: Block) -> list[str]:
    return [plain_text((*s.runs, *s.run_in)) for s in body(*blocks) if isinstance(s, Line)]


def test_headings_are_counted_level_by_level() -> None:
    printed = texts(
        *(Heading(level, words("x")) for level in (1, 2, 2, 3, 3, 2, 3, 1, 2)),
        Paragraph(words("Hết.")),
    )

    assert printed[:-1] == ["I. x", "1. x", "2. x", "a) x", "b) x", "3. x", "a) x", "II. x", "1. x"]


def test_points_follow_the_vietnamese_alphabet() -> None:
    printed = texts(*(Heading(3, words("x")) for _ in LETTERS.split()), Paragraph(words("Hết.")))

    assert printed[:-1] == [f"{letter}) x" for letter in LETTERS.split()]


def test_parts_are_counted_in_roman_figures() -> None:
    printed = texts(*(Heading(1, words("x")) for _ in range(49)), Paragraph(words("Hết.")))

    assert [printed[number - 1] for number in (4, 9, 14, 40, 49)] == [
        "IV. x",
        "IX. x",
        "XIV. x",
        "XL. x",
        "XLIX. x",
    ]


def test_headings_are_counted_anew_in_each_part() -> None:
    printed = texts(
        *(
            block
            for name in ("Tình hình", "Kết quả")
            for block in (Part(words(name)), Heading(1, words("x")))
        ),
        Paragraph(words("Hết.")),
    )

    assert printed[:-1] == ["Phần I", "Tình hình", "I. x", "Phần II", "Kết quả", "I. x"]


def test_a_marker_of_its_own_takes_its_turn_and_an_empty_one_does_not() -> None:
    printed = texts(
        Heading(2, words("a")),
        Heading(2, words("b"), "2a."),
        Heading(2, words("c"), ""),
        Heading(2, words("d")),
        Item(1, words("e")),
    )

    assert printed == ["1. a", "2a. b", "c", "3. d", "- e./."]


def test_items_carry_the_marks_of_their_level() -> None:
    assert texts(Item(1, words("một;")), Item(2, words("hai."))) == ["- một;", "+ hai./."]


def test_the_basis_ends_line_by_line() -> None:
    [sheets] = compose(plan(), PROFILE)

    basis = [plain_text(s.runs) for s in sheets.settings if isinstance(s, Line) and s.slot is Slot.BASIS]
    assert [line[-1] for line in basis] == [";", "."]


def test_the_end_mark_takes_the_place_of_the_last_full_stop() -> None:
    runs = (Run("Thi đua "), Run("thật tốt.", bold=True))

    [line] = body(Paragraph(runs))

    assert line == Line(Slot.BODY, (Run("Thi đua "), Run("thật tốt./.", bold=True)), keep_next=True)


def test_the_end_mark_is_not_doubled() -> None:
    assert texts(Paragraph(words("Hết./."))) == ["Hết./."]


def test_the_end_mark_follows_a_gap_and_does_not_enter_it() -> None:
    [line] = body(Paragraph((Run("số tập thể", blank=True),)))

    assert line == Line(Slot.BODY, (Run("số tập thể", blank=True), Run("./.")), keep_next=True)


def test_the_end_mark_closes_a_heading_that_runs_in() -> None:
    assert texts(Heading(2, words("Đoàn thể:"), run_in=words("Vận động."))) == ["1. Đoàn thể: Vận động./."]


def test_after_a_table_the_end_mark_has_a_line_of_its_own_on_the_page_of_the_last_rows() -> None:
    table = target_table(2)

    caption, data, mark = body(table)

    assert caption == Line(Slot.TABLE_CAPTION, table.caption)
    assert data == DataTable(table, Decimal(165), keep_next=True)
    assert mark == Line(Slot.BODY, words("./."), keep_next=True)


def test_a_paper_without_a_body_has_no_end_mark() -> None:
    [sheets] = compose(Document(PLAN_FRAME, (), (), "Sở", plan().created), PROFILE)

    assert isinstance(sheets.settings[-1], TwoColumns)
    assert body() == []
