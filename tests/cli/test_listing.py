import json

import pytest

from building import data_directory
from terminal import Said, Terminal

DATA: dict[str, str | bytes] = {
    "thidua.yaml": "unit: so-x",
    "data/units/so-x.yaml": """\
        id: so-x
        name: Sở X
        abbr: [SX]
        parent: ubnd
        divisions:
          - {id: phong-b, name: Phòng Đối ngoại, kind: division}
          - {id: phong-a, name: Phòng Dân vận, kind: division}
          - {id: cac-phong, name: Các phòng, kind: group, members: [phong-b, phong-a]}
        """,
    "data/units/ubnd.yaml": "id: ubnd\nname: Ủy ban nhân dân tỉnh\n",
    "data/documents.yaml": """\
        - id: 02-ct-ubnd-2026
          type: Chỉ thị
          number: 02/CT-UBND
          date: 2026-01-22
          issuer: ubnd
          subject: phát động thi đua
        - id: luat-x
          type: Luật
          subject: Thi đua, khen thưởng
        """,
    "data/campaigns/1-KH/campaign.yaml": """\
        name: phong trào thi đua Một
        issuer: so-x
        document:
          number: 1/KH-SX
          date: 2026-01-30
        implements: [02-ct-ubnd-2026]
        basis:
          - document: 02-ct-ubnd-2026
        period:
          from: on-issue
          to: 2026-12-31
        assignments:
          - units: [cac-phong]
            duties: [Thực hiện]
        reports:
          - {id: tong-ket, from: cac-phong, to: so-x, kind: final, before: 2026-12-15}
        known_issues:
          - {anomaly: A01, about: targets.luot-khach, because: Con số quá lớn}
        """,
    "data/campaigns/1-KH/targets.yaml": """\
        targets:
          - id: luot-khach
            name: Lượt khách
            at_least: 23100
            unit: nghìn lượt
            reported_by: [phong-a]
          - id: ty-le
            kind: share
            name: Tỷ lệ xã đạt
            more_than: 39,62
        tasks:
          - {id: de-an, name: Xây dựng đề án, by: 2026-06-30, responsible: [phong-a]}
          - {id: theo-ct, name: Hoàn thành chỉ tiêu, kind: by-reference, reference: 02-ct-ubnd-2026}
        """,
    "data/campaigns/1-KH/plan.md": '# Mục đích\n\nTheo {{ cite("02-ct-ubnd-2026") }}.\n',
}


@pytest.fixture
def office(thidua: Terminal) -> Terminal:
    """The program in a data directory with one of everything."""
    data_directory(thidua.directory, DATA)
    return thidua


def test_campaigns_are_listed_with_number_and_time(office: Terminal) -> None:
    assert office("list", "campaigns") == Said(
        0,
        "Mã    Số       Thời gian                Phong trào\n"
        "────  ───────  ───────────────────────  ────────────────────────────────\n"
        "1-KH  1/KH-SX  30/01/2026 – 31/12/2026  Phát động phong trào thi đua Một\n",
        "",
    )


def test_a_campaign_that_cannot_be_read_is_listed_all_the_same(office: Terminal) -> None:
    data_directory(office.directory, {"data/campaigns/2-KH/campaign.yaml": "name: Hai\n"})

    said = office("list", "campaigns")

    assert (
        said.out.splitlines()[-1]
        == "2-KH                                    (tệp có lỗi: xem thidua validate)"
    )
    assert said.err == "Có tệp chưa đọc được nên ở đây có thể còn thiếu: xem thidua validate\n"


def test_a_campaign_that_cannot_be_read_is_not_called_unknown(office: Terminal) -> None:
    data_directory(office.directory, {"data/campaigns/2-KH/campaign.yaml": "name: Hai\n"})

    said = office("show", "2-kh", "-q")

    assert said == Said(
        2,
        "",
        "lỗi: Phong trào “2-KH” có lỗi trong tệp dữ liệu nên chưa dùng được.\n"
        "  → Chạy thidua validate để xem lỗi và cách sửa.\n",
    )


