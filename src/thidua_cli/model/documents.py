"""The register of official documents that campaigns cite."""

from pydantic import Field

from thidua_cli.model.fields import Day, Identifier, Many, Text
from thidua_cli.model.record import ListFile, Record


class PrintedCitation(Record):
    """How one paper cites a document otherwise than the register has it; only what differs is written."""

    place: Identifier = Field(alias="in")
    """The campaign whose plan prints it so."""
    type: Text | None = None
    number: Text | None = None
    date: Day | None = None
    issuer: Identifier | None = None
    subject: Text | None = None


class OfficialDocument(Record):
    """A document that exists outside this data directory, as far as it is known."""

    id: Identifier
    """Number and year as a slug: `02-ct-ubnd-2026`."""
    type: Text
    """In words: `Nghị quyết`, `Luật`."""
    number: Text | None = None
    """`70/NQ-HĐND`; None for what has no number, such as a law cited by its name."""
    date: Day | None = None
    issuer: Identifier | None = None
    subject: Text | None = None
    """What the document is about, as it is cited after the issuer."""
    implements: Many[Identifier] = ()
    """The documents that it carries out, or on which it rests."""
    in_force_from: Day | None = Field(default=None, alias="from")
    """Its first day in force; None where that is not known or is the day of its date."""
    in_force_to: Day | None = Field(default=None, alias="to")
    """Its last day in force."""
    replaced_by: Identifier | None = None
    """The document that has taken its place."""
    as_printed: Many[PrintedCitation] = ()
    """Papers that cite it otherwise: another issuer, subject or day, a blank in its number."""


class DocumentRegister(ListFile):
    """The file `data/documents.yaml`: a list of documents."""

    documents: Many[OfficialDocument]
