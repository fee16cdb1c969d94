"""The goal that counts for whoever is asked about: of the campaign as it is in force, of a unit its own."""

from decimal import Decimal

from thidua_cli.model.targets.amounts import AmountTarget
from thidua_cli.model.targets.combinations import CombinedTarget
from thidua_cli.model.targets.goals import Comparator, GoalKeys
from thidua_cli.model.targets.measured import MeasuredTarget
from thidua_cli.model.targets.milestones import MilestoneTarget
from thidua_cli.model.targets.ranks import RankTarget
from thidua_cli.model.targets.shares import InnerThreshold, Proportion, ShareTarget
from thidua_cli.model.targets.target import Target
from thidua_cli.progress.questions import Question

_EACH_FOR_ITSELF = (Proportion, MilestoneTarget, CombinedTarget)
"""What every unit can be held to without a figure of its own: a share is the same share for each of them."""


def own_goal(question: Question, target: Target) -> Target | None:
    """The target with the goal of the unit that is asked about; None where no part of it has been given to the unit."""
    if question.unit is None:
        return target
    allocation = question.allocation(target.id)
    if allocation is not None and question.unit in allocation.units:
        return _with_goal(target, allocation.units[question.unit])
    if isinstance(target, ShareTarget) and target.each and target.over_units == "count":
        return _of_one(question, target, target.each) or target
    shared = allocation is not None and allocation.rule == "same"
    whole = target.reported_by is not None and not question.is_part(target.reported_by)
    return target if shared or whole or isinstance(target, _EACH_FOR_ITSELF) else None


def _of_one(question: Question, target: ShareTarget, each: InnerThreshold) -> Target | None:
    """What a unit must reach itself to be counted; None for several units, which are counted again."""
    owing = question.owing(target.reported_by)
    if owing is None or len(owing) != 1:
        return None
    indicator = question.repository.indicators.get(each.indicator)
    return AmountTarget(
        id=target.id,
        name=indicator.name if indicator else target.name,
        unit=each.unit,
        at_least=each.at_least,
        over_time="each-year" if target.over_time == "each-year" else "latest",
        reported_by=owing,
        status=target.status,
        restates=target.restates,
    ).placed_like(target)


def _with_goal(target: Target, value: Decimal) -> Target:
    """The target with another figure under its comparator; a part of a range is a bare figure.

    The path of the whole goes: the plan does not say what a part of it owes at each milestone.
    """
    if isinstance(target, RankTarget):
        return target.model_copy(update={"top": value})
    if not isinstance(target, MeasuredTarget):
        return target
    key = target.goal.comparator
    own = Comparator.REACH if key is Comparator.BETWEEN else key
    return target.model_copy(update={**dict.fromkeys(GoalKeys.model_fields), own.value: value, "path": ()})
