"""Rules of reference: whatever a record names exists."""

from collections.abc import Iterable, Iterator
from functools import cache

from thidua_cli.diagnostics.finding import Finding, Severity
from thidua_cli.diagnostics.rule import Check, Rule, check
from thidua_cli.model.target_sheets import TargetSheet
from thidua_cli.model.targets.combinations import CombinedTarget
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.rules.mentions import Mention, indicators_named, units_in_initiatives, units_named
from thidua_cli.vietnamese.letters import near


@check("TD301", "Đơn vị được nhắc tên phải có trong danh mục đơn vị.", Severity.ERROR)
def unit_exists(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Mọi mã đơn vị, kể cả tên tệp kết quả và tên thư mục báo cáo, phải có trong data/units.

    Mã gõ sai thì nhiệm vụ, số liệu và báo cáo của đơn vị đó không vào bảng tổng hợp nào.
    Sai: `units: [phong-tc-cp]` khi danh mục chỉ có `phong-tc-pc`.
    Đúng: `units: [phong-tc-pc]`
    """
    yield from _unknown_units(rule, repository, units_named(repository))


def _unknown_units(rule: Rule, repository: Repository, named: Iterable[Mention]) -> Iterator[Finding]:
    if "units" in repository.unreadable:
        return
    guess_of = cache(
        lambda name: near(name, repository.units)
    )  # one wrong id may stand in thousands of places
    for mention in named:
        if mention.name not in repository.units:
            guess = guess_of(mention.name)
            hint = f"Có phải “{guess}”?" if guess else "Thêm đơn vị này vào data/units, hoặc sửa lại mã."
            message = f"Không có đơn vị nào mang mã “{mention.name}”."
            yield rule.finding(message, at=mention.at, hint=hint, about=mention.about)


@check("TD304", "Văn bản được viện dẫn phải có trong danh mục văn bản.", Severity.ERROR)
def document_exists(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Mã của văn bản, viết ở bất cứ tệp nào, phải có trong data/documents.yaml.

    Đó là các khóa implements, related, basis, versions, reference, documents và replaced_by.
    Số, ngày và trích yếu in trên giấy lấy từ danh mục; không có ở đó thì không in được căn cứ.
    Kế hoạch của một phong trào khác trong thư mục dữ liệu cũng viện dẫn được, bằng mã phong trào.
    Sai: `implements: [02-ct-ubnd-2062]`
    Đúng: `implements: [02-ct-ubnd-2026]`
    """
    if "documents" in repository.doubtful:
        return
    known = {*repository.documents, *repository.campaigns, *repository.unknown}
    named = (mention for folder in repository.campaigns.values() for mention in _documents_named(folder))
    for mention in (*_documents_in_register(repository), *named):
        if mention.name not in known:
            guess = near(mention.name, repository.documents)
            hint = f"Có phải “{guess}”?" if guess else "Thêm văn bản này vào data/documents.yaml."
            message = f"Không có văn bản nào mang mã “{mention.name}” trong danh mục."
            yield rule.finding(message, at=mention.at, hint=hint, about=mention.about)


@check(
    "TD305",
    "Chỉ tiêu, chỉ số, nhiệm vụ, nội dung, báo cáo và phong trào được nhắc đến phải có thật.",
    Severity.ERROR,
)
def record_exists(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Mã viết trong kết quả, phân công, chỉ tiêu và sáng kiến phải là mã của một mục đã khai.

    Số liệu ghi cho một mã không có thì không cộng vào chỉ tiêu nào mà không ai hay.
    Sai: `values: {khach-du-lic: 111}` khi chỉ tiêu có mã `khach-du-lich`.
    Đúng: `values: {khach-du-lich: 111}`
    """
    for folder in repository.campaigns.values():
        yield from _missing_in_campaign(rule, folder)
        if "indicators" not in repository.doubtful:
            for mention in indicators_named(folder):
                yield from _missing(rule, "chỉ số", mention, tuple(repository.indicators))
    for mention in _campaigns_printing(repository):
        if mention.name not in repository.unknown:
            yield from _missing(rule, "phong trào", mention, tuple(repository.campaigns))


def _missing_in_campaign(rule: Rule, folder: CampaignFolder) -> Iterator[Finding]:
    targets = tuple(target.id for target in folder.sheet.every_target)
    tasks = tuple(task.id for task in folder.sheet.tasks)
    contents = tuple(content.id for content in folder.campaign.contents)
    reports = tuple(report.id for report in folder.campaign.reports)
    for mention in _contents_named(folder):
        yield from _missing(rule, "nội dung", mention, contents)
    for mention in _reports_named(folder):
        yield from _missing(rule, "báo cáo", mention, reports)
    if folder.sheet.repeated_ids:
        return  # one of the two has the id of another, which therefore seems to be missing
    for mention in _targets_named(folder):
        yield from _missing(rule, "chỉ tiêu", mention, targets)
    for mention in _unknown_in_results(folder, "values", frozenset(targets)):
        other = f"“{mention.name}” là một nhiệm vụ: ghi dưới tasks." if mention.name in tasks else None
        yield from _missing(rule, "chỉ tiêu", mention, targets, other)
    for mention in _unknown_in_results(folder, "tasks", frozenset(tasks)):
        other = f"“{mention.name}” là một chỉ tiêu: ghi dưới values." if mention.name in targets else None
        yield from _missing(rule, "nhiệm vụ", mention, tasks, other)


def _missing(
    rule: Rule, what: str, mention: Mention, known: tuple[str, ...], other: str | None = None
) -> Iterator[Finding]:
    if mention.name in known:
        return
    guess = near(mention.name, known)
    listed = ", ".join(known) or f"chưa có {what} nào"
    hint = other or (f"Có phải “{guess}”?" if guess else f"Đã khai: {listed}.")
    message = f"Không có {what} nào mang mã “{mention.name}”."
    yield rule.finding(message, at=mention.at, hint=hint, about=mention.about)


def _documents_named(folder: CampaignFolder) -> Iterator[Mention]:
    campaign = folder.campaign
    for key, names in (("implements", campaign.implements), ("related", campaign.related)):
        for i, name in enumerate(names):
            yield Mention(name, campaign.at(key, i), f"basis.{name}")
    for entry in campaign.basis:
        yield Mention(entry.document, entry.at("document"), f"basis.{entry.document}")
    yield from _documents_in_sheet(folder.sheet)


def _documents_in_sheet(sheet: TargetSheet) -> Iterator[Mention]:
    for target in sheet.every_target:
        for version in target.versions:
            if version.document is not None:
                yield Mention(version.document, version.at("document"), f"targets.{target.id}")
    for task in sheet.tasks:
        if task.reference is not None:
            yield Mention(task.reference, task.at("reference"), f"tasks.{task.id}")
    for criterion in sheet.criteria:
        for i, name in enumerate(criterion.documents):
            yield Mention(name, criterion.at("documents", i), f"criteria.{criterion.id}")


def _documents_in_register(repository: Repository) -> Iterator[Mention]:
    for entry in repository.document_entries:
        about = f"documents.{entry.id}"
        for i, name in enumerate(entry.implements):
            yield Mention(name, entry.at("implements", i), about)
        if entry.replaced_by is not None:
            yield Mention(entry.replaced_by, entry.at("replaced_by"), about)


def _contents_named(folder: CampaignFolder) -> Iterator[Mention]:
    for target in folder.sheet.targets:
        if target.content is not None:
            yield Mention(target.content, target.at("content"), f"targets.{target.id}")
    for task in folder.sheet.tasks:
        if task.content is not None:
            yield Mention(task.content, task.at("content"), f"tasks.{task.id}")


def _targets_named(folder: CampaignFolder) -> Iterator[Mention]:
    for criterion in folder.sheet.criteria:
        for i, name in enumerate(criterion.targets):
            yield Mention(name, criterion.at("targets", i), f"criteria.{criterion.id}")
    for target in folder.sheet.every_target:
        about = f"targets.{target.id}"
        for key, other in (("restates", target.restates), ("part_of", target.part_of)):
            if other is not None:
                yield Mention(other, target.at(key), about)
        if isinstance(target, CombinedTarget):
            for i, child in enumerate(target.children):
                if isinstance(child, str):
                    yield Mention(child, target.at("children", i), about)
    for allocation in folder.allocations:
        yield Mention(allocation.target, allocation.at("target"), f"targets.{allocation.target}")


def _reports_named(folder: CampaignFolder) -> Iterator[Mention]:
    for assignment in folder.campaign.every_assignment:
        for j, duty in enumerate(assignment.duties):
            if duty.report is not None:
                at = assignment.at("duties", j, "report")
                yield Mention(duty.report, at, f"reports.{duty.report}")


def _unknown_in_results(folder: CampaignFolder, section: str, known: frozenset[str]) -> Iterator[Mention]:
    # Places are looked up only for the names that are wrong: a province reports hundreds of thousands of figures.
    for file in folder.results.values():
        for entry in file.entries:
            for name in entry.values if section == "values" else entry.tasks:
                if name not in known:
                    yield Mention(name, entry.at(section, name, key=True))


def _campaigns_printing(repository: Repository) -> Iterator[Mention]:
    for document in repository.document_entries:
        for i, printed in enumerate(document.as_printed):
            yield Mention(printed.place, document.at("as_printed", i, "in"), f"documents.{document.id}")


def _unknown_in_initiatives(rule: Rule, repository: Repository) -> Iterator[Finding]:
    known = {*repository.campaigns, *repository.unknown}
    for file in repository.initiatives.values():
        for initiative in file.initiatives:
            for i, name in enumerate(initiative.campaigns):
                if name not in known:
                    mention = Mention(name, initiative.at("campaigns", i))
                    yield from _missing(rule, "phong trào", mention, tuple(repository.campaigns))


def _unknown_units_in_initiatives(rule: Rule, repository: Repository) -> Iterator[Finding]:
    yield from _unknown_units(rule, repository, units_in_initiatives(repository, frozenset(repository.units)))


unit_of_an_initiative_exists = Check(unit_exists.rule, _unknown_units_in_initiatives)
campaign_of_an_initiative_exists = Check(record_exists.rule, _unknown_in_initiatives)
