"""Papers that are longer, fuller or emptier than most: nothing is lost, stranded or set outside the margins."""

import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from papers import (
    LETTER_FRAME,
    NOTICE,
    PARTY_FRAME,
    PLAN_BLOCKS,
    PLAN_FRAME,
    SENTENCE,
    letter,
    noted,
    plan,
    report,
    target_table,
    words,
)
from reading_back import opened, read_back

from printing import BOTTOM, LEFT, RIGHT, TOP, Page, centre, places, print_papers
from thidua_cli.typesetting.docx_writer import write_docx
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.tree import Block, Document, Heading, Item, Paragraph, Run

LONG_SUBJECT = (
    "Phát động phong trào thi đua “Toàn ngành " + "chung sức, đồng lòng, đổi mới, " * 8 + "về đích”"
)
MANY = tuple(words(f"Ủy ban nhân dân xã Minh họa số {number}") for number in range(1, 61))
RARE = "Ỷ Ẵng, Ỵ Khửu, Ẩu Ỡm, Quỹ Ưỡng, H’Bơ Khăp, K’Brơih, Bŏn Ƀyă, Čil Múp, Ŧơr, Ǥoang, Øđŭng, ẞ."
NESTED = "Phong trào “Mỗi xã một ‘sản phẩm “xanh”’, mỗi bản một ‘nếp nhà’” (gọi tắt là “Nếp nhà (xanh)”)."


def chapter(number: int) -> tuple[Block, ...]:
    """About a page and a half of everything that a body may have."""
    return (
        Heading(1, words(f"Nội dung {number}")),
        Heading(2, words(f"Nhiệm vụ {number}")),
        Paragraph(words(f"{SENTENCE} " * 5)),
        *(Item(1, words(f"{SENTENCE} {SENTENCE}")) for _ in range(5)),
        Heading(3, words("Yêu cầu")),
        *(Item(2, words(SENTENCE)) for _ in range(4)),
        target_table(8),
        Paragraph(words(SENTENCE)),
    )


THIRTY = tuple(block for number in range(1, 21) for block in chapter(number))
PAPERS: dict[str, tuple[Document, str]] = {
    "thirty-pages": (plan(THIRTY), "nd30"),
    "thirty-pages-party": (plan(THIRTY, PARTY_FRAME), "dang-hd05"),
    "long-subject": (plan(frame=replace(PLAN_FRAME, subject=words(LONG_SUBJECT))), "nd30"),
    "long-subject-party": (plan(frame=replace(PARTY_FRAME, subject=words(LONG_SUBJECT))), "dang-hd05"),
    "long-subject-letter": (letter(replace(LETTER_FRAME, subject=words(LONG_SUBJECT))), "nd30"),
    "many-recipients": (plan(frame=replace(PLAN_FRAME, recipients=MANY)), "nd30"),
    "many-recipients-party": (plan(frame=replace(PARTY_FRAME, recipients=MANY)), "dang-hd05"),
    "many-addressees": (letter(replace(LETTER_FRAME, addressees=MANY)), "nd30"),
    "rare-letters": (plan((Paragraph(words(RARE)), Item(1, words(NESTED)))), "nd30"),
    "empty": (Document(PLAN_FRAME, (), (), "Sở", date(2026, 1, 5)), "nd30"),
    "noted": (noted("một hai", "ba"), "nd30"),
    "report": (report((*PLAN_BLOCKS, Paragraph((Run("bao nhiêu", blank=True),)))), "nd30"),
    "letter": (letter(), "nd30"),
}
PAGED = pytest.mark.pages


def written(name: str) -> bytes:
    paper, form = PAPERS[name]
    return write_docx(paper, load_profile(form))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Page, ...]]:
    """Every paper's pages, converted in one run of LibreOffice."""
    return print_papers(tmp_path_factory.mktemp("pages"), {name: written(name) for name in PAPERS})


def words_written(paper: bytes) -> Counter[str]:
    """Every word of the body and of the notes."""
    package = opened(paper)
    parts = {str(part.partname): part.blob for part in package.part.package.iter_parts()}
    roots: list[Any] = [package.element, *(parse_xml(parts[n]) for n in parts if n == "/word/footnotes.xml")]
    found: Counter[str] = Counter()
    for root in roots:
        for paragraph in root.iter(qn("w:p")):
            found.update("".join(text.text or "" for text in paragraph.iter(qn("w:t"))).split())
    return found


