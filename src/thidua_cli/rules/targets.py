"""Rules of targets: believable, stated once, clear in what they ask, and reported by somebody."""

from collections.abc import Iterator
from decimal import Decimal

from thidua_cli.diagnostics.finding import Finding, Related, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.model.targets.catalogue import AnyTarget
from thidua_cli.model.targets.combinations import CombinedTarget
from thidua_cli.model.targets.goals import Comparator
from thidua_cli.model.targets.measured import MeasuredTarget
from thidua_cli.model.targets.shares import WHOLE, CoverageTarget, ShareTarget
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.letters import fold
from thidua_cli.vietnamese.numbers import figure


@check("TD401", "Mức cần đạt phải đáng tin so với con số trước đó.", Severity.ERROR)
def the_goal_is_believable(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Mức cần đạt không được gấp con số trước (plausible.previous) quá số lần ghi ở plausible.most.

    Một chữ số thừa làm cả phong trào không thể đạt; con số in sai phải được người có thẩm quyền xác nhận,
    thidua không tự sửa.
    Sai: `reach: 23100` với `plausible: {previous: 2500, most: 3}`
    Đúng: `reach: 3100` với `plausible: {previous: 2500, most: 3}`
    """
    for target in _targets(repository):
        if not isinstance(target, MeasuredTarget):
            continue
        limits, goal = target.plausible, target.goal
        if limits is None or goal.value <= limits.previous * limits.most or limits.previous <= 0:
            continue
        factor = (goal.value / limits.previous).quantize(Decimal("0.1"))
        yield rule.finding(
            f"Mức {figure(goal.value)} {target.unit} của “{target.id}” gấp {figure(factor)} lần con số trước "
            f"({figure(limits.previous)}), quá {figure(limits.most)} lần.",
            at=target.at(goal.comparator),
            hint="Đối chiếu với văn bản gốc; bản gốc in như vậy thì giữ nguyên và ghi vào known_issues.",
            related=(Related("Con số trước ghi ở đây.", target.at("plausible", "previous")),),
            about=f"targets.{target.id}",
        )


@check("TD402", "Một chỉ tiêu chỉ được có một mức cần đạt.", Severity.ERROR)
def a_target_is_stated_once(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Hai chỉ tiêu cùng tên, cùng thời hạn không được có mức khác nhau.

    Một việc nêu ở hai chỗ với hai con số thì không biết chấm theo số nào.
    Sai: `name: Tỷ lệ hồ sơ trực tuyến` hai lần, một lần `at_least: 70`, một lần `at_least: 80`.
    Đúng: giữ một chỉ tiêu, hoặc đặt tên nói rõ hai việc khác nhau thế nào.
    """
    for folder in repository.campaigns.values():
        first: dict[tuple[str, str], AnyTarget] = {}
        for target in folder.sheet.targets:
            deadline = "" if target.by is None else target.by.text
            other = first.setdefault((fold(target.name), deadline), target)
            if other.id == target.id or other.goal == target.goal or not (target.counts and other.counts):
                continue
            mine, theirs = (f"{goal.comparator}: {goal.printed}" for goal in (target.goal, other.goal))
            yield rule.finding(
                f"“{target.id}” và “{other.id}” nêu cùng một việc với hai mức khác nhau.",
                at=target.at(target.goal.comparator),
                hint=f"Giữ một trong hai mức ({mine} hoặc {theirs}), hoặc sửa tên cho khác nhau.",
                related=(Related("Mức kia ở đây.", other.at(other.goal.comparator)),),
                about=f"targets.{target.id}",
            )


@check("TD403", "Tỷ lệ cần đạt phải nằm trong khoảng từ 0 đến 100%.", Severity.ERROR)
def a_share_is_at_most_the_whole(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Mức của chỉ tiêu loại share không được quá 100 và không được âm.

    Không ai vượt được số có; mức tăng trưởng trên 100% là một chỉ tiêu loại khác.
    Sai: `kind: share` với `at_least: 700`
    Đúng: `kind: share` với `at_least: 70`
    """
    for target in _targets(repository):
        if not isinstance(target, ShareTarget):
            continue
        beyond = [one for one in target.goal.limits if not 0 <= one <= WHOLE]
        if beyond:
            yield rule.finding(
                f"Tỷ lệ {figure(beyond[0])}% của “{target.id}” nằm ngoài khoảng từ 0 đến 100%.",
                at=target.at(target.goal.comparator),
                hint="Xem lại con số, hoặc bỏ kind: share nếu đây không phải là tỷ lệ trong một tổng số.",
                about=f"targets.{target.id}",
            )


@check("TD404", "Con số đứng một mình được hiểu là mức ít nhất hoặc nhiều nhất.", Severity.NOTE)
def a_bare_figure_is_read_as_a_limit(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Kế hoạch nên nói rõ “ít nhất”, “trên”, “không quá” trước con số.

    “Đạt 70%” không nói vượt 70% là tốt hay xấu; thidua hiểu là ít nhất, hoặc nhiều nhất khi càng thấp càng tốt.
    Sai: `reach: 70`
    Đúng: `at_least: 70`
    """
    for target in _targets(repository):
        if isinstance(target, MeasuredTarget) and target.goal.comparator is Comparator.REACH:
            words = "ít nhất" if target.better == "up" else "nhiều nhất"
            key = Comparator.AT_LEAST if target.better == "up" else Comparator.AT_MOST
            yield rule.finding(
                f"“{target.id}” chỉ ghi con số {figure(target.goal.value)}; hiểu là {words} "
                f"{figure(target.goal.value)}.",
                at=target.at(Comparator.REACH),
                hint=f"Nếu chắc chắn như vậy, đổi khóa reach thành {key}.",
                about=f"targets.{target.id}",
            )


@check("TD405", "Mỗi chỉ tiêu nên có đơn vị báo cáo số liệu.", Severity.NOTE)
def a_target_has_somebody_who_reports_it(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Khóa reported_by nói đơn vị nào phải báo số liệu của chỉ tiêu.

    Chưa giao cho ai thì không biết ai chưa báo cáo, và không nhắc được ai.
    Sai: chỉ tiêu không có `reported_by`.
    Đúng: `reported_by: [phong-quan-ly-du-lich]`
    """
    for target in _targets(repository):
        if (
            not target.reported_by
            and target.counts
            and not isinstance(target, CombinedTarget | CoverageTarget)
        ):
            yield rule.finding(
                f"Chưa có đơn vị nào được giao báo số liệu của “{target.id}”.",
                at=target.at("id"),
                hint="Thêm reported_by với mã của đơn vị hoặc nhóm đơn vị.",
                about=f"targets.{target.id}",
            )


def _targets(repository: Repository) -> Iterator[AnyTarget]:
    for folder in repository.campaigns.values():
        yield from folder.sheet.targets
