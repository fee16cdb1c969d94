"""Every key and value knows where it is written: what stands at its place is the text it was read from."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.diagnostics.finding import Location
from thidua_cli.diagnostics.written import Written, WrittenList, WrittenMapping, place_of
from thidua_cli.reading.yaml_source import read_yaml

Path = tuple[str | int, ...]
# Letters with marks both composed and decomposed, and one beyond the first plane: columns count code points.
LETTERS = "abnđốữe\u0302u\u031b𝔸0123"
WORDS = st.text(LETTERS, min_size=1, max_size=4).map(lambda text: f"x{text}")
PHRASES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
SCALARS = st.tuples(PHRASES, st.sampled_from(["{}", "'{}'", '"{}"', '"{}: #"', "'{}, [x'"])).map(
    lambda pair: pair[1].format(pair[0])
)
FLOW = st.lists(st.tuples(PHRASES, st.sampled_from(["{}", '"{}"'])), min_size=1, max_size=3)
COMMENTS = st.sampled_from(["", "  # ghi chú", " # [x: y"])


@dataclass(frozen=True)
class Scalar:
    """A scalar as it is written, with its quotes."""

    text: str
    comment: str = ""


NODES = st.recursive(
    st.builds(Scalar, SCALARS, COMMENTS),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.lists(st.tuples(WORDS, inner), min_size=1, max_size=3).map(
            lambda items: {f"{key}{i}": value for i, (key, value) in enumerate(items)}
        )
    ),
    max_leaves=8,
)
DOCUMENTS = st.lists(st.tuples(WORDS, NODES), min_size=1, max_size=3).map(
    lambda items: {f"{key}{i}": value for i, (key, value) in enumerate(items)}
)


@dataclass
class Page:
    """Text as it grows, and what was written where."""

    lines: list[str] = field(default_factory=lambda: [""])
    keys: dict[Path, Location] = field(default_factory=dict)
    values: dict[Path, Location] = field(default_factory=dict)

    def write(self, text: str) -> Location:
        line, column = len(self.lines), len(self.lines[-1]) + 1
        self.lines[-1] += text
        return Location("a.yaml", line, column, line, column + len(text))

    def begin(self, indent: int) -> None:
        if self.lines[-1].strip() or len(self.lines[-1]) != indent:
            self.lines.append(" " * indent)

    def emit(self, node: Any, path: Path, indent: int) -> None:
        if isinstance(node, Scalar):
            self.write(" ")
            self.values[path] = self.write(node.text)
            self.write(node.comment)
        elif isinstance(node, list):
            for i, item in enumerate(node):
                self.begin(indent)
                self.write("-")
                self.emit(item, (*path, i), indent + 2)
        else:
            for key, item in node.items():
                self.begin(indent)
                self.keys[*path, _nfc(key)] = self.write(key)
                self.write(":")
                self.emit(item, (*path, _nfc(key)), indent + 2)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def page_of(document: dict[str, Any]) -> Page:
    page = Page(lines=["# đầu tệp", ""])
    page.emit(document, (), 0)
    return page


def written(page: Page, line_end: str = "\n") -> Written:
    reading = read_yaml(line_end.join([*page.lines, ""]).encode(), "a.yaml")
    assert reading.findings == ()
    assert reading.data is not None
    return reading.data


def unquoted(text: str) -> str:
    return _nfc(text[1:-1] if text[0] in "'\"" else text)


def leaves(data: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    match data:
        case WrittenMapping():
            for key, value in data.items():
                yield from leaves(value, (*path, key))
        case WrittenList():
            for i, value in enumerate(data):
                yield from leaves(value, (*path, i))
        case _:
            yield path, data


@given(DOCUMENTS)
def test_each_value_stands_where_its_place_says(document: dict[str, Any]) -> None:
    page = page_of(document)

    data = written(page)

    found = {path: place_of(data, *path) for path, _ in leaves(data)}
    assert found == page.values
    texts = {path: page.lines[at.line - 1][at.column - 1 : at.end_column - 1] for path, at in found.items()}
    assert dict(leaves(data)) == {path: unquoted(text) for path, text in texts.items()}


@given(DOCUMENTS)
def test_each_key_stands_where_its_place_says(document: dict[str, Any]) -> None:
    page = page_of(document)

    data = written(page)

    assert {path: place_of(data, *path, key=True) for path in page.keys} == page.keys


@given(DOCUMENTS)
def test_line_ends_of_windows_change_nothing(document: dict[str, Any]) -> None:
    page = page_of(document)

    data, same = written(page), written(page, "\r\n")

    assert same == data
    assert {p: place_of(same, *p) for p in page.values} == {p: place_of(data, *p) for p in page.values}


@given(FLOW)
def test_each_item_in_brackets_stands_where_its_place_says(items: list[tuple[str, str]]) -> None:
    texts = [form.format(text) for text, form in items]
    data = read_yaml(f"a: [{', '.join(texts)}]\n".encode(), "a.yaml").data
    assert data is not None

    places = [place_of(data, "a", i) for i in range(len(texts))]

    starts = [len("a: [") + 1 + sum(len(text) + 2 for text in texts[:i]) for i in range(len(texts))]
    assert places == [
        Location("a.yaml", 1, start, 1, start + len(text)) for start, text in zip(starts, texts, strict=True)
    ]


def test_a_missing_key_is_said_at_the_place_of_its_parent() -> None:
    data = read_yaml(b"a:\n- b: 1\n  c: 2\n- d: 3\n", "a.yaml").data
    assert data is not None

    assert [str(place_of(data, "a", 1, "x")), str(place_of(data, "a", 5)), str(place_of(data, "x"))] == [
        "a.yaml:4:3",
        "a.yaml:2:1",
        "a.yaml:1:1",
    ]


def test_a_step_that_only_the_schema_knows_is_passed_over() -> None:
    data = read_yaml(b"a:\n- b: 1\n", "a.yaml").data
    assert data is not None

    assert str(place_of(data, "a", 0, "share", "b")) == "a.yaml:2:6"


def test_an_empty_value_has_its_place_after_the_colon() -> None:
    data = read_yaml(b"a:\nb: 1\n", "a.yaml").data
    assert data is not None

    assert data == {"a": None, "b": "1"}
    assert str(place_of(data, "a")) == "a.yaml:1:3"
