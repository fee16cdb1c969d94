"""The shipped campaign 26-KH-TU against the facts of the plan that was issued, written out here once more."""

import re
from datetime import date
from decimal import Decimal

import pytest

from shipped_data import outline, shipped, shipped_plan
from thidua_cli.documents.launch_plan import compose_plan
from thidua_cli.model.targets.shares import CoverageTarget
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.typesetting.composition import compose
from thidua_cli.typesetting.layout import Line
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.profile_choice import profile_for
from thidua_cli.typesetting.tree import Document, plain_text

AS_OF = date(2026, 11, 21)
SLOGAN = (
    "Mỗi đảng viên, cán bộ, công chức, viên chức, chiến sĩ và người lao động trên địa bàn tỉnh "
    "có ít nhất 01 sáng kiến, giải pháp/năm"
)
EVERYBODY = "cap-uy-chinh-quyen-don-vi-dia-phuong"
PROPAGANDA, COMMITTEE = "ban-tuyen-giao-dan-van", "bcd-tinh-khcn-dmst-cds"


@pytest.fixture(scope="module")
def repository() -> Repository:
    return shipped().repository


@pytest.fixture(scope="module")
def folder(repository: Repository) -> CampaignFolder:
    return repository.campaign("26-KH/TU")


@pytest.fixture(scope="module")
def paper(repository: Repository, folder: CampaignFolder) -> Document:
    return compose_plan(repository, folder, AS_OF, load_profile("dang-hd36"))


@pytest.fixture(scope="module")
def lines(paper: Document) -> list[str]:
    """The lines of the plan under its letterhead, marks included."""
    [sheets] = compose(paper, load_profile("dang-hd36"))
    return [plain_text(s.runs) for s in sheets.settings if isinstance(s, Line)]


def test_the_plan_is_the_one_that_the_standing_board_issued(folder: CampaignFolder) -> None:
    campaign = folder.campaign

    assert (campaign.issuer, campaign.document.number, campaign.document.date, campaign.document.place) == (
        "btv-tinh-uy",
        "26-KH/TU",
        date(2025, 11, 5),
        "Cao Bằng",
    )
    assert campaign.title == f"Phát động Phong trào thi đua “{SLOGAN}”"
    assert campaign.slogan == SLOGAN
    assert campaign.specimen is not None
    assert not folder.results


def test_it_carries_out_three_documents_and_is_combined_with_a_fourth(
    repository: Repository, folder: CampaignFolder
) -> None:
    campaign = folder.campaign
    cited = [repository.documents[name] for name in (*campaign.implements, *campaign.related)]

    assert [(d.type, d.number, d.date, d.issuer) for d in cited] == [
        ("Nghị quyết", "57-NQ/TW", date(2024, 12, 22), "bo-chinh-tri"),
        ("Quyết định", "923/QĐ-TTg", date(2025, 5, 14), "thu-tuong"),
        ("Chương trình hành động", "29-CTr/TU", date(2025, 2, 23), "tinh-uy"),
        ("Kế hoạch", "2038/KH-UBND", date(2025, 7, 3), "ubnd-tinh"),
    ]
    assert [(entry.document, entry.role) for entry in campaign.basis] == [
        (name, "implements") for name in campaign.implements
    ]


def test_three_milestones_are_known_to_the_quarter(folder: CampaignFolder) -> None:
    assert [(m.kind, m.when.text) for m in folder.campaign.milestones if m.when] == [
        ("launch", "2025-Q4"),
        ("interim-review", "2027-Q4"),
        ("final-review", "2030-Q4"),
    ]


def test_everybody_takes_part_and_has_a_recognised_initiative_every_year(folder: CampaignFolder) -> None:
    response, coverage, *restated = folder.sheet.targets

    assert [
        (t.id, t.kind, t.goal.comparator, t.goal.value, t.unit, t.status) for t in (response, coverage)
    ] == [
        ("huong-ung-thi-dua", "share", "exactly", Decimal(100), "%", "explicit"),
        ("sang-kien-moi-nguoi-moi-nam", "coverage", "exactly", Decimal(100), "%", "explicit"),
    ]
    assert (response.across_years, coverage.across_years) == ("each", "each")
    assert isinstance(coverage, CoverageTarget)
    assert (coverage.each.initiatives, coverage.each.recognised, coverage.each.per) == (
        Decimal(1),
        True,
        "year",
    )
    assert [
        (t.id, t.restates, t.each.initiatives, t.each.recognised, t.each.per)
        for t in restated
        if isinstance(t, CoverageTarget)
    ] == [
        ("sang-kien-moi-nguoi-khau-hieu", "sang-kien-moi-nguoi-moi-nam", Decimal(1), False, "year"),
        ("sang-kien-moi-ca-nhan-don-vi", "sang-kien-moi-nguoi-moi-nam", Decimal(1), False, "campaign"),
    ]


