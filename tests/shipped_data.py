"""The data that ship with the program, read once for all tests that look at them."""

from functools import cache

from console import TOP
from thidua_cli.repository.loading import Loaded, load


@cache
def shipped() -> Loaded:
    return load(TOP)


def shipped_plan(campaign: str) -> str:
    """The prose of a plan as it is written."""
    plan = shipped().repository.campaigns[campaign].plan
    assert plan is not None
    return plan.text
