"""The công văn đôn đốc to a unit that is late: what the data do not have of it, by when it was due, by which paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua_cli.documents import frames
from thidua_cli.documents.due_words import named, until
from thidua_cli.documents.inserting import parse_with_inserts
from thidua_cli.documents.report_frame import plan_citation
from thidua_cli.documents.target_tables import cells
from thidua_cli.documents.template_files import template
from thidua_cli.documents.templating import Markup, render_template
from thidua_cli.progress.calendar import calendar
from thidua_cli.progress.dues import Due, DueKind, DueStanding, Outlook
from thidua_cli.progress.questions import question_on
from thidua_cli.repository.index import CampaignFolder, Prose, Repository
from thidua_cli.typesetting.profile import FormatProfile
from thidua_cli.typesetting.tree import Column, Document, Frame, Inline, Marks, Row, Run, Table
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.words import lower_first

_TABLE = "noi-dung-con-no"
_ASKED = {DueKind.REPORT: "gửi báo cáo", DueKind.FIGURE: "gửi số liệu", DueKind.TASK: "thực hiện nhiệm vụ"}
"""What a letter may remind of; a duty leaves no trace in data, so that nobody can say that it was not done."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one issuer has to remind one unit of."""

    unit: str
    owed: tuple[tuple[CampaignFolder, Due], ...]
    """The longest overdue first; never empty."""

    @property
    def issuer(self) -> str:
        """Who writes it."""
        return self.owed[0][0].campaign.issuer

    @property
    def folders(self) -> tuple[CampaignFolder, ...]:
        """The campaigns concerned, each once."""
        return tuple({folder.id: folder for folder, _ in self.owed}.values())


def reminders(repository: Repository, folders: Iterable[CampaignFolder], as_of: date) -> tuple[Reminder, ...]:
    """What each issuer has to remind each unit of, in the order in which the plans name the units."""
    owed: dict[tuple[str, str], list[tuple[CampaignFolder, Due]]] = {}
    for folder in folders:
        issuer = folder.campaign.issuer
        for due in calendar(Outlook(question_on(repository, folder, as_of))):
            if due.unit is not None and due.unit in repository.units and due.unit != issuer and _is_late(due):
                owed.setdefault((issuer, due.unit), []).append((folder, due))
    return tuple(Reminder(unit, _by_last_day(things)) for (_, unit), things in owed.items())


def _is_late(due: Due) -> bool:
    """Whether a unit may be reminded: its time is over, and the data would say if it had been done.

    A yearly report without a day is not overdue, but it may be asked for once its year is over.
    """
    asked_for = due.standing is DueStanding.OVERDUE and due.kind in _ASKED
    return asked_for or (due.standing is DueStanding.PASSED and due.kind is DueKind.REPORT)


def _by_last_day(things: list[tuple[CampaignFolder, Due]]) -> tuple[tuple[CampaignFolder, Due], ...]:
    return tuple(
        sorted(things, key=lambda thing: moment.end if (moment := thing[1].deadline.moment) else date.max)
    )


def compose_reminder(
    repository: Repository, reminder: Reminder, as_of: date, profile: FormatProfile
) -> Document:
    """The letter as a document: nothing in it but what the data say, and a blank for the new deadline."""
    issuer = repository.units[reminder.issuer].name
    dated = profile.patterns.citation
    context = {
        "plans": "; ".join(plan_citation(folder, dated) for folder in reminder.folders),
        "day": day_short(as_of),
        "issuer": issuer,
        "unit": _late_unit(reminder.unit, repository, as_of),
        "owed": Markup(f"[[{_TABLE}]]"),
        "to": _to(reminder, repository),
    }
    source = template("cong-van-don-doc.md.j2")
    rendered = render_template(source, context)
    blocks = parse_with_inserts(Prose(source.path, rendered), {_TABLE: (_table(reminder, dated),)})
    return Document(_frame(repository, reminder, as_of), (), blocks, issuer, as_of)


