"""Whether a new entry may be written: the data are checked as they would be with it."""

import typer

from thidua_cli.cli import output
from thidua_cli.cli.changed_data import with_file
from thidua_cli.cli.checking import check_again
from thidua_cli.cli.data_files import DataFile
from thidua_cli.cli.findings_text import text_report
from thidua_cli.diagnostics.finding import Finding, Severity
from thidua_cli.repository.index import Repository

_DATA_HAVE_ERRORS = 1


def refuse_new_errors(repository: Repository, file: DataFile, content: bytes) -> None:
    """Show what the content would bring; errors end the command with exit code 1, warnings do not.

    Raises ThiduaError where the file could not be read even before.
    """
    after = with_file(repository, file.path, content)
    grave = tuple(f for f in check_again(after) if f.severity in {Severity.ERROR, Severity.WARNING})
    known = set(check_again(repository)) if grave else set()
    errors = tuple(f for f in grave if f not in known and f.severity is Severity.ERROR)
    warnings = tuple(f for f in grave if f not in known and f.severity is Severity.WARNING)
    if errors:
        output.lament(
            _report(errors, file, content)
            + "Số liệu này làm dữ liệu có lỗi nên không ghi. Hãy sửa rồi chạy lại.\n"
        )
        raise typer.Exit(_DATA_HAVE_ERRORS)
    if warnings:
        output.say(_report(warnings, file, content))


def _report(findings: tuple[Finding, ...], file: DataFile, content: bytes) -> str:
    lines = content.decode("utf-8-sig", errors="replace").splitlines()
    return text_report(
        findings,
        lambda path: lines if path == file.path else None,
        files=1,
        color=output.colors_stderr(),
    )
