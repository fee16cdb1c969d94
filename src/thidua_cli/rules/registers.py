"""Rules of registers: ids are unique, and files are named after what they hold."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Protocol

from thidua_cli.diagnostics.finding import Finding, Location, Related, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.model.units import Unit
from thidua_cli.repository.index import CampaignFolder, Repository


class _Named(Protocol):
    """A record with an id; its place is looked up only where something is wrong."""

    @property
    def id(self) -> str: ...
    def at(self, *steps: str | int) -> Location: ...


@check("TD302", "Tên tệp đơn vị phải là mã của đơn vị.", Severity.ERROR)
def unit_file_is_named_after_the_unit(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Tệp data/units/<mã>.yaml phải chứa đơn vị mang đúng mã đó.

    Người sửa tìm đơn vị theo tên tệp; hai tên khác nhau thì sớm muộn có hai bản của một đơn vị.
    Sai: tệp `so-vh.yaml` có `id: so-vhttdl`.
    Đúng: tệp `so-vhttdl.yaml` có `id: so-vhttdl`.
    """
    for unit in repository.unit_files:
        stem = PurePosixPath(unit.written.source.path).stem
        if stem != unit.id:
            yield rule.finding(
                f"Tệp tên là “{stem}” nhưng đơn vị trong đó mang mã “{unit.id}”.",
                at=unit.at("id"),
                hint=f"Đổi tên tệp thành {unit.id}.yaml, hoặc sửa lại id.",
            )


@check("TD303", "Mỗi mã chỉ được đặt cho một mục.", Severity.ERROR)
def ids_are_unique(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Hai mục cùng loại không được mang cùng một mã, kể cả khi chỉ khác chữ hoa, chữ thường.

    Mã trùng thì không biết số liệu và nhiệm vụ thuộc mục nào; chỉ tiêu và nhiệm vụ dùng chung một dãy mã.
    Sai: hai chỉ tiêu cùng có `id: khach-du-lich`.
    Đúng: `id: khach-du-lich-noi-dia` và `id: khach-du-lich-quoc-te`.
    """
    units = (inner for unit in repository.unit_files for inner in _with_divisions(unit))
    yield from _repeats(rule, "đơn vị", units)
    yield from _repeats(rule, "văn bản", repository.document_entries)
    yield from _repeats(rule, "chỉ số", repository.indicator_entries)
    for folder in repository.campaigns.values():
        yield from _repeats_in_campaign(rule, folder)
    file_at = lru_cache(maxsize=16)(
        repository.initiatives.__getitem__
    )  # ids that repeat stand in a few files
    for name, places in repository.initiative_ids.items():
        if len(places) > 1:
            files = (file_at(place) for place in dict.fromkeys(places))
            same = (one for file in files for one in file.initiatives if one.id.casefold() == name)
            yield from _repeats(rule, "sáng kiến", same)


def _repeats_in_campaign(rule: Rule, folder: CampaignFolder) -> Iterator[Finding]:
    campaign, sheet = folder.campaign, folder.sheet
    yield from _repeats(rule, "chỉ tiêu hoặc nhiệm vụ", (*sheet.every_target, *sheet.tasks))
    yield from _repeats(rule, "tiêu chí", sheet.criteria)
    yield from _repeats(rule, "nội dung", campaign.contents)
    yield from _repeats(rule, "báo cáo", campaign.reports)


def _repeats(rule: Rule, what: str, named: Iterable[_Named]) -> Iterator[Finding]:
    first: dict[str, _Named] = {}
    for record in named:
        before = first.setdefault(record.id.casefold(), record)
        if before is not record:
            yield rule.finding(
                f"Mã “{record.id}” đã đặt cho một {what} khác.",
                at=record.at("id"),
                hint="Đặt mã khác cho một trong hai mục, hoặc xóa mục thừa.",
                related=(Related("Lần đầu ở đây.", before.at("id")),),
            )


def _with_divisions(unit: Unit) -> Iterator[Unit]:
    yield unit
    for division in unit.divisions:
        yield from _with_divisions(division)
