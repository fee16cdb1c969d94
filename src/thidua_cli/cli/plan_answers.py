"""What counts as a good answer about a new campaign; a wrong one is explained."""

import re
from pathlib import Path

from thidua_cli.cli.checking import campaign_ids
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.model.campaigns import ON_ISSUE, Content
from thidua_cli.model.periods import Period, parse_moment
from thidua_cli.repository import layout
from thidua_cli.repository.index import Repository
from thidua_cli.rules.paper_numbers import abbreviations_of, misfit, parse_number
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.letters import fold, near
from thidua_cli.vietnamese.words import lower_first

_IDENTIFIER = re.compile(r"[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*")
_QUOTED = re.compile("“([^”]+)”")
_QUOTES = "\"“”'"


def read_name(said: str) -> str:
    """The name as it stands within a sentence: `phong trào thi đua …`."""
    return lower_first(said)


def quoted_in(name: str) -> str | None:
    """What stands in quotes in a name, which is what people call the campaign by."""
    found = _QUOTED.search(name)
    return found[1] if found else None


def read_slogan(said: str) -> str:
    """The slogan without its quotes; papers set them."""
    return said.strip(_QUOTES)


def read_number(said: str, issuer: str, repository: Repository, others: tuple[str, ...] = ()) -> str:
    """The number of the plan; digits alone are completed with the symbols of the issuer and those who issue it too."""
    number = _completed(said, (issuer, *others), repository) if said.isdecimal() else said
    wrong = misfit(number, issuer, repository, others)
    parts = parse_number(number)
    if wrong is None and parts is not None and parts.abbreviation not in abbreviations_of("Kế hoạch"):
        wrong = f"Số “{number}” ghi loại “{parts.abbreviation}”.", "Kế hoạch viết tắt là KH."
    if wrong is not None:
        raise ThiduaError(wrong[0], hint=wrong[1])
    for folder in repository.campaigns.values():
        if fold(folder.campaign.document.number or "") == fold(number):
            raise ThiduaError(f"Số “{number}” đã là số của {folder.id}.", hint="Xem lại số của kế hoạch.")
    return number


def read_id(said: str, repository: Repository, root: Path) -> str:
    """A name for the campaign's folder that nothing has yet."""
    if not _IDENTIFIER.fullmatch(said):
        fixed = "-".join(re.findall(r"[0-9A-Za-z]+", fold(said)))
        raise ThiduaError(
            f"Mã “{said}” có ký tự không dùng được trong mã.",
            hint=f"Chỉ dùng chữ không dấu, chữ số và dấu gạch nối{f', ví dụ {fixed}' if fixed else ''}.",
        )
    taken = next((id_ for id_ in campaign_ids(repository) if fold(id_) == fold(said)), None)
    if taken or (root / layout.campaign_folder(said)).exists():
        raise ThiduaError(
            f"Đã có phong trào mang mã “{taken or said}”.",
            hint="Chọn mã khác, hoặc sửa các tệp của phong trào ấy.",
        )
    return said


def read_start(said: str) -> Period | None:
    """The first day, or None for the day of issue."""
    return None if said == ON_ISSUE else read_moment(said)


def read_end(said: str, begins: Period | None) -> Period:
    """The last day, which is not before the first."""
    end = read_moment(said)
    if begins is not None and end.end < begins.start:
        raise ThiduaError(
            f"Ngày kết thúc {day_short(end.end)} trước ngày bắt đầu {day_short(begins.start)}.",
            hint="Xem lại hai ngày.",
        )
    return end


def read_moment(said: str) -> Period:
    """A day or a period."""
    moment = parse_moment(said)
    if moment is None:
        raise ThiduaError(
            f"“{said}” không phải là một ngày hay một kỳ.",
            hint="Viết theo mẫu 2026-12-31, hoặc 2026, 2026-Q4, 2026-06.",
        )
    return moment


def read_contents(said: str, contents: tuple[Content, ...]) -> tuple[str, ...]:
    """Ids of the contents that are named by number or id; `all` for all, `none` for none."""
    if said in {"all", "none"}:
        return tuple(content.id for content in contents) if said == "all" else ()
    known = {str(number): content.id for number, content in enumerate(contents, 1)}
    known |= {content.id: content.id for content in contents}
    parts = [part.strip() for part in said.split(",") if part.strip()]
    strange = next((part for part in parts if part not in known), None)
    if strange is not None:
        guess = near(strange, tuple(content.id for content in contents))
        raise ThiduaError(
            f"Không có nội dung nào mang số hoặc mã “{strange}”.",
            hint=f"Có phải “{guess}”?"
            if guess
            else f"Viết số từ 1 đến {len(contents)}, ví dụ 1,2; hoặc all, none.",
        )
    chosen = {known[part] for part in parts}
    return tuple(content.id for content in contents if content.id in chosen)


def id_of(number: str | None) -> str | None:
    """The folder that a number gives: `19-KH` for 19/KH-SVHTTDL, `26-KH-TU` for 26-KH/TU."""
    parts = parse_number(number) if number else None
    if number is None or parts is None:
        return None
    kept = number.removesuffix(f"-{parts.body}") if parts.system == "state" else number
    found = kept.replace("/", "-")
    return found if _IDENTIFIER.fullmatch(found) else None


def usual_place(issuer: str, repository: Repository) -> str | None:
    """The place that the issuer's other plans name."""
    own = (f.campaign for f in repository.campaigns.values() if f.campaign.issuer == issuer)
    return next((campaign.document.place for campaign in own if campaign.document.place), None)


def _completed(digits: str, issuers: tuple[str, ...], repository: Repository) -> str:
    symbols = []
    for issuer in issuers:
        own = repository.units[issuer].symbol
        if own is None:
            raise ThiduaError(
                f"Chưa biết ký hiệu của đơn vị “{issuer}” để viết đủ số “{digits}”.",
                hint="Viết đủ số, ký hiệu, ví dụ 19/KH-SVHTTDL; hoặc thêm khóa symbol cho đơn vị.",
            )
        symbols.append(own)
    symbol, party = "-".join(symbols), repository.system_of(issuers[0]) == "party"
    return f"{digits}-KH/{symbol}" if party else f"{digits}/KH-{symbol}"
