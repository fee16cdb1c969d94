"""`thidua record`: a single value that came by telephone, as one more entry in the file of its unit."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli import options, output
from thidua_cli.cli.report_options import PeriodOption

if TYPE_CHECKING:
    from thidua_cli.cli.data_files import Change, DataFile
    from thidua_cli.cli.record_questions import Given, NewValue

_Campaign = Annotated[str | None, typer.Argument(metavar="PHONG-TRÀO", help="Mã phong trào, ví dụ 19-KH.")]
_Target = Annotated[
    str | None,
    typer.Argument(metavar="CHỈ-TIÊU", help="Mã chỉ tiêu hoặc nhiệm vụ: xem thidua list targets."),
]
_Value = Annotated[
    str | None,
    typer.Argument(
        metavar="SỐ-LIỆU", help="Một số (850,5), tử số/mẫu số (14/20) hoặc trạng thái (hoàn thành)."
    ),
]
_Source = Annotated[
    str | None, typer.Option("--source", metavar="NGUỒN", help="Số liệu từ đâu mà có, ai nói, ngày nào.")
]
_Estimate = Annotated[bool, typer.Option("--estimate", help="Là số ước thực hiện.")]
_Cumulative = Annotated[bool, typer.Option("--cumulative", help="Là số lũy kế từ đầu năm.")]
_Base = Annotated[str | None, typer.Option("--base", metavar="SỐ", help="Số cùng kỳ năm trước.")]
_ShownBy = Annotated[
    str | None, typer.Option("--shown-by", metavar="VĂN-BẢN", help="Minh chứng của việc đã hoàn thành.")
]
_On = Annotated[str | None, typer.Option("--on", metavar="NGÀY", help="Ngày hoàn thành.")]
_Note = Annotated[str | None, typer.Option("--note", metavar="GHI-CHÚ", help="Ghi chú.")]
_Revises = Annotated[
    str | None, typer.Option("--revises", metavar="NGUỒN", help="Nguồn của số đã ghi mà số này đính chính.")
]


def record(
    campaign: _Campaign = None,
    target: _Target = None,
    value: _Value = None,
    unit: options.Unit = None,
    period: PeriodOption = None,
    source: _Source = None,
    as_of: options.AsOf = None,
    estimate: _Estimate = False,
    cumulative: _Cumulative = False,
    base: _Base = None,
    shown_by: _ShownBy = None,
    on: _On = None,
    note: _Note = None,
    revises: _Revises = None,
    no_input: options.NoInput = False,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    repo: options.Repo = None,
) -> None:
    """Ghi một số liệu lẻ đơn vị báo qua điện thoại, tin nhắn vào tệp kết quả của đơn vị.

    Thêm đúng một mục ở cuối tệp; mọi dòng đã có được giữ nguyên. Số đã ghi rồi thì không ghi lại; số khác với số đã
    ghi của cùng kỳ thì phải nói rõ đính chính số nào (--revises). Ghi xong mà dữ liệu có lỗi thì không ghi.

    Ví dụ:
      thidua record 19-KH doanh-thu-du-lich-2026 850,5 -u don-vi-minh-hoa-2 --period 2026 --source "Điện thoại ông B"
      thidua record 19-KH xa-chi-so-hanh-phuc-70 14/20 -u don-vi-minh-hoa-1 --period 2026-9M --source "Tin nhắn bà C"
      thidua record 19-KH bo-chi-so-hanh-phuc "đang thực hiện" -u don-vi-minh-hoa-1 --period 2026 --source "Ông D báo"
    """
    from thidua_cli.cli.record_questions import Given

    given = Given(
        campaign, target, value, unit, period, source, revises,
        estimate, cumulative, base, shown_by, on, note,
    )  # fmt: skip
    _put(given, repo, as_of, may_ask=not no_input, yes=yes, dry_run=dry_run)


def _put(
    given: "Given", repo: str | None, as_of: str | None, *, may_ask: bool, yes: bool, dry_run: bool
) -> None:
    from thidua_cli.cli.checking import read_only
    from thidua_cli.cli.data_files import DataFile, deliver
    from thidua_cli.cli.dialogue import confirms
    from thidua_cli.cli.papers import day_of
    from thidua_cli.cli.record_checks import refuse_new_errors
    from thidua_cli.cli.record_entry import with_value
    from thidua_cli.cli.record_questions import RecordQuestions
    from thidua_cli.cli.workspace import find_root
    from thidua_cli.repository.layout import result_file

    root = find_root(repo)
    repository = read_only(root)
    questions = RecordQuestions(given, repository, day_of(as_of), may_ask=may_ask)

    def edit(new: "NewValue") -> "tuple[DataFile, Change]":
        file = DataFile.at(root, result_file(new.folder.id, new.unit))
        return file, with_value(file, new, repository)

    def agrees(new: "NewValue") -> bool:
        _, change = edit(new)
        if not questions.is_asking or change.content is None or yes or dry_run:
            return True
        return confirms(f"{change.said.replace('Đã ghi', 'Ghi', 1).rstrip('.')}?", after_answers=True)

    new = questions.collect(agrees)
    if new is None:
        output.say("Không ghi gì.")
        return
    file, change = edit(new)
    deliver(file, change, partial(refuse_new_errors, repository), dry_run=dry_run)
