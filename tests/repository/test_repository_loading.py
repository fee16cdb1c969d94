"""Files in, records and findings out: one bad file never hides another."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import data_directory
from thidua_cli.model.settings import Settings
from thidua_cli.repository.loading import load

SOUND: dict[str, str | bytes] = {
    "thidua.yaml": "unit: so-a\n",
    "data/documents.yaml": "- {id: luat, type: Luật}\n",
    "data/units/so-a.yaml": "id: so-a\nname: Sở A\n",
    "data/units/so-b.yaml": "id: so-b\nname: Sở B\n",
    "data/campaigns/a/campaign.yaml": "name: A\nissuer: so-a\nperiod: {from: 2026, to: 2026}\n",
    "data/campaigns/a/targets.yaml": "tasks:\n- {id: n, name: N}\n",
    "data/campaigns/a/plan.md": "# Mục đích\n",
    "data/campaigns/a/results/so-a.yaml": "- {period: 2026, as_of: 2026-12-31, source: Báo cáo}\n",
    "data/campaigns/a/reports/so-a/2026-final.md": "---\nperiod: 2026\nkind: final\n---\n# Kết quả\n",
    "data/campaigns/b/campaign.yaml": "name: B\nissuer: so-b\nperiod: {from: 2026, to: 2026}\n",
    "data/initiatives/2026/so-a.yaml": "- {id: sk, title: S, authors: [], history: []}\n",
}


def test_everything_that_stands_in_its_place_is_loaded(tmp_path: Path) -> None:
    loaded = data_directory(tmp_path, SOUND)

    repository = loaded.repository
    assert loaded.findings == ()
    assert loaded.files == len(SOUND)
    assert repository.settings.unit == "so-a"
    assert list(repository.units) == ["so-a", "so-b"]
    assert list(repository.documents) == ["luat"]
    assert list(repository.campaigns) == ["a", "b"]
    assert list(repository.initiatives) == [("2026", "so-a")]
    folder = repository.campaigns["a"]
    assert [task.id for task in folder.sheet.tasks] == ["n"]
    assert folder.plan is not None
    assert folder.plan.text == "# Mục đích\n"
    assert list(folder.results) == ["so-a"]
    (narrative,) = folder.narratives
    assert (narrative.unit, narrative.prose.text, narrative.prose.first_line) == ("so-a", "# Kết quả\n", 5)


def test_an_empty_directory_is_an_empty_repository(tmp_path: Path) -> None:
    loaded = load(tmp_path)

    assert (loaded.findings, loaded.files, dict(loaded.repository.units)) == ((), 0, {})


@pytest.mark.parametrize("broken", SOUND)
@pytest.mark.parametrize("content", [b"\xff", b"a: [\n", b"- \t- x: &y 1\n", b""])
def test_one_bad_file_never_hides_another(tmp_path: Path, broken: str, content: bytes) -> None:
    loaded = data_directory(tmp_path, {**SOUND, broken: content})

    assert loaded.files == len(SOUND)
    assert {finding.at.path for finding in loaded.findings} <= {broken}
    prose_may_be_anything = broken.endswith("plan.md") and content != b"\xff"
    settings_may_be_empty = (broken, content) == ("thidua.yaml", b"")
    assert bool(loaded.findings) != (prose_may_be_anything or settings_may_be_empty)


@pytest.mark.parametrize(
    ("broken", "named"),
    [
        ("data/documents.yaml", "documents"),
        ("data/units/so-b.yaml", "units"),
        ("data/campaigns/a/campaign.yaml", "a"),
        ("data/campaigns/a/targets.yaml", "a"),
        ("data/campaigns/a/plan.md", "data/campaigns/a/plan.md"),
    ],
)
def test_what_could_not_be_read_is_known_to_the_rules(tmp_path: Path, broken: str, named: str) -> None:
    loaded = data_directory(tmp_path, {**SOUND, broken: b"\xff"})

    assert loaded.repository.unreadable == {named}


def test_the_first_of_two_units_and_of_two_documents_stands(tmp_path: Path) -> None:
    loaded = data_directory(
        tmp_path,
        {
            "data/documents.yaml": "- {id: a, type: Luật}\n- {id: b, type: Luật}\n- {id: a, type: Chỉ thị}\n",
            "data/units/x.yaml": "id: x\nname: Đầu\n",
            "data/units/y.yaml": "id: x\nname: Sau\nparent: z\n",
        },
    )

    repository = loaded.repository
    assert {id_: document.type for id_, document in repository.documents.items()} == {
        "a": "Luật",
        "b": "Luật",
    }
    assert list(repository.documents) == ["a", "b"]
    assert [entry.type for entry in repository.document_entries] == ["Luật", "Luật", "Chỉ thị"]
    assert (repository.units["x"].name, dict(repository.parents)) == ("Đầu", {})
    assert [unit.name for unit in repository.unit_files] == ["Đầu", "Sau"]


def test_a_fault_that_reading_has_named_is_not_named_again(tmp_path: Path) -> None:
    loaded = data_directory(tmp_path, {"data/units/x.yaml": "id: x\nname: *ten\n"})

    assert [(str(f.at), f.code) for f in loaded.findings] == [("data/units/x.yaml:2:7", "TD103")]


@given(content=st.binary(max_size=60))
def test_no_bytes_make_reading_fail(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    root = tmp_path_factory.mktemp("data")

    loaded = data_directory(root, {"data/units/x.yaml": content})

    assert loaded.findings or list(loaded.repository.units)


@pytest.mark.parametrize("content", ["", "# chỉ có ghi chú\n", "unit:\n"])
def test_settings_that_say_nothing_are_the_defaults(tmp_path: Path, content: str) -> None:
    loaded = data_directory(tmp_path, {"thidua.yaml": content})

    assert loaded.findings == ()
    assert loaded.repository.settings.model_dump() == Settings().model_dump()


def test_an_entry_of_results_may_leave_its_blocks_empty(tmp_path: Path) -> None:
    entry = "- {period: 2026, as_of: 2026-07-01, source: A, values: , tasks: }\n"
    campaign = "name: A\nissuer: a\nperiod: {from: 2026, to: 2026}\n"
    loaded = data_directory(
        tmp_path,
        {"data/campaigns/x/campaign.yaml": campaign, "data/campaigns/x/results/a.yaml": entry},
    )

    assert loaded.findings == ()


def test_a_wording_with_a_gap_for_an_inner_threshold_needs_one(tmp_path: Path) -> None:
    campaign = "name: A\nissuer: a\nperiod: {from: 2026, to: 2026}\n"
    sheet = "targets:\n- {id: x, kind: share, name: X, reach: 70, wording: 'từ {each} đạt {}'}\n"
    loaded = data_directory(
        tmp_path, {"data/campaigns/x/campaign.yaml": campaign, "data/campaigns/x/targets.yaml": sheet}
    )

    assert [(str(f.at), f.code, f.message) for f in loaded.findings] == [
        (
            "data/campaigns/x/targets.yaml:2:3",
            "TD211",
            "Câu chữ (wording) của chỉ tiêu “x” có {each} nhưng chỉ tiêu không có khóa each.",
        )
    ]
