"""`thidua init`: a new data directory in which everything works at once."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli import options, output

if TYPE_CHECKING:
    from thidua_cli.cli.office_questions import Given
    from thidua_cli.documents.new_directory import Office

_Folder = Annotated[
    str, typer.Argument(metavar="THƯ-MỤC", help="Thư mục sẽ tạo; dấu chấm là thư mục đang đứng.")
]
_Name = Annotated[
    str | None,
    typer.Option("--name", metavar="TÊN", help="Tên cơ quan, như Sở Văn hóa, Thể thao và Du lịch."),
]
_Unit = Annotated[
    str | None, typer.Option("--unit", metavar="MÃ", help="Mã cơ quan, như so-vhttdl; mặc định lấy từ tên.")
]
_Symbol = Annotated[
    str | None, typer.Option("--symbol", metavar="KÝ-HIỆU", help="Ký hiệu trong số văn bản, như SVHTTDL.")
]
_Place = Annotated[str | None, typer.Option("--place", metavar="NƠI", help="Địa danh, như Cao Bằng.")]
_System = Annotated[
    str | None, typer.Option("--system", metavar="HỆ", help="state (nhà nước) hoặc party (Đảng).")
]

_Superior = Annotated[
    str | None,
    typer.Option("--superior", metavar="TÊN", help="Cơ quan chủ quản, in trên tên cơ quan ở đầu văn bản."),
]


def init(
    folder: _Folder,
    name: _Name = None,
    superior: _Superior = None,
    unit: _Unit = None,
    symbol: _Symbol = None,
    place: _Place = None,
    system: _System = None,
    no_input: options.NoInput = False,
    dry_run: options.DryRun = False,
) -> None:
    """Tạo thư mục dữ liệu mới: cấu hình, danh mục, một phong trào mẫu, lược đồ cho trình soạn thảo.

    Kiểm tra, soạn kế hoạch và báo cáo được ngay. Tệp đã có thì không bao giờ bị ghi đè.

    Ví dụ:
      thidua init thi-dua
      thidua init thi-dua --name "Sở Văn hóa, Thể thao và Du lịch" --symbol SVHTTDL --no-input
      thidua init thi-dua --name "Sở Nội vụ" --superior "Ủy ban nhân dân tỉnh Cao Bằng" --no-input
    """
    from thidua_cli.cli.office_questions import Given

    given = Given(name, unit, symbol, place, system, superior)
    _make(Path(folder), given, may_ask=not no_input, dry_run=dry_run)


def _make(folder: Path, given: "Given", *, may_ask: bool, dry_run: bool) -> None:
    from thidua_cli.cli.files import write_together
    from thidua_cli.cli.office_questions import OfficeQuestions

    office = OfficeQuestions(given, may_ask=may_ask).collect()
    files = _files(office, folder)
    if dry_run:
        output.product("".join(f"{folder / path}\n" for path in files))
        output.say("CHƯA GHI — chạy thử")
        return
    write_together(folder, files)
    output.say(
        f"Đã tạo thư mục dữ liệu “{folder}” với {len(files)} tệp. Chạy tiếp:\n"
        f"  cd {folder}\n  thidua validate\n  thidua plan -c mau\n  thidua report -c mau\n  thidua new-plan"
    )


def _files(office: "Office", folder: Path) -> dict[str, bytes]:
    from importlib.metadata import version

    from thidua_cli.cli.papers import day_of
    from thidua_cli.cli.schema import editor_files
    from thidua_cli.documents.new_directory import directory_files

    files = directory_files(office, year=day_of(None).year, version=version("thidua"))
    return {**{path: text.encode() for path, text in files.items()}, **editor_files(folder)}
