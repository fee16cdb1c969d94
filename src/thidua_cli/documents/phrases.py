"""How papers word a figure, a target and a deadline; the same words wherever they are printed."""

from datetime import date
from decimal import Decimal

from thidua_cli.model.campaigns import ReportDue
from thidua_cli.model.targets.catalogue import AnyTarget
from thidua_cli.model.targets.changes import ChangeTarget
from thidua_cli.model.targets.goals import Comparator, Goal
from thidua_cli.model.targets.shares import EACH, PERCENT, ShareTarget
from thidua_cli.model.targets.target import Actual, Target
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.numbers import figure, figure_beside
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
    Comparator.BETWEEN: "từ",
    Comparator.TOP: "trong nhóm",
}
_SIGNS = {
    Comparator.AT_LEAST: "≥ ",
    Comparator.MORE_THAN: "> ",
    Comparator.AT_MOST: "≤ ",
    Comparator.LESS_THAN: "< ",
    Comparator.EXACTLY: "",
    Comparator.REACH: "",
    Comparator.BETWEEN: "",
    Comparator.TOP: "≤ ",
}


def with_unit(printed: str, unit: str) -> str:
    """A printed figure with its unit: `23.100 nghìn lượt`, and `70%` or `10%/năm` without a blank."""
    if not unit:
        return printed
    return f"{printed}{unit}" if unit.startswith(PERCENT) else f"{printed}{NO_BREAK}{unit}"


def level_unit(target: Target) -> str:
    """The unit of what units report; the levels behind a change are printed without one."""
    if isinstance(target, ShareTarget) and target.over_units == "count" and target.each is not None:
        return target.each.unit
    return "" if isinstance(target, ChangeTarget) else target.unit


def limit(goal: Goal) -> str:
    """The goal for a table cell, with its sign; a bare figure stays bare, what has no figure is said in words."""
    match goal.comparator:
        case Comparator.DONE:
            return "hoàn thành"
        case Comparator.DECLARED:
            return goal.printed
        case Comparator.ALL:
            return f"đủ {figure(goal.value)}"
        case Comparator.ANY:
            return f"1 trong {figure(goal.value)}"
        case comparator:
            return f"{_SIGNS[comparator]}{goal.printed}"


def limit_in_table(goal: Goal) -> str:
    """The goal for a cell without its unit: `≥ 70`, `> 39,62 (21/53)`."""
    return f"{limit(goal)}{_fraction(goal.fraction)}"


def limit_with_unit(goal: Goal, unit: str) -> str:
    """The goal with its unit and its fraction: `≥ 70%`, `> 39,62% (21/53)`, `hoàn thành`."""
    return f"{beside_goal(limit(goal), goal, unit)}{_fraction(goal.fraction)}"


def goal_in_words(goal: Goal, unit: str) -> str:
    """The goal for running text, where signs do not stand: `không quá 5 đơn`, `trong nhóm 25 dẫn đầu`."""
    match goal.comparator:
        case Comparator.TOP:
            return f"{_COMPARED[goal.comparator]} {figure(goal.value)} dẫn đầu"
        case Comparator.AT_LEAST | Comparator.MORE_THAN | Comparator.AT_MOST | Comparator.LESS_THAN:
            printed = with_unit(goal.printed, unit)
            return f"{_COMPARED[goal.comparator]} {printed}{_fraction(goal.fraction)}"
        case _:
            return limit_with_unit(goal, unit)


def beside_goal(printed: str, goal: Goal, unit: str) -> str:
    """A goal or a result in words with its unit: `23.100 nghìn lượt`, `hạng 27/34`; a state has none."""
    match goal.comparator:
        case Comparator.DONE | Comparator.DECLARED:
            return printed
        case Comparator.TOP:
            return f"{unit} {printed}"
        case _:
            return with_unit(printed, unit)


def reached_figure(actual: Actual, goal: Goal) -> str:
    """What was reached, without its unit: `39,62`, `27/34`, `2/3`, `hoàn thành`."""
    match goal.comparator:
        case Comparator.DONE:
            return "hoàn thành" if actual.value >= 1 else "chưa hoàn thành"
        case Comparator.ALL | Comparator.ANY:
            return f"{figure(actual.value)}/{figure(goal.value)}"
        case Comparator.TOP if actual.fraction is not None:
            return f"{figure(actual.fraction[0])}/{figure(actual.fraction[1])}"
        case _:
            return max((figure_beside(actual.value, one) for one in goal.limits), key=len)


def reached_in_full(actual: Actual, goal: Goal) -> str:
    """What was reached with the fraction of a share: `39,62 (21/53)`."""
    beside = _fraction(actual.fraction) if goal.comparator is not Comparator.TOP else ""
    return f"{reached_figure(actual, goal)}{beside}"


def reached_with_unit(actual: Actual, target: Target) -> str:
    """What was reached with its unit and its fraction: `1.543 tỷ đồng`, `39,62% (21/53)`."""
    beside = _fraction(actual.fraction) if target.goal.comparator is not Comparator.TOP else ""
    return f"{beside_goal(reached_figure(actual, target.goal), target.goal, target.unit)}{beside}"


def worded(target: AnyTarget) -> str:
    """The target in the plan's words, with its figures: `đón 23.100 nghìn lượt khách`."""
    if target.wording is None:
        return _plainly(target)
    wording = target.wording
    if isinstance(target, ShareTarget) and target.each is not None:
        wording = wording.replace(EACH, figure(target.each.at_least))
    goal = target.goal
    if goal.upper is not None and wording.count("{}") > 1:
        return wording.replace("{}", figure(goal.value), 1).replace("{}", figure(goal.upper))
    return wording.replace("{}", goal.printed) if target.has_figure else wording


def _plainly(target: AnyTarget) -> str:
    name, goal = lower_first(target.name), target.goal
    if goal.comparator is Comparator.DECLARED:
        return f"{name} đạt {goal.printed}"
    if not target.has_figure:
        return name
    if goal.comparator is Comparator.TOP:
        return f"{name} {goal_in_words(goal, target.unit)}"
    printed = with_unit(goal.printed, target.unit)
    return f"{name} {_COMPARED[goal.comparator]} {printed}{_fraction(goal.fraction)}"


def _fraction(fraction: tuple[Decimal, Decimal] | None) -> str:
    return "" if fraction is None else f" ({figure(fraction[0])}/{figure(fraction[1])})"


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
