"""Targets that every year must meet, or whose years are averaged: a row for each year, and one for all."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from thidua_cli.model.periods import Period, period_between
from thidua_cli.model.targets.target import Actual, Judgement, Target
from thidua_cli.progress.aggregation import Outcome
from thidua_cli.progress.figures import Figures
from thidua_cli.progress.rows import TargetRow, Verdict
from thidua_cli.progress.scopes import Scope
from thidua_cli.progress.verdicts import Result, Schedule
from thidua_cli.progress.words import RESULT_WORDS

DECIDED = (Result.EXCEEDED, Result.MET, Result.NOT_MET)


def year_of(row: TargetRow) -> int:
    """The year that the row of one year is about."""
    assert row.scope is not None, "the row of a year has its days"
    return row.scope.end.year


def each_year(years: tuple[TargetRow, ...], scope: Scope) -> tuple[Outcome, Verdict]:
    """The newest year's figure, and the verdict on all years: one that failed decides, one that is missing defers."""
    shown = next((row for row in reversed(years) if row.outcome.is_known), years[-1])
    outcome = replace(shown.outcome, because=(*_about_years(years), *shown.outcome.because))
    decided = [row for row in years if row.result in DECIDED]
    met = all(row.result is not Result.NOT_MET for row in decided)
    judgement = _judgement(shown, decided, met=met)
    if any(row.result is Result.NO_BASE for row in years):
        return outcome, Verdict(Result.NO_BASE)
    whole = len(decided) == len(years) and year_of(years[-1]) == scope.end.year
    if (whole or scope.is_past) and decided and (whole or not met):
        return outcome, Verdict(_overall(decided), judgement=judgement)
    if scope.is_past and any(row.result is Result.NOT_JUDGED for row in years):
        return outcome, Verdict(Result.NOT_JUDGED, judgement=judgement)
    if not any(row.outcome.is_known for row in years):
        return outcome, Verdict(Result.NO_DATA) if scope.is_past else Verdict(schedule=Schedule.NO_DATA)
    if scope.is_past:
        return outcome, Verdict(schedule=Schedule.OVERDUE, judgement=judgement)
    return outcome, Verdict(schedule=_schedule(years, decided, met=met), judgement=judgement)


def mean_of_years(target: Target, years: tuple[TargetRow, ...]) -> Outcome:
    """The mean of the years that are over and whole; a year that is missing keeps it from being judged."""
    whole = [row for row in years if _is_whole(row)]
    missing = [row for row in years if not _is_whole(row) and row.scope is not None and row.scope.is_past]
    values = [row.outcome.actual.value for row in whole if row.outcome.actual]
    mean = sum(values, Fraction(0)) / len(values) if values else None
    return Outcome(
        actual=None if mean is None else Actual(mean),
        figures=Figures.joined(row.outcome.figures for row in whole),
        owing=years[-1].outcome.owing,
        missing=tuple(dict.fromkeys(unit for row in missing for unit in row.outcome.missing)),
        covers=_covered(whole),
        is_complete=mean is not None and not missing,
        because=(
            *(f"Chưa đủ số liệu năm {year_of(row)} của {target.name}." for row in missing),
            *([f"Bình quân {len(values)} năm."] if values else []),
        ),
    )


def _covered(whole: list[TargetRow]) -> Period | None:
    spans = [row.outcome.covers for row in whole if row.outcome.covers]
    return period_between(spans[0].start, spans[-1].end) if spans else None


def _is_whole(row: TargetRow) -> bool:
    covers = row.outcome.covers
    return (
        row.outcome.is_complete
        and covers is not None
        and row.scope is not None
        and covers.end >= row.scope.end
    )


def _judgement(shown: TargetRow, decided: list[TargetRow], *, met: bool) -> Judgement | None:
    """This year's own share beside the word on all years."""
    if shown.judgement is None:
        return None
    judged = shown in decided or (met and shown.judgement.met)
    exceeded = bool(decided) and all(row.result is Result.EXCEEDED for row in decided)
    return Judgement(met and judged, exceeded and met and shown.judgement.exceeded, shown.judgement.share)


def _overall(decided: list[TargetRow]) -> Result:
    if any(row.result is Result.NOT_MET for row in decided):
        return Result.NOT_MET
    return Result.EXCEEDED if all(row.result is Result.EXCEEDED for row in decided) else Result.MET


def _schedule(years: tuple[TargetRow, ...], decided: list[TargetRow], *, met: bool) -> Schedule | None:
    """A year that failed cannot be mended; a year that is missing leaves the question open."""
    if not met:
        return Schedule.LATE
    if any(row not in decided for row in years[:-1]):
        return None
    newest = years[-1].schedule
    if years[-1] in decided or (newest is Schedule.NO_DATA and decided):
        return Schedule.ON_TRACK
    return newest


def _about_years(years: tuple[TargetRow, ...]) -> Iterator[str]:
    said = [f"năm {year_of(row)} {RESULT_WORDS[row.result]}" for row in years if row.result]
    if said:
        words = "; ".join(said)
        yield f"{words[0].upper()}{words[1:]}."
