"""`thidua progress` across campaigns: all in short, one unit, one indicator."""

import json

import pytest

from building import data_directory
from terminal import Said, Terminal

CAMPAIGN = """\
    name: phong trào năm {year}
    issuer: so
    document: {{number: {number}/KH-SMH, date: {year}-01-01}}
    period: {{from: on-issue, to: {year}-12-31}}
    """
DATA: dict[str, str | bytes] = {
    "thidua.yaml": "unit: so",
    "data/units/so.yaml": """\
        id: so
        name: Sở Minh họa
        symbol: SMH
        divisions:
          - {id: phong-a, name: Phòng A}
          - {id: phong-b, name: Phòng B}
          - {id: cac-phong, name: Các phòng, kind: group, members: [phong-a, phong-b]}
        """,
    "data/indicators.yaml": """\
        - {id: cay-xanh, name: Số cây xanh trồng mới, unit: cây}
        - {id: chua-ai-dung, name: Chưa ai dùng, unit: cây, better: down}
        """,
    "data/campaigns/1-KH/campaign.yaml": CAMPAIGN.format(year=2025, number=1),
    "data/campaigns/1-KH/targets.yaml": """\
        targets:
          - {id: cay, name: Trồng cây, at_least: 100, unit: cây, indicator: cay-xanh, reported_by: [cac-phong]}
        """,
    "data/campaigns/1-KH/results/phong-a.yaml": """\
        - {period: 2025, as_of: 2026-01-05, source: Báo cáo 01, values: {cay: 70}}
        """,
    "data/campaigns/1-KH/results/phong-b.yaml": """\
        - {period: 2025, as_of: 2026-01-05, source: Báo cáo 02, values: {cay: 30}}
        """,
    "data/campaigns/2-KH/campaign.yaml": CAMPAIGN.format(year=2026, number=2),
    "data/campaigns/2-KH/targets.yaml": """\
        targets:
          - id: cay
            name: Trồng cây
            at_least: 200
            unit: cây
            indicator: cay-xanh
            reported_by: [phong-a]
          - {id: sach, name: Tủ sách, at_least: 5, unit: tủ, reported_by: [phong-b]}
        tasks:
          - {id: so-tay, name: Soạn sổ tay, responsible: [phong-b]}
        """,
    "data/campaigns/2-KH/results/phong-a.yaml": """\
        - {period: 2026-Q1, as_of: 2026-04-05, source: Báo cáo 03, values: {cay: 50}}
        """,
    "data/campaigns/2-KH/results/phong-b.yaml": """\
        - {period: 2026-Q1, as_of: 2026-04-05, source: Báo cáo 04, tasks: {so-tay: done}}
        """,
    "data/campaigns/3-KH/campaign.yaml": CAMPAIGN.format(year=2026, number=3),
}
DAY = ("--as-of", "2026-04-30")


@pytest.fixture
def office(thidua: Terminal) -> Terminal:
    data_directory(thidua.directory, DATA)
    return thidua


def test_without_a_name_every_campaign_is_one_line_of_counts(office: Terminal) -> None:
    assert office("progress", "-q", *DAY) == Said(
        0,
        "Các phong trào thi đua (3)\n"
        "Tính đến ngày 30/4/2026.\n"
        "\n"
        "Phong trào  Đạt/chỉ tiêu  Chưa đạt  Thiếu số  Việc  Nợ số\n"
        "──────────  ────────────  ────────  ────────  ────  ─────\n"
        "1-KH        ████████ 1/1         0         0     –      0\n"
        "2-KH        ░░░░░░░░ 0/2         0         1   1/1      1\n"
        "3-KH                   –         0         0     –      0\n"
        "\n"
        "Đạt: cả vượt và ước đạt. Thiếu số: chưa có số liệu, chưa đủ, chưa có số gốc.\n"
        "Việc: nhiệm vụ đã xong. Nợ số: số đơn vị còn nợ số liệu.\n"
        "Xem một phong trào: thidua progress -c 1-KH\n",
        "",
    )


def test_a_unit_sees_every_campaign_that_concerns_it_through_its_groups_too(office: Terminal) -> None:
    said = office("progress", "-q", *DAY, "-u", "phong-b")

    assert said.out.startswith("Phòng B (phong-b)\nTính đến ngày 30/4/2026.\n")
    headings = [line for line in said.out.splitlines() if line.endswith("-KH)")]
    assert headings == ["Phát động phong trào năm 2025 (1-KH)", "Phát động phong trào năm 2026 (2-KH)"]
    assert "\nSoạn sổ tay           1/1  hoàn thành\n" in said.out
    assert "Chưa báo cáo: Phòng B (sach)." in said.out


def test_a_unit_that_no_campaign_concerns_is_told_so(office: Terminal) -> None:
    data_directory(office.directory, {"data/units/xa.yaml": "{id: xa, name: Xã Minh họa}"})

    said = office("progress", "-q", *DAY, "-u", "xa")

    assert (said.code, said.out.splitlines()[-1]) == (
        0,
        "Không có chỉ tiêu hay nhiệm vụ nào do đơn vị này báo cáo.",
    )


