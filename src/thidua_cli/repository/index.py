"""The repository: every record of a data directory by its id, and who belongs to whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.diagnostics.finding import Location
from thidua_cli.model.allocations import Allocation
from thidua_cli.model.campaigns import Campaign
from thidua_cli.model.documents import OfficialDocument
from thidua_cli.model.indicators import Indicator
from thidua_cli.model.initiatives import InitiativeFile
from thidua_cli.model.narratives import NarrativeHead
from thidua_cli.model.periods import Period
from thidua_cli.model.results import ResultFile
from thidua_cli.model.settings import Settings
from thidua_cli.model.target_sheets import TargetSheet
from thidua_cli.model.units import ALWAYS, Life, System, Unit
from thidua_cli.vietnamese.letters import fold, near

REGISTERS = frozenset({"units", "documents", "indicators"})
"""The registers by their names in `unreadable`."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A text for people, and where it stands."""

    path: str
    text: str
    first_line: int = 1
    """The line of its file on which it begins."""

    def at(self, offset: int, length: int = 1) -> Location:
        """Where a stretch of the text stands in its file."""
        line = self.text.count("\n", 0, offset)
        column = offset - (self.text.rfind("\n", 0, offset) + 1) + 1
        return Location(self.path, line + self.first_line, column, line + self.first_line, column + length)


@dataclass(frozen=True, slots=True)
class Narrative:
    """What a person wrote for one report of one unit."""

    unit: str
    head: NarrativeHead
    prose: Prose


@dataclass(frozen=True, slots=True)
class CampaignFolder:
    """Everything that a data directory holds about one campaign."""

    id: str
    path: str
    """`data/campaigns/<id>`, relative to the data directory."""
    campaign: Campaign
    sheet: TargetSheet
    allocations: tuple[Allocation, ...] = ()
    """What units have to reach, in the order of its file."""
    plan: Prose | None = None
    results: Mapping[str, ResultFile] = field(default_factory=dict)
    """By the unit that reports."""
    narratives: tuple[Narrative, ...] = ()

    def narrative(self, unit: str, kind: str, period: Period) -> Narrative | None:
        """What the unit has written for its report of the kind on the period, if there is a file."""
        return next(
            (
                one
                for one in self.narratives
                if one.unit == unit and one.head.kind == kind and one.head.period == period
            ),
            None,
        )


