from pathlib import Path

import pytest
import typer

from building import data_directory
from terminal import Terminal
from thidua_cli.cli import output
from thidua_cli.cli.checking import check_everything, ready_campaign
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.diagnostics.finding import Severity

CAMPAIGN = """\
name: phong trào thi đua Một
issuer: so-x
document:
  number: 1/KH-SX
  date: 2026-01-30
period:
  from: on-issue
  to: 2026-12-31
"""
BROKEN = "name: phong trào thi đua Hai\nissuer: so-x\n"
DATA: dict[str, str | bytes] = {
    "thidua.yaml": "unit: so-x",
    "data/units/so-x.yaml": "id: so-x\nname: Sở X\nsymbol: SX\n",
    "data/campaigns/1-KH/campaign.yaml": CAMPAIGN,
    "data/campaigns/1-KH/plan.md": "# Mục đích\n",
}


@pytest.mark.parametrize("name", ["1-KH", "1-kh", "1/KH-SX", "1KH", None])
def test_a_campaign_without_errors_is_ready(name: str | None, tmp_path: Path) -> None:
    data_directory(tmp_path, DATA)

    repository, folder = ready_campaign(tmp_path, name)

    assert (folder.id, repository.campaigns["1-KH"]) == ("1-KH", folder)


def test_errors_of_another_campaign_are_no_hindrance(thidua: Terminal) -> None:
    data_directory(thidua.directory, {**DATA, "data/campaigns/2-KH/campaign.yaml": BROKEN})

    _, folder = ready_campaign(thidua.directory, "1-KH")

    assert (folder.id, thidua.capsys.readouterr().out) == ("1-KH", "")
    assert Severity.ERROR in {finding.severity for finding in check_everything(thidua.directory).findings}


@pytest.mark.parametrize("name", ["2-KH", "2-kh", None])
def test_a_campaign_that_cannot_be_read_is_shown_with_its_errors(name: str | None, thidua: Terminal) -> None:
    files = {path: text for path, text in DATA.items() if name is not None or "1-KH" not in path}
    data_directory(thidua.directory, {**files, "data/campaigns/2-KH/campaign.yaml": BROKEN})

    with pytest.raises(typer.Exit) as caught:
        ready_campaign(thidua.directory, name)

    shown = thidua.capsys.readouterr()
    assert (caught.value.exit_code, shown.out) == (1, "")
    assert shown.err.splitlines()[0].startswith("data/campaigns/2-KH/campaign.yaml:1:1: lỗi TD202: ")
    assert shown.err.splitlines()[-2:] == [
        "✗ 1 lỗi trong 1 tệp.",
        "Dữ liệu của 2-KH còn lỗi nên dừng ở đây. Hãy sửa rồi chạy lại.",
    ]


def test_errors_in_a_register_stop_every_campaign(thidua: Terminal) -> None:
    data_directory(thidua.directory, {**DATA, "data/units/so-y.yaml": "id: so-y\n"})

    with pytest.raises(typer.Exit):
        ready_campaign(thidua.directory, "1-KH")

    assert thidua.capsys.readouterr().err.startswith("data/units/so-y.yaml:1:1: lỗi TD202: ")


@pytest.mark.parametrize(("quiet", "said"), [(False, True), (True, False)])
def test_warnings_are_counted(quiet: bool, said: bool, thidua: Terminal) -> None:  # noqa: FBT001 - a table
    marked = {"data/units/so-x.yaml": "\ufeffid: so-x\nname: Sở X\nsymbol: SX\n"}
    data_directory(thidua.directory, {**DATA, **marked})
    found = check_everything(thidua.directory).findings
    warnings = sum(finding.severity is Severity.WARNING for finding in found)
    output.choose(quiet=quiet)

    ready_campaign(thidua.directory, "1-KH")

    sentence = f"{warnings} cảnh báo trong dữ liệu của 1-KH: xem thidua validate\n"
    assert thidua.capsys.readouterr().err == (sentence if said else "")


@pytest.mark.parametrize(
    ("files", "name", "message", "hint"),
    [
        (
            {"thidua.yaml": "unit: so-x"},
            None,
            "Thư mục dữ liệu chưa có phong trào nào.",
            "Lập phong trào mới: thidua new-plan",
        ),
        (
            {**DATA, "data/campaigns/2-KH/campaign.yaml": BROKEN},
            None,
            "Có 2 phong trào, cần nói rõ phong trào nào: 1-KH, 2-KH.",
            "Hãy ghi: -c 1-KH",
        ),
        (DATA, "3-KH", "Không có phong trào nào mang mã hoặc số “3-KH”.", "Có phải “1-KH”?"),
    ],
)
def test_a_campaign_that_is_not_named_well_is_asked_for(
    files: dict[str, str | bytes], name: str | None, message: str, hint: str, tmp_path: Path
) -> None:
    data_directory(tmp_path, files)

    with pytest.raises(ThiduaError) as caught:
        ready_campaign(tmp_path, name)

    assert (caught.value.message, caught.value.hint) == (message, hint)


@pytest.mark.parametrize("command", [("validate",), ("list", "units")])
def test_data_for_a_newer_thidua_are_not_judged_by_this_one(
    command: tuple[str, ...], thidua: Terminal
) -> None:
    data_directory(
        thidua.directory, {**DATA, "thidua.yaml": 'requires: ">=99.1"\n', "data/units/a.yaml": "moi: 1\n"}
    )

    said = thidua(*command)

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("lỗi: Dữ liệu này cần thidua từ 99.1 trở lên; máy này đang dùng thidua ")


@pytest.mark.parametrize(
    ("requires", "code"), [('">=0.0.1"', 0), ('">= 0.1"', 0), ("0.1", 1), ("mới nhất", 1)]
)
def test_what_the_data_require_is_a_version(requires: str, code: int, thidua: Terminal) -> None:
    data_directory(thidua.directory, {"thidua.yaml": f"requires: {requires}\n"})

    assert thidua("validate").code == code
