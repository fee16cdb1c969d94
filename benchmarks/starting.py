"""How long every command takes to start, beside `import typer` alone, in the same run.

Run `python benchmarks/starting.py [ROUNDS]`; best of ROUNDS, in processor time. A command starts as the installed
program does, with its code compiled, shows its help and does nothing else: what it imports for its own work is not
in the figure. Ends with 1 where a command fails.
"""

import os
import subprocess
import sys

from thidua_cli.cli.commands import COMMANDS, Family

BASE = "import typer"
PROGRAM = "import sys; from thidua_cli.__main__ import main; sys.exit(main())"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main() -> None:
    """Print the time of each command line as a ratio to that of `import typer`, and the worst."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    programs = {BASE: ["-c", BASE]} | {
        f"thidua {' '.join(words)}": ["-c", PROGRAM, *words] for words in _lines()
    }
    best = dict.fromkeys(programs, float("inf"))
    for _ in range(rounds):
        for name, words in programs.items():
            best[name] = min(best[name], _seconds(name, [sys.executable, *words]))
    ratios = {name: seconds / best[BASE] for name, seconds in best.items()}
    for name, ratio in ratios.items():
        print(f"{ratio:5.2f} × {name}")
    worst = max(ratios, key=ratios.__getitem__)
    print(f"worst: {ratios[worst]:.2f} × {worst}")


def _lines() -> list[list[str]]:
    """Every command line that only shows something of thidua itself."""
    members = [
        [command.verb, *below]
        for command in COMMANDS
        for below in ([], *([one.verb] for one in (command.commands if isinstance(command, Family) else ())))
    ]
    return [["--version"], ["--help"], *([*words, "--help"] for words in members)]


def _seconds(name: str, command: list[str]) -> float:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT)  # noqa: S603 - our own
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{name}: ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
