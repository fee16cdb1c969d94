"""Ranks: a place among others, where a smaller number is better."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from thidua_cli.model.fields import Figure, Text, one_of
from thidua_cli.model.targets.goals import Comparator, Goal
from thidua_cli.model.targets.target import AcrossYears, Target

RankOverTime = Annotated[Literal["latest", "each-year"], BeforeValidator(one_of("latest", "each-year"))]


class RankTarget(Target):
    """A place among the first so many."""

    kind: Literal["rank"]
    unit: Text = "hạng"
    top: Figure
    among: Figure | None = None
    """How many are ranked."""
    over_time: RankOverTime = "latest"

    @property
    def goal(self) -> Goal:
        return Goal(Comparator.TOP, self.top)

    @property
    def time_aggregation(self) -> Literal["latest"]:
        return "latest"

    @property
    def across_years(self) -> AcrossYears:
        return "each" if self.over_time == "each-year" else "together"

    @property
    def unit_aggregation(self) -> Literal["single"]:
        return "single"

    @property
    def less_is_better(self) -> bool:
        return True
