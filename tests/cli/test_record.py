"""`thidua record`: one value becomes one entry, and every other byte of the file stays."""

import json

import pytest

from building import data_directory
from terminal import Said, Terminal, typing

PLACE = "data/campaigns/pt/results/doi.yaml"
DATA: dict[str, str | bytes] = {
    "thidua.yaml": "unit: so\n",
    "data/units/so.yaml": """\
        id: so
        name: Sở Minh họa
        divisions:
          - {id: doi, name: Đội, kind: division}
          - {id: to, name: Tổ, kind: division}
        """,
    "data/campaigns/pt/campaign.yaml": """\
        name: phong trào năm 2026
        issuer: so
        document: {number: 1/KH-SMH, date: 2026-01-05}
        period: {from: on-issue, to: 2026-12-31}
        """,
    "data/campaigns/pt/targets.yaml": """\
        targets:
          - {id: khach, name: Lượt khách, at_least: 1200, unit: nghìn lượt, reported_by: [doi, to]}
          - {id: ty-le, kind: share, name: Tỷ lệ xã đạt, at_least: 70, reported_by: [doi]}
          - {id: vu, kind: reduction, name: Số vụ, at_least: 5, measured_in: percent, against: previous-year,
             reported_by: [doi]}
          - {id: benh-vien, kind: milestone, name: Bệnh viện, reported_by: [doi]}
          - {id: xuat, kind: qualitative, name: Cán cân thương mại, level: Xuất siêu, reported_by: [doi]}
          - {id: khach-lai, name: Lượt khách nhắc lại, at_least: 1200, unit: nghìn lượt, restates: khach,
             status: restated}
        tasks:
          - {id: de-an, name: Đề án, responsible: [doi]}
          - {id: bi-mat, name: Không lộ bí mật, kind: zero-tolerance, responsible: [doi]}
        """,
    PLACE: """\
        # Của Đội
        - period: 2026-H1
          as_of: 2026-07-02
          source: 'Báo cáo 01'   # nguyên văn
          values: {khach: 5}
        """,
}
HEAD = ("record", "pt", "khach", "850,5", "-u", "doi", "--period", "2026-9M")
TELEPHONE = ("--source", "Điện thoại ông B", "--as-of", "2026-10-02", "--no-input")


@pytest.fixture
def office(thidua: Terminal) -> Terminal:
    data_directory(thidua.directory, DATA)
    return thidua


def text(office: Terminal, place: str = PLACE) -> str:
    return (office.directory / place).read_bytes().decode()


def entry(office: Terminal, *words: str, period: str = "2026-9M") -> str:
    """What a value adds to the file."""
    before = text(office)
    said = office("record", "pt", *words, "-u", "doi", "--period", period, *TELEPHONE)
    assert said.code == 0, said.err
    assert text(office).startswith(before)
    return text(office).removeprefix(before)


def test_a_value_is_one_more_entry_and_only_once(office: Terminal) -> None:
    before = text(office)

    first, second = office(*HEAD, *TELEPHONE), office(*HEAD, *TELEPHONE)

    told = "Lượt khách = 850,5 nghìn lượt, 9 tháng đầu năm 2026, Đội"
    assert first == Said(0, "", f"Đã ghi vào {PLACE}: {told}.\n")
    assert second == Said(0, "", f"Đã có trong {PLACE}:11:12: {told} (Điện thoại ông B); không thay đổi.\n")
    assert text(office) == (
        before + "\n- period: 2026-9M\n  as_of: 2026-10-02\n  source: Điện thoại ông B\n"
        "  values:\n    khach: 850,5\n"
    )
    assert json.loads(office("validate", "-f", "json").out)["summary"]["errors"] == 0


ADDED = (
    "- period: 2026-9M", "  as_of: 2026-10-02", "  source: Điện thoại ông B", "  values:", "    khach: 850,5",
)  # fmt: skip


