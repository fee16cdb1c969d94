"""What must be known about a new campaign, in the order in which a clerk is asked."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from thidua_cli.cli import output
from thidua_cli.cli.dialogue import HOW_TO_ANSWER, Question, answer, missing, needed
from thidua_cli.cli.plan_answers import (
    id_of,
    read_end,
    read_id,
    read_name,
    read_number,
    read_slogan,
    read_start,
    usual_place,
)
from thidua_cli.cli.values import parse_day
from thidua_cli.documents.drafts import PlanAnswers
from thidua_cli.model.periods import Period
from thidua_cli.repository.index import Repository

VERB = "Phát động"


@dataclass(frozen=True, slots=True)
class Given:
    """What the options say, as written; None for what they leave open."""

    id: str | None = None
    name: str | None = None
    verb: str | None = None
    issuer: str | None = None
    number: str | None = None
    date: str | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    slogan: str | None = None


@dataclass(frozen=True, slots=True)
class NewPlan:
    """A new campaign: its folder and what goes into its files."""

    id: str
    answers: PlanAnswers


@dataclass(frozen=True, slots=True)
class PlanQuestions:
    """The questions of one new campaign; options are answers given in advance."""

    given: Given
    repository: Repository
    root: Path
    today: date
    may_ask: bool

    def collect(self) -> NewPlan:
        """Everything that is needed; raises ThiduaError where an option is wrong or may not be asked for."""
        if self.may_ask:
            output.say(HOW_TO_ANSWER)
        else:
            self._refuse_gaps()
        name = needed(Question("--name", "Tên phong trào", read_name), self.given.name, may_ask=self.may_ask)
        verb = needed(
            Question("--verb", "Chữ đầu của trích yếu", str, VERB), self.given.verb, may_ask=self.may_ask
        )
        issuer = self._issuer()
        number = self._number(issuer)
        plan = self._id(number)
        issued_on = self._issued_on()
        start, end = self._span(issued_on)
        place, slogan = self._place(issuer), self._slogan()
        return NewPlan(plan, PlanAnswers(name, issuer, end, verb, start, number, issued_on, place, slogan))

    def _refuse_gaps(self) -> None:
        """All that is missing at once."""
        given, numbered = self.given, self.given.id or self.given.number
        gaps = (
            ("--name", given.name),
            ("--issuer", given.issuer or self.repository.settings.unit),
            ("--id hoặc --number", numbered),
            ("--to", given.end),
        )
        options = [option for option, said in gaps if not said]
        if options:
            raise missing(options)

    def _issuer(self) -> str:
        own = self.repository.settings.unit
        unit = Question("--issuer", "Mã đơn vị ban hành", lambda said: self.repository.unit(said).id, own)
        return needed(unit, self.given.issuer, may_ask=self.may_ask)

    def _number(self, issuer: str) -> str | None:
        number = Question(
            "--number",
            "Số kế hoạch (Enter nếu chưa có)",
            lambda said: read_number(said, issuer, self.repository),
            may_stay_open=True,
        )
        return answer(number, self.given.number, may_ask=self.may_ask)

    def _id(self, number: str | None) -> str:
        folder = Question(
            "--id",
            "Mã phong trào (tên thư mục)",
            lambda said: read_id(said, self.repository, self.root),
            id_of(number),
        )
        return needed(folder, self.given.id, may_ask=self.may_ask)

    def _issued_on(self) -> date | None:
        day = Question("--date", "Ngày ký (Enter nếu chưa có)", parse_day, may_stay_open=True)
        return answer(day, self.given.date, may_ask=self.may_ask)

    def _span(self, issued_on: date | None) -> tuple[Period | None, Period]:
        first = Question("--from", "Thực hiện từ (Enter là từ ngày ban hành)", read_start, may_stay_open=True)
        start = answer(first, self.given.start, may_ask=self.may_ask)
        begins = start or (Period(issued_on, issued_on, str(issued_on)) if issued_on else None)
        first_day = begins.start if begins else self.today
        last_day = f"{first_day.year}-12-31" if self.may_ask else None
        last = Question("--to", "Đến hết", lambda said: read_end(said, begins), last_day)
        return start, needed(last, self.given.end, may_ask=self.may_ask)

    def _place(self, issuer: str) -> str | None:
        usual = usual_place(issuer, self.repository)
        place = Question("--place", "Địa danh", str, usual, may_stay_open=True)
        return answer(place, self.given.place, may_ask=self.may_ask)

    def _slogan(self) -> str | None:
        words = "Tên trong ngoặc kép của phong trào (Enter nếu không có)"
        slogan = Question("--slogan", words, read_slogan, may_stay_open=True)
        return answer(slogan, self.given.slogan, may_ask=self.may_ask)
