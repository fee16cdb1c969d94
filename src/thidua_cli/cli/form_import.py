"""`thidua form import`: what units filled in goes into the data, all of it or none."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli import options, output
from thidua_cli.diagnostics.errors import ThiduaError

if TYPE_CHECKING:
    from thidua_cli.cli.form_edits import Edits
    from thidua_cli.cli.form_reading import Incoming
    from thidua_cli.forms.faults import Fault

_Files = Annotated[
    list[str], typer.Argument(metavar="TỆP", help="Các biểu đã điền (.xlsx), hoặc thư mục chứa chúng.")
]
_OverNewer = Annotated[
    bool,
    typer.Option("--over-newer", help="Ghi cả số khác với số đã nhận sau khi lập biểu, thành đính chính."),
]
_DATA_HAVE_ERRORS = 1


def import_forms(
    files: _Files,
    as_of: options.AsOf = None,
    over_newer: _OverNewer = False,
    no_input: options.NoInput = False,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    repo: options.Repo = None,
) -> int | None:
    """Nhận biểu đã điền: kiểm tra từng ô, cho xem thay đổi, rồi ghi vào dữ liệu.

    Mọi lỗi được nêu trong một lần, kèm tệp, trang, ô và cách sửa; còn một lỗi thì không ghi gì. Số đã ghi không bị
    sửa: số mới là một mục mới, số sửa lại là một mục đính chính. Nhận lại tệp cũ thì không thay đổi gì.

    Ví dụ:
      thidua form import bieu-19-KH-2026-don-vi-minh-hoa-1.xlsx
      thidua form import bieu-nhan-ve --dry-run
    """
    from thidua_cli.cli.form_edits import edits_of
    from thidua_cli.cli.form_reading import read_forms
    from thidua_cli.cli.papers import day_of
    from thidua_cli.cli.workspace import find_root
    from thidua_cli.forms.changes import newer_faults

    root, day = find_root(repo), day_of(as_of)
    repository, incoming, faults = read_forms(_paths(files), root, day)
    newer = [] if over_newer else [fault for one in incoming for fault in newer_faults(one.changes)]
    if newer and not faults and not (yes or no_input or dry_run) and _accepts(newer):
        newer = []
    if faults or newer:
        return _refuse([*faults, *newer])
    edits, faults = edits_of(incoming, repository, root)
    if faults:
        return _refuse(faults)
    _deliver(edits, incoming, root, ask=not (yes or no_input), dry_run=dry_run)
    return None


def _paths(names: list[str]) -> tuple[Path, ...]:
    """The files named, and those in the folders named; raises ThiduaError for a name that stands for none."""
    found: dict[Path, None] = {}
    for name in names:
        path = Path(name)
        # On Windows no shell spells `*.xlsx` out.
        inside = (
            path.iterdir() if path.is_dir() else path.parent.glob(path.name) if "*" in path.name else [path]
        )
        files = [one for one in sorted(inside) if one.is_file() and not one.name.startswith((".", "~$"))]
        if not files:
            raise ThiduaError(
                f"“{name}” không phải là tệp nào, và không có tệp nào ở đó.",
                hint="Xem lại đường dẫn; có thể chỉ thư mục chứa các biểu đã điền.",
            )
        found |= dict.fromkeys(files)
    return tuple(found)


def _accepts(newer: "list[Fault]") -> bool:
    from thidua_cli.cli.dialogue import confirms

    for fault in newer:
        output.say(fault.message)
    return confirms("Vẫn ghi các số của biểu thành số đính chính?", default=False)


def _refuse(faults: "list[Fault]") -> int:
    from thidua_cli.cli.excerpts import visible

    for fault in faults:
        output.lament("\n".join(visible(line) for line in str(fault).split("\n")))
    files = len({fault.file for fault in faults})
    output.lament(f"✗ {len(faults)} lỗi trong {files} tệp; chưa ghi gì.")
    return _DATA_HAVE_ERRORS


def _deliver(
    edits: "Edits", incoming: "tuple[Incoming, ...]", root: Path, *, ask: bool, dry_run: bool
) -> None:
    from thidua_cli.cli.dialogue import confirms
    from thidua_cli.cli.files import write_all
    from thidua_cli.cli.form_page import page_of

    output.product(page_of(edits, incoming, diff=dry_run))
    if not edits.files:
        output.say(f"Đã đọc {len(incoming)} biểu; không có gì mới để ghi.")
        return
    if dry_run:
        output.say("CHƯA GHI — chạy thử")
        return
    if ask and not confirms(f"Ghi vào {len(edits.files)} tệp dữ liệu?"):
        output.say("Không ghi gì.")
        return
    write_all(root, {path: edit.content for path, edit in edits.files.items()})
    for path in edits.files:
        output.say(f"Đã ghi: {path}")
    output.say("Kiểm tra dữ liệu: thidua validate")
