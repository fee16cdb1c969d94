"""What prose must keep to: it calls functions that exist, and leaves facts to the place where they are written."""

import re
from collections.abc import Iterator

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.diagnostics.finding import Finding, Severity
from thidua_cli.diagnostics.rule import Check, Rule, check
from thidua_cli.documents.citations import Citations
from thidua_cli.documents.inserting import parse_with_inserts
from thidua_cli.documents.phrases import with_unit
from thidua_cli.documents.printed_texts import without_calls
from thidua_cli.documents.prose_functions import ProseFunctions
from thidua_cli.documents.report_sections import answers_in, outline_of
from thidua_cli.documents.templating import CallInProse, calls_in, calls_or_none, render_prose
from thidua_cli.repository.index import REGISTERS, CampaignFolder, Prose, Repository
from thidua_cli.vietnamese.letters import fold, near

_DATE = re.compile(
    r"\b\d{1,2}/\d{1,2}/\d{4}\b|\b(?:ngày|Ngày) \d{1,2} tháng \d{1,2}(?: năm \d{4})?|\b\d{4}-\d{2}-\d{2}\b"
)
_NUMBER = re.compile(r"\b\d+/[A-ZĐ]{2,}[A-Za-zĐđ]*-[A-ZĐa-zđ0-9]+|\b\d+-[A-ZĐ]{2,}[a-z]*/[A-ZĐ]+[a-zA-Z]*")
_FIGURE = re.compile(r"(?<![\d.,])-?\d+(?:[.,]\d+)*")
_GOES_ON = re.compile(r"\d|[.,]\d")
_WORD = re.compile(r"\w+")
_SPEAKING = 1000
"""From here on a figure in prose is no coincidence, even without its unit."""
_DRAWN = {
    "unit": frozenset({"units"}),
    "cite": frozenset({"documents"}),
    **dict.fromkeys(("task", "assignments", "criteria", "awards", "subjects", "table"), REGISTERS),
}
"""The registers that functions draw on; while one cannot be read, nobody knows what it lacks."""
_OF_TARGETS = frozenset({"target", "figure", "task", "criteria", "table"})
"""Functions that name targets and tasks, or print them all."""


