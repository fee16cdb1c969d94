"""The shipped campaign nghi-quyet-dai-hoi-2026-2030 against the facts of the plan as issued, written out once more."""

import re
from datetime import date

import pytest

from shipped_data import drawn, items, sections, shipped, shipped_plan, to_draw, typed
from thidua_cli.documents.launch_plan import compose_plan
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.tree import Item, Paragraph, plain_text

TERM = "nhiệm kỳ 2025 - 2030"
SLOGAN = (
    "Quyết tâm thực hiện thắng lợi Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng, "
    f"Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XX, {TERM}"
)
THEME = (
    "Đoàn kết - Dân chủ - Kỷ cương - Đột phá - Phát triển, quyết tâm phấn đấu thực hiện thắng lợi các mục tiêu, "
    "nhiệm vụ Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2025-2030, xây dựng tỉnh Cao Bằng phát triển "
    "nhanh, bền vững"
)
CONTENTS = {
    "tru-cot-chuong-trinh": "Thi đua thực hiện các trụ cột và chương trình trọng tâm",
    "kinh-te": "Thi đua phát triển kinh tế",
    "van-hoa-xa-hoi": "Thi đua thực hiện nhiệm vụ trên lĩnh vực văn hoá - xã hội",
    "chuyen-doi-so": "Thi đua về chuyển đổi số, cải cách hành chính",
    "quoc-phong-an-ninh": (
        "Thi đua thực hiện tốt các nhiệm vụ trên lĩnh vực quốc phòng - an ninh, phòng chống tham nhũng, "
        "đảm bảo trật tự an toàn xã hội, đối ngoại"
    ),
    "xay-dung-dang": "Thi đua xây dựng Đảng, hệ thống chính trị",
}


@pytest.fixture(scope="module")
def repository() -> Repository:
    return shipped().repository


@pytest.fixture(scope="module")
def folder(repository: Repository) -> CampaignFolder:
    return repository.campaigns["nghi-quyet-dai-hoi-2026-2030"]


@pytest.fixture(scope="module")
def plan() -> str:
    return shipped_plan("nghi-quyet-dai-hoi-2026-2030")


def test_the_plan_is_the_one_that_was_issued_and_its_lost_head_is_not_invented(
    folder: CampaignFolder,
) -> None:
    campaign = folder.campaign
    paper = campaign.document

    assert (campaign.issuer, paper.number, paper.date, paper.place) == ("ubnd-tinh", None, None, None)
    assert campaign.title == f"Phát động phong trào thi đua “{SLOGAN}”"
    assert (campaign.slogan, campaign.theme) == (SLOGAN, THEME)
    assert campaign.specimen is not None


def test_it_runs_for_five_years_with_two_reviews_whose_days_are_not_known(folder: CampaignFolder) -> None:
    campaign = folder.campaign

    assert campaign.span is not None
    assert (campaign.span.start, campaign.span.end) == (date(2026, 1, 1), date(2030, 12, 31))
    assert campaign.phases == ()
    assert [(m.kind, m.when.text if m.when else None, m.event) for m in campaign.milestones] == [
        (
            "interim-review",
            "2028",
            "kỷ niệm 80 năm Ngày Bác Hồ ra lời kêu gọi thi đua yêu nước (11/6/1948 - 11/6/2028)",
        ),
        ("final-review", "2030", "Đại hội Thi đua yêu nước tỉnh Cao Bằng lần thứ VII"),
    ]


def test_documents_are_as_printed(repository: Repository, folder: CampaignFolder) -> None:
    campaign = folder.campaign
    numbered = [repository.documents[name] for name in (*campaign.implements, "38-ct-tu-2025")]

    assert campaign.opening == "implements"
    assert [(entry.document, entry.role) for entry in campaign.basis] == [
        ("nq-dai-hoi-dang-bo-tinh-xx", "implements"),
        ("11-ctr-tu-2026", "implements"),
    ]
    assert [(d.type, d.number, d.date, d.issuer) for d in numbered] == [
        ("Nghị quyết", "01-NQ/TU", date(2025, 9, 17), "tinh-uy"),
        ("Chương trình", "11-CTr/TU", date(2026, 3, 6), "bch-dang-bo-tinh"),
        ("Chỉ thị", "38-CT/TU", date(2025, 5, 28), "btv-tinh-uy"),
    ]


def test_contents_hold_as_many_targets_as_in_the_plan(folder: CampaignFolder) -> None:
    contents = folder.campaign.contents
    counted = [sum(t.content == content.id for t in folder.sheet.targets) for content in contents]

    assert {content.id: content.title for content in contents} == CONTENTS
    assert counted == [0, 8, 10, 4, 3, 2]


def test_duties_and_reports_are_ordered_as_in_the_plan(folder: CampaignFolder) -> None:
    campaign = folder.campaign

    assert [(a.units, a.mode, a.lead, [d.report for d in a.duties]) for a in campaign.assignments] == [
        (("thu-truong-so-ban-nganh", "chu-tich-ubnd-xa-phuong"), "assign", False, [None]),
        (("mttq-tinh", "to-chuc-ctxh-tinh"), "request", False, [None]),
        (("co-quan-truyen-thong-tinh",), "assign", False, [None]),
        (("hoi-dong-tdkt-tinh",), "assign", False, [None]),
        (
            ("so-noi-vu",),
            "assign",
            True,
            [None, None, "tham-dinh-khen-thuong", "ket-qua-phong-trao", "dieu-chinh-ke-hoach"],
        ),
    ]
    assert [(r.id, r.sender, r.addressees, r.last_day) for r in campaign.reports] == [
        ("ket-qua-phong-trao", "so-noi-vu", ("ubnd-tinh",), None),
        ("tham-dinh-khen-thuong", "so-noi-vu", ("ubnd-tinh",), None),
        ("dieu-chinh-ke-hoach", "so-noi-vu", ("ubnd-tinh",), None),
    ]


