"""Figures over units: what was reached for a target, who said so, who has not, and what it does not yet cover."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from thidua_cli.model.periods import Period, period_between
from thidua_cli.model.targets.target import Actual, Target
from thidua_cli.progress.naming import stretches_in_words, unit_names
from thidua_cli.progress.observations import Observation
from thidua_cli.progress.over_units import about_form, put_together
from thidua_cli.progress.questions import Question
from thidua_cli.progress.scopes import Scope
from thidua_cli.progress.unit_figures import Choice, UnitFigure, choose
from thidua_cli.repository.index import Repository


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was reached for a target as far as is known."""

    actual: Actual | None
    """The figure of the units that reported; None where there is none or it cannot be computed."""
    figures: tuple[UnitFigure, ...] = ()
    """Each unit that reported, in the order in which units owe."""
    owing: tuple[str, ...] | None = None
    """Units that owe the figure, groups expanded; None while nobody has been told to report."""
    missing: tuple[str, ...] = ()
    """Units that owe the figure and have handed in none that counts."""
    closed: frozenset[str] = frozenset()
    """Units that have ceased to exist and have reported up to their last day."""
    covers: Period | None = None
    """From the first day that a figure is about to the last that every reporting unit covers."""
    is_complete: bool = False
    """Whether nothing is missing up to the last day covered, so that the figure may be judged."""
    because: tuple[str, ...] = ()
    """Sentences that say what is missing or could not be used."""
    has_base: bool = True
    """Of a change, whether it is known what the figure is compared with."""

    @property
    def is_known(self) -> bool:
        """Whether anything is known: figures that were handed in, or one that was counted."""
        return bool(self.figures) or self.actual is not None

    @property
    def reported(self) -> tuple[str, ...]:
        return tuple(figure.unit for figure in self.figures)

    @property
    def contributions(self) -> tuple[Observation, ...]:
        """Every entry that the figure is made of."""
        return tuple(c for figure in self.figures for c in figure.contributions)

    @property
    def as_of(self) -> date | None:
        """The day on which the newest part became known."""
        return max((c.as_of for c in self.contributions), default=None)

    @property
    def is_estimate(self) -> bool:
        """Whether any part is an estimate."""
        return any(figure.is_estimate for figure in self.figures)


def aggregate(question: Question, target: Target, scope: Scope) -> Outcome:
    """What was reached for a target within the scope."""
    owing = question.owing_of(target)
    if owing is not None:
        owing = tuple([unit for unit in owing if question.lives_in(unit, scope)])
    choices: dict[tuple[str, ...], Choice] = {}
    figures: list[UnitFigure] = []
    foreign: set[Period] = set()
    for handed in question.handed(target):
        # Most units report for the same periods; what counts of them is found out once.
        born, _ = question.life_of(handed.unit)
        shape = handed.shape if born <= scope.start else None
        choice = choices.get(shape) if shape else None
        if choice is None:
            choice = choose(target, handed, scope, max(scope.start, born))
            if shape:
                choices[shape] = choice
        foreign |= choice.foreign
        figure = choice.of(handed)
        if figure is not None:
            figures.append(figure)
    figures, owing = _existing(question, target, scope, figures, owing)
    found = outcome_of(question, target, tuple(figures), owing)
    strangers = about_strangers(question, target)
    return replace(found, because=(*found.because, *strangers, *about_other_days(foreign)))


def _existing(
    question: Question,
    target: Target,
    scope: Scope,
    figures: list[UnitFigure],
    owing: tuple[str, ...] | None,
) -> tuple[list[UnitFigure], tuple[str, ...] | None]:
    """The figures and the units that owe them, without those of units that do not exist on the days in question.

    A unit that was founded after the newest figures owes none before such figures are due. Of a target whose newest
    figure stands for all, a unit that no longer exists has no part in how things stand.
    """
    if not figures:
        return figures, owing
    newest = max(figure.covers.end for figure in figures)
    due = scope.asked_until if scope.period or scope.is_past else newest
    since = newest if target.time_aggregation == "latest" else date.min
    lives = {unit: question.life_of(unit) for unit in {*(f.unit for f in figures), *(owing or ())}}
    there = {unit for unit, (born, ended) in lives.items() if born <= max(newest, due) and since <= ended}
    if len(there) == len(lives):
        return figures, owing
    kept = [figure for figure in figures if figure.unit in there]
    return kept, owing and tuple(unit for unit in owing if unit in there)


def outcome_of(
    question: Question, target: Target, figures: tuple[UnitFigure, ...], owing: tuple[str, ...] | None
) -> Outcome:
    """What the figures of units come to together."""
    repository = question.repository
    reported = {figure.unit for figure in figures}
    missing = tuple(unit for unit in owing or () if unit not in reported)
    together = put_together(target, figures, owing)
    closed = frozenset([f.unit for f in figures if question.life_of(f.unit)[1] <= f.covers.end])
    ends = {figure.covers.end for figure in figures if figure.unit not in closed}
    even = target.time_aggregation == "latest" or len(ends) <= 1
    whole = not missing and not together.uncounted and even and not any(figure.because for figure in figures)
    return Outcome(
        actual=together.actual,
        figures=figures,
        owing=owing,
        missing=missing,
        closed=closed,
        covers=_covers(figures, ends),
        is_complete=together.actual is not None and whole,
        because=(
            *about_reporting(repository, owing, missing),
            *(f"{unit_names(repository, [f.unit])}: {f.because}." for f in figures if f.because),
            *about_form(repository, target, together.uncounted),
            *(() if even else ("Các đơn vị có số liệu đến những ngày khác nhau nên chưa so với chỉ tiêu.",)),
        ),
    )


def _covers(figures: tuple[UnitFigure, ...], ends: set[date]) -> Period | None:
    """From the first day covered to the last that all units cover that still exist."""
    if not figures:
        return None
    end = min(ends) if ends else max(f.covers.end for f in figures)
    return period_between(min(f.covers.start for f in figures), end)


def about_reporting(
    repository: Repository, owing: tuple[str, ...] | None, missing: tuple[str, ...]
) -> Iterator[str]:
    """How many of the units that owe the figure have handed one in."""
    if owing is None:
        yield "Chưa giao đơn vị nào báo cáo chỉ tiêu này (reported_by)."
    elif missing:
        names = unit_names(repository, missing)
        yield f"Mới có {len(owing) - len(missing)}/{len(owing)} đơn vị có số liệu; chưa có: {names}."


def about_strangers(question: Question, target: Target) -> Iterator[str]:
    """Which units handed in a figure that they do not owe; of one unit nobody asks about the others."""
    strangers = question.strangers(target)
    if strangers:
        names = unit_names(question.repository, strangers)
        yield f"Không tính số liệu của {names} vì không có trong reported_by của chỉ tiêu."


def about_other_days(foreign: Iterable[Period]) -> Iterator[str]:
    """Which figures can never count because of the days that they are about."""
    words = stretches_in_words(foreign)
    if words:
        yield f"Không tính số liệu {words} vì nằm ngoài thời gian của chỉ tiêu."