def test_six_commitments_without_a_figure_are_tasks(folder: CampaignFolder) -> None:
    assert [(task.id, task.kind, task.responsible, task.by) for task in folder.sheet.tasks] == [
        ("quy-dinh-tieu-chi-danh-gia-sang-kien", "deliverable", ("so-khcn",), None),
        ("hoi-dong-danh-gia-cap-tinh", "deliverable", ("so-khcn",), None),
        ("csdl-ngan-hang-sang-kien-tinh", "deliverable", ("so-khcn",), None),
        ("huong-dan-khen-thuong", "deliverable", ("so-noi-vu",), None),
        ("ke-hoach-cua-don-vi", "deliverable", (EVERYBODY,), None),
        ("du-lieu-sang-kien-don-vi", "deliverable", (EVERYBODY,), None),
    ]


def test_initiatives_and_four_groups_of_people_have_criteria(folder: CampaignFolder) -> None:
    assert [(c.id, c.subject) for c in folder.sheet.criteria] == [
        (name, "individual")
        for name in (
            "thiet-thuc", "kha-thi", "nhan-rong", "gan-nhiem-vu",
            "neu-guong", "chat-luong-cong-vu", "san-sang-chien-dau", "nang-suat-lao-dong",
        )
    ]  # fmt: skip


def test_duties_are_assigned_as_in_the_plan(folder: CampaignFolder) -> None:
    assert [(a.units, len(a.duties)) for a in folder.campaign.every_assignment] == [
        ((COMMITTEE,), 2),
        ((PROPAGANDA,), 3),
        (("van-phong-tinh-uy",), 2),
        (("ban-to-chuc-tinh-uy",), 2),
        (("dang-uy-ubnd-tinh",), 1),
        (("so-khcn",), 5),
        (("so-noi-vu",), 2),
        (("so-tai-chinh",), 1),
        (("mttq-tinh", "to-chuc-ctxh-tinh"), 5),
        (("bao-cao-bang",), 2),
        ((EVERYBODY,), 8),
    ]
    inner = [a.units[0] for outer in folder.campaign.assignments for a in outer.assignments]
    assert inner == ["so-khcn", "so-noi-vu", "so-tai-chinh"]


def test_reports_are_ordered_as_in_the_plan(folder: CampaignFolder) -> None:
    ordered = [
        (r.id, r.kind, r.sender, r.addressees, r.via, r.by.text if r.by else r.due_words)
        for r in folder.campaign.reports
    ]

    assert ordered == [
        ("bao-cao-hang-nam", "annual", EVERYBODY, ("tinh-uy",), PROPAGANDA, None),
        ("bao-cao-dot-xuat", "ad-hoc", EVERYBODY, ("tinh-uy",), PROPAGANDA, "theo yêu cầu"),
        ("so-ket", "interim", PROPAGANDA, ("btv-tinh-uy", COMMITTEE), None, "2027-Q4"),
        ("tong-ket", "final", PROPAGANDA, ("btv-tinh-uy", COMMITTEE), None, "2030-Q4"),
        ("danh-gia-ket-qua", "periodic", COMMITTEE, ("btv-tinh-uy",), None, "thường xuyên"),
        ("de-xuat-cua-don-vi", "ad-hoc", EVERYBODY, (), None, None),
        ("de-xuat-khen-sang-kien", "ad-hoc", "so-khcn", ("ubnd-tinh",), None, None),
        ("de-xuat-vinh-danh", "ad-hoc", "so-noi-vu", ("ubnd-tinh",), None, None),
    ]


def test_recipients_and_signature_are_as_printed(folder: CampaignFolder) -> None:
    campaign = folder.campaign

    assert [(recipient.text, recipient.note) for recipient in campaign.recipients] == [
        ("Ban Chỉ đạo TW về phát triển KHCN, đổi mới sáng tạo và chuyển đổi số", "báo cáo"),
        ("Văn phòng Trung ương Đảng", None),
        ("Thường trực Tỉnh ủy", None),
        ("Các đồng chí Tỉnh ủy viên", None),
        ("Ban Chỉ đạo tỉnh về phát triển KHCN, đổi mới sáng tạo và chuyển đổi số", None),
        ("Các đảng ủy trực thuộc Tỉnh ủy", None),
        ("Các sở, ban, ngành, đoàn thể tỉnh", None),
        ("LĐVP, CVTH", None),
    ]
    assert campaign.filing == "Văn phòng Tỉnh ủy"
    assert campaign.signature is not None
    assert (campaign.signature.authority, campaign.signature.title, campaign.signature.name) == (
        ("T/M BAN THƯỜNG VỤ",),
        "PHÓ BÍ THƯ THƯỜNG TRỰC",
        "Bế Thanh Tịnh",
    )


