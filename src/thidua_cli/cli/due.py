"""`thidua due`: what is due by when, who owes it, and what shows that it is done."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli import options
from thidua_cli.cli import output as streams
from thidua_cli.cli.values import parse_choice
from thidua_cli.diagnostics.errors import ThiduaError

if TYPE_CHECKING:
    from thidua_cli.cli.due_groups import Asked, CampaignDues
    from thidua_cli.repository.index import CampaignFolder, Repository

_FORMATS = ("table", "json", "ics")

_Within = Annotated[
    str, typer.Option("--within", metavar="SỐ-NGÀY", help="Còn bao nhiêu ngày thì gọi là sắp đến hạn: 30d.")
]
_Format = Annotated[
    str,
    options.format_option(
        "table (bảng để đọc), json (dữ liệu cho chương trình) hoặc ics (lịch cho Outlook, điện thoại)."
    ),
]


def due(
    unit: options.Unit = None,
    campaign: options.Campaign = None,
    within: _Within = "30d",
    as_of: options.AsOf = None,
    form: _Format = "table",
    output: options.Output = None,
    force: options.Force = False,
    repo: options.Repo = None,
) -> None:
    """Xem việc gì đến hạn ngày nào, ai còn nợ báo cáo và số liệu, việc gì đã xong và căn cứ vào đâu.

    Hạn giữ đúng như kế hoạch in: “trước ngày 15/12” thì ngày cuối là 14/12, “quý IV/2027” vẫn là cả quý, việc hằng
    năm không in ngày thì không tự đặt ngày. Có -u thì xem việc của đơn vị ấy, việc nơi khác gửi đến, và phong trào
    do đơn vị ấy ban hành hoặc chủ trì.

    Ví dụ:
      thidua due -u so-vhttdl
      thidua due -c 19-KH --within 60d
      thidua due -u so-vhttdl --format ics -o lich-thi-dua.ics
    """
    from thidua_cli.cli.checking import read_only
    from thidua_cli.cli.deliveries import deliver_text
    from thidua_cli.cli.due_groups import Asked
    from thidua_cli.cli.papers import day_of
    from thidua_cli.cli.workspace import find_root

    parse_choice(form, _FORMATS, "--format")
    days, day = _days(within), day_of(as_of)
    repository = read_only(find_root(repo))
    folders = [repository.campaign(campaign)] if campaign else list(repository.campaigns.values())
    asked = Asked(day, days, repository.unit(unit).id if unit else None)
    found = [_dues(repository, folder, asked) for folder in folders]
    deliver_text(_shown(form, asked, found, repository), output, force=force)


def _days(said: str) -> int:
    match = re.fullmatch(r"([0-9]{1,4})d?", said.strip())
    if match is None:
        raise ThiduaError(f"--within: “{said}” không phải là số ngày.", hint="Ví dụ viết đúng: --within 30d")
    return int(match[1])


def _dues(repository: "Repository", folder: "CampaignFolder", asked: "Asked") -> "CampaignDues":
    """What is due in a campaign, as far as it concerns the unit that is asked about."""
    from thidua_cli.cli.due_groups import CampaignDues, Item, by_urgency
    from thidua_cli.progress.calendar import calendar, relation, runs
    from thidua_cli.progress.dues import Outlook
    from thidua_cli.progress.figure_dues import unassigned
    from thidua_cli.progress.questions import question_on

    outlook = Outlook(question_on(repository, folder, asked.as_of), timedelta(days=asked.days))
    dues = calendar(outlook)
    if asked.unit is None:
        return CampaignDues(folder, by_urgency(Item(due, None) for due in dues), unassigned(outlook))
    related = ((due, relation(due, asked.unit, repository, folder)) for due in dues)
    items = by_urgency(Item(due, found) for due, found in related if found is not None)
    return CampaignDues(folder, items, unassigned(outlook) if runs(asked.unit, folder) else ())


def _shown(form: str, asked: "Asked", found: "list[CampaignDues]", repository: "Repository") -> str:
    match form:
        case "json":
            from thidua_cli.cli.due_json import due_json

            return due_json(asked, found)
        case "ics":
            from thidua_cli.cli.due_ics import due_ics, without_days

            left_out = without_days(found)
            if left_out:
                streams.say(f"{left_out} việc không có ngày hạn nên không đưa vào lịch: xem thidua due")
            return due_ics(asked, found, repository)
        case _:
            from thidua_cli.cli.due_page import due_page

            return due_page(asked, found, repository)
