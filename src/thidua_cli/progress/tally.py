"""How many targets stand how, counted from the rows of the table that the sentence stands beside."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Literal, Self

from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.verdicts import Result, Schedule

_Kind = Literal[
    "exceeded", "met", "not_met", "no_data", "no_base", "not_judged", "undeclared",
    "estimated_met", "estimated_not_met", "incomplete", "under_way",
]  # fmt: skip

_OF_RESULT: dict[Result, _Kind] = {
    Result.EXCEEDED: "exceeded",
    Result.MET: "met",
    Result.NOT_MET: "not_met",
    Result.NO_DATA: "no_data",
    Result.NO_BASE: "no_base",
    Result.NOT_JUDGED: "not_judged",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """Every row counts once but those of restated and context targets and those without a goal.

    The counts add up to the number of rows that count.
    """

    exceeded: int = 0
    met: int = 0
    not_met: int = 0
    no_data: int = 0
    no_base: int = 0
    not_judged: int = 0
    """Held by a doubt about the plan's figure."""
    undeclared: int = 0
    """Not judged by the person whose word it needs."""
    estimated_met: int = 0
    """Judged by an estimate for the whole window: `ước đạt`."""
    estimated_not_met: int = 0
    incomplete: int = 0
    """With a figure that may not be judged because something is missing."""
    under_way: int = 0
    """With a whole figure for a part of the window."""

    @classmethod
    def of(cls, rows: Iterable[TargetRow]) -> Self:
        counts: dict[str, int] = {}
        for row in rows:
            if not row.target.counts or not row.has_goal:
                continue
            kind = _kind(row)
            counts[kind] = counts.get(kind, 0) + 1
        return cls(**counts)

    @property
    def total(self) -> int:
        """The number of rows that count."""
        return sum(getattr(self, field.name) for field in fields(self))

    @property
    def met_or_exceeded(self) -> int:
        """`x` of `x/y chỉ tiêu đạt và vượt`."""
        return self.met + self.exceeded


def _kind(row: TargetRow) -> _Kind:
    if row.result is Result.NOT_JUDGED and row.held_by is None:
        return "undeclared"
    if row.result is not None:
        return _OF_RESULT[row.result]
    if row.schedule is Schedule.NO_DATA:
        return "no_data"
    if row.judgement is None:
        return "incomplete"
    if row.is_estimate_of_all:
        return "estimated_met" if row.judgement.met else "estimated_not_met"
    return "incomplete" if row.schedule is Schedule.OVERDUE else "under_way"
