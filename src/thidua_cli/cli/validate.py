"""`thidua validate`: every check on the whole data directory."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli import output
from thidua_cli.cli.options import Repo, format_option
from thidua_cli.cli.values import parse_choice

if TYPE_CHECKING:
    from thidua_cli.cli.checking import Checked
    from thidua_cli.diagnostics.finding import Finding

FORMATS = ("auto", "text", "concise", "json", "github", "sarif")

_Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="TỆP", help="Chỉ cho xem những gì thấy ở tệp hoặc thư mục này."),
]
_Format = Annotated[
    str,
    format_option(
        "text (kèm dòng sai và gợi ý), concise (mỗi lỗi một dòng), json (cho chương trình), "
        "github (ghi chú ngay trên dòng sai ở GitHub) hoặc sarif (cho công cụ quét mã); "
        "auto là github khi chạy ở GitHub Actions, còn lại là text."
    ),
]
_Strict = Annotated[bool, typer.Option("--strict", help="Có cảnh báo cũng coi là chưa đạt (mã thoát 1).")]
_Select = Annotated[
    str | None, typer.Option("--select", metavar="MÃ,…", help="Chỉ cho xem các mã này, ví dụ TD204,TD3.")
]
_Ignore = Annotated[str | None, typer.Option("--ignore", metavar="MÃ,…", help="Không cho xem các mã này.")]


def validate(
    paths: _Paths = None,
    repo: Repo = None,
    form: _Format = "auto",
    strict: _Strict = False,
    select: _Select = None,
    ignore: _Ignore = None,
) -> int:
    """Kiểm tra toàn bộ dữ liệu và chỉ ra từng chỗ sai.

    Lệnh này không bao giờ ghi vào dữ liệu. Mã thoát 0 là không có lỗi, 1 là có lỗi. Dạng github viết thêm bảng tổng hợp
    vào tệp mà GitHub chỉ ra ở biến GITHUB_STEP_SUMMARY; không có biến ấy thì không ghi gì.

    Ví dụ:
      thidua validate
      thidua validate data/campaigns/19-KH
      thidua validate --format concise --select TD4
      thidua validate --format sarif > thidua.sarif
    """
    from thidua_cli.cli.checking import check_everything
    from thidua_cli.cli.rulebook import all_rules
    from thidua_cli.cli.selection import Selection, of_codes, parse_codes, parse_paths
    from thidua_cli.cli.workspace import find_root

    form = _chosen(parse_choice(form, FORMATS, "--format"))
    root = find_root(repo)
    codes = [rule.code for rule in all_rules()]
    selection = Selection(
        parse_paths(paths or (), root),
        parse_codes(select, codes, "--select"),
        parse_codes(ignore, codes, "--ignore"),
    )
    checked = check_everything(root)
    findings = of_codes(checked.findings, selection)
    shown = tuple(finding for finding in findings if selection.takes_path(finding.at.path))
    files = selection.files_in(checked.root) if selection.paths else checked.files
    output.product(_report(shown, checked, form, files=files))
    _mention_the_rest(len(findings) - len(shown))
    return _exit_code(shown, strict=strict)


def _chosen(form: str) -> str:
    from thidua_cli.cli.findings_github import is_github

    if form != "auto":
        return form
    return "github" if is_github(os.environ) else "text"


def _report(shown: "tuple[Finding, ...]", checked: "Checked", form: str, *, files: int) -> str:
    from thidua_cli.cli.findings_json import json_report
    from thidua_cli.cli.findings_text import concise_report, text_report
    from thidua_cli.cli.version import version_line

    match form:
        case "concise":
            return concise_report(shown)
        case "json":
            return json_report(shown, files=files, generator=version_line())
        case "github":
            return _for_github(shown, checked, files=files)
        case "sarif":
            return _for_code_scanning(shown, checked)
        case _:
            return text_report(shown, checked.lines_of, files=files, color=output.colors_stdout())


def _for_github(shown: "tuple[Finding, ...]", checked: "Checked", *, files: int) -> str:
    from thidua_cli.cli.files import append
    from thidua_cli.cli.findings_github import SUMMARY_FILE, github_report, github_summary
    from thidua_cli.cli.rulebook import all_rules
    from thidua_cli.cli.workspace import within_checkout

    below = within_checkout(checked.root)
    page = os.environ.get(SUMMARY_FILE)
    if page:
        append(Path(page), github_summary(shown, os.environ, files=files, below=below))
    titles = {rule.code: rule.title for rule in all_rules()}
    return github_report(shown, titles, files=files, below=below)


def _for_code_scanning(shown: "tuple[Finding, ...]", checked: "Checked") -> str:
    from thidua_cli.cli.findings_sarif import sarif_report
    from thidua_cli.cli.rulebook import all_rules
    from thidua_cli.cli.version import version_line
    from thidua_cli.cli.workspace import within_checkout

    version = version_line().rpartition(" ")[2]
    return sarif_report(shown, all_rules(), version=version, below=within_checkout(checked.root))


def _mention_the_rest(hidden: int) -> None:
    if hidden:
        output.say(f"Ở các tệp khác còn {hidden} điều cần xem: thidua validate")


def _exit_code(shown: "tuple[Finding, ...]", *, strict: bool) -> int:
    from thidua_cli.diagnostics.finding import Severity

    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(finding.severity in stopping for finding in shown))
