"""What must be known about a new campaign, in the order in which a clerk is asked."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from thidua_cli.cli import choices, output
from thidua_cli.cli.dialogue import HOW_TO_ANSWER, Question, Step, agreed_in_turn, answer, missing, needed
from thidua_cli.cli.plan_answers import (
    id_of,
    quoted_in,
    read_contents,
    read_end,
    read_id,
    read_name,
    read_number,
    read_slogan,
    read_start,
    usual_place,
)
from thidua_cli.cli.values import parse_choice, parse_day
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.documents.child_plans import (
    TARGET_CHOICES,
    Parent,
    Taken,
    TakenTargets,
    allocated_to,
    find_parent,
    inherited,
    latest_plan_of,
)
from thidua_cli.documents.drafts import Inherited, PlanAnswers, campaign_drafts
from thidua_cli.documents.plan_copies import EarlierPlan, copied
from thidua_cli.model.campaigns import Campaign
from thidua_cli.model.periods import Period
from thidua_cli.repository.index import Repository
from thidua_cli.repository.layout import CAMPAIGN_FILE, PLAN_FILE, TARGETS_FILE

VERB, VERB_BELOW = "Phát động", "Triển khai"


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
    parent: str | None = None
    contents: str | None = None
    targets: str | None = None
    copy: str | None = None


@dataclass(frozen=True, slots=True)
class NewPlan:
    """A new campaign: its folder and what goes into its files."""

    id: str
    answers: PlanAnswers
    inherited: Inherited
    files: Mapping[str, str]
    """The text of each file by its name."""


@dataclass(slots=True)
class _Said:
    """What has been answered so far."""

    id: str = ""
    name: str = ""
    verb: str = VERB
    issuer: str = ""
    number: str | None = None
    issued_on: date | None = None
    start: Period | None = None
    end: Period | None = None
    place: str | None = None
    slogan: str | None = None
    parent: Parent | None = None
    earlier: EarlierPlan | None = None
    contents: tuple[str, ...] = ()
    targets: TakenTargets = "none"


@dataclass(frozen=True, slots=True)
class PlanQuestions:
    """The questions of one new campaign; options are answers given in advance."""

    given: Given
    repository: Repository
    root: Path
    today: date
    may_ask: bool
    _said: _Said = field(default_factory=_Said)

    def collect(self, agrees: Callable[[NewPlan], bool]) -> NewPlan | None:
        """Everything that is needed, None where the user does not agree to it; raises ThiduaError for wrong options."""
        self._find_origin()
        if self.may_ask:
            output.say(HOW_TO_ANSWER)
        else:
            self._refuse_gaps()
        return agreed_in_turn(self._steps(), self._made, agrees)

    def _made(self) -> NewPlan:
        said = self._said
        assert said.end is not None, "the last day never stays open"
        answers = PlanAnswers(
            name=said.name,
            issuer=said.issuer,
            end=said.end,
            verb=said.verb,
            start=said.start,
            number=said.number,
            issued_on=said.issued_on,
            place=said.place,
            slogan=said.slogan,
            filing=self._usual_filing(),
        )
        if said.earlier is not None:
            return NewPlan(said.id, answers, Inherited(), copied(said.earlier, answers))
        taken = inherited(said.issuer, said.parent, Taken(said.contents, said.targets), self.repository)
        return NewPlan(said.id, answers, taken, campaign_drafts(answers, taken))

    def _find_origin(self) -> None:
        """The superior's plan or the earlier one that the new plan begins with."""
        given, said = self.given, self._said
        if given.parent is not None and given.copy is not None:
            raise ThiduaError(
                "Chỉ dùng một trong hai: --parent, --copy.",
                hint="--parent triển khai kế hoạch của cấp trên; --copy bắt đầu từ kế hoạch đã có của đơn vị.",
            )
        if given.parent is not None:
            said.parent = find_parent(given.parent, self.repository)
        if given.copy is not None:
            folder = self.repository.campaign(given.copy)
            paths = {
                name: self.root / folder.path / name for name in (CAMPAIGN_FILE, TARGETS_FILE, PLAN_FILE)
            }
            found = {name: path.read_bytes() for name, path in paths.items() if path.is_file()}
            said.earlier = EarlierPlan(folder, found)

    @property
    def _copied(self) -> Campaign | None:
        return self._said.earlier.folder.campaign if self._said.earlier else None

    def _steps(self) -> tuple[Step, ...]:
        given, parent = self.given, self._said.parent
        steps = [
            Step(self._name, is_given=given.name is not None),
            Step(self._verb, is_given=given.verb is not None),
            Step(self._issuer, is_given=given.issuer is not None),
            Step(self._number, is_given=given.number is not None),
            Step(self._id, is_given=given.id is not None),
            Step(self._date, is_given=given.date is not None),
            Step(self._start, is_given=given.start is not None),
            Step(self._end, is_given=given.end is not None),
            Step(self._place, is_given=given.place is not None),
            Step(self._slogan, is_given=given.slogan is not None),
        ]
        if parent is not None and parent.contents:
            steps.append(Step(self._contents, is_given=given.contents is not None))
        if parent is not None and parent.folder is not None and parent.folder.sheet.targets:
            steps.append(Step(self._targets, is_given=given.targets is not None))
        return tuple(steps)

    def _refuse_gaps(self) -> None:
        """All that is missing at once."""
        given, numbered, parent = self.given, self.given.id or self.given.number, self._said.parent
        gaps = (
            ("--name", given.name or (parent.name if parent else None)),
            ("--issuer", given.issuer or self.repository.settings.unit or self._copied),
            ("--id hoặc --number", numbered),
            ("--to", given.end or (parent.folder if parent else None)),
        )
        options = [option for option, said in gaps if not said]
        if options:
            raise missing(options)

    def _name(self) -> None:
        usual = self._said.parent.name if self._said.parent else None
        if self._copied is not None and self.may_ask:
            usual = self._copied.name  # last year's name is offered, never taken unasked
        name = Question("--name", "Tên phong trào", read_name, usual)
        self._said.name = needed(name, self.given.name, may_ask=self.may_ask)

    def _verb(self) -> None:
        usual = VERB_BELOW if self._said.parent else self._copied.document.verb if self._copied else VERB
        verb = Question("--verb", "Chữ đầu của trích yếu", str, usual)
        self._said.verb = needed(verb, self.given.verb, may_ask=self.may_ask)

    def _issuer(self) -> None:
        own = self._copied.issuer if self._copied else self.repository.settings.unit
        unit = Question(
            "--issuer",
            "Mã đơn vị ban hành",
            lambda said: self.repository.unit(said).id,
            own,
            choices=lambda: choices.issuers(self.repository),
        )
        self._said.issuer = needed(unit, self.given.issuer, may_ask=self.may_ask)

    def _number(self) -> None:
        others = self._copied.issuers[1:] if self._copied else ()
        number = Question(
            "--number",
            "Số kế hoạch (Enter nếu chưa có)",
            lambda said: read_number(said, self._said.issuer, self.repository, others),
            may_stay_open=True,
        )
        self._said.number = answer(number, self.given.number, may_ask=self.may_ask)

    def _id(self) -> None:
        folder = Question(
            "--id",
            "Mã phong trào (tên thư mục)",
            lambda said: read_id(said, self.repository, self.root),
            id_of(self._said.number),
        )
        self._said.id = needed(folder, self.given.id, may_ask=self.may_ask)

    def _date(self) -> None:
        day = Question("--date", "Ngày ký, như 2026-01-30 (Enter nếu chưa có)", parse_day, may_stay_open=True)
        self._said.issued_on = answer(day, self.given.date, may_ask=self.may_ask)

    def _start(self) -> None:
        first = Question("--from", "Thực hiện từ (Enter là từ ngày ban hành)", read_start, may_stay_open=True)
        self._said.start = answer(first, self.given.start, may_ask=self.may_ask)

    def _end(self) -> None:
        issued_on = self._said.issued_on
        begins = self._said.start or (Period(issued_on, issued_on, str(issued_on)) if issued_on else None)
        parent = self._said.parent.folder if self._said.parent else None
        first_day = begins.start if begins else self.today
        usual = (
            parent.campaign.period.end.text if parent else f"{first_day.year}-12-31" if self.may_ask else None
        )
        last = Question("--to", "Đến hết", lambda said: read_end(said, begins), usual)
        self._said.end = needed(last, self.given.end, may_ask=self.may_ask)

    def _place(self) -> None:
        usual = usual_place(self._said.issuer, self.repository)
        place = Question("--place", "Địa danh", str, usual, may_stay_open=True)
        self._said.place = answer(place, self.given.place, may_ask=self.may_ask)

    def _slogan(self) -> None:
        words = "Tên trong ngoặc kép của phong trào (Enter nếu không có)"
        origin = self._said.parent or self._copied
        usual = quoted_in(self._said.name) or (origin.slogan if origin else None)
        slogan = Question("--slogan", words, read_slogan, usual, may_stay_open=True)
        self._said.slogan = answer(slogan, self.given.slogan, may_ask=self.may_ask)

    def _contents(self) -> None:
        parent = self._said.parent
        assert parent is not None, "only a parent has contents to choose from"
        if self.may_ask and self.given.contents is None:
            listed = "".join(f"  {n}. {c.title}\n" for n, c in enumerate(parent.contents, 1))
            output.say(f"Nội dung thi đua của cấp trên:\n{listed}".rstrip())
        contents = Question(
            "--contents",
            "Lấy những nội dung nào (số thứ tự hoặc mã, cách nhau dấu phẩy; all là tất cả, none là không)",
            lambda said: read_contents(said, parent.contents),
            "all",
        )
        self._said.contents = needed(contents, self.given.contents, may_ask=self.may_ask)

    def _targets(self) -> None:
        parent = self._said.parent
        assert parent is not None, "only a parent has targets to take over"
        usual = "allocated" if allocated_to(self._said.issuer, parent) else "context"
        targets: Question[TakenTargets] = Question(
            "--targets",
            "Chỉ tiêu của cấp trên: own (lấy nguyên mức), allocated (mức được giao), context (chỉ nhắc lại), none",
            _read_taken,
            usual,
        )
        self._said.targets = needed(targets, self.given.targets, may_ask=self.may_ask)

    def _usual_filing(self) -> str | None:
        """What the issuer's newest plan has after `Lưu`, without names of drafters."""
        before = latest_plan_of(self._said.issuer, self.repository)
        return re.sub(r"\s*\([^)]*\)", "", before.filing) if before and before.filing else None


def _read_taken(said: str) -> TakenTargets:
    chosen = parse_choice(said, TARGET_CHOICES, "chỉ tiêu")
    return next(choice for choice in TARGET_CHOICES if choice == chosen)
