"""`thidua new-plan`: the files of a new campaign."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli import options, output

if TYPE_CHECKING:
    from thidua_cli.cli.plan_questions import Given, NewPlan

_Id = Annotated[
    str | None, typer.Option("--id", metavar="MÃ", help="Mã phong trào; mặc định lấy từ số, như 19-KH.")
]
_Name = Annotated[
    str | None, typer.Option("--name", metavar="TÊN", help="Tên, như “phong trào thi đua năm 2026”.")
]
_Verb = Annotated[
    str | None, typer.Option("--verb", metavar="CHỮ", help="Chữ đầu của trích yếu; mặc định là Phát động.")
]
_Issuer = Annotated[
    str | None, typer.Option("--issuer", metavar="MÃ", help="Đơn vị ban hành; mặc định theo thidua.yaml.")
]
_Number = Annotated[
    str | None, typer.Option("--number", metavar="SỐ", help="Số, ký hiệu, như 19/KH-SVHTTDL; hoặc chỉ 19.")
]
_Date = Annotated[str | None, typer.Option("--date", metavar="NGÀY", help="Ngày ký, như 2026-01-30.")]
_From = Annotated[
    str | None,
    typer.Option("--from", metavar="NGÀY", help="Ngày hoặc kỳ bắt đầu; mặc định là từ ngày ban hành."),
]
_To = Annotated[
    str | None, typer.Option("--to", metavar="NGÀY", help="Ngày hoặc kỳ kết thúc, như 2026-12-31.")
]
_Place = Annotated[str | None, typer.Option("--place", metavar="NƠI", help="Địa danh, như Cao Bằng.")]
_Slogan = Annotated[
    str | None, typer.Option("--slogan", metavar="TÊN", help="Tên trong ngoặc kép, nếu phong trào có.")
]
_Parent = Annotated[
    str | None,
    typer.Option(
        "--parent",
        metavar="MÃ|SỐ",
        help="Triển khai kế hoạch này của cấp trên, như 2038/KH-UBND hay 26-KH-TU.",
    ),
]
_Copy = Annotated[
    str | None,
    typer.Option(
        "--copy", metavar="MÃ", help="Bắt đầu từ phong trào đã có, như 19-KH; ngày và con số để ngỏ."
    ),
]
_Contents = Annotated[
    str | None,
    typer.Option("--contents", metavar="…", help="Nội dung lấy của cấp trên: 1,3 hoặc mã; all, none."),
]
_Targets = Annotated[
    str | None,
    typer.Option(
        "--targets",
        metavar="CÁCH",
        help="Chỉ tiêu của cấp trên: own (nguyên mức), allocated (mức được giao), context (chỉ nhắc), none.",
    ),
]


def new_plan(
    number: _Number = None,
    id_: _Id = None,
    name: _Name = None,
    verb: _Verb = None,
    issuer: _Issuer = None,
    date: _Date = None,
    start: _From = None,
    end: _To = None,
    place: _Place = None,
    slogan: _Slogan = None,
    parent: _Parent = None,
    contents: _Contents = None,
    targets: _Targets = None,
    copy: _Copy = None,
    no_input: options.NoInput = False,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    repo: options.Repo = None,
) -> None:
    """Lập phong trào mới: hỏi vài điều rồi tạo các tệp để viết tiếp.

    Điều gì đã ghi ở tùy chọn thì không hỏi nữa. Trong ngoặc vuông là câu trả lời khi chỉ bấm Enter; gõ < để về
    câu trước; bấm Ctrl-C để dừng, không có gì bị ghi. Tệp đã có thì không bao giờ bị ghi đè.

    Ví dụ:
      thidua new-plan
      thidua new-plan --parent 2038/KH-UBND --number 25
      thidua new-plan --copy 19-KH --number 20 --to 2027-12-31
      thidua new-plan --number 19 --name "phong trào thi đua năm 2026" --to 2026-12-31 --no-input
    """
    from thidua_cli.cli.plan_questions import Given
    from thidua_cli.cli.workspace import find_root

    given = Given(
        id_, name, verb, issuer, number, date, start, end, place, slogan, parent, contents, targets, copy
    )
    _make(given, find_root(repo), dry_run=dry_run, may_ask=not no_input, agreed=yes or no_input)


def _make(given: "Given", root: Path, *, dry_run: bool, may_ask: bool, agreed: bool) -> None:
    from thidua_cli.cli.checking import read_only
    from thidua_cli.cli.papers import day_of
    from thidua_cli.cli.plan_files import create, preview
    from thidua_cli.cli.plan_questions import PlanQuestions

    questions = PlanQuestions(given, read_only(root), root, day_of(None), may_ask=may_ask)
    plan = questions.collect(lambda plan: dry_run or agreed or _agreed(plan))
    if plan is None:
        output.say("Không ghi gì.")
    elif dry_run:
        preview(plan)
    else:
        create(plan, root)


def _agreed(plan: "NewPlan") -> bool:
    from thidua_cli.cli.dialogue import confirms
    from thidua_cli.cli.plan_files import summary
    from thidua_cli.repository.layout import campaign_folder

    output.say(summary(plan))
    return confirms(f"Tạo thư mục {campaign_folder(plan.id)}?", after_answers=True)