def test_units_stand_under_their_superiors_in_the_order_of_a_dictionary(office: Terminal) -> None:
    assert office("list", "units").out == (
        "Mã         Tên                   Loại\n"
        "─────────  ────────────────────  ───────────────\n"
        "ubnd       Ủy ban nhân dân tỉnh  cơ quan\n"
        "so-x         Sở X                cơ quan\n"
        "cac-phong      Các phòng         nhóm (2 đơn vị)\n"
        "phong-a        Phòng Dân vận     phòng, ban\n"
        "phong-b        Phòng Đối ngoại   phòng, ban\n"
    )


def test_units_that_are_their_own_superiors_in_a_circle_are_not_lost(thidua: Terminal) -> None:
    data_directory(
        thidua.directory,
        {
            "thidua.yaml": "requires: '>=0.1'",
            "data/units/a.yaml": "id: a\nname: A\nparent: b\n",
            "data/units/b.yaml": "id: b\nname: B\nparent: a\n",
        },
    )

    listed = json.loads(thidua("list", "units", "-f", "json").out)

    assert [unit["id"] for unit in listed["units"]] == ["a", "b"]


def test_units_that_stand_a_thousand_deep_are_listed(thidua: Terminal) -> None:
    files = {
        f"data/units/u{i}.yaml": f"{{id: u{i}, name: U{i}{f', parent: u{i - 1}' if i else ''}}}"
        for i in range(1200)
    }
    data_directory(thidua.directory, {"thidua.yaml": "schedule: {}", **files})

    said = thidua("list", "units", "--format", "json")

    assert (said.code, len(json.loads(said.out)["units"])) == (0, 1200)


def test_targets_are_listed_with_their_goals_and_tasks_with_their_deadlines(office: Terminal) -> None:
    assert office("list", "targets").out == (
        "Mã          Chỉ tiêu, nhiệm vụ   Cần đạt\n"
        "──────────  ───────────────────  ───────────────────────\n"
        "luot-khach  Lượt khách           ≥ 23.100 nghìn lượt\n"
        "ty-le       Tỷ lệ xã đạt         > 39,62%\n"
        "de-an       Xây dựng đề án       nhiệm vụ, hạn 30/6/2026\n"
        "theo-ct     Hoàn thành chỉ tiêu  theo 02/CT-UBND\n"
    )


def test_targets_of_several_campaigns_say_which_they_belong_to(office: Terminal) -> None:
    data_directory(
        office.directory,
        {
            "data/campaigns/2-KH/campaign.yaml": "name: Hai\nissuer: so-x\nperiod: {from: 2027, to: 2027}\n",
            "data/campaigns/2-KH/targets.yaml": "tasks: [{id: de-an, name: Đề án hai}]\n",
        },
    )

    assert (
        office("list", "targets").out.splitlines()[-1]
        == "2-KH        de-an       Đề án hai            nhiệm vụ"
    )
    assert office("list", "targets", "-c", "2-kh").out.splitlines()[2:] == [
        "de-an  Đề án hai           nhiệm vụ"
    ]


def test_documents_are_listed_in_the_order_of_the_register(office: Terminal) -> None:
    assert office("list", "documents").out == (
        "Mã               Số          Ngày        Văn bản\n"
        "───────────────  ──────────  ──────────  ───────────────────────────────────────\n"
        "02-ct-ubnd-2026  02/CT-UBND  22/01/2026  Chỉ thị của Ủy ban nhân dân tỉnh phát\n"
        "                                         động thi đua\n"
        "luat-x                                   Luật Thi đua, khen thưởng\n"
    )


def test_rules_are_listed_without_any_data(thidua: Terminal) -> None:
    said = thidua("list", "rules", "-f", "json")

    first = json.loads(said.out)["rules"][0]
    assert first == {"code": "TD001", "severity": "error", "title": "Tệp phải mở và đọc được."}


