"""`thidua initiative add`: one more initiative in the file of its unit and year."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli import options, output

if TYPE_CHECKING:
    from thidua_cli.cli.data_files import Change, DataFile
    from thidua_cli.cli.initiative_questions import InitiativeQuestions, NewInitiative
    from thidua_cli.repository.index import Repository

_Title = Annotated[str | None, typer.Option("--title", metavar="TÊN", help="Tên sáng kiến.")]
_Author = Annotated[
    list[str] | None,
    typer.Option(
        "--author",
        metavar="TÁC-GIẢ",
        help="Tên:tỷ lệ[:nhóm[:đơn vị]], như “Nguyễn Văn A:60”; nhiều tác giả thì ghi nhiều lần.",
    ),
]
_Year = Annotated[
    str | None, typer.Option("--year", metavar="NĂM", help="Năm của tệp; mặc định theo ngày đăng ký.")
]
_Field = Annotated[str | None, typer.Option("--field", metavar="LĨNH-VỰC", help="Lĩnh vực.")]
_FirstApplied = Annotated[
    str | None, typer.Option("--first-applied", metavar="NGÀY", help="Ngày áp dụng lần đầu.")
]
_On = Annotated[str | None, typer.Option("--on", metavar="NGÀY", help="Ngày đăng ký; mặc định là hôm nay.")]


def add_initiative(
    title: _Title = None,
    author: _Author = None,
    unit: options.Unit = None,
    year: _Year = None,
    field: _Field = None,
    first_applied: _FirstApplied = None,
    campaign: options.Campaign = None,
    on: _On = None,
    no_input: options.NoInput = False,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    repo: options.Repo = None,
) -> None:
    """Ghi một sáng kiến mới đăng ký: hỏi vài điều rồi thêm vào tệp của đơn vị.

    Điều gì đã ghi ở tùy chọn thì không hỏi nữa. Mọi dòng đã có trong tệp được giữ nguyên; sáng kiến đã ghi rồi thì
    không ghi lại.

    Ví dụ:
      thidua initiative add
      thidua initiative add --title "Sổ tay số" --author "Nguyễn Văn A:60" --author "Trần Thị B:40" --no-input
    """
    from thidua_cli.cli.checking import read_only
    from thidua_cli.cli.initiative_questions import Given, InitiativeQuestions
    from thidua_cli.cli.papers import day_of
    from thidua_cli.cli.workspace import find_root

    root = find_root(repo)
    repository = read_only(root)
    authors = "; ".join(author) if author else None
    given = Given(title, authors, unit, year, field, first_applied, campaign, on)
    questions = InitiativeQuestions(given, repository, day_of(None), may_ask=not no_input)
    _put(questions, repository, root, dry_run=dry_run, ask=not (yes or no_input or dry_run))


def _put(
    questions: "InitiativeQuestions", repository: "Repository", root: Path, *, dry_run: bool, ask: bool
) -> None:
    from thidua_cli.cli.changed_data import refuse_faults
    from thidua_cli.cli.data_files import DataFile, deliver
    from thidua_cli.cli.dialogue import confirms
    from thidua_cli.cli.initiative_records import with_initiative
    from thidua_cli.repository.layout import initiative_file

    def edit(new: "NewInitiative") -> "tuple[DataFile, Change]":
        bank = DataFile.at(root, initiative_file(new.year, new.unit))
        return bank, with_initiative(bank, new, repository)

    def agrees(new: "NewInitiative") -> bool:
        bank, change = edit(new)
        return not ask or change.content is None or confirms(f"Ghi vào {bank.path}?", after_answers=True)

    new = questions.collect(agrees)
    if new is None:
        output.say("Không ghi gì.")
        return
    bank, change = edit(new)
    deliver(bank, change, refuse_faults, dry_run=dry_run)
