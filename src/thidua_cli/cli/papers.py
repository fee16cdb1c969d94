"""What `plan` and `report` share: a document becomes a .docx where the clerk wants it."""

from datetime import date
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from thidua_cli.cli import output
from thidua_cli.cli.files import write_paper
from thidua_cli.cli.seal import seal
from thidua_cli.cli.values import parse_day
from thidua_cli.typesetting.tree import Document

if TYPE_CHECKING:
    from thidua_cli.repository.index import Repository
    from thidua_cli.typesetting.profile import FormatProfile

_STDOUT = "-"
_HEADING = 48
"""As much of a heading as it takes to find the place."""


def day_of(as_of: str | None) -> date:
    """The day of every computation: what `--as-of` says, else today."""
    return parse_day(as_of, "--as-of") if as_of is not None else date.today()  # noqa: DTZ011 - the clerk's own day


def form_of(repository: "Repository", issuer: str, paper_date: date | None, day: date) -> "FormatProfile":
    """The form that a paper of this issuer takes."""
    from thidua_cli.typesetting.profile import load_profile
    from thidua_cli.typesetting.profile_choice import profile_for

    return load_profile(profile_for(repository.system_of(issuer), paper_date, day))


def deliver(
    document: Document, profile: "FormatProfile", name: str, to: str | None, *, force: bool, fill_in: str
) -> None:
    """Set the document and put it where it belongs; says where, and what a person must still fill in, and how."""
    from thidua_cli.documents.inserting import blanks_in
    from thidua_cli.typesetting.docx_writer import write_docx

    content = write_docx(document, profile)
    if to == _STDOUT:
        output.product_bytes(seal(content))
    else:
        path = Path(to) if to is not None else Path(f"{name}.docx")
        outcome = write_paper(path, content, force=force)
        output.say(f"{outcome.capitalize()}: {path}")
    blanks = blanks_in(document)
    if blanks:
        output.say(f"Còn {len(blanks)} chỗ trống được tô vàng trong văn bản, cần người điền:")
        for number, blank in enumerate(blanks, 1):
            under = f"{shorten(blank.under, _HEADING, placeholder=' …')}: " if blank.under else ""
            output.say(f"  {number}. {under}{blank.question}")
        output.say(f"{fill_in}, hoặc điền thẳng trong Word.")
