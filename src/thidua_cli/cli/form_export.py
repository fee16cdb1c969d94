"""`thidua form export`: the forms that units fill in, one workbook a unit."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from thidua_cli.cli import options
from thidua_cli.cli import output as streams
from thidua_cli.cli.report_options import KindOption, PeriodOption, parse_asked, prepared
from thidua_cli.cli.workspace import find_root
from thidua_cli.diagnostics.errors import ThiduaError

if TYPE_CHECKING:
    from thidua_cli.documents.report_choice import ReportChoice
    from thidua_cli.forms.asking import Duties
    from thidua_cli.repository.index import CampaignFolder, Repository

_All = Annotated[bool, typer.Option("--all", help="Mọi đơn vị có chỉ tiêu hoặc nhiệm vụ phải báo cáo.")]
_Folder = Annotated[
    str | None,
    typer.Option(
        "-o", "--output", metavar="THƯ-MỤC", help="Ghi vào thư mục này; mặc định là bieu-<mã>-<kỳ>."
    ),
]
_NAMED = 5
"""How many files a sentence names before it counts the rest."""


class _Task(NamedTuple):
    """The forms to make and where they go; each is made when it is asked for, and kept by nobody."""

    repository: "Repository"
    folder: "CampaignFolder"
    choice: "ReportChoice"
    day: date
    duties: "Duties"
    to: Path

    def path(self, unit: str) -> Path:
        return self.to / f"bieu-{self.folder.id}-{self.choice.period.text}-{unit}.xlsx"

    def content(self, unit: str) -> bytes:
        from thidua_cli.forms.asking import make_form
        from thidua_cli.forms.filling import book_of
        from thidua_cli.spreadsheets.writer import write_book

        form = make_form(self.repository, self.folder, unit, self.choice, self.day, self.duties)
        return write_book(book_of(form))

    def exists(self, unit: str) -> bool:
        """Whether the unit has a day in the period."""
        start, end = self.repository.life_of(unit)
        return start <= self.choice.period.end and self.choice.period.start <= end

    def edited(self, units: tuple[str, ...]) -> Iterator[Path]:
        """Files that are there and say something else: somebody may have filled them in."""
        for unit in units:
            path = self.path(unit)
            if path.exists() and path.read_bytes() != self.content(unit):
                yield path


def export_forms(
    campaign: options.Campaign = None,
    unit: options.Unit = None,
    all_: _All = False,
    period: PeriodOption = None,
    kind: KindOption = None,
    output: _Folder = None,
    as_of: options.AsOf = None,
    force: options.Force = False,
    repo: options.Repo = None,
) -> None:
    """Lập biểu Excel cho đơn vị điền: mỗi đơn vị một tệp, có số kỳ trước và số đã báo.

    Không nói kỳ nào thì lập biểu cho báo cáo đến hạn hoặc báo cáo kế tiếp mà kế hoạch yêu cầu; kế hoạch không yêu cầu
    báo cáo nào thì lấy năm đang thực hiện. Tệp đã có và đã khác đi thì không bị ghi đè.

    Ví dụ:
      thidua form export -c 19-KH --all
      thidua form export -c 19-KH -u don-vi-minh-hoa-1 --period 2026-9M
    """
    from thidua_cli.cli.checking import ready_campaign
    from thidua_cli.cli.papers import day_of
    from thidua_cli.forms.asking import duties_in

    day, asked = day_of(as_of), parse_asked(period, kind)
    if all_ == (unit is not None):
        raise ThiduaError(
            "Cần nói rõ lập biểu cho đơn vị nào.",
            hint="Một đơn vị: -u MÃ; mọi đơn vị: --all; không ghi cả hai.",
        )
    repository, folder = ready_campaign(find_root(repo), campaign)
    duties = duties_in(repository, folder)
    choice = prepared(repository, folder, duties.by_unit, asked, day)
    to = Path(output or f"bieu-{folder.id}-{choice.period.text}")
    task = _Task(repository, folder, choice, day, duties, to)
    units = _units(task, unit)
    streams.say(f"Lập biểu cho báo cáo {choice.in_words}: {choice.because}")
    if not force:
        _refuse_edited(task, units)
    _write(task, units)


def _refuse_edited(task: _Task, units: tuple[str, ...]) -> None:
    edited = list(task.edited(units))
    if edited:
        named = ", ".join(str(path) for path in edited[:_NAMED])
        rest = f" và {len(edited) - _NAMED} tệp khác" if len(edited) > _NAMED else ""
        raise ThiduaError(
            f"Đã có biểu với nội dung khác, có thể đã điền: {named}{rest}.",
            hint="Ghi vào thư mục khác: -o THƯ-MỤC; hoặc --force để bỏ các tệp ấy.",
        )


def _units(task: _Task, asked: str | None) -> tuple[str, ...]:
    """The units that get a form; raises ThiduaError where nobody owes anything."""
    if asked is None:
        if not task.duties.by_unit:
            raise ThiduaError(
                f"{task.folder.id} chưa giao chỉ tiêu, nhiệm vụ nào cho đơn vị nào.",
                hint="Ghi đơn vị vào reported_by của chỉ tiêu, responsible của nhiệm vụ.",
            )
        return tuple(unit for unit in task.duties.by_unit if task.exists(unit))
    members = task.repository.expand(task.repository.unit(asked).id)
    idle = [unit for unit in members if unit not in task.duties.by_unit]
    if len(idle) == len(members):
        raise ThiduaError(
            f"Đơn vị “{asked}” không có chỉ tiêu, nhiệm vụ nào phải báo cáo trong {task.folder.id}.",
            hint=f"Các đơn vị phải báo cáo: {', '.join(list(task.duties.by_unit)[:_NAMED]) or 'chưa có'}.",
        )
    return tuple(unit for unit in members if unit in task.duties.by_unit)


def _write(task: _Task, units: tuple[str, ...]) -> None:
    from thidua_cli.cli.files import Outcome, make_folder, write

    make_folder(task.to)
    outcomes = {unit: write(task.path(unit), task.content(unit)) for unit in units}
    if len(units) <= _NAMED:
        for unit, outcome in outcomes.items():
            streams.say(f"{outcome.capitalize()}: {task.path(unit)}")
        return
    written = sum(outcome is Outcome.WRITTEN for outcome in outcomes.values())
    streams.say(f"Đã ghi {written} biểu vào {task.to}; {len(units) - written} biểu không thay đổi.")
