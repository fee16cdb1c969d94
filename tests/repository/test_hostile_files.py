"""Whatever lies in a data directory, the answer is findings: no traceback, no endless work, nothing from outside."""

import os
import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from building import data_directory
from terminal import Terminal
from thidua_cli.cli.checking import check_everything
from thidua_cli.reading.front_matter import read_prose
from thidua_cli.reading.yaml_source import read_yaml

OFFICE = {"thidua.yaml": "unit: so-a\n", "data/units/so-a.yaml": "id: so-a\nname: Sở A\n"}
BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
MARKERS = "<<<<<<< HEAD\na: 1\n||||||| base\na: 0\n=======\na: 2\n>>>>>>> khac\n"


def codes_of(content: bytes) -> set[str]:
    return {finding.code for finding in read_yaml(content, "a.yaml").findings}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (BOMB.encode(), "TD103"),
        (b"[" * 100_000, "TD008"),
        (b"{a: " * 100_000, "TD008"),
        ("".join(f"{' ' * i}a:\n" for i in range(2_000)).encode(), "TD008"),
        ("a: Hà Nội\n".encode("utf-16"), "TD002"),
        ("a: Hà Nội\n".encode("utf-16-le"), "TD002"),
        ("a: đ\n".encode("cp1258"), "TD002"),
        (b"a: \x00\n", "TD004"),
        (b"a: \xef\xbb\xbf1\n", "TD005"),
        (b"a: 'x", "TD101"),
        (MARKERS.encode(), "TD007"),
        (b"\xff" * 1000, "TD002"),
        ("a: Hà Nội\n".encode()[:-4], "TD002"),
    ],
)
def test_what_is_hostile_has_its_code(content: bytes, code: str) -> None:
    assert code in codes_of(content)


def test_the_markers_of_a_conflict_are_named_in_yaml_and_in_prose() -> None:
    for findings in (read_yaml(MARKERS.encode(), "a").findings, read_prose(MARKERS.encode(), "a").findings):
        assert [(f.at.line, f.code) for f in findings] == [(line, "TD007") for line in (1, 3, 5, 7)]
        assert {f.message for f in findings} == {"Còn dấu xung đột của git chưa giải quyết."}


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_found_fault_with(content: bytes) -> None:
    reading = read_yaml(content, "a.yaml")

    assert reading.data is not None or reading.findings


SOUND = (
    "- id: sang-kien-1\n  title: Sáng kiến\n  authors:\n    - name: Tác giả A\n      share: 100\n"
    "  campaigns: [19-KH]\n  history:\n    - {status: registered, on: 2026-02-03}\n"
).encode()


@pytest.mark.parametrize("end", range(0, len(SOUND), 7))
def test_a_file_that_is_cut_off_anywhere_never_breaks_a_check(end: int, tmp_path: Path) -> None:
    data_directory(tmp_path, {**OFFICE, "data/initiatives/2026/so-a.yaml": SOUND[:end]})

    findings = check_everything(tmp_path).findings

    assert {f.at.path for f in findings} <= {"data/initiatives/2026/so-a.yaml"}