def _frame(repository: Repository, reminder: Reminder, as_of: date) -> Frame:
    """The frame of a letter; while one of the campaigns is a specimen nobody's name stands on it."""
    first, issuer = reminder.folders[0], reminder.issuer
    specimen = next((f for f in reminder.folders if f.campaign.specimen), None)
    filing = {folder.campaign.filing for folder in reminder.folders}
    return Frame(
        superior=frames.superior_letterhead(repository, issuer),
        issuer=frames.letterhead(repository, issuer),
        number=None,
        kind_symbol=frames.LETTER,
        issuer_symbol=repository.units[issuer].symbol,
        place=frames.place(first),
        date=None,
        year=as_of.year,
        kind=None,
        subject=(Run(_subject(reminder)),),
        addressees=(_addressee(reminder.unit, repository, as_of),),
        filing=filing.pop() if len(filing) == 1 else None,
        signature=frames.signature(first.campaign.signature, named=specimen is None),
        marks=Marks(contact=first.campaign.document.contact),
        notice=frames.notice(specimen, frames.REPORT_NOTICE) if specimen else None,
    )


def _subject(reminder: Reminder) -> str:
    """`Đôn đốc gửi báo cáo, gửi số liệu phong trào thi đua`."""
    kinds = {due.kind for _, due in reminder.owed}
    return f"Đôn đốc {', '.join(words for kind, words in _ASKED.items() if kind in kinds)} phong trào thi đua"


def _to(reminder: Reminder, repository: Repository) -> str:
    """Whom the things go to, and through whom, as far as the plan says the same of all; else the issuer."""
    to, via = {due.to for _, due in reminder.owed}, {due.via for _, due in reminder.owed}
    named_units = next(iter(to)) if len(to) == 1 else ()
    names = [_in_sentence(unit, repository) for unit in named_units or (reminder.issuer,)]
    through = next(iter(via)) if len(via) == 1 and reminder.unit not in via else None
    return f"{' và '.join(names)}{f' (qua {_in_sentence(through, repository)})' if through else ''}"


def _addressee(unit: str, repository: Repository, as_of: date) -> Inline:
    """The late unit, or the one that has taken its place; a blank where nobody has said which one that is."""
    if not _is_gone(unit, repository, as_of):
        return (Run(repository.units[unit].name),)
    successor = repository.units.get(repository.units[unit].succeeded_by or "")
    if successor is not None:
        return (Run(successor.name),)
    return (Run(f"đơn vị thay thế {repository.units[unit].name}", blank=True),)


def _late_unit(unit: str, repository: Repository, as_of: date) -> str:
    """`Đội A`; of a unit that is no more also who has taken its place: `Đội A (nay là Đội B)`."""
    successor = repository.units.get(repository.units[unit].succeeded_by or "")
    name = _in_sentence(unit, repository)
    gone = successor is not None and _is_gone(unit, repository, as_of)
    return f"{name} (nay là {successor.name})" if successor and gone else name


def _is_gone(unit: str, repository: Repository, as_of: date) -> bool:
    """Whether the unit has ceased to exist by the day."""
    end = repository.units[unit].end
    return end is not None and end.end < as_of


def _in_sentence(unit: str, repository: Repository) -> str:
    """The name of a unit; that of a group is no proper name."""
    record = repository.units.get(unit)
    if record is None:
        return unit
    return lower_first(record.name) if record.kind == "group" else record.name


def _table(reminder: Reminder, dated: str) -> Table:
    columns = (
        Column("TT", 7, "center"),
        Column("Nội dung", 46),
        Column("Thời hạn", 22),
        Column("Văn bản giao", 25),
    )
    rows = (
        Row(
            cells(
                str(number),
                f"{named(due)} ({due.because})" if due.because else named(due),
                until(due.deadline),
                plan_citation(folder, dated),
            )
        )
        for number, (folder, due) in enumerate(reminder.owed, 1)
    )
    return Table((), columns, tuple(rows))
