"""The quick reader of plain YAML says what the strict one says, or nothing."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from thidua_cli.diagnostics.written import Source, WrittenList, WrittenMapping
from thidua_cli.reading import yaml_source
from thidua_cli.reading.plain_yaml import read_plain

LINES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "", "  ", "    ", " ", "      "]),
    st.sampled_from(["", "", "", "- ", "-  ", "- - "]),
    st.sampled_from(["a: ", "b: ", "c: ", "a:", "b:", "đơn-vị: ", "null: ", "", "'a': ", "a:b"]),
    st.sampled_from([
        "", "", "x", "Sở Nội vụ", "~", "null", "-5", "- 5", "a: b", "http://x", "a:", "x #y", "x#y", "#", "[]",
        "[a, b]", "[a,b]", "[1,2]", "[a, [b]]", "{a: b}", '"x"', '"a\\n"', "'x: y'", "'it''s'", "''", ">-", ">", "|",
        "&x y", "*x", "!t x", "@x", "%", "`", "?", "? x", "x  ", "---", "...", "e\u0302", "\u00a0x", "x\ty", "39,62",
    ]),
)  # fmt: skip
COMMON = st.builds(
    "{}{}".format,
    st.sampled_from(["", "", "  ", "  ", "    ", "- ", "  - ", "    - "]),
    st.sampled_from(
        [
            "a: x",
            "b: 'y'",
            "c: [x, y]",
            "d: >-",
            "a:",
            "b:",
            "e:",
            "g: ~",
            "f: x y",
            "h: 1",
            "x",
            "# z",
            "",
            "i:  x",
            "[x, y]",
            "k: x: y",
            "l:m: n",
            "# k: v",
            "# k:",
            "'y: z'",
            "x #y",
            "null:",
            "m: null",
            "n: x:",
            "[]",
        ]
    ),
)
TEXTS = st.lists(COMMON, max_size=6) | st.lists(
    COMMON | LINES | st.sampled_from(["", "# ghi chú", "  # ghi chú", "---", "..."]), max_size=8
)
PLAIN = """\
# Đầu tệp
- id: sang-kien-1
  title: "Sáng kiến: bước 1"
  authors:
    - name: Tác giả A
      share: 33,4

    - name: Tác giả B
      share:
  essence: >-
    Nhập một lần,
    dùng lại ở mọi bước: http://x#y.
  campaigns: [19-KH, 20-KH]
  spread_to: []
  history:
  - status: registered
    on: 2026-02-03
# giữa tệp
- đơn-vị: ~
"""


@given(TEXTS.map("\n".join))
@example("a:\n- x\nb: 1\n- y\n")
@example("a: >-\n  x\n\n  # y\nb: 1")
@example("a: >-\n  x\n    y\nb: 1")
@example("- a: >-\n  x\n")
@example("a: x\n  y\n")
@example("a: b\n  c: d\n")
@example("a:\n  - b: 1\n   c: 2\n")
@example("a:\n  b: 1\n c: 2\n")
@example("a: 1\na: 2\n")
@example("a:\n- b:\n  - c\n  d: 1\n- e\n")
@example("a:\n    - x\n  - y\n")
@example("- ")
@example("  a: 1\n  b: 2\n")
@example("- [a, b]\n- []\n- c\n")
@example("a: >-\n  x\n  y: z\n  - w\nb:  1\n")
@example("a: >-\n  x\n \ny\n")
@example("a: >-\nb: 1\n")
@example("a: >-\n  - b: 1\n")
@example("a: >-")
@example("- a: >-\n  b\n")
@example("- - a: 1\n")
@example("a:\n- b: 1\n  c:\n  - d: 1\n    e: 2\n- f: 1\n")
@example("# a: >-\n  b\n")
@example("a: b >-\n  c\n")
@example("- a: 1\n-  b: 2\n   c: 3\n- d: 4\n   e: 5\n")
@example("a: 1\nb:\n\n# c\n  d: 2\n")
@example("a:b\n")
@example("a:b: c\n")
@example("a:\n  null: 1\n")
@example("a: >-\n  \u3000x\n")
def test_what_is_plain_is_read_as_the_strict_reader_reads_it(text: str) -> None:
    plain = read_plain(text, Source("a.yaml"))

    if plain is not None:
        strict = yaml_source._read_strictly(text, "a.yaml", 1)  # noqa: SLF001 - the quick reader stands before it
        assert strict.findings == ()
        assert shape(plain) == shape(strict.data)


def test_files_as_people_and_thidua_write_them_are_plain() -> None:
    plain = read_plain(PLAIN, Source("a.yaml"))

    assert isinstance(plain, WrittenList)
    assert plain[0]["essence"] == "Nhập một lần, dùng lại ở mọi bước: http://x#y."
    assert (plain[0]["campaigns"], plain[0]["spread_to"]) == (["19-KH", "20-KH"], [])
    assert plain[0]["authors"][1] == {"name": "Tác giả B", "share": None}


def test_places_are_those_of_the_strict_reader() -> None:
    quick = yaml_source.read_yaml(PLAIN.encode(), "a.yaml").data
    strict = yaml_source._read_strictly(PLAIN, "a.yaml", 1).data  # noqa: SLF001 - which read_yaml passes over here

    assert [places(found) for found in collections(quick)] == [places(found) for found in collections(strict)]


@pytest.mark.parametrize("deep", [19, 21, 99])
def test_what_is_nested_deeply_is_left_to_the_strict_reader(deep: int) -> None:
    text = "".join(f"{'  ' * i}a:\n" for i in range(deep))

    assert (read_plain(text, Source("a.yaml")) is None) == (deep > 20)
    assert yaml_source.read_yaml(text.encode(), "a.yaml").findings == ()


def shape(data: Any) -> Any:
    """The data with the types and numbers of its mappings and lists."""
    match data:
        case WrittenMapping():
            return "mapping", data.number, [(key, shape(value)) for key, value in data.items()]
        case WrittenList():
            return "list", data.number, [shape(item) for item in data]
        case _:
            return data


def collections(data: Any) -> list[Any]:
    inner = (
        data.values() if isinstance(data, WrittenMapping) else data if isinstance(data, WrittenList) else ()
    )
    here = [data] if isinstance(data, WrittenMapping | WrittenList) else []
    return [*here, *(found for value in inner for found in collections(value))]


def places(found: Any) -> tuple[Any, ...]:
    return (found.mark, found.values_at, found.keys_at if isinstance(found, WrittenMapping) else None)
