"""`thidua form export`: what a unit owes, beside what it has said, in a workbook that keeps its shape."""

from io import BytesIO

import openpyxl
import pytest

from forms_office import DATA, DAY, RESULTS, Office, Workbook
from terminal import Terminal


@pytest.fixture
def office(thidua: Terminal) -> Office:
    return Office(thidua, DATA)


def test_a_form_asks_for_what_the_unit_owes_and_nothing_else(office: Office) -> None:
    form = office.form("doi")

    ids = {
        sheet: [row[1].value for row in form.sheet(sheet).iter_rows() if str(row[0].value).isdigit()]
        for sheet in ("Chỉ tiêu", "Nhiệm vụ")
    }
    assert ids == {"Chỉ tiêu": ["xa", "hang", "tang", "khach"], "Nhiệm vụ": ["nha", "de-an", "vi-pham"]}
    assert form.book.sheetnames == ["Chỉ tiêu", "Nhiệm vụ", "Sáng kiến", "Lời văn", "Hướng dẫn", "_thidua"]


def test_the_period_before_and_what_is_reported_already_stand_in_the_form(office: Office) -> None:
    form = office.form("doi")

    def shown(row: str, heading: str) -> object:
        return form.cell("Chỉ tiêu", row, heading).value

    assert shown("khach", "Kỳ trước") == "40 (6 tháng đầu năm 2026)"
    assert shown("xa", "Kỳ trước") == "6/10 (6 tháng đầu năm 2026)"
    assert (shown("khach", "Kết quả"), shown("khach", "Thực hiện hay ước")) == ("90", "ước")
    assert (shown("xa", "Kết quả"), shown("xa", "Tử số")) == (None, None)
    assert (shown("xa", "Đơn vị tính"), shown("xa", "Mức giao")) == ("%", "70")
    assert (shown("tang", "Đơn vị tính"), shown("tang", "Mức giao")) == ("mức đạt được", "≥ 8%")
    assert form.cell("Nhiệm vụ", "de-an", "Kỳ trước").value == "đang thực hiện (6 tháng đầu năm 2026)"


def test_the_goal_is_the_units_own_as_it_is_in_force_or_said_to_be_everybodys(thidua: Terminal) -> None:
    targets = str(DATA["data/campaigns/pt/targets.yaml"]).replace(
        "at_least: 100, content: viec,",
        "at_least: 100, versions: [{from: 2026-06-01, at_least: 120}], content: viec,",
    )
    given = "- {target: rieng, units: {to: 1, doi: 3}}\n"
    files = {"data/campaigns/pt/targets.yaml": targets, "data/campaigns/pt/allocations.yaml": given}

    form = Office(thidua, {**DATA, **files}).form("doi")

    assert form.cell("Chỉ tiêu", "khach", "Mức giao").value == "chung: ≥ 120"
    assert form.cell("Chỉ tiêu", "rieng", "Mức giao").value == "≥ 3"
    assert form.cell("Chỉ tiêu", "hang", "Mức giao").value == "≤ 5"


def test_only_what_may_be_filled_in_is_open_and_kept_as_typed(office: Office) -> None:
    form = office.form("doi")

    def is_open(row: str, heading: str) -> bool:
        return not form.cell("Chỉ tiêu", row, heading).protection.locked

    assert form.sheet("Chỉ tiêu").protection.sheet
    assert [is_open("khach", h) for h in ("Mã", "Kỳ trước", "Kết quả", "Tử số")] == [
        False,
        False,
        True,
        False,
    ]
    assert [is_open("xa", h) for h in ("Kết quả", "Tử số", "Mẫu số")] == [True, True, True]
    assert is_open("tang", "Số cùng kỳ năm trước")
    assert form.cell("Chỉ tiêu", "khach", "Kết quả").number_format == "@"
    assert form.cell("Chỉ tiêu", "khach", "Mã").number_format == "@"


def test_only_where_figures_are_asked_for_a_nought_stands_for_nothing(office: Office) -> None:
    form = office.form("doi")

    told = {
        sheet: next(
            str(cell.value)
            for line in form.sheet(sheet).iter_rows()
            for cell in line
            if str(cell.value).startswith("Chỉ điền ô màu vàng.")
        )
        for sheet in ("Chỉ tiêu", "Nhiệm vụ", "Sáng kiến", "Lời văn")
    }
    assert [sheet for sheet, text in told.items() if "ghi 0" in text] == ["Chỉ tiêu"]
    assert "không có gì thì viết bằng lời" in told["Lời văn"]


