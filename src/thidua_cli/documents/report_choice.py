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
_NOTHING_DUE = f"chưa có báo cáo nào đến hạn trong {NEAR.days} ngày tới"
_OF_THE_WHOLE = frozenset({"interim", "final"})
"""Kinds that look back to the beginning of the campaign."""
_OF_YEARS = frozenset({"annual", "final"})
"""Kinds that are never about a part of a year."""


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
    sender: Sender,
    as_of: date,
    *,
    period: Period | None = None,
    kind: str | None = None,
    ahead: bool = False,
) -> ReportChoice:
    """The report that is meant on this day; what is asked for explicitly always stands.

    `ahead` is for who prepares a report that still has to come, however far away: then figures that are there already
    are no reason to take their period.
    """
    if period is not None:
        due = _ordered(sender, kind, period, as_of)
        chosen = kind or (due.kind if due else "periodic")
        return ReportChoice(sender, chosen, period, f"theo yêu cầu: kỳ {period.text}.")
    ordered = _due_or_coming(sender, as_of, kind, ahead=ahead)
    if ordered is None:
        ordered = next(_without_a_day(sender, as_of, kind, ahead=ahead), None)
    if ordered is not None:
        return ordered
    latest = _latest_period(sender, as_of) if not ahead and kind not in _OF_YEARS else None
    if latest is not None:
        why = f"{_NOTHING_DUE}; lấy kỳ gần nhất có số liệu ({latest.text})."
        return ReportChoice(sender, kind or "periodic", latest, why)
    last = sender.folder.campaign.period.end.end
    year = _last_year(sender, last if kind == "final" else as_of)
    return ReportChoice(sender, kind or "periodic", year, _why_the_year(sender, kind, year, ahead=ahead))


def _due_or_coming(sender: Sender, as_of: date, kind: str | None, *, ahead: bool) -> ReportChoice | None:
    """The ordered report that is due, else the next one where somebody prepares it or asks for its kind."""
    due = _due(sender, as_of, kind)
    if due is not None:
        return ReportChoice(sender, due.kind, _period_of(due, sender, as_of), _why(due, as_of))
    coming = _coming(sender, as_of, kind) if ahead or kind is not None else None
    if coming is None:
        return None
    why = _why(coming, as_of) if kind else f"{_NOTHING_DUE}; đây là báo cáo kế tiếp, {_why(coming, as_of)}"
    return ReportChoice(sender, coming.kind, _period_of(coming, sender, _day_of(coming, as_of)), why)


def _why_the_year(sender: Sender, kind: str | None, year: Period, *, ahead: bool) -> str:
    if kind in _OF_YEARS:
        return f"kế hoạch không yêu cầu báo cáo {KIND_WORDS[kind]}; lấy {year.in_words}."
    if ahead:
        return f"kế hoạch không yêu cầu báo cáo định kỳ nào; lấy {year.in_words}."
    has_figures = any(results.entries for results in sender.folder.results.values())
    lacks = "số liệu của kỳ nào đã hết" if has_figures else "số liệu nào"
    return f"chưa có báo cáo nào đến hạn và chưa có {lacks}; lấy {year.in_words}."


def _without_a_day(sender: Sender, as_of: date, kind: str | None, *, ahead: bool) -> Iterator[ReportChoice]:
    """Reports ordered without a day; what others owe the issuer is not its own to send, only to prepare.

    Unless its kind is asked for, a final one waits for the last year of the campaign and an ad-hoc one for its event.
    """
    last = sender.folder.campaign.period.end.end.year
    for due in () if sender.is_issuer and not ahead else sender.orders:
        waits = due.kind == "ad-hoc" or (due.kind == "final" and as_of.year < last)
        if due.last_day is None and (due.kind == kind or (kind is None and not waits)):
            said = f"kế hoạch giao báo cáo này, {due.due_words or 'không ghi thời hạn'}."
            yield ReportChoice(sender, due.kind, _period_of(due, sender, as_of), said)


def _due(sender: Sender, as_of: date, kind: str | None) -> ReportDue | None:
    """The ordered report whose deadline is nearest to the day: close, or passed while the paper is not dated.

    Who dates papers by hand alone leaves old ones open for ever; those do not stand before the one that is due now.
    """
    candidates = [
        (abs(day - as_of), due)
        for due in sender.orders
        if (day := due.last_day) is not None
        and day - as_of <= NEAR
        and not _is_written(sender, due, as_of)
        and kind in {None, due.kind}
    ]
    return min(candidates, key=lambda pair: pair[0])[1] if candidates else None


def _coming(sender: Sender, as_of: date, kind: str | None) -> ReportDue | None:
    """The next ordered report that is not due yet; one of every year without a day comes with the end of the year."""
    candidates = [
        (_day_of(due, as_of), due)
        for due in sender.orders
        if (due.kind == "annual" or due.last_day is not None)
        and _day_of(due, as_of) >= as_of
        and not _is_written(sender, due, _day_of(due, as_of))
        and kind in {None, due.kind}
    ]
    return min(candidates, key=lambda pair: pair[0])[1] if candidates else None


def _day_of(due: ReportDue, as_of: date) -> date:
    """The day in whose year the report is: its last valid one, else the last of the running year."""
    return due.last_day or date(as_of.year, 12, 31)


def _is_written(sender: Sender, due: ReportDue, as_of: date) -> bool:
    """Whether the sender's narrative of the report carries a date: then the paper has gone out."""
    narrative = sender.folder.narrative(sender.unit, due.kind, _period_of(due, sender, as_of))
    return narrative is not None and narrative.head.date is not None


def _why(due: ReportDue, as_of: date) -> str:
    day = due.last_day
    if day is None:
        return f"kế hoạch yêu cầu báo cáo này {due.due_words or 'hằng năm, không ghi ngày'}."
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
    """The campaign's last year that has begun; its first before it begins."""
    campaign = sender.folder.campaign
    day = min(as_of, campaign.period.end.end)
    if campaign.span is not None:
        day = max(day, campaign.span.start)
    period = parse_period(str(day.year))
    assert period is not None
    return period
