"""The figures of many units: most hand in the same periods, so that what counts is said once for all of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain
from operator import itemgetter
from typing import overload

from thidua_cli.progress.observations import Handed
from thidua_cli.progress.unit_figures import Counted, UnitFigure


@dataclass(frozen=True, slots=True)
class Alike:
    """Units whose figures are of the same shape and that exist in the same days: of each of them the same counts."""

    handed: tuple[Handed, ...]
    places: tuple[int, ...]
    """Of each unit its place among all that handed in figures for the target."""
    born: date
    ended: date


@dataclass(frozen=True, slots=True)
class Group:
    """Units that are alike, and what counts of the figures of each."""

    counted: Counted
    handed: tuple[Handed, ...]
    places: tuple[int, ...]
    """Of each unit its place among all figures."""

    @property
    def units(self) -> tuple[str, ...]:
        return tuple([one.unit for one in self.handed])


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
            groups += (replace(g, places=tuple(first + place for place in g.places)) for g in part.groups)
            first = max(chain([first], *(group.places for group in groups)), default=first) + 1
        return cls(tuple(groups))

    @cached_property
    def units(self) -> tuple[str, ...]:
        """The unit of each figure."""
        if len(self.groups) == 1:
            return self.groups[0].units
        placed = chain.from_iterable(zip(group.places, group.units, strict=True) for group in self.groups)
        return tuple([unit for _, unit in sorted(placed)])

    @cached_property
    def _each(self) -> tuple[UnitFigure, ...]:
        placed = [
            (place, group.counted, one)
            for group in self.groups
            for place, one in zip(group.places, group.handed, strict=True)
        ]
        return tuple([counted.of(one) for _, counted, one in sorted(placed, key=itemgetter(0))])

    def __len__(self) -> int:
        return sum(len(group.handed) for group in self.groups)

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
    return Group(counted, (handed,), (place,))
