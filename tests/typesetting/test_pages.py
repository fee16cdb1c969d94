"""Papers as LibreOffice prints them: nothing wrapped, missing or left over."""

from dataclasses import replace

import pytest
from papers import (
    LETTER_FRAME,
    NOTICE,
    PARTY_FRAME,
    PLAN_BLOCKS,
    SENTENCE,
    letter,
    noted,
    plan,
    report,
    target_table,
    words,
)

from printing import BOTTOM, LEFT, MILLIMETRE, RIGHT, TOP, Page, centre, on_one_line, places, print_papers
from thidua_cli.typesetting.docx_writer import write_docx
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.tree import Document, Paragraph, plain_text

pytestmark = pytest.mark.pages

WIDE = replace(target_table(40), landscape=True)
HAVE_SHEETS_ACROSS = {"letter", "party-letter", "wide", "wide-last"}
FILLINGS = range(0, 36, 2)
"""So many short paragraphs push the end of the plan over the end of a page."""
ACROSS = 282 * MILLIMETRE
"""Where the right margin of a sheet that lies across begins."""
FIRST_NOTE, SECOND_NOTE = "Nghị quyết số 01-NQ/TU ngày 17/9/2025.", "Luật Thi đua, khen thưởng năm 2022."
PAPERS: dict[str, tuple[Document, str]] = {
    "plan": (plan(), "nd30"),
    "report": (report(), "nd30"),
    "table-last": (report((*(Paragraph(words(SENTENCE)) for _ in range(9)), target_table(8))), "nd30"),
    "letter": (letter(), "nd30"),
    "party-letter": (letter(replace(LETTER_FRAME, issuer_symbol="ĐU")), "dang-hd05"),
    "wide": (plan((*PLAN_BLOCKS, WIDE, *PLAN_BLOCKS)), "nd30"),
    "wide-last": (plan((*PLAN_BLOCKS, replace(WIDE, rows=WIDE.rows[:21]))), "nd30"),
    "noted": (noted(FIRST_NOTE, SECOND_NOTE), "nd30"),
    "dang-hd05": (plan(frame=PARTY_FRAME), "dang-hd05"),
    "dang-hd36": (plan(frame=PARTY_FRAME), "dang-hd36"),
    **{
        f"filled-{count}": (
            plan((*PLAN_BLOCKS, *([Paragraph(words("Một dòng."))] * count), PLAN_BLOCKS[-1])),
            "nd30",
        )
        for count in FILLINGS
    },
}
"""Each with the name of its form."""
PARTY = pytest.mark.parametrize("paper", ["dang-hd05", "dang-hd36"])


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Page, ...]]:
    """Every paper's pages, converted in one run of LibreOffice."""
    papers = {name: write_docx(paper, load_profile(form)) for name, (paper, form) in PAPERS.items()}
    return print_papers(tmp_path_factory.mktemp("pages"), papers)


