"""Targets with a figure to reach: one comparator or a range, and the way there."""

from fractions import Fraction
from itertools import pairwise
from typing import Self

from pydantic import model_validator

from thidua_cli.diagnostics import field_rules
from thidua_cli.model.fields import Figure, Many, Text, refuse
from thidua_cli.model.record import Record
from thidua_cli.model.targets.bases import Base
from thidua_cli.model.targets.goals import WRITTEN, Binding, Comparator, Direction, Goal, GoalKeys
from thidua_cli.model.targets.paths import PathPoint
from thidua_cli.model.targets.target import Target


class PlausibleRange(Record):
    """A check of magnitude against the year before."""

    previous: Figure
    most: Figure
    """The greatest believable factor from the previous figure to the goal."""
    source: Text | None = None


class MeasuredTarget(GoalKeys, Target):
    """A target with a figure to reach: one comparator, or a range."""

    better: Direction = "up"
    plausible: PlausibleRange | None = None
    path: Many[PathPoint] = ()
    """What must be reached on the way, in order."""

    @model_validator(mode="after")
    def _path_goes_on(self) -> Self:
        for earlier, later in pairwise(self.path):
            if later.by.end <= earlier.by.end:
                raise refuse(
                    field_rules.COMBINATION,
                    f"Lộ trình (path) của chỉ tiêu “{self.id}” không xếp theo thời gian ở mốc {later.by.text}.",
                    "Xếp các mốc từ sớm đến muộn, mỗi thời điểm một mốc.",
                )
        return self

    @property
    def goal(self) -> Goal:
        (key,) = self.goal_keys
        if key is Comparator.BETWEEN:
            lower, upper = self.between or ()
            return Goal(key, lower, upper, self.above or "ok")
        return Goal.of(key, getattr(self, key), self._binding)

    @property
    def less_is_better(self) -> bool:
        down = {Comparator.AT_MOST, Comparator.LESS_THAN}
        return self.goal.comparator in down or self.better == "down"

    def check_goal(self) -> None:
        if len(self.goal_keys) != 1:
            keys = ", ".join((*WRITTEN, Comparator.BETWEEN))
            what = "có nhiều mức cần đạt" if self.goal_keys else "chưa có mức cần đạt"
            raise refuse(
                field_rules.COMBINATION,
                f"Chỉ tiêu “{self.id}” {what}.",
                f"Viết đúng một trong các khóa: {keys}.",
            )
        if self.between is not None and (len(self.between) != 2 or self.between[0] >= self.between[1]):
            raise refuse(
                field_rules.COMBINATION,
                f"Khoảng between của chỉ tiêu “{self.id}” phải gồm mức dưới rồi mức trên.",
                "Viết ví dụ between: [75, 80].",
            )
        if self.above is not None and self.between is None:
            raise refuse(
                field_rules.COMBINATION,
                f"Chỉ tiêu “{self.id}” có khóa above nhưng không có khoảng between.",
                "Bỏ khóa above, hoặc viết mức cần đạt thành khoảng, ví dụ between: [75, 80].",
            )
        if self.goal.fraction is not None and not self.counts_members:
            raise refuse(
                field_rules.COMBINATION,
                f"Mức cần đạt của chỉ tiêu “{self.id}” là cặp tử số, mẫu số nhưng chỉ tiêu không phải là tỷ lệ.",
                "Viết một con số, hoặc thêm kind: share nếu chỉ tiêu là tỷ lệ.",
            )

    @property
    def _gaps(self) -> tuple[int, ...]:
        return (1,) if self.between is None else (1, 2)

    @property
    def _better(self) -> Direction:
        return self.better

    @property
    def counts_members(self) -> bool:
        """Whether it is so many of so many, so that its goal may be a fraction."""
        return False

    @property
    def starting_point(self) -> Base | None:
        """Of a target that asks for less: from where the way down is counted."""
        return None

    @property
    def _binding(self) -> Binding:
        return "fraction"

    def _share_of(self, actual: Fraction) -> Fraction | None:
        """Result over goal, or the part of the way down; 1 anywhere within a range; none where that says nothing."""
        goal, start = self.goal, self.starting_point
        limit = goal.limit
        if self.less_is_better and start is not None and limit < start.value:
            base = Fraction(start.value)
            return None if actual > base else (base - actual) / (base - limit)
        if self.less_is_better or limit <= 0 or (goal.upper is not None and goal.is_inside):
            return None
        if goal.upper is not None and limit <= actual <= goal.upper:
            return Fraction(1)
        return actual / limit
