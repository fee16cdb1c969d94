"""Records that are filled without pydantic are those that pydantic would make."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from thidua_cli.diagnostics.written import Source, WrittenList, WrittenMapping
from thidua_cli.model.campaigns import Campaign
from thidua_cli.model.initiatives import InitiativeFile
from thidua_cli.model.quick_records import quick_record
from thidua_cli.model.record import Record
from thidua_cli.model.results import ReportedValue
from thidua_cli.model.units import Headcount, Unit
from thidua_cli.repository.loading import load

TOP = Path(__file__).parents[2]
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "id": st.sampled_from(["sk-1", "sk-1", "SK1", "sk 1", "-sk"]),
    "name": st.sampled_from(["Nguyễn Văn A", " B ", "", "B"]),
    "share": st.sampled_from(["100", "33,4", "1.5", "nửa", "1.500"]),
    "on": st.sampled_from(["2026-01-30", "2026-02-30", "30/1/2026", " 2026-01-30"]),
    "status": st.sampled_from(["registered", "recognised", "recognized", "submitted "]),
    "level": st.sampled_from(["unit", "province", "xã"]),
    "text": st.sampled_from(["Lời", "Lời văn", "true", "2026"]),
}
KINDS = {
    "title": "text", "field": "text", "essence": "text", "council": "text", "decision": "text", "because": "text",
    "first_applied": "on", "person": "id", "unit": "id", "group": "id",
}  # fmt: skip
ODD = st.sampled_from([None, "", [], ["x"], {}, {"id": "x"}, [None], "~"])


def mapping(*keys: str, **inner: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    known = {key: rarely_odd(VALUES[KINDS.get(key, key)]) for key in keys} | {
        key: rarely_odd(value) for key, value in inner.items()
    }
    return st.fixed_dictionaries(known) | st.fixed_dictionaries(
        {}, optional={**known, "stray": VALUES["text"], "Title": VALUES["text"]}
    )


def rarely_odd(usual: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.integers(0, 19).flatmap(lambda n: usual if n else ODD)


AUTHOR = mapping("name", "share", "unit", "group", "person")
STEP = mapping("status", "on", "level", "council", "decision", "because")
INITIATIVE = mapping(
    "id", "title", "field", "first_applied", "essence",
    authors=st.lists(AUTHOR, max_size=3), history=st.lists(STEP, max_size=3),
    campaigns=st.lists(VALUES["id"], max_size=2), spread_to=st.lists(VALUES["id"], max_size=2),
)  # fmt: skip
PLAIN = {
    "title": "Một cách làm", "id": "sk-1", "authors": [{"name": "A", "share": "100"}],
    "history": [{"status": "registered", "on": "2026-01-30", "level": "province"}], "campaigns": ["19-KH"],
}  # fmt: skip


@given(st.lists(INITIATIVE, max_size=3))
@example([PLAIN])
@example([{**PLAIN, "essence": None}])
@example([{**PLAIN, "campaigns": None}])
@example([{**PLAIN, "first_applied": ["2026-01-30"]}])
@example([PLAIN, {**PLAIN, "history": [{"status": "registered"}]}])
def test_initiatives_are_read_as_pydantic_reads_them(initiatives: list[Any]) -> None:
    assert outcome(InitiativeFile, written(initiatives)) == outcome(InitiativeFile, slow(initiatives))


@given(mapping("on", "group", value=VALUES["share"], source=VALUES["text"]))
def test_headcounts_are_read_as_pydantic_reads_them(headcount: Any) -> None:
    assert outcome(Headcount, written(headcount)) == outcome(Headcount, slow(headcount))


class SlowText(str):
    """A text that is left to pydantic, as `SlowMapping` is."""


REPORTED = mapping(
    value=VALUES["share"], of=st.lists(VALUES["share"], max_size=3), base=VALUES["share"], text=VALUES["text"],
    unit=VALUES["text"], note=VALUES["text"], estimate=VALUES["text"], cumulative=VALUES["text"],
)  # fmt: skip


@given(REPORTED | VALUES["share"])
@example({"of": ["14", "53"]})
@example({"of": ["53", "14"]})
@example({"value": "7", "of": ["14", "53"]})
@example({"value": "7", "estimate": "true"})
def test_figures_are_read_as_pydantic_reads_them(figure: Any) -> None:
    left = SlowText(figure) if isinstance(figure, str) else slow(figure)

    assert outcome(ReportedValue, written(figure)) == outcome(ReportedValue, left)


def test_every_record_of_the_shipped_data_is_the_one_that_pydantic_makes() -> None:
    repository = load(TOP).repository
    records = [
        record
        for folder in repository.campaigns.values()
        for record in (folder.campaign, folder.sheet, *folder.results.values(), *folder.allocations)
    ]
    records += [*repository.unit_files, *repository.document_entries, *repository.indicator_entries]
    records += repository.initiatives.values()
    quick = [one for record in records for one in inner(record) if quick_record(type(one), one.written)]

    assert quick_record(InitiativeFile, slow([PLAIN])) is None
    assert len({type(one) for one in quick}) > 5
    for one in quick:
        assert facts(type(one).model_validate(slow(one.written))) == facts(one)


def test_a_record_filled_so_knows_where_it_was_written() -> None:
    data = written([PLAIN])
    (initiative,) = InitiativeFile.model_validate(data).initiatives

    assert initiative.written is data[0]
    assert initiative.history[0].written is data[0]["history"][0]


def test_a_copy_with_more_values_leaves_records_of_the_same_keys_as_they_are() -> None:
    one, other = (ReportedValue.model_validate(written({"value": value})) for value in ("1", "2"))
    copied = one.model_copy(update={"note": "Lời"})

    assert (one.model_fields_set, other.model_fields_set) == ({"value"}, {"value"})
    assert copied.model_fields_set == {"value", "note"}


@pytest.mark.parametrize("kind", [Campaign, Unit])
def test_a_kind_of_record_that_asks_for_more_is_left_to_pydantic(kind: type[Record]) -> None:
    assert quick_record(kind, written({"id": "so-a", "name": "Sở A"})) is None


def outcome(kind: type[Record], data: Any) -> Any:
    """The whole record with all that pydantic keeps of it, or what pydantic says is wrong."""
    try:
        return facts(kind.model_validate(data))
    except ValidationError as error:
        return [(one["type"], one["loc"], one.get("ctx")) for one in error.errors()]


def facts(value: Any) -> Any:
    if isinstance(value, BaseModel):
        fields = [(name, facts(inner)) for name, inner in vars(value).items()]
        return type(value), fields, value.model_fields_set, value.model_extra
    return [facts(item) for item in value] if isinstance(value, tuple) else (type(value), value)


def inner(value: Any) -> Iterator[Record]:
    """The records within, and the record itself, as far as they were written as mappings."""
    if isinstance(value, Record):
        if hasattr(value, "_written"):
            yield value
        for field in vars(value).values():
            yield from inner(field)
    elif isinstance(value, tuple | dict):
        for item in value if isinstance(value, tuple) else value.values():
            yield from inner(item)


class SlowMapping(WrittenMapping):
    """As reading hands it on, but of a type of its own, which is left to pydantic."""


class SlowList(WrittenList):
    """As above."""


def written(data: Any) -> Any:
    """The data as reading hands them on."""
    return made_of(WrittenMapping, WrittenList, data)


def slow(data: Any) -> Any:
    return made_of(SlowMapping, SlowList, data)


def made_of(mapping: type[WrittenMapping], items: type[WrittenList], data: Any) -> Any:
    made: Any
    match data:
        case dict():
            made = mapping(Source("a.yaml"), 0)
            made.update((key, made_of(mapping, items, value)) for key, value in data.items())
        case list():
            made = items(Source("a.yaml"), 0)
            made += [made_of(mapping, items, value) for value in data]
        case _:
            return data
    return made
