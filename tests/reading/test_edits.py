"""Edits of YAML files say what was wanted and leave every other byte alone."""

import difflib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.reading.yaml_edit import append_item, set_scalar
from thidua_cli.reading.yaml_source import read_yaml

STEP = {"status": "recognised", "on": "2026-05-05", "council": "Hội đồng, Sở: A"}
ADDED = '{status: recognised, on: 2026-05-05, council: "Hội đồng, Sở: A"}'
QUICK = settings(max_examples=150, deadline=None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "- id: a # tên\n  history:\n    - status: x\n      on: 1\n  b: 'c'   # cuối\n",
            (
                "- id: a # tên\n  history:\n    - status: x\n      on: 1\n    - status: recognised\n"
                "      on: 2026-05-05\n      council: \"Hội đồng, Sở: A\"\n  b: 'c'   # cuối\n"
            ),
        ),
        ("- {history: [{a: b}], c: d}", f"- {{history: [{{a: b}}, {ADDED}], c: d}}"),
        ("- {history: [ ], c: d}", f"- {{history: [{ADDED} ], c: d}}"),
        ("- history: # chưa có\n  b: c\n", f"- history: [{ADDED}] # chưa có\n  b: c\n"),
        ("- history: ~\n", f"- history: [{ADDED}]\n"),
        (
            "- history:\n  - a: |\n      nhiều\n      dòng\n    # của a\n  # của history\n",
            (
                "- history:\n  - a: |\n      nhiều\n      dòng\n    # của a\n  - status: recognised\n"
                '    on: 2026-05-05\n    council: "Hội đồng, Sở: A"\n  # của history\n'
            ),
        ),
        (
            "- history:\n  - a: >-\n      gấp\n\n\n",
            (
                "- history:\n  - a: >-\n      gấp\n  - status: recognised\n    on: 2026-05-05\n"
                '    council: "Hội đồng, Sở: A"\n\n\n'
            ),
        ),
    ],
)
def test_an_item_goes_to_the_end_of_a_nested_list(before: str, after: str) -> None:
    for end in ("\n", "\r\n"):
        given_file, wanted = (text.replace("\n", end).encode() for text in (before, after))

        assert append_item(given_file, (0, "history"), STEP, "a.yaml") == wanted


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "- id: b\n"),
        ("# đầu tệp", "# đầu tệp\n- id: b\n"),
        ("# đầu tệp\r\n", "# đầu tệp\r\n- id: b\r\n"),
        ("\ufeff- id: a", "\ufeff- id: a\n\n- id: b"),
        ("- id: a\n- id: c\n\n# hết\n", "- id: a\n- id: c\n- id: b\n\n# hết\n"),
        ("- id: a\n\n# c là\n- id: c\n", "- id: a\n\n# c là\n- id: c\n\n- id: b\n"),
        ("- id: a\n  # x: y\n...\n", "- id: a\n  # x: y\n\n- id: b\n...\n"),
        ("[]\n", "[{id: b}]\n"),
        ("- a\n- ''\n", "- a\n- ''\n- id: b\n"),
    ],
)
def test_an_item_goes_to_the_end_of_the_file(before: str, after: str) -> None:
    assert append_item(before.encode(), (), {"id": "b"}, "a.yaml") == after.encode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- a: cũ # nhớ\n  b: x\n", "- a: Số 1, mới # nhớ\n  b: x\n"),
        ('- {a: "cũ", b: x}', '- {a: "Số 1, mới", b: x}'),
        ("- a:\n  b: x\n", "- a: Số 1, mới\n  b: x\n"),
        ("- a: # nhớ\n  b: x\n", "- a: Số 1, mới # nhớ\n  b: x\n"),
        ("- {a: , b: x}", '- {a: "Số 1, mới", b: x}'),
        ("- b: x # nhớ\n# hết\n", "- b: x # nhớ\n  a: Số 1, mới\n# hết\n"),
        ("# đầu\n- b: x", "# đầu\n- b: x\n  a: Số 1, mới"),
        ("- {b: x}", '- {b: x, a: "Số 1, mới"}'),
        ("- {}", '- {a: "Số 1, mới"}'),
        ("- a: |\n    hai\n    dòng\n  b: x\n", "- a: Số 1, mới\n  b: x\n"),
        ("- a: hai\n    dòng\n  b: x\n", "- a: Số 1, mới\n  b: x\n"),
    ],
)
def test_a_value_is_put_in_the_place_of_another(before: str, after: str) -> None:
    for end in ("\n", "\r\n"):
        given_file, wanted = (text.replace("\n", end).encode() for text in (before, after))

        assert set_scalar(given_file, (0, "a"), "Số 1, mới", "a.yaml") == wanted


