"""An office that sends forms out, and a clerk of a unit who fills one in with a program that is not ours."""

from io import BytesIO
from pathlib import Path
from typing import Self

import openpyxl
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from building import data_directory
from terminal import Terminal

RESULTS = "data/campaigns/pt/results/doi.yaml"
DAY = ("--as-of", "2026-11-21")
DATA: dict[str, str | bytes] = {
    "thidua.yaml": "unit: so\n",
    "data/units/so.yaml": """\
        id: so
        name: Sở Minh họa
        divisions:
          - {id: doi, name: Đội Một, kind: division}
          - {id: to, name: Tổ Hai, kind: division}
          - {id: nhom, name: Các đội, kind: group, members: [doi, to]}
        """,
    "data/campaigns/pt/campaign.yaml": """\
        name: phong trào minh họa
        issuer: so
        period: {from: 2026-01-01, to: 2026-12-31}
        contents: [{id: viec, title: Việc chính}]
        """,
    "data/campaigns/pt/plan.md": '# VIỆC\n\n{{ table("targets") }}\n',
    "data/campaigns/pt/targets.yaml": """\
        targets:
          - {id: khach, name: Lượt khách, unit: nghìn lượt, at_least: 100, content: viec, reported_by: [nhom]}
          - {id: xa, kind: share, name: Tỷ lệ xã đạt, reach: 70, reported_by: [doi]}
          - {id: hang, kind: rank, name: Thứ hạng chung, top: 5, among: 20, reported_by: [doi]}
          - id: tang
            kind: growth
            name: Tăng doanh thu
            at_least: 8
            against: previous-year
            over_time: each-year
            reported_by: [doi]
          - {id: nha, kind: milestone, name: Xây nhà văn hóa, reported_by: [doi]}
          - {id: rieng, name: Việc của tổ, unit: việc, at_least: 1, reported_by: [to]}
        tasks:
          - {id: de-an, name: Xây dựng đề án, responsible: [nhom]}
          - {id: vi-pham, name: Không để xảy ra vi phạm, kind: zero-tolerance, responsible: [doi]}
        """,
    RESULTS: """\
        # Số của Đội
        - period: 2026-H1
          as_of: 2026-07-01
          source: Báo cáo 01
          values:
            khach: 40   # nguyên văn
            xa: {of: [6, 10]}
          tasks: {de-an: under-way}
        - period: 2026
          as_of: 2026-11-01
          source: Báo cáo 02
          values:
            khach: {value: 90, estimate: true}
        """,
}


class Workbook:
    """A form opened by somebody in a unit."""

    def __init__(self, content: bytes) -> None:
        self.book = openpyxl.load_workbook(BytesIO(content))

    @classmethod
    def at(cls, path: Path) -> Self:
        return cls(path.read_bytes())

    def sheet(self, name: str) -> Worksheet:
        page = self.book[name]
        assert isinstance(page, Worksheet)
        return page

    def cell(self, sheet: str, row: str, heading: str) -> Cell:
        """The cell in the row of that id, name or heading and under that column."""
        page = self.sheet(sheet)
        [top] = [c for line in page.iter_rows() for c in line if c.value == "STT"]
        [column] = [c.column for c in page[top.row] if c.value == heading]
        line = next(c.row for cells in page.iter_rows(min_row=top.row) for c in cells if c.value == row)
        found = page.cell(line, column)
        assert isinstance(found, Cell)
        return found

    def put(
        self, sheet: str, row: str, heading: str, value: object, number_format: str | None = None
    ) -> Self:
        cell = self.cell(sheet, row, heading)
        cell.value = value  # type: ignore[assignment]
        if number_format is not None:
            cell.number_format = number_format
        return self

    def say(self, value: object, label: str = "Số liệu tính đến ngày:") -> Self:
        """What stands beside a label above the table."""
        page = self.sheet("Chỉ tiêu")
        [at] = [c for line in page.iter_rows() for c in line if c.value == label]
        page.cell(at.row, at.column + 2).value = value  # type: ignore[assignment]
        return self

    def add(self, **values: object) -> Self:
        """A new initiative in the first empty row."""
        page = self.sheet("Sáng kiến")
        [top] = [c for line in page.iter_rows() for c in line if c.value == "STT"]
        columns = {str(c.value): number for number, c in enumerate(page[top.row], 1)}
        row = next(r for r in range(top.row + 1, 200) if not page.cell(r, columns["Tên sáng kiến"]).value)
        for heading, value in values.items():
            page.cell(row, columns[heading.replace("_", " ")]).value = value  # type: ignore[assignment]
        return self

    def content(self) -> bytes:
        file = BytesIO()
        self.book.save(file)
        return file.getvalue()

    def save(self, path: Path) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.content())
        return path


class Office:
    """The office at its terminal."""

    def __init__(self, thidua: Terminal, data: dict[str, str | bytes]) -> None:
        data_directory(thidua.directory, data)
        self.thidua = thidua
        self.directory = thidua.directory

    def form(self, unit: str = "doi", period: str = "2026", folder: str = "di") -> Workbook:
        """The form of a unit as it goes out."""
        said = self.thidua(
            "form", "export", "-c", "pt", "-u", unit, "--period", period, "-o", folder, "--force", *DAY
        )
        assert said.code == 0, said.err
        return Workbook.at(self.directory / folder / f"bieu-pt-{period}-{unit}.xlsx")

    def back(self, form: Workbook, name: str = "ve.xlsx") -> str:
        """The form as it came back, under a name of its own."""
        form.save(self.directory / name)
        return name

    def results(self) -> str:
        return (self.directory / RESULTS).read_text(encoding="utf-8")
