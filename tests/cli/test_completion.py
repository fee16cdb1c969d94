"""A shell completes commands, options and the ids of the data directory."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from building import data_directory
from terminal import Said, Terminal
from thidua_cli.cli.completion_scripts import SCRIPTS

DATA: dict[str, str | bytes] = {
    "thidua.yaml": "",
    "data/units/so.yaml": "id: so\nname: Sở\ndivisions:\n  - id: phong-a\n    name: A\n  - {id: phong-b, name: B}\n",
    "data/documents.yaml": "- id: 02-ct\n  type: Chỉ thị\n- {id: 70-nq, type: Nghị quyết}\n",
    "data/campaigns/19-KH/campaign.yaml": "name: [\n",
    "data/campaigns/20-KH/campaign.yaml": "name: A\n",
    "data/campaigns/20-KH/targets.yaml": "targets:\n  - id: khach\n    name: B\n",
    "data/campaigns/khong-phai/ghi-chu.txt": "",
}


@pytest.fixture
def office(thidua: Terminal) -> Terminal:
    data_directory(thidua.directory, DATA)
    return thidua


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("vali",), ["validate"]),
        (("initiative", "re"), ["recognise"]),
        (("initiative", "list", "--s"), ["--state"]),
        (("completion", "--ne"), ["--next"]),
        (("plan", "--ca"), ["--campaign"]),
        (("plan", "-c", ""), ["19-KH", "20-KH"]),
        (("plan", "-c", "2"), ["20-KH"]),
        (("progress", "-u", "phong"), ["phong-a", "phong-b"]),
        (("new-plan", "--issuer", ""), ["so", "phong-a", "phong-b"]),
        (("new-plan", "--parent", "7"), ["70-nq"]),
        (("progress", "--target", ""), ["khach"]),
        (("show", "02"), ["02-ct"]),
        (("list", "ind"), ["indicators"]),
        (("plan", "-n", "x"), []),
        (("khong-co", ""), []),
        (("plan", "-c", "ZZ"), []),
    ],
)  # fmt: skip
def test_the_last_word_is_completed(words: tuple[str, ...], found: list[str], office: Terminal) -> None:
    said = office("completion", "words", "--", *words)

    assert (said.code, said.out.split(), said.err) == (0, found, "")


def test_a_new_word_may_be_asked_for(office: Terminal) -> None:
    assert office("completion", "words", "--next", "--", "plan", "-c").out.split() == ["19-KH", "20-KH"]
    assert "validate" in office("completion", "words").out.split()


def test_a_data_directory_elsewhere_is_looked_into(
    office: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))

    assert office("completion", "words", "--", "plan", "-c", "").out == ""
    asked = ("completion", "words", "--", "plan", "-C", str(office.directory), "-c", "")
    assert office(*asked).out.split() == ["19-KH", "20-KH"]


@pytest.mark.parametrize("shell", list(SCRIPTS))
def test_each_shell_has_its_lines(shell: str, thidua: Terminal) -> None:
    assert thidua("completion", shell) == Said(0, SCRIPTS[shell], "")
    assert "thidua completion words" in SCRIPTS[shell]


def test_an_unknown_shell_is_refused(thidua: Terminal) -> None:
    said = thidua("completion", "fish")

    assert (said.code, said.err.splitlines()[0]) == (2, "lỗi: VỎ-LỆNH: không có lựa chọn “fish”.")


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_bash_completes_a_campaign(office: Terminal, tmp_path_factory: pytest.TempPathFactory) -> None:
    tools = tmp_path_factory.mktemp("bin")
    program(tools)
    script = f"""
        {SCRIPTS["bash"]}
        COMP_WORDS=(thidua plan -c "2"); COMP_CWORD=3; _thidua; printf '%s\\n' "${{COMPREPLY[@]}}"
        COMP_WORDS=(thidua plan -c ""); COMP_CWORD=3; _thidua; printf '%s\\n' "${{COMPREPLY[@]}}"
    """

    told = subprocess.run(
        ["bash", "-c", script], cwd=office.directory, env={**os.environ, "PATH": f"{tools}:/usr/bin:/bin"},
        capture_output=True, check=True, text=True,
    )  # fmt: skip

    assert told.stdout.split() == ["20-KH", "19-KH", "20-KH"]


@pytest.mark.skipif(shutil.which("zsh") is None, reason="there is no zsh here")
def test_zsh_completes_a_campaign(office: Terminal, tmp_path_factory: pytest.TempPathFactory) -> None:
    tools = tmp_path_factory.mktemp("bin")
    program(tools)
    script = f"""
        compdef() {{ : }}; compadd() {{ print -l -- "${{(@P)2}}" }}
        {SCRIPTS["zsh"]}
        words=(thidua plan -c ""); CURRENT=4; _thidua
    """

    told = subprocess.run(
        ["zsh", "-f", "-c", script], cwd=office.directory, env={**os.environ, "PATH": f"{tools}:/usr/bin:/bin"},
        capture_output=True, check=True, text=True,
    )  # fmt: skip

    assert told.stdout.split() == ["19-KH", "20-KH"]


def program(folder: Path) -> None:
    """`thidua` as a shell finds it."""
    file = folder / "thidua"
    file.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m thidua_cli "$@"\n', encoding="utf-8")
    file.chmod(0o755)
