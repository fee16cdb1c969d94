"""`thidua remind`: a công văn đôn đốc to each unit that is late."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli import options
from thidua_cli.cli import output as streams

if TYPE_CHECKING:
    from thidua_cli.documents.reminder import Reminder
    from thidua_cli.repository.index import CampaignFolder, Repository

_Folder = Annotated[
    str, typer.Option("-o", "--output", metavar="THƯ-MỤC", help="Ghi các công văn vào thư mục này.")
]
_Late = Annotated[str | None, typer.Option("-u", "--unit", metavar="MÃ", help="Chỉ viết cho đơn vị này.")]


def remind(
    campaign: options.Campaign = None,
    unit: _Late = None,
    output: _Folder = ".",
    as_of: options.AsOf = None,
    force: options.Force = False,
    repo: options.Repo = None,
) -> None:
    """Soạn công văn đôn đốc gửi từng đơn vị quá hạn, kèm danh sách những gì đơn vị ấy còn nợ.

    Mỗi đơn vị một tệp Word: báo cáo, số liệu, nhiệm vụ đã quá hạn, thời hạn và kế hoạch giao. Không có -c thì xét mọi
    phong trào do đơn vị ở thidua.yaml ban hành. Thời hạn mới để trống cho người ký quyết định.

    Ví dụ:
      thidua remind -c 19-KH
      thidua remind -u don-vi-minh-hoa-2 -o don-doc
    """
    from thidua_cli.cli.papers import day_of
    from thidua_cli.cli.workspace import find_root
    from thidua_cli.documents.reminder import reminders

    day, root = day_of(as_of), find_root(repo)
    repository, folders = _campaigns(root, campaign)
    late = repository.unit(unit).id if unit else None
    letters = [one for one in reminders(repository, folders, day) if late in {None, one.unit}]
    if not letters:
        streams.say(_nobody(day, folders))
        return
    _put(letters, repository, day, Path(output), force=force)


def _campaigns(root: Path, campaign: str | None) -> "tuple[Repository, tuple[CampaignFolder, ...]]":
    """The campaign that is named, else those that the unit of the data directory issued."""
    from thidua_cli.cli.checking import ready_campaign, ready_campaigns
    from thidua_cli.repository.needs import Needs

    needs = Needs(plan=False, initiatives="counted")
    if campaign is not None:
        repository, folder = ready_campaign(root, campaign, needs)
        return repository, (folder,)
    return ready_campaigns(root, needs)


def _put(
    letters: "list[Reminder]", repository: "Repository", day: date, folder: Path, *, force: bool
) -> None:
    """Write each letter; what a person must fill in is the same in all and is said once."""
    from thidua_cli.cli.files import make_folder, write_paper
    from thidua_cli.cli.papers import form_of
    from thidua_cli.documents.inserting import blanks_in
    from thidua_cli.documents.reminder import compose_reminder
    from thidua_cli.typesetting.docx_writer import write_docx

    make_folder(folder)
    questions: dict[str, None] = {}
    several = len({reminder.issuer for reminder in letters}) > 1
    for reminder in letters:
        profile = form_of(repository, reminder.issuer, None, day)
        document = compose_reminder(repository, reminder, day, profile)
        issuer = f"{reminder.issuer}-" if several else ""
        path = folder / f"CV-don-doc-{issuer}{reminder.unit}-{day}.docx"
        outcome = write_paper(path, write_docx(document, profile), force=force)
        streams.say(f"{outcome.capitalize()}: {path} ({len(reminder.owed)} nội dung)")
        questions.update(dict.fromkeys(blank.question for blank in blanks_in(document)))
    streams.say("Trong mỗi công văn còn chỗ trống được tô vàng, cần người điền:")
    for number, question in enumerate(questions, 1):
        streams.say(f"  {number}. {question}")


def _nobody(day: date, folders: "Iterable[CampaignFolder]") -> str:
    from thidua_cli.vietnamese.dates import day_short

    names = ", ".join(folder.id for folder in folders) or "chưa có phong trào nào"
    return f"Tính đến ngày {day_short(day)} không có ai quá hạn ({names}); không viết công văn nào."
