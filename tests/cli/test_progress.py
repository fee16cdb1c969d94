import json
from fractions import Fraction
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import data_directory
from terminal import Said, Terminal
from thidua_cli.cli.progress_page import bar

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
    "data/indicators.yaml": "- {id: so-khach, name: Số khách, unit: nghìn lượt}\n",
    "data/campaigns/1-KH/campaign.yaml": """\
        name: phong trào thi đua năm 2026
        issuer: so
        document:
          number: 1/KH-SMH
          date: 2026-01-01
        period:
          from: on-issue
          to: 2026-12-31
        recipients:
          - {text: Các phòng, unit: cac-phong}
        """,
    "data/campaigns/1-KH/plan.md": '# Chỉ tiêu\n\n{{ table("targets") }}\n',
    "data/campaigns/1-KH/targets.yaml": """\
        targets:
          - id: luot-khach
            name: Lượt khách
            at_least: 1200
            unit: nghìn lượt
            reported_by: [cac-phong]
          - id: ty-le
            kind: share
            name: Tỷ lệ xã đạt
            more_than: 39,62
            by: 2026-06-30
            reported_by: [phong-a]
        tasks:
          - {id: de-an, name: Xây dựng đề án, by: 2026-06-30, responsible: [phong-a]}
          - {id: so-tay, name: Soạn sổ tay}
        """,
    "data/campaigns/1-KH/results/phong-a.yaml": """\
        - period: 2026-H1
          as_of: 2026-07-02
          source: Báo cáo 01
          values:
            luot-khach: 700,5
            ty-le:
              of: [21, 53]
          tasks:
            de-an: {state: done, shown_by: Quyết định 9}
        """,
    "data/campaigns/1-KH/results/phong-b.yaml": """\
        - period: 2026-Q1
          as_of: 2026-04-02
          source: Báo cáo 02
          values:
            luot-khach: 100
        - period: 2026-Q2
          as_of: 2026-07-03
          source: Báo cáo 03
          values:
            luot-khach: {value: 49.5, estimate: true}
        """,
}
HEAD = "Phát động phong trào thi đua năm 2026 (1-KH)\nTính đến ngày 31/7/2026.\n\n"


@pytest.fixture
def office(thidua: Terminal) -> Terminal:
    """The program in a data directory with a campaign and results; warnings of its data are not the matter here."""
    data_directory(thidua.directory, DATA)
    return thidua


def test_the_table_says_how_every_target_and_task_stands(office: Terminal) -> None:
    assert office("progress", "-q", "--as-of", "2026-07-31") == Said(
        0,
        f"{HEAD}"
        "Chỉ tiêu       Cần đạt      Thực hiện   So với chỉ tiêu  Báo cáo  Đánh giá\n"
        "─────────────  ───────  ─────────────  ────────────────  ───────  ──────────────\n"
        "Lượt khách     ≥ 1.200        ước 850  █████░░░   70,8%      2/2  ước đúng tiến\n"
        "(nghìn lượt)                                                      độ\n"
        "Tỷ lệ xã đạt   > 39,62         39,623  ████████ 100,01%      1/1  vượt\n"
        "(%)                           (21/53)\n"
        "\n"
        "Kế hoạch đề ra 02 chỉ tiêu. Kết quả: 01/02 chỉ tiêu đạt và vượt (vượt 01, đạt\n"
        "0). Có 01 chỉ tiêu đang thực hiện, chưa đến hạn kết luận.\n"
        "Đã báo cáo đủ: Phòng A; Phòng B.\n"
        "\n"
        "Nhiệm vụ        Hạn          Báo cáo  Trạng thái\n"
        "──────────────  ─────────  ─────────  ───────────────\n"
        "Xây dựng đề án  30/6/2026        1/1  hoàn thành\n"
        "Soạn sổ tay                chưa giao  chưa có số liệu\n"
        "\n"
        "Kế hoạch đề ra 02 nhiệm vụ: 01 nhiệm vụ hoàn thành; 01 nhiệm vụ chưa có số liệu.\n",
        "",
    )


def test_who_has_not_reported_is_named_with_what_is_owed(office: Terminal) -> None:
    said = office("progress", "-q", "--as-of", "2026-03-31")

    assert "\nChưa báo cáo: Phòng A (luot-khach, ty-le).\nChưa báo cáo: Phòng B (luot-khach).\n" in said.out


def test_an_interim_period_asks_for_reports_about_it_alone(office: Terminal) -> None:
    said = office("progress", "-q", "--as-of", "2026-04-30", "--period", "2026-Q1")

    assert said.out.splitlines()[1] == "Tính đến ngày 30/4/2026, quý I năm 2026."
    assert "\nChưa báo cáo: Phòng A (luot-khach, ty-le).\n" in said.out
    assert "Chưa báo cáo: Phòng B" not in said.out


