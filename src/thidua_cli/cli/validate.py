"""`thidua validate`: every check on the whole data directory."""

from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli import output
from thidua_cli.cli.options import Repo
from thidua_cli.cli.values import parse_choice

if TYPE_CHECKING:
    from thidua_cli.cli.checking import Checked
    from thidua_cli.cli.selection import Selection
    from thidua_cli.diagnostics.finding import Finding

FORMATS = ("text", "concise", "json")

_Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="TỆP", help="Chỉ cho xem những gì thấy ở tệp hoặc thư mục này."),
]
_Format = Annotated[
    str,
    typer.Option(
        "-f",
        "--format",
        metavar="DẠNG",
        help="text (kèm dòng sai và gợi ý), concise (mỗi lỗi một dòng) hoặc json (cho chương trình).",
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
    form: _Format = "text",
    strict: _Strict = False,
    select: _Select = None,
    ignore: _Ignore = None,
) -> int:
    """Kiểm tra toàn bộ dữ liệu và chỉ ra từng chỗ sai.

    Lệnh này không bao giờ ghi vào tệp nào. Mã thoát 0 là không có lỗi, 1 là có lỗi.

    Ví dụ:
      thidua validate
      thidua validate data/campaigns/19-KH
      thidua validate --format concise --select TD4
    """
    from thidua_cli.cli.checking import check_everything
    from thidua_cli.cli.rulebook import all_rules
    from thidua_cli.cli.selection import Selection, of_codes, parse_codes, parse_paths
    from thidua_cli.cli.workspace import find_root

    parse_choice(form, FORMATS, "--format")
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
    output.product(_report(shown, checked, selection, form))
    _mention_the_rest(len(findings) - len(shown))
    return _exit_code(shown, strict=strict)


def _report(shown: "tuple[Finding, ...]", checked: "Checked", selection: "Selection", form: str) -> str:
    from thidua_cli.cli.findings_json import json_report
    from thidua_cli.cli.findings_text import concise_report, text_report
    from thidua_cli.cli.version import version_line

    if form == "concise":
        return concise_report(shown)
    files = selection.files_in(checked.root) if selection.paths else checked.files
    if form == "json":
        return json_report(shown, files=files, generator=version_line())
    return text_report(shown, checked.lines_of, files=files, color=output.colors_stdout())


def _mention_the_rest(hidden: int) -> None:
    if hidden:
        output.say(f"Ở các tệp khác còn {hidden} điều cần xem: thidua validate")


def _exit_code(shown: "tuple[Finding, ...]", *, strict: bool) -> int:
    from thidua_cli.diagnostics.finding import Severity

    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(finding.severity in stopping for finding in shown))
