"""The targets of the shipped campaign nghi-quyet-dai-hoi-2026-2030, written out once more as the plan printed them."""

from decimal import Decimal

import pytest

from shipped_data import shipped
from thidua_cli.documents.phrases import worded
from thidua_cli.model.targets.measured import MeasuredTarget
from thidua_cli.repository.index import CampaignFolder


@pytest.fixture(scope="module")
def folder() -> CampaignFolder:
    return shipped().repository.campaigns["nghi-quyet-dai-hoi-2026-2030"]


def test_each_target_is_worded_with_the_figures_that_the_plan_prints(folder: CampaignFolder) -> None:
    assert [(t.id, t.kind, worded(t)) for t in folder.sheet.targets] == [
        (
            "tang-truong-grdp-binh-quan",
            "growth",
            "tốc độ tăng trưởng GRDP bình quân đạt 10%/năm trở lên",
        ),
        (
            "grdp-binh-quan-dau-nguoi-2030",
            "amount",
            "GRDP bình quân đầu người đến năm 2030 đạt từ 75-80 triệu đồng/người/năm",
        ),
        ("co-cau-grdp-dich-vu-cong-nghiep", "share", "khu vực dịch vụ và công nghiệp chiếm trên 80%"),
        ("co-cau-grdp-nong-nghiep", "share", "nông nghiệp dưới 15%"),
        ("thu-ngan-sach-tang-binh-quan", "growth", "thu ngân sách trên địa bàn tỉnh tăng bình quân 12%"),
        ("von-dau-tu-tang-binh-quan", "growth", "vốn đầu tư thực hiện trên địa bàn tăng bình quân 11%"),
        ("kinh-te-so-trong-grdp", "share", "đóng góp của kinh tế trong GRDP đạt tối thiểu 20%"),
        ("kinh-te-nen-tang-trong-grdp", "share", "kinh tế nền tảng chiếm 7-10%"),
        ("ho-ngheo-da-chieu-giam", "reduction", "tỷ lệ hộ nghèo đa chiều giảm bình quân trên 3%/năm"),
        (
            "xa-dat-chuan-nong-thon-moi",
            "share",
            "tỷ lệ xã đạt chuẩn nông thôn mới đạt trên 39,62% (21/53 xã)",
        ),
        (
            "xa-phuong-khong-ma-tuy-an-ninh",
            "share",
            "trên 50% số xã, phường không ma tuý và đảm bảo an ninh chính trị, an toàn xã hội",
        ),
        ("giam-diem-truong-le", "reduction", "giảm ít nhất 40% số điểm trường lẻ"),
        ("xa-co-truong-ban-tru-noi-tru", "share", "trên 80% số xã có trường bán trú hoặc nội trú"),
        (
            "xa-bien-gioi-truong-noi-tru-lien-cap",
            "share",
            "100% xã biên giới có trường phổ thông nội trú liên cấp",
        ),
        ("benh-vien-da-khoa-tinh-moi", "milestone", "xây dựng mới 01 Bệnh viện Đa khoa tuyến tỉnh"),
        ("benh-vien-quy-mo-giuong", "amount", "quy mô 500 giường"),
        (
            "giam-chi-phi-y-te-ngoai-tinh",
            "reduction",
            "giảm ít nhất 30% chi phí thanh toán dịch vụ y tế ngoài tỉnh",
        ),
        (
            "xa-chi-so-hanh-phuc-90",
            "share",
            "trên 90% xã trên địa bàn tỉnh đạt mức Chỉ số Hạnh phúc người dân (CB-HPI) từ 90 điểm trở lên",
        ),
        ("dich-vu-cong-truc-tuyen", "share", "tỷ lệ sử dụng dịch vụ công trực tuyến đạt trên 90%"),
        (
            "csdl-ket-noi-dan-cu",
            "share",
            "100% cơ sở dữ liệu chuyên ngành kết nối với Cơ sở dữ liệu quốc gia về dân cư",
        ),
        (
            "par-index-nhom-25",
            "rank",
            "chỉ số cải cách hành chính (PAR INDEX) nằm trong nhóm 25 tỉnh, thành phố dẫn đầu cả nước",
        ),
        (
            "dti-nhom-25",
            "rank",
            "chỉ số chuyển đổi số (DTI) nằm trong nhóm 25 tỉnh, thành phố dẫn đầu cả nước",
        ),
        ("xa-phuong-khong-ma-tuy", "share", "có ít nhất 50% số xã, phường không có ma túy"),
        ("giam-tai-nan-giao-thong", "all-of", "tai nạn giao thông trên cả 03 tiêu chí"),
        (
            "giam-toi-pham-trat-tu-xa-hoi",
            "reduction",
            "kéo giảm ít nhất 5% số vụ phạm tội về trật tự xã hội",
        ),
        ("to-chuc-dang-hoan-thanh-tot", "share", "tỷ lệ tổ đảng hoàn thành tốt nhiệm vụ đạt trên 80%"),
        ("ket-nap-dang-vien", "amount", "kết nạp đảng viên mới đạt 1.500 - 1.600 đảng viên"),
    ]