@pytest.mark.parametrize(
    "content",
    ["a: b", "- |+\n  giữ dòng trống\n\n", "- |\n  không có dòng cuối", "- [", "- a: 1\n\t- b", "chữ"],
)
def test_a_file_that_cannot_take_an_item_is_refused(content: str) -> None:
    with pytest.raises(ThiduaError, match="mà giữ nguyên mọi chỗ khác"):
        append_item(content.encode(), (), {"id": "b"}, "a.yaml")


@pytest.mark.parametrize("steps", [(0, "history"), (1, "a"), ("a", 0), (0, "a", "b"), (0, 0)])
def test_a_value_where_nothing_can_be_is_refused(steps: tuple[str | int, ...]) -> None:
    with pytest.raises(ThiduaError):
        set_scalar(b"- a: x\n  history: [{b: c}]\n", steps, "y", "a.yaml")


def test_steps_that_lead_to_no_list_are_refused() -> None:
    for steps in [(0, "a"), (0, "b"), (5,), ("x",)]:
        with pytest.raises(ThiduaError):
            append_item(b"- a: x\n", steps, "y", "a.yaml")


KEYS = st.from_regex(r"[a-z][a-z_]{0,5}", fullmatch=True)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    [
        "null",
        "~",
        "",
        "- a",
        "a: b",
        "# c",
        "33,4",
        "2026-01-01",
        "“x”",
        "a\u0301",
        "[",
        "{a}",
        "*a",
        "x ",
        "---",
    ]
)
DATA = st.recursive(
    TEXTS | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)
ITEMS = st.dictionaries(KEYS, DATA, min_size=1, max_size=4)
COMMENTS = st.sampled_from(["", " # lời", "  #"])
VALUES = st.sampled_from(
    ["x", "'y'", '"z: #"', "", "[a, b]", "{k: v}", "|\n    t\n    u", ">-\n    t", "\n    - m\n    - n: o"]
)


@st.composite
def files(draw: st.DrawFn) -> str:
    """A list of blocks with the styles, comments and blank lines that people leave."""
    lines = draw(st.lists(st.sampled_from(["# đầu", ""]), max_size=2))
    for _ in range(draw(st.integers(1, 3))):
        keys = draw(st.lists(KEYS, min_size=1, max_size=3, unique=True))
        for number, key in enumerate(keys):
            value = draw(VALUES)
            head, _, rest = value.partition("\n")
            comment = draw(COMMENTS)
            lines.append(f"{'- ' if number == 0 else '  '}{key}: {head}".rstrip() + comment)
            lines += rest.split("\n") if rest else []
        lines += draw(st.lists(st.sampled_from(["", "  # của mục", "# chung"]), max_size=2))
    ends = (
        ["\n", "\n\n"] if lines[-1].startswith("    ") else ["", "\n", "\n\n"]
    )  # text in a block ends its line
    text = "\n".join(lines) + draw(st.sampled_from(ends))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def only_added(before: bytes, after: bytes) -> bool:
    """Whether all that was there is there still, in its order."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return all(tag in {"equal", "insert"} for tag, *_ in matcher.get_opcodes())


def normal(data: Any) -> Any:
    return read_yaml(append_item(b"", (), data, "a.yaml"), "a.yaml").data[0]  # type: ignore[index]


@QUICK
@given(files(), ITEMS)
def test_whatever_is_appended_is_read_back_and_nothing_else_changes(text: str, item: dict[str, Any]) -> None:
    before = text.encode()
    data = read_yaml(before, "a.yaml").data

    after = append_item(before, (), item, "a.yaml")

    assert read_yaml(after, "a.yaml").data == [*(data or []), normal(item)]
    assert only_added(before, after)


@QUICK
@given(files(), TEXTS)
def test_a_new_value_is_read_back_and_every_other_line_stays(text: str, value: str) -> None:
    before = text.encode()
    data: Any = read_yaml(before, "a.yaml").data
    key = next((key for key, old in data[0].items() if old is None or isinstance(old, str)), "moi")

    after = set_scalar(before, (0, key), value, "a.yaml")

    assert read_yaml(after, "a.yaml").data == [{**data[0], key: normal({"v": value})["v"]}, *data[1:]]
    assert set_scalar(after, (0, key), value, "a.yaml") == after
    kept, lines = text.splitlines(), after.decode().splitlines()
    assert [line for line in kept if line.lstrip().startswith("#")] == [
        line for line in lines if line.lstrip().startswith("#")
    ]


@QUICK
@given(DATA)
def test_any_data_can_be_written(data: Any) -> None:
    expected = read_yaml(append_item(b"", (), {"v": data}, "a.yaml"), "a.yaml").data

    assert append_item(b"- v: 1\n", (), {"v": data}, "a.yaml").startswith(b"- v: 1\n")
    assert expected is not None
