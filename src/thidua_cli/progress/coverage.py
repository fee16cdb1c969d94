"""Coverage: how many of a unit's people have an initiative that was recognised in the year.

As 26-KH/TU asks for it: everybody at least one a year, and only recognised ones count. Each co-author has a part;
somebody in two groups is one person of the unit; what is not known is not zero.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from thidua_cli.model.exact import exact_sum
from thidua_cli.model.initiatives import Author, Initiative, Person
from thidua_cli.model.settings import InitiativeYear
from thidua_cli.model.units import Headcount
from thidua_cli.progress.recognition import recognitions_on, registered_on
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.letters import vi_key
from thidua_cli.vietnamese.numbers import figure


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """The people of a unit, or of one of its groups, who have a recognised initiative."""

    unit: str
    group: str | None
    """None for everybody in the unit."""
    headcount: Headcount | None
    """The count that the share is taken of; None while there is none for the year."""
    people: int
    """Distinct people with a part in an initiative that counts for the year."""
    registered: int
    """Initiatives registered in the year."""
    recognised: int
    """Initiatives that stand recognised and count for the year."""
    spread: int
    """Of these, those that another unit has taken over."""
    because: tuple[str, ...]
    """Why the share is missing, or may be too low."""
    nested: bool
    """Whether its people also are in a row whose share is known, or it is that of a group."""

    @property
    def share(self) -> Fraction | None:
        """People over headcount; None where that is unknown, nobody, or less than the people."""
        whole = self.headcount.value if self.headcount else None
        return Fraction(self.people) / Fraction(whole) if whole and self.people <= whole else None


@dataclass(frozen=True, slots=True)
class Coverage:
    """The coverage of a year by unit and group, as known on a day."""

    year: int
    counted_by: InitiativeYear
    as_of: date
    rows: tuple[CoverageRow, ...]
    """By unit; the whole unit first, then its groups."""


@dataclass(frozen=True, slots=True)
class CoverageTotal:
    """What rows say together, each person once."""

    people: int
    headcount: Decimal
    units: int
    """Those whose share is known."""
    without: int
    """Units whose share is not known; nothing of theirs is in the figures."""

    @property
    def share(self) -> Fraction:
        """People over headcount, where at least one unit is counted."""
        return Fraction(self.people) / Fraction(self.headcount)


@dataclass(frozen=True, slots=True)
class _Part:
    """The part of one author in an initiative."""

    initiative: Initiative
    author: Author | None
    """None stands for an initiative that names nobody."""
    person: Person
    units: tuple[str, ...]
    """The author's unit, and those of which it is a division."""
    registered: bool
    counts: bool


def coverage(
    repository: Repository, as_of: date, *, year: int | None = None, campaign: str | None = None
) -> Coverage:
    """Coverage of a year, by default that of the day; with a campaign, by the initiatives that name it."""
    wanted = as_of.year if year is None else year
    counted_by = repository.settings.initiative_year
    parts = [
        part
        for unit, initiative in _initiatives(repository, campaign)
        for part in _parts(repository, unit, initiative, (wanted, counted_by, as_of))
    ]
    by_unit: dict[str, list[_Part]] = {id_: [] for id_, unit in repository.units.items() if unit.headcount}
    for part in parts:
        if part.registered or part.counts:
            by_unit.setdefault(part.units[0], [])
    for part in parts:
        for unit in part.units:
            if unit in by_unit:
                by_unit[unit].append(part)
    ordered = sorted(by_unit, key=lambda unit: (vi_key(repository.name_of(unit)), unit))
    rows = [row for unit in ordered for row in _rows(repository, unit, by_unit[unit], (wanted, as_of))]
    known = {row.unit for row in rows if row.group is None and row.share is not None}
    within = {unit for unit in by_unit if known & set(_units_of(unit, repository)[1:])}
    rows = [replace(row, nested=row.nested or row.unit in within) for row in rows]
    return Coverage(wanted, counted_by, as_of, tuple(rows))


def coverage_total(rows: Iterable[CoverageRow]) -> CoverageTotal:
    """The rows that are no part of others, together."""
    whole = [row for row in rows if not row.nested]
    known = [row for row in whole if row.share is not None]
    counts = (row.headcount.value for row in known if row.headcount and row.headcount.value)
    people = sum(row.people for row in known)
    return CoverageTotal(people, exact_sum(counts), len(known), len(whole) - len(known))


