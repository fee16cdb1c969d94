"""Milestones: something that is done on a day, with what shows it."""

from decimal import Decimal
from typing import Literal

from thidua_cli.model.fields import Text
from thidua_cli.model.targets.goals import Comparator, Goal
from thidua_cli.model.targets.target import Target


class MilestoneTarget(Target):
    """Something that the plan counts among its targets and that is either done or not."""

    kind: Literal["milestone"]
    unit: Text = "mốc"

    @property
    def has_figure(self) -> bool:
        return False

    @property
    def goal(self) -> Goal:
        return Goal(Comparator.DONE, Decimal(1))

    @property
    def time_aggregation(self) -> Literal["state"]:
        return "state"

    @property
    def unit_aggregation(self) -> Literal["every"]:
        return "every"