@dataclass(frozen=True)
class Repository:
    """What was loaded from a data directory; it never changes."""

    settings: Settings
    units: Mapping[str, Unit]
    """By id, divisions included."""
    parents: Mapping[str, str] = field(default_factory=dict)
    """The superior of each unit that has one."""
    documents: Mapping[str, OfficialDocument] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    campaigns: Mapping[str, CampaignFolder] = field(default_factory=dict)
    initiatives: Mapping[tuple[str, str], InitiativeFile] = field(default_factory=dict)
    """By year and unit."""
    initiative_ids: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Year and unit of the file of each initiative, by its id without regard to case; one for each time it stands."""
    unit_files: tuple[Unit, ...] = ()
    """What each file of units holds, in order, so that rules see an id that stands twice."""
    document_entries: tuple[OfficialDocument, ...] = ()
    """Every entry of the register of documents, for the same reason."""
    indicator_entries: tuple[Indicator, ...] = ()
    """Every entry of the register of indicators, likewise."""
    unreadable: frozenset[str] = frozenset()
    """What could not be read: a register, a campaign's id, a plan's path; rules that need it stay silent."""
    left_out: frozenset[str] = frozenset()
    """What was not asked for: a campaign's id, the path of a file or a folder; rules that need it stay silent."""
    _members: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False, compare=False, repr=False)
    """Groups that have been expanded: of a group of a thousand units a thousand rows ask who is in it."""

    @property
    def unknown(self) -> frozenset[str]:
        """What may be there though nothing of it is here."""
        return self.unreadable | self.left_out

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """The registers that could not be read or hold an id twice: nobody knows what they lack."""
        whole = {
            "documents": (self.document_entries, self.documents),
            "indicators": (self.indicator_entries, self.indicators),
        }
        return self.unreadable & REGISTERS | {
            name for name, (all_, by_id) in whole.items() if len(all_) > len(by_id)
        }

    @property
    def broken_campaigns(self) -> frozenset[str]:
        """The ids of campaigns that could not be read."""
        return frozenset(what for what in self.unreadable - REGISTERS if "/" not in what)

    @property
    def knows_all_campaigns(self) -> bool:
        """Whether every campaign there is has been read."""
        return not any("/" not in what for what in self.unknown - REGISTERS)

    def campaign(self, name: str) -> CampaignFolder:
        """The campaign with this id, official number or unambiguous beginning of one.

        Raises ThiduaError when there is none, several, or one that cannot be read.
        """
        found = self._campaigns_named(name)
        if len(found) == 1:
            return self.campaigns[found[0]]
        if len(found) > 1:
            raise ThiduaError(
                f"“{name}” có thể là nhiều phong trào: {', '.join(found)}.",
                hint="Viết đủ mã của một phong trào.",
            )
        broken = next((b for b in self.broken_campaigns if fold(b) == fold(name)), None)
        if broken:
            raise ThiduaError(
                f"Phong trào “{broken}” có lỗi trong tệp dữ liệu nên chưa dùng được.",
                hint="Chạy thidua validate để xem lỗi và cách sửa.",
            )
        guess = near(name, tuple(self.campaigns))
        listed = ", ".join(sorted(self.campaigns)) or "chưa có phong trào nào"
        hint = f"Có phải “{guess}”?" if guess else f"Các phong trào hiện có: {listed}."
        raise ThiduaError(f"Không có phong trào nào mang mã hoặc số “{name}”.", hint=hint)

    def unit(self, name: str) -> Unit:
        """The unit with this id or abbreviation; raises ThiduaError when there is none, or several with the latter."""
        if name in self.units:
            return self.units[name]
        folded = fold(name)
        found = [u for u in self.units.values() if folded in {fold(u.id), *(fold(abbr) for abbr in u.abbr)}]
        if len(found) == 1:
            return found[0]
        if found:
            listed = "; ".join(f"{unit.name} ({unit.id})" for unit in found)
            raise ThiduaError(
                f"“{name}” là tên tắt của nhiều đơn vị: {listed}.", hint="Viết mã của một đơn vị."
            )
        guess = near(name, tuple(self.units))
        hint = f"Có phải “{guess}”?" if guess else "Xem danh mục bằng thidua list units."
        raise ThiduaError(f"Không có đơn vị nào mang mã “{name}”.", hint=hint)

    def name_of(self, unit: str) -> str:
        """The name of the unit; its id where the register does not know it."""
        return self.units[unit].name if unit in self.units else unit

    def indicator(self, name: str) -> Indicator:
        """The indicator with this id; raises ThiduaError when there is none."""
        found = next((one for id_, one in self.indicators.items() if fold(id_) == fold(name)), None)
        if found is not None:
            return found
        guess = near(name, self.indicators)
        raise ThiduaError(
            f"Không có chỉ số nào mang mã “{name}”.",
            hint=f"Có phải “{guess}”?" if guess else "Xem các chỉ số: thidua list indicators",
        )

    @cached_property
    def lives(self) -> Mapping[str, Life]:
        """Of each unit whose first or last day is known: its first and last day."""
        return {id_: unit.life for id_, unit in self.units.items() if unit.start or unit.end}

    def life_of(self, unit: str) -> Life:
        """The first and the last day of a unit, as far as they are known; else the ends of time."""
        return self.lives.get(unit, ALWAYS)

    def system_of(self, unit: str) -> System:
        """`state` or `party`: the unit's own, or that of the nearest superior who says."""
        for step in (unit, *self.superiors(unit)):
            record = self.units.get(step)
            if record is not None and record.system is not None:
                return record.system
        return "state"

    def superiors(self, unit: str) -> tuple[str, ...]:
        """The chain of superiors from the nearest up; it ends before one that it has already met."""
        chain: dict[str, None] = {unit: None}
        step = self.parents.get(unit)
        while step is not None and step not in chain:
            chain[step] = None
            step = self.parents.get(step)
        return tuple(chain)[1:]

    @cached_property
    def _children(self) -> Mapping[str, list[str]]:
        """The units right below each unit."""
        found: dict[str, list[str]] = {}
        for name, parent in self.parents.items():
            found.setdefault(parent, []).append(name)
        return found

    def below(self, unit: str) -> frozenset[str]:
        """The unit, the members of a group, and every unit below them."""
        found = {unit, *self.expand(unit)}
        waiting = list(found)
        while waiting:
            further = [name for name in self._children.get(waiting.pop(), ()) if name not in found]
            found.update(further)
            waiting += further
        return frozenset(found)

    def expand(self, unit: str) -> tuple[str, ...]:
        """The members of a group, through groups of groups, in order and each once; of a unit, itself."""
        found = self._members.get(unit)
        if found is None:
            found = self._members[unit] = tuple(self._expanded(unit))
        return found

    def _expanded(self, unit: str) -> dict[str, None]:
        """Whoever is in a group; a group that is met inside itself stands for itself."""
        seen: dict[str, None] = {}
        entered, above = set[str](), set[str]()
        waiting = [(unit, False)]
        while waiting:
            name, is_over = waiting.pop()
            record = self.units.get(name)
            if is_over:
                above.remove(name)
            elif record is None or not record.members or name in above:
                seen.setdefault(name)
            elif name not in entered:
                entered.add(name)
                above.add(name)
                waiting += ((name, True), *((member, False) for member in reversed(record.members)))
        return seen

    def _campaigns_named(self, name: str) -> list[str]:
        wanted = fold(name)
        if name in self.campaigns:
            return [name]
        numbers = {
            id_: folder.campaign.document.number
            for id_, folder in self.campaigns.items()
            if folder.campaign.document.number
        }
        exact = [i for i in self.campaigns if wanted in {fold(i), fold(numbers.get(i, i))}]
        if exact:
            return exact
        plain = wanted.replace("/", "").replace("-", "")
        return [
            id_
            for id_ in self.campaigns
            if any(
                fold(n).replace("/", "").replace("-", "").startswith(plain)
                for n in (id_, numbers.get(id_, id_))
            )
        ]
