"""A command opens the files that it needs, and what is wrong in others is none of its business."""

import subprocess
import sys
from pathlib import Path

import pytest

from building import data_directory
from terminal import Terminal

UNITS = 2_000
PROVINCE = "\n".join(
    ["id: tinh", "name: Tỉnh Minh họa", "symbol: TMH", "divisions:"]
    + [f"  - {{id: xa-{n}, name: Xã {n}}}" for n in range(UNITS)]
    + ["  - id: cac-xa", "    name: Các xã", "    kind: group", "    members:"]
    + [f"      - xa-{n}" for n in range(UNITS)]
)
CAMPAIGN = """\
    name: phong trào thi đua năm {year}
    issuer: tinh
    document: {{number: {number}/KH-TMH, date: {year}-01-01}}
    period: {{from: on-issue, to: {year}-12-31}}
    recipients: [{{text: Các xã, unit: cac-xa}}]
    """
TARGETS = """\
    targets:
      - {id: cay-xanh, name: Số cây xanh trồng mới, at_least: 4000, unit: cây, indicator: cay-xanh,
         reported_by: [cac-xa]}
    """
COUNTED = """\
    targets:
      - {id: sang-kien, kind: coverage, name: Tỷ lệ người có sáng kiến, exactly: 100, reported_by: [tinh]}
    """
REGISTERS = {"thidua.yaml", "data/units/tinh.yaml", "data/documents.yaml", "data/indicators.yaml"}
INITIATIVE = """\
    - id: so-tay
      title: Sổ tay
      authors: [{name: An, share: 100}]
      history: [{status: registered, on: 2026-02-01}]
      campaigns: [3-KH]
    """


def result(year: int) -> str:
    """What one unit handed in."""
    return f"- {{period: {year}, as_of: {year}-12-31, source: Báo cáo, values: {{cay-xanh: 2}}}}\n"


