"""Footnotes: python-docx has none, so their part, its link and its separators are our own."""

from collections.abc import Iterable
from typing import Final

from docx.document import Document as Package
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from thidua_cli.typesetting.docx_styles import NOTE_NUMBER, style_id
from thidua_cli.typesetting.docx_units import HEAD, WORD
from thidua_cli.typesetting.slots import Slot

_PART: Final = PackURI("/word/footnotes.xml")
_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))
"""The lines above the notes of a page, and above those that go on from the page before; the ids are Word's own."""
_STYLE = f'<w:pPr><w:pStyle w:val="{style_id(Slot.FOOTNOTE)}"/></w:pPr>'
_NUMBER = f'<w:rPr><w:rStyle w:val="{NOTE_NUMBER}"/></w:rPr>'


def note_reference(number: int) -> str:
    """The raised number in the text; Word counts for itself, the number only finds the note."""
    return f'<w:r>{_NUMBER}<w:footnoteReference w:id="{number}"/></w:r>'


def add_notes(package: Package, notes: Iterable[str]) -> None:
    """Put the notes, each the runs of its text, into the package; without notes it stays as it is."""
    numbered = "".join(_note(number, runs) for number, runs in enumerate(notes, 1))
    if not numbered:
        return
    content = f"{HEAD}<w:footnotes {WORD}>{''.join(_separators())}{numbered}</w:footnotes>".encode()
    part = Part(_PART, CONTENT_TYPE.WML_FOOTNOTES, content, package.part.package)
    package.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    separators = "".join(f'<w:footnote w:id="{number}"/>' for number, _ in _SEPARATORS)
    [compatibility] = package.settings.element.iter(qn("w:compat"))
    compatibility.addprevious(parse_xml(f"<w:footnotePr {WORD}>{separators}</w:footnotePr>"))


def _note(number: int, runs: str) -> str:
    return (
        f'<w:footnote w:id="{number}"><w:p>{_STYLE}<w:r>{_NUMBER}<w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{runs}</w:p></w:footnote>'
    )


def _separators() -> Iterable[str]:
    spacing = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    for number, kind in _SEPARATORS:
        yield (
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p>{spacing}<w:r><w:{kind}/></w:r></w:p></w:footnote>'
        )
