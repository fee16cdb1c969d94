"""The papers of the shipped campaigns as they come out of a printer."""

from datetime import date

import pytest

from printing import Page, on_one_line, places, print_papers
from shipped_data import shipped
from thidua_cli.documents.launch_plan import compose_plan
from thidua_cli.documents.progress_report import compose_report
from thidua_cli.documents.reminder import compose_reminder, reminders
from thidua_cli.documents.report_choice import choose_report
from thidua_cli.documents.report_senders import sender_of
from thidua_cli.typesetting.docx_writer import write_docx
from thidua_cli.typesetting.profile import load_profile

pytestmark = pytest.mark.pages

DAY, LATE = date(2026, 11, 21), date(2027, 1, 5)
PLAN, REPORT = "BẢN DỰNG LẠI ĐỂ MINH HỌA", "SỐ LIỆU MINH HỌA"
NOTICES = {
    "plan": PLAN,
    "report": REPORT,
    "plan 200-ngay-dem-2025": PLAN,
    "report 200-ngay-dem-2025": REPORT,
    "plan doi-moi-sang-tao-2025-2030": PLAN,
    "report doi-moi-sang-tao-2025-2030": REPORT,
    "letter": REPORT,
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Page, ...]]:
    repository, profile = shipped().repository, load_profile("nd30")
    papers = {}
    for name in NOTICES:
        verb, _, campaign = name.partition(" ")
        folder = repository.campaigns[campaign or "19-KH"]
        match verb:
            case "plan":
                document = compose_plan(repository, folder, DAY, profile)
            case "report":
                choice = choose_report(sender_of(repository, folder), DAY)
                document = compose_report(repository, choice, DAY, profile)
            case _:
                document = compose_reminder(
                    repository, reminders(repository, [folder], LATE)[0], LATE, profile
                )
        papers[name] = write_docx(document, profile)
    return print_papers(tmp_path_factory.mktemp("pages"), papers)


@pytest.mark.parametrize(
    ("paper", "text"),
    [
        ("plan", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("plan", "UBND TỈNH CAO BẰNG"),
        ("plan", "SỞ VĂN HÓA, THỂ THAO"),
        ("plan", "VÀ DU LỊCH"),
        ("plan", "Số: 19/KH-SVHTTDL"),
        ("plan", "Cao Bằng, ngày 30 tháng 01 năm 2026"),
        ("report", "BÁO CÁO"),
        ("report", "Cao Bằng, ngày tháng năm 2026"),
        ("plan 200-ngay-dem-2025", "Cao Bằng, ngày 14 tháng 7 năm 2025"),
        ("plan doi-moi-sang-tao-2025-2030", "…………, ngày tháng năm"),
        ("letter", "V/v đôn đốc"),
        ("letter", "Kính gửi: Đơn vị minh họa 2"),
    ],
)
def test_each_line_of_the_letterhead_is_one_line(
    pages: dict[str, tuple[Page, ...]], paper: str, text: str
) -> None:
    (found,) = places(pages[paper][0], text)

    assert on_one_line(found)


@pytest.mark.parametrize("paper", NOTICES)
def test_every_page_says_that_it_is_an_illustration(pages: dict[str, tuple[Page, ...]], paper: str) -> None:
    assert [len(places(page, NOTICES[paper])) for page in pages[paper]] == [1] * len(pages[paper])


@pytest.mark.parametrize("paper", NOTICES)
def test_nobody_has_signed(pages: dict[str, tuple[Page, ...]], paper: str) -> None:
    words = {word.text for page in pages[paper] for word in page}

    assert "GIÁM" in words
    assert not words & {"Ngọc", "Chấn", "Chắn"}


def test_the_plan_prints_its_figures_headings_and_deadline(pages: dict[str, tuple[Page, ...]]) -> None:
    words = " ".join(word.text for page in pages["plan"] for word in page)

    for text in (
        "I. MỤC ĐÍCH, YÊU CẦU",
        "II. NỘI DUNG THI ĐUA",
        "III. THỜI GIAN THI ĐUA",
        "IV. TỔ CHỨC THỰC HIỆN",
        "từ 70 điểm trở lên đạt 70%",
        "23.100 nghìn lượt khách",
        "3.350 tỷ đồng",
        "trước ngày 15/12/2026.",
        "- Lưu: VT, TCPC.",
    ):
        assert text in words


def test_plans_without_results_print_their_figures_phases_and_recipients(
    pages: dict[str, tuple[Page, ...]],
) -> None:
    growth, digital = (
        " ".join(word.text for page in pages[f"plan {campaign}"] for word in page)
        for campaign in ("200-ngay-dem-2025", "doi-moi-sang-tao-2025-2030")
    )

    for text in (
        "Thực hiện Kế hoạch số 1810/KH-UBND ngày 19/6/2025 của",
        "1. Hoàn thành, vượt mức nhiệm vụ của ngành, góp phần tăng trưởng kinh tế: Thi đua",
        "đầu tư công năm 2025 đạt 100%,",
        "từ 8% trở lên;",
        "- Giấy khen của Giám đốc Sở VHTTDL. b) Tiêu chuẩn khen thưởng",
        "từ ngày ban hành Kế hoạch đến hết ngày 31/12/2025.",
        "- UBND tỉnh (b/c);",
    ):
        assert text in growth
    for text in (
        "từ năm 2025 đến hết năm 2030, gồm hai giai đoạn: - Giai đoạn 1: từ năm 2025 đến hết năm 2027;",
        "+ Xây dựng quy tắc ứng xử trên không gian mạng;",
        "1. Phòng Tổ chức - Pháp chế: Là cơ quan thường trực",
    ):
        assert text in digital


def test_nothing_of_templates_or_markup_is_left_over(pages: dict[str, tuple[Page, ...]]) -> None:
    words = " ".join(word.text for paper in pages.values() for page in paper for word in page)

    assert not any(mark in words for mark in ("{{", "}}", "[[", "]]", "**", "\\", "None", "&amp;"))
