"""How a thing that is due is worded: what it is, by when, and how it stands; the same on a screen and in a paper."""

from datetime import date

from thidua_cli.documents.report_choice import KIND_WORDS
from thidua_cli.model.campaigns import Duty, KnownIssue, Milestone, ReportDue
from thidua_cli.model.periods import Period, parse_period
from thidua_cli.model.target_sheets import Task
from thidua_cli.progress.deadlines import Deadline, Recurrence
from thidua_cli.progress.dues import Due, DueStanding
from thidua_cli.vietnamese.dates import day_short

NO_DAY = "kế hoạch không in ngày"
_MILESTONES = {"launch": "Phát động", "interim-review": "Sơ kết", "final-review": "Tổng kết"}
_RECURRENCES = {Recurrence.YEARLY: "hằng năm", Recurrence.PERIODIC: "định kỳ"}


def named(due: Due) -> str:
    """What is due: `Báo cáo tổng kết`, `Số liệu năm 2026: Doanh thu du lịch`."""
    match due.subject:
        case ReportDue() as report:
            return _report(report, due.period)
        case Milestone() as milestone:
            return _MILESTONES[milestone.kind]
        case Task() as task:
            return f"Nhiệm vụ: {task.name}"
        case Duty() as duty:
            return f"Việc được giao: {duty.text}"
        case KnownIssue() as issue:
            return f"Quyết định điều còn nghi vấn về chỉ tiêu {due.id} ({issue.anomaly})"
        case target:
            return f"{_figures(due.period)}: {target.name}"


def until(deadline: Deadline) -> str:
    """By when: `trước ngày 15/12/2026`, `quý IV/2027`, `hằng năm, kế hoạch không in ngày`."""
    if deadline.before is not None:
        return f"trước ngày {day_short(deadline.before)}"
    tied = f"gắn với {deadline.event}" if deadline.event else None
    words = deadline.words or (NO_DAY if tied is None else None)
    if deadline.recurrence is not None:
        again = _RECURRENCES[deadline.recurrence]
        return deadline.words if deadline.words and again in deadline.words else f"{again}, {words}"
    if deadline.moment is not None:
        words = f"ngày {day_short(deadline.moment.end)}" if deadline.is_day else _stretch(deadline.moment)
    return ", ".join(part for part in (words, tied) if part)


def standing(due: Due, as_of: date) -> str:
    """How it stands on the day: `quá hạn 3 ngày`, `còn 23 ngày`, with what has been handed in so far."""
    last = due.deadline.last_day
    left = (last - as_of).days if last else 0
    match due.standing:
        case DueStanding.OVERDUE:
            words = f"quá hạn {-left} ngày"
        case DueStanding.SOON:
            words = f"sắp đến hạn: còn {left} ngày" if left else "sắp đến hạn: hôm nay là ngày cuối"
        case DueStanding.PASSED:
            words = "đã qua, dữ liệu chưa ghi đã làm"
        case DueStanding.OPEN:
            words = "không có ngày hạn"
        case DueStanding.LATER:
            words = "chưa đến hạn"
        case DueStanding.ESTIMATED:
            words = "mới có số ước"
        case DueStanding.DONE:
            words = "đã xong"
    return f"{words}; {due.because}" if due.because else words


def _report(report: ReportDue, period: Period | None) -> str:
    if report.kind == "annual" and period is not None:
        return f"Báo cáo {period.in_words}"
    about = f" {report.period.in_words}" if report.period else ""
    # A report on occasion has nothing else to be told apart by.
    which = f" ({report.id})" if report.kind == "ad-hoc" else ""
    return f"Báo cáo {KIND_WORDS[report.kind]}{about}{which}"


def _figures(period: Period | None) -> str:
    """What a figure is about: `Số liệu năm 2026`, `Số liệu đến ngày 31/12/2030`."""
    if period is None:
        return "Số liệu"
    has_name = parse_period(period.text) is not None
    return f"Số liệu {period.in_words if has_name else f'đến ngày {day_short(period.end)}'}"


def _stretch(moment: Period) -> str:
    """`quý IV/2027`, `tháng 6/2026`; years and half-years in words."""
    words = moment.in_words
    return words.replace(" năm ", "/") if words.startswith(("quý", "tháng")) else words
