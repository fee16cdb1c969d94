"""Rules of what a target is about: by when, of how many, in which unit, and how it stands to its parts and likes."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from thidua_cli.diagnostics.finding import Finding, Location, Related, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.model.targets.catalogue import AnyTarget
from thidua_cli.model.targets.combinations import CombinedTarget
from thidua_cli.model.targets.goals import Comparator
from thidua_cli.model.targets.measured import MeasuredTarget
from thidua_cli.model.targets.shares import WHOLE, ShareTarget
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.letters import fold
from thidua_cli.vietnamese.numbers import figure

_COUNTED = re.compile(
    r"tỷ lệ (?:số )?(?:xã|phường|thôn|xóm|bản|cơ quan|đơn vị|tổ chức|tổ đảng|chi bộ|đảng bộ|trường|doanh nghiệp|"
    r"hợp tác xã|hộ|cán bộ|công chức|viên chức|đảng viên|người)\b"
)
"""What has members that can be listed; money and products have none."""
_BOUNDED = frozenset({Comparator.AT_MOST, Comparator.LESS_THAN, Comparator.EXACTLY, Comparator.BETWEEN})


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one campaign asks of an indicator."""

    limit: Decimal
    until: date
    at: Location
    campaign: str
    target: str


@check("TD440", "Tỷ lệ nhắc lại phải là tỷ lệ của cùng một thứ.", Severity.NOTE)
def a_restated_share_is_of_the_same(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Chỗ nhắc lại (restates) của một tỷ lệ phải có cùng tên, cùng tổng số (members) và cùng điều kiện (each).

    100% “vốn đầu tư công” và 100% “vốn của lĩnh vực ngành” là hai mẫu số: đạt mức này chưa chắc đạt mức kia.
    Sai: `name: Tỷ lệ giải ngân vốn của ngành`, nhắc lại `name: Tỷ lệ giải ngân vốn đầu tư công`
    Đúng: hai chỗ cùng `name: Tỷ lệ giải ngân vốn đầu tư công`
    """
    for folder in repository.campaigns.values():
        known = folder.sheet.targets_by_id
        for target in folder.sheet.every_target:
            other = known.get(target.restates or "")
            if not isinstance(target, ShareTarget) or not isinstance(other, ShareTarget):
                continue
            pairs = (
                ("name", _subject(target), _subject(other)),
                ("members", target.members, other.members),
                ("each", target.each, other.each),
            )
            key = next((key for key, mine, theirs in pairs if mine != theirs), None)
            if key is not None:
                yield rule.finding(
                    f"“{target.id}” nhắc lại “{other.id}” nhưng là tỷ lệ của thứ khác.",
                    at=target.at(key),
                    hint="Ghi cùng một tên nếu là một chỉ tiêu; hai mẫu số khác nhau thì ghi vào known_issues.",
                    related=(Related("Chỉ tiêu gốc ở đây.", other.at(key)),),
                    about=f"targets.{target.id}",
                )


@check("TD442", "Chỉ tiêu của phong trào nhiều năm phải nói đến bao giờ.", Severity.NOTE)
def a_target_of_years_has_a_deadline(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Trong phong trào nhiều năm, chỉ tiêu phải có thời hạn (by), hoặc tính cho từng năm.

    Không có thời hạn thì thidua tính đến ngày kết thúc phong trào; kế hoạch có thể muốn nói mỗi năm.
    Sai: phong trào 2026 - 2030 có chỉ tiêu không có `by`.
    Đúng: `by: 2030`, hoặc `over_time: each-year`
    """
    for folder in repository.campaigns.values():
        span = folder.campaign.span
        if span is None or span.start.year == span.end.year:
            continue
        for target in folder.sheet.targets:
            if target.counts and target.by is None and not _is_yearly(target):
                yield rule.finding(
                    f"“{target.id}” không nói đến bao giờ; thidua tính đến hết năm {span.end.year}.",
                    at=target.at("id"),
                    hint="Thêm by, hoặc over_time: each-year nếu năm nào cũng phải đạt.",
                    about=f"targets.{target.id}",
                )


@check("TD447", "Tỷ lệ của những thứ đếm được nên nói rõ tổng số là những ai.", Severity.NOTE)
def a_share_says_of_whom(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Khóa members của tỷ lệ xã, đơn vị, cán bộ … nói tổng số gồm những ai.

    Số xã, phường thay đổi khi sắp xếp lại; không biết tổng số thì mỗi đơn vị báo một mẫu số.
    Sai: `name: Tỷ lệ xã có trường nội trú`, không có `members`
    Đúng: `name: Tỷ lệ xã có trường nội trú` và `members: cac-xa`
    """
    for folder in repository.campaigns.values():
        for target in folder.sheet.every_target:
            if (
                isinstance(target, ShareTarget)
                and target.counts
                and target.members is None
                and target.goal.fraction is None
                and _COUNTED.match(target.name.casefold())
            ):
                yield rule.finding(
                    f"“{target.id}” không nói tính trên tổng số nào.",
                    at=target.at("name"),
                    hint="Thêm members với mã của nhóm; bản gốc không nói thì để trống, đơn vị báo đủ tử số, mẫu số.",
                    about=f"targets.{target.id}",
                )


@check("TD449", "Mục tiêu nằm ở văn bản khác nên được in lại trong kế hoạch.", Severity.NOTE)
def a_goal_by_reference_is_printed(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Nhiệm vụ “hoàn thành chỉ tiêu được giao tại …” (kind: by-reference) không có con số nào để theo dõi.

    Muốn tính tiến độ thì chép chỉ tiêu của văn bản đó thành chỉ tiêu của phong trào.
    Sai: `kind: by-reference` với `reference: 2156-qd-ubnd-2025`
    Đúng: từng chỉ tiêu của quyết định ghi dưới `targets`
    """
    for folder in repository.campaigns.values():
        for task in folder.sheet.tasks:
            if task.kind == "by-reference":
                yield rule.finding(
                    f"Mục tiêu của “{task.id}” nằm ở văn bản khác, không có con số để tính tiến độ.",
                    at=task.at("kind"),
                    hint="Chép các chỉ tiêu ấy vào targets khi có văn bản trong tay.",
                    about=f"tasks.{task.id}",
                )


@check("TD450", "Các phong trào không được đặt mức trái nhau cho một chỉ số.", Severity.WARNING)
def campaigns_agree_on_an_indicator(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Cùng một chỉ số (indicator): hạn sau không được có mức dễ hơn hạn trước, cùng hạn phải cùng mức.

    Hai kế hoạch đòi hai mức cho một hạn thì đơn vị không biết theo kế hoạch nào; thường là chép sai văn bản cấp trên.
    Sai: năm 2026 `at_least: 80`, đến năm 2030 `at_least: 70`
    Đúng: năm 2026 `at_least: 70`, đến năm 2030 `at_least: 80`
    """
    for name, asked in _asked_of_indicators(repository).items():
        indicator = repository.indicators.get(name)
        if indicator is None:
            continue
        sign = -1 if indicator.better == "down" else 1
        hardest: _Asked | None = None
        for one in sorted(asked, key=lambda a: (a.until, a.campaign)):
            if hardest is not None and one.campaign != hardest.campaign:
                easier = sign * one.limit < sign * hardest.limit
                same_day = one.until == hardest.until and one.limit != hardest.limit
                if easier or same_day:
                    yield rule.finding(
                        f"“{one.target}” đặt mức {figure(one.limit)} cho chỉ số “{indicator.name}”, trái với mức "
                        f"{figure(hardest.limit)} của phong trào “{hardest.campaign}”.",
                        at=one.at,
                        hint="Đối chiếu hai kế hoạch với văn bản cấp trên.",
                        related=(Related("Mức kia ở đây.", hardest.at),),
                        about=f"targets.{one.target}",
                    )
            if hardest is None or sign * one.limit > sign * hardest.limit:
                hardest = one


@check("TD452", "Các phần của một tổng không được cộng lại quá tổng.", Severity.WARNING)
def parts_fit_into_the_whole(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Mức thấp nhất của các chỉ tiêu cùng part_of cộng lại không được quá mức cao nhất của tổng, hoặc quá 100%.

    Các phần không chồng nhau mà cộng lại quá tổng thì không thể cùng đạt.
    Sai: hai phần `at_least: 60` và `at_least: 50` của một tổng 100%.
    Đúng: hai phần `at_least: 60` và `at_least: 30`
    """
    for folder in repository.campaigns.values():
        known = folder.sheet.targets_by_id
        parts: dict[str, list[MeasuredTarget]] = defaultdict(list)
        for target in folder.sheet.every_target:
            if target.part_of in known and isinstance(target, MeasuredTarget) and not target.restates:
                parts[target.part_of or ""].append(target)
        for name, members in parts.items():
            whole = known[name]
            most = _most(whole)
            same = [p for p in members if p.unit == whole.unit and not p.less_is_better]
            least = sum((p.goal.limits[0] for p in same), Fraction(0))
            if most is not None and len(same) > 1 and least > most:
                yield rule.finding(
                    f"Các phần của “{whole.id}” cộng lại ít nhất {figure(least)}, quá {figure(most)}.",
                    at=same[-1].at(same[-1].goal.comparator.value),
                    hint="Xem lại các mức, hoặc bỏ part_of nếu các phần chồng lên nhau.",
                    related=tuple(
                        Related("Một phần ở đây.", p.at(p.goal.comparator.value)) for p in same[:-1]
                    ),
                    about=f"targets.{whole.id}",
                )


@check("TD453", "Phần “trong đó” phải cùng đơn vị tính với toàn phần.", Severity.WARNING)
def a_part_is_in_the_unit_of_the_whole(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Chỉ tiêu có part_of phải tính bằng đơn vị của chỉ tiêu chứa nó.

    Lẫn “lượt” với “nghìn lượt”, “triệu đồng” với “tỷ đồng” thì phần lớn hơn tổng mà không ai thấy.
    Sai: `unit: lượt` với `part_of: khach` khi `khach` có `unit: nghìn lượt`
    Đúng: `unit: nghìn lượt` ở cả hai chỉ tiêu
    """
    for folder in repository.campaigns.values():
        known = folder.sheet.targets_by_id
        for target in folder.sheet.every_target:
            whole = known.get(target.part_of or "")
            if whole is not None and target.has_figure and whole.has_figure and target.unit != whole.unit:
                yield rule.finding(
                    f"“{target.id}” tính bằng “{target.unit}” nhưng “{whole.id}” tính bằng “{whole.unit}”.",
                    at=target.at("unit"),
                    hint="Ghi cùng một đơn vị tính, hoặc bỏ part_of nếu đây không phải là một phần.",
                    related=(Related("Toàn phần ở đây.", whole.at("unit")),),
                    about=f"targets.{target.id}",
                )


def _is_yearly(target: AnyTarget) -> bool:
    """Whether every year has its own verdict; of a combination, whether that holds for all that is written in it."""
    parts = target.inline if isinstance(target, CombinedTarget) else (target,)
    return all(part.across_years == "each" for part in parts) and bool(parts)


def _subject(target: ShareTarget) -> str:
    """What the share is of: its name without the word for share."""
    return fold(target.name).removeprefix("ty le ")


def _most(whole: AnyTarget) -> Fraction | None:
    """The most that the whole can be or may be; None where nothing says."""
    if isinstance(whole, MeasuredTarget) and whole.goal.comparator in _BOUNDED:
        return whole.goal.limits[-1]
    return Fraction(WHOLE) if isinstance(whole, ShareTarget) else None


def _asked_of_indicators(repository: Repository) -> dict[str, list[_Asked]]:
    """What the campaigns ask of each indicator, in the order of the campaigns."""
    asked: dict[str, list[_Asked]] = defaultdict(list)
    for folder in repository.campaigns.values():
        for target in folder.sheet.every_target:
            if not target.counts:
                continue
            until = (target.by or folder.campaign.period.end).end
            if isinstance(target, ShareTarget) and target.each is not None:
                at = target.at("each", "at_least")
                asked[target.each.indicator].append(
                    _Asked(target.each.at_least, until, at, folder.id, target.id)
                )
            if target.indicator is not None and isinstance(target, MeasuredTarget):
                at = target.at(target.goal.comparator.value)
                asked[target.indicator].append(_Asked(target.goal.value, until, at, folder.id, target.id))
    return asked
