"""Rules of things that lead to others: none of them may lead back to itself."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from thidua_cli.diagnostics.finding import Finding, Location, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.repository.index import Repository

_Ways = Mapping[str, tuple[str, ...]]
"""Where each thing leads to, by id."""


class _Record(Protocol):
    def at(self, *steps: str | int) -> Location: ...


@check("TD306", "Đơn vị không được nằm trong chính nó.", Severity.ERROR)
def units_do_not_contain_themselves(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Cấp trên (parent) và thành viên nhóm (members) không được đi thành vòng.

    Vòng như vậy thì không tính được nhóm gồm những ai và văn bản theo hệ thống nào.
    Sai: nhóm `cac-xa` có thành viên `cac-phuong`, nhóm `cac-phuong` lại có thành viên `cac-xa`.
    Đúng: nhóm `cac-xa-phuong` có thành viên là từng xã, từng phường.
    """
    parents = {unit: (parent,) for unit, parent in repository.parents.items()}
    members = {unit.id: unit.members for unit in repository.units.values()}
    yield from _found(rule, "Cấp trên", "parent", parents, repository.units)
    yield from _found(rule, "Thành viên nhóm", "members", members, repository.units)


@check("TD332", "Không mục nào được dẫn vòng về chính nó.", Severity.ERROR)
def nothing_leads_back_to_itself(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Các khóa succeeded_by, replaced_by, implements, restates và part_of không được đi thành vòng.

    Hai văn bản thay thế lẫn nhau thì không biết văn bản nào còn hiệu lực; hai chỉ tiêu nhắc lại nhau thì không chỉ tiêu
    nào được tính.
    Sai: chỉ tiêu `khach` có `restates: khach-du-lich`, chỉ tiêu `khach-du-lich` lại có `restates: khach`.
    Đúng: chỉ một trong hai chỉ tiêu có `restates`.
    """
    units, documents, campaigns = repository.units, repository.documents, repository.campaigns
    successors = {i: (unit.succeeded_by,) for i, unit in units.items() if unit.succeeded_by}
    yield from _found(rule, "Đơn vị kế tục", "succeeded_by", successors, units)
    replaced = {i: (document.replaced_by,) for i, document in documents.items() if document.replaced_by}
    yield from _found(rule, "Văn bản thay thế", "replaced_by", replaced, documents)
    plans = {i: folder.campaign for i, folder in campaigns.items()}
    implemented = {i: plan.implements for i, plan in plans.items()}
    yield from _found(rule, "Kế hoạch được triển khai", "implements", implemented, plans)
    for folder in campaigns.values():
        targets = folder.sheet.targets_by_id
        restated = {i: (target.restates,) for i, target in targets.items() if target.restates}
        yield from _found(rule, "Chỉ tiêu nhắc lại", "restates", restated, targets, "targets.")
        wholes = {i: (target.part_of,) for i, target in targets.items() if target.part_of}
        yield from _found(rule, "Phần “trong đó”", "part_of", wholes, targets, "targets.")


def _found(
    rule: Rule, what: str, key: str, ways: _Ways, records: Mapping[str, _Record], about: str | None = None
) -> Iterator[Finding]:
    for circle in _circles(ways):
        steps = " → ".join(f"“{name}”" for name in (*circle, circle[0]))
        yield rule.finding(
            f"{what} đi thành vòng: {steps}.",
            at=records[circle[0]].at(key),
            hint=f"Bỏ một bước của vòng ở khóa {key}.",
            about=None if about is None else f"{about}{circle[0]}",
        )


def _circles(ways: _Ways) -> Iterator[tuple[str, ...]]:
    """Circles that hold everything that leads back to itself, each beginning with its first in the register's order."""
    seen: set[str] = set()
    for start in _without_ends(ways):
        if start not in seen:
            circle = _way_back(ways, start)
            seen.update(circle)
            if circle:
                yield circle


def _without_ends(ways: _Ways) -> tuple[str, ...]:
    """What may stand in a circle: whatever leads nowhere is taken away until nothing does."""
    left = {one: len(further) for one, further in ways.items()}
    before: dict[str, list[str]] = {}
    for one, further in ways.items():
        for step in further:
            before.setdefault(step, []).append(one)
    ends = [one for one, further in left.items() if not further] + [one for one in before if one not in left]
    for end in ends:
        for one in before.get(end, ()):
            left[one] -= 1
            if not left[one]:
                ends.append(one)
    return tuple(one for one, further in left.items() if further)


def _way_back(ways: _Ways, start: str) -> tuple[str, ...]:
    """The shortest way from a thing back to itself; empty when there is none."""
    came_from, waiting = {start: start}, [start]
    for one in waiting:
        for step in ways.get(one, ()):
            if step == start:
                way = [one]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return tuple(reversed(way))
            if step not in came_from:
                came_from[step] = one
                waiting.append(step)
    return ()