@settings(max_examples=40)
@given(st.integers(0, 2**32))
def test_a_data_directory_with_random_damage_never_breaks_a_check(seed: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        chance = random.Random(seed)  # noqa: S311 - the damage must be the same for the same seed
        damaged = bytearray(SOUND)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(damaged))
            damaged[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
        root = Path(place)
        data_directory(root, {**OFFICE, "data/initiatives/2026/so-a.yaml": bytes(damaged)})

        checked = check_everything(root)

    assert checked.repository.units.keys() == {"so-a"}


@pytest.mark.parametrize("shape", ["{{ ", "[", "**", "> ", "{{ f(", "a [b](", "- ", "`", "| a "])
def test_prose_that_nests_without_end_never_breaks_a_check(shape: str, tmp_path: Path) -> None:
    campaign = "name: phong trào\nissuer: so-a\nperiod: {from: 2026-01-01, to: 2026-12-31}\n"
    data_directory(
        tmp_path,
        {
            **OFFICE,
            "data/campaigns/1-KH/campaign.yaml": campaign,
            "data/campaigns/1-KH/plan.md": f"# MỤC ĐÍCH\n\n{shape * 20_000}\n",
        },
    )

    findings = check_everything(tmp_path).findings

    in_plan = [f for f in findings if f.at.path == "data/campaigns/1-KH/plan.md" and f.code != "TD007"]
    assert all(f.at.line == 3 for f in in_plan)
    assert in_plan or "{" not in shape


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    data_directory(tmp_path, OFFICE)
    os.mkfifo(tmp_path / "data/units/so-b.yaml")
    os.mkfifo(tmp_path / "data/documents.yaml")

    findings = check_everything(tmp_path).findings

    assert [(f.at.path, f.code) for f in findings] == [
        ("data/documents.yaml", "TD015"),
        ("data/units/so-b.yaml", "TD015"),
    ]


def test_a_link_that_leads_to_itself_or_to_nothing_is_said(tmp_path: Path) -> None:
    data_directory(
        tmp_path, {**OFFICE, "data/units/a.yaml": Path("a.yaml"), "data/units/b.yaml": Path("c.yaml")}
    )

    findings = check_everything(tmp_path).findings

    assert [(f.at.path, f.code) for f in findings] == [
        ("data/units/a.yaml", "TD001"),
        ("data/units/b.yaml", "TD001"),
    ]


def test_nothing_of_a_file_outside_is_shown(thidua: Terminal) -> None:
    secret = thidua.directory.parent / "bi-mat.yaml"
    secret.write_text("mat-khau: 12345\n", encoding="utf-8")
    data_directory(thidua.directory, {**OFFICE, "data/units/so-b.yaml": secret})

    said = thidua("validate")

    assert said.code == 1
    assert "data/units/so-b.yaml:1:1: lỗi TD010" in said.out
    assert "12345" not in said.out + said.err


@pytest.mark.parametrize("name", ["b\xff.yaml", "so b .yaml ", "so-b.yaml.", "a" * 250])
def test_odd_names_are_findings(name: str, tmp_path: Path) -> None:
    data_directory(tmp_path, OFFICE)
    (tmp_path / "data/units" / os.fsdecode(name.encode("latin-1"))).write_bytes(b"")

    findings = check_everything(tmp_path).findings

    assert {"TD012", "TD013"} & {f.code for f in findings}
    assert all(str(f.at).encode() for f in findings)  # every place can be printed


def vanish(path: Path) -> None:
    path.unlink()


def lock(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(("change", "code"), [(vanish, "TD001"), (lock, "TD015")])
def test_a_file_that_changes_while_others_are_read_is_a_finding(
    change: Callable[[Path], None], code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data_directory(tmp_path, {**OFFICE, "data/units/so-b.yaml": "id: so-b\nname: Sở B\n"})
    names = Path.iterdir

    def list_and_change(folder: Path) -> list[Path]:
        found = list(names(folder))
        if folder.name == "units":
            change(folder / "so-b.yaml")
        return found

    monkeypatch.setattr(Path, "iterdir", list_and_change)

    findings = check_everything(tmp_path).findings

    assert [(f.at.path, f.code) for f in findings] == [("data/units/so-b.yaml", code)]


def test_a_file_that_may_not_be_read_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data_directory(tmp_path, OFFICE)
    opened = Path.open

    def refuse(path: Path, *args: Any) -> Any:
        if path.name == "so-a.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *args)

    monkeypatch.setattr(Path, "open", refuse)

    [finding] = check_everything(tmp_path).findings

    assert finding.message == (
        "Không mở được “data/units/so-a.yaml”: không có quyền đọc, hoặc chương trình khác đang giữ tệp."
    )
