"""Rules of registers in time: who is named exists then, and an indicator is measured in its own unit."""

from collections.abc import Iterator

from thidua_cli.diagnostics.finding import Finding, Related, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.model.campaigns import Campaign
from thidua_cli.model.target_sheets import TargetSheet
from thidua_cli.model.targets.catalogue import AnyTarget
from thidua_cli.model.targets.shares import ShareTarget
from thidua_cli.model.units import Unit
from thidua_cli.repository.index import Repository
from thidua_cli.rules.mentions import units_in_campaign


@check("TD307", "Đơn vị mà phong trào nêu tên phải còn trong thời gian của phong trào.", Severity.WARNING)
def a_unit_exists_while_the_campaign_runs(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Đơn vị đã giải thể, sáp nhập, đổi tên hoặc chưa thành lập thì không nhận được việc và không báo cáo được.

    thidua so thời gian ghi ở đơn vị (from, to, succeeded_by) với ngày của kế hoạch và thời gian của phong trào.
    Sai: kế hoạch năm 2026 giao việc cho đơn vị có `to: 2025-06-30`.
    Đúng: giao cho đơn vị ghi ở `succeeded_by` của đơn vị đó.
    """
    for folder in repository.campaigns.values():
        told: set[str] = set()
        for mention in units_in_campaign(folder.campaign):
            unit = repository.units.get(mention.name)
            wrong = _absent(unit, folder.campaign, repository) if unit else None
            if unit is None or wrong is None or unit.id in told:
                continue
            told.add(unit.id)
            key = "succeeded_by" if unit.succeeded_by else "to" if unit.end else "from"
            yield rule.finding(
                f"“{unit.name}” {wrong}.",
                at=mention.at,
                hint=_instead(unit, repository),
                related=(Related("Thời gian của đơn vị ghi ở đây.", unit.at(key)),),
                about=mention.about,
            )


@check("TD308", "Chỉ tiêu đo một chỉ số phải dùng đơn vị tính của chỉ số.", Severity.WARNING)
def a_target_is_in_the_unit_of_its_indicator(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Các phong trào cùng đo một chỉ số (indicator) thì phải cùng đơn vị tính, mới so được với nhau.

    Phần “/năm” của chỉ tiêu bình quân không tính là khác.
    Sai: chỉ số có `unit: điểm`, chỉ tiêu có `each: {indicator: chi-so-hanh-phuc, at_least: 70, unit: "%"}`.
    Đúng: `each: {indicator: chi-so-hanh-phuc, at_least: 70, unit: điểm}`
    """
    for folder in repository.campaigns.values():
        for name, unit, steps, target in _measured(folder.sheet):
            indicator = repository.indicators.get(name)
            if indicator is None or indicator.unit == unit.removesuffix("/năm"):
                continue
            yield rule.finding(
                f"Chỉ tiêu “{target.id}” tính bằng “{unit}” nhưng chỉ số “{indicator.name}” tính bằng "
                f"“{indicator.unit}”.",
                at=target.at(*steps),
                hint="Sửa đơn vị tính ở một trong hai nơi, hoặc bỏ khóa indicator nếu là chỉ số khác.",
                related=(Related("Đơn vị tính của chỉ số ghi ở đây.", indicator.at("unit")),),
                about=f"targets.{target.id}",
            )


def _measured(sheet: TargetSheet) -> Iterator[tuple[str, str, tuple[str, ...], AnyTarget]]:
    """Each indicator that a target measures, in which unit, where that is written, and the target."""
    for target in sheet.every_target:
        if target.indicator is not None:
            yield target.indicator, target.unit, ("unit",), target
        if isinstance(target, ShareTarget) and target.each is not None:
            yield target.each.indicator, target.each.unit, ("each", "unit"), target


def _absent(unit: Unit, campaign: Campaign, repository: Repository) -> str | None:
    """Why the unit cannot do what the campaign asks, throughout its time."""
    issued = campaign.document.date or (campaign.span.start if campaign.span else None)
    last = campaign.period.end.end
    if unit.end is not None and issued is not None and unit.end.end < issued:
        return f"chỉ có đến {unit.end.in_words}, trước kế hoạch này"
    if unit.start is not None and unit.start.start > last:
        return f"từ {unit.start.in_words} mới có, sau khi phong trào kết thúc"
    if unit.succeeded_by is not None and (unit.end is None or unit.end.end < last):
        successor = repository.units.get(unit.succeeded_by)
        when = f" từ sau {unit.end.in_words}" if unit.end else ", không rõ từ ngày nào"
        named = f"“{successor.name}”" if successor else "đơn vị khác"
        return f"được {named} kế tục{when}, trong khi phong trào còn đến {campaign.period.end.in_words}"
    return None


def _instead(unit: Unit, repository: Repository) -> str:
    successor = repository.units.get(unit.succeeded_by or "")
    if successor is None:
        return "Nêu đơn vị có trong thời gian đó, hoặc sửa from, to của đơn vị."
    return f"Giao cho đơn vị kế tục (unit: {successor.id}); kế hoạch đã ban hành thì ghi vào known_issues."