def test_programs_get_a_target_with_its_goal_and_its_place(office: Terminal) -> None:
    answer = json.loads(office("list", "targets", "--format", "json").out)

    assert (answer["version"], answer["generator"].split()[0]) == (1, "thidua")
    assert answer["targets"][1] == {
        "campaign": "1-KH",
        "id": "ty-le",
        "kind": "share",
        "name": "Tỷ lệ xã đạt",
        "goal": {"comparator": "more_than", "value": "39.62", "printed": "> 39,62%"},
        "unit": "%",
        "by": None,
        "reported_by": None,
        "path": "data/campaigns/1-KH/targets.yaml",
        "line": 7,
        "column": 5,
    }


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (
            ("list", "unit"),
            "LOẠI: không có lựa chọn “unit”.",
            "Có phải “units”? Các lựa chọn: campaigns, units, targets, documents, indicators, rules.",
        ),
        (
            ("list", "units", "-f", "csv"),
            "--format: không có lựa chọn “csv”.",
            "Các lựa chọn: table, json.",
        ),
        (
            ("list", "targets", "-c", "9-KH"),
            "Không có phong trào nào mang mã hoặc số “9-KH”.",
            "Có phải “1-KH”?",
        ),
        (("show", "so-y"), "Không có gì mang mã hoặc số “so-y”.", "Có phải “so-x”?"),
        (
            ("show", "qqq"),
            "Không có gì mang mã hoặc số “qqq”.",
            "Xem những gì đang có: thidua list campaigns",
        ),
        (("list", "initiatives"), "Sáng kiến có lệnh riêng.", "Xem các sáng kiến: thidua initiative list"),
    ],
)
def test_a_wrong_name_is_met_with_what_is_near(
    words: tuple[str, ...], message: str, hint: str, office: Terminal
) -> None:
    assert office(*words) == Said(2, "", f"lỗi: {message}\n  → {hint}\n")


def test_the_id_of_an_initiative_is_not_taken_for_a_misspelt_office(thidua: Terminal) -> None:
    bank = "- {id: so-xx, title: Sổ, authors: [{name: A, share: 100}], history: [{status: registered, on: 2026-02-01}]}"
    data_directory(thidua.directory, {**DATA, "data/initiatives/2026/phong-a.yaml": bank})

    assert thidua("show", "so-xx") == Said(
        2, "", "lỗi: “so-xx” là mã của một sáng kiến.\n  → Xem các sáng kiến: thidua initiative list\n"
    )


def test_an_empty_list_is_said_in_words(thidua: Terminal) -> None:
    data_directory(thidua.directory, {"thidua.yaml": "requires: '>=0.1'"})

    assert thidua("list", "campaigns") == Said(0, "", "Chưa có mục nào.\n")
    assert json.loads(thidua("list", "campaigns", "-f", "json").out)["campaigns"] == []


def test_no_list_is_wider_than_a_terminal(office: Terminal) -> None:
    long = "Phong trào thi đua " + "rất dài " * 30
    data_directory(
        office.directory,
        {
            "data/campaigns/3-KH/campaign.yaml": f"name: {long}\nissuer: so-x\nperiod: {{from: 2027, to: 2027}}\n"
        },
    )

    for kind in ("campaigns", "units", "targets", "documents", "rules"):
        assert max(len(line) for line in office("list", kind).out.splitlines()) <= 80


def test_a_document_is_shown_with_everything_that_hangs_on_it(office: Terminal) -> None:
    assert office("show", "02/ct-ubnd") == Said(
        0,
        "02/CT-UBND\n"
        "\n"
        "  Mã:               02-ct-ubnd-2026\n"
        "  Loại:             Chỉ thị\n"
        "  Số:               02/CT-UBND\n"
        "  Ngày:             22/01/2026\n"
        "  Cơ quan ban hành: Ủy ban nhân dân tỉnh (ubnd)\n"
        "  Nội dung:         phát động thi đua\n"
        "  Được dùng ở:      1-KH: triển khai thực hiện\n"
        "                    (data/campaigns/1-KH/campaign.yaml:6:14)\n"
        "                    1-KH: lấy làm căn cứ\n"
        "                    (data/campaigns/1-KH/campaign.yaml:8:15)\n"
        "                    1-KH: giao nhiệm vụ theo\n"
        "                    (data/campaigns/1-KH/targets.yaml:13:77)\n"
        "                    1-KH: dẫn trong lời văn (data/campaigns/1-KH/plan.md:3:9)\n"
        "  Chỉ tiêu:         1-KH: luot-khach, ty-le\n"
        "  Giao việc cho:    Các phòng: 01 việc\n"
        "  Ghi ở:            data/documents.yaml:1:3\n",
        "",
    )