def test_every_figure_is_explained_down_to_its_line_and_its_source(office: Terminal) -> None:
    assert office("progress", "-q", "--as-of", "2026-07-31", "--target", "Luot-khach", "--explain") == Said(
        0,
        f"{HEAD}"
        "Lượt khách (luot-khach)\n"
        "  Cần đạt: ≥ 1.200 nghìn lượt, 1/KH-SMH (data/campaigns/1-KH/targets.yaml:4:15)\n"
        "  Thời gian tính: 01/01/2026 – 31/12/2026\n"
        "  Phòng A: 700,5 nghìn lượt, số liệu 6 tháng đầu năm 2026\n"
        "    700,5 nghìn lượt, 6 tháng đầu năm 2026, biết ngày 02/7/2026, Báo cáo 01\n"
        "    (data/campaigns/1-KH/results/phong-a.yaml:5:17)\n"
        "  Phòng B: ước 149,5 nghìn lượt, số liệu 6 tháng đầu năm 2026\n"
        "    100 nghìn lượt, quý I năm 2026, biết ngày 02/4/2026, Báo cáo 02\n"
        "    (data/campaigns/1-KH/results/phong-b.yaml:5:17)\n"
        "    ước 49,5 nghìn lượt, quý II năm 2026, biết ngày 03/7/2026, Báo cáo 03\n"
        "    (data/campaigns/1-KH/results/phong-b.yaml:10:25)\n"
        "  Thực hiện: 700,5 + 149,5 = ước 850 nghìn lượt\n"
        "  Phải đạt đến ngày 30/6/2026: 595,07 nghìn lượt\n"
        "  So với chỉ tiêu: 850 nghìn lượt : 1.200 nghìn lượt = 70,8%\n"
        "  Đánh giá: ước đúng tiến độ\n"
        "  Vì: Chia đều theo ngày thì đến ngày 30/6/2026 phải là 595,07 nghìn lượt.\n",
        "",
    )


def test_a_share_is_explained_by_numerators_and_denominators(office: Terminal) -> None:
    targets = str(DATA["data/campaigns/1-KH/targets.yaml"])
    both = targets.replace("reported_by: [phong-a]", "reported_by: [phong-a, phong-b]")
    entry = "- {period: 2026-H1, as_of: 2026-07-02, source: Báo cáo 04, values: {ty-le: {of: [3, 7]}}}\n"
    data_directory(
        office.directory,
        {"data/campaigns/1-KH/targets.yaml": both, "data/campaigns/1-KH/results/phong-b.yaml": entry},
    )

    said = office("progress", "-q", "--as-of", "2026-07-31", "--target", "ty-le", "--explain")

    assert "\n  Thực hiện: (21 + 3) : (53 + 7) = 24/60 = 40%\n" in said.out


def test_a_unit_sees_its_own_part_what_it_reported_and_what_it_owes(office: Terminal) -> None:
    given = "- {target: luot-khach, units: {phong-a: 1000, phong-b: 200}}\n"
    data_directory(office.directory, {"data/campaigns/1-KH/allocations.yaml": given})

    assert office("progress", "-q", "--as-of", "2026-07-01", "-u", "phong-b").out == (
        "Phát động phong trào thi đua năm 2026 (1-KH)\n"
        "Tính đến ngày 01/7/2026.\n"
        "\n"
        "Phòng B (phong-b)\n"
        "\n"
        "Chỉ tiêu       Cần đạt  Thực hiện   So với chỉ tiêu        Báo cáo  Đánh giá\n"
        "─────────────  ───────  ─────────  ────────────────  ─────────────  ────────────\n"
        "Lượt khách       ≥ 200        100  ████░░░░     50%  đến 31/3/2026  đúng tiến độ\n"
        "(nghìn lượt)\n"
    )


def test_a_unit_that_has_been_given_no_part_is_not_judged(office: Terminal) -> None:
    said = office("progress", "-q", "--as-of", "2026-07-01", "-u", "phong-b", "-f", "json")

    [row] = json.loads(said.out)["rows"]
    assert (row["unit"], row["goal"], row["share"], row["result"], row["schedule"]) == (
        "phong-b", None, None, None, None,
    )  # fmt: skip
    assert (row["actual"]["value"], row["because"]) == ("100", ["Chưa giao chỉ tiêu này cho đơn vị."])


def test_a_unit_sees_that_it_has_reported_nothing(office: Terminal) -> None:
    said = office("progress", "-q", "--as-of", "2026-07-01", "-u", "phong-a")

    assert "\nChưa báo cáo: Phòng A (luot-khach, ty-le).\n" in said.out
    assert "\nXây dựng đề án  30/6/2026      0/1  chưa có số liệu\n" in said.out


