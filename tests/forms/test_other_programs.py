"""Forms in LibreOffice: what is filled in survives its ways, and the page prints as offices know it."""

import re
import shutil
from pathlib import Path

import pytest

from forms_office import DATA, DAY, Office, Workbook
from printing import places, read_pages, run, unavailable
from terminal import Terminal

pytestmark = pytest.mark.pages


def converted(folder: Path, name: str, to: str) -> Path:
    """The file as LibreOffice saves it in another form; skips the test where that is not installed."""
    if shutil.which("soffice") is None:
        unavailable("soffice is not installed")
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    run(folder, "soffice", home, "--headless", "--convert-to", to, "--outdir", "saved", name)
    saved = folder / "saved" / f"{Path(name).stem}.{to.partition(':')[0]}"
    if not saved.exists():
        unavailable("LibreOffice Calc is not installed")
    return saved


def filled(form: Workbook) -> Workbook:
    return (
        form.say("20/11/2026")
        .put("Chỉ tiêu", "khach", "Kết quả", 95.1 + 0.2, "#,##0.0")
        .put("Chỉ tiêu", "xa", "Kết quả", 0.7, "0%")
        .put("Chỉ tiêu", "hang", "Kết quả", "3")
        .put("Chỉ tiêu", "tang", "Kết quả", "=1000+234.5", "General")
        .put("Chỉ tiêu", "tang", "Ghi chú", "Số của Cục\nTạm tính")
        .put("Nhiệm vụ", "nha", "Tình trạng", "hoàn thành")
        .put("Nhiệm vụ", "nha", "Ngày hoàn thành", "14/11/2026")
        .add(Tên_sáng_kiến="Sổ tay số", Tác_giả_và_tỷ_lệ="Lê A:60; Lê B:40", Ngày_đăng_ký="01/11/2026")
        .put("Lời văn", "Nguyên nhân", "Trả lời", "- Mưa\n- Gió")
    )


def test_what_is_filled_in_survives_another_program_which_computes_the_formulas(thidua: Terminal) -> None:
    office = Office(thidua, DATA)
    office.back(filled(office.form()), "a.xlsx")

    converted(office.directory, "a.xlsx", "ods").rename(office.directory / "b.ods")
    converted(office.directory, "b.ods", "xlsx:Calc MS Excel 2007 XML").rename(office.directory / "b.xlsx")
    said = thidua("form", "import", "b.xlsx", "-y", *DAY)

    assert said.code == 0, said.err
    for change in (
        "(khach): ước 90 → ước 95,3",
        "(xa): chưa có số liệu → ước 70",
        "(hang): chưa có số liệu → ước 3",
        "(tang): chưa có số liệu → ước 1.234,5; Số của Cục",
        "(nha): chưa có số liệu → hoàn thành; ngày 14/11/2026",
        "Sáng kiến: Sổ tay số",
        "Lời văn: Nguyên nhân",
    ):
        assert change in said.out
    assert "as_of: 2026-11-20" in office.results()


def test_a_form_prints_on_landscape_pages_with_its_heading_on_each(thidua: Terminal) -> None:
    many = "".join(
        f"  - {{id: ct-{n}, name: Chỉ tiêu dài để xuống dòng trong ô của biểu số {n}, unit: lượt, at_least: {n}, "
        "reported_by: [doi]}\n"
        for n in range(1, 41)
    )
    targets = {"data/campaigns/pt/targets.yaml": f"targets:\n{many}"}
    office = Office(thidua, {**{k: v for k, v in DATA.items() if "results" not in k}, **targets})
    office.back(office.form(), "a.xlsx")

    converted(office.directory, "a.xlsx", "pdf").rename(office.directory / "a.pdf")
    first, second, *_ = read_pages(office.directory, "a")
    size = re.search(r"Page size: +([\d.]+) x ([\d.]+)", run(office.directory, "pdfinfo", "a.pdf"))

    assert size is not None
    assert [round(float(side)) for side in size.groups()] == [842, 595]
    assert places(first, "BIỂU TỔNG HỢP SỐ LIỆU NĂM 2026")
    assert places(first, "Kết quả")
    assert places(second, "Kết quả")
    assert max(word.right for word in (*first, *second)) < 842
    assert places(second, "Ghi chú")
