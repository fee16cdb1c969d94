"""Another YAML reader with another validator: it takes all good data, and refuses what a schema can know to be bad."""

import json
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from editor import head_of, is_yaml, read, refusals, schemas
from rule_cases import Case, all_cases
from thidua_cli.diagnostics.written import WrittenMapping
from thidua_cli.model import fields
from thidua_cli.reading.validation import validate
from thidua_cli.reading.yaml_source import read_yaml
from thidua_cli.schemas.kinds import KINDS, Kind
from thidua_cli.schemas.scalars import SCALARS

TOP = Path(__file__).parents[2]
OUT_OF_REACH = {
    "TD211": "what keys ask of each other is code in the records, and is found by thidua alone",
}
"""Rules on single values that a schema is not asked to know, and why."""

REFUSED_ALL_THE_SAME = {
    ("TD706", "data/units/so-a.yaml"): "40.5 has a decimal point: an editor cannot tell 23.1 from 23.100",
}
"""Files without a fault of a value that the schema refuses on purpose, and why."""


class File(NamedTuple):
    """A file of a case, the kind it is of, and how many faults of single values thidua finds in it."""

    case: Case
    name: str
    text: str
    kind: Kind
    faults: int

    def __str__(self) -> str:
        return f"{self.case}-{self.name}"


def kind_of(name: str) -> Kind | None:
    return next((kind for kind in KINDS if fnmatch(name, kind.files)), None)


def files_of(case: Case) -> list[File]:
    """The files that both readers can read; the others are no matter of a schema."""
    found = []
    for name, content in case.files.items():
        kind = kind_of(name)
        if kind is None or not isinstance(content, str):
            continue
        text = content if kind.is_yaml else head_of(content)
        reading = read_yaml(text.encode(), name)
        if not is_yaml(text) or reading.data is None or reading.findings:
            continue
        _, findings = validate(reading.data, kind.record)
        faults = sum(finding.code not in OUT_OF_REACH for finding in findings)
        if not findings or faults:
            found.append(File(case, name, text, kind, faults))
    return found


FILES = [file for case in all_cases() for file in files_of(case)]


def test_check_jsonschema_takes_all_shipped_data() -> None:
    for kind in KINDS:
        paths = [str(path) for path in TOP.glob(kind.files)]
        if kind.is_yaml and paths:
            done = checked(TOP / kind.path, *paths)
            assert (done["status"], done.get("errors")) == ("ok", [])


def test_check_jsonschema_refuses_a_fault(tmp_path: Path) -> None:
    bad = tmp_path / "so-x.yaml"
    bad.write_text("id: so-x\nname: Sở X\nparrent: ubnd\n", encoding="utf-8")

    done = checked(TOP / "schemas" / "unit.json", str(bad))

    assert (done["status"], [error["path"] for error in done["errors"]]) == ("fail", ["$"])


def checked(schema: Path, *files: str) -> dict[str, Any]:
    """The answer of the program."""
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "-o",
        "JSON",
        "-v",
        "--schemafile",
        str(schema),
        *files,
    ]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize("file", [file for file in FILES if not file.faults], ids=str)
def test_a_file_without_faults_of_its_values_is_taken(file: File) -> None:
    found = refusals(schemas()[file.kind.name], read(file.text))

    assert bool(found) == ((file.case.code, file.name) in REFUSED_ALL_THE_SAME and file.case.breaks)


@pytest.mark.parametrize("file", [file for file in FILES if file.faults], ids=str)
def test_a_file_is_refused_for_each_fault_of_its_values(file: File) -> None:
    assert len(refusals(schemas()[file.kind.name], read(file.text))) >= file.faults


def test_every_rule_on_single_values_is_put_to_the_second_validator() -> None:
    tried = {file.case.code for file in FILES if file.faults}
    written = {case.code for case in all_cases() if case.code.startswith("TD2")}

    assert tried >= written - set(OUT_OF_REACH)
    assert written >= set(OUT_OF_REACH)


SCALAR = st.text("0123456789.,-+eHQMx_ %", min_size=1, max_size=9) | st.sampled_from(
    [
        *(
            "39,62",
            "1.549.346",
            "1.549.346,5",
            "97.5",
            "23.1",
            "23.100",
            "23.000",
            "1000",
            "-4",
            "007",
            "1e3",
            "1e310",
            "1e-3",
        ),
        *(
            "2026-01-30",
            "2026-02-30",
            "2026-H1",
            "2026-9M",
            "2026-13",
            "2026",
            "0000",
            "30/01/2026",
            "2026-06",
        ),
        *(
            "true",
            "false",
            "yes",
            "True",
            "có",
            "~",
            "null",
            "''",
            "' '",
            "khach-du-lich",
            "a b",
            "-a",
            "on-issue",
        ),
    ]
)
READERS = {
    "figure": fields.read_figure,
    "day": fields.read_day,
    "period": fields.read_period,
    "moment": fields.read_moment,
    "id": fields.read_identifier,
    "yes or no": fields.read_yes_no,
    "text": fields.read_text,
}


@pytest.mark.parametrize("name", READERS)
@given(text=SCALAR)
def test_a_schema_and_our_reader_agree_on_every_scalar(name: str, text: str) -> None:
    reading = read_yaml(f"a: {text}\n".encode(), "a.yaml")
    if not is_yaml(f"a: {text}\n") or reading.findings or not isinstance(reading.data, WrittenMapping):
        return
    written, value = reading.data["a"], read(f"a: {text}\n")["a"]
    if is_blurred(text.strip(), value):
        return
    taken = not refusals(SCALARS[READERS[name]], value)

    # The one thing that is refused on purpose although we read it: a decimal point (`97.5`), see schemas/scalars.py.
    on_purpose = name == "figure" and isinstance(value, float)
    assert taken == (_reads(name, written) and not on_purpose)


def is_blurred(text: str, value: Any) -> bool:
    """Whether an editor cannot know what was typed: `True` is `true` to it; `23.000`, `1e3`, `1e-3`, `007` numbers."""
    match value:
        case bool():
            return text not in {"true", "false"}
        case int():
            return text != str(value)
        case float():
            return value.is_integer() or "e" in text.lower()
    return False


def _reads(name: str, written: Any) -> bool:
    try:
        READERS[name](written)
    except (PydanticCustomError, ValidationError):
        return False
    return True
