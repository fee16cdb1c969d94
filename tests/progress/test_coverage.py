"""Coverage by recognised initiatives: people, not initiatives; of a known headcount, or of none."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from building import data_directory
from thidua_cli.progress.coverage import Coverage, CoverageTotal, coverage, coverage_total
from thidua_cli.reading.yaml_edit import append_item

UNITS = {
    "data/units/so.yaml": """
        id: so
        name: Sở
        headcount: [{on: 2026-06-30, value: 10}]
        divisions: [{id: phong, name: Phòng Một, kind: division, headcount: [{on: 2026-06-30, value: 4}]}]
        """,
    "data/units/doi.yaml": """
        id: doi
        name: Đội
        divisions:
          - {id: can-bo, name: Cán bộ, kind: people}
          - {id: cong-chuc, name: Công chức, kind: people}
        """,
}
LAST_DAY = date(2026, 12, 31)
DONE = "{status: recognised, on: 2026-05-01}"


def covered(files: dict[str, str], as_of: date = LAST_DAY, year: int | None = None) -> Coverage:
    with TemporaryDirectory() as folder:
        loaded = data_directory(
            Path(folder), {**UNITS, **{name: dedent(text) for name, text in files.items()}}
        )
    assert loaded.findings == ()
    return coverage(loaded.repository, as_of, year=year)


def initiatives(*lines: str, unit: str = "so", year: int = 2026) -> dict[str, str]:
    """A file of initiatives from lines `authors | steps`, each in brackets."""
    items = []
    for number, line in enumerate(lines):
        authors, _, steps = line.partition("|")
        items.append(
            f"- {{id: {unit}-{year}-{number}, title: T, authors: [{authors}], history: [{steps}]}}\n"
        )
    return {f"data/initiatives/{year}/{unit}.yaml": "".join(items) or "[]\n"}


def said(found: Coverage) -> dict[str, str]:
    """Each row as `people/headcount share registered>recognised>spread`."""
    return {
        f"{row.unit} {row.group or ''}".strip(): (
            f"{row.people}/{row.headcount.value if row.headcount else '?'} "
            f"{row.share if row.share is not None else '–'} {row.registered}>{row.recognised}>{row.spread}"
        )
        for row in found.rows
    }


AN, BINH = "{name: An, share: 50}", "{name: Bình, share: 50}"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((), "0/10 0 0>0>0"),
        ((f"{AN}, {BINH} | {DONE}",), "2/10 1/5 1>1>0"),
        ((f"{AN} | {DONE}", f"{AN}, {BINH} | {DONE}"), "2/10 1/5 2>2>0"),
        ((f"{AN} | {{status: submitted, on: 2026-05-01}}",), "0/10 0 1>0>0"),
        (("{name: ' AN', share: 50}, {name: An, share: 50} | " + DONE,), "1/10 1/10 1>1>0"),
        (("{name: An, share: 50}, {name: An, share: 50, person: an-2} | " + DONE,), "2/10 1/5 1>1>0"),
        (("{name: An, share: 50}, {name: An, share: 50, unit: doi} | " + DONE,), "1/10 1/10 1>1>0"),
        ((f"{AN}, {{name: Chi, share: 50, unit: phong}} | {DONE}",), "2/10 1/5 1>1>0"),
        ((f"{AN} | {DONE}, {{status: revoked, on: 2026-06-01}}",), "0/10 0 1>0>0"),
        ((f"{AN} | {DONE}, {{status: revoked, on: 2027-01-01}}",), "1/10 1/10 1>1>0"),
        (
            (f"{AN} | {DONE}, {{status: revoked, on: 2026-06-01}}, {{status: recognised, on: 2026-07-01}}",),
            "1/10 1/10 1>1>0",
        ),
        (
            (f"{AN} | {DONE}, {{status: submitted, on: 2026-06-01, level: province}}",),
            "1/10 1/10 1>1>0",
        ),
        ((f"{AN} | {DONE}, {{status: refused, on: 2026-06-01, level: province}}",), "1/10 1/10 1>1>0"),
        ((f"{AN} | {DONE}, {{status: refused, on: 2026-06-01}}",), "0/10 0 1>0>0"),
        ((f"{AN} | {{status: recognised, on: 2026-05-01, level: nation}}",), "1/10 1/10 1>1>0"),
        ((f" | {DONE}",), "0/10 0 1>1>0"),
    ],
)  # fmt: skip
def test_people_with_a_recognised_initiative_are_counted_once(lines: tuple[str, ...], expected: str) -> None:
    assert said(covered(initiatives(*lines)))["so"] == expected


def test_a_division_counts_for_itself_and_for_what_it_is_part_of() -> None:
    found = said(covered(initiatives(f"{AN} | {DONE}", unit="phong")))

    assert found == {"phong": "1/4 1/4 1>1>0", "so": "1/10 1/10 1>1>0"}


def test_somebody_in_two_groups_is_one_person_of_the_unit() -> None:
    in_groups = (
        f"{{name: An, share: 100, group: can-bo}} | {DONE}",
        f"{{name: An, share: 100, group: cong-chuc}} | {DONE}",
    )
    counts = """
        id: doi
        name: Đội
        headcount:
          - {on: 2026-06-30, value: 5}
          - {on: 2026-06-30, group: can-bo, value: 2}
        divisions:
          - {id: can-bo, name: Cán bộ, kind: people}
          - {id: cong-chuc, name: Công chức, kind: people}
        """

    found = said(covered({**initiatives(*in_groups, unit="doi"), "data/units/doi.yaml": counts}))

    assert {key: row for key, row in found.items() if key.startswith("doi")} == {
        "doi": "1/5 1/5 2>2>0",
        "doi can-bo": "1/2 1/2 1>1>0",
        "doi cong-chuc": "1/? – 1>1>0",
    }


def test_authors_outside_every_group_are_mentioned() -> None:
    found = covered(initiatives(f"{AN}, {{name: Bình, share: 50, group: can-bo}} | {DONE}", unit="doi"))

    assert [row.because for row in found.rows if row.unit == "doi"] == [
        (
            "Chưa có mẫu số: chưa ghi số người của năm 2026 (khóa headcount).",
            "1 người có sáng kiến được công nhận chưa ghi thuộc nhóm nào (khóa group).",
        ),
        ("Chưa có mẫu số: chưa ghi số người của năm 2026 (khóa headcount).",),
    ]


@pytest.mark.parametrize(
    ("headcount", "as_of", "expected"),
    [
        ("[{on: 2026-06-30, value: 10}, {on: 2026-09-30, value: 8}]", LAST_DAY, "1/8 1/8"),
        ("[{on: 2026-09-30, value: 8}, {on: 2026-06-30, value: 10}]", date(2026, 8, 1), "1/10 1/10"),
        ("[{on: 2026-06-30, value: 10}, {on: 2026-09-30}]", LAST_DAY, "1/10 1/10"),
        ("[{on: 2026-06-30, value: 10}]", date(2026, 6, 1), "1/? –"),
        ("[{on: 2025-12-31, value: 10}]", LAST_DAY, "1/? –"),
        ("[{on: 2026-06-30}]", LAST_DAY, "1/? –"),
        ("[{on: 2026-06-30, value: 1}]", LAST_DAY, "1/1 1"),
        ("[{on: 2026-06-30, value: 0}]", LAST_DAY, "1/0 –"),
    ],
)
def test_the_headcount_is_the_newest_known_one_of_the_year(
    headcount: str, as_of: date, expected: str
) -> None:
    unit = {"data/units/so.yaml": f"id: so\nname: Sở\nheadcount: {headcount}\n"}

    assert said(covered({**unit, **initiatives(f"{AN} | {DONE}")}, as_of))["so"] == f"{expected} 1>1>0"


def test_more_people_than_were_counted_give_no_share_and_a_reason() -> None:
    unit = {"data/units/so.yaml": "id: so\nname: Sở\nheadcount: [{on: 2026-06-30, value: 1}]\n"}

    [row] = covered({**unit, **initiatives(f"{AN}, {BINH} | {DONE}")}).rows

    assert (row.people, row.share, row.because) == (
        2,
        None,
        (
            (
                "Có 2 người có sáng kiến được công nhận nhưng ngày 30/6/2026 chỉ có 1 người: "
                "xem lại số người (headcount) và tên tác giả (person)."
            ),
        ),
    )


@pytest.mark.parametrize(
    ("setting", "year", "expected"),
    [
        ("schedule: {}", 2026, "0/10 0 1>0>0"),
        ("schedule: {}", 2027, "1/? – 0>1>0"),
        ("initiative_year: registered", 2026, "1/10 1/10 1>1>0"),
        ("initiative_year: registered", 2027, "0/? – 0>0>0"),
    ],
)
def test_the_year_that_counts_is_a_setting(setting: str, year: int, expected: str) -> None:
    steps = (
        "{status: registered, on: 2026-11-01}, {status: recognised, on: 2027-01-10},"
        " {status: recognised, on: 2028-01-10, level: province}"
    )

    found = covered({"thidua.yaml": setting, **initiatives(f"{AN} | {steps}")}, date(2028, 12, 31), year=year)

    assert (said(found)["so"], found.year) == (expected, year)


def test_what_another_unit_takes_over_is_spread() -> None:
    text = f"- {{id: a, title: T, authors: [{AN}], history: [{DONE}], spread_to: [doi]}}\n"

    assert said(covered({"data/initiatives/2026/so.yaml": text}))["so"] == "1/10 1/10 1>1>1"


def test_a_total_counts_each_person_once_and_only_where_the_headcount_is_known() -> None:
    files = {**initiatives(f"{AN} | {DONE}", unit="phong"), **initiatives(f"{AN} | {DONE}", unit="doi")}

    assert coverage_total(covered(files).rows) == CoverageTotal(
        people=1, headcount=Decimal(10), units=1, without=1
    )


def test_a_division_stands_for_itself_where_the_headcount_above_it_is_not_known() -> None:
    units = """
        id: so
        name: Sở
        divisions: [{id: phong, name: Phòng Một, kind: division, headcount: [{on: 2026-06-30, value: 4}]}]
        """
    files = {"data/units/so.yaml": units, **initiatives(f"{AN} | {DONE}", unit="phong")}

    found = coverage_total(covered({**files, **initiatives(f"{AN} | {DONE}")}).rows)

    assert found == CoverageTotal(people=1, headcount=Decimal(4), units=1, without=1)
    assert found.share == Fraction(1, 4)


def test_only_initiatives_that_name_the_campaign_count_for_it(tmp_path: Path) -> None:
    text = f"""
        - {{id: a, title: T, authors: [{AN}], history: [{DONE}], campaigns: [pt]}}
        - {{id: b, title: T, authors: [{BINH}], history: [{DONE}]}}
        """
    loaded = data_directory(tmp_path, {**UNITS, "data/initiatives/2026/so.yaml": text})

    assert said(coverage(loaded.repository, LAST_DAY, campaign="pt"))["so"] == "1/10 1/10 1>1>0"


QUICK = settings(max_examples=40, deadline=None)
AUTHORS = st.lists(
    st.fixed_dictionaries(
        {"name": st.sampled_from(["An", "Bình", "Chi"]), "share": st.just("50")},
        optional={
            "unit": st.sampled_from(["so", "phong", "doi"]),
            "group": st.sampled_from(["can-bo", "cong-chuc"]),
            "person": st.sampled_from(["an-1", "an-2"]),
        },
    ),
    max_size=3,
)
UNDECIDED = st.sampled_from(["registered", "applied", "submitted", "returned", "refused", "revoked"])
DAYS = st.dates(date(2025, 6, 1), date(2027, 6, 1)).map(str)
STEPS = st.lists(st.fixed_dictionaries({"status": UNDECIDED | st.just("recognised"), "on": DAYS}), max_size=3)
INITIATIVES = st.lists(st.fixed_dictionaries({"authors": AUTHORS, "history": STEPS}), max_size=4)
FILES = st.dictionaries(
    st.sampled_from(["2026/so", "2026/phong", "2026/doi", "2027/so"]), INITIATIVES, max_size=3
)


def written(files: dict[str, list[dict[str, Any]]]) -> dict[str, str]:
    """The files of these initiatives; each is named by where it stands."""
    texts: dict[str, str] = {}
    for name, items in files.items():
        content = b"# \n"
        for number, item in enumerate(items):
            entry = {"id": f"{name.replace('/', '-')}-{number}", "title": "T", **item}
            content = append_item(content, (), entry, name)
        texts[f"data/initiatives/{name}.yaml"] = content.decode() if items else "[]\n"
    return texts


def people(found: Coverage) -> dict[tuple[str, str | None], int]:
    return {(row.unit, row.group): row.people for row in found.rows}


@QUICK
@given(FILES, st.randoms(use_true_random=False))
def test_the_order_of_initiatives_and_authors_does_not_matter(
    files: dict[str, list[dict[str, Any]]], random: Any
) -> None:
    turned = {
        name: [{**item, "authors": random.sample(item["authors"], len(item["authors"]))} for item in items]
        for name, items in reversed(files.items())
    }
    for items in turned.values():
        random.shuffle(items)

    assert said(covered(written(files))) == said(covered(written(turned)))


@QUICK
@given(FILES, AUTHORS, st.lists(st.fixed_dictionaries({"status": UNDECIDED, "on": DAYS}), max_size=3))
def test_an_initiative_that_is_not_recognised_never_changes_coverage(
    files: dict[str, list[dict[str, Any]]], authors: list[Any], steps: list[Any]
) -> None:
    more = {**files, "2025/so": [{"authors": authors, "history": steps}]}

    before, after = covered(written(files)), covered(written(more))

    assert {key: number for key, number in people(after).items() if number} == {
        key: number for key, number in people(before).items() if number
    }
    shares = {(row.unit, row.group): row.share for row in before.rows}
    assert {key: share for key, share in shares.items() if share is not None}.items() <= {
        (row.unit, row.group): row.share for row in after.rows
    }.items()


@QUICK
@given(FILES, AUTHORS)
def test_a_recognised_initiative_never_lowers_the_number_of_people(
    files: dict[str, list[dict[str, Any]]], authors: list[Any]
) -> None:
    more = {
        **files,
        "2025/so": [{"authors": authors, "history": [{"status": "recognised", "on": "2026-03-01"}]}],
    }

    before, after = people(covered(written(files))), people(covered(written(more)))

    assert all(after[key] >= number for key, number in before.items())


@QUICK
@given(FILES)
def test_no_share_is_above_the_whole_and_none_goes_without_a_headcount(
    files: dict[str, list[dict[str, Any]]],
) -> None:
    for row in covered(written(files)).rows:
        assert row.share is None or Fraction(0) <= row.share <= 1
        assert (row.share is None) == bool([said for said in row.because if "nhóm nào" not in said])
        assert row.spread <= row.recognised
