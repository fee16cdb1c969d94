"""Rules of what is decided about a target later: versions, verdicts of persons, the path to the goal."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from thidua_cli.diagnostics.finding import Finding, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.model.periods import Period
from thidua_cli.model.targets.measured import MeasuredTarget
from thidua_cli.model.targets.overrides import Override
from thidua_cli.model.targets.target import Target
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.numbers import figure


@check("TD425", "Chỉ tiêu chỉ được điều chỉnh trong thời gian của phong trào.", Severity.WARNING)
def a_version_comes_in_time(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Ngày from của một lần điều chỉnh (versions) không được sau ngày cuối của phong trào.

    Kết quả được đánh giá theo mức đang có hiệu lực khi phong trào kết thúc; điều chỉnh về sau không làm đổi kết quả.
    Sai: phong trào đến hết năm 2026, `versions: [{from: 2027-02-01, at_least: 2000}]`.
    Đúng: `versions: [{from: 2026-12-01, at_least: 2000}]`
    """
    for target, span in _targets(repository):
        for version in target.versions:
            if version.start > span.end:
                yield rule.finding(
                    f"Lần điều chỉnh từ {day_short(version.start)} của “{target.id}” sau khi phong trào kết thúc "
                    f"({day_short(span.end)}) nên không có tác dụng.",
                    at=version.at("from"),
                    hint="Xem lại ngày, hoặc bỏ lần điều chỉnh này.",
                    about=f"targets.{target.id}",
                )


@check("TD426", "Người chỉ đánh giá kết quả khi đã hết thời gian của chỉ tiêu.", Severity.WARNING)
def a_verdict_comes_after_the_window(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Ngày chốt số liệu (as_of) của một lời đánh giá không được trước ngày cuối của chỉ tiêu, hoặc của năm (period).

    Trước đó chỉ có tiến độ, chưa có kết quả; khóa period chỉ dùng cho chỉ tiêu mà năm nào cũng phải đạt.
    Sai: chỉ tiêu của năm 2026, `verdicts: [{as_of: 2026-09-30, verdict: met, …}]`.
    Đúng: `verdicts: [{as_of: 2027-01-15, verdict: met, …}]`
    """
    for target, span in _targets(repository):
        for declared in target.verdicts:
            wrong = _wrong_time(target, declared, span)
            if wrong is not None:
                yield rule.finding(
                    f"Lời đánh giá “{target.id}” của {declared.by} không dùng được: {wrong}.",
                    at=declared.at("as_of" if declared.period is None else "period"),
                    hint="Đánh giá khi đã hết thời gian, hoặc sửa as_of và period.",
                    about=f"targets.{target.id}",
                )


@check("TD427", "Lộ trình phải nằm trong thời gian của chỉ tiêu và đi đến mức phải đạt.", Severity.WARNING)
def a_path_leads_to_the_goal(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Mốc của lộ trình (path) không được sau thời hạn, và không được vượt quá mức phải đạt.

    Mốc cuối cao hơn mức phải đạt thì theo lộ trình là chậm mà theo chỉ tiêu lại là vượt. Chỉ tiêu mà năm nào cũng phải
    đạt thì mỗi mốc là của một năm nên không so với mức chung.
    Sai: `at_least: 300` với `path: [{by: 2026-09, value: 400}]`.
    Đúng: `path: [{by: 2026-09, value: 220}]`
    """
    for target, span in _targets(repository):
        if not isinstance(target, MeasuredTarget):
            continue
        newest = target.in_force(date.max)
        end = min(newest.by.end, span.end) if newest.by else span.end
        for point in target.path:
            value = Fraction(point.value)
            beyond = (
                target.across_years == "together"
                and newest.is_met_by(value)
                and value not in newest.goal.limits
            )
            if point.by.end > end or beyond:
                what = (
                    f"vượt mức phải đạt là {newest.goal.printed}" if beyond else f"sau hạn {day_short(end)}"
                )
                yield rule.finding(
                    f"Mốc {point.by.text} trong lộ trình của “{target.id}” là {figure(point.value)}, {what}.",
                    at=point.at("value" if beyond else "by"),
                    hint="Xem lại mốc này và mức phải đạt.",
                    about=f"targets.{target.id}",
                )


def _wrong_time(target: Target, declared: Override, span: Period) -> str | None:
    by = target.in_force(declared.as_of).by
    end = min(by.end, span.end) if by else span.end
    if declared.period is not None:
        if target.across_years != "each":
            return "period chỉ dùng cho chỉ tiêu mà năm nào cũng phải đạt (over_time: each-year)"
        end = min(end, declared.period.end)
    return f"số liệu chốt trước ngày {day_short(end)}" if declared.as_of < end else None


def _targets(repository: Repository) -> Iterator[tuple[Target, Period]]:
    """Each target of a campaign whose days are known, with these days."""
    for folder in repository.campaigns.values():
        span = folder.campaign.span
        if span is not None:
            for target in folder.sheet.every_target:
                yield target, span