def test_it_prints_in_the_form_of_party_papers_of_its_day(
    repository: Repository, folder: CampaignFolder, paper: Document
) -> None:
    frame = paper.frame

    assert profile_for(repository.system_of(folder.campaign.issuer), date(2025, 11, 5), AS_OF) == "dang-hd36"
    assert (frame.superior, frame.issuer) == ((), ("TỈNH ỦY CAO BẰNG",))
    assert (frame.number, frame.kind_symbol, frame.issuer_symbol) == ("26", "KH", "TU")
    assert frame.signature.name is None


def test_it_begins_with_the_documents_that_it_carries_out(lines: list[str]) -> None:
    opening = next(line for line in lines if line.startswith("Thực hiện "))

    assert opening == (
        "Thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, "
        "công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia; Quyết định số 923/QĐ-TTg, ngày 14/5/2025 của "
        "Thủ tướng Chính phủ ban hành Kế hoạch triển khai phong trào thi đua “Cả nước thi đua đổi mới sáng tạo "
        "và chuyển đổi số”; Chương trình hành động số 29-CTr/TU, ngày 23/02/2025 của Tỉnh ủy Cao Bằng về thực "
        "hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị, Ban Thường vụ Tỉnh ủy Cao Bằng ban hành "
        f"Kế hoạch phát động Phong trào thi đua “{SLOGAN}” như sau:"
    )


def test_its_figures_theme_and_quarters_stand_as_issued(lines: list[str]) -> None:
    assert "Đổi mới, sáng tạo vì sự phát triển nhanh và bền vững của tỉnh Cao Bằng." in lines
    assert (
        "100% cán bộ, đảng viên, công chức, viên chức, chiến sĩ và người lao động hưởng ứng thi đua; 100% có ít "
        "nhất 01 sáng kiến, giải pháp/năm trở lên gắn với lĩnh vực công tác, chức trách, nhiệm vụ được giao và "
        "được Hội đồng sáng kiến các cấp công nhận."
    ) in lines
    quarters = re.findall(r"trong (quý .*?),", "\n".join(lines))
    assert quarters == ["quý IV năm 2025", "quý IV năm 2027", "quý IV năm 2030"]


def test_it_has_every_section_of_the_original(lines: list[str]) -> None:
    headings = [line for line in lines if re.match(r"[IV]+- |\d+\.(\d\.)? ", line)]

    assert headings == [
        "I- MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích",
        "2. Yêu cầu",
        "II- NỘI DUNG",
        "1. Chủ đề thi đua",
        "2. Chỉ tiêu thi đua",
        "3. Nội dung thi đua",
        "3.1. Đối với cán bộ, đảng viên",
        "3.2. Đối với công chức, viên chức",
        "3.3. Đối với cán bộ, chiến sĩ lực lượng vũ trang",
        "3.4. Đối với người lao động",
        "4. Thời gian phát động, thực hiện",
        "III- TỔ CHỨC THỰC HIỆN",
        "1. Ban Chỉ đạo tỉnh về phát triển khoa học công nghệ, đổi mới sáng tạo và chuyển đổi số",
        "2. Ban Tuyên giáo và Dân vận Tỉnh ủy",
        "3. Văn phòng Tỉnh ủy",
        "4. Ban Tổ chức Tỉnh ủy",
        "5. Đảng ủy Ủy ban nhân dân tỉnh:",
        "5.1. Sở Khoa học và Công nghệ",
        "5.2. Sở Nội vụ",
        "5.3. Sở Tài chính",
        "6. Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Cao Bằng, các tổ chức chính trị - xã hội tỉnh",
        "7. Báo Cao Bằng",
        "8. Các cấp ủy đảng, chính quyền, đơn vị, địa phương",
    ]
    assert lines[-1].endswith("nghiêm túc./.")


def test_the_prose_has_every_point_of_purpose_requirements_and_time() -> None:
    assert [(heading, count) for _, heading, count in outline(shipped_plan("26-KH-TU")) if count] == [
        ("Mục đích", 3),
        ("Yêu cầu", 4),
        ("Thời gian phát động, thực hiện", 3),
    ]