@pytest.mark.parametrize(
    ("paper", "text"),
    [
        ("plan", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("plan", "Độc lập - Tự do - Hạnh phúc"),
        ("plan", "UBND TỈNH CAO BẰNG"),
        ("plan", "SỞ VĂN HÓA, THỂ THAO"),
        ("plan", "VÀ DU LỊCH"),
        ("plan", "Số: 05/KH-SVHTTDL"),
        ("plan", "Cao Bằng, ngày 05 tháng 01 năm 2026"),
        ("report", "Cao Bằng, ngày tháng năm 2026"),
        ("report", "Kính gửi: Ủy ban nhân dân tỉnh Cao Bằng"),
        *(
            (paper, text)
            for paper in ("dang-hd05", "dang-hd36")
            for text in (
                "ĐẢNG CỘNG SẢN VIỆT NAM",
                "ĐẢNG BỘ TỈNH CAO BẰNG",
                "ĐẢNG ỦY XÃ MINH HỌA",
                "Số 06-KH/ĐU",
                "Minh họa, ngày 05 tháng 02 năm 2026",
                "T/M BAN THƯỜNG VỤ",
                "PHÓ BÍ THƯ THƯỜNG TRỰC",
            )
        ),
    ],
)
def test_each_part_of_letterhead_and_signature_stands_on_one_line(
    pages: dict[str, tuple[Page, ...]], paper: str, text: str
) -> None:
    [found] = (found for page in pages[paper] for found in places(page, text))

    assert on_one_line(found)


@pytest.mark.parametrize(
    ("paper", "texts"),
    [
        ("plan", ("Số: 05/KH-SVHTTDL", "ngày 05 tháng 01 năm 2026")),
        ("report", ("Số:", "/BC-SVHTTDL", "ngày tháng năm 2026")),
        ("dang-hd05", ("Số 06-KH/ĐU", "ngày 05 tháng 02 năm 2026")),
        ("dang-hd36", ("Số 06-KH/ĐU", "ngày 05 tháng 02 năm 2026")),
    ],
)
def test_number_and_date_stand_level(
    pages: dict[str, tuple[Page, ...]], paper: str, texts: tuple[str, ...]
) -> None:
    first_words = [found[0] for text in texts for found in places(pages[paper][0], text)]

    assert len(first_words) == len(texts)
    assert max(word.top for word in first_words) - min(word.top for word in first_words) < 1


def test_the_subject_falls_into_even_lines_in_the_middle_of_the_page(
    pages: dict[str, tuple[Page, ...]],
) -> None:
    text = plain_text(PAPERS["plan"][0].frame.subject)

    [found] = places(pages["plan"][0], text)

    lines = [tuple(word for word in found if word.top == top) for top in sorted({word.top for word in found})]
    widths = [line[-1].right - line[0].left for line in lines]
    assert len(lines) == 2
    assert min(widths) > 0.85 * max(widths)
    assert all(abs(centre(line) - (LEFT + RIGHT) / 2) < 1 for line in lines)


@PARTY
def test_the_star_stands_between_the_name_of_the_issuer_and_the_number(
    pages: dict[str, tuple[Page, ...]], paper: str
) -> None:
    texts = ("ĐẢNG ỦY XÃ MINH HỌA", "*", "Số 06-KH/ĐU")

    issuer, star, number = (place for text in texts for place in places(pages[paper][0], text))

    assert abs(centre(star) - centre(issuer)) < 1
    assert abs(centre(star) - centre(number)) < 1
    assert issuer[0].top < star[0].top < number[0].top


@PARTY
def test_five_hyphens_stand_in_the_middle_below_the_subject(
    pages: dict[str, tuple[Page, ...]], paper: str
) -> None:
    page = pages[paper][0]

    [(*_, last_word)] = places(page, "có ít nhất 01 sáng kiến, giải pháp/năm”")
    [hyphens] = places(page, "-----")
    [(basis, *_)] = places(page, "- Căn cứ Nghị quyết số 70/NQ-HĐND ngày 11 tháng 12")

    assert abs(centre(hyphens) - (LEFT + RIGHT) / 2) < 1
    assert last_word.top < hyphens[0].top < basis.top


@pytest.mark.parametrize("paper", ["plan", "report", "table-last", "dang-hd05", "dang-hd36"])
def test_page_numbers_stand_in_the_top_margin_from_the_second_page_on(
    pages: dict[str, tuple[Page, ...]], paper: str
) -> None:
    in_margin = [tuple(word for word in page if word.bottom < TOP) for page in pages[paper]]

    texts = [[word.text for word in words] for words in in_margin]
    assert len(texts) >= 2
    assert texts == [[], *([str(number)] for number in range(2, len(texts) + 1))]
    assert all(abs(centre(words) - (LEFT + RIGHT) / 2) < 1 for words in in_margin[1:])


@pytest.mark.parametrize("paper", ["letter", "party-letter"])
def test_each_appendix_counts_its_own_pages(pages: dict[str, tuple[Page, ...]], paper: str) -> None:
    numbers = [" ".join(word.text for word in page if word.bottom < TOP) for page in pages[paper]]
    starts = [bool(places(page, "(Kèm theo Công văn số")) for page in pages[paper]]

    assert starts == [False, True, False, True]
    assert numbers == ["", "", "2", ""]


def test_pages_are_counted_on_over_a_wide_table(pages: dict[str, tuple[Page, ...]]) -> None:
    numbers = [" ".join(word.text for word in page if word.bottom < TOP) for page in pages["wide"]]

    assert numbers == ["", *(str(number) for number in range(2, len(numbers) + 1))]


def test_the_subject_of_a_letter_stands_in_the_middle_below_its_number(
    pages: dict[str, tuple[Page, ...]],
) -> None:
    page = pages["letter"][0]
    texts = ("Số: 07/SVHTTDL-TCPC", "V/v đăng ký, đề nghị công nhận", "Kính gửi:")

    number, subject, label = (place for text in texts for place in places(page, text))

    assert on_one_line(subject)
    assert abs(centre(number) - centre(subject)) < 2 * MILLIMETRE
    assert number[0].bottom < subject[0].top < label[0].top


@pytest.mark.parametrize("paper", ["letter", "party-letter"])
def test_the_dashes_of_several_addressees_stand_under_the_colon(
    pages: dict[str, tuple[Page, ...]], paper: str
) -> None:
    page = pages[paper][0]

    [label] = places(page, "Kính gửi:")
    dashes = [place[0] for text in ("- Các phòng, đơn vị", "- Ban Thi đua,") for place in places(page, text)]

    colon = label[-1].right
    assert len(dashes) == 2
    assert all(abs(dash.left - colon) < 2 * MILLIMETRE for dash in dashes)


def test_the_notice_stands_on_every_page(pages: dict[str, tuple[Page, ...]]) -> None:
    found = [places(page, NOTICE) for page in pages["report"]]

    assert [len(each) for each in found] == [1] * len(pages["report"])
    assert all(on_one_line(place) for [place] in found)


def test_a_note_stands_with_its_number_at_the_foot_of_its_page(pages: dict[str, tuple[Page, ...]]) -> None:
    texts = (("Nghị quyết Đại hội", f"1 {FIRST_NOTE}"), ("KHEN THƯỞNG", f"2 Theo {SECOND_NOTE}"))
    found = [
        (page, word, note)
        for page in pages["noted"]
        for word_text, note_text in texts
        for word in places(page, word_text)
        for note in places(page, note_text)
    ]

    assert len(found) == 2
    for page, word, note in found:
        assert abs(note[-1].bottom - BOTTOM) < 2
        assert all(other.top < note[1].top - 5 for other in page if other not in note and other.top < BOTTOM)
        assert note[0].bottom - note[0].top < note[1].bottom - note[1].top < word[0].bottom - word[0].top


def test_nothing_reaches_into_the_side_margins(pages: dict[str, tuple[Page, ...]]) -> None:
    outside = [
        (name, word)
        for name, paper in pages.items()
        for page in paper
        for word in page
        if word.left < LEFT - 1 or word.right > (ACROSS if name in HAVE_SHEETS_ACROSS else RIGHT) + 1
    ]

    assert outside == []


@pytest.mark.parametrize("paper", ["table-last", "wide-last", *(f"filled-{count}" for count in FILLINGS)])
def test_the_signature_never_stands_alone_on_its_page(pages: dict[str, tuple[Page, ...]], paper: str) -> None:
    last = pages[paper][-1]

    [label] = places(last, "Nơi nhận:")

    above = [word for word in last if TOP < word.top < label[0].top - 20]
    assert above, "the page begins with the signature"
    ending = "./." if paper in {"table-last", "wide-last"} else "quả./."
    assert ending in [word.text for word in last]


def test_some_fillings_reach_the_end_of_a_page(pages: dict[str, tuple[Page, ...]]) -> None:
    counts = {len(pages[f"filled-{count}"]) for count in FILLINGS}

    assert len(counts) > 1, "the papers of the test above must cross a page"


def test_the_header_of_a_table_is_repeated(pages: dict[str, tuple[Page, ...]]) -> None:
    headed = [page for page in pages["table-last"] if places(page, "Đơn vị tính")]
    in_table = [page for page in pages["table-last"] if places(page, "nghìn lượt khách")]

    assert headed == in_table
