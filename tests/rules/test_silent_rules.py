"""A rule that needs what could not be read says nothing: the fault of reading is said already."""

from pathlib import Path

from building import data_directory
from rule_cases import run
from thidua_cli.documents.prose_checks import CHECKS

CAMPAIGN = """\
name: phong trào thi đua
issuer: so-a
document: {number: 19/KH-SB}
period: {from: 2026-01-01, to: 2026-12-31}
implements: [02-ct-ubnd-2026]
assignments:
- units: [so-b]
  duties: [làm]
recipients:
- {text: Sở A, unit: so-a}
"""


def codes_of(tmp_path: Path, files: dict[str, str | bytes]) -> set[str]:
    return {finding.code for finding in run(data_directory(tmp_path, files).repository)}


def test_rules_about_units_wait_for_the_register_of_units(tmp_path: Path) -> None:
    found = codes_of(
        tmp_path,
        {
            "data/campaigns/19-KH/campaign.yaml": CAMPAIGN,
            "data/campaigns/19-KH/plan.md": "# Mục đích\n",
            "data/documents.yaml": "- {id: 02-ct-ubnd-2026, type: Chỉ thị, issuer: ubnd-tinh}\n",
            "data/units/so-a.yaml": "id: so-a\nname: Sở A\nsymbol: SA\n",
            "data/units/so-b.yaml": "id: so-b\n",
        },
    )

    assert found == {"TD323"}


def test_rules_about_documents_wait_for_the_register_of_documents(tmp_path: Path) -> None:
    found = codes_of(
        tmp_path,
        {
            "data/campaigns/19-KH/campaign.yaml": CAMPAIGN,
            "data/campaigns/19-KH/plan.md": "# Mục đích\n",
            "data/documents.yaml": "- {id: 02-ct-ubnd-2026}\n",
        },
    )

    assert found == {"TD301", "TD323"}


def test_prose_waits_for_the_registers_that_its_calls_are_looked_up_in(tmp_path: Path) -> None:
    prose = (
        '# VIỆC\n\n{{ unit("so-b") }} {{ cite("02-ct-ubnd-2026") }} {{ cit("x") }}\n\n{{ assignments() }}\n'
    )
    files: dict[str, str | bytes] = {
        "data/campaigns/19-KH/campaign.yaml": CAMPAIGN,
        "data/campaigns/19-KH/plan.md": prose,
        "data/documents.yaml": "- {id: 02-ct-ubnd-2026}\n",
        "data/units/so-b.yaml": "id: so-b\n",
    }

    repository = data_directory(tmp_path, files).repository
    found = [f.message for check in CHECKS for f in check.run(repository) if f.code == "TD501"]

    assert found == ["Không có hàm nào tên là “cit”."]


def test_the_remedy_for_a_plan_that_lacks_parts_names_the_keys_they_are_written_under(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"data/campaigns/19-KH/campaign.yaml": CAMPAIGN}

    found = run(data_directory(tmp_path, files).repository)

    assert [finding.hint for finding in found if finding.code == "TD323"] == [
        (
            "Ghi ở khóa subjects, khóa contents, tệp targets.yaml, khóa milestones hoặc reports, khóa awards. "
            "Xem Điều 17 Luật Thi đua, khen thưởng năm 2022."
        )
    ]


def test_a_campaign_that_cannot_be_read_still_exists(tmp_path: Path) -> None:
    found = codes_of(
        tmp_path,
        {
            "data/campaigns/19-KH/campaign.yaml": "name: [\n",
            "data/units/so-a.yaml": "id: so-a\nname: Sở A\n",
            "data/initiatives/2026/so-a.yaml": """\
                - id: sk-1
                  title: Sáng kiến
                  authors: [{name: Người A, share: 100}]
                  history: [{status: registered, on: 2026-03-02}]
                  campaigns: [19-KH]
                """,
        },
    )

    assert found == set()


def test_a_plan_that_cannot_be_read_is_not_called_missing(tmp_path: Path) -> None:
    loaded = data_directory(
        tmp_path,
        {
            "data/campaigns/19-KH/campaign.yaml": CAMPAIGN,
            "data/campaigns/19-KH/plan.md": b"# M\xff\n",
        },
    )

    assert [f.code for f in loaded.findings] == ["TD002"]
    assert "TD325" not in {f.code for f in run(loaded.repository)}
