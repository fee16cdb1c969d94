"""The shipped campaign 19-KH against the facts of the plan that was issued, written out here once more.

The other shipped campaigns have files of their own in `tests/shipped/`.
"""

import re
from datetime import date
from decimal import Decimal

import pytest

from console import TOP
from shipped_data import drawn, outline, shipped, shipped_plan, to_draw, typed
from thidua_cli.repository.index import CampaignFolder, Repository

LAST_KNOWN_DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def repository() -> Repository:
    return shipped().repository


@pytest.fixture(scope="module")
def folder(repository: Repository) -> CampaignFolder:
    return repository.campaign("19/KH-SVHTTDL")


@pytest.fixture(scope="module")
def plan() -> str:
    return shipped_plan("19-KH")


def test_the_shipped_data_load_without_a_finding() -> None:
    assert shipped().findings == ()


def test_the_plan_is_the_one_that_was_issued(folder: CampaignFolder) -> None:
    campaign = folder.campaign

    assert (campaign.issuer, campaign.document.number, campaign.document.date, campaign.document.place) == (
        "so-vhttdl",
        "19/KH-SVHTTDL",
        date(2026, 1, 30),
        "Cao Bằng",
    )
    assert campaign.title == (
        "Phát động phong trào thi đua thực hiện thắng lợi mục tiêu, nhiệm vụ phát triển kinh tế - xã hội, "
        "bảo đảm quốc phòng, an ninh năm 2026"
    )
    assert campaign.slogan is None
    assert campaign.span is not None
    assert (campaign.span.start, campaign.span.end) == (date(2026, 1, 30), date(2026, 12, 31))


def test_the_basis_is_cited_in_the_order_of_the_plan(folder: CampaignFolder) -> None:
    cited = [(entry.document, entry.role) for entry in folder.campaign.basis]

    assert cited == [
        ("70-nq-hdnd-2025", "basis"),
        ("2156-qd-ubnd-2025", "targets"),
        ("02-ct-ubnd-2026", "implements"),
    ]
    assert folder.campaign.implements == ("02-ct-ubnd-2026",)


def test_numbered_documents_are_as_printed(repository: Repository) -> None:
    numbered = [(d.type, d.number, d.date, d.issuer) for d in repository.documents.values() if d.number]

    assert numbered[:7] == [
        ("Nghị quyết", "70/NQ-HĐND", date(2025, 12, 11), "hdnd-tinh"),
        ("Quyết định", "2156/QĐ-UBND", date(2025, 12, 16), "ubnd-tinh"),
        ("Chỉ thị", "02/CT-UBND", date(2026, 1, 22), "ubnd-tinh"),
        ("Chỉ thị", "28/CT-TTg", date(2025, 9, 18), "thu-tuong"),
        ("Kế hoạch", "49/KH-HĐBCQG", date(2025, 8, 4), "bcd-bau-cu-tinh"),
        ("Quyết định", "238-QĐ/TW", date(2020, 9, 30), "ban-bi-thu"),
        ("Chỉ thị", "62-CT/TU", date(2015, 6, 22), "btv-tinh-uy"),
    ]
    assert repository.documents["238-qd-tw-2020"].subject is None


def test_three_targets_have_a_figure(folder: CampaignFolder) -> None:
    goals = [(t.id, t.goal.comparator, t.goal.value, t.unit) for t in folder.sheet.targets]

    assert goals == [
        ("xa-chi-so-hanh-phuc-70", "reach", Decimal(70), "%"),
        ("khach-du-lich-2026", "reach", Decimal(23100), "nghìn lượt"),
        ("doanh-thu-du-lich-2026", "reach", Decimal(3350), "tỷ đồng"),
    ]


def test_nine_commitments_without_a_figure_are_tasks(folder: CampaignFolder) -> None:
    tasks = {task.id: task.kind for task in folder.sheet.tasks}

    assert tasks == {
        "hoan-thanh-chi-tieu-duoc-giao": "by-reference",
        "de-an-hanh-phuc": "deliverable",
        "bo-chi-so-hanh-phuc": "deliverable",
        "kh-cvdc-2026-2030": "deliverable",
        "khai-thac-04-tuyen-cvdc": "deliverable",
        "nghien-cuu-tuyen-so-5": "deliverable",
        "dai-hoi-tdtt-lan-x": "deliverable",
        "kh-trien-khai-238": "deliverable",
        "khong-lo-lot-bi-mat": "zero-tolerance",
    }


def test_duties_are_assigned_as_in_the_plan(folder: CampaignFolder) -> None:
    assigned = [(a.units, a.run_in, [d.report for d in a.duties]) for a in folder.campaign.assignments]

    assert assigned == [
        (("phong-tc-pc",), False, [None, None, "ket-qua-phong-trao"]),
        (("lanh-dao-phong-don-vi-su-nghiep",), False, [None, None, "tong-ket-don-vi"]),
        (("to-chuc-doan-the-so",), True, [None]),
    ]


def test_reports_are_ordered_as_in_the_plan(folder: CampaignFolder) -> None:
    ordered = [(r.id, r.sender, r.addressees, r.via, r.before, r.due_words) for r in folder.campaign.reports]

    group = "phong-don-vi-su-nghiep"
    assert ordered == [
        ("tong-ket-don-vi", group, ("so-vhttdl",), "phong-tc-pc", date(2026, 12, 15), None),
        ("ket-qua-phong-trao", "phong-tc-pc", (), None, None, "theo quy định"),
        ("ho-so-khen-thuong", group, ("phong-tc-pc",), None, None, None),
    ]


