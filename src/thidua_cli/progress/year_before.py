"""The same stretch of the year before: what reports compare a figure with."""

from calendar import monthrange
from datetime import date

from thidua_cli.model.periods import Period, period_between
from thidua_cli.model.results import ReportedValue, ResultEntry
from thidua_cli.model.targets.target import Target
from thidua_cli.progress.aggregation import Outcome, aggregate, outcome_of
from thidua_cli.progress.figures import Figures
from thidua_cli.progress.observations import Observation
from thidua_cli.progress.questions import Question
from thidua_cli.progress.scopes import Scope
from thidua_cli.progress.unit_figures import UnitFigure

_COMPARED = frozenset(("sum", "latest"))


def same_period(question: Question, target: Target, outcome: Outcome) -> Outcome | None:
    """What the same units reached in the same days a year earlier; None where that cannot be set beside the figure.

    It comes from figures that were handed in about those days, else from the `base` that reports carry beside each
    figure. A figure of which units or days are missing is none, nor is one of more than a year or of another kind than
    amounts, shares and ranks.
    """
    covers = outcome.covers
    if (
        outcome.actual is None
        or covers is None
        or target.time_aggregation not in _COMPARED
        or covers.days > 366
    ):
        return None
    stretch = _year_earlier(covers)
    scope = Scope(stretch.start, stretch.end, question.as_of)
    handed_in = aggregate(question, target, scope)
    if handed_in.is_complete and handed_in.covers == stretch and handed_in.reported == outcome.reported:
        return handed_in
    return _from_bases(question, target, outcome)


def _from_bases(question: Question, target: Target, outcome: Outcome) -> Outcome | None:
    figures = [_base_of(found) for found in outcome.figures]
    known = tuple(found for found in figures if found is not None)
    if not known or len(known) < len(figures):
        return None
    found = outcome_of(question, target, Figures.of(known), outcome.owing)
    return found if found.is_complete else None


def _base_of(found: UnitFigure) -> UnitFigure | None:
    """What the unit said beside its figures about the same days of the year before."""
    if found.because or any(one.reported.base is None for one in found.contributions):
        return None
    return found._replace(
        entries=tuple(map(_year_earlier_entry, found.contributions)),
        covers=_year_earlier(found.covers),
        is_estimate=False,
        plain=None,
    )


def _year_earlier_entry(one: Observation) -> ResultEntry:
    """What the entry says of the year before, as if it were an entry of its own."""
    base = {one.target: ReportedValue(value=one.reported.base)}
    return one.entry.model_copy(update={"period": _year_earlier(one.stretch), "values": base})


def _year_earlier(stretch: Period) -> Period:
    return period_between(_day_earlier(stretch.start), _day_earlier(stretch.end))


def _day_earlier(day: date) -> date:
    """The same day of the year before; the last of a month stays the last."""
    year, last = day.year - 1, monthrange(day.year, day.month)[1]
    before = monthrange(year, day.month)[1]
    return date(year, day.month, before if day.day == last else min(day.day, before))
