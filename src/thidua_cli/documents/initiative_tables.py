"""Recognised initiatives in a report: their table, and what part of the people they come from."""

from dataclasses import replace
from datetime import date

from thidua_cli.documents.phrases import last_day
from thidua_cli.documents.report_senders import Sender
from thidua_cli.documents.target_tables import cells
from thidua_cli.model.initiatives import Initiative, StatusChange
from thidua_cli.model.settings import InitiativeYear
from thidua_cli.progress.coverage import Coverage, CoverageRow, coverage, coverage_total
from thidua_cli.progress.initiative_words import LEVEL_WORDS
from thidua_cli.progress.initiatives import RecognisedInitiative
from thidua_cli.repository.index import Repository
from thidua_cli.typesetting.tree import Column, Row, Run, Table
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.numbers import Exact, count, figure, percent_of
from thidua_cli.vietnamese.words import capital_first

UNCOUNTED = "chưa có"
"""In a cell: the number of people is not known."""
COUNTED_BY: dict[InitiativeYear, str] = {
    "recognised": "tính theo năm được công nhận",
    "registered": "tính theo năm đăng ký",
}


def recognised_table(rows: tuple[RecognisedInitiative, ...], repository: Repository) -> Table:
    """The recognised initiatives with their authors and decisions."""
    columns = (
        Column("TT", 8, "center"),
        Column("Tên sáng kiến, giải pháp", 36),
        Column("Tác giả (% đóng góp)", 28),
        Column("Đơn vị", 22),
        Column("Số, ngày quyết định công nhận", 32, "center"),
        Column("Cấp", 13, "center"),
    )
    lines = tuple(
        Row(
            cells(
                str(number),
                row.initiative.title,
                authors_of(row.initiative),
                "; ".join(_units(row, repository)),
                decision_of(row.recognition),
                capital_first(LEVEL_WORDS[row.recognition.level]),
            )
        )
        for number, row in enumerate(rows, 1)
    )
    return Table((Run("Sáng kiến, giải pháp được công nhận"),), columns, lines)


def authors_of(initiative: Initiative) -> str:
    """`Nguyễn Văn A (60%); Trần Thị B (40%)`."""
    return "; ".join(f"{author.name} ({figure(author.share)}%)" for author in initiative.authors)


def decision_of(recognition: StatusChange) -> str:
    """The decision with its day, which its number may bring along already."""
    day = day_short(recognition.on)
    if recognition.decision is None:
        return f"ngày {day}"
    return recognition.decision if day in recognition.decision else f"{recognition.decision}, ngày {day}"


def reported_coverage(repository: Repository, sender: Sender, year: int, as_of: date) -> Coverage:
    """The coverage of the units that a report is about, by the initiatives of the campaign."""
    found = coverage(repository, as_of, year=year, campaign=sender.folder.id)
    issuer = sender.folder.campaign.issuer

    def concerns(row: CoverageRow) -> bool:
        if not sender.is_whole:
            return row.unit in sender.units
        own = issuer in {row.unit, *repository.superiors(row.unit)}
        return own or bool(row.registered or row.recognised)

    return replace(found, rows=tuple(row for row in found.rows if concerns(row)))


def coverage_sentence(found: Coverage) -> str | None:
    """What part of the people has a recognised initiative; None while no headcount is known."""
    total = coverage_total(found.rows)
    if not total.units:
        return None
    share = percent_of(total.share)
    known = f"{_of(total.people, total.headcount)} người ({share}) của {count(total.units)} đơn vị"
    rest = f"; {count(total.without)} đơn vị chưa tính được tỷ lệ" if total.without else ""
    return (
        f"Tính đến {last_day(found.as_of)}, {known} có ít nhất một sáng kiến, giải pháp được công nhận trong năm "
        f"{found.year} ({COUNTED_BY[found.counted_by]}){rest}."
    )


def coverage_table(found: Coverage, repository: Repository) -> Table:
    """Units and their groups of people with the share that has a recognised initiative."""
    columns = (
        Column("TT", 8, "center"),
        Column("Đơn vị, nhóm", 36),
        Column("Tổng số người", 16, "center"),
        Column("Người có sáng kiến được công nhận", 22, "center"),
        Column("Tỷ lệ", 14, "center"),
        Column("Số sáng kiến đăng ký", 16, "center"),
        Column("Số được công nhận", 16, "center"),
        Column("Số được nhân rộng", 16, "center"),
    )
    lines = (
        Row(
            cells(
                str(number),
                repository.name_of(row.group or row.unit),
                figure(row.headcount.value)
                if row.headcount and row.headcount.value is not None
                else UNCOUNTED,
                str(row.people),
                percent_of(row.share) if row.share is not None else UNCOUNTED,
                str(row.registered),
                str(row.recognised),
                str(row.spread),
            )
        )
        for number, row in enumerate(found.rows, 1)
    )
    caption = f"Người có sáng kiến, giải pháp được công nhận năm {found.year}"
    return Table((Run(caption),), columns, tuple(lines))


def coverage_statement(found: Coverage) -> str:
    """Which year is meant, how initiatives come to count for it, and the day of the data."""
    return f"Năm {found.year}, {COUNTED_BY[found.counted_by]}; số liệu đến {last_day(found.as_of)}."


def _units(row: RecognisedInitiative, repository: Repository) -> tuple[str, ...]:
    """The units of the authors by name, that of the file first."""
    ids = dict.fromkeys((row.unit, *(author.unit or row.unit for author in row.initiative.authors)))
    return tuple(map(repository.name_of, ids))


def _of(people: int, headcount: Exact) -> str:
    return f"{count(people)}/{figure(headcount)}"