def test_26_targets_count_and_one_says_another_again(folder: CampaignFolder) -> None:
    targets = folder.sheet.targets

    assert sum(target.counts for target in targets) == 26
    assert [(t.id, t.status, t.restates) for t in targets if not t.counts] == [
        ("xa-phuong-khong-ma-tuy", "restated", "xa-phuong-khong-ma-tuy-an-ninh")
    ]
    assert [(t.id, t.part_of) for t in targets if t.part_of] == [
        ("kinh-te-nen-tang-trong-grdp", "kinh-te-so-trong-grdp")
    ]


def test_comparators_are_those_of_the_plan(folder: CampaignFolder) -> None:
    goals = [t.goal for t in folder.sheet.targets]

    assert [goal.comparator.value for goal in goals] == [
        "at_least", "between", "more_than", "less_than", "reach", "reach", "at_least", "between",
        "more_than", "more_than", "more_than", "at_least", "more_than", "exactly", "done", "reach", "at_least",
        "more_than", "more_than", "exactly", "top", "top", "at_least", "all", "at_least", "more_than", "between",
    ]  # fmt: skip
    assert [goal.fraction for goal in goals if goal.fraction] == [(Decimal(21), Decimal(53))]


def test_four_targets_are_judged_year_by_year(folder: CampaignFolder) -> None:
    yearly = [t.id for t in folder.sheet.every_target if t.across_years == "each"]

    assert yearly == [
        *(f"tai-nan-giao-thong-tieu-chi-{number}" for number in (1, 2, 3)),
        "giam-toi-pham-trat-tu-xa-hoi",
        "to-chuc-dang-hoan-thanh-tot",
        "ket-nap-dang-vien",
    ]


def test_the_three_criteria_of_accidents_ask_the_same_and_have_no_names(folder: CampaignFolder) -> None:
    criteria = [t for t in folder.sheet.every_target if t.id.startswith("tai-nan-giao-thong-tieu-chi-")]

    assert [(t.goal.comparator.value, t.goal.value) for t in criteria] == [("at_least", Decimal(5))] * 3
    assert all("không nêu tên" in target.name for target in criteria)


def test_what_the_plan_does_not_say_is_left_open(folder: CampaignFolder) -> None:
    targets = tuple(folder.sheet.every_target)

    assert {target.reported_by for target in targets} == {None}
    assert {getattr(target, "against", None) for target in targets} == {None}
    assert {getattr(target, "members", None) for target in targets} == {None}
    assert {target.plausible for target in targets if isinstance(target, MeasuredTarget)} == {None}
    assert {target.by.text for target in targets if target.by} == {"2030"}
    assert sum(target.by is None for target in folder.sheet.targets) == 15


def test_pillars_programmes_and_breakthroughs_are_tasks_without_a_unit(folder: CampaignFolder) -> None:
    tasks = folder.sheet.tasks
    programme = [task.id for task in tasks if task.content == "tru-cot-chuong-trinh"]

    assert [sum(name.startswith(f"{part}-") for name in programme) for part in (
        "tru-cot", "chuong-trinh", "dot-pha",
    )] == [5, 3, 3]  # fmt: skip
    assert [(task.id, task.kind) for task in tasks if task.id not in programme] == [
        ("bo-chi-so-hanh-phuc", "deliverable"),
        ("khong-oan-sai-bo-lot", "zero-tolerance"),
    ]
    assert {task.responsible for task in tasks} == {None}
    assert folder.sheet.criteria == ()
