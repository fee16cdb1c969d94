"""`thidua initiative`: the bank grows by items and steps, and nothing that stands in it is touched."""

import json

import pytest

from building import data_directory
from terminal import Said, Terminal, typing

PLACE = "data/initiatives/2026/so.yaml"
DATA: dict[str, str | bytes] = {
    "thidua.yaml": "unit: so\n",
    "data/units/so.yaml": """\
        id: so
        name: Sở Minh họa
        headcount: [{on: 2026-06-30, value: 4}]
        divisions:
          - {id: doi, name: Đội, kind: division}
          - {id: can-bo, name: Cán bộ, kind: people}
        """,
    "data/campaigns/pt/campaign.yaml": """\
        name: phong trào năm 2026
        issuer: so
        period: {from: 2026-01-30, to: 2026-12-31}
        """,
    PLACE: """\
        # Của Sở
        - id: ban-do-so
          title: 'Bản đồ số'   # nguyên văn
          authors: [{name: Lê C, share: 100}]
          history: [{status: registered, on: 2026-02-01}]

        - id: kho-anh
          title: Kho ảnh
          authors:
            - {name: Lê C, share: 50, group: can-bo}
            - {name: Mai D, share: 50, unit: doi}
          campaigns: [pt]
          history:
            - status: registered
              on: 2026-02-01
            - status: recognised
              on: 2026-05-05
              council:
          spread_to: [doi]
        """,
}
ADD = (
    "initiative", "add", "--title", "Sổ tay số", "--author", "Nguyễn Văn A:66,6", "--author",
    "Trần Thị B:33,4:can-bo:doi", "--on", "2026-11-01",
)  # fmt: skip
ADDED = """
- id: so-tay-so
  title: Sổ tay số
  authors:
    - name: Nguyễn Văn A
      share: 66,6
    - name: Trần Thị B
      share: 33,4
      group: can-bo
      unit: doi
  history:
    - status: registered
      on: 2026-11-01
"""
AUTHORS = "Tác giả và tỷ lệ đóng góp, như Nguyễn Văn A:60; Trần Thị B:40: "
RECOGNISE = ("initiative", "recognise", "ban-do-so", "--on", "2026-05-05")
COUNCIL = ("--council", "Hội đồng: Sở", "--decision", "45/QĐ-SMH")


@pytest.fixture
def office(thidua: Terminal) -> Terminal:
    data_directory(thidua.directory, DATA)
    return thidua


def bank(office: Terminal) -> str:
    return (office.directory / PLACE).read_text(encoding="utf-8")


def faults(office: Terminal) -> list[str]:
    found = json.loads(office("validate", "-f", "json").out)["findings"]
    return [finding["code"] for finding in found if finding["path"].startswith("data/initiatives")]


def test_an_initiative_is_added_at_the_end_and_only_once(office: Terminal) -> None:
    before = bank(office)

    first, second = office(*ADD, "--no-input"), office(*ADD, "--no-input")

    assert first == Said(0, "", f"Đã ghi sáng kiến so-tay-so vào {PLACE}.\n")
    assert second == Said(0, "", f"Đã có sáng kiến so-tay-so trong {PLACE}; không thay đổi.\n")
    assert bank(office) == before + ADDED
    assert faults(office) == ["TD704"]


def test_the_first_initiative_of_a_unit_makes_its_file(office: Terminal) -> None:
    words = ("--title", "Kho ảnh", "--author", "Mai D", "-u", "doi", "-c", "pt", "--field", "Quản lý")

    said = office(
        "initiative", "add", *words, "--first-applied", "2027-01-02", "--on", "2027-02-01", "--year", "2027",
        "--no-input",
    )  # fmt: skip

    assert said.code == 0
    assert (office.directory / "data/initiatives/2027/doi.yaml").read_text(encoding="utf-8") == (
        "# Sáng kiến của Đội, năm 2027; thêm bằng thidua initiative add.\n"
        "# Giải thích từng khóa: thidua explain, rồi tên khóa\n"
        "- id: kho-anh-doi\n"
        "  title: Kho ảnh\n"
        "  authors:\n"
        "    - name: Mai D\n"
        "      share: 100\n"
        "  field: Quản lý\n"
        "  first_applied: 2027-01-02\n"
        "  campaigns: [pt]\n"
        "  history:\n"
        "    - status: registered\n"
        "      on: 2027-02-01\n"
    )


