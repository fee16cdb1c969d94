"""Findings in SARIF 2.1.0: the keys, types and bounds that the standard asks for (sections 3.13 to 3.30, 3.49)."""

import json
import re
from typing import Any

from thidua_cli.cli.findings_sarif import sarif_report
from thidua_cli.cli.rulebook import all_rules
from thidua_cli.diagnostics.finding import Finding, Location, Related, Severity

FIGURE = Finding(
    "TD204",
    Severity.NOTE,
    "“23.100” đọc được hai cách.",
    Location("data/số liệu.yaml", 10, 11, 10, 17),
    hint="Viết 23100.",
    related=(Related("ghi ở đây", Location("data/c.yaml", 2, 3, 2, 8)),),
)
WHOLE_FILE = Finding("TD003", Severity.WARNING, "Tệp có BOM.", Location.start_of("data/c.yaml"))

LEVELS = {"none", "note", "warning", "error"}
MESSAGE = {"text": str}
ARTIFACT = {"uri": re.compile(r"[\w.~%/-]+", re.ASCII), "uriBaseId": re.compile("%[A-Z]+%")}
REGION = {"startLine": int, "startColumn": int, "endLine": int, "endColumn": int}
PHYSICAL = {"artifactLocation": ARTIFACT, "region?": REGION}
SHAPE: dict[str, Any] = {
    "$schema": str,
    "version": "2.1.0",
    "runs": [
        {
            "tool": {
                "driver": {
                    "name": str,
                    "version": str,
                    "language": re.compile("[a-z]{2}"),
                    "rules": [
                        {
                            "id": str,
                            "shortDescription": MESSAGE,
                            "help": MESSAGE,
                            "defaultConfiguration": {"level": LEVELS},
                        }
                    ],
                }
            },
            "columnKind": {"utf16CodeUnits", "unicodeCodePoints"},
            "results": [
                {
                    "ruleId": str,
                    "ruleIndex": int,
                    "level": LEVELS,
                    "message": MESSAGE,
                    "locations": [{"physicalLocation": PHYSICAL}],
                    "relatedLocations?": [{"id": int, "physicalLocation": PHYSICAL, "message": MESSAGE}],
                }
            ],
        }
    ],
}
"""What may stand where, with the spelling of the standard; `?` marks what may be missing."""


def misfits(shape: Any, value: Any, place: str = "$") -> list[str]:
    """Every place at which the value has another shape."""
    match shape:
        case dict():
            known = {key.rstrip("?"): (key, inner) for key, inner in shape.items()}
            missing = {name for name, (key, _) in known.items() if not key.endswith("?")} - set(value)
            found = [f"{place}: {name}" for name in sorted(missing | (set(value) - set(known)))]
            inner = [
                misfits(known[name][1], value[name], f"{place}.{name}") for name in set(value) & set(known)
            ]
            return found + [misfit for group in inner for misfit in group]
        case list():
            groups = [misfits(shape[0], item, f"{place}[{number}]") for number, item in enumerate(value)]
            return [misfit for group in groups for misfit in group]
        case re.Pattern():
            fits = bool(shape.fullmatch(value))
        case set():
            fits = value in shape
        case type():
            fits = type(value) is shape
        case _:
            fits = value == shape
    return [] if fits else [f"{place}: {value!r}"]


def report(*findings: Finding) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(sarif_report(findings, all_rules(), version="1.2.3", below=""))
    return answer


def test_the_report_has_the_shape_of_the_standard() -> None:
    assert misfits(SHAPE, report(FIGURE, WHOLE_FILE)) == []
    assert misfits(SHAPE, report()) == []


def test_a_report_of_another_shape_is_found() -> None:
    log = report(FIGURE)
    log["runs"][0]["results"][0]["level"] = "lỗi"
    del log["runs"][0]["results"][0]["message"]

    assert sorted(misfits(SHAPE, log)) == [
        "$.runs[0].results[0].level: 'lỗi'",
        "$.runs[0].results[0]: message",
    ]


def test_each_result_points_at_its_rule_and_its_place() -> None:
    [run] = report(FIGURE, WHOLE_FILE, FIGURE)["runs"]

    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["TD003", "TD204"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["TD204", "TD003", "TD204"]
    assert [result["level"] for result in run["results"]] == ["note", "warning", "note"]
    assert run["results"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "data/s%E1%BB%91%20li%E1%BB%87u.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 10, "startColumn": 11, "endLine": 10, "endColumn": 17},
    }
    assert run["results"][0]["relatedLocations"][0]["message"] == {"text": "ghi ở đây"}


def test_columns_are_counted_as_the_report_says() -> None:
    [run] = report(FIGURE)["runs"]

    assert run["columnKind"] == "unicodeCodePoints"


def test_a_finding_about_a_file_as_a_whole_has_no_region() -> None:
    [run] = report(WHOLE_FILE)["runs"]

    assert list(run["results"][0]["locations"][0]["physicalLocation"]) == ["artifactLocation"]


def test_a_rule_carries_its_manual_page() -> None:
    [run] = report(FIGURE)["runs"]
    [rule] = run["tool"]["driver"]["rules"]
    known = next(rule for rule in all_rules() if rule.code == "TD204")

    assert (rule["shortDescription"]["text"], rule["help"]["text"]) == (known.title, known.manual)


def test_the_same_findings_give_the_same_bytes() -> None:
    one, two = (sarif_report([FIGURE, WHOLE_FILE], all_rules(), version="1", below="x/") for _ in range(2))

    assert one == two