@pytest.mark.parametrize(
    ("before", "added", "after"),
    [
        (
            "- period: 2026-H1\r\n  as_of: 2026-07-02\r\n  source: Báo cáo 01\r\n  values: {khach: 5} # số\r\n",
            "\r\n".join(("", *ADDED, "")),
            "",
        ),
        (
            "- period: 2026-H1\n  as_of: 2026-07-02\n  source: Báo cáo 01\n  values: {khach: 5}",
            "\n".join(("", "", *ADDED)),
            "",
        ),
        (
            "\ufeff# Đầu tệp\n\n- {period: 2026-H1, as_of: 2026-07-02, source: B, values: {khach: 5}}",
            "\n".join(("", "", *ADDED)),
            "\n# Cuối tệp\n",
        ),
    ],
    ids=["line ends of Windows", "no end of line", "a mark and comments"],
)
def test_every_other_byte_of_the_file_stays(before: str, added: str, after: str, office: Terminal) -> None:
    (office.directory / PLACE).write_bytes((before + after).encode())

    assert office(*HEAD, *TELEPHONE).code == 0

    assert text(office) == before + added + after


def test_the_first_value_of_a_unit_makes_its_file(office: Terminal) -> None:
    said = office("record", "pt", "khach", "1.549.346", "-u", "to", "--period", "2026-9M", *TELEPHONE)

    assert said.code == 0
    assert text(office, "data/campaigns/pt/results/to.yaml") == (
        "# Kết quả của Tổ trong phong trào pt.\n"
        "# Giải thích từng khóa: thidua explain, rồi tên khóa\n"
        "- period: 2026-9M\n  as_of: 2026-10-02\n  source: Điện thoại ông B\n"
        "  values:\n    khach: 1.549.346\n"
    )


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (("ty-le", "14/20"), "  values:\n    ty-le:\n      of: [14, 20]\n"),
        (
            ("ty-le", "14 / 20", "--note", "làm tròn"),
            "  values:\n    ty-le:\n      of: [14, 20]\n      note: làm tròn\n",
        ),
        (("vu", "90", "--base", "100"), "  values:\n    vu:\n      value: 90\n      base: 100\n"),
        (
            ("khach", "900", "--estimate", "--cumulative"),
            "  values:\n    khach:\n      value: 900\n      estimate: true\n      cumulative: true\n",
        ),
        (("khach-lai", "900"), "  values:\n    khach: 900\n"),
        (("de-an", "đang thực hiện"), "  tasks:\n    de-an: under-way\n"),
        (("de-an", "not-started"), "  tasks:\n    de-an: not-started\n"),
        (("bi-mat", "Không để xảy ra vi phạm"), "  tasks:\n    bi-mat: kept\n"),
        (
            ("benh-vien", "đã hoàn thành", "--shown-by", "Biên bản: 01", "--on", "2026-09-30"),
            '  values:\n    benh-vien:\n      state: done\n      shown_by: "Biên bản: 01"\n      on: 2026-09-30\n',
        ),
    ],
)
def test_figures_pairs_and_states_are_written_as_data_have_them(
    words: tuple[str, ...], written: str, office: Terminal
) -> None:
    head = "\n- period: 2026-9M\n  as_of: 2026-10-02\n  source: Điện thoại ông B\n"

    assert entry(office, *words) == head + written


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (
            ("khach", "23.100"),
            "SỐ-LIỆU: Số “23.100” hiểu được hai cách: 23100 hoặc 23,1.",
            "Viết 23100 nếu là hàng nghìn; viết 23,1 nếu là số thập phân.",
        ),
        (
            ("ty-le", "70%"),
            "SỐ-LIỆU: “70%” không phải là một con số.",
            "Chỉ viết số, ví dụ 70; đơn vị đặt ở khóa unit.",
        ),
        (
            ("ty-le", "21/20"),
            "SỐ-LIỆU: Cặp of phải gồm tử số rồi mẫu số, mẫu số lớn hơn 0 và tử số không quá mẫu số.",
            "Viết ví dụ of: [14, 53].",
        ),
        (
            ("de-an", "85"),
            "SỐ-LIỆU: “85” không phải là trạng thái của “de-an”.",
            "Hãy ghi: hoàn thành (done); đang thực hiện (under-way); chưa thực hiện (not-started).",
        ),
        (
            ("bi-mat", "hoàn thành"),
            "SỐ-LIỆU: “hoàn thành” không phải là trạng thái của “bi-mat”.",
            "Hãy ghi: không để xảy ra vi phạm (kept); để xảy ra vi phạm (broken).",
        ),
        (
            ("khac", "5"),
            "CHỈ-TIÊU: pt không có chỉ tiêu hay nhiệm vụ nào mang mã “khac”.",
            "Có phải “khach”?",
        ),
        (
            ("de-an", "done", "--estimate", "--base", "4"),
            "“de-an” được báo bằng trạng thái nên không dùng --estimate, --base.",
            "Bỏ tùy chọn ấy.",
        ),
        (
            ("khach", "5", "--shown-by", "Biên bản"),
            "“khach” được báo bằng con số nên không dùng --shown-by.",
            "Bỏ tùy chọn ấy.",
        ),
        (
            ("vu", "5", "--base", "1.234"),
            "--base: Số “1.234” hiểu được hai cách: 1234 hoặc 1,234.",
            "Viết 1234 nếu là hàng nghìn; viết 1,234 nếu là số thập phân.",
        ),
    ],
)
def test_a_value_that_data_would_refuse_is_refused_in_their_words(
    words: tuple[str, ...], message: str, hint: str, office: Terminal
) -> None:
    before = office.tree()

    said = office("record", "pt", *words, "-u", "doi", "--period", "2026-9M", *TELEPHONE)

    assert said == Said(2, "", f"lỗi: {message}\n  → {hint}\n")
    assert office.tree() == before


