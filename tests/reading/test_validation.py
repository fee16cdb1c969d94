"""What a record refuses is said once, in words, on the line that is to be mended."""

import pytest

from thidua_cli.model.campaigns import Campaign
from thidua_cli.model.results import ResultFile
from thidua_cli.model.target_sheets import TargetSheet
from thidua_cli.model.units import Unit
from thidua_cli.reading.validation import validate
from thidua_cli.reading.yaml_source import read_yaml

UNIT = "id: so-a\nname: Sở A\n"
TARGET = "targets:\n- id: a\n  name: A\n  unit: lượt\n"
CAMPAIGN = "name: N\nissuer: so-a\nperiod: {from: 2026, to: 2026}\n"


@pytest.mark.parametrize(
    ("record", "text", "expected"),
    [
        (Unit, "name: Sở A\n", ["1:1 TD202 Thiếu khóa “id”."]),
        (Unit, UNIT + "divisions:\n- id: p\n", ["4:3 TD202 Thiếu khóa “name”."]),
        (Unit, UNIT + "divisons: []\n", ["3:1 TD201 Ở đây không có khóa nào tên là “divisons”."]),
        (Unit, "id: so-a\nnmae: Sở A\n", ["2:1 TD201 Ở đây không có khóa nào tên là “nmae”."]),
        (Unit, "- id: so-a\n", ["1:1 TD203 Chỗ này phải là một khối gồm các khóa."]),
        (Unit, UNIT + "abbr: SA\n", ["3:7 TD203 Chỗ này phải là một danh sách."]),
        (Unit, UNIT + "abbr: {a: b}\n", ["3:7 TD203 Chỗ này phải là một danh sách."]),
        (Unit, UNIT + "divisions: [p]\n", ["3:13 TD203 Chỗ này phải là một khối gồm các khóa."]),
        (Unit, "id: so-a\nname: [Sở A]\n", ["2:7 TD203 Chỗ này phải là chữ, không phải danh sách."]),
        (Unit, UNIT + "kind: bodi\n", ["3:7 TD207 “bodi” không thuộc các giá trị được dùng."]),
        (TargetSheet, TARGET + "  kind: [share]\n", ["5:9 TD207 “…” không thuộc các giá trị được dùng."]),
        (TargetSheet, TARGET + "  kind: share\n", ["2:3 TD211 Chỉ tiêu “a” chưa có mức cần đạt."]),
        (TargetSheet, "targets:\n- a\n", ["2:3 TD203 Chỗ này phải là một khối gồm các khóa."]),
        (TargetSheet, "targets: a\n", ["1:10 TD203 Chỗ này phải là một danh sách."]),
        (
            TargetSheet,
            TARGET + "  at_least: 1\n  plausible:\n    previous: x\n",
            ["7:5 TD202 Thiếu khóa “most”.", "7:15 TD204 “x” không phải là một con số."],
        ),
        (Campaign, CAMPAIGN + "assignments:\n- duties: []\n", ["5:3 TD202 Thiếu khóa “units”."]),
        (
            Campaign,
            CAMPAIGN + "assignments:\n- units: [a]\n  duties:\n  - {text: làm, by: mai}\n",
            ["7:21 TD205 “mai” không phải là một ngày."],
        ),
        (
            Campaign,
            CAMPAIGN + "assignments:\n- units: [a]\n  duties:\n  - {text: làm, bý: 2026}\n",
            ["7:17 TD201 Ở đây không có khóa nào tên là “bý”."],
        ),
        (ResultFile, "period: 2026\n", ["1:1 TD203 Chỗ này phải là một danh sách."]),
        (
            ResultFile,
            "- {period: 2026, as_of: 2026-12-31, source: B, values: {a_b: {of: [1, 0]}}}\n",
            [
                "1:57 TD208 Mã “a_b” có ký tự không dùng được trong mã.",
                "1:62 TD211 Cặp of phải gồm tử số rồi mẫu số, mẫu số lớn hơn 0 và tử số không quá mẫu số.",
            ],
        ),
        (
            ResultFile,
            "- {period: 2026, as_of: 2026-12-31, source: B, values: {a: [1, 2]}}\n",
            ["1:60 TD203 Chỗ này phải là một khối gồm các khóa."],
        ),
    ],
)
def test_a_fault_is_said_once_and_in_its_place(
    record: type[Unit | TargetSheet | Campaign | ResultFile], text: str, expected: list[str]
) -> None:
    data = read_yaml(text.encode(), "a.yaml").data
    assert data is not None

    found, findings = validate(data, record)

    assert found is None
    assert sorted(f"{f.at.line}:{f.at.column} {f.code} {f.message}" for f in findings) == sorted(expected)


def test_a_misspelt_key_is_known_for_the_key_that_is_missing() -> None:
    data = read_yaml(b"id: so-a\nnmae: A\nsymbl: S\n", "a.yaml").data
    assert data is not None

    _, findings = validate(data, Unit)

    assert [f.hint for f in findings] == ["Có phải “name”?", "Có phải “symbol”?"]


def test_a_record_knows_where_its_values_stand() -> None:
    data = read_yaml((UNIT + "divisions:\n- {id: p, name: P}\n").encode(), "a.yaml").data
    assert data is not None

    unit, findings = validate(data, Unit)

    assert unit is not None
    assert findings == []
    places = [unit.at("name"), unit.divisions[0].at("id"), unit.at("divisions", 0, "name"), unit.at("symbol")]
    assert [str(at) for at in places] == ["a.yaml:2:7", "a.yaml:4:8", "a.yaml:4:17", "a.yaml:1:1"]
