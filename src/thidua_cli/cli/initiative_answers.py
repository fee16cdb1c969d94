"""What counts as a good answer about an initiative; a wrong one is explained."""

import re
from dataclasses import dataclass
from decimal import Decimal

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.numbers import percent

_SHARE = re.compile(r"\d{1,3}(?:[.,]\d+)?", re.ASCII)
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)
_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class NewAuthor:
    """An author as the clerk names one."""

    name: str
    share: str
    """As written: `33,4`."""
    group: str | None = None
    unit: str | None = None


def read_authors(said: str, repository: Repository) -> tuple[NewAuthor, ...]:
    """Authors from `Tên:60; Tên:30:nhóm:đơn-vị`; one alone has all, and the shares add up to 100."""
    entries = [entry.strip() for entry in said.split(";") if entry.strip()]
    if not entries:
        raise ThiduaError(
            "Chưa có tác giả nào.", hint="Ghi tên và tỷ lệ, ví dụ: Nguyễn Văn A:60; Trần Thị B:40"
        )
    authors = tuple(_author(entry, repository, alone=len(entries) == 1) for entry in entries)
    total = sum(Decimal(author.share.replace(",", ".")) for author in authors)
    if total != _WHOLE:
        raise ThiduaError(
            f"Tỷ lệ đóng góp của các tác giả cộng lại là {percent(Decimal(total), 2, limit=_WHOLE)}.",
            hint="Sửa để tổng bằng 100; ba người đều nhau thì viết 33,4, 33,3 và 33,3.",
        )
    return authors


def read_year(said: str) -> int:
    """A year in four digits."""
    if not _YEAR.fullmatch(said):
        raise ThiduaError(f"--year: “{said}” không phải là một năm.", hint="Ví dụ viết đúng: --year 2026")
    return int(said)


def _author(entry: str, repository: Repository, *, alone: bool) -> NewAuthor:
    name, *rest = (part.strip() for part in entry.split(":"))
    if alone and not rest:
        rest = [str(_WHOLE)]
    if not name or len(rest) not in {1, 2, 3} or not _SHARE.fullmatch(rest[0]):
        raise ThiduaError(
            f"Không hiểu tác giả “{entry}”.",
            hint="Viết tên, dấu hai chấm rồi tỷ lệ: Nguyễn Văn A:60; sau đó có thể ghi :nhóm:đơn-vị",
        )
    share, group, unit = (*rest, "", "")[:3]
    return NewAuthor(name, share, _group(group, repository), repository.unit(unit).id if unit else None)


def _group(said: str, repository: Repository) -> str | None:
    if not said:
        return None
    group = repository.unit(said)
    if group.kind != "people":
        raise ThiduaError(
            f"“{group.id}” không phải là một nhóm người.",
            hint="Chọn nhóm người (kind: people): xem thidua list units",
        )
    return group.id
