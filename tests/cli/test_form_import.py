"""`thidua form import`: what units filled in goes into the data, every fault is named, and nothing is overwritten."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forms_office import DATA, DAY, RESULTS, Office, Workbook
from terminal import Said, Terminal, typing

FIGURES, STATES = "Chỉ tiêu", "Nhiệm vụ"


@pytest.fixture
def office(thidua: Terminal) -> Office:
    return Office(thidua, DATA)


def take(office: Office, *names: str, more: tuple[str, ...] = ("-y",)) -> Said:
    return office.thidua("form", "import", *names, *more, *DAY)


def filled(office: Office) -> Workbook:
    return (
        office.form()
        .say("20/11/2026")
        .say("12/BC-Đ", "Số, ký hiệu báo cáo:")
        .put(FIGURES, "khach", "Kết quả", 95.1 + 0.2, "#,##0.0")
        .put(FIGURES, "xa", "Tử số", "7")
        .put(FIGURES, "xa", "Mẫu số", 10)
        .put(FIGURES, "tang", "Kết quả", "1.234,5")
        .put(FIGURES, "tang", "Số cùng kỳ năm trước", "1000")
        .put(FIGURES, "tang", "Ghi chú", "số của  Cục")
        .put(STATES, "nha", "Tình trạng", "Hoàn thành")
        .put(STATES, "nha", "Văn bản, minh chứng", "Biên bản 01")
        .put(STATES, "nha", "Ngày hoàn thành", "14/11/2026")
        .put(STATES, "vi-pham", "Tình trạng", "không để xảy ra vi phạm")
    )


ADDED = """
- period: 2026
  as_of: 2026-11-20
  source: Báo cáo số 12/BC-Đ
  values:
    xa:
      of: [7, 10]
      estimate: true
    tang:
      value: 1234,5
      estimate: true
      base: 1000
      note: số của Cục
    nha:
      state: done
      shown_by: Biên bản 01
      on: 2026-11-14
  tasks:
    vi-pham: kept
- period: 2026
  as_of: 2026-11-20
  source: Báo cáo số 12/BC-Đ (đính chính Báo cáo 02)
  revises: Báo cáo 02
  values:
    khach:
      value: 95,3
      estimate: true