def test_subjects_are_eight_kinds_of_collectives_and_five_of_people(folder: CampaignFolder) -> None:
    subjects = folder.campaign.subjects

    assert len(subjects.collectives) == 8
    assert subjects.individuals == (
        "cán bộ", "công chức", "viên chức", "người lao động", "Nhân dân trên địa bàn tỉnh",
    )  # fmt: skip
    assert folder.campaign.awards.forms == ()


def test_recipients_and_signature_are_as_printed(folder: CampaignFolder) -> None:
    campaign = folder.campaign

    assert [recipient.text for recipient in campaign.recipients] == [
        "Ban Thi đua - Khen thưởng Trung ương",
        "Thường trực Tỉnh ủy",
        "Thường trực HĐND tỉnh",
        "Chủ tịch, các PCT UBND tỉnh",
        "Đoàn ĐBQH tỉnh",
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
        "Các sở, ban ngành",
        "Báo và Phát thanh, truyền hình Cao Bằng",
        "UBND các xã, phường",
        "VP UBND tỉnh: LĐVP; các CV",
        "Cổng Thông tin điện tử tỉnh",
    ]
    assert {recipient.note for recipient in campaign.recipients} == {None}
    assert campaign.filing == "VT, NV, NC"
    assert campaign.signature is not None
    assert (campaign.signature.authority, campaign.signature.title, campaign.signature.name) == (
        (),
        "CHỦ TỊCH",
        "Lê Hải Hòa",
    )


def test_nothing_is_reported(folder: CampaignFolder) -> None:
    assert (folder.results, folder.narratives) == ({}, ())


def test_the_plan_has_every_section_and_item_of_the_original(plan: str) -> None:
    outline = [(level, heading, items(body), items(body, "+")) for level, heading, body in sections(plan)]

    # Sixteen items with targets, and the three of the pillars, programmes and breakthroughs.
    assert outline == [
        (1, "MỤC ĐÍCH, YÊU CẦU", 0, 0),
        (2, "Mục đích", 2, 0),
        (2, "Yêu cầu", 2, 0),
        (1, "ĐỐI TƯỢNG VÀ THỜI GIAN THỰC HIỆN", 0, 0),
        (2, "Đối tượng thi đua", 0, 0),
        (2, "Thời gian thực hiện", 3, 0),
        (1, "MỤC TIÊU VÀ NỘI DUNG THI ĐUA", 0, 0),
        (2, "Mục tiêu tổng quát", 0, 0),
        (2, "Nội dung thi đua và các chỉ tiêu chủ yếu", 6, 19),
        (1, "GIẢI PHÁP THỰC HIỆN", 0, 0),
        (2, "Tăng cường lãnh đạo, chỉ đạo, tổ chức thực hiện Phong trào thi đua: {run-in}", 0, 0),
        (2, "Cụ thể hóa nội dung thi đua phù hợp với chức năng, nhiệm vụ: {run-in}", 0, 0),
        (2, "Đẩy mạnh thực hiện các nhiệm vụ phát triển kinh tế - xã hội: {run-in}", 0, 0),
        (2, "Củng cố tổ chức bộ máy, đề cao trách nhiệm người đứng đầu: {run-in}", 0, 0),
        (2, "Tăng cường tuyên truyền, quán triệt chủ trương của Đảng, Nhà nước: {run-in}", 0, 0),
        (2, "Tăng cường kiểm tra, giám sát, sơ kết, tổng kết: {run-in}", 0, 0),
        (1, "TỔ CHỨC THỰC HIỆN", 0, 0),
    ]


def test_the_plan_draws_every_target_task_and_content_once(folder: CampaignFolder, plan: str) -> None:
    assert sorted(drawn(plan)) == sorted(to_draw(folder))


def test_the_plan_types_no_number_but_years_counts_and_what_is_no_target(plan: str) -> None:
    prose = re.sub(r"\[\^1\]|\(\d\) ", "", typed(plan))

    assert set(re.findall(r"\d[\d.]*", prose)) == {"2025", "2030", "05", "03", "1.000"}


def test_the_resolution_is_named_first_and_numbered_at_the_foot_of_the_page(
    repository: Repository, folder: CampaignFolder
) -> None:
    document = compose_plan(repository, folder, date(2026, 11, 21), load_profile("nd30"))
    opening = document.blocks[0]
    notes = [
        run.note for block in document.blocks if isinstance(block, Item) for run in block.runs if run.note
    ]

    assert isinstance(opening, Paragraph)
    said = plain_text(opening.runs)
    assert said.startswith(
        f"Thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Cao Bằng lần thứ XX, {TERM} và Chương trình số "
        "11-CTr/TU ngày 06/3/2026 của Ban Chấp hành Đảng bộ tỉnh Cao Bằng Chương trình hành động thực hiện "
    )
    assert said.endswith(f"với chủ đề: “{THEME}”, cụ thể như sau:")
    assert [plain_text(note) for note in notes] == [
        f"Nghị quyết số 01-NQ/TU ngày 17/9/2025 của Tỉnh ủy Cao Bằng Đại hội Đảng bộ tỉnh lần thứ XX, {TERM}."
    ]
