"""Every kind of target, one a line."""

from typing import Annotated

from pydantic import Discriminator, Tag

from thidua_cli.model.targets.amounts import AmountTarget
from thidua_cli.model.targets.changes import GrowthTarget, ReductionTarget
from thidua_cli.model.targets.combinations import AllOfTarget, AnyOfTarget
from thidua_cli.model.targets.milestones import MilestoneTarget
from thidua_cli.model.targets.ranks import RankTarget
from thidua_cli.model.targets.shares import CoverageTarget, ShareTarget
from thidua_cli.model.targets.singles import kind_of

AnyTarget = Annotated[
    Annotated[AmountTarget, Tag("amount")]
    | Annotated[ShareTarget, Tag("share")]
    | Annotated[GrowthTarget, Tag("growth")]
    | Annotated[ReductionTarget, Tag("reduction")]
    | Annotated[RankTarget, Tag("rank")]
    | Annotated[MilestoneTarget, Tag("milestone")]
    | Annotated[CoverageTarget, Tag("coverage")]
    | Annotated[AllOfTarget, Tag("all-of")]
    | Annotated[AnyOfTarget, Tag("any-of")],
    Discriminator(kind_of),
]
