"""How a cold `validate` of an invented province compares with peers on the same files, in the same run.

Run `python benchmarks/validating.py [SHARE [ROUNDS]]`: a province with one unit in SHARE (1 for all 2,000), best of
ROUNDS. With `growth` for SHARE: provinces of growing size, what each record takes and the most memory. The floor is a
loop that only parses each file with PyYAML's quickest loader. Peers run where they are installed (see README.md), on
the files of initiatives alone, for most of them know one schema a run. Processor time is compared, since other programs
on the machine stretch the clock more than the work.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from province import CAMPAIGNS, UNITS, write_province

PARSE = """
import pathlib, sys, yaml
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
"""
SHARES = (20, 10, 5, 2, 1)
"""One unit in so many."""
_LOOP = "yaml.load(CSafeLoader) of every file"
_OURS = "thidua validate, every rule"
PYTHON = Path(sys.executable).parent
YAMALE = """\
list(include('initiative'))
---
initiative:
  id: str()
  title: str()
  authors: list(include('author'))
  field: str()
  first_applied: day()
  essence: str()
  campaigns: list(str())
  history: list(include('step'))
author:
  name: str()
  share: any(int(), str())
step:
  status: str()
  on: day()
  level: str(required=False)
  council: str(required=False)
  decision: str(required=False)
"""
_TEXT = {"type": "string"}
_STEP: dict[str, object] = {"status": _TEXT, "on": {}, "level": _TEXT, "council": _TEXT, "decision": _TEXT}
_AUTHOR: dict[str, object] = {"name": _TEXT, "share": {"type": ["string", "number"]}}
_KEYS = {"id": _TEXT, "title": _TEXT, "field": _TEXT, "first_applied": {}, "essence": _TEXT}
_LISTS = {"authors": _AUTHOR, "history": _STEP}


def _object(properties: dict[str, object]) -> dict[str, object]:
    return {"type": "object", "additionalProperties": False, "properties": properties}


SCHEMA = {
    "type": "array",
    "items": _object(
        {
            **_KEYS,
            **{key: {"type": "array", "items": _object(inner)} for key, inner in _LISTS.items()},
            "campaigns": {"type": "array", "items": _TEXT},
        }
    ),
}
"""As much as a peer can be asked of a file of initiatives; dates are anything, for js-yaml makes objects of them."""


def main() -> None:
    """Print each program's time as a ratio to the loop, and its memory."""
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    if sys.argv[1:2] == ["growth"]:
        _grow(rounds)
        return
    share = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        write_province(root, share=share)
        bank = root / "data/initiatives"
        _compare(f"the province, one unit in {share}", _whole(root), rounds)
        _compare("its initiatives alone", dict(_peers(root, bank)), rounds)


def _grow(rounds: int) -> None:
    """Print what a record takes in provinces of growing size, apart from the start, which is the same for all."""
    print("units  records  loop s  validate s  ratio  µs a record: loop  validate    MB")
    with tempfile.TemporaryDirectory() as place:
        least = Path(place) / "least"
        write_province(least, share=UNITS // CAMPAIGNS)
        starts = {name: _best(command, rounds)[0] for name, command in _whole(least).items()}
        for share in SHARES:
            root = Path(place) / str(share)
            write_province(root, share=share)
            best = {name: _best(command, rounds) for name, command in _whole(root).items()}
            records = sum(f"\n{path.read_text('utf-8')}".count("\n- ") for path in root.rglob("*.yaml"))
            each = {name: (best[name][0] - starts[name]) / records * 1_000_000 for name in best}
            (loop, _), (ours, kilobytes) = best[_LOOP], best[_OURS]
            print(
                f"{UNITS // share:5} {records:8} {loop:7.2f} {ours:11.2f} {ours / loop:6.2f} {each[_LOOP]:18.0f} "
                f"{each[_OURS]:9.0f} {kilobytes // 1024:5}"
            )
            shutil.rmtree(root)


def _whole(root: Path) -> dict[str, list[str]]:
    return {
        _LOOP: [sys.executable, "-c", PARSE, str(root)],
        _OURS: [str(PYTHON / "thidua"), "validate", "-C", str(root)],
    }


def _peers(root: Path, bank: Path) -> Iterator[tuple[str, list[str]]]:
    yield _LOOP, [sys.executable, "-c", PARSE, str(bank)]
    yield "thidua validate, of everything", [str(PYTHON / "thidua"), "validate", "-C", str(root)]
    schema = root / "schema.json"
    schema.write_text(json.dumps(SCHEMA), encoding="utf-8")
    files = [str(path) for path in sorted(bank.rglob("*.yaml"))]
    peers = {
        "ajv": ["validate", "-s", str(schema), "--spec=draft7", "--strict=false", "-d", f"{bank}/**/*.yaml"],
        "check-jsonschema": ["--schemafile", str(schema), *files],
        "yamale": ["-s", str(_yamale_schema(root)), "-n", "1", str(bank)],
        "yamllint": ["-d", "{rules: {}}", str(bank)],
    }
    for name, words in peers.items():
        program = shutil.which(name)
        if program is not None:
            yield name, [program, *words]


def _yamale_schema(root: Path) -> Path:
    path = root / "schema.yamale"
    path.write_text(YAMALE, encoding="utf-8")
    return path


def _compare(title: str, programs: dict[str, list[str]], rounds: int) -> None:
    best: dict[str, tuple[float, int]] = {}
    for _ in range(rounds):
        for name, command in programs.items():
            measured = _measured(command)
            best[name] = min(best.get(name, measured), measured)
    floor = next(iter(best.values()))[0]
    print(f"{title}:")
    for name, (seconds, kilobytes) in best.items():
        print(f"{seconds / floor:6.2f} × {kilobytes // 1024:5} MB  {name}")


def _best(command: list[str], rounds: int) -> tuple[float, int]:
    return min(_measured(command) for _ in range(rounds))


def _measured(command: list[str]) -> tuple[float, int]:
    """Seconds of processor time and the most memory in KB that the program and what it starts take."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603 - our own commands
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command[:4]
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


if __name__ == "__main__":
    main()
