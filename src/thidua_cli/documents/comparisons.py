"""A figure beside that of the same days of the year before, and beside its goal, as reports say it."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from thidua_cli.model.targets.changes import POINTS
from thidua_cli.model.targets.goals import Comparator
from thidua_cli.model.targets.shares import PERCENT
from thidua_cli.model.targets.target import Target
from thidua_cli.progress.aggregation import Outcome
from thidua_cli.vietnamese.numbers import figure, figure_beside, percent, percent_of

_NOUGHT = Decimal(0)


def compared_with_before(target: Target, now: Outcome | None, before: Outcome | None) -> str | None:
    """`tăng 47,7%`, of shares `giảm 2 điểm %`, of ranks `tăng 3 bậc`; None where one of the two is not known."""
    change = change_since(target, now, before)
    if change is None:
        return None
    if change.size == 0:
        return "bằng cùng kỳ"
    way, size = ("tăng" if change.size > 0 else "giảm"), abs(change.size)
    return (
        f"{way} {percent(size, limit=_NOUGHT) if change.unit == PERCENT else f'{_size(size)} {change.unit}'}"
    )


@dataclass(frozen=True, slots=True)
class Change:
    """By how much a figure is more than that of the year before; of a rank, better."""

    size: Fraction
    unit: str
    """`%`, `điểm %` or `bậc`."""


def change_since(target: Target, now: Outcome | None, before: Outcome | None) -> Change | None:
    """The change between two whole figures of the same days of two years; None where it is not known."""
    if now is None or before is None or now.actual is None or before.actual is None or not now.is_complete:
        return None
    new, old = now.actual.value, before.actual.value
    if target.goal.comparator is Comparator.TOP:
        return Change(old - new, "bậc")
    if target.unit.startswith(PERCENT):
        return Change(new - old, POINTS)
    return Change(100 * (new / old - 1), PERCENT) if old > 0 else None


def share_in_words(share: Fraction, of: str, *, exceeded: bool) -> str:
    """`đạt 60,8% kế hoạch`; of what is exceeded what goes beyond: `vượt 146,7% kế hoạch`."""
    if exceeded and share > 1:
        return f"vượt {percent(100 * (share - 1), limit=_NOUGHT)} {of}"
    return f"đạt {percent_of(share)} {of}"


def points_beyond(target: Target, reached: Fraction, of: str) -> str | None:
    """Of a percentage what lies beyond its goal, in points: `vượt 6,04 điểm % so với kế hoạch`; None for others."""
    beyond = reached - target.goal.limits[-1]
    if not target.unit.startswith(PERCENT) or beyond <= 0:
        return None
    return f"vượt {_size(beyond)} {POINTS} so với {of}"


def _size(size: Fraction) -> str:
    return figure(size) if size.denominator == 1 else figure_beside(size, _NOUGHT, 2)
