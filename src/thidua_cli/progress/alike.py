"""Units that are alike: of what each of them handed in for a target the same figures count."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from operator import add

from thidua_cli.model.exact import exactly
from thidua_cli.progress.observations import Handed, HandedIn


@dataclass(frozen=True)
class Block:
    """Units that exist in the same days and handed in figures for the same targets and periods."""

    members: tuple[HandedIn, ...]
    places: tuple[int, ...]
    """Of each its place among all that are asked."""

    @cached_property
    def units(self) -> tuple[str, ...]:
        return tuple([one.unit for one in self.members])

    @cached_property
    def columns(self) -> dict[str, int]:
        """The targets for which each figure is a plain one, with their places in the rows."""
        first = self.members[0]
        return {target: n for n, target in enumerate(first.targets or ()) if target not in first.odd}

    @cached_property
    def totals(self) -> list[list[Decimal]]:
        """The sums of all members by period and target."""
        # Added up as they stand in memory: target by target, each figure would have to be fetched once more.
        return exactly(self._totals)

    def _totals(self) -> list[list[Decimal]]:
        totals = list(self.members[0].rows)
        for member in self.members[1:]:
            for place, row in enumerate(member.rows):
                totals[place] = list(map(add, totals[place], row))
        return totals


@dataclass(frozen=True)
class Alike:
    """What units handed in for a target, of whose figures the same count."""

    target: str
    blocks: tuple[Block, ...] = ()
    singles: tuple[tuple[int, Handed], ...] = ()
    """Those that are in no block, each with its place among all that are asked."""

    @property
    def example(self) -> Handed:
        """What one of them handed in."""
        return self.singles[0][1] if self.singles else self._of(self.blocks[0].members[0])

    @cached_property
    def units(self) -> tuple[str, ...]:
        """Whose figures they are, in the order in which they are asked."""
        return tuple([unit for _, unit in self.places])

    @cached_property
    def places(self) -> tuple[tuple[int, str], ...]:
        """The same with the place of each among all that are asked."""
        members = [pair for block in self.blocks for pair in zip(block.places, block.units, strict=True)]
        return tuple(sorted([*members, *((place, one.unit) for place, one in self.singles)]))

    @property
    def placed(self) -> tuple[tuple[int, Handed], ...]:
        """What each handed in, with its place; not in any order."""
        made = [
            (place, self._of(member))
            for block in self.blocks
            for place, member in zip(block.places, block.members, strict=True)
        ]
        return (*made, *self.singles)

    def sums(self, places: tuple[int, ...]) -> list[Decimal]:
        """What the figures at these places of the shape come to; of those in blocks alone."""
        return [block.totals[place][block.columns[self.target]] for block in self.blocks for place in places]

    def moved(self, by: int) -> "Alike":
        """The same behind as many others."""
        return Alike(self.target, (), tuple((place + by, one) for place, one in self.placed))

    def _of(self, member: HandedIn) -> Handed:
        found = member.of(self.target)
        assert found is not None, "the members of a block have handed in figures for its targets"
        return found
