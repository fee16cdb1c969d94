"""What stands inside a .docx: the same bytes each time, and XML in the order Word insists on."""

import runpy
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx.document import Document as Package
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from papers import PARTY_FRAME, PLAN_BLOCKS, PLAN_FRAME, letter, noted, plan, report, target_table
from reading_back import parts_of, read_back

from thidua_cli.typesetting.docx_styles import END
from thidua_cli.typesetting.docx_writer import write_docx
from thidua_cli.typesetting.profile import load_profile, profile_names
from thidua_cli.typesetting.tree import Document

PAPERS = {
    "plan": plan(),
    "party": plan(frame=PARTY_FRAME),
    "report": report(),
    "noted": noted("Một & hai.", "ba"),
    "letter": letter(),
    "wide": plan((*PLAN_BLOCKS, replace(target_table(3), landscape=True))),
    "table-last": report((target_table(3),)),
    "empty": Document(PLAN_FRAME, (), (), "", plan().created),
}

# The order of children in ECMA-376 part 1, as far as papers use them; Word calls a file with another order damaged.
ORDER = {
    "pPr": "pStyle keepNext keepLines widowControl pBdr shd tabs spacing ind jc outlineLvl sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps color sz szCs highlight u shd vertAlign lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "pBdr": "top left bottom right",
    "tcPr": "tcW gridSpan vMerge tcBorders shd tcMar vAlign",
    "trPr": "cantSplit trHeight tblHeader",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "sectPr": "headerReference footerReference pgSz pgMar pgNumType titlePg",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr",
    "styles": "docDefaults style",
    "settings": "zoom defaultTabStop characterSpacingControl footnotePr compat themeFontLang decimalSymbol "
    "listSeparator",
    "docDefaults": "rPrDefault pPrDefault",
    "anchor": "simplePos positionH positionV extent effectExtent wrapNone docPr cNvGraphicFramePr graphic",
    "wsp": "cNvCnPr spPr bodyPr",
    "spPr": "xfrm prstGeom ln",
    "ln": "solidFill prstDash",
}
LEAVES_IN_ORDER = {"p": "pPr", "tc": "tcPr"}
"""Elements whose first child this must be where there is one; the rest is free."""


def package(document: Document, form: str) -> Package:
    return read_back(document, load_profile(form))


@pytest.mark.parametrize("form", profile_names())
@pytest.mark.parametrize("paper", PAPERS)
def test_the_same_paper_gives_the_same_bytes(paper: str, form: str) -> None:
    first = write_docx(PAPERS[paper], load_profile(form))

    assert write_docx(PAPERS[paper], load_profile(form)) == first
    with ZipFile(BytesIO(first)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("form", profile_names())
@pytest.mark.parametrize("paper", PAPERS)
def test_elements_stand_in_the_order_that_word_insists_on(paper: str, form: str) -> None:
    parts = parts_of(write_docx(PAPERS[paper], load_profile(form)))

    xml = {name: content for name, content in parts.items() if name.endswith(".xml")}
    assert [fault for name, content in xml.items() for fault in misplaced(name, content)] == []


def misplaced(name: str, content: bytes) -> Iterator[str]:
    for element in parse_xml(content).iter("*"):
        tag, children = local(element.tag), [local(child.tag) for child in element]
        order = ORDER.get(tag, "").split()
        if order and (unknown := set(children) - set(order)):
            yield f"{name}: {unknown} in {tag}"
        elif order and children != sorted(children, key=order.index):
            yield f"{name}: {children} in {tag}"
        first = LEAVES_IN_ORDER.get(tag)
        if first in children[1:]:
            yield f"{name}: {first} is not first in {tag}"


def local(tag: str) -> str:
    return tag.rpartition("}")[2]


@pytest.mark.parametrize("form", profile_names())
@pytest.mark.parametrize("paper", PAPERS)
def test_no_empty_paragraph_stands_in_for_space_but_those_that_word_wants_below_tables(
    paper: str, form: str
) -> None:
    read = package(PAPERS[paper], form)

    empty = [p for p in read.element.body.iter(qn("w:p")) if not list(p.iter(qn("w:r")))]
    in_text = [p for p in empty if p.getparent().tag != qn("w:tc") or len(p)]
    for paragraph in in_text:
        after, section = paragraph.getprevious(), next(paragraph.iter(qn("w:sectPr")), paragraph.getnext())
        assert paragraph.style == END
        assert after is not None
        assert after.tag == qn("w:tbl")
        assert section is not None
        assert section.tag == qn("w:sectPr")


@pytest.mark.parametrize("form", profile_names())
@pytest.mark.parametrize("paper", PAPERS)
def test_every_style_that_is_used_exists(paper: str, form: str) -> None:
    read = package(PAPERS[paper], form)
    tags = ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next")
    sections = read.sections[0]
    parts = {str(part.partname): part.blob for part in read.part.package.iter_parts()}
    notes = parse_xml(parts.get("/word/footnotes.xml", b"<none/>"))
    roots = (read.element, notes, sections.header.part.element, sections.footer.part.element)

    used = {
        str(e.get(qn("w:val"))) for root in (*roots, read.styles.element) for e in root.iter(*map(qn, tags))
    }

    assert used <= {found.style_id for found in read.styles}


def test_the_reference_is_what_its_script_builds(tmp_path: Path) -> None:
    top = Path(__file__).parents[2]
    script = runpy.run_path(str(top / "tools" / "build_reference.py"))

    script["build"](tmp_path / "built.docx")

    with ZipFile(tmp_path / "built.docx") as built, ZipFile(script["TARGET"]) as shipped:
        assert {name: built.read(name) for name in built.namelist()} == {
            name: shipped.read(name) for name in shipped.namelist()
        }
