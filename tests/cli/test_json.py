import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from building import data_directory
from terminal import Terminal
from thidua_cli.cli.show_records import SYSTEMS
from thidua_cli.progress.calendar import Relation
from thidua_cli.progress.deadlines import Recurrence
from thidua_cli.progress.dues import DueKind, DueStanding
from thidua_cli.progress.initiative_words import LEVEL_WORDS, STATE_WORDS
from thidua_cli.progress.verdicts import Result, Schedule, TaskStanding

DOCS = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
DATA: dict[str, str | bytes] = {
    "thidua.yaml": "unit: so",
    "data/units/so.yaml": """\
        id: so
        name: Sở Minh họa
        symbol: SMH
        divisions: [{id: phong, name: Phòng Một}]
        headcount: [{on: 2026-06-30, value: 9}]
        """,
    "data/documents.yaml": "- {id: luat, type: Luật, subject: Thi đua}\n",
    "data/campaigns/1-KH/campaign.yaml": """\
        name: phong trào thi đua năm 2026
        issuer: so
        basis: [{document: luat}]
        period: {from: 2026, to: 2026}
        """,
    "data/campaigns/1-KH/targets.yaml": """\
        targets:
          - {id: khach, name: Lượt khách, at_least: 10, unit: lượt, reported_by: [phong]}
          - {id: moi-nguoi, kind: coverage, name: Tỷ lệ người có sáng kiến, exactly: 100}
        tasks: [{id: de-an, name: Đề án, responsible: [phong]}]
        """,
    "data/initiatives/2026/so.yaml": """\
        - id: so-tay
          title: Sổ tay
          authors: [{name: An, share: 100}]
          history: [{status: recognised, on: 2026-05-01, council: Hội đồng, decision: Quyết định 5}]
        """,
    "data/campaigns/1-KH/results/phong.yaml": """\
        - {period: 2026-H1, as_of: 2026-07-01, source: Báo cáo 1, values: {khach: 4}, tasks: {de-an: done}}
        """,
}
COMMANDS: dict[str, list[tuple[str, ...]]] = {
    "validate": [("validate",)],
    "list": [("list", kind) for kind in ("campaigns", "units", "targets", "documents", "rules")],
    "show": [("show", name) for name in ("1-KH", "so", "luat", "khach", "de-an")],
    "progress": [
        ("progress", "--as-of", "2026-08-01", "--explain"),
        ("progress", "--as-of", "2026-08-01", "-u", "phong"),
    ],
    "due": [("due", "--as-of", "2026-08-01"), ("due", "--as-of", "2027-08-01", "-u", "so")],
    "initiative": [("initiative", what, "--as-of", "2026-08-01") for what in ("list", "coverage")],
}


@pytest.fixture
def office(thidua: Terminal) -> Terminal:
    data_directory(thidua.directory, DATA)
    return thidua


def keys_of(answer: Any) -> Iterator[str]:
    """Every key in an answer, however deep."""
    if isinstance(answer, dict):
        for key, value in answer.items():
            yield key
            yield from keys_of(value)
    elif isinstance(answer, list):
        for item in answer:
            yield from keys_of(item)


def figures_of(answer: Any) -> Iterator[Any]:
    """Every JSON number in an answer with its key."""
    if isinstance(answer, dict):
        for key, value in answer.items():
            if isinstance(value, int | float) and not isinstance(value, bool):
                yield key
            yield from figures_of(value)
    elif isinstance(answer, list):
        for item in answer:
            yield from figures_of(item)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_key_of_an_answer_is_described(command: str, office: Terminal) -> None:
    described = set(re.findall(r"`([a-z_]+)`", DOCS))

    for words in COMMANDS[command]:
        answer = json.loads(office(*words, "-f", "json").out)
        assert set(keys_of(answer)) - described == set()
        assert list(answer)[:2] == ["version", "generator"]


def test_only_counts_and_places_are_numbers(office: Terminal) -> None:
    counts = {"version", "line", "column", "end_line", "end_column", "errors", "warnings", "notes", "files"}
    counts |= {"people", "registered", "recognised", "spread", "within", "days_left"}
    counts |= {"depth", "unreported", "stale"}
    for words in (words for group in COMMANDS.values() for words in group):
        answer = json.loads(office(*words, "-f", "json").out)
        tally = {*answer.get("tally", {}), *(answer["initiatives"] or {})} if "tally" in answer else set()
        assert set(figures_of(answer)) <= counts | tally


def test_every_word_for_programs_is_described() -> None:
    words = {*Result, *Schedule, *TaskStanding, *SYSTEMS, *STATE_WORDS, *LEVEL_WORDS}
    words |= {*DueKind, *DueStanding, *Recurrence, *Relation}

    assert {word for word in words if f"`{word}`" not in DOCS} == set()
