"""Good data with one fault each: one finding at the very key, and the same report whatever the order of hashing."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from building import data_directory
from thidua_cli.cli.checking import check_everything
from thidua_cli.diagnostics.finding import Finding, Severity

DATA: dict[str, str] = {
    "thidua.yaml": "unit: so\n",
    "data/units/so.yaml": """\
        id: so
        name: Sở Minh họa
        symbol: SMH
        divisions:
          - id: phong
            name: Phòng Một
        headcount:
          - on: 2026-06-30
            value: 9
        """,
    "data/documents.yaml": """\
        - id: luat
          type: Luật
          subject: Thi đua
        """,
    "data/campaigns/1-KH/campaign.yaml": """\
        name: phong trào thi đua năm 2026
        issuer: so
        document:
          number: 1/KH-SMH
          date: 2026-01-05
        basis:
          - document: luat
        period:
          from: on-issue
          to: 2026-12-31
        reports:
          - id: tong-ket
            from: phong
            to: so
            kind: final
            before: 2026-12-15
        """,
    "data/campaigns/1-KH/targets.yaml": """\
        targets:
          - id: khach
            name: Lượt khách
            at_least: 10
            unit: lượt
            reported_by: [phong]
        tasks:
          - id: de-an
            name: Đề án
            responsible: [phong]
        """,
    "data/campaigns/1-KH/plan.md": """\
        # MỤC ĐÍCH

        Theo {{ cite("luat") }}, {{ unit("phong") }} thực hiện {{ figure("khach") }} và {{ task("de-an") }}.
        """,
    "data/campaigns/1-KH/results/phong.yaml": """\
        - period: 2026-H1
          as_of: 2026-07-01
          source: Báo cáo 1
          values:
            khach: 4
          tasks:
            de-an: done
        """,
    "data/initiatives/2026/so.yaml": """\
        - id: so-tay
          title: Sổ tay
          authors:
            - name: An
              share: 100
          history:
            - status: registered
              on: 2026-05-01
        """,
}
GOOD = {name: dedent(text) for name, text in DATA.items()}
KEY = re.compile(r"^[ -]*([\w-]+):", re.MULTILINE)


def misspelt() -> Iterator[tuple[str, str, str]]:
    """Each key of each file in turn with a letter too many: the file, the place of the key, the text."""
    for name, text in GOOD.items():
        for match in KEY.finditer(text):
            line = text.count("\n", 0, match.start(1)) + 1
            column = match.start(1) - text.rfind("\n", 0, match.start(1))
            yield name, f"{name}:{line}:{column}", f"{text[: match.end(1)]}q{text[match.end(1) :]}"


def errors_in(root: Path) -> list[Finding]:
    return [found for found in check_everything(root).findings if found.severity is Severity.ERROR]


def test_the_data_are_good(tmp_path: Path) -> None:
    data_directory(tmp_path, dict(GOOD))

    assert errors_in(tmp_path) == []


@pytest.mark.parametrize(("name", "place", "text"), tuple(misspelt()))
def test_a_misspelt_key_is_one_error_at_the_key(name: str, place: str, text: str, tmp_path: Path) -> None:
    data_directory(tmp_path, {**GOOD, name: text})

    assert [str(found.at) for found in errors_in(tmp_path)] == [place]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("id: khach\n", "id: kha\u200bch\n", "data/campaigns/1-KH/targets.yaml:2:12"),
        ("name: Đề án\n", "name: *De an\n", "data/campaigns/1-KH/targets.yaml:9:11"),
    ],
)
def test_a_value_that_was_read_with_a_fault_is_not_blamed_again(
    old: str, new: str, place: str, tmp_path: Path
) -> None:
    name = "data/campaigns/1-KH/targets.yaml"
    data_directory(tmp_path, {**GOOD, name: GOOD[name].replace(old, new)})

    found = [f for f in errors_in(tmp_path) if f.at.path == name]
    assert [str(f.at) for f in found] == [place]


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        (
            "data/campaigns/1-KH/targets.yaml",
            "  - id: khach\n",
            "  - id: xa\n    name: Xã\n    at_least: 9\n    unit: xã\n    reported_by: [phong]\n  - id: xa\n",
            "7:9",
        ),
        ("data/campaigns/1-KH/targets.yaml", "  - id: de-an\n", "  - id: khach\n", "8:9"),
        (
            "data/documents.yaml",
            "- id: luat\n",
            "- {id: nd, type: Nghị định, subject: Thi đua}\n- id: nd\n",
            "2:7",
        ),
    ],
)
def test_an_id_that_stands_twice_is_one_error_though_others_miss_the_lost_one(
    name: str, old: str, new: str, place: str, tmp_path: Path
) -> None:
    data_directory(tmp_path, {**GOOD, name: GOOD[name].replace(old, new)})

    assert [str(found.at) for found in errors_in(tmp_path)] == [f"{name}:{place}"]


def test_the_report_is_the_same_whatever_the_order_of_hashing(tmp_path: Path) -> None:
    faults = {name: KEY.sub(lambda key: f"{key[0][:-1]}q:", text) for name, text in GOOD.items()}
    data_directory(tmp_path, dict(faults))
    command = [sys.executable, "-m", "thidua_cli", "validate", "--format", "concise"]

    reports = {
        subprocess.run(
            command,
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        ).stdout
        for seed in ("1", "2", "3")
    }

    [report] = reports
    assert len(report.splitlines()) > 2 * len(GOOD)
