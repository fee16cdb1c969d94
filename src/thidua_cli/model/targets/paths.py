"""Paths (lộ trình): what must be reached on the way to the goal, and how the months of a year weigh."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from thidua_cli.diagnostics import field_rules
from thidua_cli.model.fields import Figure, Many, Moment, read_figure, read_items, refuse
from thidua_cli.model.record import Record

MONTHS = 12


class PathPoint(Record):
    """What must be reached by a moment."""

    by: Moment
    value: Figure


def read_season(value: Any) -> Any:
    weights = tuple(read_figure(weight) for weight in read_items(value))
    if len(weights) != MONTHS or min(weights) < 0 or not sum(weights):
        raise refuse(
            field_rules.COMBINATION,
            "Trọng số theo tháng (season) phải gồm 12 số, từ tháng 1 đến tháng 12, không âm và không cùng bằng 0.",
            "Viết đủ 12 số, ví dụ season: [6, 9, 9, 10, 8, 9, 9, 9, 8, 9, 7, 7].",
        )
    return weights


Season = Annotated[Many[Figure], BeforeValidator(read_season)]
"""How much of a year's figure falls into each month, from January on; only their proportions count."""