@PAGED
@pytest.mark.parametrize("name", PAPERS)
def test_the_pages_have_every_word_of_the_paper_and_no_others(
    pages: dict[str, tuple[Page, ...]], name: str
) -> None:
    printed = Counter(
        part for page in pages[name] for word in page for part in word.text.split("\xa0") if part
    )
    wanted = words_written(written(name))

    repeated = {"TT", "Chỉ", "tiêu", "Đơn", "vị", "tính", "Mục", *NOTICE.split()}
    numbers = {str(number) for number in range(1, len(pages[name]) + 3)}
    assert wanted - printed == Counter()
    assert set(printed - wanted) <= repeated | numbers


@PAGED
@pytest.mark.parametrize("name", ["thirty-pages", "thirty-pages-party"])
def test_a_plan_of_thirty_pages_is_numbered_to_its_end(pages: dict[str, tuple[Page, ...]], name: str) -> None:
    numbers = [" ".join(word.text for word in page if word.bottom < TOP) for page in pages[name]]

    assert len(numbers) >= 30
    assert numbers == ["", *(str(number) for number in range(2, len(numbers) + 1))]


@PAGED
@pytest.mark.parametrize(
    "name", [name for name in PAPERS if "letter" not in name and "addressees" not in name]
)
def test_nothing_leaves_the_margins_and_no_heading_ends_a_page(
    pages: dict[str, tuple[Page, ...]], name: str
) -> None:
    for page in pages[name]:
        inside = [word for word in page if word.top > TOP - 2 and word.top < BOTTOM]
        assert all(word.left > LEFT - 1 and word.right < RIGHT + 1 for word in page)
        last = max(word.top for word in inside)
        line = " ".join(word.text for word in inside if abs(word.top - last) < 1)
        assert not line.startswith(("1. Nhiệm vụ", "a) Yêu cầu", "1.1. Yêu cầu")), line


@PAGED
@pytest.mark.parametrize("name", ["many-recipients", "many-recipients-party", "thirty-pages", "long-subject"])
def test_the_signature_stands_on_the_page_of_the_last_words(
    pages: dict[str, tuple[Page, ...]], name: str
) -> None:
    [signed] = [page for page in pages[name] if places(page, "Nơi nhận:")]

    label = places(signed, "Nơi nhận:")[0][0]
    assert [word for word in signed if TOP < word.top < label.top - 14]


@PAGED
@pytest.mark.parametrize("name", ["long-subject", "long-subject-party"])
def test_a_subject_of_more_than_250_letters_stands_in_the_middle(
    pages: dict[str, tuple[Page, ...]], name: str
) -> None:
    text = LONG_SUBJECT if name == "long-subject" else f"p{LONG_SUBJECT[1:]}"

    [subject] = places(pages[name][0], text)

    assert len(text) > 250
    tops = sorted({round(word.top) for word in subject})
    for top in tops:
        line = tuple(word for word in subject if round(word.top) == top)
        assert abs(centre(line) - (LEFT + RIGHT) / 2) < 2


def test_the_property_of_a_long_subject_is_as_long_as_word_allows() -> None:
    properties = opened(written("long-subject")).core_properties

    assert properties.title == LONG_SUBJECT[:255]


@pytest.mark.parametrize("text", [RARE, NESTED])
def test_rare_letters_and_quotes_within_quotes_stay_as_they_are(text: str) -> None:
    read = opened(written("rare-letters"))

    assert any(text.removesuffix(".") in paragraph.text for paragraph in read.paragraphs)


def calls(rows: int) -> int:
    """How many functions are called to set a table of so many rows."""
    paper, profile, count = plan((target_table(rows),)), load_profile("nd30"), 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        write_docx(paper, profile)
    finally:
        sys.setprofile(before)
    return count


def test_a_table_of_5000_rows_takes_ten_times_the_work_of_one_of_500() -> None:
    assert calls(5000) < 10.5 * calls(500)


def test_a_table_of_5000_rows_repeats_its_header_and_splits_no_row() -> None:
    [_, table, _] = read_back(plan((target_table(5000),)), load_profile("nd30")).tables

    rows = table._tbl.tr_lst  # noqa: SLF001 - python-docx reads a long table slowly by its public face
    marks = [{child.tag.rpartition("}")[2] for child in row.trPr} for row in rows if row.trPr is not None]
    assert len(marks) == 5002
    assert marks[0] == {"cantSplit", "tblHeader"}
    assert all(mark == {"cantSplit"} for mark in marks[1:])
