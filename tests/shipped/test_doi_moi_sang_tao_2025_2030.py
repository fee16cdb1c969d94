"""The shipped campaign doi-moi-sang-tao-2025-2030 against the facts of its plan, written out here once more."""

import re
from datetime import date

import pytest

from shipped_data import drawn, outline, shipped, shipped_plan, to_draw, typed
from thidua_cli.repository.index import CampaignFolder, Repository

SLOGAN = "Cả nước thi đua đổi mới sáng tạo và chuyển đổi số"


@pytest.fixture(scope="module")
def repository() -> Repository:
    return shipped().repository


@pytest.fixture(scope="module")
def folder(repository: Repository) -> CampaignFolder:
    return repository.campaigns["doi-moi-sang-tao-2025-2030"]


@pytest.fixture(scope="module")
def plan() -> str:
    return shipped_plan("doi-moi-sang-tao-2025-2030")


def test_number_day_and_place_are_lost_and_not_invented(folder: CampaignFolder) -> None:
    campaign = folder.campaign
    paper = campaign.document

    assert (campaign.issuer, paper.number, paper.date, paper.place) == ("so-vhttdl", None, None, None)
    assert campaign.title == f"Triển khai Phong trào thi đua “{SLOGAN}” trên địa bàn tỉnh Cao Bằng"
    assert campaign.slogan == SLOGAN
    assert campaign.specimen is not None


def test_two_phases_fill_six_years_and_overlap_as_printed(folder: CampaignFolder) -> None:
    campaign = folder.campaign

    assert campaign.span is not None
    assert (campaign.span.start, campaign.span.end) == (date(2025, 1, 1), date(2030, 12, 31))
    assert [(p.name, p.start.text, p.end.text) for p in campaign.phases] == [
        ("Giai đoạn 1", "2025", "2027"),
        ("Giai đoạn 2", "2027", "2030"),
    ]
    assert [(m.kind, m.when, m.event) for m in campaign.milestones] == [
        ("interim-review", None, "khen thưởng"),
        ("final-review", None, "khen thưởng"),
    ]


def test_documents_are_as_printed(repository: Repository, folder: CampaignFolder) -> None:
    names = ["2038-kh-ubnd-2025", "274-qd-ubnd-2025", "03-nq-cp-2025", "29-ctr-tu-2025"]
    records = [repository.documents[name] for name in names]

    assert [(entry.document, entry.role) for entry in folder.campaign.basis] == [(names[0], "implements")]
    assert (folder.campaign.implements, folder.campaign.opening) == ((names[0],), "implements")
    assert [(d.type, d.number, d.date, d.issuer) for d in records] == [
        ("Kế hoạch", "2038/KH-UBND", date(2025, 7, 3), "ubnd-tinh"),
        ("Quyết định", "274/QĐ-UBND", date(2025, 3, 3), "ubnd-tinh"),
        ("Nghị quyết", "03/NQ-CP", date(2025, 1, 9), "chinh-phu"),
        ("Chương trình hành động", "29-CTr/TU", date(2025, 2, 23), "tinh-uy"),
    ]
    assert [d.number for d in records if d.subject is None] == ["03/NQ-CP"]


def test_there_is_no_figure_and_every_commitment_is_a_task_without_a_unit(folder: CampaignFolder) -> None:
    tasks = [(task.id, task.kind, task.reference, task.responsible) for task in folder.sheet.tasks]

    assert folder.sheet.targets == ()
    assert tasks == [
        ("hoan-thanh-muc-tieu-274", "by-reference", "274-qd-ubnd-2025", None),
        ("quy-che-van-hoa-so-cong-dong", "deliverable", None, None),
        ("quy-tac-ung-xu-khong-gian-mang", "deliverable", None, None),
        ("de-an-cds-van-hoa", "deliverable", None, None),
    ]


def test_criteria_are_four_for_collectives_and_one_for_individuals(folder: CampaignFolder) -> None:
    assert [(c.id, c.subject) for c in folder.sheet.criteria] == [
        ("hoan-thanh-qd-274", "collective"),
        ("cds-trong-hoat-dong", "collective"),
        ("du-lieu-lien-thong", "collective"),
        ("tinh-gon-tthc", "collective"),
        ("sang-kien-giai-phap", "individual"),
    ]


