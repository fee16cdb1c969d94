"""Every report on results that the shipped plans order is drafted by one command of the guide, on the way they order.

Award files, models for the press and appraisals, which they order too, are no reports on results.
"""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from console import TOP, office, screen
from shipped_data import shipped
from thidua_cli.documents.progress_report import compose_report
from thidua_cli.documents.report_choice import ReportChoice, choose_report
from thidua_cli.documents.report_frame import report_frame
from thidua_cli.documents.report_senders import sender_of
from thidua_cli.model.periods import parse_period
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.tree import Run, Table

DAY = date(2026, 11, 21)
SECTION = "### Những báo cáo mà các kế hoạch yêu cầu"
REPOSITORY = shipped().repository
DEPARTMENT, DIVISION = "Sở Văn hóa, Thể thao và Du lịch", "Phòng Tổ chức - Pháp chế"
COMMITTEE, BOARD = "Tỉnh ủy Cao Bằng", "Ban Thường vụ Tỉnh ủy Cao Bằng"
PROPAGANDA = "Ban Tuyên giáo và Dân vận Tỉnh ủy"
STEERING = "Ban Chỉ đạo tỉnh về phát triển khoa học công nghệ, đổi mới sáng tạo và chuyển đổi số"
PROVINCE = "Ủy ban nhân dân tỉnh Cao Bằng"


class Order(NamedTuple):
    """A report as a plan orders it."""

    sender: str
    kind: str
    period: str
    to: tuple[str, ...] = ()
    via: str | None = None


ORDERED = {
    "19-KH -u don-vi-minh-hoa-1": [Order("Đơn vị minh họa 1", "final", "2026", (DEPARTMENT,), DIVISION)],
    "19-KH -u phong-tc-pc": [Order(DIVISION, "final", "2026")],
    "200-ngay-dem-2025 -u phong-tc-pc": [Order(DIVISION, "final", "2025")],
    "doi-moi-sang-tao-2025-2030 -u phong-tc-pc": [
        Order(DIVISION, "annual", "2026"),
        Order(DIVISION, "interim", "2027"),
        Order(DIVISION, "final", "2030"),
    ],
    "nghi-quyet-dai-hoi-2026-2030 -u so-noi-vu": [Order("Sở Nội vụ", "periodic", "2026", (PROVINCE,))],
    "nghi-quyet-dai-hoi-2026-2030": [Order(PROVINCE, "interim", "2028"), Order(PROVINCE, "final", "2030")],
    "26-KH-TU -u so-vhttdl": [
        Order(DEPARTMENT, "annual", "2026", (COMMITTEE,), PROPAGANDA),
        Order(DEPARTMENT, "ad-hoc", "2026", (COMMITTEE,), PROPAGANDA),
    ],
    "26-KH-TU -u ban-tuyen-giao-dan-van": [
        Order(PROPAGANDA, "interim", "2027", (BOARD, STEERING)),
        Order(PROPAGANDA, "final", "2030", (BOARD, STEERING)),
    ],
    "26-KH-TU -u bcd-tinh-khcn-dmst-cds": [Order(STEERING, "periodic", "2026", (BOARD,))],
}
"""By the campaign and the unit of the command line."""
COMMANDS = {
    f"thidua report -c {who} --kind {order.kind} --period {order.period}": order
    for who, orders in ORDERED.items()
    for order in orders
}


def test_the_guide_has_one_command_for_each_report_that_is_ordered() -> None:
    section = (TOP / "docs" / "huong-dan.md").read_text("utf-8").split(SECTION)[1].split("\n#")[0]

    assert re.findall(r"`(thidua report [^`]+)`", section) == list(COMMANDS)


@pytest.mark.parametrize(("command", "order"), COMMANDS.items(), ids=COMMANDS)
def test_the_command_drafts_it_on_the_way_that_is_ordered(tmp_path: Path, command: str, order: Order) -> None:
    directory = office(tmp_path)

    shown = screen(f"{command} --as-of {DAY}", directory)

    through = f" (qua {order.via})" if order.via else ""
    to = f" gửi {' và '.join(order.to)}{through}" if order.to else "; kế hoạch không nêu gửi cho ai"
    assert shown.code == 0
    assert f"Báo cáo của {order.sender}{to}.\n" in shown.text
    assert f"theo yêu cầu: kỳ {order.period}.\n" in shown.text
    (paper,) = directory.glob("*.docx")
    assert f"{order.period}-{order.kind}-{DAY}" in paper.name


@pytest.mark.parametrize(("command", "order"), COMMANDS.items(), ids=COMMANDS)
def test_the_paper_is_the_senders_own(command: str, order: Order) -> None:
    choice = choice_of(command, order)
    unit = REPOSITORY.units[choice.sender.unit]

    frame = report_frame(REPOSITORY, choice, DAY)

    assert (unit.name, choice.kind, choice.period.text) == (order.sender, order.kind, order.period)
    assert frame.issuer == (unit.letterhead or (unit.name,))
    through = f" (qua {order.via})" if order.via else ""
    named = tuple((Run(f"{name}{through}"),) for name in order.to)
    blank = (Run("nơi nhận báo cáo: kế hoạch không nêu gửi cho cơ quan nào", blank=True),)
    assert frame.addressees == (named or (blank,))
    # a specimen: no number, nobody's name
    assert (frame.number, frame.signature.name, frame.notice) == (None, None, "SỐ LIỆU MINH HỌA")


@pytest.mark.parametrize(("command", "order"), COMMANDS.items(), ids=COMMANDS)
def test_before_the_end_nothing_is_called_met_or_failed(command: str, order: Order) -> None:
    choice = choice_of(command, order)
    profile = load_profile("nd30")

    document = compose_report(REPOSITORY, choice, DAY, profile)

    tables = [block for block in document.blocks if isinstance(block, Table)]
    cells = {run.text for table in tables for row in table.rows for cell in row.cells for run in cell}
    assert tables
    assert not cells & {"Vượt", "Đạt", "Chưa đạt"}


def choice_of(command: str, order: Order) -> ReportChoice:
    """The report that the command asks for."""
    _, _, _, campaign, *rest = command.split()
    unit = rest[1] if rest[0] == "-u" else None
    sender = sender_of(REPOSITORY, REPOSITORY.campaigns[campaign], unit)
    return choose_report(sender, DAY, period=parse_period(order.period), kind=order.kind)
