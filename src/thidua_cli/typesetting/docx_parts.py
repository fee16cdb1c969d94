"""The parts of a .docx that stand round the body: the document itself and its footers."""

from thidua_cli.typesetting.docx_styles import END
from thidua_cli.typesetting.docx_units import twips
from thidua_cli.typesetting.profile import Page

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


def document_xml(content: str, page: Page) -> str:
    """The main part: the content on sheets of the given measures."""
    return (
        f"{_HEAD}<w:document {_NAMESPACES}><w:body>{content}"
        f'<w:p><w:pPr><w:pStyle w:val="{END}"/></w:pPr></w:p><w:sectPr>{_RUNNING_PARTS}'
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}" '
        f'w:left="{twips(page.left)}" w:header="{twips(page.header)}" w:footer="{twips(page.footer)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr></w:body></w:document>'
    )


def footer_xml(paragraph: str) -> str:
    """A footer with one paragraph."""
    return f"{_HEAD}<w:ftr {_WORD}>{paragraph}</w:ftr>"
