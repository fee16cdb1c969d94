"""Declared verdicts: what a named person says a target came to, beside what its figures come to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from thidua_cli.model.targets.overrides import Override
from thidua_cli.model.targets.target import Actual
from thidua_cli.progress.questions import Question
from thidua_cli.progress.rows import TargetRow, Verdict
from thidua_cli.progress.verdicts import Result
from thidua_cli.progress.words import RESULT_WORDS
from thidua_cli.vietnamese.dates import day_short

_OUTDATED = "Số liệu đã thay đổi sau lần đánh giá này nên phải đánh giá lại."


def declared(question: Question, row: TargetRow, figure_then: Callable[[date], Actual | None]) -> TargetRow:
    """The row with the newest override that was known on the day of asking.

    A person may say what a target came to, not how it will come out: before its window is over nothing is overridden.
    `figure_then` tells what the figure was by what was known on an earlier day.
    """
    found = _newest(question, row)
    if found is None or row.scope is None:
        return row
    if row.result is None and not row.scope.is_closed:
        waits = f"Đánh giá của {found.by} chưa dùng được vì chưa hết thời gian của chỉ tiêu."
        return replace(row, verdict=replace(row.verdict, because=(*row.verdict.because, waits)))
    outdated = has_changed(found, row.outcome.actual, figure_then)
    verdict = Verdict(
        Result(found.verdict),
        judgement=row.judgement,
        because=(_said(found, row), *([_OUTDATED] if outdated else []), *row.verdict.because),
    )
    return replace(row, verdict=verdict, override=found, computed=row.result, override_is_outdated=outdated)


def has_changed(found: Override, now: Actual | None, figure_then: Callable[[date], Actual | None]) -> bool:
    """Whether the figure that a person judged is no longer the figure of the target."""
    if found.figure is not None:
        return now is None or not found.fits(now.value)
    return figure_then(found.as_of) != now


def _newest(question: Question, row: TargetRow) -> Override | None:
    if row.scope is None or not question.hears_persons:
        return None
    year = row.scope.end if row.scope.whole is not None else None
    known = [
        one
        for one in row.planned.verdicts
        if one.concerns(year) and one.on <= question.as_of and one.as_of <= row.scope.today
    ]
    return max(known, key=lambda one: one.on, default=None)


def _said(found: Override, row: TargetRow) -> str:
    alone = RESULT_WORDS[row.result] if row.result else "chưa có kết quả"
    return (
        f"{found.by} đánh giá {RESULT_WORDS[Result(found.verdict)]} ngày {day_short(found.on)},"
        f" theo số liệu là {alone}. Lý do: {found.because.rstrip('.')}."
    )
