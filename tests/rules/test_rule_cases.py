"""Every rule says exactly what its cases expect, at the place they expect."""

from pathlib import Path

import pytest

from building import data_directory
from rule_cases import Case, all_cases, run
from thidua_cli.diagnostics.finding import in_reading_order


@pytest.mark.parametrize("case", all_cases(), ids=str)
def test_a_case_yields_exactly_its_findings(case: Case, tmp_path: Path) -> None:
    loaded = data_directory(tmp_path, case.files)

    findings = in_reading_order([*loaded.findings, *run(loaded.repository)])

    said = tuple(f"{f.at} {f.code} {f.message}" for f in findings if f.code == case.code)
    assert said == case.findings
    assert bool(said) == case.breaks


@pytest.mark.parametrize("case", [c for c in all_cases() if c.breaks], ids=str)
def test_every_finding_says_what_to_do(case: Case, tmp_path: Path) -> None:
    loaded = data_directory(tmp_path, case.files)

    findings = [*loaded.findings, *run(loaded.repository)]

    assert [f for f in findings if not f.hint or not f.hint.endswith((".", "?", "}."))] == []


@pytest.mark.parametrize("case", [c for c in all_cases() if c.code < "TD300" and c.breaks], ids=str)
def test_a_fault_of_reading_is_said_under_one_code(case: Case, tmp_path: Path) -> None:
    loaded = data_directory(tmp_path, case.files)

    assert {f.code for f in loaded.findings} == {case.code}


@pytest.mark.parametrize("case", [c for c in all_cases() if c.code > "TD300"], ids=str)
def test_a_case_of_a_rule_can_be_read_without_faults(case: Case, tmp_path: Path) -> None:
    assert data_directory(tmp_path, case.files).findings == ()
