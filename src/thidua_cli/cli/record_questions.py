"""What must be known about a single value, in the order in which a clerk is asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from thidua_cli.cli import choices, output
from thidua_cli.cli.dialogue import (
    HOW_TO_ANSWER,
    Question,
    Step,
    agreed_in_turn,
    answer,
    confirms,
    missing,
    needed,
    tidy,
)
from thidua_cli.cli.record_values import Reportable, find_reportable, has_state, read_figure, read_value
from thidua_cli.cli.report_options import PERIOD_HINT
from thidua_cli.cli.values import parse_day
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.model.periods import Period, parse_period
from thidua_cli.model.target_sheets import Task
from thidua_cli.reading.yaml_text import Data
from thidua_cli.repository.index import CampaignFolder, Repository

_STATE = "Trạng thái (hoàn thành, đang thực hiện, …)"
_FIGURE = "Giá trị (một số như 850,5, hoặc tử số/mẫu số như 14/20)"


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says, as written; None for what it leaves open."""

    campaign: str | None = None
    target: str | None = None
    value: str | None = None
    unit: str | None = None
    period: str | None = None
    source: str | None = None
    revises: str | None = None
    estimate: bool = False
    cumulative: bool = False
    base: str | None = None
    shown_by: str | None = None
    on: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class NewValue:
    """A value that a unit reported, and where it comes from."""

    folder: CampaignFolder
    item: Reportable
    unit: str
    period: Period
    as_of: date
    source: str
    revises: str | None
    written: Mapping[str, Data]
    """As it stands in data, with all that is said about it."""

    @property
    def section(self) -> str:
        """The key of an entry that it stands under."""
        return "tasks" if isinstance(self.item, Task) else "values"


@dataclass(slots=True, init=False)
class _Said:
    """What has been answered so far, in the order of the questions."""

    folder: CampaignFolder
    item: Reportable
    written: dict[str, Data]
    unit: str
    period: Period
    is_estimate: bool
    source: str


@dataclass(frozen=True, slots=True)
class RecordQuestions:
    """The questions of one value; the command line gives answers in advance."""

    given: Given
    repository: Repository
    as_of: date
    may_ask: bool
    _said: _Said = field(default_factory=_Said)

    def collect(self, agrees: Callable[[NewValue], bool]) -> NewValue | None:
        """Everything that is needed, None where the user does not agree to it in the end.

        Raises ThiduaError where an answer is wrong or may not be asked for.
        """
        given = self.given
        if self.is_asking:
            output.say(HOW_TO_ANSWER)
        elif self._gaps():
            raise missing(self._gaps())
        steps = (
            Step(self._folder, is_given=given.campaign is not None),
            Step(self._item, is_given=given.target is not None),
            Step(self._value, is_given=given.value is not None),
            Step(self._unit, is_given=given.unit is not None),
            Step(self._period, is_given=given.period is not None),
            Step(self._source, is_given=given.source is not None),
        )
        return agreed_in_turn(steps, self._made, agrees)

    def _made(self) -> NewValue:
        given, said = self.given, self._said
        return NewValue(
            folder=said.folder,
            item=said.item,
            unit=said.unit,
            period=said.period,
            as_of=self.as_of,
            source=said.source,
            revises=tidy(given.revises) if given.revises else None,
            written={**said.written, **self._about(said.item)},
        )

    def _folder(self) -> None:
        campaign = Question(
            "PHONG-TRÀO",
            "Mã phong trào",
            self.repository.campaign,
            self._only_campaign,
            choices=lambda: choices.campaigns(self.repository),
        )
        self._said.folder = needed(campaign, self.given.campaign, may_ask=self.may_ask)

    def _item(self) -> None:
        folder = self._said.folder
        target = Question(
            "CHỈ-TIÊU",
            "Mã chỉ tiêu hoặc nhiệm vụ",
            lambda said: find_reportable(folder, said),
            choices=lambda: choices.reportables(folder),
        )
        self._said.item = needed(target, self.given.target, may_ask=self.may_ask)

    def _value(self) -> None:
        item = self._said.item
        words = _STATE if has_state(item) else _FIGURE
        value = Question("SỐ-LIỆU", words, lambda said: read_value(item, said))
        self._said.written = needed(value, self.given.value, may_ask=self.may_ask)

    def _unit(self) -> None:
        unit = Question(
            "--unit",
            "Mã đơn vị báo",
            lambda said: self.repository.unit(said).id,
            choices=lambda: choices.units(self.repository),
        )
        self._said.unit = needed(unit, self.given.unit, may_ask=self.may_ask)

    def _period(self) -> None:
        period = Question("--period", "Kỳ của số liệu, như 2026, 2026-H1, 2026-9M", _period)
        self._said.period = needed(period, self.given.period, may_ask=self.may_ask)

    def _source(self) -> None:
        said = self._said
        said.is_estimate = self.given.estimate or self._is_estimate()
        source = Question("--source", "Nguồn, như Điện thoại của bà A ngày 10/12/2026", str)
        said.source = needed(source, self.given.source, may_ask=self.may_ask)

    def _is_estimate(self) -> bool:
        """Whether the user says that a figure is estimated; of a period that goes on it mostly is."""
        said = self._said
        if not self.is_asking or has_state(said.item) or said.period.end <= self.as_of:
            return False
        words = (
            f"{said.period.in_words[0].upper()}{said.period.in_words[1:]} chưa hết. Đây là số ước thực hiện?"
        )
        return confirms(words, after_answers=True)

    @property
    def is_asking(self) -> bool:
        """Whether anything is left to ask."""
        return self.may_ask and bool(self._gaps())

    def _gaps(self) -> list[str]:
        given = self.given
        asked = (
            ("PHONG-TRÀO", given.campaign or self._only_campaign), ("CHỈ-TIÊU", given.target), ("SỐ-LIỆU", given.value),
            ("--unit", given.unit), ("--period", given.period), ("--source", given.source),
        )  # fmt: skip
        return [name for name, said in asked if not said]

    @property
    def _only_campaign(self) -> str | None:
        """The campaign that is meant when nobody says, where there is one only."""
        names = list(self.repository.campaigns)
        return names[0] if len(names) == 1 else None

    def _about(self, item: Reportable) -> dict[str, Data]:
        """What else is said about the value."""
        given = self.given
        of_figures: dict[str, Data] = {
            "estimate": "true" if self._said.is_estimate else None,
            "cumulative": "true" if given.cumulative else None,
            "base": given.base,
        }
        of_states: dict[str, Data] = {"shown_by": given.shown_by, "on": given.on}
        fitting, strange = (of_states, of_figures) if has_state(item) else (of_figures, of_states)
        wrong = [f"--{key.replace('_', '-')}" for key, said in strange.items() if said is not None]
        if wrong:
            what = "được báo bằng trạng thái" if has_state(item) else "được báo bằng con số"
            raise ThiduaError(
                f"“{item.id}” {what} nên không dùng {', '.join(wrong)}.", hint="Bỏ tùy chọn ấy."
            )
        for option, reader, text in (("--base", read_figure, given.base), ("--on", parse_day, given.on)):
            answer(Question(option, option, reader, may_stay_open=True), text, may_ask=False)
        said = {**fitting, "note": given.note}
        return {key: tidy(text) for key, text in said.items() if isinstance(text, str) and tidy(text)}


def _period(said: str) -> Period:
    period = parse_period(said)
    if period is None:
        raise ThiduaError(f"“{said}” không phải là một kỳ.", hint=PERIOD_HINT)
    return period
