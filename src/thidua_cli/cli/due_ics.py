"""`thidua due` for calendars: RFC 5545, without the clock, so that the same data give the same bytes.

A thing is an event over the days that its deadline names: the last valid day of `trước ngày`, the whole quarter of
`quý IV/2027`. To put the quarter on its last day would be to invent a day that the plan does not print. What has no
days at all is left out.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from thidua_cli.cli.due_groups import Asked, CampaignDues
from thidua_cli.cli.written_forms import name_of
from thidua_cli.documents.due_words import named, standing, until
from thidua_cli.progress.dues import Due
from thidua_cli.repository.index import Repository

_LONGEST = 75
"""Octets in a line of the file (RFC 5545, 3.1)."""


def due_ics(asked: Asked, campaigns: Sequence[CampaignDues], repository: Repository) -> str:
    """The calendar; an event stands for all units that owe the same thing."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//thidua//thidua due//VI", "CALSCALE:GREGORIAN"]
    for one in campaigns:
        for dues in _events(one):
            lines.extend(_event(dues, asked, repository))
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line))


def without_days(campaigns: Sequence[CampaignDues]) -> int:
    """How many open things name no days, so that no calendar can show them."""
    return sum(
        item.due.deadline.moment is None and item.due.is_open for one in campaigns for item in one.items
    )


def _events(one: CampaignDues) -> Iterator[tuple[Due, ...]]:
    """Things that differ in the unit alone, however each stands: an event keeps its name when a unit is done."""
    events: dict[object, list[Due]] = {}
    for item in one.items:
        due = item.due
        if due.deadline.moment is not None:
            events.setdefault((_name(due), due.deadline), []).append(due)
    return (tuple(members) for members in events.values())


def _event(dues: tuple[Due, ...], asked: Asked, repository: Repository) -> Iterator[str]:
    due, moment = dues[0], dues[0].deadline.moment
    assert moment is not None, "only what names days is an event"
    waiting = sum(one.is_open for one in dues)
    state = f" (còn {waiting}/{len(dues)} đơn vị)" if waiting else " (đã xong)"
    summary = f"{due.campaign}: {named(due)}{state if due.unit else ''}"
    yield "BEGIN:VEVENT"
    yield f"UID:{_name(due)}@{asked.unit or 'all'}.thidua"
    yield f"DTSTAMP:{asked.as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{moment.start:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{moment.end + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(summary)}"
    yield f"DESCRIPTION:{_text(_about(dues, asked, repository))}"
    yield f"CATEGORIES:{_text(due.kind)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _name(due: Due) -> str:
    """What an event is known by, so that a calendar that has it already moves it and makes no second one."""
    period = f".{due.period.end}" if due.period else ""
    return f"{due.campaign}.{due.kind}.{due.id}{period}"


def _about(dues: tuple[Due, ...], asked: Asked, repository: Repository) -> str:
    lines = [f"Hạn: {until(dues[0].deadline)}"]
    for due in dues:
        who = f"{name_of(due.unit, repository)}: " if due.unit else ""
        shown = f", {due.shown_by[-1].words} ({due.shown_by[-1].at})" if due.shown_by else ""
        lines.append(f"{who}{standing(due, asked.as_of)}{shown}")
    return "\n".join(lines)


def _text(words: str) -> str:
    """A text as RFC 5545 writes it (3.3.11)."""
    for mark in ("\\", ";", ","):
        words = words.replace(mark, f"\\{mark}")
    return words.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, none of which cuts a letter; later ones begin with a blank."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _LONGEST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    yield piece
