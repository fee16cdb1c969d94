"""The parts of a .docx that stand round the body: the document itself and its headers and footers."""

from docx.document import Document as Package
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from thidua_cli.typesetting.docx_units import FORMATS, HEAD, WORD, twips
from thidua_cli.typesetting.layout import Sheets
from thidua_cli.typesetting.profile_parts import Page

_NAMESPACES = (
    f'{WORD} xmlns:r="{FORMATS}/officeDocument/2006/relationships" '
    f'xmlns:wp="{FORMATS}/drawingml/2006/wordprocessingDrawing" xmlns:a="{FORMATS}/drawingml/2006/main" '
    f'xmlns:mc="{FORMATS}/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
# The links of the reference file to its headers and footers; first pages of appendices have an empty header.
_HEADER, _FOOTER = "rId3", "rId5"
_FIRST_HEADER, _FIRST_FOOTER = "rId4", "rId6"
_EMPTY_HEADER = "rId7"


def document_xml(content: str, last_section: str) -> str:
    """The main part: the content, whose last sheets have the given measures."""
    return f"{HEAD}<w:document {_NAMESPACES}><w:body>{content}{last_section}</w:body></w:document>"


def section_xml(sheets: Sheets, page: Page) -> str:
    """The measures of the sheets, and how their pages are counted."""
    sides = (page.height, page.width) if sheets.landscape else (page.width, page.height)
    width, height = map(twips, sides)
    across = ' w:orient="landscape"' if sheets.landscape else ""
    counting = '<w:pgNumType w:start="1"/><w:titlePg/>' if sheets.counted_anew else ""
    return (
        f'<w:sectPr>{_running_parts(opening=sheets.opening)}<w:pgSz w:w="{width}" w:h="{height}"{across}/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}" '
        f'w:left="{twips(page.left)}" w:header="{twips(page.header)}" w:footer="{twips(page.footer)}" w:gutter="0"/>'
        f"{counting}</w:sectPr>"
    )


def _running_parts(*, opening: bool) -> str:
    first_header, first_footer = (_FIRST_HEADER, _FIRST_FOOTER) if opening else (_EMPTY_HEADER, _FOOTER)
    return (
        f'<w:headerReference w:type="default" r:id="{_HEADER}"/>'
        f'<w:headerReference w:type="first" r:id="{first_header}"/>'
        f'<w:footerReference w:type="default" r:id="{_FOOTER}"/>'
        f'<w:footerReference w:type="first" r:id="{first_footer}"/>'
    )


def mirror_margins(package: Package) -> None:
    """On even pages the left and the right margin change places."""
    [zoom] = package.settings.element.iter(qn("w:zoom"))
    zoom.addnext(parse_xml(f"<w:mirrorMargins {WORD}/>"))


def header_xml(paragraphs: str) -> str:
    """A header with these paragraphs."""
    return f"{HEAD}<w:hdr {WORD}>{paragraphs}</w:hdr>"


def footer_xml(paragraphs: str) -> str:
    """A footer with these paragraphs."""
    return f"{HEAD}<w:ftr {WORD}>{paragraphs}</w:ftr>"