def _initiatives(repository: Repository, campaign: str | None) -> Iterator[tuple[str, Initiative]]:
    for (_, unit), file in repository.initiatives.items():
        for initiative in file.initiatives:
            if campaign is None or campaign in initiative.campaigns:
                yield unit, initiative


def _parts(
    repository: Repository, unit: str, initiative: Initiative, when: tuple[int, InitiativeYear, date]
) -> Iterator[_Part]:
    year, counted_by, as_of = when
    registration = registered_on(initiative, as_of)
    recognitions = recognitions_on(initiative, as_of)
    registered = registration is not None and registration.year == year
    # What a higher level adds later is the same initiative: it counts for the year of the first recognition.
    recognised = bool(recognitions) and min(step.on for step in recognitions).year == year
    counts = recognised if counted_by == "recognised" else registered and bool(recognitions)
    if not initiative.authors:
        yield _Part(initiative, None, (unit, ""), _units_of(unit, repository), registered, counts)
    for author in initiative.authors:
        person = author.identity(unit)
        yield _Part(initiative, author, person, _units_of(person[0], repository), registered, counts)


def _units_of(unit: str, repository: Repository) -> tuple[str, ...]:
    """The unit, and every unit of which it is a division."""
    chain = [unit]
    for superior in repository.superiors(unit):
        record = repository.units.get(chain[-1])
        if record is None or record.kind != "division":
            break
        chain.append(superior)
    return tuple(chain)


def _rows(
    repository: Repository, unit: str, parts: list[_Part], when: tuple[int, date]
) -> Iterator[CoverageRow]:
    record = repository.units.get(unit)
    counts = record.headcount if record else ()
    groups = {count.group for count in counts if count.group is not None}
    groups |= {part.author.group for part in parts if part.author and part.author.group is not None}
    whole = _row(unit, None, parts, _count(counts, None, when), when[0])
    nowhere = {part.person for part in parts if part.counts and part.author and part.author.group is None}
    if groups and nowhere:
        said = f"{len(nowhere)} người có sáng kiến được công nhận chưa ghi thuộc nhóm nào (khóa group)."
        whole = replace(whole, because=(*whole.because, said))
    yield whole
    for group in sorted(groups, key=lambda group: (vi_key(repository.name_of(group)), group)):
        own = [part for part in parts if part.author and part.author.group == group]
        yield _row(unit, group, own, _count(counts, group, when), when[0])


def _row(
    unit: str, group: str | None, parts: list[_Part], headcount: Headcount | None, year: int
) -> CoverageRow:
    counted = [part for part in parts if part.counts]
    people = len({part.person for part in counted if part.author})
    return CoverageRow(
        unit=unit,
        group=group,
        headcount=headcount,
        people=people,
        registered=_number(part.initiative for part in parts if part.registered),
        recognised=_number(part.initiative for part in counted),
        spread=_number(part.initiative for part in counted if part.initiative.spread_to),
        because=tuple(_because(headcount, people, year)),
        nested=group is not None,
    )


def _because(headcount: Headcount | None, people: int, year: int) -> Iterator[str]:
    if headcount is None or headcount.value is None:
        yield f"Chưa có mẫu số: chưa ghi số người của năm {year} (khóa headcount)."
    elif people > headcount.value:
        yield (
            f"Có {people} người có sáng kiến được công nhận nhưng ngày {day_short(headcount.on)} chỉ có "
            f"{figure(headcount.value)} người: xem lại số người (headcount) và tên tác giả (person)."
        )
    elif not headcount.value:
        yield f"Ngày {day_short(headcount.on)} không có người nào nên không tính tỷ lệ."


def _count(counts: tuple[Headcount, ...], group: str | None, when: tuple[int, date]) -> Headcount | None:
    """The newest count of the year that was known on the day."""
    year, as_of = when
    known = [
        count
        for count in counts
        if count.group == group and count.value is not None and count.on.year == year and count.on <= as_of
    ]
    return max(known, key=lambda count: count.on, default=None)


def _number(initiatives: Iterable[Initiative]) -> int:
    return len({initiative.id for initiative in initiatives})
