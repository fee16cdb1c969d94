"""Rules of length and of reviews: a named number of days is kept, years are whole, and somebody holds the reviews."""

import re
from collections.abc import Iterator

from thidua_cli.diagnostics.finding import Finding, Related, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.dates import day_short

_DAYS = re.compile(r"\b(\d{2,3}) ngày(?: đêm)?\b")
_LONG = 3
"""Years from which on a campaign must be reviewed on the way."""
_REVIEWS = {"interim-review": ("sơ kết", "interim"), "final-review": ("tổng kết", "final")}


@check("TD610", "Số ngày trong tên phong trào phải khớp với thời gian của phong trào.", Severity.WARNING)
def the_named_days_are_the_days(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """“200 ngày đêm” phải có 200 ngày từ ngày bắt đầu đến hết ngày kết thúc.

    Ngày đầu và ngày cuối đều tính. Tên nói một đằng, thời gian một nẻo thì không biết lúc nào phong trào kết thúc.
    Sai: `slogan: 200 ngày đêm …` với `period: {from: 2025-07-14, to: 2025-12-31}` (171 ngày)
    Đúng: `period: {from: 2025-06-15, to: 2025-12-31}` (200 ngày)
    """
    for folder in repository.campaigns.values():
        campaign, span = folder.campaign, folder.campaign.span
        key = "slogan" if campaign.slogan is not None else "name"
        named = _DAYS.search(campaign.slogan or campaign.name)
        if span is not None and named is not None and int(named[1]) != span.days > 0:
            yield rule.finding(
                f"Tên phong trào nói {named[0]} nhưng từ {day_short(span.start)} đến hết {day_short(span.end)} có "
                f"{span.days} ngày.",
                at=campaign.at(key),
                hint="Sửa period hoặc tên; bản đã ban hành thì ghi vào known_issues.",
                related=(Related("Thời gian của phong trào ghi ở đây.", campaign.at("period")),),
                about="period",
            )


@check("TD612", "Chỉ tiêu hằng năm cần những năm trọn vẹn.", Severity.NOTE)
def yearly_targets_have_whole_years(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Phong trào nhiều năm bắt đầu hoặc kết thúc giữa năm thì kế hoạch phải nói năm lẻ có tính chỉ tiêu hằng năm không.

    Mỗi người một sáng kiến mỗi năm, phát động vào quý IV: năm đầu tính hay không làm kết quả khác hẳn.
    Sai: `period: {from: 2025-Q4, to: 2030-Q4}` với chỉ tiêu `over_time: each-year`
    Đúng: `period: {from: 2026, to: 2030}`
    """
    for folder in repository.campaigns.values():
        span = folder.campaign.span
        if span is None or span.start.year == span.end.year:
            continue
        first = (span.start.month, span.start.day) != (1, 1)
        last = (span.end.month, span.end.day) != (12, 31)
        if not first and not last:
            continue
        years = " và ".join(str(d.year) for d, broken in ((span.start, first), (span.end, last)) if broken)
        for target in folder.sheet.targets:
            if target.counts and target.across_years == "each":
                yield rule.finding(
                    f"“{target.id}” tính từng năm nhưng năm {years} không trọn: không rõ có tính năm đó không.",
                    at=target.at("over_time"),
                    hint="Nói rõ trong kế hoạch, và ghi period theo đó.",
                    related=(Related("Thời gian của phong trào ghi ở đây.", folder.campaign.at("period")),),
                    about=f"targets.{target.id}",
                )


@check("TD613", "Sơ kết, tổng kết phải có người được giao báo cáo.", Severity.NOTE)
def a_review_has_its_report(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Mốc sơ kết cần một báo cáo kind: interim, mốc tổng kết cần một báo cáo kind: final ở reports.

    Kế hoạch định ngày mà không giao ai chuẩn bị thì đến ngày không có gì để họp.
    Sai: `milestones: [{kind: interim-review, when: 2028}]`, reports không có báo cáo sơ kết.
    Đúng: `reports: [{id: so-ket, from: so-noi-vu, to: ubnd-tinh, kind: interim, by: 2028}]`
    """
    for folder in repository.campaigns.values():
        reported = {report.kind for report in folder.campaign.reports}
        for milestone in folder.campaign.milestones:
            words, kind = _REVIEWS.get(milestone.kind, ("", ""))
            if kind and kind not in reported:
                yield rule.finding(
                    f"Có mốc {words} nhưng không giao ai báo cáo {words}.",
                    at=milestone.at("kind"),
                    hint=f"Thêm một báo cáo kind: {kind} vào reports.",
                    about="milestones",
                )


@check("TD614", "Phong trào từ ba năm trở lên phải có mốc sơ kết.", Severity.WARNING)
def a_long_campaign_is_reviewed_on_the_way(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Phong trào kéo dài từ ba năm phải định thời gian sơ kết, ít nhất là năm nào.

    Không sơ kết giữa chừng thì đến tổng kết mới biết chậm, không kịp điều chỉnh.
    Sai: `period: {from: 2025, to: 2030}`, không có mốc `interim-review` nào có `when`.
    Đúng: `milestones: [{kind: interim-review, when: 2027-Q4}]`
    Nguồn: Luật Thi đua, khen thưởng năm 2022, Điều 17 (sơ kết, tổng kết phong trào thi đua).
    """
    for folder in repository.campaigns.values():
        campaign, span = folder.campaign, folder.campaign.span
        if span is None or span.end.year - span.start.year + 1 < _LONG:
            continue
        reviews = [m for m in campaign.milestones if m.kind == "interim-review"]
        dated = any(m.when is not None for m in reviews)
        if not dated and not any(r.kind == "interim" and r.last_day for r in campaign.reports):
            yield rule.finding(
                f"Phong trào kéo dài từ năm {span.start.year} đến năm {span.end.year} mà chưa định ngày sơ kết.",
                at=reviews[0].at("kind") if reviews else campaign.at("period"),
                hint="Thêm mốc interim-review có when ở milestones.",
                related=(Related("Thời gian của phong trào ghi ở đây.", campaign.at("period")),),
                about="milestones",
            )
