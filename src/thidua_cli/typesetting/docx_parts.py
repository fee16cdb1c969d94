"""The parts of a .docx that stand round the body: the document itself and its footers."""

from thidua_cli.typesetting.docx_units import twips
from thidua_cli.typesetting.layout import Sheets
from thidua_cli.typesetting.profile_parts import Page

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORMATS = "http://schemas.openxmlformats.org"
_WORD = f'xmlns:w="{_FORMATS}/wordprocessingml/2006/main"'
_NAMESPACES = (
    f'{_WORD} xmlns:r="{_FORMATS}/officeDocument/2006/relationships" '
    f'xmlns:wp="{_FORMATS}/drawingml/2006/wordprocessingDrawing" xmlns:a="{_FORMATS}/drawingml/2006/main" '
    f'xmlns:mc="{_FORMATS}/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
# The parts that the reference file's links rId3 to rId6 name; the first page has neither number nor other footer text.
_RUNNING_PARTS = (
    '<w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
    '<w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="first" r:id="rId6"/>'
)


def document_xml(content: str, last_section: str) -> str:
    """The main part: the content, whose last sheets have the given measures."""
    return f"{_HEAD}<w:document {_NAMESPACES}><w:body>{content}{last_section}</w:body></w:document>"


def section_xml(sheets: Sheets, page: Page) -> str:
    """The measures of the sheets, and how their pages are counted."""
    sides = (page.height, page.width) if sheets.landscape else (page.width, page.height)
    width, height = map(twips, sides)
    across = ' w:orient="landscape"' if sheets.landscape else ""
    counting = '<w:pgNumType w:start="1"/><w:titlePg/>' if sheets.counted_anew else ""
    return (
        f'<w:sectPr>{_RUNNING_PARTS}<w:pgSz w:w="{width}" w:h="{height}"{across}/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}" '
        f'w:left="{twips(page.left)}" w:header="{twips(page.header)}" w:footer="{twips(page.footer)}" w:gutter="0"/>'
        f"{counting}</w:sectPr>"
    )


def footer_xml(paragraph: str) -> str:
    """A footer with one paragraph."""
    return f"{_HEAD}<w:ftr {_WORD}>{paragraph}</w:ftr>"
