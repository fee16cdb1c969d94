"""Amounts: visitors, money, pieces; figures of parts of the period add up unless told otherwise."""

from typing import Literal

from thidua_cli.model.targets.target import OverTime, Target


class AmountTarget(Target):
    """So many of something within the period, summed over the units that report."""

    kind: Literal["amount"] = "amount"
    over_time: OverTime = "sum"

    @property
    def time_aggregation(self) -> Literal["sum", "latest"]:
        return self.over_time
