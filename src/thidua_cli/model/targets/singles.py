"""The kinds of target that stand alone, one a line."""

from typing import Annotated, Any

from pydantic import Discriminator, Tag

from thidua_cli.diagnostics.written import WrittenList, WrittenMapping
from thidua_cli.model.targets.amounts import AmountTarget
from thidua_cli.model.targets.changes import GrowthTarget, ReductionTarget
from thidua_cli.model.targets.milestones import MilestoneTarget
from thidua_cli.model.targets.qualitative import QualitativeTarget
from thidua_cli.model.targets.ranks import RankTarget
from thidua_cli.model.targets.shares import CoverageTarget, ShareTarget


def kind_of(data: Any) -> str:
    """The kind that a target is written with; an amount where it says none."""
    kind = data.get("kind") if isinstance(data, dict) else getattr(data, "kind", None)
    if isinstance(kind, WrittenMapping | WrittenList):
        return "…"  # a block or a list is no kind, and is too long to be quoted
    return "amount" if kind is None else str(kind)


Single = (
    Annotated[AmountTarget, Tag("amount")]
    | Annotated[ShareTarget, Tag("share")]
    | Annotated[GrowthTarget, Tag("growth")]
    | Annotated[ReductionTarget, Tag("reduction")]
    | Annotated[RankTarget, Tag("rank")]
    | Annotated[MilestoneTarget, Tag("milestone")]
    | Annotated[CoverageTarget, Tag("coverage")]
    | Annotated[QualitativeTarget, Tag("qualitative")]
)
SingleTarget = Annotated[Single, Discriminator(kind_of)]
