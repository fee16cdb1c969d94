"""When something is due: as precisely as the plan says it, and never more."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from thidua_cli.model.periods import Period, period_between


class Recurrence(StrEnum):
    """How often a thing without a day of its own comes again; the values are for programs."""

    YEARLY = "yearly"
    PERIODIC = "periodic"
    """Again and again, at intervals that the plan does not print."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The days that a deadline names, if it names any, and the words where it names none."""

    moment: Period | None = None
    """A single day, a month, a quarter, a year; None for a deadline that is no date."""
    before: date | None = None
    """Of a strict deadline (`trước ngày`) the day before which it ends; the last valid day is the one before."""
    recurrence: Recurrence | None = None
    words: str | None = None
    """The plan's own words: `theo quy định`."""
    event: str | None = None
    """The event that it is tied to."""

    @classmethod
    def of(cls, before: date | None, by: Period | None, words: str | None = None) -> Self:
        """The deadline that is written under `before`, `by` or `due_words`."""
        if before is None:
            return cls(by, words=words)
        last = before - timedelta(days=1)
        return cls(period_between(last, last), before, words=words)

    @property
    def last_day(self) -> date | None:
        """The last day on which it is kept; None where the plan prints none.

        A thing that comes every year has its year, but no day in it.
        """
        return self.moment.end if self.moment is not None and self.recurrence is None else None

    @property
    def is_day(self) -> bool:
        """Whether it names a single day."""
        return self.moment is not None and self.moment.days == 1