def test_another_value_of_the_same_period_must_say_which_one_it_corrects(office: Terminal) -> None:
    before = text(office)

    said = office("record", "pt", "khach", "6", "-u", "doi", "--period", "2026-H1", *TELEPHONE)
    revised = office(
        "record",
        "pt",
        "khach",
        "6",
        "-u",
        "doi",
        "--period",
        "2026-H1",
        "--revises",
        "Báo cáo 01",
        *TELEPHONE,
    )

    assert said == Said(
        2,
        "",
        f"{PLACE}:5:19: lỗi: “khach” 6 tháng đầu năm 2026 của đơn vị này đã ghi 5 nghìn lượt (Báo cáo 01).\n"
        '  → Nếu là đính chính thì ghi thêm: --revises "Báo cáo 01"\n',
    )
    assert revised.code == 0
    assert "  revises: Báo cáo 01\n" in text(office).removeprefix(before)


def test_a_figure_where_words_were_reported_must_say_that_it_corrects_them(office: Terminal) -> None:
    (office.directory / PLACE).write_text(
        "- period: 2026-H1\n  as_of: 2026-07-02\n  source: Báo cáo 01\n  values: {xuat: {text: Xuất siêu}}\n",
        "utf-8",
    )
    before = office.tree()

    said = office("record", "pt", "xuat", "6", "-u", "doi", "--period", "2026-H1", *TELEPHONE)

    assert said == Said(
        2,
        "",
        f"{PLACE}:4:18: lỗi: “xuat” 6 tháng đầu năm 2026 của đơn vị này đã ghi “Xuất siêu” (Báo cáo 01).\n"
        '  → Nếu là đính chính thì ghi thêm: --revises "Báo cáo 01"\n',
    )
    assert office.tree() == before


def test_nothing_is_written_when_the_data_would_have_errors(office: Terminal) -> None:
    before = office.tree()

    said = office(*HEAD, "--revises", "Báo cáo 09", *TELEPHONE)

    assert (said.code, said.out, office.tree()) == (1, "", before)
    assert "lỗi TD414: Không có mục nào đứng trước mang source “Báo cáo 09”." in said.err
    assert "= gợi ý: Có phải “Báo cáo 01”?" in said.err
    assert said.err.endswith("Số liệu này làm dữ liệu có lỗi nên không ghi. Hãy sửa rồi chạy lại.\n")


def test_a_warning_is_shown_and_keeps_nothing_from_being_written(office: Terminal) -> None:
    said = office("record", "pt", "ty-le", "1/2", "-u", "to", "--period", "2026-9M", *TELEPHONE)

    assert said.code == 0
    assert "cảnh báo TD413: “Tổ” báo “ty-le” nhưng không được giao mục này." in said.err
    assert (office.directory / "data/campaigns/pt/results/to.yaml").exists()


def test_errors_that_were_there_before_are_no_hindrance(office: Terminal) -> None:
    (office.directory / "data/units/hong.yaml").write_text("{id: hong}\n", encoding="utf-8")

    assert office(*HEAD, *TELEPHONE).code == 0


