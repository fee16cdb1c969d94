"""Templates are sandboxed, strict and literal about data; prose may only call functions."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.documents.templating import Markup, calls_in, render_prose, render_template
from thidua_cli.repository.index import Prose
from thidua_cli.typesetting.markup import parse_markup
from thidua_cli.typesetting.tree import Paragraph, Run

FUNCTIONS: dict[str, Callable[..., str]] = {
    "unit": lambda name: f"Phòng *{name}*",
    "bold": lambda text: Markup(f"**{text}**"),
}


def prose(text: str) -> Prose:
    return Prose("plan.md", text, first_line=10)


def test_what_a_function_gives_is_set_literally_and_markup_of_ours_is_not_escaped_again() -> None:
    rendered = render_prose(prose('Giao {{ unit("a_b") }} {{ bold("ngay") }}'), FUNCTIONS)

    (paragraph,) = parse_markup(rendered, prose("").at(0))
    assert paragraph == Paragraph((Run("Giao Phòng *a_b* "), Run("ngay", bold=True)))


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1))
def test_any_datum_comes_out_of_a_template_as_it_went_in(text: str) -> None:
    rendered = render_template(Prose("t.j2", "x{{ datum }}"), {"datum": text})

    assert parse_markup(rendered, prose("").at(0)) == (Paragraph((Run(f"x{text}"),)),)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("một\n{{ a.b }}", 11),
        ("{{ targets.khach-du-lich }}", 10),
        ("{% for x in y %}{% endfor %}", 10),
        ("một\nhai\n{{ 1 + 1 }}", 12),
        ('{{ unit("a")|upper }}', 10),
        ('{{ "a" ~ "b" }}', 10),
        ("{% set a = 1 %}", 10),
        ("{{ ''.__class__ }}", 10),
    ],
)
def test_prose_that_computes_is_refused_at_its_line(text: str, line: int) -> None:
    with pytest.raises(ThiduaError) as caught:
        render_prose(prose(text), FUNCTIONS)

    assert caught.value.message == "Trong lời văn chỉ gọi được hàm, không viết được phép tính hay câu lệnh."
    assert caught.value.at is not None
    assert (caught.value.at.path, caught.value.at.line) == ("plan.md", line)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ nit('a') }}", "Không có hàm hay tên nào là “nit”."),
        ("{{ unit() }}", "Hàm ở chỗ này được gọi với thiếu hoặc thừa giá trị trong ngoặc."),
        ("{{ unit('a' }}", "Chỗ này mở {{ hoặc {% mà chưa viết đúng."),
    ],
)
def test_a_wrong_call_is_refused_in_vietnamese(text: str, message: str) -> None:
    with pytest.raises(ThiduaError) as caught:
        render_prose(prose(f"một\n{text}"), FUNCTIONS)

    assert caught.value.message == message
    assert caught.value.at is not None
    assert caught.value.at.line == 11


def test_the_calls_in_prose_are_listed_with_their_places() -> None:
    calls = tuple(calls_in(prose('x\n  {{ unit("a") }} và {{ bold("b") }}')))

    assert [(c.name, c.arguments, str(c.at)) for c in calls] == [
        ("unit", ("a",), "plan.md:11:6"),
        ("bold", ("b",), "plan.md:11:25"),
    ]


def test_a_template_cannot_reach_into_python() -> None:
    with pytest.raises(Exception, match="unsafe"):
        render_template(Prose("t.j2", "{{ datum.__class__.__mro__ }}"), {"datum": "x"})
