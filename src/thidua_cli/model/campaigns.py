"""A campaign (phong trào thi đua): its plan's facts, who does what by when, and what is doubtful in them."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from thidua_cli.model.fields import (
    Day,
    Identifier,
    Many,
    Moment,
    OneOrMany,
    PeriodField,
    Text,
    YesNo,
    one_of,
)
from thidua_cli.model.papers import JointIssuer, PaperMarks, Recipient, SignatureBlock
from thidua_cli.model.periods import Period
from thidua_cli.model.record import Phrase, Record

BasisRole = Annotated[
    Literal["basis", "targets", "implements"], BeforeValidator(one_of("basis", "targets", "implements"))
]
Opening = Annotated[Literal["basis", "implements"], BeforeValidator(one_of("basis", "implements"))]
MilestoneKind = Annotated[
    Literal["launch", "interim-review", "final-review"],
    BeforeValidator(one_of("launch", "interim-review", "final-review")),
]
AssignmentMode = Annotated[
    Literal["assign", "request", "direct"], BeforeValidator(one_of("assign", "request", "direct"))
]
AwardMode = Annotated[Literal["grant", "propose"], BeforeValidator(one_of("grant", "propose"))]
ReportKind = Annotated[
    Literal["periodic", "annual", "interim", "final", "ad-hoc"],
    BeforeValidator(one_of("periodic", "annual", "interim", "final", "ad-hoc")),
]
ON_ISSUE = "on-issue"


def read_start(value: Any) -> Any:
    return None if value == ON_ISSUE else value


class PaperIdentity(PaperMarks):
    """What identifies the plan as an official document, and what else its sheets carry."""

    number: Text | None = None
    """`19/KH-SVHTTDL`; None while unknown or not yet given: the paper shows the customary blank."""
    date: Day | None = None
    place: Text | None = None
    verb: Text = "Phát động"
    """The first word of the title: `Phát động`, `Triển khai`, `Tổ chức thực hiện`."""


class BasisEntry(Record):
    """A document on which the plan rests, cited in the order of the list."""

    document: Identifier
    role: BasisRole = "basis"


class CampaignPeriod(Record):
    """From when to when the campaign runs."""

    start: Annotated[Moment | None, BeforeValidator(read_start)] = Field(alias="from")
    """None stands for `on-issue`: the date of the campaign's plan."""
    end: Moment = Field(alias="to")


class Phase(Record):
    """A named stretch of the campaign."""

    name: Text
    start: Moment = Field(alias="from")
    end: Moment = Field(alias="to")


class Milestone(Record):
    """A launch or a review, as precise as it is known."""

    kind: MilestoneKind
    when: Moment | None = None
    event: Text | None = None
    """The event that it is tied to."""


class Subjects(Record):
    """Who takes part."""

    collectives: Many[Text] = ()
    individuals: Many[Text] = ()


class Content(Record):
    """A theme of the campaign; its title prints as a heading of the plan and orders the report."""

    id: Identifier
    title: Text


class Duty(Phrase):
    """One thing that an assignment orders; written as text alone or with its deadline or report."""

    before: Day | None = None
    """`trước ngày`: the last valid day is the day before."""
    by: Moment | None = None
    report: Identifier | None = None
    """The report due (an id under `reports`) whose addressee and deadline end the sentence."""


class Assignment(Record):
    """Duties of one or more units."""

    units: Many[Identifier]
    run_in: YesNo = False
    """Whether the duties go on in the line of the unit's name."""
    lead: YesNo = False
    supported_by: Many[Identifier] = Field(default=(), alias="with")
    mode: AssignmentMode = "assign"
    duties: Many[Duty]
    assignments: "Many[Assignment]" = ()
    """What the units pass on to others: it is numbered below them."""

    @property
    def with_inner(self) -> "Iterator[Assignment]":
        """Itself and what is nested in it, in the order of print."""
        yield self
        for inner in self.assignments:
            yield from inner.with_inner