def test_a_dialogue_asks_for_what_is_open_and_writes_after_a_yes(
    office: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(
        monkeypatch, "Sổ tay số", "", "A:60; B:50", "A:sáu mươi", "A:60; B:40", "2026-11-01", "", "", "", "k"
    )
    before = office.tree()

    said = office("initiative", "add")

    assert (said.code, said.out, office.tree()) == (0, "", before)
    asked = said.err.partition("\n")[2].partition("Ngày đăng ký [")
    assert (asked[0], asked[2].partition("]")[2]) == (
        (
            f"Tên sáng kiến: Mã đơn vị [so]: {AUTHORS}"
            "lỗi: Tỷ lệ đóng góp của các tác giả cộng lại là 110%.\n"
            "  → Sửa để tổng bằng 100; ba người đều nhau thì viết 33,4, 33,3 và 33,3.\n"
            f"{AUTHORS}lỗi: Không hiểu tác giả “A:sáu mươi”.\n"
            "  → Viết tên, dấu hai chấm rồi tỷ lệ: Nguyễn Văn A:60; sau đó có thể ghi :nhóm:đơn-vị\n"
            f"{AUTHORS}"
        ),
        (
            ": Lĩnh vực (Enter nếu chưa rõ): Ngày áp dụng lần đầu (Enter nếu chưa áp dụng): "
            "Mã phong trào (Enter nếu không thuộc phong trào nào): "
            f"Ghi vào {PLACE}? c (có), k (không) [c]: Không ghi gì.\n"
        ),
    )


def test_a_dry_run_shows_what_would_change(office: Terminal) -> None:
    before = office.tree()

    said = office(*RECOGNISE, *COUNCIL, "-n")

    assert said == Said(
        0,
        f"--- {PLACE}\n+++ {PLACE}\n@@ -2,7 +2,7 @@\n"
        " - id: ban-do-so\n"
        "   title: 'Bản đồ số'   # nguyên văn\n"
        "   authors: [{name: Lê C, share: 100}]\n"
        "-  history: [{status: registered, on: 2026-02-01}]\n"
        "+  history: [{status: registered, on: 2026-02-01}, "
        '{status: recognised, on: 2026-05-05, level: unit, council: "Hội đồng: Sở", decision: 45/QĐ-SMH}]\n'
        " \n"
        " - id: kho-anh\n"
        "   title: Kho ảnh\n",
        "CHƯA GHI — chạy thử\n",
    )
    assert office.tree() == before
    assert office(*ADD, "--no-input", "-n").out.startswith("--- ")


def test_a_decision_is_one_more_step_and_only_once(office: Terminal) -> None:
    lines = bank(office).splitlines()

    first = office(*RECOGNISE, *COUNCIL)
    after = office.tree()
    second = office(*RECOGNISE, *COUNCIL)

    worded = "ban-do-so được công nhận cấp cơ sở ngày 05/5/2026"
    assert first == Said(0, "", f"Đã ghi vào {PLACE}: {worded}.\n")
    assert second == Said(0, "", f"{PLACE} đã ghi {worded}; không thay đổi.\n")
    assert office.tree() == after
    changed = [(old, new) for old, new in zip(lines, bank(office).splitlines(), strict=True) if old != new]
    assert [old for old, _ in changed] == ["  history: [{status: registered, on: 2026-02-01}]"]


def test_a_step_that_lacks_council_and_decision_is_completed(office: Terminal) -> None:
    said = office("initiative", "recognise", "KHO-ANH", "--on", "2026-05-05", *COUNCIL)

    assert said.err == f"Đã điền thêm vào {PLACE}: kho-anh được công nhận cấp cơ sở ngày 05/5/2026.\n"
    assert '      council: "Hội đồng: Sở"\n      decision: 45/QĐ-SMH\n  spread_to' in bank(office)
    assert faults(office) == []


def test_a_higher_level_a_refusal_and_a_revocation_are_steps_too(office: Terminal) -> None:
    kho_anh = ("initiative", "recognise", "kho-anh")
    why = ("--because", "Trùng với sáng kiến đã có")

    office(*kho_anh, "--on", "2026-06-01", "--level", "province", "--refuse", *why)
    office(*kho_anh, "--on", "2026-07-01", "--level", "nation", *COUNCIL)
    office(*kho_anh, "--on", "2026-08-01", "--revoke", *why)

    assert bank(office).endswith(
        "              council:\n".replace("        ", "", 1)
        + "    - status: refused\n      on: 2026-06-01\n      level: province\n"
        "      because: Trùng với sáng kiến đã có\n"
        "    - status: recognised\n      on: 2026-07-01\n      level: nation\n"
        '      council: "Hội đồng: Sở"\n      decision: 45/QĐ-SMH\n'
        "    - status: revoked\n      on: 2026-08-01\n      because: Trùng với sáng kiến đã có\n"
        "  spread_to: [doi]\n"
    )
    states = {
        day: json.loads(office("initiative", "list", "-f", "json", "--as-of", day).out)["initiatives"][1]
        for day in ("2026-01-31", "2026-06-30", "2026-07-31", "2026-08-01")
    }
    assert {
        day: (one["state"], [r["level"] for r in one["recognitions"]]) for day, one in states.items()
    } == {
        "2026-01-31": (None, []),
        "2026-06-30": ("recognised", ["unit"]),
        "2026-07-31": ("recognised", ["unit", "nation"]),
        "2026-08-01": ("revoked", []),
    }


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("add", "--no-input"), "Chưa đủ thông tin, còn thiếu: --title, --author."),
        ((*ADD[1:], "--year", "2025", "--no-input"), "--year: đăng ký ngày 2026-11-01"),
        ((*ADD[1:], "--year", "26", "--no-input"), "--year: “26” không phải là một năm."),
        (("add", "--title", "…", "--author", "A", "--no-input"), "Tên sáng kiến “…” không có chữ nào."),
        (("add", "--title", "T", "--author", "A:60", "--no-input"), "--author: Tỷ lệ đóng góp"),
        (("add", "--title", "T", "--author", "A:x", "--no-input"), "--author: Không hiểu tác giả “A:x”."),
        (("add", "--title", "T", "--author", "A;B", "--no-input"), "--author: Không hiểu tác giả “A”."),
        (("add", "--title", "T", "--author", ";", "--no-input"), "--author: Chưa có tác giả nào."),
        (("add", "--title", "T", "--author", "A:100:so", "--no-input"), "--author: “so” không phải là"),
        (("add", "--title", "T", "--author", "A", "-u", "sở", "-c", "x", "--no-input"), "--campaign: Không có"),
        (
            ("add", "--title", "KHO ẢNH", "--author", "A", "--on", "2026-02-01", "--no-input"),
            f"{PLACE}:10:5: lỗi: Trong {PLACE} đã có sáng kiến “kho-anh” cùng tên, nhưng tác giả khác.",
        ),
        ((*RECOGNISE[1:],), "Chưa đủ thông tin, còn thiếu: --council, --decision."),
        ((*RECOGNISE[1:], "--revoke"), "Chưa đủ thông tin, còn thiếu: --because."),
        ((*RECOGNISE[1:], "--revoke", "--refuse"), "Chỉ ghi một trong hai"),
        ((*RECOGNISE[1:], "--revoke", "--because", "Sai"), "“ban-do-so” chưa được công nhận cấp cơ sở"),
        ((*RECOGNISE[1:], *COUNCIL, "--level", "tinh"), "--level: không có lựa chọn “tinh”."),
        (("recognise", "ban-do-so", "--on", "2026-01-01", *COUNCIL), "Ngày 01/01/2026 trước bước cuối"),
        (("recognise", "ban-do", "--on", "2026-05-05", *COUNCIL), "Không có sáng kiến nào mang mã “ban-do”."),
        (("recognise", "kho-anh", "--on", "2026-09-05", *COUNCIL), "“kho-anh” đã được công nhận cấp cơ sở"),
        (("list", "--state", "recognized"), "--state: không có lựa chọn “recognized”."),
        (("coverage", "--group", "x"), "Không có đơn vị nào mang mã “x”."),
        (("recognize",), "Không có lệnh “initiative recognize”."),
        (("--titel",), "Không có tùy chọn “--titel”."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_explained_and_nothing_is_written(
    words: tuple[str, ...], message: str, office: Terminal
) -> None:
    before = office.tree()

    said = office("initiative", *words)

    assert (said.code, said.out, office.tree()) == (2, "", before)
    assert message in said.err


def test_another_decision_for_the_same_step_is_refused(office: Terminal) -> None:
    office(*RECOGNISE, *COUNCIL)

    said = office(*RECOGNISE, "--council", "Hội đồng khác", "--decision", "45/QĐ-SMH")

    assert said.code == 2
    assert (
        "Bước này của “ban-do-so” đã ghi council là “Hội đồng: Sở”, không phải “Hội đồng khác”." in said.err
    )


def test_of_two_initiatives_with_one_id_none_is_taken_for_the_other(office: Terminal) -> None:
    path = office.directory / PLACE
    path.write_text(bank(office).replace("id: kho-anh", "id: Ban-do-so"), encoding="utf-8")
    before = office.tree()

    said = office(*RECOGNISE, *COUNCIL)

    assert (said.code, office.tree()) == (2, before)
    assert f"Trong {PLACE} có hai sáng kiến cùng mang mã “ban-do-so”." in said.err


def test_a_file_of_another_system_keeps_its_line_ends_and_its_mark(office: Terminal) -> None:
    path = office.directory / PLACE
    content = "\ufeff" + bank(office).replace("\n", "\r\n")
    path.write_bytes(content.encode())

    said = office(*ADD, "--no-input")

    assert said.code == 0
    assert path.read_bytes() == (content + ADDED.replace("\n", "\r\n")).encode()


def test_a_file_with_errors_is_left_as_it_is(office: Terminal) -> None:
    (office.directory / PLACE).write_text("- id: ban-do-so\n  titel: x\n", encoding="utf-8")
    before = office.tree()

    said = office(*ADD, "--no-input")

    assert (said.code, office.tree()) == (2, before)
    assert f"Tệp “{PLACE}” còn lỗi nên không ghi thêm." in said.err


def test_an_id_that_nobody_can_have_twice_is_made_of_title_unit_and_year(office: Terminal) -> None:
    def add(unit: str, day: str) -> Said:
        return office(
            "initiative", "add", "--title", "Kho ảnh", "--author", "A", "-u", unit, "--on", day, "--no-input"
        )

    said = [add("doi", "2026-03-01"), add("doi", "2027-03-01"), add("doi", "2028-03-01")]

    assert [one.err.split()[4] for one in said] == ["kho-anh-doi", "kho-anh-doi-2027", "kho-anh-doi-2028"]
    long = office("initiative", "add", "--title", "Một " * 20, "--author", "A", "-u", "doi", "--no-input")
    assert long.err.split()[4] == "-".join(["mot"] * 9)


def test_the_list_can_be_narrowed_down(office: Terminal) -> None:
    def ids(*words: str) -> list[str]:
        found = json.loads(office("initiative", "list", "-f", "json", "--as-of", "2026-12-31", *words).out)
        return [one["id"] for one in found["initiatives"]]

    assert ids() == ["ban-do-so", "kho-anh"]
    assert ids("-u", "doi") == ids("-c", "pt") == ids("--state", "recognised") == ["kho-anh"]
    assert ids("--year", "2025") == []
    assert office("initiative", "list", "--year", "2025") == Said(0, "", "Chưa có sáng kiến nào.\n")
    assert office("initiative", "list", "-c", "pt", "--as-of", "2026-12-31").out.splitlines()[2:] == [
        "kho-anh  Kho ảnh    Lê C (50%); Mai D (50%)  được công nhận"
    ]


def test_coverage_says_what_it_counts_and_why_a_share_is_missing(office: Terminal) -> None:
    assert (
        office("initiative", "coverage", "--as-of", "2026-12-31").out
        == """\
Năm 2026, tính theo năm được công nhận; số liệu đến ngày 31/12/2026.

Đơn vị, nhóm        Số người  Có sáng kiến  Tỷ lệ  Đăng ký  Công nhận  Nhân rộng
──────────────────  ────────  ────────────  ─────  ───────  ─────────  ─────────
Đội                  chưa có             1      –        1          1          1
Sở Minh họa                4             2    50%        2          1          1
  Sở Minh họa: Cán   chưa có             1      –        1          1          1
  bộ

Sở Minh họa: số người ngày 30/6/2026.
Đội: Chưa có mẫu số: chưa ghi số người của năm 2026 (khóa headcount).
Sở Minh họa: 1 người có sáng kiến được công nhận chưa ghi thuộc nhóm nào (khóa
group).
Sở Minh họa: Cán bộ: Chưa có mẫu số: chưa ghi số người của năm 2026 (khóa
headcount).
"""
    )


def test_coverage_for_programs(office: Terminal) -> None:
    found = json.loads(
        office("initiative", "coverage", "-f", "json", "-u", "so", "--as-of", "2026-12-31").out
    )

    assert (found["year"], found["counted_by"], found["as_of"]) == ("2026", "recognised", "2026-12-31")
    assert found["rows"][0] == {
        "unit": "so",
        "group": None,
        "headcount": {
            "value": "4",
            "on": "2026-06-30",
            "source": None,
            "path": "data/units/so.yaml",
            "line": 3,
            "column": 13,
        },
        "people": 2,
        "share": {"value": "1/2", "printed": "50%"},
        "registered": 2,
        "recognised": 1,
        "spread": 1,
        "because": ["1 người có sáng kiến được công nhận chưa ghi thuộc nhóm nào (khóa group)."],
    }
    assert [(row["unit"], row["group"], row["people"], row["share"]) for row in found["rows"][1:]] == [
        ("so", "can-bo", 1, None)
    ]


def test_without_units_or_initiatives_there_is_nothing_to_cover(thidua: Terminal) -> None:
    data_directory(thidua.directory, {"thidua.yaml": "initiative_year: registered"})

    assert thidua("initiative", "coverage", "--year", "2025", "--as-of", "2026-01-31").out == (
        "Năm 2025, tính theo năm đăng ký; số liệu đến ngày 31/01/2026.\n"
        "\n"
        "Chưa có đơn vị nào ghi số người hay có sáng kiến.\n"
    )


def test_the_verb_alone_shows_its_page(office: Terminal) -> None:
    assert office("initiative") == office("initiative", "--help")
    assert "\nGhi:\n  add " in office("initiative").out
