"""The figures of many units: most hand in the same periods, so that what counts is said once for all of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import itemgetter
from typing import overload

from thidua_cli.progress.alike import Alike
from thidua_cli.progress.observations import Handed
from thidua_cli.progress.unit_figures import Counted, UnitFigure


@dataclass(frozen=True, slots=True)
class Group:
    """Units that are alike, and what counts of the figures of each."""

    counted: Counted
    alike: Alike


@dataclass(frozen=True)
class Figures(Sequence[UnitFigure]):
    """What each unit reached, in the order in which units owe; the figure of one unit is made when it is looked at."""

    groups: tuple[Group, ...] = ()

    @classmethod
    def of(cls, figures: Iterable[UnitFigure]) -> "Figures":
        """Figures that are known one by one."""
        return cls(tuple(_group_of(place, found) for place, found in enumerate(figures)))

    @classmethod
    def joined(cls, parts: Iterable["Figures"]) -> "Figures":
        """Those of one part after those of another."""
        groups: list[Group] = []
        first = 0
        for part in parts:
            groups += (Group(group.counted, group.alike.moved(first)) for group in part.groups)
            first += 1 + max((group.alike.places[-1][0] for group in part.groups), default=0)
        return cls(tuple(groups))

    @cached_property
    def units(self) -> tuple[str, ...]:
        """The unit of each figure."""
        placed = chain.from_iterable(group.alike.places for group in self.groups)
        return tuple([unit for _, unit in sorted(placed)])

    @cached_property
    def _each(self) -> tuple[UnitFigure, ...]:
        each = [(place, group.counted, one) for group in self.groups for place, one in group.alike.placed]
        return tuple([counted.of(one) for _, counted, one in sorted(each, key=itemgetter(0))])

    def __len__(self) -> int:
        return sum(len(group.alike.units) for group in self.groups)

    def __iter__(self) -> Iterator[UnitFigure]:
        return iter(self._each)

    @overload
    def __getitem__(self, index: int) -> UnitFigure: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[UnitFigure, ...]: ...
    def __getitem__(self, index: int | slice) -> UnitFigure | tuple[UnitFigure, ...]:
        return self._each[index]


NO_FIGURES = Figures()


def _group_of(place: int, found: UnitFigure) -> Group:
    everything = tuple(range(len(found.entries)))
    counted = Counted(
        everything, found.covers, found.is_computable, found.because, found.is_estimate, found.words
    )
    handed = Handed(found.unit, found.target, found.entries, None, found.plain)
    return Group(counted, Alike(found.target, singles=((place, handed),)))
