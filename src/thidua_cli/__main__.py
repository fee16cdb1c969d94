"""The program `thidua`: `main()` is the console script, and `python -m thidua_cli` the same."""

import sys
from collections.abc import Sequence

from thidua_cli.cli import output


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line; gives back its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    output.prepare()
    if given[:1] == ["--version"]:
        from thidua_cli.cli.version import version_line

        output.product(version_line())
        return 0
    try:
        # Loading the commands takes longer than answering --version.
        from thidua_cli.cli.app import run

        return run(given)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
