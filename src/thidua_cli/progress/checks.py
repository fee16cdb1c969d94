"""Rules about figures that show only when they are put together."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from thidua_cli.diagnostics.finding import Finding, Related, Severity
from thidua_cli.diagnostics.rule import Check, Rule, check
from thidua_cli.model.targets.target import Target
from thidua_cli.progress.naming import unit_names
from thidua_cli.progress.observations import Observation, current, observations
from thidua_cli.progress.scoreboard import score
from thidua_cli.progress.unit_figures import pieces
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.numbers import figure


@check("TD603", "Số liệu để cộng dồn không được trùng nhau một phần thời gian.", Severity.ERROR)
def _overlapping(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Số liệu của các kỳ được cộng lại thành số của cả năm, nên không ngày nào được tính hai lần.

    Kỳ nằm trọn trong kỳ khác thì không cộng lần nữa (9 tháng đã gồm 6 tháng đầu năm). Hai kỳ chỉ trùng nhau một
    phần thì không biết phần chung là bao nhiêu: thidua không cộng và không đánh giá chỉ tiêu.
    Sai: một đơn vị báo cáo `period: 2026-5M` và `period: 2026-Q2` cho cùng một chỉ tiêu.
    Đúng: `period: 2026-Q1` và `period: 2026-Q2`; hoặc số lũy kế từ đầu năm với `cumulative: true`.
    """
    for target, known in _summed(repository):
        _, clash = pieces(known)
        if clash is None:
            continue
        first, second = sorted(clash, key=lambda o: o.stretch)
        yield rule.finding(
            f"Số liệu {second.stretch.in_words} của chỉ tiêu “{target.id}” trùng một phần với"
            f" {first.stretch.in_words}.",
            at=second.at,
            hint="Chia lại kỳ cho rời nhau, hoặc ghi cumulative: true nếu là số lũy kế từ đầu năm.",
            related=(Related(f"Số liệu {first.stretch.in_words} ở đây.", first.at),),
            about=f"targets.{target.id}",
        )


@check("TD606", "Số lũy kế từ đầu năm không được giảm.", Severity.WARNING)
def _falling(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Số tính từ đầu năm của kỳ sau gồm cả kỳ trước nên không thể nhỏ hơn.

    Nếu nhỏ hơn thì một trong hai số sai, hoặc số sau chỉ là số của riêng kỳ đó.
    Sai: 6 tháng đầu năm là `1520`, 9 tháng đầu năm là `900`.
    Đúng: 6 tháng đầu năm là `1520`, 9 tháng đầu năm là `2100`; hoặc `period: 2026-Q3` với `900`.
    """
    for target, known in _summed(repository):
        since_new_year = [o for o in known if (o.stretch.start.month, o.stretch.start.day) == (1, 1)]
        for earlier, later in pairwise(since_new_year):
            before, after = earlier.reported.value, later.reported.value
            if earlier.stretch.start != later.stretch.start or before is None or after is None:
                continue
            if after < before:
                yield rule.finding(
                    f"Chỉ tiêu “{target.id}” của {unit_names(repository, [later.unit])}:"
                    f" {later.stretch.in_words} là {figure(after)},"
                    f" nhỏ hơn {figure(before)} của {earlier.stretch.in_words}.",
                    at=later.at,
                    hint="Xem lại hai số; số chỉ của riêng kỳ thì ghi đúng kỳ, ví dụ 2026-Q3.",
                    related=(Related(f"Số {earlier.stretch.in_words} ở đây.", earlier.at),),
                    about=f"targets.{target.id}",
                )


@check("TD421", "Đánh giá của người phải được xem lại khi số liệu đã thay đổi.", Severity.WARNING)
def _judged_before(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Mục verdicts ghi kết quả do một người đánh giá theo số liệu của một ngày (as_of, hoặc figure).

    Số liệu sau đó được đính chính hay bổ sung thì lời đánh giá có thể không còn đúng; giấy tờ vẫn in lời đánh giá
    nhưng nói rõ là phải xem lại.
    Sai: đánh giá theo `figure: 2490`, sau đó đơn vị đính chính thành 2300.
    Đúng: thêm một mục verdicts mới với `as_of` và lý do của lần đánh giá lại.
    """
    for folder in repository.campaigns.values():
        if not any(target.verdicts for target in folder.sheet.targets):
            continue
        for row in score(repository, folder, date.max).targets:
            for judged in (row, *row.parts):
                found = judged.override
                if found is not None and judged.override_is_outdated:
                    yield rule.finding(
                        f"Số liệu của “{row.target.id}” đã thay đổi sau khi {found.by} đánh giá"
                        f" ngày {day_short(found.on)}.",
                        at=found.at("figure" if found.figure is not None else "as_of"),
                        hint="Đánh giá lại và thêm một mục verdicts mới, hoặc xem lại số liệu.",
                        about=f"targets.{row.target.id}",
                    )


def _summed(repository: Repository) -> Iterator[tuple[Target, list[Observation]]]:
    """For each target whose figures add up, the figures of each unit that no newer one replaces."""
    for folder in repository.campaigns.values():
        for target in folder.sheet.every_target:
            if target.time_aggregation != "sum":
                continue
            for unit, results in sorted(folder.results.items()):
                known = current(list(observations(unit, results, target.id)))
                if known:
                    yield target, known


CHECKS: tuple[Check[Repository], ...] = (_overlapping, _falling, _judged_before)
