"""Two units report on two branches of git: their files never meet, so merging never stops for a person."""

import shutil
import subprocess
from pathlib import Path

import pytest

from console import TOP
from console import office as copy_of_office
from terminal import Terminal

RESULTS = "data/campaigns/19-KH/results"
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


IDENTITY = ("-c", "user.name=Thử", "-c", "user.email=thu@example.invalid", "-c", "commit.gpgsign=false")


def tried(directory: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """What git did, as somebody whom a fresh machine does not know."""
    return subprocess.run(
        ["git", *IDENTITY, *words], cwd=directory, check=False, capture_output=True, text=True
    )


def git(directory: Path, *words: str) -> str:
    done = tried(directory, *words)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def office(thidua: Terminal) -> Terminal:
    """The shipped data in a repository of their own."""
    copy_of_office(thidua.directory)
    git(thidua.directory, "init", "-q", "-b", "chinh")
    git(thidua.directory, "add", "-A")
    git(thidua.directory, "commit", "-q", "-m", "Dữ liệu")
    return thidua


def report(office: Terminal, unit: str, *values: tuple[str, str]) -> None:
    """What a unit reports, on a branch of its own that begins where all of them do."""
    git(office.directory, "checkout", "-q", "-b", unit, "chinh")
    for target, value in values:
        said = office(
            "record", "19-KH", target, value, "-u", unit, "--period", "2026-11", "--source", "Điện thoại mẫu",
            "--as-of", "2026-12-02", "--no-input",
        )  # fmt: skip
        assert said.code == 0, said.err
    git(office.directory, "add", "-A")
    git(office.directory, "commit", "-q", "-m", f"Số liệu của {unit}")


def errors(office: Terminal) -> list[str]:
    return [line for line in office("validate", "-f", "concise").out.splitlines() if " lỗi " in line]


def test_two_units_that_report_on_two_branches_never_conflict(office: Terminal) -> None:
    report(
        office,
        "don-vi-minh-hoa-1",
        ("doanh-thu-du-lich-2026", "11"),
        ("bo-chi-so-hanh-phuc", "đang thực hiện"),
    )
    report(
        office, "don-vi-minh-hoa-2", ("doanh-thu-du-lich-2026", "22"), ("nghien-cuu-tuyen-so-5", "under-way")
    )
    git(office.directory, "checkout", "-q", "chinh")

    for unit in ("don-vi-minh-hoa-1", "don-vi-minh-hoa-2"):
        git(office.directory, "merge", "-q", "--no-edit", unit)

    assert git(office.directory, "status", "--porcelain") == ""
    assert errors(office) == []
    for unit, value in (("don-vi-minh-hoa-1", "11"), ("don-vi-minh-hoa-2", "22")):
        merged = (office.directory / RESULTS / f"{unit}.yaml").read_text(encoding="utf-8")
        before = (TOP / RESULTS / f"{unit}.yaml").read_text(encoding="utf-8")
        assert merged.startswith(before)
        assert f"    doanh-thu-du-lich-2026: {value}\n" in merged.removeprefix(before)


def test_two_units_that_report_for_the_first_time_make_two_files(office: Terminal) -> None:
    for unit in ("don-vi-minh-hoa-1", "don-vi-minh-hoa-3"):
        (office.directory / RESULTS / f"{unit}.yaml").unlink()
    git(office.directory, "commit", "-q", "-a", "-m", "Chưa ai báo cáo")
    report(office, "don-vi-minh-hoa-1", ("xa-chi-so-hanh-phuc-70", "11/20"))
    report(office, "don-vi-minh-hoa-3", ("xa-chi-so-hanh-phuc-70", "6/10"))

    git(office.directory, "merge", "-q", "--no-edit", "don-vi-minh-hoa-1")

    assert errors(office) == []
    assert sorted(path.name for path in (office.directory / RESULTS).iterdir()) == [
        "don-vi-minh-hoa-1.yaml",
        "don-vi-minh-hoa-2.yaml",
        "don-vi-minh-hoa-3.yaml",
    ]


def test_one_unit_on_two_branches_does_conflict_so_that_no_figure_is_lost(office: Terminal) -> None:
    report(office, "don-vi-minh-hoa-1", ("doanh-thu-du-lich-2026", "11"))
    git(office.directory, "branch", "-m", "don-vi-minh-hoa-1", "truoc")
    report(office, "don-vi-minh-hoa-1", ("doanh-thu-du-lich-2026", "12"))

    merged = tried(office.directory, "merge", "--no-edit", "truoc")

    assert merged.returncode == 1
    assert "UU" in git(office.directory, "status", "--porcelain")