def test_a_document_tells_what_it_carries_out_and_what_replaced_it(thidua: Terminal) -> None:
    files = {
        **DATA,
        "data/documents.yaml": """\
            - {id: cu, type: Nghị định, number: 98/2023/NĐ-CP, from: 2024-01-01, to: 2025-06-30, replaced_by: moi}
            - {id: moi, type: Nghị định, number: 152/2025/NĐ-CP, implements: [luat-x]}
            - {id: luat-x, type: Luật, subject: "Thi đua, khen thưởng"}
            - {id: 02-ct-ubnd-2026, type: Chỉ thị, number: 02/CT-UBND, date: 2026-01-22, implements: [moi]}
            """,
    }
    data_directory(thidua.directory, files)

    old, law = thidua("show", "98/2023/NĐ-CP").out, thidua("show", "luat-x").out

    assert "  Có hiệu lực từ:   01/01/2024\n  Hết hiệu lực sau: 30/6/2025\n" in old
    assert "  Thay bằng:        152/2025/NĐ-CP (moi)\n" in old
    assert (
        "  Văn bản dựa vào nó: 152/2025/NĐ-CP (moi)\n                      02/CT-UBND (02-ct-ubnd-2026)\n"
        in law
    )
    assert "  Qua văn bản khác:   1/KH-SX (1-KH)\n" in law


def test_an_indicator_shows_what_each_campaign_asks_of_it(thidua: Terminal) -> None:
    later = """\
        targets:
          - {id: tong, name: Tổng lượt khách, at_least: 30000, unit: nghìn lượt, by: 2030, indicator: khach}
          - {id: xa, kind: share, name: Xã vui, more_than: 90, each: {indicator: vui, at_least: 90, unit: điểm}}
        """
    files = {
        **DATA,
        "data/indicators.yaml": """\
            - {id: khach, name: Lượt khách du lịch, unit: nghìn lượt, aliases: [Khách]}
            - {id: vui, name: Chỉ số vui, unit: điểm}
            - {id: khong, name: Chưa ai đo, unit: điểm, better: down}
            """,
        "data/campaigns/2-KH/campaign.yaml": "name: B\nissuer: so-x\nperiod: {from: 2026, to: 2030}\n",
        "data/campaigns/2-KH/targets.yaml": later,
        "data/campaigns/3-KH/campaign.yaml": "name: C\nissuer: so-x\nperiod: {from: 2026, to: 2026}\n",
        "data/campaigns/3-KH/targets.yaml": later.replace("30000", "25000").replace("by: 2030, ", ""),
    }
    data_directory(thidua.directory, files)

    assert thidua("list", "indicators").out.splitlines()[2:] == [
        "khach  nghìn lượt   Lượt khách du lịch",
        "vui    điểm         Chỉ số vui",
        "khong  điểm         Chưa ai đo",
    ]
    shown = thidua("show", "khách").out
    assert "  Mức cần đạt: 3-KH: ≥ 25.000 nghìn lượt, đến năm 2026 (tong)\n" in shown
    assert "               2-KH: ≥ 30.000 nghìn lượt, đến năm 2030 (tong)\n" in shown
    assert "3-KH: > 90% số đối tượng đạt từ 90 điểm, đến năm 2026 (xa)" in thidua("show", "vui").out
    assert "chưa phong trào nào đặt chỉ tiêu" in thidua("show", "khong").out
    assert (
        json.loads(thidua("show", "khach", "-f", "json").out)["items"][0]["targets"][0]["campaign"] == "3-KH"
    )


def test_a_document_that_nobody_cites_says_so(office: Terminal) -> None:
    assert "  Được dùng ở: chưa nơi nào dẫn văn bản này\n" in office("show", "luat-x").out


