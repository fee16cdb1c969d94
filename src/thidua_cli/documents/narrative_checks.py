"""What the narrative of a report must keep to: a figure that is typed agrees with the data."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from thidua_cli.diagnostics.finding import Finding, Related, Severity
from thidua_cli.diagnostics.rule import Check, Rule, check
from thidua_cli.documents.comparisons import change_since, compared_with_before, share_in_words
from thidua_cli.documents.phrases import reached_with_unit
from thidua_cli.documents.printed_texts import without_calls
from thidua_cli.documents.report_sections import answers_in
from thidua_cli.documents.report_senders import sender_of
from thidua_cli.documents.written_figures import Says, WrittenFigure, written_figures
from thidua_cli.model.results import ReportedValue
from thidua_cli.model.targets.changes import POINTS
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.scoreboard import score, unit_score
from thidua_cli.repository.index import CampaignFolder, Narrative, Prose, Repository


@check("TD530", "Con số gõ tay trong lời văn báo cáo phải khớp với số liệu.", Severity.WARNING)
def _contradictions(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Bảng và câu tổng hợp của báo cáo được tính từ số liệu; lời văn nói khác thì một trong hai chỗ sai.

    Được so: mức đã thực hiện (kèm đơn vị tính), “đạt …% kế hoạch”, “vượt …% kế hoạch”, “tăng, giảm …% so với cùng kỳ”
    đứng sau tên chỉ tiêu, trong câu không nói đến thời gian khác. Con số của một đơn vị, của một kỳ đã báo cáo hay của
    kế hoạch đều được chấp nhận. Chưa có số liệu thì không so được.
    Sai: `Doanh thu du lịch đạt 1.453 tỷ đồng` khi các đơn vị báo cáo cộng lại là 1.543 tỷ đồng.
    Đúng: `Doanh thu du lịch đạt 1.543 tỷ đồng`
    """
    for folder in repository.campaigns.values():
        for narrative in folder.narratives:
            unit = repository.units.get(narrative.unit)
            if unit is not None and unit.is_organisation:
                yield from _in_narrative(rule, repository, folder, narrative)


CHECKS: tuple[Check[Repository], ...] = (_contradictions,)


@dataclass(frozen=True, slots=True)
class _Typed:
    """A typed figure and the prose that it stands in."""

    figure: WrittenFigure
    prose: Prose


def _in_narrative(
    rule: Rule, repository: Repository, folder: CampaignFolder, narrative: Narrative
) -> Iterator[Finding]:
    typed = [
        _Typed(figure, answer.prose)
        for answer in answers_in(narrative.prose)
        for figure in written_figures(
            without_calls(answer.prose), folder.sheet.targets, narrative.head.period
        )
    ]
    if not typed:
        return
    rows = {row.target.id: row for row in _rows(repository, folder, narrative)}
    seen: set[tuple[int, int]] = set()
    for one in typed:
        row = rows.get(one.figure.target.id)
        where = (one.prose.first_line, one.figure.start)
        said = _contradiction(row, one.figure, folder) if row is not None else None
        if said is None or row is None or where in seen:
            continue
        seen.add(where)
        text = one.prose.text[one.figure.start : one.figure.end]
        yield rule.finding(
            f"Lời văn viết “{text}” cho chỉ tiêu “{row.target.name}” nhưng theo số liệu là {said}.",
            at=one.prose.at(one.figure.start, len(text)),
            hint="Sửa lời văn; nếu số liệu sai thì sửa số liệu ở results.",
            related=tuple(
                Related(entry.source, entry.at) for found, _ in row.entered for entry in found.contributions
            ),
        )


def _rows(repository: Repository, folder: CampaignFolder, narrative: Narrative) -> tuple[TargetRow, ...]:
    """The rows of the report's own table, by what was known when it was dated, else by all that is known."""
    newest = max((entry.as_of for r in folder.results.values() for entry in r.entries), default=date.min)
    period = narrative.head.period
    day = narrative.head.date or max(newest, period.end)
    if sender_of(repository, folder, narrative.unit).is_whole:
        return score(repository, folder, day, period).targets
    return unit_score(repository, folder, narrative.unit, day, period).targets


def _contradiction(row: TargetRow, written: WrittenFigure, folder: CampaignFolder) -> str | None:
    """What the data say where they say something else; None where they agree or say nothing."""
    actual, judgement = row.outcome.actual, row.judgement
    if actual is None:
        return None
    match written.says:
        case Says.LEVEL:
            fits = any(written.fits(value) for value in _levels(row, folder))
            return None if fits else reached_with_unit(actual, row.target)
        case Says.CHANGE:
            change = change_since(row.target, row.outcome, row.same_period)
            if change is None or change.unit != written.unit or written.fits(change.size):
                return None
            return compared_with_before(row.target, row.outcome, row.same_period)
        case Says.SHARE | Says.BEYOND:
            if judgement is None or judgement.share is None:
                return None
            exact = _against_goal(row, written, actual.value, judgement.share)
            return (
                None
                if written.fits(exact)
                else share_in_words(judgement.share, "kế hoạch", exceeded=judgement.exceeded)
            )


def _against_goal(row: TargetRow, written: WrittenFigure, reached: Fraction, share: Fraction) -> Fraction:
    if written.says is Says.SHARE:
        return 100 * share
    if written.unit == POINTS:
        return reached - row.target.goal.limits[-1]
    return 100 * (share - 1)


def _levels(row: TargetRow, folder: CampaignFolder) -> Iterator[Fraction]:
    """Every figure of the target that data know: reached, planned, expected, of the year before, of units and parts."""
    for one in (row, *row.parts):
        before = one.same_period
        for outcome in (one.outcome, before) if before else (one.outcome,):
            if outcome.actual is not None:
                yield outcome.actual.value
            for found in outcome.figures:
                if found.amount is not None:
                    yield found.amount
    for target in (row.target, row.planned):
        yield from target.goal.limits
        yield Fraction(target.goal.value)
    if row.expected is not None:
        yield row.expected
    yield from _reported(row, folder)


def _reported(row: TargetRow, folder: CampaignFolder) -> Iterator[Fraction]:
    for results in folder.results.values():
        for entry in results.entries:
            value = entry.values.get(row.target.reported_as)
            if isinstance(value, ReportedValue):
                yield from (Fraction(v) for v in (value.value, value.base, *value.of) if v is not None)
                if value.fraction is not None and value.fraction[1]:
                    yield 100 * Fraction(value.fraction[0]) / Fraction(value.fraction[1])
