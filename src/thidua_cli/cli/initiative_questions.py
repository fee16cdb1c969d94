"""What must be known about a new initiative, in the order in which a clerk is asked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from thidua_cli.cli import output
from thidua_cli.cli.dialogue import HOW_TO_ANSWER, Question, Step, agreed_in_turn, answer, missing, needed
from thidua_cli.cli.initiative_answers import NewAuthor, read_authors, read_year
from thidua_cli.cli.values import parse_day
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.repository.index import Repository


@dataclass(frozen=True, slots=True)
class Given:
    """What the options say, as written; None for what they leave open."""

    title: str | None = None
    authors: str | None = None
    unit: str | None = None
    year: str | None = None
    field: str | None = None
    first_applied: str | None = None
    campaign: str | None = None
    on: str | None = None


@dataclass(frozen=True, slots=True)
class NewInitiative:
    """An initiative that has just been registered."""

    title: str
    authors: tuple[NewAuthor, ...]
    unit: str
    on: date
    field: str | None
    first_applied: date | None
    campaign: str | None

    @property
    def year(self) -> int:
        """The year of its file."""
        return self.on.year


@dataclass(slots=True)
class _Said:
    """What has been answered so far."""

    title: str = ""
    authors: tuple[NewAuthor, ...] = ()
    unit: str = ""
    on: date = date.min
    field: str | None = None
    first_applied: date | None = None
    campaign: str | None = None


@dataclass(frozen=True, slots=True)
class InitiativeQuestions:
    """The questions of one new initiative; options are answers given in advance."""

    given: Given
    repository: Repository
    today: date
    may_ask: bool
    _said: _Said = field(default_factory=_Said)

    def collect(self, agrees: Callable[[NewInitiative], bool]) -> NewInitiative | None:
        """Everything that is needed, None where the user does not agree to it in the end.

        Raises ThiduaError where an option is wrong or may not be asked for.
        """
        if self.may_ask:
            output.say(HOW_TO_ANSWER)
        else:
            self._refuse_gaps()
        given = self.given
        steps = (
            Step(self._title, is_given=given.title is not None),
            Step(self._unit, is_given=given.unit is not None),
            Step(self._authors, is_given=given.authors is not None),
            Step(self._on, is_given=given.on is not None),
            Step(self._field, is_given=given.field is not None),
            Step(self._first_applied, is_given=given.first_applied is not None),
            Step(self._campaign, is_given=given.campaign is not None),
        )
        return agreed_in_turn(steps, self._made, agrees)

    def _made(self) -> NewInitiative:
        said = self._said
        return NewInitiative(
            title=said.title,
            authors=said.authors,
            unit=said.unit,
            on=said.on,
            field=said.field,
            first_applied=said.first_applied,
            campaign=said.campaign,
        )

    def _refuse_gaps(self) -> None:
        """All that is missing at once."""
        given = self.given
        gaps = (
            ("--title", given.title),
            ("--author", given.authors),
            ("--unit", given.unit or self.repository.settings.unit),
        )
        options = [option for option, said in gaps if not said]
        if options:
            raise missing(options)

    def _title(self) -> None:
        title = Question("--title", "Tên sáng kiến", str)
        self._said.title = needed(title, self.given.title, may_ask=self.may_ask)

    def _unit(self) -> None:
        own = self.repository.settings.unit
        unit = Question("--unit", "Mã đơn vị", lambda said: self.repository.unit(said).id, own)
        self._said.unit = needed(unit, self.given.unit, may_ask=self.may_ask)

    def _authors(self) -> None:
        words = "Tác giả và tỷ lệ đóng góp, như Nguyễn Văn A:60; Trần Thị B:40"
        authors = Question("--author", words, lambda said: read_authors(said, self.repository))
        self._said.authors = needed(authors, self.given.authors, may_ask=self.may_ask)

    def _on(self) -> None:
        on = needed(
            Question("--on", "Ngày đăng ký", parse_day, str(self.today)), self.given.on, may_ask=self.may_ask
        )
        if self.given.year is not None and read_year(self.given.year) != on.year:
            raise ThiduaError(
                f"--year: đăng ký ngày {on} thì sáng kiến đứng ở tệp của năm {on.year}.",
                hint="Sửa --year, hoặc ghi ngày đăng ký: --on",
            )
        self._said.on = on

    def _field(self) -> None:
        wanted = Question("--field", "Lĩnh vực (Enter nếu chưa rõ)", str, may_stay_open=True)
        self._said.field = answer(wanted, self.given.field, may_ask=self.may_ask)

    def _first_applied(self) -> None:
        day = Question(
            "--first-applied", "Ngày áp dụng lần đầu (Enter nếu chưa áp dụng)", parse_day, may_stay_open=True
        )
        self._said.first_applied = answer(day, self.given.first_applied, may_ask=self.may_ask)

    def _campaign(self) -> None:
        campaign = Question(
            "--campaign",
            "Mã phong trào (Enter nếu không thuộc phong trào nào)",
            lambda said: self.repository.campaign(said).id,
            may_stay_open=True,
        )
        self._said.campaign = answer(campaign, self.given.campaign, may_ask=self.may_ask)
