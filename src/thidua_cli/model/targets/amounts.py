"""Amounts: visitors, money, pieces; figures of parts of the period add up unless told otherwise."""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from thidua_cli.diagnostics import field_rules
from thidua_cli.model.fields import ById, Figure, one_of, refuse
from thidua_cli.model.targets.bases import Base
from thidua_cli.model.targets.measured import MeasuredTarget
from thidua_cli.model.targets.paths import Season
from thidua_cli.model.targets.target import AcrossYears

AmountOverTime = Annotated[
    Literal["sum", "latest", "mean", "each-year"],
    BeforeValidator(one_of("sum", "latest", "mean", "each-year")),
]

AmountOverUnits = Annotated[
    Literal["sum", "mean", "weighted", "single"], BeforeValidator(one_of("sum", "mean", "weighted", "single"))
]


class AmountTarget(MeasuredTarget):
    """So many of something within the period, summed over the units that report."""

    kind: Literal["amount"] = "amount"
    over_time: AmountOverTime = "sum"
    over_units: AmountOverUnits = "sum"
    weights: ById[Figure] = Field(default_factory=dict)
    """Of a weighted mean: how much each unit weighs."""
    base: Base | None = None
    """Of a target that asks for less: from where the way down is counted."""
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

    @model_validator(mode="after")
    def _weights_are_of_a_weighted_mean(self) -> Self:
        if (self.over_units == "weighted") != bool(self.weights) or any(
            w <= 0 for w in self.weights.values()
        ):
            raise refuse(
                field_rules.COMBINATION,
                f"Chỉ tiêu “{self.id}”: bình quân có trọng số (over_units: weighted) và trọng số (weights) phải đi "
                "cùng nhau, mỗi trọng số lớn hơn 0.",
                "Viết over_units: weighted và weights với mã và trọng số của từng đơn vị, hoặc bỏ cả hai.",
            )
        return self

    @property
    def unit_aggregation(self) -> AmountOverUnits:
        return self.over_units

    @property
    def starting_point(self) -> Base | None:
        return self.base

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