def test_a_unit_that_owes_nothing_is_told_so(office: Terminal) -> None:
    data_directory(office.directory, {"data/units/xa.yaml": "{id: xa, name: Xã Minh họa}"})

    said = office("progress", "-q", "--as-of", "2026-07-31", "-u", "xa")

    assert said.out == (
        f"{HEAD}Xã Minh họa (xa)\n\nKhông có chỉ tiêu hay nhiệm vụ nào của 1-KH do đơn vị này báo cáo.\n"
    )


def test_programs_get_exact_figures_beside_printed_ones(office: Terminal) -> None:
    answer = json.loads(office("progress", "-q", "--as-of", "2026-07-31", "-f", "json").out)

    assert list(answer) == [
        "version", "generator", "campaign", "as_of", "period", "unit", "indicator", "rows", "tasks", "tally",
        "unreported", "stale", "initiatives", "campaigns", "broken",
    ]  # fmt: skip
    assert answer["rows"] == [
        {
            "campaign": "1-KH",
            "target": "luot-khach",
            "unit": None,
            "kind": "amount",
            "name": "Lượt khách",
            "goal": {"value": "1200", "printed": "≥ 1.200 nghìn lượt"},
            "actual": {"value": "850", "printed": "850 nghìn lượt"},
            "share": {"value": "17/24", "printed": "70,8%"},
            "result": None,
            "schedule": "on-track",
            "estimate": True,
            "as_of": "2026-07-03",
            "period": "2026-H1",
            "missing_units": [],
            "because": ["Chia đều theo ngày thì đến ngày 30/6/2026 phải là 595,07 nghìn lượt."],
            "indicator": None,
            "expected": {"value": "43440/73", "printed": "595,07 nghìn lượt"},
            "same_period": None,
            "version": None,
            "override": None,
            "path": "data/campaigns/1-KH/targets.yaml",
            "line": 2,
            "column": 5,
        },
        {
            "campaign": "1-KH",
            "target": "ty-le",
            "unit": None,
            "kind": "share",
            "name": "Tỷ lệ xã đạt",
            "goal": {"value": "39.62", "printed": "> 39,62%"},
            "actual": {"value": "21/53", "printed": "39,623%"},
            "share": {"value": "15000/14999", "printed": "100,01%"},
            "result": "exceeded",
            "schedule": None,
            "estimate": False,
            "as_of": "2026-07-02",
            "period": "2026-H1",
            "missing_units": [],
            "because": [],
            "indicator": None,
            "expected": None,
            "same_period": None,
            "version": None,
            "override": None,
            "path": "data/campaigns/1-KH/targets.yaml",
            "line": 7,
            "column": 5,
        },
    ]
    assert answer["tasks"][0] == {
        "campaign": "1-KH",
        "task": "de-an",
        "kind": "deliverable",
        "name": "Xây dựng đề án",
        "standing": "done",
        "by": "2026-06-30",
        "missing_units": [],
        "reports": [
            {
                "unit": "phong-a",
                "state": "done",
                "shown_by": "Quyết định 9",
                "on": None,
                "as_of": "2026-07-02",
                "source": "Báo cáo 01",
                "path": "data/campaigns/1-KH/results/phong-a.yaml",
                "line": 9,
                "column": 12,
            }
        ],
        "path": "data/campaigns/1-KH/targets.yaml",
        "line": 14,
        "column": 5,
    }


