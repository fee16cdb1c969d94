"""A new initiative or step as it goes into its file; what is there already is not written twice."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from thidua_cli.cli.data_files import Change, DataFile
from thidua_cli.cli.initiative_answers import NewAuthor
from thidua_cli.cli.initiative_questions import NewInitiative
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.model.initiatives import Author, Initiative
from thidua_cli.reading.yaml_edit import append_item
from thidua_cli.reading.yaml_text import Data
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.letters import fold

_LONGEST_ID = 36
"""An id is shown whole in lists; a long title gives its first words."""


def with_initiative(bank: DataFile, new: NewInitiative, repository: Repository) -> Change:
    """The file with the initiative at its end, or as it is where the initiative stands in it already."""
    known = repository.initiatives.get((str(new.year), new.unit))
    same = [i for i in (known.initiatives if known else ()) if fold(i.title) == fold(new.title)]
    if same:
        return _there_already(same[0], new, bank)
    name = _free_id(new, repository)
    head = b"" if bank.content else _head(new, repository)
    content = append_item(head or bank.content, (), _item(name, new), bank.path)
    return Change(content, f"Đã ghi sáng kiến {name} vào {bank.path}.")


def _there_already(known: Initiative, new: NewInitiative, bank: DataFile) -> Change:
    if sorted(map(_written_author, known.authors)) != sorted(map(_new_author, new.authors)):
        raise ThiduaError(
            f"Trong {bank.path} đã có sáng kiến “{known.id}” cùng tên, nhưng tác giả khác.",
            hint="Nếu là một sáng kiến thì sửa tệp ấy; nếu là hai thì đặt tên cho phân biệt được.",
            at=known.at("authors"),
        )
    return Change(None, f"Đã có sáng kiến {known.id} trong {bank.path}; không thay đổi.")


def _written_author(author: Author) -> tuple[str, Decimal]:
    return author.name, author.share.normalize()


def _new_author(author: NewAuthor) -> tuple[str, Decimal]:
    return author.name, Decimal(author.share.replace(",", ".")).normalize()


def _free_id(new: NewInitiative, repository: Repository) -> str:
    """The title as an id; where another has it, with the unit, and then with the year."""
    slug = _slug(new.title)
    for name in (slug, f"{slug}-{new.unit}", f"{slug}-{new.unit}-{new.year}"):
        if name.casefold() not in repository.initiative_ids:
            return name
    raise ThiduaError(
        f"Mã “{slug}” lấy từ tên sáng kiến đã đặt cho sáng kiến khác.",
        hint="Đặt tên cụ thể hơn, để khác ngay từ những chữ đầu.",
    )


def _slug(title: str) -> str:
    words = re.findall(r"[0-9a-z]+", fold(title))
    kept = "-".join(words)[: _LONGEST_ID + 1]
    if not words:
        raise ThiduaError(f"Tên sáng kiến “{title}” không có chữ nào.", hint="Ghi tên bằng chữ.")
    return kept.rpartition("-")[0] or kept[:_LONGEST_ID] if len(kept) > _LONGEST_ID else kept


def _head(new: NewInitiative, repository: Repository) -> bytes:
    unit = repository.units[new.unit]
    return (
        f"# Sáng kiến của {unit.name}, năm {new.year}; thêm bằng thidua initiative add.\n"
        "# Giải thích từng khóa: thidua explain, rồi tên khóa\n"
    ).encode()


def _item(name: str, new: NewInitiative) -> dict[str, Data]:
    known: dict[str, Data] = {
        "id": name,
        "title": unicodedata.normalize("NFC", new.title),
        "authors": [dict(_author(author)) for author in new.authors],
        "field": new.field,
        "first_applied": str(new.first_applied) if new.first_applied else None,
        "campaigns": [new.campaign] if new.campaign else None,
        "history": [{"status": "registered", "on": str(new.on)}],
    }
    return {key: value for key, value in known.items() if value is not None}


def _author(author: NewAuthor) -> Iterator[tuple[str, str]]:
    yield "name", author.name
    yield "share", author.share
    if author.group is not None:
        yield "group", author.group
    if author.unit is not None:
        yield "unit", author.unit