def test_states_are_chosen_from_lists_in_vietnamese(office: Office) -> None:
    form = office.form("doi")

    lists = {
        str(rule.sqref): rule.formula1
        for rule in form.sheet("Nhiệm vụ").data_validations.dataValidation
        if rule.type == "list"
    }
    done = form.cell("Nhiệm vụ", "de-an", "Tình trạng").coordinate
    kept = form.cell("Nhiệm vụ", "vi-pham", "Tình trạng").coordinate
    assert lists[next(places for places in lists if done in places)] == (
        '"hoàn thành,đang thực hiện,chưa thực hiện"'
    )
    assert lists[kept] == '"không để xảy ra vi phạm,để xảy ra vi phạm"'


def test_a_period_within_the_year_asks_whether_a_sum_is_cumulative(office: Office) -> None:
    quarter = office.form("doi", "2026-Q3")

    assert quarter.cell("Chỉ tiêu", "khach", "Lũy kế hay riêng kỳ").protection.locked is False
    assert quarter.cell("Chỉ tiêu", "xa", "Lũy kế hay riêng kỳ").protection.locked is True
    with pytest.raises(ValueError, match="not enough values"):
        office.form("doi", "2026-H1").cell("Chỉ tiêu", "khach", "Lũy kế hay riêng kỳ")


def test_every_unit_gets_a_form_and_the_same_data_the_same_bytes(office: Office) -> None:
    first = office.thidua("form", "export", "-c", "pt", "--all", "--period", "2026", *DAY)
    before = office.thidua.tree()
    second = office.thidua("form", "export", "-c", "pt", "--all", "--period", "2026", *DAY)

    assert (first.code, first.out, second.code) == (0, "", 0)
    assert first.err.count("Đã ghi: bieu-pt-2026") == 2
    assert second.err.count("Không thay đổi: bieu-pt-2026") == 2
    assert office.thidua.tree() == before


@pytest.mark.parametrize(
    ("reports", "said"),
    [
        (
            "[{id: tk, from: nhom, to: so, kind: final, before: 2027-03-01}]",
            (
                "báo cáo tổng kết, kỳ năm 2026: chưa có báo cáo nào đến hạn trong 30 ngày tới; đây là báo cáo kế tiếp, "
                "kế hoạch yêu cầu báo cáo này trước ngày 01/3/2027 (còn 99 ngày)."
            ),
        ),
        (
            "[{id: nam, from: nhom, to: so, kind: annual}, {id: cua-so, from: so, kind: final, by: 2026-12-25}]",
            (
                "báo cáo năm, kỳ năm 2026: chưa có báo cáo nào đến hạn trong 30 ngày tới; đây là báo cáo kế tiếp, "
                "kế hoạch yêu cầu báo cáo này hằng năm, không ghi ngày."
            ),
        ),
        ("[]", "báo cáo định kỳ, kỳ năm 2026: kế hoạch không yêu cầu báo cáo định kỳ nào; lấy năm 2026."),
    ],
)
def test_a_form_is_for_the_next_report_of_the_units_and_not_for_a_period_that_has_its_figures(
    thidua: Terminal, reports: str, said: str
) -> None:
    campaign = f"{str(DATA['data/campaigns/pt/campaign.yaml']).rstrip()}\n        reports: {reports}\n"
    half = "- {period: 2026-H1, as_of: 2026-07-01, source: Báo cáo 01, values: {khach: 40}}\n"
    office = Office(thidua, {**DATA, "data/campaigns/pt/campaign.yaml": campaign, RESULTS: half})

    answer = office.thidua("form", "export", "-c", "pt", "--all", *DAY)

    assert (answer.code, f"Lập biểu cho {said}" in answer.err.splitlines()) == (0, True)


def test_a_group_stands_for_its_members(office: Office) -> None:
    said = office.thidua("form", "export", "-c", "pt", "-u", "nhom", "--period", "2026", *DAY)

    assert said.err.count("Đã ghi") == 2


def test_a_unit_that_is_no_more_gets_no_form(thidua: Terminal) -> None:
    units = str(DATA["data/units/so.yaml"]).replace("name: Tổ Hai,", "name: Tổ Hai, to: 2025-12-31,")
    office = Office(thidua, {**DATA, "data/units/so.yaml": units})

    said = office.thidua("form", "export", "-c", "pt", "--all", "--period", "2026", *DAY)

    assert said.err.count("Đã ghi") == 1
    assert "pt-2026-doi.xlsx" in said.err