def test_a_unit_is_shown_with_what_it_owes_through_its_groups(office: Terminal) -> None:
    assert office("show", "phong-a").out == (
        "Phòng Dân vận\n"
        "\n"
        "  Mã:                   phong-a\n"
        "  Loại:                 phòng, ban\n"
        "  Hệ thống:             nhà nước\n"
        "  Trực thuộc:           Sở X (so-x)\n"
        "  Ở trong nhóm:         Các phòng (cac-phong)\n"
        "  Được giao việc:       1-KH\n"
        "  Phải báo cáo số liệu: 1-KH luot-khach\n"
        "  Phải gửi báo cáo:     1-KH: tổng kết, trước ngày 15/12/2026\n"
        "  Ghi ở:                data/units/so-x.yaml:7:5\n"
    )


def test_a_target_is_shown_with_its_goal_and_its_doubt(office: Terminal) -> None:
    assert office("show", "luot-khach").out == (
        "Lượt khách\n"
        "\n"
        "  Mã:             luot-khach\n"
        "  Phong trào:     Phát động phong trào thi đua Một (1-KH)\n"
        "  Cần đạt:        ≥ 23.100 nghìn lượt\n"
        "  Đơn vị tính:    nghìn lượt\n"
        "  Hạn:            hết thời gian phong trào\n"
        "  Đơn vị báo cáo: Phòng Dân vận (phong-a)\n"
        "  Còn nghi vấn:   A01: Con số quá lớn\n"
        "  Xem kết quả:    thidua progress -c 1-KH --target luot-khach\n"
        "  Ghi ở:          data/campaigns/1-KH/targets.yaml:2:5\n"
    )


def test_a_task_is_shown_with_who_carries_it_out(office: Terminal) -> None:
    assert office("show", "de-an").out == (
        "Xây dựng đề án\n"
        "\n"
        "  Mã:               de-an\n"
        "  Phong trào:       Phát động phong trào thi đua Một (1-KH)\n"
        "  Loại:             nhiệm vụ\n"
        "  Hạn:              30/6/2026\n"
        "  Đơn vị thực hiện: Phòng Dân vận (phong-a)\n"
        "  Ghi ở:            data/campaigns/1-KH/targets.yaml:12:5\n"
    )


def test_a_campaign_is_shown_with_what_belongs_to_it(office: Terminal) -> None:
    assert office("show", "1/KH-SX").out == (
        "Phát động phong trào thi đua Một\n"
        "\n"
        "  Mã:               1-KH\n"
        "  Số:               1/KH-SX\n"
        "  Ngày:             30/01/2026\n"
        "  Cơ quan ban hành: Sở X (so-x)\n"
        "  Thời gian:        30/01/2026 – 31/12/2026\n"
        "  Triển khai:       02/CT-UBND (02-ct-ubnd-2026)\n"
        "  Căn cứ:           02/CT-UBND (02-ct-ubnd-2026)\n"
        "  Chỉ tiêu:         luot-khach\n"
        "                    ty-le\n"
        "  Nhiệm vụ:         de-an\n"
        "                    theo-ct\n"
        "  Giao việc cho:    Các phòng: 01 việc\n"
        "  Báo cáo phải gửi: tổng kết, trước ngày 15/12/2026: Các phòng\n"
        "  Còn nghi vấn:     A01 (targets.luot-khach)\n"
        "  Ghi ở:            data/campaigns/1-KH/campaign.yaml:1:1\n"
    )


def test_a_name_that_fits_two_records_shows_both(office: Terminal) -> None:
    data_directory(
        office.directory,
        {
            "data/campaigns/2-KH/campaign.yaml": "name: Hai\nissuer: so-x\nperiod: {from: 2027, to: 2027}\n",
            "data/campaigns/2-KH/targets.yaml": "tasks: [{id: de-an, name: Đề án hai}]\n",
        },
    )

    both = json.loads(office("show", "de-an", "-f", "json").out)["items"]
    one = json.loads(office("show", "de-an", "-c", "2-KH", "-f", "json").out)["items"]

    assert [item["campaign"] for item in both] == ["1-KH", "2-KH"]
    assert one == [
        {
            "kind": "task",
            "id": "de-an",
            "campaign": "2-KH",
            "name": "Đề án hai",
            "task_kind": "deliverable",
            "reference": [],
            "by": None,
            "responsible": [],
            "path": "data/campaigns/2-KH/targets.yaml",
            "line": 1,
            "column": 9,
        }
    ]
