"""Which report is meant when nobody says: the one that is due, else the latest period with results."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from thidua_cli.documents.report_senders import Sender
from thidua_cli.model.campaigns import ReportDue
from thidua_cli.model.periods import Period, parse_period
from thidua_cli.repository.index import Narrative
from thidua_cli.vietnamese.dates import day_short

KIND_WORDS = {
    "periodic": "định kỳ",
    "annual": "năm",
    "interim": "sơ kết",
    "final": "tổng kết",
    "ad-hoc": "đột xuất",
}
NEAR = timedelta(days=30)
"""How long before its deadline a report counts as due."""
_OF_THE_WHOLE = frozenset({"interim", "final"})
"""Kinds that look back to the beginning of the campaign."""


@dataclass(frozen=True, slots=True)
class ReportChoice:
    """A report to write, who sends it, and why this one."""

    sender: Sender
    kind: str
    period: Period
    because: str
    """One Vietnamese sentence for the person at the terminal."""

    @property
    def in_words(self) -> str:
        """`tổng kết, kỳ năm 2026`."""
        return f"{KIND_WORDS[self.kind]}, kỳ {self.period.in_words}"

    @property
    def stretch_in_words(self) -> str:
        """What the paper is about: its period, or for a review of several years `giai đoạn 2026 - 2028`."""
        span = self.sender.folder.campaign.span
        first = span.start.year if span else self.period.start.year
        last = self.period.end.year
        if self.kind in _OF_THE_WHOLE and first < last:
            return f"giai đoạn {first} - {last}"
        return self.period.in_words

    @property
    def narrative(self) -> Narrative | None:
        """What the sender wrote for this report, if there is a file."""
        return self.sender.folder.narrative(self.sender.unit, self.kind, self.period)

    @property
    def order(self) -> ReportDue | None:
        """The report of the plan that it answers: of its kind, first of its period, first with somebody to go to."""
        fitting = [due for due in self.sender.orders if due.kind == self.kind]
        if self.sender.is_issuer:
            fitting = [due for due in fitting if due.sender == self.sender.unit]
        return min(fitting, key=lambda due: (due.period != self.period, not due.addressees), default=None)


def choose_report(
    sender: Sender, as_of: date, *, period: Period | None = None, kind: str | None = None
) -> ReportChoice:
    """The report that is meant on this day; what is asked for explicitly always stands."""
    if period is not None:
        due = _ordered(sender, kind, period, as_of)
        chosen = kind or (due.kind if due else "periodic")
        return ReportChoice(sender, chosen, period, f"theo yêu cầu: kỳ {period.text}.")
    due = _due(sender, as_of, kind)
    if due is not None:
        return ReportChoice(sender, due.kind, _period_of(due, sender, as_of), _why(due, as_of))
    undated = next(_without_a_day(sender, as_of, kind), None)
    if undated is not None:
        period = _period_of(undated, sender, as_of)
        said = f"kế hoạch giao báo cáo này, {undated.due_words or 'không ghi thời hạn'}."
        return ReportChoice(sender, undated.kind, period, said)
    latest = _latest_period(sender, as_of)
    if latest is not None:
        why = f"chưa có báo cáo nào đến hạn trong {NEAR.days} ngày tới; lấy kỳ gần nhất có số liệu ({latest.text})."
        return ReportChoice(sender, kind or "periodic", latest, why)
    year = _last_year(sender, as_of)
    why = f"chưa có báo cáo nào đến hạn và chưa có số liệu nào; lấy {year.in_words}."
    return ReportChoice(sender, kind or "periodic", year, why)


def _without_a_day(sender: Sender, as_of: date, kind: str | None) -> Iterator[ReportDue]:
    """Reports ordered of a unit without a day; what others owe the issuer is not its own to send.

    A final one waits for the last year of the campaign unless it is asked for.
    """
    last = sender.folder.campaign.period.end.end.year
    for due in () if sender.is_issuer else sender.orders:
        waits = kind is None and due.kind == "final" and as_of.year < last
        if due.last_day is None and kind in {None, due.kind} and not waits:
            yield due


def _due(sender: Sender, as_of: date, kind: str | None) -> ReportDue | None:
    """The ordered report with the nearest deadline that is close, or has passed while the paper is not dated."""
    candidates = [
        (day, due)
        for due in sender.orders
        if (day := due.last_day) is not None
        and day - as_of <= NEAR
        and not _is_written(sender, due, as_of)
        and kind in {None, due.kind}
    ]
    return min(candidates, key=lambda pair: pair[0])[1] if candidates else None


def _is_written(sender: Sender, due: ReportDue, as_of: date) -> bool:
    """Whether the sender's narrative of the report carries a date: then the paper has gone out."""
    narrative = sender.folder.narrative(sender.unit, due.kind, _period_of(due, sender, as_of))
    return narrative is not None and narrative.head.date is not None


def _why(due: ReportDue, as_of: date) -> str:
    day = due.last_day
    assert day is not None, "a report without a date is never due"
    left = (day - as_of).days
    said = f"trước ngày {day_short(due.before)}" if due.before else f"chậm nhất ngày {day_short(day)}"
    when = f"còn {left} ngày" if left >= 0 else f"đã quá hạn {-left} ngày"
    return f"kế hoạch yêu cầu báo cáo này {said} ({when})."


def _ordered(sender: Sender, kind: str | None, period: Period, as_of: date) -> ReportDue | None:
    return next(
        (
            due
            for due in sender.orders
            if kind in {None, due.kind} and _period_of(due, sender, as_of) == period
        ),
        None,
    )


def _period_of(due: ReportDue, sender: Sender, as_of: date) -> Period:
    """The period that an ordered report is about: its own, else a year of the campaign.

    That is the last year that has begun, of a final report the last of all.
    """
    day = sender.folder.campaign.period.end.end if due.kind == "final" else as_of
    return due.period or _last_year(sender, day)


def _latest_period(sender: Sender, as_of: date) -> Period | None:
    periods = [
        entry.period
        for unit, results in sender.folder.results.items()
        if sender.is_whole or unit in sender.units
        for entry in results.entries
        if entry.as_of <= as_of and entry.period.end <= as_of
    ]
    return max(periods, key=lambda p: (p.end, p.days)) if periods else None


def _last_year(sender: Sender, as_of: date) -> Period:
    """The campaign's last year that has begun."""
    day = min(as_of, sender.folder.campaign.period.end.end)
    period = parse_period(str(day.year))
    assert period is not None
    return period
