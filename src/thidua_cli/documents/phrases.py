"""How papers word a figure, a target and a deadline; the same words wherever they are printed."""

from datetime import date

from thidua_cli.model.campaigns import ReportDue
from thidua_cli.model.targets.catalogue import AnyTarget
from thidua_cli.model.targets.shares import EACH, PERCENT, ShareTarget
from thidua_cli.model.targets.target import Comparator, Goal
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.numbers import figure
from thidua_cli.vietnamese.words import lower_first

# Between a figure and its unit: Word must not break the line there.
NO_BREAK = "\u00a0"
_COMPARED = {
    Comparator.AT_LEAST: "ít nhất",
    Comparator.MORE_THAN: "trên",
    Comparator.AT_MOST: "không quá",
    Comparator.LESS_THAN: "dưới",
    Comparator.EXACTLY: "đạt",
    Comparator.REACH: "đạt",
}
_SIGNS = {
    Comparator.AT_LEAST: "≥ ",
    Comparator.MORE_THAN: "> ",
    Comparator.AT_MOST: "≤ ",
    Comparator.LESS_THAN: "< ",
    Comparator.EXACTLY: "",
    Comparator.REACH: "",
}


def with_unit(printed: str, unit: str) -> str:
    """A printed figure with its unit: `23.100 nghìn lượt`, and `70%` without a blank."""
    return f"{printed}%" if unit == PERCENT else f"{printed}{NO_BREAK}{unit}"


def limit(goal: Goal) -> str:
    """The goal for a table cell, with its sign; a bare figure stays bare."""
    return f"{_SIGNS[goal.comparator]}{figure(goal.value)}"


def worded(target: AnyTarget) -> str:
    """The target in the plan's words, with its figures: `đón 23.100 nghìn lượt khách`."""
    goal = figure(target.goal.value)
    if target.wording is None:
        return (
            f"{lower_first(target.name)} {_COMPARED[target.goal.comparator]} {with_unit(goal, target.unit)}"
        )
    wording = target.wording
    if isinstance(target, ShareTarget) and target.each is not None:
        wording = wording.replace(EACH, figure(target.each.at_least))
    return wording.replace("{}", goal)


def deadline(report: ReportDue) -> str | None:
    """When an ordered report is due; None where the plan does not say."""
    if report.before is not None:
        return f"trước ngày {day_short(report.before)}"
    if report.by is not None:
        return f"chậm nhất {report.by.in_words}"
    return report.due_words


def last_day(day: date) -> str:
    """`ngày 21/11/2026`."""
    return f"ngày {day_short(day)}"
