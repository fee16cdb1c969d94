"""Footnotes as Word keeps them: a part of their own, found from the text by number."""

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree
from papers import PARTY_FRAME, noted, plan, words
from reading_back import parts_of, read_back

from thidua_cli.typesetting.composition import compose
from thidua_cli.typesetting.docx_writer import write_docx
from thidua_cli.typesetting.layout import Line
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.tree import Document, Paragraph, Run

PROFILE = load_profile("nd30")
FIRST = "Nghị quyết số 01-NQ/TU ngày 17/9/2025 của Tỉnh ủy <A & B>."
REFERENCE, NOTE = qn("w:footnoteReference"), qn("w:footnote")


def parts(document: Document) -> dict[str, bytes]:
    return parts_of(write_docx(document, PROFILE))


def ids(root: etree._Element, tag: str) -> list[int]:
    return [int(element.get(qn("w:id"), "")) for element in root.iter(tag)]


def printed(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def test_notes_are_numbered_through_the_paper_in_reading_order() -> None:
    written = parts(noted(FIRST, "Luật Thi đua"))
    notes = parse_xml(written["word/footnotes.xml"])

    assert ids(parse_xml(written["word/document.xml"]), REFERENCE) == [1, 2]
    assert {
        number: printed(note) for number, note in zip(ids(notes, NOTE), notes.iter(NOTE), strict=True)
    } == {
        -1: "",
        0: "",
        1: f" {FIRST}",
        2: " Theo Luật Thi đua",
    }


def test_the_number_stands_right_after_its_word() -> None:
    body = parse_xml(parts(noted(FIRST, "hai"))["word/document.xml"])

    [first, _] = body.iter(REFERENCE)

    run = first.getparent()
    assert run is not None
    before, after = run.getprevious(), run.getnext()
    assert before is not None
    assert after is not None
    assert (printed(before), printed(after)) == ("Nghị quyết Đại hội", " nhiệm kỳ 2025 - 2030.")


def test_word_finds_the_notes_and_the_lines_above_them() -> None:
    package = read_back(noted(FIRST, "hai"), PROFILE)

    [part] = [link.target_part for link in package.part.rels.values() if link.reltype.endswith("/footnotes")]
    settings = package.settings.element.find(qn("w:footnotePr"))

    assert part.content_type.endswith("wordprocessingml.footnotes+xml")
    kinds = {note.get(qn("w:type")): note.get(qn("w:id")) for note in parse_xml(part.blob).iter(NOTE)}
    assert {kinds["separator"], kinds["continuationSeparator"]} == set(map(str, ids(settings, NOTE)))


def test_a_paper_without_notes_says_nothing_of_them() -> None:
    written = parts(plan(frame=PARTY_FRAME))

    assert [name for name, content in written.items() if b"footnote" in content.lower()] == []


def test_the_closing_mark_of_the_paper_stands_before_the_number_of_a_note_at_its_end() -> None:
    [sheets] = compose(plan((Paragraph((Run("Hết.", note=words("Ghi chú.")),)),)), PROFILE)

    lines = [setting for setting in sheets.settings if isinstance(setting, Line)]
    assert lines[-1].runs == (Run("Hết./.", note=words("Ghi chú.")),)
