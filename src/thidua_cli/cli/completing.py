"""What may come next on a command line: commands, options, and ids of the data directory.

A shell asks at every press of a key: ids are read off file names and the lines that begin with `id:`; nothing is
validated, and what cannot be read offers nothing.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from thidua_cli.cli.workspace import find_root
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.repository import layout

_ID = re.compile(r"^[ \t]*(?:- )?(?:\{ *)?id: *([0-9A-Za-z-]+)", re.MULTILINE)


def candidates(program: Any, words: Sequence[str]) -> tuple[str, ...]:
    """What the last of the words may become, in order; `program` is the command tree that typer built."""
    *before, begun = words
    command, given = _called(program, before)
    fitting = (word for word in _next(command, given, begun, _root_of(before)) if word.startswith(begun))
    return tuple(dict.fromkeys(fitting))


def _called(program: Any, words: Sequence[str]) -> tuple[Any, list[str]]:
    """The command that the words call, and the words after it."""
    command, rest = program, list(words)
    while rest and rest[0] in getattr(command, "commands", {}):
        command = command.commands[rest.pop(0)]
    return command, rest


def _next(command: Any, given: list[str], begun: str, root: Path | None) -> Iterator[str]:
    commands = getattr(command, "commands", None)
    if commands is not None and given:
        return  # no such command
    if commands is not None and not begun.startswith("-"):
        yield from (name for name, inner in commands.items() if not inner.hidden)
        return
    if begun.startswith("-"):
        yield from (name for p in command.params if not p.hidden for name in p.opts if name.startswith("--"))
        return
    options = {name: p for p in command.params if p.param_type_name == "option" for name in p.opts}
    asked = options.get(given[-1]) if given else None
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    if asked is not None and not asked.is_flag:
        yield from _ids(asked.opts, root)
    elif arguments and root is not None:
        yield from _words_for(command.name, root)


def _ids(names: Sequence[str], root: Path | None) -> Iterator[str]:
    """Ids for the value of an option."""
    for option, read in _OPTIONS.items():
        if option in names and root is not None:
            yield from read(root)


def _words_for(command: str, root: Path) -> Iterator[str]:
    for read in _ARGUMENTS.get(command, ()):
        yield from read(root)


def _campaigns(root: Path) -> Iterator[str]:
    folder = root / layout.CAMPAIGNS
    if folder.is_dir():
        yield from sorted(
            child.name for child in folder.iterdir() if (child / layout.CAMPAIGN_FILE).is_file()
        )


def _units(root: Path) -> Iterator[str]:
    folder = root / layout.UNITS
    for file in sorted(folder.glob(f"*{layout.YAML}")) if folder.is_dir() else ():
        yield from _ids_in(file)


def _documents(root: Path) -> Iterator[str]:
    yield from _ids_in(root / layout.DOCUMENTS)


def _targets(root: Path) -> Iterator[str]:
    for campaign in _campaigns(root):
        yield from _ids_in(root / layout.campaign_folder(campaign) / layout.TARGETS_FILE)


def _kinds(_root: Path) -> Iterator[str]:
    yield from ("campaigns", "units", "targets", "documents", "indicators", "rules")


def _ids_in(file: Path) -> Iterator[str]:
    try:
        yield from _ID.findall(file.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return  # what cannot be read offers nothing


def _root_of(words: Sequence[str]) -> Path | None:
    """The data directory that the command line is about."""
    repo = next((words[n + 1] for n, word in enumerate(words[:-1]) if word in {"-C", "--repo"}), None)
    try:
        return find_root(repo)
    except (ThiduaError, OSError):
        return None


_Reads = Callable[[Path], Iterator[str]]
_OPTIONS: dict[str, _Reads] = {
    "--campaign": _campaigns,
    "--copy": _campaigns,
    "--unit": _units,
    "--issuer": _units,
    "--target": _targets,
    "--parent": _documents,
}
_ARGUMENTS: dict[str, tuple[_Reads, ...]] = {
    "show": (_campaigns, _units, _documents, _targets),
    "list": (_kinds,),
    "record": (_campaigns, _targets),
}
