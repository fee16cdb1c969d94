"""Rules of time: days in their order, phases and milestones in the period, figures and reports after it."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import PurePosixPath

from thidua_cli.diagnostics.finding import Finding, Location, Related, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.model.campaigns import Campaign, Phase, ReportDue
from thidua_cli.model.periods import Period
from thidua_cli.model.results import ReportedValue
from thidua_cli.repository.index import Repository
from thidua_cli.rules.corrections import standing
from thidua_cli.vietnamese.dates import day_short

_DAY = timedelta(days=1)


@check("TD601", "Ngày kết thúc không được trước ngày bắt đầu.", Severity.ERROR)
def the_end_is_not_before_the_start(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Phong trào và mỗi giai đoạn phải kết thúc sau khi bắt đầu.

    Khoảng thời gian ngược thì không tính được tiến độ.
    Sai: `period: {from: 2026-12-31, to: 2026-01-30}`
    Đúng: `period: {from: 2026-01-30, to: 2026-12-31}`
    """
    for folder in repository.campaigns.values():
        campaign = folder.campaign
        span = campaign.span
        if span is not None and span.end < span.start:
            yield _reversed(rule, "Phong trào", span, campaign.at("period", "to"), about="period")
        for phase in campaign.phases:
            stretch = _stretch(phase)
            if stretch.end < stretch.start:
                yield _reversed(rule, f"Giai đoạn “{phase.name}”", stretch, phase.at("to"))


