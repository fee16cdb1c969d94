"""The shipped campaign 200-ngay-dem-2025 against the facts of the plan of 14/7/2025, written out here once more."""

import re
from datetime import date
from decimal import Decimal

import pytest

from shipped_data import drawn, outline, shipped, shipped_plan, to_draw, typed
from thidua_cli.repository.index import CampaignFolder, Repository

SLOGAN = "200 ngày đêm phấn đấu thực hiện mục tiêu tăng trưởng kinh tế 8% năm 2025 trên địa bàn tỉnh Cao Bằng"


@pytest.fixture(scope="module")
def repository() -> Repository:
    return shipped().repository


@pytest.fixture(scope="module")
def folder(repository: Repository) -> CampaignFolder:
    return repository.campaigns["200-ngay-dem-2025"]


@pytest.fixture(scope="module")
def plan() -> str:
    return shipped_plan("200-ngay-dem-2025")


def test_the_plan_is_the_one_that_was_issued_and_its_lost_number_is_not_invented(
    folder: CampaignFolder,
) -> None:
    campaign = folder.campaign
    paper = campaign.document

    assert (campaign.issuer, paper.number, paper.date, paper.place) == (
        "so-vhttdl",
        None,
        date(2025, 7, 14),
        "Cao Bằng",
    )
    assert campaign.title == f"Tổ chức thực hiện Phong trào thi đua “{SLOGAN}”"
    assert campaign.slogan == SLOGAN
    assert campaign.specimen is not None


def test_it_runs_from_its_issue_for_171_days_without_phases_or_reviews(folder: CampaignFolder) -> None:
    campaign = folder.campaign

    assert campaign.period.start is None
    assert campaign.span is not None
    assert (campaign.span.start, campaign.span.end, campaign.span.days) == (
        date(2025, 7, 14),
        date(2025, 12, 31),
        171,
    )
    assert (campaign.phases, campaign.milestones) == ((), ())


def test_documents_are_as_printed(repository: Repository, folder: CampaignFolder) -> None:
    campaign = folder.campaign
    cited = [campaign.basis[0].document, *campaign.related, "823-kh-ubnd-2025", "07-ct-ubnd-2025"]
    records = [repository.documents[name] for name in cited]

    assert [(entry.document, entry.role) for entry in campaign.basis] == [("1810-kh-ubnd-2025", "implements")]
    assert (campaign.implements, campaign.opening) == (("1810-kh-ubnd-2025",), "implements")
    assert [(d.type, d.number, d.date, d.issuer) for d in records] == [
        ("Kế hoạch", "1810/KH-UBND", date(2025, 6, 19), "ubnd-tinh"),
        ("Nghị quyết", "57-NQ/TW", date(2024, 12, 22), "bo-chinh-tri"),
        ("Nghị quyết", "59-NQ/TW", date(2025, 1, 24), "bo-chinh-tri"),
        ("Nghị quyết", "66-NQ/TW", date(2025, 4, 30), "bo-chinh-tri"),
        ("Kế hoạch", "823/KH-UBND", date(2025, 3, 25), "ubnd-tinh"),
        ("Chỉ thị", "07/CT-UBND", date(2025, 4, 11), "ubnd-tinh"),
    ]
    assert [d.number for d in records if d.subject is None] == ["823/KH-UBND"]


def test_four_targets_have_a_figure_and_nobody_has_been_told_to_report_them(folder: CampaignFolder) -> None:
    targets = folder.sheet.targets
    growth, disbursed = "tang-truong-kinh-te-tinh-2025", "giai-ngan-dau-tu-cong-2025"

    assert [(t.id, t.kind, t.goal.comparator, t.goal.value, t.unit) for t in targets] == [
        (growth, "growth", "reach", Decimal(8), "%"),
        ("tang-truong-kinh-te-tinh-2025-tu-8", "growth", "at_least", Decimal(8), "%"),
        (disbursed, "share", "reach", Decimal(100), "%"),
        ("giai-ngan-dau-tu-cong-linh-vuc-nganh-2025", "share", "reach", Decimal(100), "%"),
    ]
    assert [(t.status, t.restates) for t in targets] == [
        ("context", None),
        ("restated", growth),
        ("explicit", None),
        ("restated", disbursed),
    ]
    assert {(t.by.text if t.by else None, t.reported_by) for t in folder.sheet.targets} == {("2025", None)}