def test_recipients_and_signature_are_as_printed(folder: CampaignFolder) -> None:
    campaign = folder.campaign

    assert [recipient.text for recipient in campaign.recipients] == [
        "Vụ Tổ chức cán bộ, Bộ VHTTDL",
        "Ban Thi đua, Khen thưởng, Sở Nội vụ",
        "Khối thi đua III Văn hoá - xã hội của tỉnh",
        "Sở VHTTDL các tỉnh: Lạng Sơn, Tuyên Quang",
        "Các phòng, đơn vị sự nghiệp trực thuộc Sở",
    ]
    assert campaign.filing == "VT, TCPC"
    assert campaign.signature is not None
    assert (campaign.signature.authority, campaign.signature.title, campaign.signature.name) == (
        ("KT. GIÁM ĐỐC",),
        "PHÓ GIÁM ĐỐC",
        "Ngọc Văn Chấn",
    )


def test_only_invented_units_report_and_nothing_is_known_too_early(
    repository: Repository, folder: CampaignFolder
) -> None:
    assert folder.campaign.specimen is not None
    assert sorted(folder.results) == ["don-vi-minh-hoa-1", "don-vi-minh-hoa-2", "don-vi-minh-hoa-3"]
    reporting = {*folder.results, *(unit for _, unit in repository.initiatives)}
    assert [unit for unit in reporting if repository.units[unit].specimen is None] == []
    entries = [entry for file in folder.results.values() for entry in file.entries]
    assert [e for e in entries if e.as_of > LAST_KNOWN_DAY or "mẫu số" not in e.source] == []


def test_units_report_only_what_they_owe_and_one_figure_is_missing(
    repository: Repository, folder: CampaignFolder
) -> None:
    owed = {(unit, target.id) for target in folder.sheet.targets for unit in target.reported_by or ()}
    states = {
        (unit, task.id)
        for task in folder.sheet.tasks
        for named in task.responsible or ()
        for unit in repository.expand(named)
    }
    entries = [(unit, entry) for unit, file in folder.results.items() for entry in file.entries]

    assert owed - {(unit, target) for unit, e in entries for target in e.values} == {
        ("don-vi-minh-hoa-2", "doanh-thu-du-lich-2026")
    }
    assert {(unit, target) for unit, e in entries for target in e.values} - owed == set()
    assert {(unit, task) for unit, e in entries for task in e.tasks} - states == set()


def test_initiatives_and_their_authors_are_invented(repository: Repository) -> None:
    initiatives = [i for file in repository.initiatives.values() for i in file.initiatives]

    shown = [(i.title, i.history[-1].status, [(a.name, a.share) for a in i.authors]) for i in initiatives]

    assert shown == [
        ("Sáng kiến minh họa 1", "recognised", [("Tác giả A", Decimal(100))]),
        ("Sáng kiến minh họa 2", "submitted", [("Tác giả B", Decimal(100))]),
        ("Sáng kiến minh họa 3", "applied", [("Tác giả A", Decimal(60)), ("Tác giả C", Decimal(40))]),
    ]


def test_no_file_names_a_drafter() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in (TOP / "data").rglob("*") if path.is_file()}

    assert [path for path, text in texts.items() if re.search(r"\b(Phương|Hiền)\b", text)] == []


def test_the_plan_has_every_section_and_item_of_the_original(plan: str) -> None:
    assert [(heading, count) for _, heading, count in outline(plan)] == [
        ("MỤC ĐÍCH, YÊU CẦU", 0),
        ("Mục đích", 4),
        ("Yêu cầu", 0),
        ("NỘI DUNG THI ĐUA", 0),
        ('{{ content("bau-cu") }}', 2),
        ('{{ content("kinh-te-xa-hoi") }}', 6),
        ('{{ content("xay-dung-to-chuc") }}', 2),
        ('{{ content("dien-hinh-tien-tien") }}', 2),
        ("THỜI GIAN THI ĐUA", 0),
        ("TỔ CHỨC THỰC HIỆN", 0),
    ]


def test_the_plan_draws_every_target_task_and_content_once(folder: CampaignFolder, plan: str) -> None:
    assert sorted(drawn(plan)) == sorted(to_draw(folder))


def test_the_plan_draws_only_what_is_registered(repository: Repository, plan: str) -> None:
    units = re.findall(r'unit\("([^"]+)"\)', plan)
    documents = re.findall(r'cite\("([^"]+)"\)', plan)

    assert set(units) - set(repository.units) == set()
    assert set(documents) - set(repository.documents) == set()


def test_the_plan_holds_no_fact_typed_by_hand(repository: Repository, plan: str) -> None:
    prose = typed(plan)
    offices = (u for u in repository.units.values() if u.kind != "people")
    names = [n for u in offices for n in (u.name, *u.aliases, *u.abbr) if len(n) > 3 and not n[0].islower()]

    assert re.findall(r"\d+/\d+|\d+[-/][A-ZĐ]+|trước ngày|\d+ ?%", prose) == []
    assert re.findall(r"\d+", prose) == re.findall(r"20\d\d", prose)
    assert [name for name in names if name in prose] == []
