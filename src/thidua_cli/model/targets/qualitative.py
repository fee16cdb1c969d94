"""Qualitative targets: asked for in words, reported in words, and judged by a named person."""

from decimal import Decimal
from typing import Literal

from thidua_cli.model.fields import Text
from thidua_cli.model.targets.goals import Comparator, Goal
from thidua_cli.model.targets.target import Target


class QualitativeTarget(Target):
    """Something that no figure measures; its result is what a person says under `verdicts`, with the reason."""

    kind: Literal["qualitative"]
    unit: Text = "mức"
    level: Text
    """What is asked for, as the plan words it: `mức khá`."""

    @property
    def has_figure(self) -> bool:
        return False

    @property
    def goal(self) -> Goal:
        return Goal(Comparator.DECLARED, Decimal(1), words=self.level)

    @property
    def time_aggregation(self) -> Literal["words"]:
        return "words"

    @property
    def unit_aggregation(self) -> Literal["words"]:
        return "words"