@check("TD501", "Lời văn chỉ gọi những hàm và mã có thật.", Severity.ERROR)
def _calls(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Hàm trong {{ … }} lấy số liệu từ dữ liệu; gọi sai tên hoặc sai mã thì không in được giấy.

    Sai: `{{ figure("khach-du-lic") }}`
    Đúng: `{{ figure("khach-du-lich-2026") }}`
    """
    for folder, prose in _every_prose(repository):
        try:
            calls = tuple(calls_in(prose))
        except ThiduaError as error:
            yield rule.finding(error.message, at=error.at or prose.at(0), hint=error.hint)
            continue
        functions = ProseFunctions(repository, folder, Citations(repository))
        for call in calls:
            if not _waits(call, folder, repository):
                yield from _failed_call(rule, call, functions)


def _waits(call: CallInProse, folder: CampaignFolder, repository: Repository) -> bool:
    """Whether nobody knows if the call is right before what it draws on is in order."""
    in_doubt = repository.doubtful & _DRAWN.get(call.name, frozenset())
    return bool(in_doubt or (folder.sheet.repeated_ids and call.name in _OF_TARGETS))


def _failed_call(rule: Rule, call: CallInProse, functions: ProseFunctions) -> Iterator[Finding]:
    function = functions.by_name.get(call.name)
    if function is None:
        guess = near(call.name, functions.by_name)
        hint = f"Có phải “{guess}”?" if guess else f"Các hàm: {', '.join(functions.by_name)}."
        yield rule.finding(f"Không có hàm nào tên là “{call.name}”.", at=call.at, hint=hint)
        return
    try:
        function(*call.arguments)
    except ThiduaError as error:
        yield rule.finding(error.message, at=call.at, hint=error.hint)
    except TypeError:
        hint = "Xem cách gọi từng hàm trong docs/data-format.md."
        yield rule.finding(f"Hàm “{call.name}” được gọi thiếu hoặc thừa giá trị.", at=call.at, hint=hint)


@check("TD502", "Lời văn chỉ dùng những cách trình bày mà thidua đặt được lên giấy.", Severity.ERROR)
def _markup(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Đề mục viết bằng #, ##, ###; mục bằng `- ` và `+ `; chữ đậm `**…**`, chữ nghiêng `*…*`; chỗ trống `[[…]]`.

    Chú thích cuối trang: viết `[^1]` ngay sau chữ, và một dòng `[^1]: nội dung` ở dưới; mỗi dấu một nội dung.
    Bảng, hình, liên kết, danh sách đánh số tay không in đúng thể thức nên không dùng.
    Sai: `![hình](anh.png)`
    Đúng: `- nội dung của mục`
    """
    for folder, prose in _every_prose(repository):
        functions = ProseFunctions(repository, folder, Citations(repository))
        try:
            rendered = render_prose(prose, functions.by_name)
        except ThiduaError:
            continue  # TD501 says why
        try:
            parse_with_inserts(Prose(prose.path, rendered, prose.first_line), functions.inserts)
        except ThiduaError as error:
            yield rule.finding(error.message, at=error.at or prose.at(0), hint=error.hint)


@check("TD503", "Ngày tháng trong plan.md phải lấy từ dữ liệu.", Severity.WARNING)
def _dates(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Ngày gõ tay không đổi theo khi hạn hoặc thời gian trong campaign.yaml thay đổi.

    Sai: `gửi báo cáo trước ngày 15/12/2026`
    Đúng: `gửi báo cáo {{ deadline("tong-ket") }}`
    """
    hint = 'Dùng {{ deadline("mã báo cáo") }}, {{ duration() }} hoặc {{ cite("mã văn bản") }}.'
    for plan in _plans(repository):
        for match in _DATE.finditer(without_calls(plan[1])):
            at = plan[1].at(match.start(), len(match[0]))
            yield rule.finding(f"Ngày “{match[0]}” được gõ tay.", at=at, hint=hint)


@check("TD504", "Văn bản nêu trong plan.md phải lấy từ sổ văn bản.", Severity.WARNING)
def _documents(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Số văn bản gõ tay dễ sai và không được kiểm tra với sổ văn bản data/documents.yaml.

    Sai: `theo Nghị quyết số 70/NQ-HĐND`
    Đúng: `theo {{ cite("70-nq-hdnd-2025") }}`
    """
    by_number = {d.number: d.id for d in repository.documents.values() if d.number}
    for _, plan in _plans(repository):
        for match in _NUMBER.finditer(without_calls(plan)):
            known = by_number.get(match[0])
            hint = (
                f'Dùng {{{{ cite("{known}") }}}}.' if known else "Thêm vào data/documents.yaml rồi dùng cite."
            )
            at = plan.at(match.start(), len(match[0]))
            yield rule.finding(f"Số văn bản “{match[0]}” được gõ tay.", at=at, hint=hint)


@check("TD505", "Con số của chỉ tiêu trong plan.md phải lấy từ targets.yaml.", Severity.WARNING)
def _figures(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Con số gõ hai nơi sẽ có lúc khác nhau; giấy phải in đúng con số mà tiến độ được tính theo.

    Sai: `đón 23.100 nghìn lượt khách`
    Đúng: `{{ target("khach-du-lich-2026") }}`
    """
    for folder, plan in _plans(repository):
        forms = _forms_by_number(folder)
        text = without_calls(plan)
        for number in _FIGURE.finditer(text):
            told: set[str] = set()
            for form, target in forms.get(number[0], ()):
                end = number.start() + len(form)
                if target in told or not text.startswith(form, number.start()) or _GOES_ON.match(text, end):
                    continue
                told.add(target)
                yield rule.finding(
                    f"Con số “{form}” của chỉ tiêu “{target}” được gõ tay.",
                    at=plan.at(number.start(), len(form)),
                    hint=f'Dùng {{{{ figure("{target}") }}}} hoặc {{{{ target("{target}") }}}}.',
                    about=f"targets.{target}",
                )


@check("TD506", "Tên đơn vị trong plan.md phải lấy từ danh mục đơn vị.", Severity.WARNING)
def _units(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Tên gõ tay có nhiều cách viết và không đổi theo khi đơn vị đổi tên.

    Cách gọi chung không viết hoa, như “các phòng, đơn vị”, và nhóm người, như “Nhân dân”, không phải là tên.
    Sai: `giao Phòng Tổ chức - Pháp chế theo dõi`
    Đúng: `giao {{ unit("phong-tc-pc") }} theo dõi`
    """
    names = {
        name: unit.id
        for unit in repository.units.values()
        if unit.kind != "people"
        for name in (unit.name, *unit.aliases, *unit.abbr)
        if " " in name and not name[0].islower()
    }
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(_first_word(name), set()).add(len(name))
    for _, plan in _plans(repository):
        text = without_calls(plan)
        end = 0
        for word in _WORD.finditer(text):
            start = word.start()
            if start < end:
                continue  # within a name that stands here already
            ends = (start + length for length in sorted(lengths.get(word[0], ()), reverse=True))
            end = next((e for e in ends if text[start:e] in names and not _WORD.match(text, e)), 0)
            name = text[start:end]
            if name:
                hint = f'Dùng {{{{ unit("{names[name]}") }}}}.'
                at = plan.at(start, len(name))
                yield rule.finding(f"Tên đơn vị “{name}” được gõ tay.", at=at, hint=hint)


@check("TD507", "Đề mục trong lời văn báo cáo phải là đề mục của báo cáo.", Severity.WARNING)
def _headings(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Lời văn dưới đề mục lạ không có chỗ trên giấy và sẽ không được in.

    Sai: `# Tồn tại và hạn chế`
    Đúng: `# Tồn tại, hạn chế`
    """
    for folder in repository.campaigns.values():
        known = [s.heading for s in outline_of(folder.campaign).in_order]
        folded = {fold(heading) for heading in known}
        for narrative in folder.narratives:
            for answer in answers_in(narrative.prose):
                if fold(answer.heading) in folded:
                    continue
                guess = near(answer.heading, known)
                at = answer.heading_at
                hint = f"Có phải “{guess}”?" if guess else f"Các đề mục: {'; '.join(known)}."
                yield rule.finding(f"Báo cáo không có đề mục “{answer.heading}”.", at=at, hint=hint)


@check("TD508", "Mỗi chỉ tiêu phải được nêu trong kế hoạch.", Severity.WARNING)
def _unprinted(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Chỉ tiêu chỉ có trong dữ liệu mà không in trong kế hoạch thì không ai được giao thực hiện.

    Sai: targets.yaml có chỉ tiêu “luot-khach”, plan.md không nhắc đến.
    Đúng: plan.md có `{{ target("luot-khach") }}` hoặc bảng `{{ table("targets") }}`.
    """
    for folder, plan in _plans(repository):
        calls = calls_or_none(plan)
        if calls is None or any(call.name == "table" for call in calls):
            continue
        printed = {a for call in calls if call.name in {"figure", "target"} for a in call.arguments}
        listed = {a for call in calls if call.name == "criteria" for a in call.arguments}
        printed |= {
            name for c in folder.sheet.criteria if c.subject in listed and c.wording for name in c.targets
        }
        for target in folder.sheet.targets:
            if not {target.id, target.reported_as} & printed:
                hint = f'Thêm {{{{ target("{target.id}") }}}} vào plan.md, ở nội dung của chỉ tiêu.'
                about = f"targets.{target.id}"
                message = f"Kế hoạch không nêu chỉ tiêu “{target.id}”."
                yield rule.finding(message, at=target.at("id"), hint=hint, about=about)


CHECKS: tuple[Check[Repository], ...] = (
    _calls, _markup, _dates, _documents, _figures, _units, _headings, _unprinted,
)  # fmt: skip


def _forms_by_number(folder: CampaignFolder) -> dict[str, list[tuple[str, str]]]:
    """How each target's figure may be typed, with the target, by the number it begins with; the longest form first."""
    forms: dict[str, list[tuple[str, str]]] = {}
    for target in folder.sheet.every_target:
        if not target.has_figure:
            continue
        printed = target.goal.printed
        written = {printed, str(target.goal.value)} if abs(target.goal.value) >= _SPEAKING else set()
        written |= {with_unit(printed, target.unit), f"{printed} {target.unit}"}
        for form in sorted(written, key=lambda w: (-len(w), w)):
            number = _FIGURE.match(form)
            if number is not None:
                forms.setdefault(number[0], []).append((form, target.id))
    return forms


def _first_word(name: str) -> str:
    """The word by which a name is looked up in a text."""
    match = _WORD.match(name)
    return match[0] if match is not None else ""


def _plans(repository: Repository) -> Iterator[tuple[CampaignFolder, Prose]]:
    for folder in repository.campaigns.values():
        if folder.plan is not None:
            yield folder, folder.plan


def _every_prose(repository: Repository) -> Iterator[tuple[CampaignFolder, Prose]]:
    yield from _plans(repository)
    for folder in repository.campaigns.values():
        for narrative in folder.narratives:
            for answer in answers_in(narrative.prose):
                yield folder, answer.prose