class ReportDue(Record):
    """A report that the plan orders."""

    id: Identifier
    sender: Identifier = Field(alias="from")
    """A unit, or a group each of whose members owes the report."""
    addressees: OneOrMany[Identifier] = Field(default=(), alias="to")
    """One unit or several; empty where the plan does not say."""
    via: Identifier | None = None
    kind: ReportKind
    period: PeriodField | None = None
    """The period reported; None for the campaign's own."""
    before: Day | None = None
    """`trước ngày`: the last valid day is the day before."""
    by: Moment | None = None
    due_words: Text | None = None
    """A deadline that is no date: `theo quy định`."""

    @property
    def last_day(self) -> date | None:
        """The last day on which it is in time; `trước ngày` is strict. None for a deadline that is no date."""
        if self.before is not None:
            return self.before - timedelta(days=1)
        return self.by.end if self.by is not None else None


class AwardForm(Phrase):
    """A form of award (hình thức khen thưởng); written as text alone where the plan does not say who grants it."""

    by: Identifier | None = None
    """Who grants it: a unit of kind `role`, such as Giám đốc Sở."""
    mode: AwardMode | None = None
    """Whether the issuer's own side grants it, or proposes it to a higher level; None where the plan does not say."""


class Awards(Record):
    """Forms of award that the plan names, and how it says they are given."""

    forms: Many[AwardForm] = ()
    standards: Text | None = None
    occasions: Many[Text] = ()
    priority: Many[Text] = ()


class KnownIssue(Record):
    """Something doubtful in the source, kept as printed and explained; its finding becomes a note.

    A target that it concerns prints without a verdict until somebody has decided.
    """

    anomaly: Text
    """The name under which it is known: `002-A01`."""
    rule: Text | None = None
    """The code of the rule that finds it."""
    about: Text | None = None
    """The record it concerns: `targets.khach-du-lich-2026`; None for the campaign as a whole."""
    because: Text
    decided_by: Text | None = None
    decided_on: Day | None = None


class Campaign(Record):
    """The file `campaign.yaml`."""

    name: Text
    """The campaign's name in running text: `phong trào thi đua thực hiện …`."""
    issuer: Identifier
    issued_with: Many[JointIssuer] = ()
    """Those who issue the plan together with the issuer, in the order of its letterhead."""
    document: PaperIdentity = PaperIdentity()
    slogan: Text | None = None
    theme: Text | None = None
    specimen: Text | None = None
    """Why the campaign is only an illustration; while set, every page of its papers says so."""
    implements: Many[Identifier] = ()
    related: Many[Identifier] = ()
    basis: Many[BasisEntry] = ()
    opening: Opening = "basis"
    """Whether the plan begins with a line `Căn cứ …` for each of these, or with one sentence `Thực hiện …`."""
    period: CampaignPeriod
    phases: Many[Phase] = ()
    milestones: Many[Milestone] = ()
    occasions: Many[Text] = ()
    """The events that it honours (lập thành tích chào mừng, hướng tới), other than those of its milestones."""
    subjects: Subjects = Subjects()
    contents: Many[Content] = ()
    assignments: Many[Assignment] = ()
    reports: Many[ReportDue] = ()
    recipients: Many[Recipient] = ()
    filing: Text | None = None
    """What follows `Lưu: `."""
    signature: SignatureBlock | None = None
    awards: Awards = Awards()
    known_issues: Many[KnownIssue] = ()

    @property
    def title(self) -> str:
        """The subject of the plan: verb and name."""
        return f"{self.document.verb} {self.name}"

    @property
    def issuers(self) -> tuple[str, ...]:
        """The units that issue the plan, the leading one first."""
        return (self.issuer, *(other.unit for other in self.issued_with))

    @property
    def span(self) -> Period | None:
        """The days of the campaign; None while its first day is not known."""
        start = self.period.start.start if self.period.start else self.document.date
        end = self.period.end.end
        return Period(start, end, f"{start}..{end}") if start else None

    @property
    def every_assignment(self) -> Iterator[Assignment]:
        """The assignments in the order of print, each before those that are nested in it."""
        for assignment in self.assignments:
            yield from assignment.with_inner

    def open_issue(self, about: str) -> KnownIssue | None:
        """The first undecided doubt about a record."""
        return next((k for k in self.known_issues if k.about == about and k.decided_by is None), None)
