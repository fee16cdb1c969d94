"""Templates' text becomes blocks, and what is not in the subset is refused with its line."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import words

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.diagnostics.finding import Location
from thidua_cli.typesetting.markup import escape, parse_markup
from thidua_cli.typesetting.tree import Block, Heading, Inline, Item, Paragraph, Part, Run

FIRST = Location("templates/plan.md.j2", 11, 1, 11, 1)


def parsed(text: str) -> tuple[Block, ...]:
    return parse_markup(dedent(text), FIRST)


def test_headings_are_as_deep_as_their_marks() -> None:
    blocks = parsed("# Mục đích\n## Yêu cầu\n### Khen thưởng\n")

    assert blocks == (
        Heading(1, words("Mục đích")),
        Heading(2, words("Yêu cầu")),
        Heading(3, words("Khen thưởng")),
    )


def test_a_heading_may_bring_its_own_marker_or_none() -> None:
    blocks = parsed('## Chỉ tiêu {marker="2."}\n## Lời kết {marker=""}\n')

    assert blocks == (Heading(2, words("Chỉ tiêu"), "2."), Heading(2, words("Lời kết"), ""))


def test_a_run_in_heading_takes_in_the_paragraph_that_follows() -> None:
    blocks = parsed('## Các đoàn thể: {run-in marker="3."}\nVận động **đoàn viên**.\n\nHết.\n')

    run_in = (Run("Vận động "), Run("đoàn viên", bold=True), Run("."))
    assert blocks == (Heading(2, words("Các đoàn thể:"), "3.", run_in), Paragraph(words("Hết.")))


def test_dashes_and_plus_signs_are_two_levels_whatever_their_indent() -> None:
    blocks = parsed("""\
        Gồm:
        - một
          tiếp theo
        + hai
              - ba
        + bốn

        Hết.
        """)

    assert blocks == (
        Paragraph(words("Gồm:")),
        Item(1, words("một tiếp theo")),
        Item(2, words("hai")),
        Item(1, words("ba")),
        Item(2, words("bốn")),
        Paragraph(words("Hết.")),
    )


@pytest.mark.parametrize(
    "text",
    ["2026. Năm bản lề", "1. Đội A", "1) Đội A", "-5 độ", "5 * 3", "a_b_c", "[1] và {2}", "3 < 5 & 6 > 5"],
)
def test_what_is_not_a_mark_is_plain_text(text: str) -> None:
    assert parsed(text) == (Paragraph(words(text)),)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("“**đậm**”", (Run("“"), Run("đậm", bold=True), Run("”"))),
        ("Đề án**“Hạnh phúc”**của tỉnh", (Run("Đề án"), Run("“Hạnh phúc”", bold=True), Run("của tỉnh"))),
        ("**Mục đích:**nêu rõ", (Run("Mục đích:", bold=True), Run("nêu rõ"))),
        ("*nghiêng*, **đậm**", (Run("nghiêng", italic=True), Run(", "), Run("đậm", bold=True))),
        ("***cả hai***", (Run("cả hai", bold=True, italic=True),)),
        (
            "**đậm *và* nghiêng**",
            (Run("đậm ", bold=True), Run("và", bold=True, italic=True), Run(" nghiêng", bold=True)),
        ),
        (r"\*\*sao\*\*", (Run("**sao**"),)),
        ("đạt [[tỷ lệ %]].", (Run("đạt "), Run("tỷ lệ %", blank=True), Run("."))),
        (r"[[số \[a\]]]", (Run("số [a]", blank=True),)),
        ("", ()),
    ],
)
def test_marks_inside_a_line(text: str, runs: Inline) -> None:
    assert parsed(text) == ((Paragraph(runs),) if runs else ())


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("#### Bốn", "Chỉ có ba cấp tiêu đề."),
        ("#Một", "Sau dấu # của tiêu đề phải có dấu cách."),
        ("##", "Tiêu đề không có chữ nào."),
        ("## Một {canh-giua}", "Tiêu đề không có thuộc tính “canh-giua”."),
        ("## Một: {run-in}", "Sau tiêu đề có {run-in} phải là một đoạn văn."),
        ("## Một: {run-in}\n- mục", "Sau tiêu đề có {run-in} phải là một đoạn văn."),
        ("```", "Không dùng khối mã trong văn bản."),
        ("> trích", "Không dùng dấu > để trích dẫn."),
        ("| a | b |", "Bảng không viết bằng dấu |."),
        ("* mục", "Mục liệt kê không viết bằng dấu *."),
        ("-", "Mục liệt kê không có chữ nào."),
        ("---", "Không dùng dòng kẻ trong văn bản."),
        ("===", "Không dùng dòng kẻ trong văn bản."),
        ("***", "Không dùng dòng kẻ trong văn bản."),
        ("xem [đây](https://x)", "Không dùng liên kết hay hình ảnh."),
        ("xem ![hình](x.png)", "Không dùng liên kết hay hình ảnh."),
        ("mã `x`", "Không dùng dấu ` trong văn bản."),
        ("một <b>hai</b>", "Không dùng thẻ HTML."),
        ("một ~~hai~~", "Không có chữ gạch ngang."),
        ("một **hai", "Dấu * mở mà không đóng, hoặc đóng mà không mở."),
        ("một* hai", "Dấu * mở mà không đóng, hoặc đóng mà không mở."),
        ("một ** hai ** ba", "Dấu * mở mà không đóng, hoặc đóng mà không mở."),
        ("còn [[chưa rõ", "Chỗ trống mở bằng [[ mà không đóng bằng ]]."),
        ("văn bản[^1]", "Chú thích “[^1]” chưa có nội dung."),
        ("[^nq]: Nghị quyết", "Không chỗ nào trong lời văn có dấu của chú thích “[^nq]”."),
        ("[^1]:", "Chú thích không có chữ nào."),
        ("văn bản[^]", "Dấu chú thích viết chưa đúng."),
        ("văn bản[^ 1]", "Dấu chú thích viết chưa đúng."),
    ],
)
def test_the_rest_of_markdown_is_refused_with_its_line_and_a_remedy(line: str, message: str) -> None:
    with pytest.raises(ThiduaError) as refused:
        parsed(f"Một.\n\nHai,\n{line}")

    assert refused.value.message == message
    assert refused.value.hint
    assert refused.value.at == Location("templates/plan.md.j2", 14, 1, 14, 1)


ONE_LINE = st.text().map(lambda text: "".join(filter(str.isprintable, text)).strip()).filter(bool)
AWKWARD = st.text("\\*_[]{}()`<>|#~!-+=.1a “^:").map(str.strip).filter(bool)


@given(ONE_LINE | AWKWARD)
def test_an_escaped_datum_is_literal_as_a_paragraph(datum: str) -> None:
    assert parsed(escape(datum)) == (Paragraph(words(datum)),)


@given(ONE_LINE | AWKWARD)
def test_an_escaped_datum_is_literal_in_every_place(datum: str) -> None:
    blocks = parse_markup(
        f"# {escape(datum)}\n\n- {escape(datum)}\n\nx {escape(datum)} **{escape(datum)}**", FIRST
    )

    assert blocks == (
        Heading(1, words(datum)),
        Item(1, words(datum)),
        Paragraph((Run(f"x {datum} "), Run(datum, bold=True))),
    )


def test_a_note_hangs_on_the_word_before_its_mark_wherever_its_text_stands() -> None:
    blocks = parsed("""\
        [^nq]: Số 01, **ngày
          17/9**.
        # Mục đích[^1]
        - một[^nq], hai
        [^1]: [[của ai?]]

        ba
        """)

    assert blocks == (
        Heading(1, (Run("Mục đích", note=(Run("của ai?", blank=True),)),)),
        Item(1, (Run("một", note=(Run("Số 01, "), Run("ngày 17/9", bold=True), Run("."))), Run(", hai"))),
        Paragraph(words("ba")),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a[^1]\n\n[^1]: x\n\nb,\nc[^1]", "Chú thích “[^1]” được dùng hai lần."),
        ("a[^1]\n\n[^1]: x\n\nb\n[^1]: y", "Chú thích “[^1]” có hai nội dung."),
        ("a[^1]\n\n[^2]: x\n\n\n[^1]: y[^2]", "Trong chú thích không đặt được chú thích khác."),
        ("a\n\n[^1]: x\n\n\n**[^1]**", "Dấu chú thích phải đứng sau chữ, và không liền sau chú thích khác."),
        (
            "[^1]: x\n\n[^2]: y\n\n\na[^1][^2]",
            "Dấu chú thích phải đứng sau chữ, và không liền sau chú thích khác.",
        ),
    ],
)
def test_marks_and_texts_of_notes_must_go_together(text: str, message: str) -> None:
    with pytest.raises(ThiduaError) as refused:
        parsed(text)

    assert refused.value.message == message
    assert refused.value.hint
    assert refused.value.at == Location("templates/plan.md.j2", 16, 1, 16, 1)


def test_an_escaped_datum_never_begins_a_new_block() -> None:
    assert parsed(escape("một\n- hai\r\n\n# ba")) == (Paragraph(words("một - hai  # ba")),)


def test_a_part_is_a_heading_of_the_first_level_with_a_word_in_braces() -> None:
    assert parsed("# TÌNH HÌNH {part}\n\n# A\n") == (Part(words("TÌNH HÌNH")), Heading(1, words("A")))


@pytest.mark.parametrize("heading", ["## A {part}", '# A {part marker="1."}', "# A {part run-in}"])
def test_only_a_heading_of_the_first_level_is_a_part(heading: str) -> None:
    with pytest.raises(ThiduaError) as refused:
        parsed(f"{heading}\n\nHai.\n")

    assert refused.value.message == "Phần là một tiêu đề cấp một, chỉ có {part}."
