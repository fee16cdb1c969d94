"""Figures over units: what was reached for a target, who said so, who has not, and what it does not yet cover."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from thidua_cli.model.periods import Period, period_between
from thidua_cli.model.targets.target import Actual, Target
from thidua_cli.progress.figures import NO_FIGURES, Figures, Group
from thidua_cli.progress.naming import stretches_in_words, unit_names
from thidua_cli.progress.observations import Observation
from thidua_cli.progress.over_units import about_form, put_together
from thidua_cli.progress.questions import Question
from thidua_cli.progress.scopes import Scope
from thidua_cli.progress.unit_figures import choose
from thidua_cli.repository.index import Repository


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was reached for a target as far as is known."""

    actual: Actual | None
    """The figure of the units that reported; None where there is none or it cannot be computed."""
    figures: Figures = NO_FIGURES
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
        return self.figures.units

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
        return any(group.counted.is_estimate for group in self.figures.groups)


def aggregate(question: Question, target: Target, scope: Scope) -> Outcome:
    """What was reached for a target within the scope."""
    owing = question.owing_of(target)
    if owing is not None:
        owing = question.living(owing, scope)
    groups: list[Group] = []
    foreign: set[Period] = set()
    for alike in question.alike(target):
        example = alike.example
        born, _ = question.repository.life_of(example.unit)
        choice = choose(target, example, scope, max(scope.start, born))
        foreign |= choice.foreign
        if choice.counted is not None:
            groups.append(Group(choice.counted, alike))
    groups, owing = _existing(question, target, scope, groups, owing)
    found = outcome_of(question, target, Figures(tuple(groups)), owing)
    strangers = about_strangers(question, target)
    return replace(found, because=(*found.because, *strangers, *about_other_days(foreign)))


def _existing(
    question: Question, target: Target, scope: Scope, groups: list[Group], owing: tuple[str, ...] | None
) -> tuple[list[Group], tuple[str, ...] | None]:
    """The figures and the units that owe them, without those of units that do not exist on the days in question.

    A unit that was founded after the newest figures owes none before such figures are due. Of a target whose newest
    figure stands for all, a unit that no longer exists has no part in how things stand.
    """
    if not groups:
        return groups, owing
    newest = max(group.counted.covers.end for group in groups)
    due = scope.asked_until if scope.period or scope.is_past else newest
    since = newest if target.time_aggregation == "latest" else date.min

    lives = question.repository.lives

    def is_there(unit: str) -> bool:
        born, ended = lives[unit]
        return born <= max(newest, due) and since <= ended

    kept = [group for group in groups if group.alike.units[0] not in lives or is_there(group.alike.units[0])]
    return kept, owing and tuple([unit for unit in owing if unit not in lives or is_there(unit)])


def outcome_of(
    question: Question, target: Target, figures: Figures, owing: tuple[str, ...] | None
) -> Outcome:
    """What the figures of units come to together."""
    repository, groups = question.repository, figures.groups
    reported = frozenset(figures.units)
    missing = tuple([unit for unit in owing or () if unit not in reported])
    together = put_together(target, figures, owing)
    ends = {group.counted.covers.end for group in groups if not _is_closed(question, group)}
    even = target.time_aggregation == "latest" or len(ends) <= 1
    partly = any(group.counted.because for group in groups)
    whole = not missing and not together.uncounted and even and not partly
    return Outcome(
        actual=together.actual,
        figures=figures,
        owing=owing,
        missing=missing,
        closed=frozenset(
            unit for group in groups if _is_closed(question, group) for unit in group.alike.units
        ),
        covers=_covers(groups, ends),
        is_complete=together.actual is not None and whole,
        because=(
            *about_reporting(repository, owing, missing),
            *_about_units(repository, groups),
            *about_form(repository, target, together.uncounted),
            *(() if even else ("Các đơn vị có số liệu đến những ngày khác nhau nên chưa so với chỉ tiêu.",)),
        ),
    )


def _about_units(repository: Repository, groups: tuple[Group, ...]) -> Iterator[str]:
    """What keeps the figures of units from being whole."""
    said = [
        (place, unit, g.counted.because)
        for g in groups
        if g.counted.because
        for place, unit in g.alike.places
    ]
    for _, unit, because in sorted(said):
        yield f"{unit_names(repository, [unit])}: {because}."


def _is_closed(question: Question, group: Group) -> bool:
    """Whether its units, which exist in the same days, have reported up to their last."""
    return question.repository.life_of(group.alike.units[0])[1] <= group.counted.covers.end


def _covers(groups: tuple[Group, ...], ends: set[date]) -> Period | None:
    """From the first day covered to the last that all units cover that still exist."""
    if not groups:
        return None
    end = min(ends) if ends else max(group.counted.covers.end for group in groups)
    return period_between(min(group.counted.covers.start for group in groups), end)


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
