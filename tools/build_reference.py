"""Build `src/thidua_cli/typesetting/reference.docx`, the lean package that every paper starts from.

python-docx's own template is US Letter and carries 826 kB of styles nobody asked for. This one has what a paper
needs and nothing else: A4, no styles (they come from the profile), a header with the page number on every page but
the first, an empty one for first pages of appendices, footers for every page, settings of Word 2013 and later, and
core properties, without which python-docx would stamp the time of writing. Run it after changing it:
`python tools/build_reference.py`; a test compares.
"""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

TARGET = Path(__file__).parent.parent / "src" / "thidua_cli" / "typesetting" / "reference.docx"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORMATS = "http://schemas.openxmlformats.org"
_WORD = f'xmlns:w="{_FORMATS}/wordprocessingml/2006/main"'
_LINKS = f'xmlns:r="{_FORMATS}/officeDocument/2006/relationships"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_RELATION = f"{_FORMATS}/officeDocument/2006/relationships"
_CORE_RELATION = f"{_FORMATS}/package/2006/relationships/metadata/core-properties"

_CONTENT_TYPES = (
    f'<Types xmlns="{_FORMATS}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/docProps/core.xml" ContentType="{_CORE_TYPE}"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_TYPE}.settings+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{_TYPE}.header+xml"/>'
    f'<Override PartName="/word/header2.xml" ContentType="{_TYPE}.header+xml"/>'
    f'<Override PartName="/word/header3.xml" ContentType="{_TYPE}.header+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_TYPE}.footer+xml"/>'
    f'<Override PartName="/word/footer2.xml" ContentType="{_TYPE}.footer+xml"/></Types>'
)
_PACKAGE_LINKS = (
    f'<Relationships xmlns="{_FORMATS}/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_CORE_RELATION}" Target="docProps/core.xml"/></Relationships>'
)
_DOCUMENT_LINKS = (
    f'<Relationships xmlns="{_FORMATS}/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_RELATION}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId3" Type="{_RELATION}/header" Target="header1.xml"/>'
    f'<Relationship Id="rId4" Type="{_RELATION}/header" Target="header2.xml"/>'
    f'<Relationship Id="rId5" Type="{_RELATION}/footer" Target="footer1.xml"/>'
    f'<Relationship Id="rId6" Type="{_RELATION}/footer" Target="footer2.xml"/>'
    f'<Relationship Id="rId7" Type="{_RELATION}/header" Target="header3.xml"/></Relationships>'
)
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_FORMATS}/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title/><dc:creator/></cp:coreProperties>'
)
_DOCUMENT = (
    f"<w:document {_WORD} {_LINKS}><w:body><w:sectPr>"
    '<w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
    '<w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="first" r:id="rId6"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
    '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr></w:body></w:document>'
)
_STYLES = f"<w:styles {_WORD}/>"
_SETTINGS = (
    f'<w:settings {_WORD}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)
_PAGE_NUMBER = (
    '<w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)

PARTS = {
    "[Content_Types].xml": _CONTENT_TYPES,
    "_rels/.rels": _PACKAGE_LINKS,
    "docProps/core.xml": _CORE,
    "word/document.xml": _DOCUMENT,
    "word/_rels/document.xml.rels": _DOCUMENT_LINKS,
    "word/styles.xml": _STYLES,
    "word/settings.xml": _SETTINGS,
    "word/header1.xml": f"<w:hdr {_WORD}>{_PAGE_NUMBER}</w:hdr>",
    "word/header2.xml": f"<w:hdr {_WORD}><w:p/></w:hdr>",
    "word/header3.xml": f"<w:hdr {_WORD}><w:p/></w:hdr>",
    "word/footer1.xml": f"<w:ftr {_WORD}><w:p/></w:ftr>",
    "word/footer2.xml": f"<w:ftr {_WORD}><w:p/></w:ftr>",
}


def build(target: Path) -> None:
    """Write the package with one fixed date on all its parts."""
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, content in PARTS.items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, _HEAD + content)


if __name__ == "__main__":
    build(TARGET)
