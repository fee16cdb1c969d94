"""The options that mean the same in every command; a command takes those it needs."""

from typing import Annotated, Any

import typer


def format_option(forms: str) -> Any:
    """`-f`: the forms in which an answer is given, in words for the help."""
    return typer.Option("-f", "--format", metavar="DẠNG", help=forms)


Repo = Annotated[
    str | None,
    typer.Option(
        "-C", "--repo", metavar="THƯ-MỤC", help="Thư mục dữ liệu; mặc định tìm thidua.yaml từ đây lên."
    ),
]
Campaign = Annotated[
    str | None, typer.Option("-c", "--campaign", metavar="MÃ", help="Mã phong trào, ví dụ 19-KH.")
]
Unit = Annotated[str | None, typer.Option("-u", "--unit", metavar="MÃ", help="Mã đơn vị.")]
Output = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="TỆP", help="Ghi ra tệp này; “-” là đưa sang lệnh khác."),
]
TableFormat = Annotated[str, format_option("table (bảng để đọc) hoặc json (dữ liệu cho chương trình).")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="NGÀY", help="Tính đến ngày này, ví dụ 2026-06-30; mặc định là hôm nay."),
]
DryRun = Annotated[bool, typer.Option("-n", "--dry-run", help="Chạy thử: cho xem, không ghi gì.")]
Force = Annotated[bool, typer.Option("--force", help="Ghi đè cả tệp đã sửa tay.")]
NoInput = Annotated[bool, typer.Option("--no-input", help="Không hỏi; thiếu điều gì thì dừng.")]
Yes = Annotated[bool, typer.Option("-y", "--yes", help="Không hỏi lại trước khi ghi.")]
