"""What a question about a target asks for: its window of days, what is known by when, and an interim period."""

from dataclasses import dataclass, replace
from datetime import date

from thidua_cli.model.campaigns import Campaign
from thidua_cli.model.periods import Period


@dataclass(frozen=True, slots=True)
class Scope:
    """The window of a target, looked at on a day."""

    start: date
    """The first day of the window: the campaign's."""
    end: date
    """The last day on which the target may be reached."""
    as_of: date
    """What became known later does not count."""
    period: Period | None = None
    """The period of an interim report: figures about later days do not count."""
    whole: "Scope | None" = None
    """The scope of several years of which this is one."""

    @property
    def figures_from(self) -> date:
        """A figure may count from the first day of the year in which the campaign begins.

        Targets are set for years, and a report for the first half-year also counts the weeks before the plan.
        """
        return date(self.start.year, 1, 1)

    @property
    def is_closed(self) -> bool:
        """Whether the last day of the window has come: a figure that covers the window is final."""
        return self.today >= self.end

    @property
    def is_past(self) -> bool:
        """Whether the window is over: what is still missing is overdue."""
        return self.today > self.end

    @property
    def asked_until(self) -> date:
        """The last day that figures may be about."""
        return min(self.end, self.period.end) if self.period else self.end

    def admits(self, stretch: Period) -> bool:
        """Whether a figure about the stretch may count."""
        return self.figures_from <= stretch.start and stretch.end <= self.asked_until

    def is_foreign(self, stretch: Period) -> bool:
        """Whether a figure about the stretch can never count, whatever period is asked for."""
        if self.whole is not None:
            return self.whole.is_foreign(stretch)
        return stretch.start < self.figures_from or self.end < stretch.end

    def hears_of(self, stretch: Period) -> bool:
        """Whether a report about the stretch is early enough for the period that is asked for."""
        return self.period is None or stretch.end <= self.period.end

    @property
    def years(self) -> tuple["Scope", ...]:
        """Each calendar year of the window up to the one that is asked about."""
        last = max(self.start.year, min(self.as_of, self.asked_until).year)
        return tuple(self.in_year(year) for year in range(self.start.year, last + 1))

    def in_year(self, year: int) -> "Scope":
        """What lies in a calendar year, which must be one of the window's."""
        return replace(
            self,
            start=max(self.start, date(year, 1, 1)),
            end=min(self.end, date(year, 12, 31)),
            whole=self.whole or self,
        )

    @property
    def today(self) -> date:
        """The day from which the window is seen: that of asking, or the end of an earlier period asked for."""
        interim = self.period is not None and self.period.end < self.end
        return min(self.as_of, self.asked_until) if interim else self.as_of


def scope_of(campaign: Campaign, by: Period | None, as_of: date, period: Period | None) -> Scope | None:
    """The scope of a target or task due `by` a moment; None while the campaign's first day is not known."""
    span = campaign.span
    if span is None:
        return None
    end = min(by.end, span.end) if by else span.end
    return Scope(min(span.start, end), end, as_of, period)
