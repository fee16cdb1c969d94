"""Rules of initiatives: whose they are, what became of them and when."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from thidua_cli.diagnostics.finding import Finding, Location, Related, Severity
from thidua_cli.diagnostics.rule import Check, Rule, check
from thidua_cli.model.initiatives import Initiative, Person
from thidua_cli.model.units import Headcount
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.numbers import figure, percent


@check("TD701", "Tỷ lệ đóng góp của các tác giả phải cộng lại đúng 100%.", Severity.ERROR)
def shares_add_up(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Tổng các khóa share của một sáng kiến phải bằng 100.

    Đơn yêu cầu công nhận sáng kiến ghi tỷ lệ đóng góp của từng tác giả (Thông tư 18/2013/TT-BKHCN, Phụ lục I).
    Sai: hai tác giả, `share: 60` và `share: 50`
    Đúng: `share: 60` và `share: 40`
    """
    for initiative in _initiatives(repository):
        total = sum(author.share for author in initiative.authors)
        if initiative.authors and total != 100:
            yield rule.finding(
                f"Tỷ lệ đóng góp của sáng kiến “{initiative.id}” cộng lại là "
                f"{percent(Decimal(total), 2, limit=Decimal(100))}.",
                at=initiative.at("authors"),
                hint="Sửa để tổng bằng 100; ba người đều nhau thì viết 33,4, 33,3 và 33,3.",
            )