def test_an_indicator_is_followed_through_campaigns_by_their_deadlines(office: Terminal) -> None:
    assert office("progress", "-q", *DAY, "--indicator", "Cay-xanh") == Said(
        0,
        "Số cây xanh trồng mới (cay-xanh)\n"
        "cây; càng cao càng tốt.\n"
        "Tính đến ngày 30/4/2026.\n"
        "\n"
        "Phong trào  Đến           Cần đạt  Thực hiện   So với chỉ tiêu  Đánh giá\n"
        "──────────  ──────────  ─────────  ─────────  ────────────────  ────────────\n"
        "1-KH        31/12/2025  ≥ 100 cây        100  ████████    100%  đạt\n"
        "2-KH        31/12/2026  ≥ 200 cây         50  ██░░░░░░     25%  đúng tiến độ\n",
        "",
    )


def test_an_indicator_that_no_campaign_asks_for_is_said_to_be_so(office: Terminal) -> None:
    said = office("progress", "-q", *DAY, "--indicator", "chua-ai-dung")

    assert said.out.endswith("Chưa phong trào nào đặt chỉ tiêu cho chỉ số này.\n")


def test_an_indicator_is_explained_in_each_campaign(office: Terminal) -> None:
    said = office("progress", "-q", *DAY, "--indicator", "cay-xanh", "--explain")

    assert "\n1-KH: Trồng cây (cay)\n" in said.out
    assert "    50 cây, quý I năm 2026, biết ngày 05/4/2026, Báo cáo 03\n" in said.out


def test_the_years_of_an_indicator_stand_below_each_other(office: Terminal) -> None:
    every_year = """\
        targets:
          - id: cay
            name: Trồng cây
            at_least: 10
            unit: cây/năm
            indicator: cay-xanh
            over_time: each-year
            reported_by: [phong-a]
        """
    term = CAMPAIGN.format(year=2025, number=3).replace("to: 2025", "to: 2027")
    results = "- {period: 2025, as_of: 2026-01-05, source: Báo cáo 01, values: {cay: 12}}\n"
    data_directory(
        office.directory,
        {
            "data/campaigns/3-KH/campaign.yaml": term,
            "data/campaigns/3-KH/targets.yaml": every_year,
            "data/campaigns/3-KH/results/phong-a.yaml": results,
        },
    )

    lines = office("progress", "-q", *DAY, "--indicator", "cay-xanh").out.splitlines()

    years = [" ".join(line.split()) for line in lines if line.strip().startswith("năm")]
    assert years == ["năm 2025 ≥ 10 12 ████████ 120% vượt", "năm 2026 ≥ 10 chưa có số – chưa có số"]


def test_programs_get_rows_of_all_campaigns(office: Terminal) -> None:
    answer = json.loads(office("progress", "-q", *DAY, "-f", "json").out)

    assert (answer["campaign"], answer["initiatives"], answer["broken"]) == (None, None, [])
    assert [(row["campaign"], row["target"]) for row in answer["rows"]] == [
        ("1-KH", "cay"), ("2-KH", "cay"), ("2-KH", "sach"),
    ]  # fmt: skip
    assert [(line["campaign"], line["tally"]["met"]) for line in answer["campaigns"]] == [
        ("1-KH", 1), ("2-KH", 0), ("3-KH", 0),
    ]  # fmt: skip
    assert answer["tally"]["met"] == 1
    assert answer["unreported"] == [{"campaign": "2-KH", "unit": "phong-b", "targets": ["sach"]}]


def test_a_campaign_with_errors_is_named_and_left_out(office: Terminal) -> None:
    data_directory(office.directory, {"data/campaigns/2-KH/targets.yaml": "targets: [\n"})

    said = office("progress", "-q", *DAY)
    answer = office("progress", "-q", *DAY, "-f", "json")

    assert (said.code, answer.code) == (1, 1)
    assert said.out.endswith("\nKhông có 2-KH vì dữ liệu còn lỗi: thidua validate data/campaigns/2-KH\n")
    assert "\n2-KH" not in said.out  # no line of counts
    assert json.loads(answer.out)["broken"] == ["2-KH"]


def test_an_error_in_a_register_stops_all_of_them(office: Terminal) -> None:
    data_directory(office.directory, {"data/indicators.yaml": "- {id: cay-xanh}\n"})

    said = office("progress", "-q", *DAY)

    assert (said.code, said.out) == (1, "")
    assert said.err.splitlines()[-1] == "Dữ liệu dùng chung còn lỗi nên dừng ở đây. Hãy sửa rồi chạy lại."


@pytest.mark.parametrize("words", [("--target", "cay"), ("--explain",)])
def test_what_is_about_one_campaign_asks_which(words: tuple[str, ...], office: Terminal) -> None:
    assert office("progress", *words) == Said(
        2,
        "",
        f"lỗi: {words[0]} cần biết phong trào nào trong 3 phong trào: 1-KH, 2-KH, 3-KH.\n  → Hãy ghi: -c 1-KH\n",
    )


def test_a_unit_is_explained_in_each_campaign(office: Terminal) -> None:
    said = office("progress", "-q", *DAY, "-u", "phong-a", "--explain")

    assert said.out.count("\nTrồng cây (cay)\n") == 2
    assert "Báo cáo 01" in said.out
    assert "Báo cáo 02" not in said.out
