"""The page of `thidua due` for people: a table for each campaign, and what shows that things are done."""

from collections import Counter
from collections.abc import Iterator, Sequence

from thidua_cli.cli.due_groups import Asked, CampaignDues, Group, Item, grouped
from thidua_cli.cli.excerpts import visible
from thidua_cli.cli.tables import WIDTH, Column, table, wrapped
from thidua_cli.cli.written_forms import name_of
from thidua_cli.documents.due_words import named, standing, until
from thidua_cli.progress.calendar import Relation
from thidua_cli.progress.dues import DueKind, DueStanding
from thidua_cli.progress.naming import unit_names
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.dates import day_short

_COLUMNS = (
    Column("Hạn", wraps=True),
    Column("Việc", wraps=True),
    Column("Đơn vị", wraps=True),
    Column("Tình trạng", wraps=True),
)
_COUNTED = {
    DueStanding.OVERDUE: "quá hạn",
    DueStanding.SOON: "sắp đến hạn",
    DueStanding.PASSED: "đã qua mà dữ liệu chưa ghi đã làm",
    DueStanding.ESTIMATED: "mới có số ước",
    DueStanding.OPEN: "không có ngày hạn",
    DueStanding.LATER: "chưa đến hạn",
    DueStanding.DONE: "đã xong",
}
_NOBODY = "chưa nói ai"


def due_page(asked: Asked, campaigns: Sequence[CampaignDues], repository: Repository) -> str:
    """All that is due, campaign by campaign, and how many things stand how."""
    shown = [one for one in campaigns if one.items or one.unassigned]
    whose = f" liên quan đến {name_of(asked.unit, repository)}" if asked.unit else ""
    head = f"Việc phải làm{whose}, tính đến ngày {day_short(asked.as_of)}."
    sections = [_lines(head), *(_section(one, asked, repository) for one in shown), _summary(asked, shown)]
    return "\n".join(sections)


def _section(one: CampaignDues, asked: Asked, repository: Repository) -> str:
    blocks = [_lines(f"{one.folder.id}: {one.folder.campaign.title}")]
    for relation in (None, *Relation):
        items = [item for item in one.items if item.relation is relation]
        if items:
            blocks.append(_items(items, relation, asked, repository))
    if one.unassigned:
        blocks.append(_lines(_about_unassigned(one)))
    return "\n".join(blocks)


def _items(items: list[Item], relation: Relation | None, asked: Asked, repository: Repository) -> str:
    heading = f"{_heading(relation, asked, repository)}\n" if relation else ""
    open_still = grouped(item.due for item in items if item.due.is_open)
    rows = [_cells(group, asked, repository) for group in open_still]
    shown = table(_COLUMNS, rows) if rows else ""
    done = "".join(_done([item for item in items if not item.due.is_open], repository))
    gap = "\n" if shown and done else ""
    return f"{heading}{shown}{gap}{done}"


def _heading(relation: Relation, asked: Asked, repository: Repository) -> str:
    name = visible(name_of(asked.unit, repository))
    match relation:
        case Relation.OWN:
            return f"Việc của {name}:"
        case Relation.OWED:
            return f"Việc mà {name} nhận hoặc theo dõi:"
        case Relation.SCHEDULED:
            return f"Mốc của phong trào do {name} ban hành hoặc chủ trì:"
        case Relation.POSSIBLE:
            return f"Việc của nhóm chưa kê tên đơn vị, có thể gồm cả {name}:"


def _cells(group: Group, asked: Asked, repository: Repository) -> tuple[str, ...]:
    due = group.first
    what = _decisions(group) if due.kind is DueKind.DECISION else _named(group)
    who = unit_names(repository, tuple(dict.fromkeys(group.units))) or _NOBODY
    return until(due.deadline), what, who, standing(due, asked.as_of)


def _named(group: Group) -> str:
    """`Báo cáo năm 2027, 2028, 2029`."""
    return ", ".join((named(group.first), *map(str, group.later_years)))


def _decisions(group: Group) -> str:
    if len(group.dues) == 1:
        return named(group.first)
    return (
        f"Quyết định điều còn nghi vấn về {len(group.dues)} chỉ tiêu: {', '.join(d.id for d in group.dues)}"
    )


def _done(items: list[Item], repository: Repository) -> Iterator[str]:
    """Each thing that is done with what shows it, in lines of their own: paths are long, and never cut."""
    if items:
        yield "Đã xong:\n"
    for item in items:
        who = f" – {name_of(item.due.unit, repository)}" if item.due.unit else ""
        proof = item.due.shown_by[-1]
        yield _lines(f"  {named(item.due)}{who}: {proof.words}", f"    {proof.at}")


def _about_unassigned(one: CampaignDues) -> str:
    return (
        f"{len(one.unassigned)} chỉ tiêu, nhiệm vụ chưa giao cho đơn vị nào nên không biết ai nợ: "
        f"{', '.join(one.unassigned)}."
    )


def _summary(asked: Asked, campaigns: Sequence[CampaignDues]) -> str:
    counts = Counter(item.due.standing for one in campaigns for item in one.items)
    said = [f"{counts[s]} {words}" for s, words in _COUNTED.items() if counts[s]]
    if not said:
        return _lines("Không có việc nào.")
    return _lines(f"Cộng: {'; '.join(said)}. Sắp đến hạn là còn không quá {asked.days} ngày.")


def _lines(*texts: str) -> str:
    return "".join(f"{line}\n" for text in texts for line in wrapped(visible(text), WIDTH))