@check("TD702", "Sáng kiến phải có tác giả và có ít nhất một bước trong lịch sử.", Severity.ERROR)
def an_initiative_has_authors_and_history(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Danh sách authors và history không được rỗng.

    Không có tác giả thì không tính được cho ai; không có bước nào thì không biết đã đăng ký hay công nhận.
    Sai: `history: []`
    Đúng: `history:` với một mục `{status: registered, on: 2026-03-02}`
    """
    for initiative in _initiatives(repository):
        if initiative.authors and initiative.history:
            continue
        for key, items, what in (
            ("authors", initiative.authors, "tác giả nào"),
            ("history", initiative.history, "bước nào trong lịch sử"),
        ):
            if not items:
                yield rule.finding(
                    f"Sáng kiến “{initiative.id}” chưa có {what}.",
                    at=initiative.at(key),
                    hint=f"Thêm ít nhất một mục vào {key}.",
                )


@check("TD703", "Các bước của sáng kiến phải theo thứ tự thời gian.", Severity.ERROR)
def steps_follow_each_other(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Bước sau không được có ngày trước bước trước; lần áp dụng đầu không được sau ngày nộp đơn.

    Trạng thái của sáng kiến là bước cuối cùng; sai thứ tự thì trạng thái sai. Sáng kiến chỉ được nộp
    sau khi đã áp dụng hoặc áp dụng thử (Nghị định 13/2012/NĐ-CP).
    Sai: `submitted` ngày 2026-05-10, rồi `recognised` ngày 2026-04-01.
    Đúng: `submitted` ngày 2026-04-01, rồi `recognised` ngày 2026-05-10.
    """
    for initiative in _initiatives(repository):
        for before, after in pairwise(initiative.history):
            if after.on < before.on:
                yield rule.finding(
                    f"Bước {after.status} của sáng kiến “{initiative.id}” có ngày {day_short(after.on)}, "
                    f"trước bước {before.status} ngày {day_short(before.on)}.",
                    at=after.at("on"),
                    hint="Xem lại ngày, hoặc xếp lại các bước.",
                    related=(Related("Bước trước ở đây.", before.at("on")),),
                )
        used = initiative.first_applied
        submitted = next((step for step in initiative.history if step.status == "submitted"), None)
        if used is not None and submitted is not None and used > submitted.on:
            yield rule.finding(
                f"Sáng kiến “{initiative.id}” nộp đơn ngày {day_short(submitted.on)} "
                f"nhưng {day_short(used)} mới áp dụng.",
                at=initiative.at("first_applied"),
                hint="Xem lại ngày áp dụng lần đầu và ngày nộp đơn.",
                related=(Related("Ngày nộp đơn ở đây.", submitted.at("on")),),
            )


@check("TD704", "Sáng kiến được công nhận phải ghi hội đồng và quyết định.", Severity.ERROR)
def recognition_names_council_and_decision(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Bước recognised phải có council và decision.

    Chỉ sáng kiến được công nhận mới được tính; hồ sơ khen thưởng phải dẫn quyết định công nhận.
    Sai: `{status: recognised, on: 2026-06-20}`
    Đúng: `{status: recognised, on: 2026-06-20, council: Hội đồng sáng kiến Sở, decision: 45/QĐ-SVHTTDL}`
    """
    for initiative in _initiatives(repository):
        for step in initiative.history:
            if step.status != "recognised" or (step.council is not None and step.decision is not None):
                continue
            lacks = [
                name
                for name, value in (
                    ("hội đồng (council)", step.council),
                    ("quyết định (decision)", step.decision),
                )
                if value is None
            ]
            yield rule.finding(
                f"Sáng kiến “{initiative.id}” được công nhận nhưng chưa ghi {' và '.join(lacks)}.",
                at=step.at("status"),
                hint="Ghi theo quyết định công nhận.",
            )


@check("TD705", "Sáng kiến phải đứng ở thư mục của năm có bước của nó.", Severity.ERROR)
def an_initiative_stands_in_its_year(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Sáng kiến trong data/initiatives/<năm> phải có ít nhất một bước trong năm đó.

    Chỉ tiêu sáng kiến tính theo năm; tệp để nhầm năm thì tính nhầm năm.
    Sai: sáng kiến ở thư mục 2026 mà mọi bước đều trong năm 2025.
    Đúng: chuyển sang thư mục 2025.
    """
    for (year, _), file in repository.initiatives.items():
        for initiative in file.initiatives:
            if year in {str(step.on.year) for step in initiative.history}:
                continue
            years = sorted({f"{step.on:%Y}" for step in initiative.history})
            if years:
                yield rule.finding(
                    f"Sáng kiến “{initiative.id}” đứng ở thư mục {year} nhưng các bước đều ở năm {', '.join(years)}.",
                    at=initiative.at("id"),
                    hint=f"Chuyển sang data/initiatives/{years[0]}, hoặc sửa ngày của các bước.",
                )


@check(
    "TD706",
    "Số người của đơn vị phải là số nguyên không âm, mỗi ngày và mỗi nhóm ghi một lần.",
    Severity.ERROR,
)
def a_headcount_counts_people(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Khóa value của headcount đếm người; hai số khác nhau cho cùng ngày, cùng nhóm thì không biết lấy số nào.

    Độ bao phủ sáng kiến chia cho số người này; chưa biết thì để trống, không ước.
    Sai: `headcount: [{on: 2026-06-30, value: 40}, {on: 2026-06-30, value: 42}]`
    Đúng: `headcount: [{on: 2026-06-30, value: 40}, {on: 2026-09-30, value: 42}]`
    """
    for unit in repository.units.values():
        first: dict[tuple[date, str | None], Headcount] = {}
        for i, count in enumerate(unit.headcount):
            value = count.value
            if value is not None and (value < 0 or value != value.to_integral_value()):
                yield rule.finding(
                    f"Số người của “{unit.id}” không thể là {figure(value)}.",
                    at=unit.at("headcount", i, "value"),
                    hint="Ghi số nguyên, ví dụ 40; chưa biết thì để trống.",
                )
            before = first.setdefault((count.on, count.group), count)
            if before is not count:
                yield rule.finding(
                    f"Số người của “{unit.id}” ngày {day_short(count.on)} ghi hai lần.",
                    at=count.at("on"),
                    hint="Giữ một số cho mỗi ngày và mỗi nhóm.",
                    related=(Related("Lần đầu ở đây.", before.at()),),
                )


@check("TD707", "Nhóm của tác giả và của số người phải là nhóm người.", Severity.ERROR)
def a_group_of_authors_is_people(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Khóa group chỉ nhận đơn vị có `kind: people`, như cán bộ, công chức, người lao động.

    Độ bao phủ theo nhóm chia số tác giả cho số người của cùng một nhóm; một cơ quan không phải là nhóm người.
    Sai: `group: so-noi-vu`
    Đúng: `group: cong-chuc`, và trong data/units có `id: cong-chuc` với `kind: people`
    """
    for unit in repository.units.values():
        for i, count in enumerate(unit.headcount):
            if _is_no_group(count.group, repository):
                yield _no_group(rule, count.group, unit.at("headcount", i, "group"))


@check("TD708", "Trong một sáng kiến, mỗi tác giả chỉ đứng một lần.", Severity.WARNING)
def an_author_stands_once(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Hai tác giả cùng tên, cùng đơn vị được coi là một người, trừ khi khóa person phân biệt họ.

    Độ bao phủ đếm người: hai người trùng tên mà không có person thì chỉ được tính là một.
    Sai: hai tác giả cùng ghi `name: Nguyễn Văn A`
    Đúng: một trong hai ghi thêm `person: nguyen-van-a-2`, và ghi như vậy ở mọi sáng kiến của người ấy
    """
    for (_, unit), file in repository.initiatives.items():
        for initiative in file.initiatives:
            if len(initiative.authors) == 1:
                continue
            people = [author.identity(unit) for author in initiative.authors]
            if len(set(people)) == len(people):
                continue
            first: dict[Person, int] = {}
            for i, author in enumerate(initiative.authors):
                before = first.setdefault(people[i], i)
                if before != i:
                    yield rule.finding(
                        f"Tác giả “{author.name}” đứng hai lần trong sáng kiến “{initiative.id}”.",
                        at=initiative.at("authors", i, "name"),
                        hint="Nếu là một người thì gộp lại; nếu là hai người thì ghi thêm khóa person cho một người.",
                        related=(Related("Lần đầu ở đây.", initiative.at("authors", before, "name")),),
                    )


def _groups_of_authors(rule: Rule, repository: Repository) -> Iterator[Finding]:
    for initiative in _initiatives(repository):
        for i, author in enumerate(initiative.authors):
            if _is_no_group(author.group, repository):
                yield _no_group(rule, author.group, initiative.at("authors", i, "group"))


group_of_an_author_is_people = Check(a_group_of_authors_is_people.rule, _groups_of_authors)


def _is_no_group(name: str | None, repository: Repository) -> bool:
    """Whether a unit of the register is named that is no group of people."""
    unit = repository.units.get(name) if name is not None else None
    return unit is not None and unit.kind != "people"


def _no_group(rule: Rule, name: str | None, at: Location) -> Finding:
    return rule.finding(
        f"“{name}” không phải là một nhóm người.",
        at=at,
        hint=f"Chọn nhóm người, hoặc ghi kind: people cho “{name}”.",
    )


def _initiatives(repository: Repository) -> Iterator[Initiative]:
    for file in repository.initiatives.values():
        yield from file.initiatives