def test_programs_get_the_entries_behind_a_figure_when_they_ask(office: Terminal) -> None:
    said = office("progress", "-q", "--as-of", "2026-07-31", "-u", "phong-a", "-f", "json", "--explain")

    row = json.loads(said.out)["rows"][0]
    assert row["actual"] == {"value": "700.5", "printed": "700,5 nghìn lượt"}
    assert row["figures"] == [
        {
            "unit": "phong-a",
            "actual": {"value": "700.5", "printed": "700,5 nghìn lượt"},
            "estimate": False,
            "period": "2026-H1",
            "because": None,
            "printed": "700,5 nghìn lượt, số liệu 6 tháng đầu năm 2026",
            "entries": [
                {
                    "value": "700.5",
                    "estimate": False,
                    "period": "2026-H1",
                    "as_of": "2026-07-02",
                    "source": "Báo cáo 01",
                    "revises": None,
                    "path": "data/campaigns/1-KH/results/phong-a.yaml",
                    "line": 5,
                    "column": 17,
                }
            ],
        }
    ]


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (
            ("--target", "luotkhach"),
            "1-KH không có chỉ tiêu hay nhiệm vụ nào mang mã “luotkhach”.",
            "Có phải “luot-khach”?",
        ),
        (
            ("--target", "zzz"),
            "1-KH không có chỉ tiêu hay nhiệm vụ nào mang mã “zzz”.",
            "Xem các mã: thidua list targets -c 1-KH",
        ),
        (("-u", "phong-c"), "Không có đơn vị nào mang mã “phong-c”.", "Có phải “phong-a”?"),
        (
            ("--period", "2026-H3"),
            "--period: “2026-H3” không phải là một kỳ.",
            "Viết theo mẫu 2026, 2026-H1, 2026-Q3, 2026-9M hoặc 2026-06.",
        ),
        (("-f", "html"), "--format: không có lựa chọn “html”.", "Các lựa chọn: table, json, csv, xlsx."),
        (
            ("-f", "xlsx"),
            "Chưa nói ghi bảng tính ra tệp nào.",
            "Hãy ghi: --format xlsx -o tien-do.xlsx",
        ),
        (
            ("-f", "csv", "--explain"),
            "--explain không dùng được với --format csv.",
            "Dùng --format table hoặc json.",
        ),
        (
            ("--indicator", "so-khac"),
            "Không có chỉ số nào mang mã “so-khac”.",
            "Có phải “so-khach”?",
        ),
    ],
)
def test_a_wrong_call_is_explained(words: tuple[str, ...], message: str, hint: str, office: Terminal) -> None:
    assert office("progress", "-q", *words) == Said(2, "", f"lỗi: {message}\n  → {hint}\n")


def test_a_campaign_without_targets_says_so(office: Terminal) -> None:
    campaign = DATA["data/campaigns/1-KH/campaign.yaml"]
    data_directory(office.directory, {"data/campaigns/2-KH/campaign.yaml": campaign})

    said = office("progress", "-q", "-c", "2-KH", "--as-of", "2026-07-31")

    assert said == Said(0, f"{HEAD.replace('1-KH', '2-KH')}2-KH chưa có chỉ tiêu hay nhiệm vụ nào.\n", "")


def test_no_page_is_wider_than_a_terminal(office: Terminal) -> None:
    for options in ((), ("--explain",), ("-u", "phong-a"), ("--period", "2026-H1")):
        said = office("progress", "-q", "--as-of", "2026-07-31", *options)
        assert max(len(line) for line in said.out.splitlines()) <= 80


@given(st.fractions(min_value=-2, max_value=3))
def test_the_bar_is_full_exactly_when_the_goal_is_reached(share: Fraction) -> None:
    assert len(bar(share)) == 8
    assert (bar(share) == "████████") is (share >= 1)


def test_the_initiatives_of_the_campaign_stand_below_its_tasks(thidua: Terminal) -> None:
    initiatives = """\
        - id: so-tay-so
          title: Sổ tay số
          authors: [{name: An, share: 100}]
          history:
            - {status: registered, on: 2026-02-01}
            - {status: recognised, on: 2026-05-01, council: Hội đồng, decision: Quyết định 5}
          campaigns: [1-KH]
          spread_to: [phong-b]
        - id: ban-do-so
          title: Bản đồ số
          authors: [{name: An, share: 100}]
          history: [{status: submitted, on: 2026-02-01}]
          campaigns: [1-KH]
        """
    counted = "  - {id: moi-nguoi, kind: coverage, name: Tỷ lệ người có sáng kiến, exactly: 100}\n"
    targets = dedent(str(DATA["data/campaigns/1-KH/targets.yaml"])).replace("tasks:", f"{counted}tasks:")
    files = {"data/initiatives/2026/phong-a.yaml": initiatives, "data/campaigns/1-KH/targets.yaml": targets}
    data_directory(thidua.directory, {**DATA, **files})

    page, early = thidua("progress", "--as-of", "2026-07-31"), thidua("progress", "--as-of", "2026-01-31")
    found = json.loads(thidua("progress", "--as-of", "2026-07-31", "-f", "json").out)["initiatives"]

    assert page.out.endswith("\n\nSáng kiến: 02 đăng ký → 01 được công nhận → 01 được nhân rộng.\n")
    assert "Sáng kiến:" not in early.out
    assert found == {
        "registered": 2, "recognised": 1, "refused": 0, "revoked": 0, "authors": 1, "spread": 1, "pending": 1,
    }  # fmt: skip


def test_initiatives_that_no_target_counts_are_not_read(office: Terminal) -> None:
    data_directory(office.directory, {"data/initiatives/2026/phong-a.yaml": "không phải là một danh sách"})

    said = office("progress", "--as-of", "2026-07-31", "-f", "json")

    assert (said.code, json.loads(said.out)["initiatives"]) == (0, None)
