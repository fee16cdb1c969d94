"""Rules of reported figures beside their neighbours: the unit of measure, the size, the denominator."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from thidua_cli.diagnostics.finding import Finding, Related, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.model.results import ReportedValue, ResultEntry, ResultFile
from thidua_cli.model.targets.amounts import AmountTarget
from thidua_cli.model.targets.changes import ChangeTarget
from thidua_cli.model.targets.shares import Proportion, ShareTarget
from thidua_cli.model.targets.target import Target
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.numbers import figure

_THOUSANDFOLD = 300
"""From this factor on one of two figures looks as if it were in thousands of the other; seasons reach some tens."""
_Handed = tuple[ResultEntry, ReportedValue]


@check("TD422", "Số liệu phải có đơn vị tính của chỉ tiêu.", Severity.ERROR)
def a_figure_has_the_unit_of_its_target(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Khóa unit của số liệu, nếu ghi, phải giống đơn vị tính của chỉ tiêu; thidua không tự đổi đơn vị.

    Lượt và nghìn lượt, triệu đồng và tỷ đồng lẫn nhau thì tổng sai nghìn lần mà nhìn vào vẫn như thật.
    Sai: `khach: {value: 111100, unit: lượt}` khi chỉ tiêu tính bằng nghìn lượt.
    Đúng: `khach: {value: 111,1, unit: nghìn lượt}`
    """
    for target, handed in _series(repository):
        asked = _unit_of(target)
        for entry, value in handed:
            if value.unit is not None and asked is not None and value.unit != asked:
                yield rule.finding(
                    f"“{target.id}” tính bằng {asked} nhưng được báo bằng {value.unit}.",
                    at=entry.at("values", target.id, "unit"),
                    hint=f"Đổi con số sang {asked}, hoặc sửa khóa unit.",
                    about=f"targets.{target.id}",
                )


@check("TD423", "Số liệu của một đơn vị không nên gấp hàng trăm lần kỳ liền kề.", Severity.WARNING)
def figures_keep_their_size(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Hai số liền nhau của một đơn vị, tính cho một ngày, không chênh nhau quá 300 lần.

    Chênh nghìn lần thường là lẫn lượt với nghìn lượt, triệu đồng với tỷ đồng.
    Sai: quý I là `520`, quý II là `610000`.
    Đúng: quý I là `520`, quý II là `610`
    """
    for target, handed in _series(repository):
        if not isinstance(target, AmountTarget):
            continue
        adds_up = target.time_aggregation == "sum"
        figures = [(entry, v.value, _days(entry, v) if adds_up else 1) for entry, v in handed if v.value]
        for (before, first, days), (after, second, more_days) in pairwise(figures):
            one, other = abs(first) * more_days, abs(second) * days
            if max(one, other) >= _THOUSANDFOLD * min(one, other):
                yield rule.finding(
                    f"“{target.id}” kỳ {after.period.text} là {figure(second)}, kỳ {before.period.text} là "
                    f"{figure(first)}: có thể lẫn đơn vị tính.",
                    at=after.at("values", target.id),
                    hint=f"Chỉ tiêu tính bằng {target.unit}; xem lại hai số.",
                    related=(Related("Số của kỳ kia ở đây.", before.at("values", target.id)),),
                    about=f"targets.{target.id}",
                )


@check("TD424", "Mẫu số thay đổi trong năm phải có lời giải thích.", Severity.WARNING)
def a_new_denominator_is_explained(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Mẫu số của một tỷ lệ thay đổi giữa hai kỳ trong cùng một năm thì số liệu sau phải có note.

    Xã sáp nhập, đơn vị tách ra làm mẫu số đổi thật; không ghi lại thì tỷ lệ tăng, giảm mà không ai hiểu vì sao.
    Sai: 6 tháng `of: [14, 53]`, cả năm `of: [15, 56]`.
    Đúng: cả năm `of: [15, 56]` với `note: Thêm 3 xã sau sắp xếp`
    """
    for target, handed in _series(repository):
        if not isinstance(target, Proportion):
            continue
        pairs = [(entry, value, value.of[1]) for entry, value in handed if value.of]
        for (before, _, whole), (after, value, other) in pairwise(pairs):
            same_year = before.period.end.year == after.period.end.year
            if same_year and whole != other and value.note is None and after.revises is None:
                yield rule.finding(
                    f"Mẫu số của “{target.id}” là {figure(other)} ở kỳ {after.period.text}, còn ở kỳ "
                    f"{before.period.text} là {figure(whole)}.",
                    at=after.at("values", target.id, "of"),
                    hint="Xem lại mẫu số; nếu đổi thật thì thêm note nói vì sao.",
                    related=(Related("Mẫu số kia ở đây.", before.at("values", target.id, "of")),),
                    about=f"targets.{target.id}",
                )


def _series(repository: Repository) -> Iterator[tuple[Target, list[_Handed]]]:
    """Each target with all that one unit handed in for it in figures, by period; once for each unit."""
    for folder in repository.campaigns.values():
        targets = folder.sheet.targets_by_id
        for file in folder.results.values():
            for name, handed in _by_target(file).items():
                if name in targets:
                    yield targets[name], handed


def _by_target(file: ResultFile) -> dict[str, list[_Handed]]:
    found: dict[str, list[_Handed]] = {}
    for entry in sorted(file.entries, key=lambda entry: (entry.period, entry.as_of)):
        for name, value in entry.values.items():
            if isinstance(value, ReportedValue):
                found.setdefault(name, []).append((entry, value))
    return found


def _unit_of(target: Target) -> str | None:
    """The unit of measure of what is handed in; None for the levels behind a change, which have their own."""
    if isinstance(target, ShareTarget) and target.over_units == "count" and target.each:
        return target.each.unit
    return None if isinstance(target, ChangeTarget) else target.unit


def _days(entry: ResultEntry, value: ReportedValue) -> Decimal:
    """How many days the figure is about."""
    end = entry.period.end
    return Decimal((end - end.replace(month=1, day=1)).days + 1 if value.cumulative else entry.period.days)
