"""Marks and several signatures as they stand on LibreOffice's pages."""

from dataclasses import replace
from itertools import pairwise

import pytest
from papers import LETTER_FRAME, MARKS, NOTICE, PARTY_FRAME, PLAN_FRAME, SENTENCE, letter, plan, words

from printing import MILLIMETRE, Page, places, print_papers
from thidua_cli.typesetting.docx_writer import write_docx
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.tree import Document, Frame, Marks, Paragraph, Signature

pytestmark = pytest.mark.pages

CONTACT = "; ".join([str(MARKS.contact)] * 3)
LIMIT = "Tài liệu chỉ dùng trong hội nghị, trả lại sau khi họp xong"
LENGTHS = range(6, 15)
"""Sentences of a body whose signature comes to stand at the end of a page, or on the next."""
TWO_SIDED = Marks(two_sided=True, contact=MARKS.contact)
SIGNED = (
    Signature((words("KT. GIÁM ĐỐC SỞ NỘI VỤ"),), words("PHÓ GIÁM ĐỐC"), "Người Ký Hai"),
    Signature(office=words("GIÁM ĐỐC CÔNG AN TỈNH"), name="Người Ký Ba"),
)


def of_length(sentences: int, frame: Frame) -> Document:
    return plan(tuple(Paragraph(words(SENTENCE)) for _ in range(sentences)), frame)


JOINT = replace(PLAN_FRAME, joint_issuers=(("Sở Nội vụ",), ("Công an tỉnh",)), joint_signatures=SIGNED)
PAPERS: dict[str, tuple[Document, str]] = {
    "letter": (
        letter(
            replace(
                LETTER_FRAME,
                marks=replace(MARKS, draft=2, contact=CONTACT, circulation=LIMIT),
                notice=NOTICE,
            )
        ),
        "nd30",
    ),
    **{
        f"two-sided-{number}": (of_length(number, replace(PARTY_FRAME, marks=TWO_SIDED)), "dang-hd05")
        for number in LENGTHS
    },
    **{f"joint-{number}": (of_length(number, JOINT), "nd30") for number in LENGTHS},
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Page, ...]]:
    """Every paper's pages, converted in one run of LibreOffice."""
    papers = {name: write_docx(paper, load_profile(form)) for name, (paper, form) in PAPERS.items()}
    return print_papers(tmp_path_factory.mktemp("pages"), papers)


def test_marks_stand_on_the_first_page_in_order_and_clear_of_each_other(
    pages: dict[str, tuple[Page, ...]],
) -> None:
    first, *others = pages["letter"]

    texts = (
        LIMIT.upper(),
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "DỰ THẢO LẦN 2",
        "THƯỢNG KHẨN",
        "PL.(300)",
        CONTACT,
        NOTICE,
    )
    [*stretches] = (places(first, text)[0] for text in texts)
    for above, below in pairwise(stretches):
        assert max(word.bottom for word in above) <= min(word.top for word in below) + 1
    assert min(word.top for word in stretches[0]) > 8 * MILLIMETRE
    for page in others:
        assert not any(places(page, text) for text in (LIMIT.upper(), CONTACT, "THƯỢNG KHẨN"))


def test_sheets_of_the_party_leave_room_to_bind_them_on_both_sides(
    pages: dict[str, tuple[Page, ...]],
) -> None:
    front, back = pages[f"two-sided-{LENGTHS[-1]}"][:2]

    body = [word for word in front if word.top > 20 * MILLIMETRE]
    assert min(word.left for word in body) == pytest.approx(30 * MILLIMETRE, abs=1)
    assert max(word.right for word in body) == pytest.approx(195 * MILLIMETRE, abs=1)
    assert min(word.left for word in back) == pytest.approx(15 * MILLIMETRE, abs=1)
    assert max(word.right for word in back) <= 180 * MILLIMETRE + 1


@pytest.mark.parametrize("number", LENGTHS)
def test_the_contact_of_the_party_stands_on_the_last_page_with_the_signature(
    pages: dict[str, tuple[Page, ...]], number: int
) -> None:
    *before, last = pages[f"two-sided-{number}"]

    assert places(last, str(MARKS.contact))
    assert places(last, "Nơi nhận:")
    assert places(last, "Người Ký")
    assert not any(places(page, "Nơi nhận:") for page in before)


@pytest.mark.parametrize("number", LENGTHS)
def test_signatures_of_several_and_the_recipients_stand_on_one_page(
    pages: dict[str, tuple[Page, ...]], number: int
) -> None:
    last = pages[f"joint-{number}"][-1]

    for text in ("Ngọc Văn Chấn", "Người Ký Hai", "Người Ký Ba", "Nơi nhận:", "- Lưu: VT, TCPC."):
        assert places(last, text), text
    first, second = places(last, "Ngọc Văn Chấn")[0], places(last, "Người Ký Hai")[0]
    assert second[0].left < first[0].left
