"""What offices copy into their repositories: it is well-formed, and every command in it works on the shipped data."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import data_directory
from console import TOP, office, screen

EXAMPLES = TOP / "examples" / "ci"
HOOKS = TOP / ".pre-commit-hooks.yaml"
FORMS = {
    "github.yaml": "vendor.github-workflows",
    "gitlab.yml": "vendor.gitlab-ci",
}
"""The schemas that check-jsonschema brings of the files that forges read."""


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def the_hook() -> dict[str, Any]:
    [hook] = read(HOOKS)
    assert isinstance(hook, dict)
    return hook


def commands_in(value: Any) -> Iterator[str]:
    """Every line of a script in a file that calls thidua."""
    match value:
        case dict():
            for inner in value.values():
                yield from commands_in(inner)
        case list():
            for inner in value:
                yield from commands_in(inner)
        case str():
            yield from (line for line in value.splitlines() if line.startswith("thidua "))


def calls_of(name: str) -> list[str]:
    document = read(EXAMPLES / name)
    return list(dict.fromkeys(commands_in({k: v for k, v in document.items() if k != "name"})))


@pytest.mark.parametrize(("name", "form"), FORMS.items())
def test_a_workflow_has_the_form_that_its_forge_asks_for(name: str, form: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", form, str(EXAMPLES / name)]
    if form == "vendor.gitlab-ci":
        command[3:3] = ["--data-transform", "gitlab-ci"]

    done = subprocess.run(command, capture_output=True, check=False, text=True)

    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n")


@pytest.mark.parametrize("name", FORMS)
def test_every_command_of_a_workflow_works_on_the_shipped_data(name: str, tmp_path: Path) -> None:
    calls = calls_of(name)

    assert any(call.startswith("thidua validate") for call in calls)
    directory = office(tmp_path)
    assert {call: screen(call, directory).code for call in calls} == dict.fromkeys(calls, 0)


def test_the_workflow_for_github_also_runs_on_windows() -> None:
    jobs = read(EXAMPLES / "github.yaml")["jobs"]

    assert "windows-latest" in jobs["validate"]["strategy"]["matrix"]["os"]


def test_what_is_to_be_replaced_is_named_on_the_page() -> None:
    page = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    blanks = {
        blank
        for path in EXAMPLES.iterdir()
        for blank in re.findall(r"\b[A-Z]+(?:-[A-Z]+)+\b", path.read_text(encoding="utf-8"))
        if path.suffix != ".md"
    }

    assert {"DIA-CHI-THIDUA", "PHIEN-BAN"} == blanks
    assert all(f"`{blank}`" in page for blank in blanks)
    assert set(re.findall(r"\]\(([\w.-]+)\)", page)) == {p.name for p in EXAMPLES.iterdir()} - {"README.md"}


def test_the_hook_is_one_that_pre_commit_understands() -> None:
    hook = the_hook()
    [repo] = read(EXAMPLES / "pre-commit-config.yaml")["repos"]

    assert [used["id"] for used in repo["hooks"]] == [hook["id"]] == ["thidua-validate"]
    assert (hook["language"], hook["pass_filenames"], hook["types_or"]) == (
        "python", False, ["yaml", "markdown"],
    )  # fmt: skip


@pytest.mark.parametrize(("unit", "code"), [("id: so-x\nname: Sở X\n", 0), ("id: so-x\nnam: Sở X\n", 1)])
def test_the_hook_stops_a_fault_and_nothing_else(unit: str, code: int, tmp_path: Path) -> None:
    data_directory(tmp_path, {"thidua.yaml": "unit: so-x", "data/units/so-x.yaml": unit})
    program, *words = shlex.split(the_hook()["entry"])

    # As pre-commit calls it: the entry alone, at the top of the repository, from the environment it is installed in.
    entry = Path(sys.executable).with_name(program)
    done = subprocess.run(
        [str(entry), *words], cwd=tmp_path, capture_output=True, check=False, encoding="utf-8"
    )

    assert (done.returncode, "data/units/so-x.yaml:2:1: lỗi TD201: " in done.stdout) == (code, bool(code))