@check("TD602", "Hạn báo cáo nên sau khi kỳ báo cáo kết thúc.", Severity.WARNING)
def a_report_is_due_after_its_period(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Báo cáo phải gửi trước khi kỳ của nó kết thúc thì những ngày cuối chỉ có số ước thực hiện.

    “Trước ngày 15/12” nghĩa là chậm nhất 14/12. Số ước phải được đánh dấu và đính chính sau.
    Sai: phong trào đến 2026-12-31, báo cáo tổng kết `before: 2026-12-15`.
    Đúng: `before: 2027-01-15`, hoặc giữ nguyên và ghi số liệu cuối kỳ là `estimate: true`.
    """
    for folder in repository.campaigns.values():
        campaign = folder.campaign
        for report in campaign.reports:
            last, period = report.last_day, _reported_period(report, campaign)
            if last is None or period is None or last >= period.end:
                continue
            key = "before" if report.before is not None else "by"
            yield rule.finding(
                f"Báo cáo “{report.id}” phải gửi chậm nhất ngày {day_short(last)} nhưng kỳ báo cáo đến "
                f"{day_short(period.end)} mới hết: {(period.end - last).days} ngày cuối chỉ có thể ước tính.",
                at=report.at(key),
                hint="Lùi hạn báo cáo, hoặc ghi số liệu những ngày đó là ước thực hiện (estimate: true).",
                about=f"reports.{report.id}",
            )


@check("TD608", "Các giai đoạn phải nối tiếp nhau trong thời gian của phong trào.", Severity.WARNING)
def phases_fill_the_period(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Giai đoạn không được chồng nhau, không bỏ trống ngày nào, không ra ngoài thời gian phong trào.

    Ngày thuộc hai giai đoạn hoặc không thuộc giai đoạn nào thì không biết đánh giá ở đâu.
    Sai: giai đoạn 1 `{from: 2025, to: 2027}`, giai đoạn 2 `{from: 2027, to: 2030}`
    Đúng: giai đoạn 1 `{from: 2025, to: 2027}`, giai đoạn 2 `{from: 2028, to: 2030}`
    """
    for folder in repository.campaigns.values():
        campaign = folder.campaign
        phases = [p for p in campaign.phases if _stretch(p).start <= _stretch(p).end]
        for phase in phases:
            key = _outside(_stretch(phase), campaign.span)
            if key is not None:
                yield rule.finding(
                    f"Giai đoạn “{phase.name}” ra ngoài thời gian của phong trào.",
                    at=phase.at(key),
                    hint="Sửa ngày của giai đoạn hoặc period của phong trào.",
                    related=(Related("Thời gian của phong trào ghi ở đây.", campaign.at("period")),),
                    about="period",
                )
        for before, after in pairwise(sorted(phases, key=_stretch)):
            wrong = _join(before, after)
            if wrong is not None:
                yield rule.finding(
                    f"Giữa giai đoạn “{before.name}” và “{after.name}” {wrong}.",
                    at=after.at("from"),
                    hint="Cho giai đoạn sau bắt đầu ngay sau ngày cuối của giai đoạn trước.",
                    related=(Related("Giai đoạn trước kết thúc ở đây.", before.at("to")),),
                    about="period",
                )


@check("TD604", "Số liệu có trước khi kỳ kết thúc phải ghi là ước thực hiện.", Severity.WARNING)
def an_early_figure_is_an_estimate(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Số liệu của một kỳ mà ngày số liệu (as_of) trước ngày cuối kỳ phải có estimate: true.

    Số ước in thành số thật thì sau này không giải thích được vì sao hai báo cáo khác nhau.
    Sai: `period: 2026`, `as_of: 2026-12-10`, `khach-du-lich: 3000`
    Đúng: `khach-du-lich: {value: 3000, estimate: true}`
    """
    for folder in repository.campaigns.values():
        for file in folder.results.values():
            for entry, names in standing(file):
                firm = [
                    name
                    for name, value in entry.values.items()
                    if name in names and isinstance(value, ReportedValue) and not value.estimate
                ]
                if not entry.period.start <= entry.as_of < entry.period.end or not firm:
                    continue  # before its period begins there is no figure at all: TD615
                listed = ", ".join(f"“{name}”" for name in firm)
                yield rule.finding(
                    f"Kỳ {entry.period.text} đến {day_short(entry.period.end)} mới hết nhưng số liệu ngày "
                    f"{day_short(entry.as_of)} của {listed} không ghi là ước.",
                    at=entry.at("as_of"),
                    hint="Thêm estimate: true vào số liệu, hoặc sửa period hay as_of.",
                    related=tuple(
                        Related("Số liệu chưa ghi là ước.", entry.at("values", name)) for name in firm
                    ),
                )


@check("TD615", "Kỳ của số liệu phải đã bắt đầu và không sau phong trào.", Severity.WARNING)
def a_figure_is_about_days_that_have_come(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Kỳ (period) của một mục kết quả bắt đầu trước ngày số liệu (as_of), và trước khi phong trào kết thúc.

    Gõ nhầm năm thì số liệu không được tính vào đâu mà không ai hay. Kỳ của những năm trước để so sánh thì được.
    Sai: `period: 2027`, `as_of: 2026-11-20`
    Đúng: `period: 2026`, `as_of: 2026-11-20`
    """
    for folder in repository.campaigns.values():
        last = folder.campaign.period.end.end
        for file in folder.results.values():
            for entry in file.entries:
                early, late = entry.as_of < entry.period.start, entry.period.start > last
                if not early and not late:
                    continue
                why = (
                    f"bắt đầu ngày {day_short(entry.period.start)}, sau ngày số liệu {day_short(entry.as_of)}"
                    if early
                    else f"bắt đầu sau khi phong trào kết thúc ngày {day_short(last)}"
                )
                yield rule.finding(
                    f"Kỳ {entry.period.text} {why}.",
                    at=entry.at("period"),
                    hint="Xem lại năm của period và as_of.",
                )


@check("TD609", "Các mốc của phong trào phải theo thứ tự và nằm trong thời gian của nó.", Severity.WARNING)
def milestones_stand_in_the_period(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Phát động trước sơ kết, sơ kết trước tổng kết; phát động và sơ kết trong thời gian phong trào.

    Tổng kết có thể sau ngày kết thúc, nhưng không trước ngày bắt đầu. Mốc sai chỗ làm lịch nhắc việc sai.
    Sai: `final-review` ở 2026-06, `interim-review` ở 2026-12.
    Đúng: `interim-review` ở 2026-06, `final-review` ở 2026-12.
    """
    for folder in repository.campaigns.values():
        campaign = folder.campaign
        dated = [(m, m.when) for m in campaign.milestones if m.when is not None]
        for milestone, when in dated:
            early = campaign.span is not None and when.end < campaign.span.start
            late = campaign.span is not None and when.start > campaign.span.end
            if early or (late and milestone.kind != "final-review"):
                yield rule.finding(
                    f"Mốc {_KINDS[milestone.kind]} ({when.text}) nằm ngoài thời gian của phong trào.",
                    at=milestone.at("when"),
                    hint="Sửa ngày của mốc hoặc period của phong trào.",
                    related=(Related("Thời gian của phong trào ghi ở đây.", campaign.at("period")),),
                    about="period",
                )
        order = list(_KINDS)
        ranked = sorted(dated, key=lambda pair: order.index(pair[0].kind))
        for (before, first), (after, then) in pairwise(ranked):
            if before.kind != after.kind and then.end < first.start:
                yield rule.finding(
                    f"Mốc {_KINDS[after.kind]} ({then.text}) trước mốc {_KINDS[before.kind]} ({first.text}).",
                    at=after.at("when"),
                    hint="Xem lại ngày của hai mốc.",
                    related=(Related("Mốc kia ở đây.", before.at("when")),),
                    about="period",
                )


@check("TD607", "Kỳ và loại ghi ở đầu tệp lời văn phải khớp với tên tệp.", Severity.ERROR)
def a_narrative_is_named_after_its_report(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Tệp lời văn của báo cáo có tên <kỳ>-<loại>.md, với đúng kỳ và loại ghi ở period và kind.

    Lệnh lập báo cáo tìm lời văn theo tên tệp; lệch nhau thì lời văn vào nhầm báo cáo.
    Sai: tệp `2026-H1-periodic.md` có `period: 2026-Q2`.
    Đúng: tệp `2026-H1-periodic.md` có `period: 2026-H1` và `kind: periodic`.
    """
    for folder in repository.campaigns.values():
        for narrative in folder.narratives:
            head, stem = narrative.head, PurePosixPath(narrative.prose.path).stem
            if stem == f"{head.period.text}-{head.kind}":
                continue
            key = "kind" if stem.startswith(f"{head.period.text}-") else "period"
            yield rule.finding(
                f"Tệp tên là “{stem}” nhưng bên trong ghi kỳ {head.period.text}, loại {head.kind}.",
                at=head.at(key),
                hint=f"Đổi tên tệp thành {head.period.text}-{head.kind}.md, hoặc sửa {key}.",
            )


_KINDS = {"launch": "phát động", "interim-review": "sơ kết", "final-review": "tổng kết"}
"""Milestones in their order."""


def _reversed(rule: Rule, what: str, span: Period, at: Location, about: str | None = None) -> Finding:
    message = f"{what} bắt đầu ngày {day_short(span.start)} nhưng kết thúc ngày {day_short(span.end)}."
    return rule.finding(message, at=at, hint="Xem lại hai ngày.", about=about)


def _stretch(phase: Phase) -> Period:
    return Period(phase.start.start, phase.end.end, f"{phase.start.text}..{phase.end.text}")


def _outside(stretch: Period, span: Period | None) -> str | None:
    """The key of the end that leaves the span; a year of the span's first day may begin before it."""
    if span is None or span.end < span.start:
        return None
    if stretch.end < span.start or stretch.start < date(span.start.year, 1, 1):
        return "from"
    return "to" if stretch.end > span.end else None


def _join(before: Phase, after: Phase) -> str | None:
    end, start = _stretch(before).end, _stretch(after).start
    if start <= end:
        return "có ngày thuộc cả hai"
    if start > end + _DAY:
        return f"còn {(start - end).days - 1} ngày không thuộc giai đoạn nào"
    return None


def _reported_period(report: ReportDue, campaign: Campaign) -> Period | None:
    """The period that the report is about; without one, only a final report is about the whole campaign."""
    return report.period or (campaign.span if report.kind == "final" else None)
