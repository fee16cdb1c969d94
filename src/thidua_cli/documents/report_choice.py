"""Which report is meant when nobody says: the one that is due, else the latest period with results."""

from dataclasses import dataclass
from datetime import date, timedelta

from thidua_cli.model.campaigns import ReportDue
from thidua_cli.model.periods import Period, parse_period
from thidua_cli.repository.index import CampaignFolder
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


@dataclass(frozen=True, slots=True)
class ReportChoice:
    """A report to write, and why this one."""

    kind: str
    period: Period
    because: str
    """One Vietnamese sentence for the person at the terminal."""

    @property
    def in_words(self) -> str:
        """`tổng kết, kỳ năm 2026`."""
        return f"{KIND_WORDS[self.kind]}, kỳ {self.period.in_words}"


def choose_report(
    folder: CampaignFolder, as_of: date, *, period: Period | None = None, kind: str | None = None
) -> ReportChoice:
    """The report that is meant on this day; what is asked for explicitly always stands."""
    if period is not None:
        due = _ordered(folder, kind, period, as_of)
        chosen = kind or (due.kind if due else "periodic")
        return ReportChoice(chosen, period, f"theo yêu cầu: kỳ {period.text}.")
    due = _due(folder, as_of, kind)
    if due is not None:
        return ReportChoice(due.kind, _period_of(due, folder, as_of), _why(due, as_of))
    latest = _latest_period(folder, as_of)
    if latest is not None:
        why = f"chưa có báo cáo nào đến hạn trong {NEAR.days} ngày tới; lấy kỳ gần nhất có số liệu ({latest.text})."
        return ReportChoice(kind or "periodic", latest, why)
    year = _last_year(folder, as_of)
    why = f"chưa có báo cáo nào đến hạn và chưa có số liệu nào; lấy {year.in_words}."
    return ReportChoice(kind or "periodic", year, why)


def _due(folder: CampaignFolder, as_of: date, kind: str | None) -> ReportDue | None:
    """The ordered report with the nearest deadline that is close, or has passed while the paper is not dated."""
    candidates = [
        (day, due)
        for due in folder.campaign.reports
        if (day := due.last_day) is not None
        and day - as_of <= NEAR
        and not _is_written(folder, due, as_of)
        and kind in {None, due.kind}
    ]
    return min(candidates, key=lambda pair: pair[0])[1] if candidates else None


def _is_written(folder: CampaignFolder, due: ReportDue, as_of: date) -> bool:
    """Whether a narrative of the report carries a date: then the paper has gone out."""
    period = _period_of(due, folder, as_of)
    return any(
        n.head.kind == due.kind and n.head.period == period and n.head.date is not None
        for n in folder.narratives
    )


def _why(due: ReportDue, as_of: date) -> str:
    day = due.last_day
    assert day is not None, "a report without a date is never due"
    left = (day - as_of).days
    said = f"trước ngày {day_short(due.before)}" if due.before else f"chậm nhất ngày {day_short(day)}"
    when = f"còn {left} ngày" if left >= 0 else f"đã quá hạn {-left} ngày"
    return f"kế hoạch yêu cầu báo cáo này {said} ({when})."


def _ordered(folder: CampaignFolder, kind: str | None, period: Period, as_of: date) -> ReportDue | None:
    return next(
        (
            due
            for due in folder.campaign.reports
            if kind in {None, due.kind} and _period_of(due, folder, as_of) == period
        ),
        None,
    )


def _period_of(due: ReportDue, folder: CampaignFolder, as_of: date) -> Period:
    """The period that an ordered report is about: its own, else the campaign's last year that has begun."""
    if due.period is not None:
        return due.period
    return _last_year(folder, as_of)


def _latest_period(folder: CampaignFolder, as_of: date) -> Period | None:
    periods = [
        entry.period
        for results in folder.results.values()
        for entry in results.entries
        if entry.as_of <= as_of and entry.period.end <= as_of
    ]
    return max(periods, key=lambda p: (p.end, p.days)) if periods else None


def _last_year(folder: CampaignFolder, as_of: date) -> Period:
    """The campaign's last year that has begun."""
    day = min(as_of, folder.campaign.period.end.end)
    period = parse_period(str(day.year))
    assert period is not None
    return period
