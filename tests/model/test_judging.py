"""A result beside its goal: met, exceeded, and how much of it, compared exactly."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.model.target_sheets import TargetSheet
from thidua_cli.model.targets.catalogue import AnyTarget
from thidua_cli.model.targets.goals import WRITTEN, Comparator
from thidua_cli.model.targets.target import Actual, Judgement


def target(**keys: Any) -> AnyTarget:
    written = {"id": "t", "name": "Chỉ tiêu", "unit": "lượt", **keys}
    return TargetSheet.model_validate({"targets": [written]}).targets[0]


@pytest.mark.parametrize(
    ("goal", "actual", "expected"),
    [
        ({"at_least": "70"}, 70, Judgement(met=True, exceeded=False, share=Fraction(1))),
        ({"at_least": "70"}, 77, Judgement(met=True, exceeded=True, share=Fraction(11, 10))),
        ({"at_least": "70"}, 35, Judgement(met=False, exceeded=False, share=Fraction(1, 2))),
        ({"more_than": "70"}, 70, Judgement(met=False, exceeded=False, share=Fraction(1))),
        ({"more_than": "70"}, 71, Judgement(met=True, exceeded=True, share=Fraction(71, 70))),
        ({"at_most": "5"}, 5, Judgement(met=True, exceeded=False, share=None)),
        ({"at_most": "5"}, 4, Judgement(met=True, exceeded=True, share=None)),
        ({"at_most": "5"}, 6, Judgement(met=False, exceeded=False, share=None)),
        ({"less_than": "5"}, 5, Judgement(met=False, exceeded=False, share=None)),
        ({"less_than": "5"}, 4, Judgement(met=True, exceeded=False, share=None)),
        ({"exactly": "5"}, 5, Judgement(met=True, exceeded=False, share=Fraction(1))),
        ({"exactly": "5"}, 6, Judgement(met=False, exceeded=False, share=Fraction(6, 5))),
        ({"reach": "70"}, 70, Judgement(met=True, exceeded=False, share=Fraction(1))),
        ({"reach": "70"}, 71, Judgement(met=True, exceeded=True, share=Fraction(71, 70))),
        ({"reach": "5", "better": "down"}, 5, Judgement(met=True, exceeded=False, share=None)),
        ({"reach": "5", "better": "down"}, 4, Judgement(met=True, exceeded=True, share=None)),
        ({"reach": "5", "better": "down"}, 6, Judgement(met=False, exceeded=False, share=None)),
        ({"at_least": "0"}, 0, Judgement(met=True, exceeded=False, share=None)),
        ({"at_most": "0"}, 0, Judgement(met=True, exceeded=False, share=None)),
        ({"kind": "share", "at_least": "70"}, 100, Judgement(met=True, exceeded=True, share=Fraction(10, 7))),
        ({"kind": "share", "at_least": "100"}, 100, Judgement(met=True, exceeded=False, share=Fraction(1))),
        (
            {"kind": "share", "exactly": "100"},
            99,
            Judgement(met=False, exceeded=False, share=Fraction(99, 100)),
        ),
    ],
)
def test_a_result_is_judged(goal: dict[str, str], actual: int, expected: Judgement) -> None:
    assert target(**goal).judge(Actual(Fraction(actual))) == expected


def test_a_share_is_compared_as_the_fraction_it_is() -> None:
    goal = target(kind="share", more_than="39,62")

    assert goal.judge(Actual(Fraction(2100, 53))).met
    assert not goal.judge(Actual(Fraction("39.62"))).met


@given(st.sampled_from(WRITTEN), st.integers(0, 10**6), st.integers(0, 10**6))
def test_only_what_is_met_can_be_exceeded(comparator: Comparator, goal: int, actual: int) -> None:
    judged = target(**{comparator: Decimal(goal)}).judge(Actual(Fraction(actual)))

    assert judged.met or not judged.exceeded


def test_figures_of_parts_add_up_unless_the_newest_stands_for_all() -> None:
    assert [
        target(at_least="1").time_aggregation,
        target(at_least="1", over_time="latest").time_aggregation,
        target(at_least="1", kind="share").time_aggregation,
    ] == ["sum", "latest", "latest"]