def test_one_commitment_is_a_task_without_a_unit(folder: CampaignFolder) -> None:
    tasks = [(task.id, task.kind, task.responsible) for task in folder.sheet.tasks]

    assert tasks == [("khong-tieu-cuc-that-thoat-lang-phi", "zero-tolerance", None)]


def test_criteria_are_six_for_collectives_and_four_for_individuals(folder: CampaignFolder) -> None:
    assert [(c.id, c.subject) for c in folder.sheet.criteria] == [
        ("trien-khai-kh-823-ct-07", "collective"),
        ("trien-khai-nq-57-59-66", "collective"),
        ("chap-hanh-giai-ngan", "collective"),
        ("tham-muu-moi-truong-dau-tu", "collective"),
        ("cat-giam-tthc", "collective"),
        ("thuc-hien-ctmtqg-dtts", "collective"),
        ("hoan-thanh-tham-muu", "individual"),
        ("tham-muu-ctmtqg", "individual"),
        ("huong-ung", "individual"),
        ("co-sang-kien-duoc-cong-nhan", "individual"),
    ]


def test_criteria_cite_documents_and_carry_targets_as_in_the_plan(folder: CampaignFolder) -> None:
    named = [(c.id, c.documents, c.targets) for c in folder.sheet.criteria if c.documents or c.targets]

    assert named == [
        (
            "trien-khai-kh-823-ct-07",
            ("823-kh-ubnd-2025", "07-ct-ubnd-2025"),
            ("tang-truong-kinh-te-tinh-2025-tu-8",),
        ),
        ("trien-khai-nq-57-59-66", ("57-nq-tw-2024", "59-nq-tw-2025", "66-nq-tw-2025"), ()),
        ("chap-hanh-giai-ngan", (), ("giai-ngan-dau-tu-cong-linh-vuc-nganh-2025",)),
        ("thuc-hien-ctmtqg-dtts", ("ctmtqg-dan-toc-thieu-so-mien-nui",), ()),
    ]


def test_duties_and_reports_are_ordered_as_in_the_plan(folder: CampaignFolder) -> None:
    campaign, all_of_them = folder.campaign, "cac-phong-don-vi-thuoc-so"

    assert [(a.units, a.lead, [d.report for d in a.duties]) for a in campaign.assignments] == [
        ((all_of_them,), False, ["guong-dien-hinh", "de-nghi-khen-thuong"]),
        (("phong-tc-pc",), True, [None, "ket-qua-phong-trao"]),
    ]
    assert [(r.id, r.sender, r.addressees, r.last_day, r.due_words) for r in campaign.reports] == [
        ("guong-dien-hinh", all_of_them, ("so-vhttdl",), None, None),
        ("de-nghi-khen-thuong", all_of_them, (), None, "kịp thời"),
        ("ket-qua-phong-trao", "phong-tc-pc", (), None, None),
    ]


def test_subjects_and_awards_are_as_printed(folder: CampaignFolder) -> None:
    subjects, awards = folder.campaign.subjects, folder.campaign.awards

    assert subjects.collectives == ("các phòng, đơn vị trực thuộc Sở",)
    assert subjects.individuals == ("công chức", "viên chức", "người lao động")
    assert [(form.text, form.by, form.mode) for form in awards.forms] == [
        ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "chu-tich-ubnd-tinh", None),
        ("Giấy khen của Giám đốc Sở VHTTDL", "giam-doc-so-vhttdl", None),
    ]
    assert awards.standards == "theo hướng dẫn của cấp có thẩm quyền"