def files_of(campaign: str, *names: str) -> set[str]:
    """Files of a campaign by their names in its folder."""
    return {f"data/campaigns/{campaign}/{name}" for name in names}


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A province: two campaigns on which 2,000 units report, and one that counts initiatives."""
    campaigns = {"1-KH": 2025, "2-KH": 2026}
    files: dict[str, str | bytes] = {
        "thidua.yaml": "unit: tinh",
        "data/units/tinh.yaml": PROVINCE,
        "data/documents.yaml": "[]",
        "data/indicators.yaml": "- {id: cay-xanh, name: Cây xanh, unit: cây}\n",
        "data/initiatives/2026/tinh.yaml": INITIATIVE,
        "data/campaigns/3-KH/campaign.yaml": CAMPAIGN.format(year=2026, number=3),
        "data/campaigns/3-KH/targets.yaml": COUNTED,
    }
    for campaign, year in campaigns.items():
        head = CAMPAIGN.format(year=year, number=campaign[0])
        files |= {
            f"data/campaigns/{campaign}/campaign.yaml": head,
            f"data/campaigns/{campaign}/targets.yaml": TARGETS,
            f"data/campaigns/{campaign}/plan.md": "# Mục đích\n",
            f"data/campaigns/{campaign}/reports/tinh/{year}-final.md": "---\nperiod: 2026\nkind: final\n---\n",
        }
        files |= {f"data/campaigns/{campaign}/results/xa-{n}.yaml": result(year) for n in range(UNITS)}
    top = tmp_path_factory.mktemp("province")
    data_directory(top, files)
    return top


def opened_by(*words: str, below: Path) -> set[str]:
    """Every data file that a command line opens, told by Python itself."""
    program = (
        "import sys\n"
        f"top = {str(below)!r} + '/'\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, args: event == 'open' and opened.append(str(args[0])))\n"
        "from thidua_cli.cli.app import run\n"
        f"run({[*words, '-C', str(below)]!r})\n"
        "print('\\n'.join(sorted({path[len(top):] for path in opened if path.startswith(top)})), file=sys.stderr)\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    return {line for line in ended.stderr.decode().splitlines() if line.startswith(("data/", "thidua.yaml"))}


RESULTS = {year: tuple(f"results/xa-{n}.yaml" for n in range(UNITS)) for year in ("1-KH", "2-KH")}


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        (
            ("progress", "-c", "2-KH"),
            files_of("2-KH", "campaign.yaml", "targets.yaml", *RESULTS["2-KH"]),
        ),
        (
            ("progress", "-c", "3-KH"),
            {*files_of("3-KH", "campaign.yaml", "targets.yaml"), "data/initiatives/2026/tinh.yaml"},
        ),
        (
            ("report", "-c", "2-KH", "-o", "-", "--as-of", "2026-12-31"),
            {
                *files_of(
                    "2-KH", "campaign.yaml", "targets.yaml", "reports/tinh/2026-final.md", *RESULTS["2-KH"]
                ),
                "data/initiatives/2026/tinh.yaml",
            },
        ),
        (
            ("report", "-c", "2-KH", "-u", "xa-7", "-o", "-", "--as-of", "2026-12-31"),
            {
                *files_of("2-KH", "campaign.yaml", "targets.yaml", "results/xa-7.yaml"),
                "data/initiatives/2026/tinh.yaml",
            },
        ),
        (
            ("progress", "-c", "2-KH", "-u", "xa-7"),
            files_of("2-KH", "campaign.yaml", "targets.yaml", "results/xa-7.yaml"),
        ),
        (("plan", "-c", "2-KH", "-o", "-"), files_of("2-KH", "campaign.yaml", "targets.yaml", "plan.md")),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_command_opens_what_it_needs(words: tuple[str, ...], needed: set[str], province: Path) -> None:
    assert opened_by(*words, below=province) == REGISTERS | needed


def test_a_campaign_named_by_its_number_is_found_by_what_each_campaign_says_of_itself(province: Path) -> None:
    opened = opened_by("plan", "-c", "2/KH-TMH", "-o", "-", below=province)

    asked = {
        path for name in ("1-KH", "2-KH", "3-KH") for path in files_of(name, "campaign.yaml", "targets.yaml")
    }
    assert opened == {*REGISTERS, *asked, *files_of("2-KH", "plan.md")}


def test_a_plan_that_cites_another_reads_what_that_one_says_of_itself(thidua: Terminal) -> None:
    head = "{{name: phong trào, issuer: xa, period: {{from: 2026, to: 2026}}, document: {{number: {0}/KH-X}}{1}}}"
    data_directory(
        thidua.directory,
        {
            "thidua.yaml": "unit: xa",
            "data/units/xa.yaml": "{id: xa, name: Xã, symbol: X}",
            "data/campaigns/1-KH/campaign.yaml": head.format(1, ", implements: [2-KH]"),
            "data/campaigns/1-KH/plan.md": '# Mục đích\n\nTheo {{ cite("3-KH") }}.\n',
            "data/campaigns/2-KH/campaign.yaml": head.format(2, ""),
            "data/campaigns/3-KH/campaign.yaml": head.format(3, ""),
            "data/campaigns/4-KH/campaign.yaml": head.format(4, ""),
        },
    )

    opened = opened_by("plan", "-c", "1-KH", "-o", "-", below=thidua.directory)

    assert opened == {
        "thidua.yaml",
        "data/units/xa.yaml",
        *files_of("1-KH", "campaign.yaml", "plan.md"),
        *files_of("2-KH", "campaign.yaml"),
        *files_of("3-KH", "campaign.yaml"),
    }


@pytest.mark.parametrize(
    ("file", "content", "command", "code"),
    [
        ("data/campaigns/1-KH/results/xa.yaml", "- period: [\n", ("progress", "-c", "1-KH"), 1),
        ("data/campaigns/1-KH/results/xa.yaml", "- period: [\n", ("plan", "-c", "1-KH", "-o", "p.docx"), 0),
        ("data/campaigns/1-KH/plan.md", "# {{ figure('la') }}\n", ("progress", "-c", "1-KH"), 0),
        ("data/campaigns/1-KH/plan.md", "# {{ figure('la') }}\n", ("plan", "-c", "1-KH", "-o", "p.docx"), 1),
        ("data/initiatives/2026/xa.yaml", "- id: [\n", ("progress", "-c", "1-KH"), 0),
        ("data/initiatives/2026/xa.yaml", "- id: [\n", ("report", "-c", "1-KH", "-o", "p.docx"), 1),
        ("data/campaigns/2-KH/targets.yaml", "targets: [\n", ("report", "-c", "1-KH", "-o", "p.docx"), 0),
        ("data/documents.yaml", "- id: [\n", ("progress", "-c", "1-KH"), 1),
        ("data/campaigns/3-KH/campaign.yaml", "name: [\n", ("plan", "-c", "1-KH", "-o", "p.docx"), 1),
    ],
)
def test_an_error_stops_the_commands_that_need_its_file(
    file: str, content: str, command: tuple[str, ...], code: int, thidua: Terminal
) -> None:
    files: dict[str, str | bytes] = {
        "thidua.yaml": "unit: xa",
        "data/units/xa.yaml": "{id: xa, name: Xã, symbol: X}",
        "data/campaigns/1-KH/plan.md": '# Mục đích\n\n{{ cite("3-KH") }}\n',
        "data/campaigns/3-KH/campaign.yaml": "{name: ba, issuer: xa, period: {from: 2026, to: 2026}}",
    }
    for name in ("1-KH", "2-KH"):
        files[f"data/campaigns/{name}/campaign.yaml"] = (
            "{name: phong trào, issuer: xa, period: {from: 2026-01-01, to: 2026-12-31}}"
        )
    data_directory(thidua.directory, {**files, file: content})

    said = thidua(*command)

    assert said.code == code
    assert (f"{file}:" in said.err) is (code == 1)
    assert thidua("validate").code == 1
