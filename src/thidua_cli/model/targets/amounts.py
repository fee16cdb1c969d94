"""Amounts: visitors, money, pieces; figures of parts of the period add up unless told otherwise."""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, model_validator

from thidua_cli.diagnostics import field_rules
from thidua_cli.model.fields import one_of, refuse
from thidua_cli.model.targets.measured import MeasuredTarget
from thidua_cli.model.targets.paths import Season
from thidua_cli.model.targets.target import AcrossYears

AmountOverTime = Annotated[
    Literal["sum", "latest", "mean", "each-year"],
    BeforeValidator(one_of("sum", "latest", "mean", "each-year")),
]


class AmountTarget(MeasuredTarget):
    """So many of something within the period, summed over the units that report."""

    kind: Literal["amount"] = "amount"
    over_time: AmountOverTime = "sum"
    season: Season | None = None
    """How the months of a year weigh; None for every day alike."""

    @model_validator(mode="after")
    def _season_is_of_a_sum(self) -> Self:
        if self.season is not None and self.over_time == "latest":
            raise refuse(
                field_rules.COMBINATION,
                f"Chỉ tiêu “{self.id}” có trọng số theo tháng (season) nhưng lấy số mới nhất (over_time: latest).",
                "Bỏ season, hoặc bỏ over_time: latest nếu số các tháng được cộng lại.",
            )
        return self

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