def test_duties_and_reports_are_ordered_as_in_the_plan(folder: CampaignFolder) -> None:
    campaign, all_of_them = folder.campaign, "cac-phong-don-vi-thuoc-so"

    assigned = [(a.units, a.lead, a.supported_by, [d.report for d in a.duties]) for a in campaign.assignments]

    assert assigned == [
        (("phong-tc-pc",), True, (all_of_them,), [None, "ket-qua-phong-trao", "binh-xet-khen-thuong", None]),
        ((all_of_them,), False, (), [None, None]),
    ]
    assert [a.run_in for a in campaign.assignments] == [True, True]
    assert [(r.id, r.sender, r.addressees, r.last_day, r.due_words) for r in campaign.reports] == [
        ("ket-qua-phong-trao", "phong-tc-pc", (), None, None),
        ("binh-xet-khen-thuong", "phong-tc-pc", (), None, "hằng năm, khi sơ kết và khi tổng kết"),
    ]


def test_subjects_and_awards_are_as_printed(folder: CampaignFolder) -> None:
    subjects, awards = folder.campaign.subjects, folder.campaign.awards

    assert subjects.collectives == ("các phòng, đơn vị trực thuộc Sở",)
    assert subjects.individuals == ("công chức", "người lao động")
    assert [(form.text, form.by, form.mode) for form in awards.forms] == [
        ("Tặng Giấy khen của Giám đốc Sở", "giam-doc-so-vhttdl", "grant"),
        ("Đề xuất Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen", "chu-tich-ubnd-tinh", "propose"),
    ]
    assert awards.occasions == ("hằng năm", "sơ kết", "tổng kết")
    assert awards.standards is None


def test_recipients_and_signature_are_as_printed(folder: CampaignFolder) -> None:
    campaign = folder.campaign

    assert [(r.text, r.note, r.unit) for r in campaign.recipients] == [
        ("UBND tỉnh", "b/c", "ubnd-tinh"),
        ("Ban TĐKT Sở Nội vụ", None, "ban-tdkt-so-noi-vu"),
        ("Lãnh đạo Sở", None, "lanh-dao-so-vhttdl"),
        ("Các phòng, đơn vị trực thuộc Sở", None, "cac-phong-don-vi-thuoc-so"),
    ]
    assert campaign.filing == "VT, TCPC"
    assert campaign.signature is not None
    assert (campaign.signature.authority, campaign.signature.title, campaign.signature.name) == (
        ("KT. GIÁM ĐỐC",),
        "PHÓ GIÁM ĐỐC",
        "Ngọc Văn Chắn",
    )


def test_nothing_is_reported(folder: CampaignFolder) -> None:
    assert (folder.results, folder.narratives) == ({}, ())


def test_the_plan_has_every_section_and_item_of_the_original(plan: str) -> None:
    assert outline(plan) == [
        (1, "MỤC ĐÍCH, YÊU CẦU", 0),
        (2, "Mục đích", 0),
        (2, "Yêu cầu", 0),
        (1, "NỘI DUNG PHONG TRÀO THI ĐUA", 0),
        (2, '{{ content("quan-triet-doi-moi-tu-duy") }}: {run-in}', 0),
        (2, '{{ content("ha-tang-so") }}: {run-in}', 0),
        (2, '{{ content("chuyen-doi-so-co-quan") }}: {run-in}', 0),
        (2, '{{ content("binh-dan-hoc-vu-so") }}: {run-in}', 0),
        (2, '{{ content("an-ninh-mang") }}: {run-in}', 0),
        (2, '{{ content("phoi-hop") }}: {run-in}', 0),
        (1, "TIÊU CHÍ THI ĐUA VÀ HÌNH THỨC KHEN THƯỞNG", 0),
        (2, "Tiêu chí thi đua", 0),
        (3, "Đối với tập thể", 4),
        (3, "Đối với cá nhân", 0),
        (2, "Hình thức khen thưởng", 0),
        (1, "THỜI GIAN THỰC HIỆN", 0),
        (1, "TỔ CHỨC THỰC HIỆN", 0),
    ]


def test_the_plan_draws_every_task_and_content_once(folder: CampaignFolder, plan: str) -> None:
    assert sorted(drawn(plan)) == sorted(to_draw(folder))


def test_the_plan_types_no_number(plan: str) -> None:
    assert re.findall(r"\d+", typed(plan)) == []
