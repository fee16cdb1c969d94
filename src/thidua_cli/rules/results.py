"""Rules of results: figures have the shape of their target, come from who owes them, and stand once."""

from collections.abc import Callable, Iterator

from thidua_cli.diagnostics.finding import Finding, Related, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.model.results import ReportedState, ReportedValue, ResultEntry, ResultFile
from thidua_cli.model.targets.catalogue import AnyTarget
from thidua_cli.model.targets.changes import PREVIOUS_YEAR, ChangeTarget, ReductionTarget
from thidua_cli.model.targets.combinations import CombinedTarget
from thidua_cli.model.targets.milestones import MilestoneTarget
from thidua_cli.model.targets.ranks import RankTarget
from thidua_cli.model.targets.shares import WHOLE, Proportion, ShareTarget
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.rules.corrections import Named, everything, standing
from thidua_cli.rules.membership import speaks_for
from thidua_cli.vietnamese.letters import near
from thidua_cli.vietnamese.numbers import figure

_Reported = tuple[AnyTarget, ReportedValue, ResultEntry]


@check("TD410", "Chỉ tiêu số lượng phải được báo bằng một con số.", Severity.ERROR)
def an_amount_is_reported_as_a_figure(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Cặp tử số, mẫu số (of) chỉ dùng cho chỉ tiêu tỷ lệ.

    Số lượng được cộng qua các kỳ và các đơn vị; một cặp số thì không cộng được.
    Sai: `khach-du-lich: {of: [14, 53]}` khi chỉ tiêu tính bằng nghìn lượt.
    Đúng: `khach-du-lich: 111,1`
    """
    for target, value, entry in _reported(repository):
        counted = isinstance(target, ShareTarget) and target.over_units == "count"
        if value.of and (counted or not isinstance(target, Proportion | RankTarget | ReductionTarget)):
            yield rule.finding(
                f"“{target.id}” tính bằng {target.unit} nhưng được báo bằng cặp tử số, mẫu số.",
                at=entry.at("values", target.id),
                hint="Ghi một con số, hoặc thêm kind: share vào chỉ tiêu nếu nó là tỷ lệ.",
                about=f"targets.{target.id}",
            )


@check("TD411", "Tỷ lệ nên được báo bằng tử số và mẫu số.", Severity.WARNING)
def a_share_is_reported_as_a_fraction(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Tỷ lệ của nhiều đơn vị được tính từ tổng tử số trên tổng mẫu số.

    Chỉ có số phần trăm thì không gộp được các đơn vị và không kiểm tra lại được phép chia.
    Sai: `xa-hanh-phuc: 26,4`
    Đúng: `xa-hanh-phuc: {of: [14, 53]}`
    """
    for target, value, entry in _reported(repository, standing):
        # A figure beyond the whole is rule TD412's.
        if _is_a_share(target) and value.value is not None and 0 <= value.value <= WHOLE:
            yield rule.finding(
                f"Tỷ lệ “{target.id}” được báo bằng một con số, không có tử số và mẫu số.",
                at=entry.at("values", target.id),
                hint="Viết of: [tử số, mẫu số], ví dụ of: [14, 53].",
                about=f"targets.{target.id}",
            )


@check("TD412", "Tỷ lệ được báo phải nằm trong khoảng từ 0 đến 100%.", Severity.ERROR)
def a_reported_share_is_at_most_the_whole(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Kết quả của chỉ tiêu tỷ lệ không được quá 100% và không được âm.

    Thường là gõ thiếu dấu phẩy, hoặc ghi số lượng thay cho tỷ lệ.
    Sai: `xa-hanh-phuc: 264`
    Đúng: `xa-hanh-phuc: 26,4`
    """
    for target, value, entry in _reported(repository):
        if _is_a_share(target) and value.value is not None and not 0 <= value.value <= WHOLE:
            yield rule.finding(
                f"Tỷ lệ “{target.id}” được báo là {figure(value.value)}%, ngoài khoảng từ 0 đến 100%.",
                at=entry.at("values", target.id),
                hint="Xem lại con số, hoặc viết of: [tử số, mẫu số].",
                about=f"targets.{target.id}",
            )


@check("TD413", "Đơn vị chỉ báo cáo những gì mình được giao.", Severity.WARNING)
def a_unit_reports_what_it_owes(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Tệp kết quả của một đơn vị chỉ có những mục giao cho đơn vị đó ở reported_by hoặc responsible.

    Hai đơn vị cùng báo một số liệu thì số liệu bị cộng hai lần.
    Sai: đơn vị `phong-b` báo `khach-du-lich` khi chỉ tiêu có `reported_by: [phong-a]`.
    Đúng: thêm `phong-b` vào `reported_by`, hoặc bỏ số liệu đó.
    """
    if "units" in repository.unreadable:
        return
    for folder in repository.campaigns.values():
        owed = {t.id: t.reported_by for t in folder.sheet.every_target}
        owed |= {t.id: t.responsible for t in folder.sheet.tasks}
        for unit, file in folder.results.items():
            if unit not in repository.units:
                continue
            allowed: dict[tuple[str, ...], bool] = {}
            for name, section, entry in _named_once(file.entries):
                named = owed.get(name)
                if not named:
                    continue
                if named not in allowed:
                    allowed[named] = speaks_for(unit, named, repository)
                if not allowed[named]:
                    yield rule.finding(
                        f"“{repository.units[unit].name}” báo “{name}” nhưng không được giao mục này.",
                        at=entry.at(section, name, key=True),
                        hint=f"Thêm {unit} vào {'reported_by' if section == 'values' else 'responsible'} "
                        "của mục này, hoặc bỏ dòng này.",
                        about=f"{'targets' if section == 'values' else 'tasks'}.{name}",
                    )


@check("TD414", "Số liệu đính chính phải chỉ rõ báo cáo được đính chính.", Severity.ERROR)
def a_revision_names_an_earlier_entry(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Giá trị của revises phải là source của một mục đứng trước trong cùng tệp.

    Không tìm được bản cũ thì cả hai số liệu cùng được tính.
    Sai: `revises: Báo cáo số 10` khi mục trước có `source: Báo cáo mẫu số 01`.
    Đúng: `revises: Báo cáo mẫu số 01`
    """
    for folder in repository.campaigns.values():
        for file in folder.results.values():
            earlier: list[str] = []
            for entry in file.entries:
                if entry.revises is not None and entry.revises not in earlier:
                    guess = near(entry.revises, earlier)
                    listed = ", ".join(f"“{source}”" for source in earlier)
                    known = f"Các mục đứng trước: {listed}." if listed else "Tệp chưa có mục nào đứng trước."
                    yield rule.finding(
                        f"Không có mục nào đứng trước mang source “{entry.revises}”.",
                        at=entry.at("revises"),
                        hint=f"Có phải “{guess}”?" if guess else known,
                    )
                earlier.append(entry.source)


@check("TD415", "Phần “trong đó” được báo không được lớn hơn toàn phần.", Severity.ERROR)
def a_reported_part_is_at_most_the_whole(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Trong một báo cáo, số của chỉ tiêu có part_of không được lớn hơn số của chỉ tiêu chứa nó.

    Một bản tin năm 2019 in 18.040 lượt khách quốc tế thay cho 185.040; lấy tổng trừ đi phần kia thì thấy ngay.
    Sai: `khach: 100` và `khach-quoc-te: 200`
    Đúng: `khach: 200` và `khach-quoc-te: 100`
    """
    for target, value, entry in _reported(repository):
        whole = entry.values.get(target.part_of) if target.part_of else None
        if not isinstance(whole, ReportedValue) or whole.cumulative != value.cumulative:
            continue
        if value.value is not None and whole.value is not None and value.value > whole.value:
            yield rule.finding(
                f"“{target.id}” là một phần của “{target.part_of}” nhưng được báo {figure(value.value)}, "
                f"lớn hơn {figure(whole.value)}.",
                at=entry.at("values", target.id),
                hint="Xem lại hai con số.",
                related=(Related("Số của toàn phần ở đây.", entry.at("values", str(target.part_of))),),
                about=f"targets.{target.id}",
            )


@check("TD416", "Mốc được báo bằng trạng thái, chỉ tiêu khác bằng con số.", Severity.ERROR)
def a_milestone_is_reported_as_a_state(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Chỉ tiêu loại milestone chỉ có xong hay chưa; chỉ tiêu có con số thì phải báo con số.

    Sai: `benh-vien: 1` khi chỉ tiêu có `kind: milestone`.
    Đúng: `benh-vien: {state: done, shown_by: Biên bản bàn giao, on: 2028-06-01}`
    """
    for folder in repository.campaigns.values():
        targets = folder.sheet.targets_by_id
        for entry in _entries(folder):
            for name, value in entry.values.items():
                wrong = _wrong_form(targets[name], value) if name in targets else None
                if wrong is not None:
                    message, hint = wrong
                    at = entry.at("values", name)
                    yield rule.finding(message, at=at, hint=hint, about=f"targets.{name}")


def _wrong_form(target: AnyTarget, value: ReportedValue | ReportedState) -> tuple[str, str] | None:
    """What is wrong with the form in which a target was reported, and what would be right."""
    if isinstance(target, CombinedTarget):
        message = f"“{target.id}” gồm nhiều chỉ tiêu nên không có số liệu riêng."
        return message, "Báo số liệu của từng chỉ tiêu ở children."
    milestone = isinstance(target, MilestoneTarget)
    if isinstance(value, ReportedState) == milestone:
        return None
    if milestone:
        message = f"“{target.id}” là một mốc nhưng được báo bằng con số."
        return message, "Viết state: done, under-way hoặc not-started."
    return f"“{target.id}” cần con số nhưng được báo bằng trạng thái.", "Viết một con số."


@check("TD417", "Thứ hạng phải là số nguyên dương, không quá số đơn vị được xếp hạng.", Severity.ERROR)
def a_rank_is_a_place(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Hạng nhất là 1; không có hạng 0, hạng lẻ, hay hạng 35 trong 34 tỉnh, thành phố.

    Sai: `par-index: 35` khi chỉ tiêu có `among: 34`.
    Đúng: `par-index: 27`
    """
    for target, value, entry in _reported(repository):
        if not isinstance(target, RankTarget):
            continue
        place = value.fraction[0] if value.fraction else value.value
        if place is None or (place >= 1 and place == int(place) and place <= (target.among or place)):
            continue
        yield rule.finding(
            f"Hạng {figure(place)} của “{target.id}” không có thật.",
            at=entry.at("values", target.id),
            hint=f"Viết số nguyên từ 1 đến {figure(target.among)}."
            if target.among
            else "Viết số nguyên từ 1.",
            about=f"targets.{target.id}",
        )


@check("TD418", "Chỉ tiêu đã có số gốc thì không dùng đến số kỳ trước.", Severity.WARNING)
def a_base_that_is_given_is_not_reported(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Khóa base là số cùng kỳ năm trước; chỉ tiêu tăng, giảm đã có số gốc ở against thì không dùng đến.

    Sai: `grdp: {value: 110, base: 100}` khi chỉ tiêu có `against: {year: 2025, value: 98}`.
    Đúng: `grdp: 110`
    """
    for target, value, entry in _reported(repository):
        given = isinstance(target, ChangeTarget) and target.against != PREVIOUS_YEAR
        if value.base is not None and given:
            yield rule.finding(
                f"Số kỳ trước (base) của “{target.id}” không được dùng đến.",
                at=entry.at("values", target.id, "base"),
                hint="Bỏ base, hoặc ghi against: previous-year ở chỉ tiêu.",
                about=f"targets.{target.id}",
            )


@check("TD605", "Mỗi đơn vị báo mỗi mục một lần cho một kỳ.", Severity.ERROR)
def a_figure_is_reported_once(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Số liệu thứ hai của cùng một mục và một kỳ phải nói rõ nó đính chính báo cáo nào (revises).

    Không nói rõ thì không biết số nào đúng, và số lượng có thể bị cộng hai lần.
    Sai: hai mục cùng `period: 2026-H1`, cùng có `khach-du-lich`, không có `revises`.
    Đúng: mục sau có `revises: Báo cáo mẫu số 01`.
    """
    for folder in repository.campaigns.values():
        for file in folder.results.values():
            first: dict[tuple[str, str], ResultEntry] = {}
            for entry in file.entries:
                named = [(name, section) for name, section, _ in _named_once((entry,))]
                before = {name: first.setdefault((entry.period.text, name), entry) for name, _ in named}
                again = [(name, section) for name, section in named if before[name] is not entry]
                if again and entry.revises is None:
                    name, section = again[0]
                    names = ", ".join(f"“{one}”" for one, _ in again)
                    yield rule.finding(
                        f"{names} kỳ {entry.period.text} đã được báo ở một mục trước.",
                        at=entry.at(section, name, key=True),
                        hint="Nếu là đính chính, thêm revises với source của mục trước; nếu trùng thì xóa.",
                        related=(Related("Lần đầu ở đây.", before[name].at(section, name, key=True)),),
                    )


def _is_a_share(target: AnyTarget) -> bool:
    """Whether what a unit hands in is a share, and not the figure that decides whether the unit is counted."""
    return isinstance(target, Proportion) and target.unit_aggregation != "count"


def _reported(
    repository: Repository, named_in: Callable[[ResultFile], Named] = everything
) -> Iterator[_Reported]:
    """The figures that are reported for known targets, of each file those that are named."""
    for folder in repository.campaigns.values():
        targets = folder.sheet.targets_by_id
        for file in folder.results.values():
            for entry, names in named_in(file):
                for name in names:
                    value = entry.values[name]
                    if name in targets and isinstance(value, ReportedValue):
                        yield targets[name], value, entry


def _entries(folder: CampaignFolder) -> Iterator[ResultEntry]:
    for file in folder.results.values():
        yield from file.entries


def _named_once(entries: tuple[ResultEntry, ...]) -> Iterator[tuple[str, str, ResultEntry]]:
    """Each target and task with its section and the first of the entries that name it."""
    seen: set[str] = set()
    for entry in entries:
        for section, names in (("values", entry.values), ("tasks", entry.tasks)):
            for name in names:
                if name not in seen:
                    seen.add(name)
                    yield name, section, entry
