"""Papers as they were written, read back: through python-docx, which sees what Word would see, or part by part."""

from io import BytesIO
from zipfile import ZipFile

import docx
from docx.document import Document as Package

from thidua_cli.typesetting.docx_writer import write_docx
from thidua_cli.typesetting.profile import FormatProfile
from thidua_cli.typesetting.tree import Document


def opened(paper: bytes) -> Package:
    return docx.Document(BytesIO(paper))


def read_back(document: Document, profile: FormatProfile) -> Package:
    return opened(write_docx(document, profile))


def parts_of(paper: bytes) -> dict[str, bytes]:
    """Every part of the package by its name."""
    with ZipFile(BytesIO(paper)) as file:
        return {name: file.read(name) for name in file.namelist()}
