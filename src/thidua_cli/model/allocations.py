"""Allocations (giao chỉ tiêu cho đơn vị): which part of a target's goal each unit has to reach."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from thidua_cli.model.fields import ById, Figure, Identifier, Many, one_of
from thidua_cli.model.record import ListFile, Record

AllocationRule = Annotated[
    Literal["same", "split", "per-head"], BeforeValidator(one_of("same", "split", "per-head"))
]


class Allocation(Record):
    """What units have to reach for one target."""

    target: Identifier
    rule: AllocationRule = "split"
    """`same`: every unit has the target's own goal; `split`: the figures add up to it; `per-head`: split by the number
    of people."""
    units: ById[Figure] = Field(default_factory=dict)
    """The figure of each unit, in the target's unit of measure."""


class AllocationFile(ListFile):
    """The file `allocations.yaml`: a list of allocations."""

    allocations: Many[Allocation]