def test_a_form_that_somebody_has_filled_in_is_not_replaced(office: Office) -> None:
    form = office.form("doi").put("Chỉ tiêu", "khach", "Kết quả", "5")
    path = form.save(office.directory / "di/bieu-pt-2026-doi.xlsx")
    filled = path.read_bytes()

    said = office.thidua("form", "export", "-c", "pt", "-u", "doi", "--period", "2026", "-o", "di", *DAY)

    assert (said.code, path.read_bytes()) == (2, filled)
    assert "có thể đã điền" in said.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Cần nói rõ lập biểu cho đơn vị nào."),
        (("-u", "doi", "--all"), "Cần nói rõ lập biểu cho đơn vị nào."),
        (("-u", "so"), "Đơn vị “so” không có chỉ tiêu, nhiệm vụ nào phải báo cáo trong pt."),
        (("-u", "do"), "Không có đơn vị nào mang mã “do”."),
    ],
)
def test_who_gets_a_form_must_be_clear(office: Office, words: tuple[str, ...], said: str) -> None:
    answer = office.thidua("form", "export", "-c", "pt", *words, *DAY)

    assert (answer.code, said in answer.err) == (2, True)


def test_a_campaign_that_gave_nobody_anything_has_no_forms(thidua: Terminal) -> None:
    nothing: dict[str, str | bytes] = {
        "data/campaigns/pt/targets.yaml": "targets: []\n",
        RESULTS: "- {period: 2026, as_of: 2026-11-01, source: a}\n",
    }
    office = Office(thidua, {**DATA, **nothing})

    answer = office.thidua("form", "export", "-c", "pt", "--all", *DAY)

    assert (answer.code, "chưa giao chỉ tiêu" in answer.err) == (2, True)


def test_a_form_prints_on_a4_with_its_heading_on_every_page(office: Office) -> None:
    page = office.form("doi").sheet("Chỉ tiêu")

    heading = next(cell.row for line in page.iter_rows() for cell in line if cell.value == "STT")
    assert (page.page_setup.orientation, page.page_setup.paperSize, page.page_setup.fitToHeight) == (
        "landscape",
        9,
        0,
    )
    assert page.print_title_rows == f"${heading}:${heading}"


def test_the_hidden_sheet_says_whose_form_it_is_and_what_was_known(office: Office) -> None:
    rows = [tuple(row) for row in office.form("doi").sheet("_thidua").iter_rows(values_only=True)]

    assert rows[0][:2] == ("thidua-form", "1")
    assert ("campaign", "pt", None) in rows
    assert ("unit", "doi", None) in rows
    assert ("known", "values.khach", "ước 90") in rows
    assert office.form("doi").sheet("_thidua").sheet_state == "veryHidden"


def test_an_initiative_and_an_answer_that_are_there_are_shown(thidua: Terminal) -> None:
    office = Office(
        thidua,
        {
            **DATA,
            "data/initiatives/2026/doi.yaml": """\
                - id: so-tay
                  title: Sổ tay
                  authors: [{name: Lê A, share: 60}, {name: Lê B, share: 40, unit: to}]
                  history: [{status: registered, on: 2026-02-01}]
                """,
            "data/campaigns/pt/reports/doi/2026-periodic.md": (
                "---\nperiod: 2026\nkind: periodic\n---\n# Nguyên nhân\n\n> Vì sao?\n\n- Vì \\[a\\]\n"
            ),
        },
    )

    form = office.form("doi")

    assert form.cell("Sáng kiến", "so-tay", "Tác giả và tỷ lệ").value == "Lê A:60; Lê B:40::to"
    assert form.cell("Sáng kiến", "so-tay", "Đã ghi nhận").value == "Đã đăng ký 01/02/2026"
    assert form.cell("Lời văn", "Nguyên nhân", "Trả lời").value == "- Vì [a]"


def test_a_form_opens_in_another_program_without_complaint(office: Office) -> None:
    content = (office.directory / "di/bieu-pt-2026-doi.xlsx") if office.form("doi") else None

    assert content is not None
    assert openpyxl.load_workbook(BytesIO(content.read_bytes()), data_only=True).sheetnames[0] == "Chỉ tiêu"
    assert Workbook.at(content).sheet("Chỉ tiêu").max_row > 10
