"""A document as the bytes of a .docx: our own reference file with the paper's styles, body and properties.

python-docx opens the reference file, keeps the package sound and writes the properties. The parts that differ from
paper to paper are written as text and parsed once: built element by element, or moved into python-docx's tree, a long
table takes quadratic time (5,000 rows: 30 s against 0.3 s).
"""

from datetime import datetime, time
from functools import cache
from importlib import resources
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as Package
from docx.opc.part import XmlPart
from docx.oxml import parse_xml

from thidua_cli.typesetting.composition import compose
from thidua_cli.typesetting.docx_notes import add_notes
from thidua_cli.typesetting.docx_parts import (
    document_xml,
    footer_xml,
    header_xml,
    mirror_margins,
    section_xml,
)
from thidua_cli.typesetting.docx_styles import styles_xml
from thidua_cli.typesetting.docx_xml import BodyWriter
from thidua_cli.typesetting.identity import kind_in_words
from thidua_cli.typesetting.marks import circulation, contact
from thidua_cli.typesetting.profile import FormatProfile
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.tree import Document, Frame, plain_text
from thidua_cli.typesetting.wording import plain_line

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_LONGEST_PROPERTY = 255
"""python-docx refuses longer ones; so does Word's own dialogue."""
_FIRST_HEADER, _FIRST_FOOTER, _FOOTER = "/word/header2.xml", "/word/footer2.xml", "/word/footer1.xml"
"""Of the first page of the paper, and of all others."""


def write_docx(document: Document, profile: FormatProfile) -> bytes:
    """The paper, set; the same document and profile give the same bytes."""
    writer = BodyWriter(profile)
    *earlier, last = compose(document, profile)
    body = "".join(writer.sheets(sheets, section_xml(sheets, profile.page)) for sheets in earlier)
    body += writer.sheets(last, "")
    parts = {
        "/word/document.xml": document_xml(body, section_xml(last, profile.page)),
        "/word/styles.xml": styles_xml(profile, notes=bool(writer.notes)),
    }
    package = docx.Document(BytesIO(_reference()))
    _replace(package, parts | _edges(document.frame, profile, writer))
    add_notes(package, writer.notes)
    if document.frame.marks.two_sided and profile.page.mirrored:
        mirror_margins(package)
    _describe(package, document, profile)
    file = BytesIO()
    package.save(file)
    return _repacked(file)


def _edges(frame: Frame, profile: FormatProfile, writer: BodyWriter) -> dict[str, str]:
    """What stands outside the margins: a notice on every page, marks of the paper on the first."""
    marks = frame.marks
    notice = () if frame.notice is None else (plain_line(Slot.NOTICE, frame.notice),)
    lines = {
        _FIRST_HEADER: circulation(marks, profile),
        _FIRST_FOOTER: (*contact(marks, profile, on="first-page"), *notice),
        _FOOTER: notice,
    }
    return {
        name: (header_xml if name == _FIRST_HEADER else footer_xml)(writer.body(within))
        for name, within in lines.items()
        if within
    }


@cache
def _reference() -> bytes:
    return resources.files("thidua_cli.typesetting").joinpath("reference.docx").read_bytes()


def _replace(package: Package, parts: dict[str, str]) -> None:
    for part in package.part.package.iter_parts():
        text = parts.get(str(part.partname))
        if text is not None:
            assert isinstance(part, XmlPart), "the parts of a paper are XML"
            part._element = parse_xml(text.encode())  # noqa: SLF001 - python-docx has no public way in


def _describe(package: Package, document: Document, profile: FormatProfile) -> None:
    """Title, type, author, dates and language, which Word shows as the file's properties."""
    properties = package.core_properties
    properties.category = kind_in_words(document.frame, profile)
    properties.title = plain_text(document.frame.subject)[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = document.issuer_name[:_LONGEST_PROPERTY]
    properties.created = properties.modified = datetime.combine(document.created, time())
    properties.revision = 1
    properties.language = profile.language


def _repacked(file: BytesIO) -> bytes:
    """The package with one date on every part, so that equal papers are equal bytes."""
    repacked = BytesIO()
    with ZipFile(file) as source, ZipFile(repacked, "w", ZIP_DEFLATED) as package:
        for name in source.namelist():
            entry = ZipInfo(name, _ZIP_DATE)
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, source.read(name))
    return repacked.getvalue()
