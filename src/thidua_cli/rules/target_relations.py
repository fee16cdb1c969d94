"""Rules of targets that lean on others: said again, part of a whole, judged together, compared with a base."""

from collections.abc import Iterator
from decimal import Decimal

from thidua_cli.diagnostics.finding import Finding, Location, Related, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.model.targets.catalogue import AnyTarget
from thidua_cli.model.targets.changes import ChangeTarget
from thidua_cli.model.targets.combinations import CombinedTarget
from thidua_cli.model.targets.goals import Comparator
from thidua_cli.model.targets.shares import CoverageTarget, ShareTarget
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.numbers import figure


@check("TD406", "Chỉ tiêu nhắc lại phải giống chỉ tiêu gốc.", Severity.ERROR)
def a_restated_target_says_the_same(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Chỗ nhắc lại (restates) phải có cùng loại so sánh, cùng con số và cùng đơn vị tính với chỉ tiêu gốc.

    Chỉ tiêu về sáng kiến của từng người còn phải cùng điều kiện của mỗi người (each).
    “Trên 50%” và “ít nhất 50%” là hai mức khác nhau: đúng 50% thì đạt mức này mà không đạt mức kia. Văn bản đã in như
    vậy thì giữ nguyên và ghi vào known_issues.
    Sai: chỉ tiêu gốc `more_than: 50`, chỗ nhắc lại `at_least: 50`.
    Đúng: cả hai chỗ `more_than: 50`
    """
    for target, other in _pairs(repository, "restates"):
        compared = (
            ("mức cần đạt", target.goal, other.goal),
            ("đơn vị tính", target.unit, other.unit),
            ("loại chỉ tiêu", target.kind, other.kind),
            ("điều kiện của mỗi người", _per_person(target), _per_person(other)),
        )
        differences = [words for words, mine, theirs in compared if mine != theirs]
        if differences:
            yield rule.finding(
                f"“{target.id}” nhắc lại “{other.id}” nhưng khác {', '.join(differences)}.",
                at=_goal_at(target),
                hint="Đối chiếu hai chỗ trong văn bản gốc; bản gốc in như vậy thì ghi vào known_issues.",
                related=(Related("Chỉ tiêu gốc ở đây.", _goal_at(other)),),
                about=f"targets.{target.id}",
            )


@check("TD407", "Phần “trong đó” không được lớn hơn toàn phần.", Severity.ERROR)
def a_part_is_at_most_the_whole(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Mức cần đạt của chỉ tiêu có part_of không được lớn hơn mức của chỉ tiêu chứa nó, khi cùng đơn vị tính.

    Khách quốc tế là một phần của tổng số khách; phần lớn hơn tổng thì một trong hai con số sai.
    Sai: `at_least: 900` với `part_of: khach` khi `khach` có `at_least: 90`
    Đúng: `at_least: 90` với `part_of: khach` khi `khach` có `at_least: 900`
    """
    for target, whole in _pairs(repository, "part_of"):
        if target.unit == whole.unit and target.has_figure and whole.has_figure:
            mine, theirs = target.goal.limits[-1], whole.goal.limits[-1]
            if mine > theirs:
                yield rule.finding(
                    f"“{target.id}” là một phần của “{whole.id}” nhưng có mức {figure(mine)}, "
                    f"lớn hơn {figure(theirs)}.",
                    at=_goal_at(target),
                    hint="Xem lại hai con số, hoặc bỏ part_of nếu đây không phải là một phần.",
                    related=(Related("Mức của toàn phần ở đây.", _goal_at(whole)),),
                    about=f"targets.{target.id}",
                )


@check("TD408", "Mức in bằng cả phần trăm và phân số phải nói rõ so với số nào.", Severity.WARNING)
def a_printed_fraction_says_what_binds(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Với “trên” và “dưới”, kết quả 21/53 vượt qua 39,62% nhưng không vượt qua chính phân số 21/53.

    Không có khóa compare thì thidua so với phân số, vì đó là con số chính xác.
    Sai: `more_than: {of: [21, 53]}`
    Đúng: `more_than: {of: [21, 53]}` và `compare: fraction`
    """
    for target in _targets(repository):
        strict = target.goal.comparator in {Comparator.MORE_THAN, Comparator.LESS_THAN}
        if isinstance(target, ShareTarget) and strict and target.goal.fraction and target.compare is None:
            part, whole = target.goal.fraction
            yield rule.finding(
                f"“{target.id}” chưa nói so với {target.goal.printed}% hay với {figure(part)}/{figure(whole)}.",
                at=_goal_at(target),
                hint="Thêm compare: fraction (so với phân số) hoặc compare: printed (so với số phần trăm đã in).",
                about=f"targets.{target.id}",
            )


@check("TD409", "Chỉ tiêu tăng, giảm phải nói rõ so với số gốc nào.", Severity.WARNING)
def a_change_has_a_base(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Khóa against nói so với năm trước, hoặc so với con số của một năm.

    Không có số gốc thì không tính được mức tăng, giảm; thidua ghi “chưa có số gốc” và không tự chọn năm.
    Sai: `kind: reduction` với `at_least: 40`, không có `against`.
    Đúng: thêm `against: previous-year`
    """
    for target in _targets(repository):
        if isinstance(target, ChangeTarget) and target.against is None and target.counts:
            yield rule.finding(
                f"“{target.id}” chưa có số gốc để so sánh.",
                at=_goal_at(target),
                hint="Thêm against: previous-year, hoặc against với year, value và source.",
                about=f"targets.{target.id}",
            )


@check("TD419", "Chỉ tiêu gộp không được gồm chỉ tiêu gộp khác.", Severity.ERROR)
def a_combination_is_flat(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Các mục ở children của loại all-of và any-of phải là chỉ tiêu đơn.

    Chỉ tiêu gộp chứa chỉ tiêu gộp, kể cả chính nó, thì không đánh giá được.
    Sai: `children: [a, b]` khi `b` cũng là `kind: all-of`
    Đúng: `children: [a, c]` khi `a` và `c` là chỉ tiêu đơn
    """
    for folder in repository.campaigns.values():
        known = {target.id: target for target in folder.sheet.targets}
        for target in folder.sheet.targets:
            for i, child in enumerate(target.children if isinstance(target, CombinedTarget) else ()):
                if isinstance(child, str) and isinstance(known.get(child), CombinedTarget):
                    yield rule.finding(
                        f"“{target.id}” gồm “{child}”, cũng là một chỉ tiêu gộp.",
                        at=target.at("children", i),
                        hint=f"Ghi thẳng các chỉ tiêu đơn của “{child}” vào children.",
                        about=f"targets.{target.id}",
                    )


def _targets(repository: Repository) -> Iterator[AnyTarget]:
    for folder in repository.campaigns.values():
        yield from folder.sheet.every_target


def _pairs(repository: Repository, key: str) -> Iterator[tuple[AnyTarget, AnyTarget]]:
    """Each target that names another under the key, with the other."""
    for folder in repository.campaigns.values():
        known = folder.sheet.targets_by_id
        for target in folder.sheet.every_target:
            other = known.get(getattr(target, key))
            if other is not None:
                yield target, other


def _per_person(target: AnyTarget) -> tuple[Decimal, bool, str] | None:
    """What each person must have, however much of it is written; nothing where the target is not about people."""
    if not isinstance(target, CoverageTarget):
        return None
    return target.each.initiatives, target.each.recognised, target.each.per


def _goal_at(target: AnyTarget) -> Location:
    """Where the goal is written; where it has no key, the target's id."""
    key = target.goal.comparator.value
    return target.at(key if key in type(target).model_fields else "id")
