"""Rules of allocations: what units are given adds up to what the target asks."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from thidua_cli.diagnostics.finding import Finding, Location, Related, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.model.allocations import Allocation
from thidua_cli.model.exact import exact_sum
from thidua_cli.model.targets.amounts import AmountTarget
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.numbers import figure


@check("TD420", "Mức giao cho các đơn vị phải cộng lại bằng mức của chỉ tiêu.", Severity.WARNING)
def allocations_add_up(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Chỉ tiêu số lượng chia cho các đơn vị ở allocations.yaml thì tổng các phần phải bằng mức phải đạt.

    Mức mới nhất của chỉ tiêu được đem so; với khoảng từ … đến … thì tổng phải nằm trong khoảng. Đơn vị cấp dưới của
    một đơn vị cũng được giao thì cộng vào mức của đơn vị cấp trên ấy. Giao theo rule: same thì không cộng.
    Sai: chỉ tiêu `at_least: 3000`, giao `units: {doi-a: 1000, doi-b: 1500}`.
    Đúng: `units: {doi-a: 1000, doi-b: 2000}`
    """
    for folder in repository.campaigns.values():
        for allocation in folder.allocations:
            target = folder.sheet.targets_by_id.get(allocation.target)
            if not isinstance(target, AmountTarget) or allocation.rule == "same" or not allocation.units:
                continue
            limits, newest = target.in_force(date.max).goal.limits, target.version_on(date.max)
            goal_at = newest.at() if newest else target.at(target.goal.comparator)
            for above, shares in _by_superior(allocation, repository).items():
                whole = limits if above is None else (allocation.units[above],) * 2
                total = exact_sum(shares)
                if whole[0] <= total <= whole[-1]:
                    continue
                asked = " - ".join(dict.fromkeys(figure(one) for one in whole))
                what = "chỉ tiêu" if above is None else f"đơn vị “{above}”"
                yield rule.finding(
                    f"Mức giao của “{target.id}” cộng lại là {figure(total)}, còn mức của {what} là {asked}.",
                    at=_units_at(allocation, above),
                    hint="Xem lại mức của từng đơn vị, hoặc ghi rule: same nếu mỗi đơn vị phải đạt cả mức ấy.",
                    related=(Related("Mức phải đạt ở đây.", goal_at),) if above is None else (),
                    about=f"targets.{target.id}",
                )


def _by_superior(allocation: Allocation, repository: Repository) -> dict[str | None, list[Decimal]]:
    """The figures by the nearest superior that has been given a part too; None for those who have none."""
    found: dict[str | None, list[Decimal]] = {}
    for unit, value in allocation.units.items():
        above = next((one for one in repository.superiors(unit) if one in allocation.units), None)
        found.setdefault(above, []).append(value)
    return found


def _units_at(allocation: Allocation, above: str | None) -> Location:
    return allocation.at("units", key=True) if above is None else allocation.at("units", above)