def test_a_file_that_cannot_be_read_is_left_alone(office: Terminal) -> None:
    (office.directory / PLACE).write_text("- period: năm nay\n  as_of: 2026-07-02\n", encoding="utf-8")
    before = office.tree()

    said = office(*HEAD, *TELEPHONE)

    assert (said.code, office.tree()) == (2, before)
    assert f"Tệp “{PLACE}” còn lỗi nên không ghi thêm." in said.err


def test_a_trial_shows_the_difference_and_writes_nothing(office: Terminal) -> None:
    before = office.tree()

    said = office(*HEAD, *TELEPHONE, "--dry-run")

    assert (said.code, said.err, office.tree()) == (0, "CHƯA GHI — chạy thử\n", before)
    assert said.out.startswith(f"--- {PLACE}\n+++ {PLACE}\n")
    assert [line for line in said.out.splitlines()[3:] if line[:1] == "-"] == []
    assert "+    khach: 850,5\n" in said.out


@pytest.mark.parametrize(
    ("last", "told", "written"), [("c", "Đã ghi vào", True), ("k", "Không ghi gì.", False)]
)
def test_what_the_command_line_leaves_open_is_asked_and_written_after_a_yes(
    last: str, told: str, office: Terminal, monkeypatch: pytest.MonkeyPatch, *, written: bool
) -> None:
    typing(monkeypatch, "", "khach", "một ít", "7", "doi", "2026-9M", "Bà A", last)
    before = text(office)

    said = office("record", "--as-of", "2026-10-02")

    assert said.code == 0
    assert "“một ít” không phải là một con số." in said.err
    assert said.err.splitlines()[-1].partition("]: ")[2].startswith(told)
    assert (text(office) != before) is written


def test_whoever_goes_back_answers_from_there_once_more(
    office: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(
        monkeypatch,
        "<",
        "",
        "khach",
        "<",
        "de-an",
        "done",
        "2026-H1",
        "<",
        "<",
        "under-way",
        "2026-9M",
        "Bà A",
        "c",
    )
    before = text(office)

    said = office("record", "-u", "doi", "--as-of", "2026-10-02")

    assert said.code == 0
    assert said.err.count("Đây là câu đầu tiên.") == 1
    assert text(office) == (
        f"{before}\n- period: 2026-9M\n  as_of: 2026-10-02\n  source: Bà A\n  tasks:\n    de-an: under-way\n"
    )


@pytest.mark.parametrize(
    ("answers", "entry"),
    [
        (("",), "\n    khach:\n      value: 7\n      estimate: true\n"),
        (("<", "2026-10", "k"), "\n    khach: 7\n"),
    ],
)
def test_of_a_period_that_goes_on_the_dialogue_asks_whether_the_figure_is_an_estimate(
    office: Terminal, monkeypatch: pytest.MonkeyPatch, answers: tuple[str, ...], entry: str
) -> None:
    typing(monkeypatch, "khach", "7", "doi", "2026", *answers, "Bà A", "c")

    said = office("record", "pt", "--as-of", "2026-10-02")

    assert (said.code, "Năm 2026 chưa hết. Đây là số ước thực hiện? c (có), k (không) [c]: " in said.err) == (
        0,
        True,
    )
    assert text(office).endswith(entry)


@pytest.mark.parametrize(("target", "period"), [("khach", "2026-9M"), ("de-an", "2026")])
def test_a_figure_of_a_period_that_is_over_and_a_state_are_no_estimates(
    office: Terminal, monkeypatch: pytest.MonkeyPatch, target: str, period: str
) -> None:
    typing(monkeypatch, target, "done" if target == "de-an" else "7", "doi", period, "Bà A", "k")

    assert "số ước" not in office("record", "pt", "--as-of", "2026-10-02").err


def test_a_period_that_is_none_is_named_once(office: Terminal) -> None:
    said = office("record", "pt", "khach", "7", "-u", "doi", "--period", "2026-6", "--source", "Bà A")

    assert said.err.splitlines()[0] == "lỗi: --period: “2026-6” không phải là một kỳ."


def test_all_that_is_missing_is_named_at_once_where_nothing_may_be_asked(office: Terminal) -> None:
    assert office("record", "pt", "khach", "--no-input").err.startswith(
        "lỗi: Chưa đủ thông tin, còn thiếu: SỐ-LIỆU, --unit, --period, --source.\n"
    )
