"""Changes: the levels that units handed in for whole years, beside the base that they are compared with."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from thidua_cli.model.exact import exact_sum
from thidua_cli.model.periods import Period, period_between
from thidua_cli.model.results import ReportedValue
from thidua_cli.model.targets.bases import Base
from thidua_cli.model.targets.changes import ChangeTarget, Step
from thidua_cli.model.targets.target import Actual
from thidua_cli.progress.aggregation import (
    Outcome,
    about_other_days,
    about_reporting,
    about_strangers,
)
from thidua_cli.progress.figures import Figures
from thidua_cli.progress.naming import unit_names
from thidua_cli.progress.observations import Observation, current
from thidua_cli.progress.questions import Question
from thidua_cli.progress.scopes import Scope
from thidua_cli.progress.unit_figures import figure_of
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.numbers import figure

_NO_BASE = "Kế hoạch chưa nói so với số gốc nào (against) nên chưa đánh giá được."
_BASE_OF_ALL = "Số gốc (against) là của tất cả các đơn vị; chưa có số gốc riêng nên chưa đánh giá được."
_NO_PERCENTAGE = "Số gốc bằng 0 hoặc âm nên không tính được tỷ lệ thay đổi."
_APART = "Không gộp được số liệu của các đơn vị: phải cùng là con số, hoặc cùng là cặp of."
_Level = Decimal | tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class _Levels:
    """What one unit handed in, one figure for each stretch of days."""

    unit: str
    known: tuple[Observation, ...]
    scope: Scope
    is_chained: bool

    @property
    def newest(self) -> Observation | None:
        """The newest whole year, or part of a year with a base of its own; a chain of years is not cut by a part."""
        fit = [o for o in self.known if self.scope.admits(o.stretch)]
        years = [o for o in fit if _is_year(o.stretch)]
        if not (self.is_chained and years):
            years += [o for o in fit if o.reported.base is not None]
        return max(years, key=lambda o: (o.stretch.end, o.stretch.days), default=None)

    def link(self, year: int) -> Observation | None:
        """The figure of a year in a chain: of the whole year; of the newest a part, while no year is whole."""
        newest = self.newest
        return self.year(year) or (newest if newest and newest.stretch.start.year == year else None)

    def year(self, year: int) -> Observation | None:
        """The figure of a whole year."""
        return next((o for o in self.known if _is_year(o.stretch) and o.stretch.start.year == year), None)

    def base_of(self, at: Observation) -> _Level | None:
        """What the year before came to: as the report says beside the figure, else as it was reported then."""
        if at.reported.base is not None:
            return at.reported.base
        before = self.year(at.stretch.start.year - 1) if _is_year(at.stretch) else None
        return None if before is None else _level(before.reported)


@dataclass(frozen=True, slots=True)
class _Comparison:
    """From which level to which level, or why that cannot be said."""

    steps: tuple[Step, ...] = ()
    because: str | None = None
    has_base: bool = True


def change_outcome(question: Question, target: ChangeTarget, scope: Scope) -> Outcome:
    """What a target of change came to within the scope."""
    repository, owing = question.repository, question.owing_of(target)
    known = {handed.unit: handed.observations for handed in question.handed(target)}
    units = [_levels(unit, found, target, scope) for unit, found in known.items()]
    in_words = [unit for unit, found in known.items() if len(_in_figures(found)) < len(found)]
    figures = Figures.of(figure_of(o) for one in units if (o := one.newest))
    reported = frozenset(figures.units)
    missing = tuple(unit for unit in owing or () if unit not in reported)
    compared = _compared(question, target, [one for one in units if one.newest], scope)
    change = target.change(compared.steps) if compared.steps else None
    because = _NO_PERCENTAGE if compared.steps and change is None else compared.because
    foreign = {
        o.stretch
        for found in known.values()
        for o in found
        if o.stretch.end.year >= scope.start.year and scope.is_foreign(o.stretch)
    }
    return Outcome(
        actual=None if change is None else Actual(change),
        figures=figures,
        owing=owing,
        missing=missing,
        covers=_covers(figures),
        is_complete=change is not None and not missing,
        because=(
            *about_reporting(repository, owing, missing),
            *([because] if because else []),
            *(
                [f"Không tính số liệu báo bằng lời của {unit_names(repository, in_words)}."]
                if in_words
                else []
            ),
            *_about_base(target, compared.steps),
            *about_strangers(question, target),
            *about_other_days(foreign),
        ),
        has_base=compared.has_base,
    )


def _compared(question: Question, target: ChangeTarget, units: list[_Levels], scope: Scope) -> _Comparison:
    repository = question.repository
    newest = [(one, o) for one in units if (o := one.newest)]
    of_others = isinstance(target.against, Base) and question.is_part(target.reported_by)
    if target.against is None or of_others:
        return _Comparison(because=_BASE_OF_ALL if of_others else _NO_BASE, has_base=False)
    if len({o.stretch for _, o in newest}) > 1:
        return _Comparison(because="Các đơn vị có số liệu của những kỳ khác nhau nên chưa so với số gốc.")
    if not newest:
        return _Comparison()
    if isinstance(target.against, Base):
        return _from_base(target, target.against, [o for _, o in newest])
    if target.is_chained:
        return _chained(repository, target, units, scope)
    return _year_on_year(repository, target, newest)


def _from_base(target: ChangeTarget, base: Base, newest: list[Observation]) -> _Comparison:
    stretch = newest[0].stretch
    years = stretch.start.year - base.year
    if not _is_year(stretch) or years < 1:
        words = f"Không so được số liệu {stretch.in_words} với số gốc của cả năm {base.year}."
        return _Comparison(because=words)
    level = _together(target, [_level(o.reported) for o in newest])
    if level is None:
        return _Comparison(because=_APART)
    return _Comparison((Step(Fraction(base.value), level, years),))


def _chained(repository: Repository, target: ChangeTarget, units: list[_Levels], scope: Scope) -> _Comparison:
    """Every year from the first of the window to the newest; in the first year a part of it, with its own base."""
    last = max(o.stretch.end.year for one in units if (o := one.newest))
    steps: list[Step] = []
    for year in range(scope.start.year, last + 1):
        of_year = [(one, o) for one in units if (o := one.link(year))]
        if len(of_year) < len(units):
            return _Comparison(because=f"Chưa đủ số liệu cả năm {year} nên chưa tính bình quân các năm.")
        compared = _year_on_year(repository, target, of_year)
        if not compared.steps:
            return compared
        steps += compared.steps
    return _Comparison(tuple(steps))


def _year_on_year(
    repository: Repository, target: ChangeTarget, of_year: list[tuple[_Levels, Observation]]
) -> _Comparison:
    bases = {one.unit: one.base_of(o) for one, o in of_year}
    without = [unit for unit, base in bases.items() if base is None]
    if without:
        names, words = unit_names(repository, without), of_year[0][1].stretch.in_words
        because = f"Chưa có số gốc (base) để so số liệu {words} của {names}."
        return _Comparison(because=because, has_base=False)
    level = _together(target, [_level(o.reported) for _, o in of_year])
    base = _together(target, [base for base in bases.values() if base is not None])
    if level is None or base is None:
        return _Comparison(because=_APART)
    return _Comparison((Step(base, level, 1),))


def _levels(unit: str, found: list[Observation], target: ChangeTarget, scope: Scope) -> _Levels:
    return _Levels(unit, tuple(current(_in_figures(found))), scope, target.is_chained)


def _in_figures(found: list[Observation]) -> list[Observation]:
    """Without what was reported in words alone."""
    return [o for o in found if not o.reported.is_words]


def _level(reported: ReportedValue) -> _Level:
    if reported.fraction is not None:
        return reported.fraction
    assert reported.value is not None, "words alone are left out before"
    return reported.value


def _together(target: ChangeTarget, levels: list[_Level]) -> Fraction | None:
    """The level of all units: sums, or sums over sums; shares without their fractions cannot be joined."""
    pairs = [level for level in levels if isinstance(level, tuple)]
    if len(pairs) == len(levels):
        part, whole = (exact_sum(pair[side] for pair in pairs) for side in (0, 1))
        return 100 * Fraction(part) / Fraction(whole)
    plain = [Fraction(level) for level in levels if isinstance(level, Decimal)]
    if len(plain) < len(levels) or (len(plain) > 1 and target.measures_shares):
        return None
    return sum(plain, Fraction(0))


def _about_base(target: ChangeTarget, steps: tuple[Step, ...]) -> Iterator[str]:
    if isinstance(target.against, Base):
        source = f", {target.against.source}" if target.against.source else ""
        yield f"Số gốc: {figure(target.against.value)} (năm {target.against.year}{source})."
    elif steps:
        yield f"Số gốc (kỳ trước): {'; '.join(figure(step.base) for step in steps)}."


def _covers(figures: Figures) -> Period | None:
    if not figures:
        return None
    return period_between(min(f.covers.start for f in figures), min(f.covers.end for f in figures))


def _is_year(stretch: Period) -> bool:
    year = stretch.start.year
    return (stretch.start, stretch.end) == (date(year, 1, 1), date(year, 12, 31))
