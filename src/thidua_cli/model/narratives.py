"""A report's narrative: what only a person can say, in a file of their own."""

from pydantic import Field

from thidua_cli.model.campaigns import ReportKind
from thidua_cli.model.fields import Day, Identifier, Many, OneOrMany, PeriodField, Text
from thidua_cli.model.papers import JointIssuer, PaperMarks, Recipient, SignatureBlock


class NarrativeHead(PaperMarks):
    """The front matter of `reports/<unit>/<period>-<kind>.md`."""

    period: PeriodField
    kind: ReportKind
    number: Text | None = None
    date: Day | None = None
    """The paper's own date; None leaves the customary blank."""
    place: Text | None = None
    """Where it is signed; None takes the campaign's for its issuer and what is below that."""
    addressees: OneOrMany[Identifier] = Field(default=(), alias="to")
    """Whom it is for; empty takes the matching `reports` entry of the campaign, else a marked blank."""
    via: Identifier | None = None
    issued_with: Many[JointIssuer] = ()
    """Those who issue the report together with the unit that reports."""
    recipients: Many[Recipient] = ()
    filing: Text | None = None
    signature: SignatureBlock | None = None
    """None takes the campaign's."""