"""


def test_a_form_becomes_entries_after_those_that_are_there(office: Office) -> None:
    before = office.results()
    name = office.back(filled(office))

    said = take(office, name)

    assert said.code == 0, said.err
    assert office.results() == before + ADDED.removeprefix("\n")
    assert "± Lượt khách (khach): ước 90 → ước 95,3" in said.out
    assert "+ Tỷ lệ xã đạt (xa): chưa có số liệu → ước 7/10" in said.out
    assert office.thidua("validate").code == 0


def test_the_same_form_twice_changes_nothing(office: Office) -> None:
    name = office.back(filled(office))
    take(office, name)
    before = office.thidua.tree()

    said = take(office, name)

    assert (said.code, office.thidua.tree()) == (0, before)
    assert said.out == "Không có gì mới: doi.\n"


def test_a_form_that_nobody_filled_in_changes_nothing(office: Office) -> None:
    name = office.back(office.form())
    before = office.thidua.tree()

    said = take(office, name)

    assert (said.code, office.thidua.tree()) == (0, before)


def test_a_trial_shows_the_lines_and_writes_nothing(office: Office) -> None:
    name = office.back(filled(office))
    before = office.thidua.tree()

    said = take(office, name, more=("--dry-run",))

    assert (said.code, office.thidua.tree()) == (0, before)
    assert "+      value: 95,3\n" in said.out
    assert "CHƯA GHI" in said.err


def test_it_asks_before_it_writes(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    name = office.back(filled(office))
    before = office.results()
    typing(monkeypatch, "k")

    said = take(office, name, more=())

    assert (said.code, office.results()) == (0, before)
    assert "Ghi vào 1 tệp dữ liệu? c (có), k (không) [c]: " in said.err


FAULTS: dict[str, tuple[Callable[[Workbook], Workbook], str, str]] = {
    "two readings": (
        lambda form: form.put(FIGURES, "khach", "Kết quả", "23.100"), "khach", "hai cách: 23100 hoặc 23,1"
    ),
    "a formula without a result": (
        lambda form: form.put(FIGURES, "khach", "Kết quả", "=1+1", "General"), "khach", "chưa có kết quả"
    ),
    "half a fraction": (lambda form: form.put(FIGURES, "xa", "Tử số", "7"), "xa", "phải có mẫu số"),
    "more than the whole": (
        lambda form: form.put(FIGURES, "xa", "Tử số", "12").put(FIGURES, "xa", "Mẫu số", "10"), "xa", "12/10"
    ),
    "a fraction that is another": (
        lambda form: form.put(FIGURES, "xa", "Tử số", "7").put(FIGURES, "xa", "Mẫu số", "10")
        .put(FIGURES, "xa", "Kết quả", "71"), "xa", "không khớp với 7/10"
    ),
    "a share above the whole": (lambda form: form.put(FIGURES, "xa", "Kết quả", "170"), "xa", "170%"),
    "a rank that is none": (lambda form: form.put(FIGURES, "hang", "Kết quả", "21"), "hang", "Hạng 21"),
    "a figure in a grey cell": (
        lambda form: form.put(FIGURES, "khach", "Tử số", "5"), "khach", "không dùng cột “Tử số”"
    ),
    "a note without a figure": (
        lambda form: form.put(FIGURES, "hang", "Ghi chú", "chưa rõ"), "hang", "chưa có số liệu"
    ),
    "a proof without a state": (
        lambda form: form.put(STATES, "nha", "Văn bản, minh chứng", "Biên bản"), "nha", "chưa có tình trạng"
    ),
    "an unknown state": (lambda form: form.put(STATES, "nha", "Tình trạng", "gần xong"), "nha", "“gần xong”"),
    "a state of another kind": (
        lambda form: form.put(STATES, "vi-pham", "Tình trạng", "hoàn thành"), "vi-pham", "không để xảy ra vi phạm"
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_file_sheet_cell_and_remedy(office: Office, fault: str) -> None:
    break_it, row, said = FAULTS[fault]
    form = break_it(office.form())
    sheet = STATES if row in {"nha", "vi-pham"} else FIGURES
    before = office.thidua.tree()
    name = office.back(form)

    answer = take(office, name)

    number = form.cell(sheet, row, "Mã").row
    lines = answer.err.splitlines()
    assert answer.code == 1
    assert f"{name} › {sheet}!" in lines[0]
    assert lines[0].split("!", 1)[1].split(":")[0][1:] == str(number)
    assert said in answer.err
    assert lines[1].startswith("  → ")
    assert {path: content for path, content in office.thidua.tree().items() if path != name} == {
        path: content for path, content in before.items() if path != name
    }


def test_all_faults_of_all_files_are_named_in_one_run_and_nothing_is_written(office: Office) -> None:
    good = office.back(filled(office), "tot.xlsx")
    bad = office.back(
        office.form()
        .put(FIGURES, "hang", "Kết quả", "x")
        .put(STATES, "de-an", "Tình trạng", "?")
        .say("31/2/2026"),
        "hong.xlsx",
    )
    (office.directory / "cu.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    before = office.results()

    said = take(office, good, bad, "cu.xls")

    assert (said.code, office.results()) == (1, before)
    assert said.err.count("lỗi: ") == 4
    assert "cu.xls: lỗi: Tệp là sổ Excel kiểu cũ (.xls)." in said.err
    assert said.err.endswith("✗ 4 lỗi trong 2 tệp; chưa ghi gì.\n")


def test_rows_and_columns_may_be_moved_and_sheets_renamed(office: Office) -> None:
    form = filled(office)
    page = form.sheet(FIGURES)
    for area in list(page.merged_cells.ranges):
        page.unmerge_cells(str(area))
    page.insert_cols(1)
    page.insert_rows(3)
    page.title = "Trang 1"
    top = next(cell.row for line in page.iter_rows() for cell in line if cell.value == "STT")
    rows = [[cell.value for cell in line] for line in page.iter_rows(min_row=top + 1, max_row=top + 6)]
    for line, values in zip(page.iter_rows(min_row=top + 1, max_row=top + 6), reversed(rows), strict=True):
        for cell, value in zip(line, values, strict=True):
            cell.value = value
    page.row_dimensions[top + 2].hidden = True
    page.protection.disable()
    before = office.results()

    said = take(office, office.back(form))

    assert said.code == 0, said.err
    assert sorted(office.results().splitlines()) == sorted((before + ADDED.removeprefix("\n")).splitlines())


def test_without_the_column_of_ids_rows_are_known_by_their_names(office: Office) -> None:
    form = filled(office)
    for sheet in (FIGURES, STATES):
        page = form.sheet(sheet)
        for line in page.iter_rows():
            if line[1].value in {"Mã", "khach", "xa", "hang", "tang", "nha", "de-an", "vi-pham"}:
                line[1].value = None
    before = office.results()

    said = take(office, office.back(form))

    assert said.code == 0, said.err
    assert office.results() == before + ADDED.removeprefix("\n")


def test_a_row_that_fits_no_question_is_a_fault(office: Office) -> None:
    form = filled(office)
    form.cell(FIGURES, "xa", "Mã").value = "xaa"
    form.cell(FIGURES, "khach", "Mã").value = "tang"

    said = take(office, office.back(form))

    assert said.code == 1
    assert "Biểu của đơn vị này không hỏi mục mang mã “xaa”." in said.err
    assert "Có phải “xa”?" in said.err
    assert "“tang” đã có ở dòng" in said.err


def test_merged_cells_are_a_fault(office: Office) -> None:
    form = filled(office)
    cells = (form.cell(FIGURES, row, "Kết quả").coordinate for row in ("hang", "xa"))
    form.sheet(FIGURES).merge_cells(":".join(sorted(cells)))

    said = take(office, office.back(form))

    assert (said.code, "bị gộp với ô khác" in said.err) == (1, True)


def test_a_table_without_its_heading_is_a_fault(office: Office) -> None:
    form = filled(office)
    page = form.sheet(FIGURES)
    page.delete_rows(next(cell.row for line in page.iter_rows() for cell in line if cell.value == "STT"))

    said = take(office, office.back(form))

    assert (said.code, "Không tìm thấy bảng “Chỉ tiêu”" in said.err) == (1, True)


def test_a_form_of_one_unit_is_not_taken_for_another(office: Office) -> None:
    renamed = office.back(filled(office), "bieu-pt-2026-to.xlsx")
    form = filled(office)
    for line in form.sheet(FIGURES).iter_rows():
        for cell in line:
            if cell.value == "Đội Một":
                cell.value = "Tổ Hai"
    rewritten = office.back(form, "ve.xlsx")

    said = take(office, renamed, rewritten)

    assert said.code == 1
    assert "Tệp mang tên của “to” nhưng là biểu lập cho “doi”." in said.err
    assert "Biểu lập cho “Đội Một” nhưng lại ghi đơn vị “Tổ Hai”." in said.err


def test_two_files_of_one_unit_must_say_the_same(office: Office) -> None:
    one, same = office.back(filled(office), "a.xlsx"), office.back(filled(office), "b.xlsx")
    other = office.back(filled(office).put(FIGURES, "xa", "Tử số", "8"), "c.xlsx")

    agreed, clash = take(office, one, same, more=("-n",)), take(office, one, other)

    assert agreed.code == 0
    assert (clash.code, clash.err.count("lỗi: ")) == (1, 1)
    assert "“xa” ghi khác với tệp khác của cùng đơn vị: a.xlsx › Chỉ tiêu!" in clash.err


def test_two_files_of_one_unit_mean_the_same_initiative_however_its_title_is_typed(office: Office) -> None:
    row = {"Tác_giả_và_tỷ_lệ": "Lê A", "Ngày_đăng_ký": "2/11/2026"}
    one = office.back(office.form().add(Tên_sáng_kiến="Số hoá – kho ảnh", **row), "a.xlsx")
    same = office.back(office.form().add(Tên_sáng_kiến="số hóa - Kho ảnh", **row), "b.xlsx")
    row["Tác_giả_và_tỷ_lệ"] = "Lê B"
    other = office.back(office.form().add(Tên_sáng_kiến="số hóa - Kho ảnh", **row), "c.xlsx")

    agreed, clash = take(office, one, same, more=("-n",)), take(office, one, other)

    assert (agreed.code, agreed.out.count("+ Sáng kiến: ")) == (0, 1)
    assert (clash.code, clash.err.count("lỗi: ")) == (1, 1)
    assert "“số hóa - Kho ảnh” ghi khác với tệp khác của cùng đơn vị: a.xlsx › Sáng kiến!" in clash.err


def with_newer_figure(office: Office) -> str:
    """A form that was made before another figure came in."""
    name = office.back(filled(office))
    later = "- period: 2026\n  as_of: 2026-11-19\n  source: Báo cáo 03\n  revises: Báo cáo 02\n  values: {khach: 93}\n"
    path = office.directory / RESULTS
    path.write_text(office.results() + later, encoding="utf-8")
    return name


def test_what_came_in_after_the_form_was_made_is_not_passed_over(office: Office) -> None:
    name = with_newer_figure(office)
    before = office.results()

    refused = take(office, name)
    unchanged = office.results()
    accepted = take(office, name, more=("-y", "--over-newer"))

    assert (refused.code, unchanged) == (1, before)
    assert "“khach” đã được báo 93 (Báo cáo 03) sau khi lập biểu này; biểu ghi ước 95,3." in refused.err
    assert accepted.code == 0
    assert office.results().startswith(before)
    assert "revises: Báo cáo 03\n" in office.results().removeprefix(before)


@pytest.mark.parametrize(("answers", "code"), [([""], 1), (["k"], 1), (["c", "c"], 0)])
def test_somebody_at_the_terminal_is_asked_about_newer_figures(
    office: Office, monkeypatch: pytest.MonkeyPatch, answers: list[str], code: int
) -> None:
    name = with_newer_figure(office)
    before = office.results()
    typing(monkeypatch, *answers)

    said = take(office, name, more=())

    assert (said.code, office.results() == before) == (code, code == 1)


def test_what_still_stands_as_it_was_filled_in_beforehand_is_no_answer(office: Office) -> None:
    name = office.back(office.form().put(STATES, "de-an", "Tình trạng", "hoàn thành"))
    later = "- period: 2026\n  as_of: 2026-11-19\n  source: Báo cáo 03\n  revises: Báo cáo 02\n  values: {khach: 93}\n"
    path = office.directory / RESULTS
    path.write_text(office.results() + later, encoding="utf-8")

    said = take(office, name)

    assert said.code == 0, said.err
    assert "Dữ liệu đã thay đổi từ khi lập biểu này." in said.out
    assert "khach" not in said.out


def test_a_correction_of_an_earlier_day_than_what_it_corrects_is_a_fault(office: Office) -> None:
    said = take(office, office.back(filled(office).say("30/10/2026")))

    assert said.code == 1
    assert "sớm hơn số đã nhận ngày 01/11/2026 (Báo cáo 02)" in said.err


def test_a_day_that_has_not_come_is_a_fault(office: Office) -> None:
    said = take(office, office.back(filled(office).say("22/11/2026")))

    assert (said.code, "là sau ngày nhập 21/11/2026" in said.err) == (1, True)


def test_without_a_day_the_figures_are_known_from_the_day_on_which_they_came_in(office: Office) -> None:
    form = office.form().put(STATES, "de-an", "Tình trạng", "hoàn thành")

    said = take(office, office.back(form))

    assert said.code == 0
    assert office.results().endswith(
        "- period: 2026\n  as_of: 2026-11-21\n  source: Biểu số liệu năm 2026 ngày 21/11/2026\n"
        "  tasks:\n    de-an: done\n"
    )


def test_a_blank_cell_never_says_zero(office: Office) -> None:
    blank = take(office, office.back(office.form().put(FIGURES, "khach", "Kết quả", None)))
    untouched = office.results()
    zero = take(office, office.back(office.form().put(FIGURES, "khach", "Kết quả", 0)))

    assert (blank.code, "khach" in blank.out, untouched) == (0, False, DATA_RESULTS)
    assert "ước 90 → ước 0" in zero.out


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("95", ""),
        ("900", "lớn hơn từ 10 lần so với ước 90 (năm 2026); xem lại đơn vị tính và dấu phẩy"),
        ("9", "nhỏ hơn từ 10 lần so với ước 90 (năm 2026); xem lại đơn vị tính và dấu phẩy"),
    ],
)
def test_a_figure_of_another_magnitude_is_shown_as_one_to_look_at(
    office: Office, typed: str, shown: str
) -> None:
    said = take(office, office.back(office.form().put(FIGURES, "khach", "Kết quả", typed)), more=("-n",))

    warned = [line for line in said.out.splitlines() if line.startswith("    ! ")]
    assert warned == ([f"    ! {shown}."] if shown else [])


DATA_RESULTS = "\n".join(line[8:] for line in str(DATA[RESULTS]).split("\n"))


def test_a_quarter_says_whether_its_sum_counts_from_new_year(office: Office) -> None:
    open_still = office.form(period="2026-Q3").put(FIGURES, "khach", "Kết quả", "30")
    refused = take(office, office.back(open_still))
    chosen = open_still.put(FIGURES, "khach", "Lũy kế hay riêng kỳ", "lũy kế từ đầu năm")
    taken = take(office, office.back(chosen))

    assert (refused.code, "riêng kỳ hay lũy kế" in refused.err) == (1, True)
    assert taken.code == 0, taken.err
    assert office.results().endswith("    khach:\n      value: 30\n      cumulative: true\n")


def test_what_no_figure_measures_is_reported_in_words(thidua: Terminal) -> None:
    words = "  - {id: muc, kind: qualitative, name: Mức sống, level: mức khá, reported_by: [doi]}"
    targets = str(DATA["data/campaigns/pt/targets.yaml"]).replace("tasks:", f"{words}\n        tasks:")
    office = Office(thidua, {**DATA, "data/campaigns/pt/targets.yaml": targets})

    name = office.back(office.form().put(FIGURES, "muc", "Kết quả", "Khá, đều các xã"))
    first, second = take(office, name), take(office, name)

    assert first.code == 0, first.err
    assert "(muc): chưa có số liệu → Khá, đều các xã" in first.out
    assert office.results().endswith("  values:\n    muc:\n      text: Khá, đều các xã\n")
    assert second.out == "Không có gì mới: doi.\n"
    assert office.form().cell(FIGURES, "muc", "Kết quả").value == "Khá, đều các xã"


def test_the_first_results_of_a_unit_make_its_file(office: Office) -> None:
    form = office.form("to").put(FIGURES, "rieng", "Kết quả", 3)

    said = take(office, office.back(form))

    assert said.code == 0, said.err
    assert (office.directory / "data/campaigns/pt/results/to.yaml").read_text(encoding="utf-8") == (
        "# Kết quả của Tổ Hai trong phong trào pt.\n"
        "# Giải thích từng khóa: thidua explain, rồi tên khóa\n"
        "- period: 2026\n  as_of: 2026-11-21\n  source: Biểu số liệu năm 2026 ngày 21/11/2026\n"
        "  values:\n    rieng:\n      value: 3\n      estimate: true\n"
    )


def test_initiatives_go_to_the_bank_once(office: Office) -> None:
    form = office.form().add(
        Tên_sáng_kiến="Sổ tay  số",
        Tác_giả_và_tỷ_lệ="Lê A:60; Lê B:40",
        Ngày_đăng_ký="01/11/2026",
        Lĩnh_vực="Quản lý",
    )
    name = office.back(form.add(
        Tên_sáng_kiến="Kho ảnh", Tác_giả_và_tỷ_lệ="Lê A", Ngày_đăng_ký="2/11/2026",
    ))  # fmt: skip

    first, second = take(office, name), take(office, name)

    bank = (office.directory / "data/initiatives/2026/doi.yaml").read_text(encoding="utf-8")
    assert (first.code, second.code) == (0, 0)
    assert "+ Sáng kiến: Sổ tay số" in first.out
    assert "Sáng kiến" not in second.out
    assert bank.count("- id: ") == 2
    assert "- id: so-tay-so\n  title: Sổ tay số\n" in bank
    assert "field: Quản lý\n  campaigns: [pt]\n" in bank


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"Tên_sáng_kiến": "Kho ảnh"}, "còn thiếu tên, tác giả hoặc ngày đăng ký"),
        (
            {"Tên_sáng_kiến": "Kho", "Tác_giả_và_tỷ_lệ": "A:60; B:50", "Ngày_đăng_ký": "1/1/2026"},
            "cộng lại là 110",
        ),
        (
            {"Tên_sáng_kiến": "Kho", "Tác_giả_và_tỷ_lệ": "A", "Ngày_đăng_ký": "1/1"},
            "“1/1” không phải là một ngày",
        ),
    ],
)
def test_an_initiative_that_is_not_complete_is_a_fault(
    office: Office, values: dict[str, object], said: str
) -> None:
    answer = take(office, office.back(office.form().add(**values)))

    assert (answer.code, said in answer.err) == (1, True)
    assert answer.err.count("lỗi: ") == 1
    assert "› Sáng kiến!" in answer.err


NARRATIVE = "data/campaigns/pt/reports/doi/2026-periodic.md"


def test_answers_make_the_narrative_of_the_unit_and_print_as_typed(office: Office) -> None:
    typed = "- Còn chậm {{ x }} {% if %}\n- Thiếu người\nĐã khắc phục # 1"
    name = office.back(office.form().put("Lời văn", "Nguyên nhân", "Trả lời", typed))

    first = take(office, name)
    text = (office.directory / NARRATIVE).read_text(encoding="utf-8")
    second = take(office, name)

    assert "+ Lời văn: Nguyên nhân" in first.out
    assert (
        "\n\n- Còn chậm \\{\\{ x \\}\\} \\{\\% if %\\}\n- Thiếu người\n\nĐã khắc phục \\# 1\n\n# Bài học"
        in text
    )
    assert "Lời văn" not in second.out
    assert office.form().cell("Lời văn", "Nguyên nhân", "Trả lời").value == typed
    assert office.thidua("validate").code == 0


def test_answers_never_take_the_place_of_what_a_person_wrote(office: Office) -> None:
    path = office.directory / NARRATIVE
    path.parent.mkdir(parents=True)
    written = (
        "---\r\nperiod: 2026\r\nkind: periodic\r\n---\r\n# Nguyên nhân\r\n\r\n> Vì sao?\r\n\r\nVì mưa.\r\n\r\n"
        "# Tồn tại, hạn chế\r\n\r\n> Việc nào?\r\n\r\n# Đề xuất, kiến nghị\r\n"
    )
    path.write_bytes(written.encode())
    form = office.form()
    for heading in ("Nguyên nhân", "Tồn tại, hạn chế", "Bài học kinh nghiệm"):
        form.put("Lời văn", heading, "Trả lời", "Vì gió.")

    said = take(office, office.back(form))

    assert said.code == 0, said.err
    assert f"“Nguyên nhân” đã có lời văn khác ở {NARRATIVE}; giữ nguyên tệp ấy." in said.out
    assert (
        path.read_bytes().decode()
        == written.replace("> Việc nào?\r\n\r\n", "> Việc nào?\r\n\r\nVì gió.\r\n\r\n")
        + "\r\n# Bài học kinh nghiệm\r\n\r\nVì gió.\r\n"
    )


def test_a_figure_that_would_break_a_rule_is_refused_before_it_is_written(thidua: Terminal) -> None:
    part = "  - {id: ngoai, name: Khách ngoài, unit: lượt, reach: 5, part_of: khach, reported_by: [doi]}"
    targets = str(DATA["data/campaigns/pt/targets.yaml"]).replace("tasks:", f"{part}\n        tasks:")
    results = "- {period: 2025, as_of: 2026-01-01, source: a}\n"
    office = Office(thidua, {**DATA, "data/campaigns/pt/targets.yaml": targets, RESULTS: results})
    before = office.results()
    form = office.form().put(FIGURES, "khach", "Kết quả", 5).put(FIGURES, "ngoai", "Kết quả", 6)

    said = take(office, office.back(form))

    assert (said.code, office.results()) == (1, before)
    at = form.cell(FIGURES, "ngoai", "Kết quả").coordinate
    assert f"ve.xlsx › {FIGURES}!{at}: lỗi: “ngoai” là một phần của “khach” nhưng được báo 6" in said.err


def test_data_that_have_errors_are_not_added_to(office: Office) -> None:
    name = office.back(filled(office))
    path = office.directory / RESULTS
    path.write_text(office.results().replace("khach: 40", "khach: 23.100"), encoding="utf-8")

    said = take(office, name)

    assert (said.code, "TD204" in said.err) == (1, True)


def hidden(form: Workbook, key: str, value: str | None) -> Workbook:
    for line in form.sheet("_thidua").iter_rows():
        if line[0].value == key:
            line[1].value = value
    return form


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("thidua-form", "2", "bản thidua mới hơn"),
        ("thidua-form", "", "Trang ẩn của biểu đã bị sửa"),
        ("period", "2026-X", "Trang ẩn của biểu đã bị sửa"),
        ("kind", "../../..", "Trang ẩn của biểu đã bị sửa"),
        ("unit", "../so", "Biểu của đơn vị “../so” không có trong danh mục."),
        ("campaign", "../pt", "Không có phong trào nào"),
    ],
)
def test_a_form_whose_hidden_sheet_was_tampered_with_is_refused(
    office: Office, key: str, value: str, said: str
) -> None:
    answer = take(office, office.back(hidden(filled(office), key, value)))

    assert (answer.code, said in answer.err) == (1, True)


def test_a_workbook_that_is_no_form_is_refused(office: Office) -> None:
    form = filled(office)
    del form.book["_thidua"]

    said = take(office, office.back(form))

    assert (said.code, "không phải là biểu do thidua lập" in said.err) == (1, True)


def test_a_folder_stands_for_the_files_in_it_but_for_locks(office: Office) -> None:
    office.back(filled(office), "ve-a.xlsx")
    folder = office.directory / "nhan"
    folder.mkdir()
    (office.directory / "ve-a.xlsx").rename(folder / "a.xlsx")
    (folder / "~$a.xlsx").write_bytes(b"lock")

    named, starred = take(office, "nhan", more=("-n",)), take(office, "nhan/*.xlsx", more=("-n",))

    assert (named.code, named.err) == (0, "CHƯA GHI — chạy thử\n")
    assert starred == named


@pytest.mark.parametrize("name", ["khong-co.xlsx", "rong"])
def test_a_path_without_a_form_is_met_with_a_sentence(office: Office, name: str) -> None:
    (office.directory / "rong").mkdir()

    said = take(office, name)

    assert (said.code, said.out) == (2, "")


MUTATIONS = st.tuples(
    st.sampled_from((FIGURES, STATES, "Sáng kiến", "Lời văn", "_thidua")),
    st.integers(1, 20),
    st.integers(1, 13),
    st.one_of(
        st.none(),
        st.text(max_size=8).filter(lambda text: text.isprintable()),
        st.integers(-(10**16), 10**16),
        st.floats(allow_nan=False, allow_infinity=False),
        st.booleans(),
        st.dates(),
        st.sampled_from(("#REF!", "=A1", "23.100", "khach", "xa", "STT", "Mã", "Kết quả", "Người lập biểu")),
    ),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(MUTATIONS, min_size=1, max_size=6))
def test_a_mutated_form_is_taken_whole_or_refused_whole(
    office: Office, mutations: list[tuple[str, int, int, object]]
) -> None:
    made = office.directory / "di/bieu-pt-2026-doi.xlsx"
    form = Workbook.at(made) if made.exists() else office.form()
    for sheet, row, column, value in mutations:
        cell = form.sheet(sheet).cell(row, column)
        if type(cell).__name__ == "Cell":
            cell.value = value  # type: ignore[assignment]
    before = office.results()

    said = take(office, office.back(form), more=("-n",))

    assert said.code in {0, 1}, said.err
    assert office.results() == before
    assert said.code == 0 or "  → " in said.err


def test_forms_of_two_campaigns_are_taken_in_one_run(thidua: Terminal) -> None:
    data = {name: text for name, text in DATA.items() if "results" not in name}
    other = {name.replace("/pt/", "/pt-khac/"): text for name, text in data.items() if "/pt/" in name}
    office = Office(thidua, {**data, **other})
    names = []
    for campaign in ("pt", "pt-khac"):
        said = thidua("form", "export", "-c", campaign, "-u", "doi", "--period", "2026", "-o", campaign, *DAY)
        assert said.code == 0, said.err
        form = Workbook.at(office.directory / campaign / f"bieu-{campaign}-2026-doi.xlsx")
        names.append(office.back(form.put(FIGURES, "khach", "Kết quả", 95), f"{campaign}.xlsx"))

    said = take(office, *names)

    assert said.code == 0, said.err
    for campaign in ("pt", "pt-khac"):
        results = office.directory / f"data/campaigns/{campaign}/results/doi.yaml"
        assert "value: 95\n" in results.read_text(encoding="utf-8")
