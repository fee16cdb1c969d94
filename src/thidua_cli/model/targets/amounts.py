"""Amounts: visitors, money, pieces; figures of parts of the period add up unless told otherwise."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from thidua_cli.model.fields import one_of
from thidua_cli.model.targets.target import AcrossYears, MeasuredTarget

AmountOverTime = Annotated[
    Literal["sum", "latest", "mean", "each-year"],
    BeforeValidator(one_of("sum", "latest", "mean", "each-year")),
]


class AmountTarget(MeasuredTarget):
    """So many of something within the period, summed over the units that report."""

    kind: Literal["amount"] = "amount"
    over_time: AmountOverTime = "sum"

    @property
    def time_aggregation(self) -> Literal["sum", "latest"]:
        return "latest" if self.over_time == "latest" else "sum"

    @property
    def across_years(self) -> AcrossYears:
        match self.over_time:
            case "each-year":
                return "each"
            case "mean":
                return "mean"
            case "sum" | "latest":
                return "together"
