"""Combinations: the verdict on several targets of which all, or any, must be met."""

from collections.abc import Iterator
from fractions import Fraction

from thidua_cli.model.targets.combinations import AllOfTarget, CombinedTarget
from thidua_cli.model.targets.target import Actual, Judgement
from thidua_cli.progress.aggregation import Outcome
from thidua_cli.progress.figures import Figures
from thidua_cli.progress.rows import TargetRow, Verdict
from thidua_cli.progress.verdicts import Result, Schedule
from thidua_cli.progress.words import RESULT_WORDS, SCHEDULE_WORDS

_GOOD = (Result.EXCEEDED, Result.MET)
_WORST_FIRST = (
    Schedule.OVERDUE, Schedule.NO_DATA, Schedule.LATE, Schedule.AT_RISK,
    Schedule.NOT_DUE, Schedule.ON_TRACK, Schedule.AHEAD,
)  # fmt: skip


def combined(target: CombinedTarget, rows: tuple[TargetRow, ...]) -> tuple[Outcome, Verdict]:
    """How many of the children are met, and what that is worth; a child that nobody can judge defers the verdict."""
    judged = [row.judgement for row in rows if row.judgement is not None]
    outcome = Outcome(
        actual=Actual(Fraction(sum(one.met for one in judged))) if judged else None,
        figures=Figures.joined(row.outcome.figures for row in rows),
        owing=_owing(rows),
        missing=tuple(dict.fromkeys(unit for row in rows for unit in row.outcome.missing)),
        is_complete=len(judged) == len(target.children),
        because=tuple(_about(rows)),
    )
    every = isinstance(target, AllOfTarget)
    judgement = _judgement(judged, every=every) if outcome.is_complete else None
    result = _result(target, rows, every=every)
    if result is not None:
        return outcome, Verdict(result, judgement=judgement)
    return outcome, Verdict(schedule=_schedule(rows, every=every), judgement=judgement)


def _result(target: CombinedTarget, rows: tuple[TargetRow, ...], *, every: bool) -> Result | None:
    """The result that cannot change any more, whatever the children that are still open come to."""
    results = [row.result for row in rows]
    good = [result for result in results if result in _GOOD]
    if every and Result.NOT_MET in results:
        return Result.NOT_MET
    if not every and good:
        return Result.EXCEEDED if Result.EXCEEDED in good else Result.MET
    for unknown in (Result.NOT_JUDGED, Result.NO_BASE, Result.NO_DATA):
        if unknown in results:
            return unknown
    if len(rows) < len(target.children) or None in results:
        return None
    if not every:
        return Result.NOT_MET
    return Result.EXCEEDED if all(result is Result.EXCEEDED for result in results) else Result.MET


def _schedule(rows: tuple[TargetRow, ...], *, every: bool) -> Schedule | None:
    """The worst of all that are open, or of any the best."""
    open_still = [row.schedule for row in rows if row.result is None]
    if not open_still or None in open_still:
        return None
    ranked = sorted((s for s in open_still if s is not None), key=_WORST_FIRST.index)
    return ranked[0] if every else ranked[-1]


def _judgement(judged: list[Judgement], *, every: bool) -> Judgement:
    shares = [one.share for one in judged]
    known = [share for share in shares if share is not None]
    choose = min if every else max
    return Judgement(
        met=all(one.met for one in judged) if every else any(one.met for one in judged),
        exceeded=all(one.exceeded for one in judged) if every else any(one.exceeded for one in judged),
        share=choose(known) if len(known) == len(shares) else None,
    )


def _owing(rows: tuple[TargetRow, ...]) -> tuple[str, ...] | None:
    told = [row.outcome.owing for row in rows if row.outcome.owing is not None]
    return tuple(dict.fromkeys(unit for owing in told for unit in owing)) if told else None


def _about(rows: tuple[TargetRow, ...]) -> Iterator[str]:
    for row in rows:
        word = RESULT_WORDS[row.result] if row.result else None
        if word is None:
            word = SCHEDULE_WORDS[row.schedule] if row.schedule else "chưa đủ số liệu"
        yield f"{row.target.name}: {word}."
