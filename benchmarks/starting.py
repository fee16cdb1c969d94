"""How long commands take to start, beside `import typer` alone, in the same run.

Run `python benchmarks/starting.py [ROUNDS]`; best of ROUNDS, in processor time.
"""

import os
import subprocess
import sys

COMMANDS = {
    "import typer": ["-c", "import typer"],
    "thidua --version": ["-m", "thidua_cli", "--version"],
    "thidua --help": ["-m", "thidua_cli", "--help"],
    "thidua validate --help": ["-m", "thidua_cli", "validate", "--help"],
    "thidua list --help": ["-m", "thidua_cli", "list", "--help"],
}


def main() -> None:
    """Print the time of each command as a ratio to that of `import typer`."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    best = dict.fromkeys(COMMANDS, float("inf"))
    for _ in range(rounds):
        for name, words in COMMANDS.items():
            best[name] = min(best[name], _seconds([sys.executable, *words]))
    for name, seconds in best.items():
        print(f"{seconds / best['import typer']:5.2f} × {name}")


def _seconds(command: list[str]) -> float:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603 - our own commands
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
