"""What must be known about the office that will work with a new data directory."""

import re
from dataclasses import dataclass, field

from thidua_cli.cli import output
from thidua_cli.cli.dialogue import HOW_TO_ANSWER, Question, Step, answer, in_turn, missing, needed
from thidua_cli.cli.values import parse_choice
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.documents.new_directory import Office, superior_id
from thidua_cli.model.fields import IDENTIFIER
from thidua_cli.model.units import System
from thidua_cli.vietnamese.letters import fold

_SYSTEMS = ("state", "party")


@dataclass(frozen=True, slots=True)
class Given:
    """What the options say, as written; None for what they leave open."""

    name: str | None = None
    unit: str | None = None
    symbol: str | None = None
    place: str | None = None
    system: str | None = None
    superior: str | None = None


@dataclass(slots=True)
class _Said:
    name: str = ""
    unit: str = ""
    symbol: str | None = None
    place: str | None = None
    system: System = "state"
    superior: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeQuestions:
    """The questions of one new directory; options are answers given in advance."""

    given: Given
    may_ask: bool
    _said: _Said = field(default_factory=_Said)

    def collect(self) -> Office:
        """Everything that is needed; raises ThiduaError where an option is wrong or may not be asked for."""
        if self.may_ask:
            output.say(HOW_TO_ANSWER)
        elif self.given.name is None:
            raise missing(["--name"])
        given, said = self.given, self._said
        in_turn(
            (
                Step(self._name, is_given=given.name is not None),
                Step(self._superior, is_given=given.superior is not None),
                Step(self._unit, is_given=given.unit is not None),
                Step(self._symbol, is_given=given.symbol is not None),
                Step(self._place, is_given=given.place is not None),
                Step(self._system, is_given=given.system is not None),
            )
        )
        return Office(said.unit, said.name, said.symbol, said.place, said.system, said.superior)

    def _name(self) -> None:
        name = Question("--name", "Tên cơ quan", str)
        self._said.name = needed(name, self.given.name, may_ask=self.may_ask)

    def _superior(self) -> None:
        words = "Cơ quan chủ quản, như Ủy ban nhân dân tỉnh Cao Bằng (Enter nếu không có)"
        superior = Question("--superior", words, str, may_stay_open=True)
        self._said.superior = answer(superior, self.given.superior, may_ask=self.may_ask)

    def _unit(self) -> None:
        above = superior_id(self._said.superior)
        unit = Question("--unit", "Mã cơ quan", lambda said: _read_id(said, above), usual_id(self._said.name))
        self._said.unit = needed(unit, self.given.unit, may_ask=self.may_ask)

    def _symbol(self) -> None:
        words = "Ký hiệu trong số văn bản (Enter nếu chưa rõ)"
        symbol = Question("--symbol", words, str, may_stay_open=True)
        self._said.symbol = answer(symbol, self.given.symbol, may_ask=self.may_ask)

    def _place(self) -> None:
        place = Question("--place", "Địa danh (Enter nếu chưa rõ)", str, may_stay_open=True)
        self._said.place = answer(place, self.given.place, may_ask=self.may_ask)

    def _system(self) -> None:
        words = "Cơ quan thuộc hệ thống nào: state (nhà nước), party (Đảng)"
        system: Question[System] = Question("--system", words, _read_system, "state")
        self._said.system = needed(system, self.given.system, may_ask=self.may_ask)


def usual_id(name: str) -> str | None:
    """An id of the first words of a name: `so-van-hoa-the`."""
    words = re.findall(r"[0-9a-z]+", fold(name))
    return "-".join(words[:4]) or None


def _read_id(said: str, above: str | None) -> str:
    if said == above:
        raise ThiduaError(
            f"Mã “{said}” là mã của cơ quan chủ quản.", hint="Đặt cho cơ quan một mã khác, ví dụ so-vhttdl."
        )
    if not IDENTIFIER.fullmatch(said):
        raise ThiduaError(
            f"Mã “{said}” có ký tự không dùng được trong mã.",
            hint="Chỉ dùng chữ không dấu, chữ số và dấu gạch nối, ví dụ so-vhttdl.",
        )
    return said


def _read_system(said: str) -> System:
    return "party" if parse_choice(said, _SYSTEMS, "hệ thống") == "party" else "state"
