"""The number of a paper taken apart, and what in it does not fit the body that issued the paper."""

import re
from dataclasses import dataclass
from typing import Literal

from thidua_cli.model.units import Unit
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.letters import fold

# State: `19/KH-SVHTTDL`, `30/2020/NĐ-CP`. A paper that has no number yet begins with the slash.
_STATE = re.compile(r"\d*(?:/\d{4})?/([^\W\d_]+)-([^\s/]+)")
# Party: `26-KH/TU`.
_PARTY = re.compile(r"\d*-([^\W\d_]+)/([^\s/]+)")
# Laws and resolutions of the National Assembly name its term instead: `06/2022/QH15`.
_ASSEMBLY = re.compile(r"\d+/\d{4}/(?:QH|UBTVQH|PL-UBTVQH)\d+")

_ISSUERS: dict[str, tuple[str, ...]] = {
    "UBND": ("uy ban nhan dan", "ubnd"),
    "HĐND": ("hoi dong nhan dan", "hdnd"),
    "TTg": ("thu tuong",),
    "CP": ("chinh phu",),
    "CTN": ("chu tich nuoc",),
    "TW": ("trung uong", "bo chinh tri", "ban bi thu"),
    "TU": ("tinh uy", "thanh uy", "dang bo tinh", "dang bo thanh pho"),
    "HĐBCQG": ("hoi dong bau cu quoc gia",),
}
"""Suffixes that everybody uses alike, and what the name of a body that may use them holds."""

_ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "nghi quyet": ("NQ",),
    "quyet dinh": ("QĐ",),
    "nghi dinh": ("NĐ",),
    "chi thi": ("CT",),
    "quy che": ("QC",),
    "quy dinh": ("QyĐ", "QĐi", "QĐ"),  # Party papers use QĐ for both decisions and regulations
    "thong tu": ("TT",),
    "thong tri": ("TT",),
    "thong cao": ("TC",),
    "thong bao": ("TB",),
    "ket luan": ("KL",),
    "huong dan": ("HD",),
    "chuong trinh": ("CTr",),
    "ke hoach": ("KH",),
    "phuong an": ("PA",),
    "de an": ("ĐA",),
    "du an": ("DA",),
    "bao cao": ("BC",),
    "bien ban": ("BB",),
    "to trinh": ("TTr",),
    "hop dong": ("HĐ",),
    "cong dien": ("CĐ",),
}
"""NĐ 30/2020, Phụ lục III, mục I, and the types that only laws and Party papers have."""


@dataclass(frozen=True, slots=True)
class PaperNumber:
    """A number taken apart."""

    abbreviation: str
    """Of the type: `KH`."""
    body: str
    """What stands for the issuer: `SVHTTDL`."""
    system: Literal["state", "party"]
    """The system whose form the number has."""


def parse_number(text: str) -> PaperNumber | None:
    """The parts of a number, or None when it has the form of neither system."""
    state = _STATE.fullmatch(text)
    if state:
        return PaperNumber(state[1], state[2], "state")
    party = _PARTY.fullmatch(text)
    return PaperNumber(party[1], party[2], "party") if party else None


def abbreviations_of(paper_type: str) -> tuple[str, ...]:
    """What may stand for a type of paper in its number; empty when the type is not in the list."""
    return _ABBREVIATIONS.get(fold(paper_type), ())


def misfit(
    number: str, issuer: str | None, repository: Repository, others: tuple[str, ...] = ()
) -> tuple[str, str] | None:
    """What in the number does not fit, as a message and a hint; the heaviest fault only.

    The symbols of others who issue the paper too follow that of its issuer, each after a hyphen
    (NĐ 30/2020, Phụ lục I, phần II, 3c; 05-HD/VPTW, I.3.2.2).
    """
    if _ASSEMBLY.fullmatch(number):
        return None
    if any(character.isspace() for character in number):
        return f"Số “{number}” có dấu cách.", f"Viết liền: {''.join(number.split())}."
    parts = parse_number(number)
    if parts is None:
        hint = "Nhà nước viết 19/KH-SVHTTDL, Đảng viết 26-KH/TU; dùng dấu gạch nối thường."
        return f"Số “{number}” không theo mẫu số, ký hiệu của văn bản.", hint
    unit = repository.units.get(issuer) if issuer is not None else None
    if unit is None:
        return None
    joint = [unit, *(repository.units[other] for other in others if other in repository.units)]
    return _misfit_of_issuer(number, parts, joint, repository)


def _misfit_of_issuer(
    number: str, parts: PaperNumber, issuers: list[Unit], repository: Repository
) -> tuple[str, str] | None:
    unit, *others = issuers
    if others:
        joined = _joint_symbol(issuers)
        if joined is not None and parts.body.casefold() != joined.casefold():
            message = f"Số “{number}” mang ký hiệu “{parts.body}”, không phải “{joined}” của các cơ quan cùng ban hành."
            return message, "Ghi ký hiệu của issuer rồi của issued_with, theo thứ tự, nối bằng dấu gạch nối."
    owner = None if others else _foreign_symbol(parts.body, unit, repository)
    if owner is not None:
        hint = "Xem lại số hoặc cơ quan ban hành; in đúng như bản gốc thì ghi vào known_issues."
        return f"Số “{number}” mang ký hiệu {owner}, không phải của “{unit.name}”.", hint
    if parts.system == repository.system_of(unit.id):
        return None
    form, ours = ("Đảng", "nhà nước") if parts.system == "party" else ("nhà nước", "Đảng")
    right = "số/LOẠI-CQ" if parts.system == "party" else "số-LOẠI/CQ"
    message = f"Số “{number}” viết theo mẫu của {form} nhưng “{unit.name}” thuộc hệ thống {ours}."
    return message, f"Viết theo mẫu {right}, hoặc sửa khóa system của đơn vị."


def _joint_symbol(issuers: list[Unit]) -> str | None:
    """The symbols of all issuers in their order; None while one of them has none."""
    symbols = [unit.symbol for unit in issuers if unit.symbol is not None]
    return "-".join(symbols) if len(symbols) == len(issuers) else None


def _foreign_symbol(body: str, unit: Unit, repository: Repository) -> str | None:
    """How a message names the symbol when it is not the issuer's; None when it may be."""
    symbol = body.split(".", maxsplit=1)[0]
    folded = symbol.casefold()
    if folded in _symbols(unit, repository):
        return None
    if unit.symbol is not None:
        return f"“{symbol}”"
    known = next((suffix for suffix in _ISSUERS if suffix.casefold() == folded), None)
    if known is not None:
        names = " | ".join(fold(name) for name in (unit.name, *unit.abbr, *unit.aliases))
        return None if any(words in names for words in _ISSUERS[known]) else f"“{symbol}”"
    owner = next((u for u in repository.units.values() if (u.symbol or "").casefold() == folded), None)
    return None if owner is None else f"“{symbol}” của “{owner.name}”"


def _symbols(unit: Unit, repository: Repository) -> frozenset[str]:
    """The unit's own symbols, and its superior's for a unit without one: a committee signs for its body."""
    symbols = {unit.symbol, *unit.abbr}
    superior = repository.units.get(repository.parents.get(unit.id, ""))
    if superior is not None and unit.symbol is None:
        symbols.add(superior.symbol)
    return frozenset(symbol.casefold() for symbol in symbols if symbol)
