"""The register of official documents that campaigns cite."""

from thidua_cli.model.fields import Day, Identifier, Many, Text
from thidua_cli.model.record import ListFile, Record


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


class DocumentRegister(ListFile):
    """The file `data/documents.yaml`: a list of documents."""

    documents: Many[OfficialDocument]