def test_recipients_and_signature_are_as_printed(folder: CampaignFolder) -> None:
    campaign = folder.campaign

    assert [(r.text, r.note, r.unit) for r in campaign.recipients] == [
        ("UBND tỉnh", "b/c", "ubnd-tinh"),
        ("Ban TĐKT, Sở Nội vụ", None, "ban-tdkt-so-noi-vu"),
        ("Lãnh đạo Sở", None, "lanh-dao-so-vhttdl"),
        ("Các phòng,đơn vị trực Sở", None, "cac-phong-don-vi-thuoc-so"),
    ]
    assert campaign.filing == "VT, TCPC"
    assert campaign.signature is not None
    assert (campaign.signature.authority, campaign.signature.title, campaign.signature.name) == (
        ("KT. GIÁM ĐỐC",),
        "PHÓ GIÁM ĐỐC",
        "Ngọc Văn Chắn",
    )


def test_nothing_is_reported(repository: Repository, folder: CampaignFolder) -> None:
    assert (folder.results, folder.narratives) == ({}, ())
    assert repository.units["cac-phong-don-vi-thuoc-so"].members == ()


def test_the_plan_has_every_section_and_item_of_the_original(plan: str) -> None:
    assert outline(plan) == [
        (1, "MỤC ĐÍCH, YÊU CẦU", 0),
        (2, "Mục đích", 0),
        (3, "Về nhận thức và hành động: {run-in}", 0),
        (3, "Về huy động sức mạnh và nguồn lực: {run-in}", 0),
        (2, "Yêu cầu", 0),
        (3, "Về tổ chức phong trào: {run-in}", 0),
        (3, "Về nội dung phát động: {run-in}", 0),
        (3, "Về kiểm tra, khen thưởng: {run-in}", 0),
        (1, "NỘI DUNG PHONG TRÀO THI ĐUA", 0),
        (2, '{{ content("hoan-thanh-nhiem-vu-nganh") }}: {run-in}', 0),
        (2, '{{ content("giai-ngan-von") }}: {run-in}', 0),
        (2, '{{ content("chuyen-doi-so-cai-cach-hanh-chinh") }}: {run-in}', 0),
        (2, '{{ content("van-ban-phap-luat-chong-lang-phi") }}: {run-in}', 0),
        (2, '{{ content("chu-dong-chuong-trinh-de-an") }}: {run-in}', 0),
        (1, "TIÊU CHÍ THI ĐUA VÀ HÌNH THỨC KHEN THƯỞNG", 0),
        (2, "Tiêu chí thi đua", 0),
        (3, "Đối với tập thể các phòng, đơn vị thuộc Sở", 0),
        (3, "Đối với công chức, viên chức và người lao động", 0),
        (2, "Hình thức và tiêu chuẩn khen thưởng", 0),
        (3, "Hình thức khen thưởng", 0),
        (3, "Tiêu chuẩn khen thưởng", 0),
        (1, "GIẢI PHÁP THỰC HIỆN", 0),
        (2, "Lãnh đạo, chỉ đạo: {run-in}", 0),
        (2, "Tuyên truyền: {run-in}", 0),
        (2, "Trách nhiệm của người đứng đầu: {run-in}", 0),
        (2, "Biểu dương, khen thưởng: {run-in}", 0),
        (1, "THỜI GIAN THỰC HIỆN", 0),
        (1, "TỔ CHỨC THỰC HIỆN", 0),
    ]


def test_the_plan_draws_every_target_task_and_content(folder: CampaignFolder, plan: str) -> None:
    in_criteria = [("target", name) for criterion in folder.sheet.criteria for name in criterion.targets]

    assert {*drawn(plan), *in_criteria} == set(to_draw(folder))


def test_the_plan_types_no_number_but_years(plan: str) -> None:
    assert re.findall(r"\d+", typed(plan)) == ["2025", "2021", "2025"]
