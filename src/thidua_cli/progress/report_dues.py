"""Reports that a campaign orders, and its launch and reviews: who owes them, and what shows them."""

from collections.abc import Iterator
from datetime import date

from thidua_cli.model.campaigns import Milestone, ReportDue
from thidua_cli.model.periods import Period, parse_period
from thidua_cli.model.results import ReportedValue, ResultEntry
from thidua_cli.progress.deadlines import Deadline, Recurrence
from thidua_cli.progress.dues import Due, DueKind, DueStanding, Outlook, Proof
from thidua_cli.progress.words import ESTIMATED
from thidua_cli.repository.index import Narrative
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.letters import fold

_REVIEWS = {"interim-review": "interim", "final-review": "final"}
"""The report that shows that a review was held."""
_NAMES_A_REPORT = ("bao cao", "bc ")


def report_dues(outlook: Outlook) -> Iterator[Due]:
    """Each ordered report, once for each unit that owes it, and for each year where it comes every year."""
    for report in outlook.folder.campaign.reports:
        for unit in outlook.repository.expand(report.sender):
            for deadline, period in _askings(outlook, report):
                yield _report(outlook, report, unit, deadline, period)


def milestone_dues(outlook: Outlook) -> Iterator[Due]:
    """Launch and reviews, as precise as the plan has them."""
    campaign = outlook.folder.campaign
    for number, milestone in enumerate(campaign.milestones):
        deadline = Deadline(milestone.when, event=milestone.event)
        proofs = tuple(_milestone_proofs(outlook, milestone))
        yield Due(
            campaign=outlook.folder.id,
            kind=DueKind.MILESTONE,
            id=f"{milestone.kind}-{number + 1}",
            subject=milestone,
            unit=None,
            deadline=deadline,
            standing=outlook.standing(deadline, done=bool(proofs), recorded=False),
            at=campaign.at("milestones", number),
            shown_by=proofs,
        )


def _askings(outlook: Outlook, report: ReportDue) -> Iterator[tuple[Deadline, Period | None]]:
    """The deadlines of a report with the period that each asks about."""
    campaign = outlook.folder.campaign
    deadline = Deadline.of(report.before, report.by, report.due_words)
    if report.kind == "annual" and deadline.moment is None and report.period is None:
        for year in _years(outlook):
            yield Deadline(year, recurrence=Recurrence.YEARLY, words=report.due_words), year
    elif report.kind == "periodic" and deadline.moment is None and report.period is None:
        yield Deadline(recurrence=Recurrence.PERIODIC, words=report.due_words), None
    elif report.period is not None or report.kind == "ad-hoc":
        yield deadline, report.period
    elif report.kind == "annual" and deadline.moment is not None:
        yield deadline, _year(deadline.moment.end.year)
    else:
        yield deadline, campaign.span if report.kind == "final" else None


def _years(outlook: Outlook) -> Iterator[Period]:
    """The years of the campaign; while its first day is not known, those of its end."""
    span, last = outlook.folder.campaign.span, outlook.folder.campaign.period.end.end.year
    for year in range(span.start.year if span else last, last + 1):
        yield _year(year)


def _year(year: int) -> Period:
    period = parse_period(f"{year:04}")
    assert period is not None, "every year is a period"
    return period


def _report(outlook: Outlook, report: ReportDue, unit: str, deadline: Deadline, period: Period | None) -> Due:
    proofs = tuple(_report_proofs(outlook, report, unit, deadline, period))
    standing = outlook.standing(deadline, done=bool(proofs))
    if standing is DueStanding.DONE and deadline.moment is None and report.kind in {"ad-hoc", "periodic"}:
        standing = DueStanding.OPEN  # it will be asked for again
    return Due(
        campaign=outlook.folder.id,
        kind=DueKind.REPORT,
        id=report.id,
        subject=report,
        unit=unit,
        deadline=deadline,
        standing=standing,
        at=report.at(),
        period=period,
        to=report.addressees,
        via=report.via,
        shown_by=proofs,
    )


def _report_proofs(
    outlook: Outlook, report: ReportDue, unit: str, deadline: Deadline, period: Period | None
) -> Iterator[Proof]:
    """Papers that went out, and entries of results about the whole period whose source is a report."""
    asked = period if report.period is not None or report.kind == "annual" else None
    for narrative in outlook.folder.narratives:
        speaks = narrative.unit == unit or _leaves_the_house(outlook, report, unit, narrative.unit)
        fits = asked is None or narrative.head.period == asked
        in_time = deadline.moment is None or narrative.head.period.start <= deadline.moment.end
        if speaks and fits and in_time and narrative.head.kind == report.kind:
            yield from _paper(outlook, narrative)
    results = outlook.folder.results.get(unit)
    if results is None or period is None or report.kind == "ad-hoc":
        return
    for entry in results.entries:
        # A campaign begins with its plan, its figures with the year.
        covers = entry.period.start <= period.start and period.end <= entry.period.end
        if covers and entry.as_of <= outlook.as_of and _is_report(entry.source):
            yield Proof(
                f"{entry.source} ({ESTIMATED})" if _is_estimate(entry) else entry.source, entry.at("source")
            )


def _is_report(source: str) -> bool:
    """Whether the source of an entry names a report: what came by telephone is none."""
    return fold(source).startswith(_NAMES_A_REPORT) or "/BC" in source


def _is_estimate(entry: ResultEntry) -> bool:
    """Whether every figure of the entry is an estimate, as before the end of the time they must be."""
    figures = [value for value in entry.values.values() if isinstance(value, ReportedValue)]
    return bool(figures) and all(value.estimate for value in figures)


def _leaves_the_house(outlook: Outlook, report: ReportDue, unit: str, writer: str) -> bool:
    """Whether a part of the issuer owes a report that goes out as the issuer's own paper."""
    superiors, issuer = outlook.repository.superiors, outlook.folder.campaign.issuer
    inside = any(issuer in {to, *superiors(to)} for to in report.addressees)
    return writer == issuer and issuer in superiors(unit) and not inside


def _paper(outlook: Outlook, narrative: Narrative) -> Iterator[Proof]:
    """The narrative as a proof, once its paper carries a number or a day."""
    head = narrative.head
    if (head.number is None and head.date is None) or (head.date is not None and head.date > outlook.as_of):
        return
    number = f"số {head.number}" if head.number else "chưa ghi số"
    yield Proof(f"Báo cáo {number}{_dated(head.date)}", head.at("number" if head.number else "date"))


def _milestone_proofs(outlook: Outlook, milestone: Milestone) -> Iterator[Proof]:
    """The plan that launches the campaign; the issuer's report of a review."""
    campaign, issuer = outlook.folder.campaign, outlook.folder.campaign.issuer
    day = campaign.document.date
    if milestone.kind == "launch" and day is not None and day <= outlook.as_of:
        yield Proof(f"Kế hoạch{_dated(day)}", campaign.at("document", "date"))
    for narrative in outlook.folder.narratives:
        own = narrative.unit == issuer and narrative.head.kind == _REVIEWS.get(milestone.kind)
        if own and (milestone.when is None or narrative.head.period.start <= milestone.when.end):
            yield from _paper(outlook, narrative)


def _dated(day: date | None) -> str:
    return f" ngày {day_short(day)}" if day else ""
