"""A second run of a command that writes changes nothing: not a byte of any file, and no file more."""

import pytest

from terminal import Terminal

INIT = "init . --name Sở --symbol SMH --place Huế --no-input"
COMMANDS = (
    INIT,
    "schema --write",
    "new-plan --number 2 --name phong-trào --to 2027 --no-input",
    "new-report -c mau --kind final",
    "initiative add --title Sổ-điện-tử --author A --no-input --yes",
    "plan -c mau",
    "report -c mau",
    "form export -c mau --all",
    "progress -c mau -f csv -o tien-do.csv",
    "progress -c mau -f xlsx -o tien-do.xlsx",
    "remind -c mau",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_second_run_changes_nothing(thidua: Terminal, command: str) -> None:
    if command != INIT:
        thidua(*INIT.split())
    first = thidua(*command.split())
    before = thidua.tree()

    second = thidua(*command.split())

    assert (first.code, thidua.tree()) == (0, before)
    assert second.code in {0, 2}, second.err
