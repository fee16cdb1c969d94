"""How setting a paper compares with docxtpl and with naive python-docx on the same words, in the same run.

Run `python benchmarks/typesetting.py`; docxtpl is needed for this alone: `pip install docxtpl`. Every way gets its
words ready-made and ends with the bytes of a .docx; the template of docxtpl is made beforehand. Ours has more to do:
only its papers have the official form. The shipped report is measured from loaded data on, with all of its figures.
"""

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from io import BytesIO
from pathlib import Path

import docx
from measuring import compared, peak, seconds

from thidua_cli.documents.progress_report import compose_report
from thidua_cli.documents.report_choice import choose_report
from thidua_cli.documents.report_senders import sender_of
from thidua_cli.repository.loading import load
from thidua_cli.typesetting.composition import compose
from thidua_cli.typesetting.docx_writer import write_docx
from thidua_cli.typesetting.layout import DataTable, Line, Setting, TwoColumns
from thidua_cli.typesetting.profile import FormatProfile, load_profile
from thidua_cli.typesetting.tree import Column, Document, Frame, Inline, Row, Run, Table

ROUNDS, PAPERS_A_ROUND, MANY = 15, 4, 2000
AS_OF = date(2026, 11, 21)
DATA = Path(__file__).parent.parent


@dataclass(frozen=True)
class Part:
    """Lines one below the other, or the rows of a table."""

    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def main() -> None:
    """Print what each way takes, as a ratio to docxtpl, and what 2,000 papers take in memory."""
    profile = load_profile("nd30")
    repository = load(DATA).repository
    choice = choose_report(sender_of(repository, repository.campaigns["19-KH"]), AS_OF)

    def composed() -> Document:
        return compose_report(repository, choice, AS_OF, profile)

    report = composed()
    parts = parts_of(report, profile)
    template = template_for(parts)
    ways: dict[str, Callable[[], bytes]] = {
        "docxtpl": lambda: by_docxtpl(template, parts),
        "python-docx, naive": lambda: by_python_docx(parts),
        "write_docx": lambda: write_docx(report, profile),
        "compose_report and write_docx, from loaded data": lambda: write_docx(composed(), profile),
    }
    words = {name: words_in(way()) for name, way in ways.items()}
    assert len(set(map(str, words.values()))) == 1, "the ways must set the same words"
    print(f"The report on 19-KH: {len(words['docxtpl'])} words, {sum(bool(p.rows) for p in parts)} tables")
    for name, ratios in compared(ways, to="docxtpl", rounds=ROUNDS, times=PAPERS_A_ROUND).items():
        print(f"{statistics.median(ratios):5.2f} × (best {min(ratios):.2f}) {name}")
    for count in (MANY // 10, MANY):
        for _ in range(count):
            write_docx(composed(), profile)
        print(f"{peak():5} MB at most after {count} papers more")
    few, many = (time_a_row(rows, profile) for rows in (500, 5000))
    print(f"{many / few:5.2f} × a row of a table of 5,000 beside a row of a table of 500")


def time_a_row(rows: int, profile: FormatProfile) -> float:
    table = long_table(rows)
    return seconds(lambda: write_docx(table, profile), times=PAPERS_A_ROUND) / rows


def long_table(rows: int) -> Document:
    """The report with nothing but a table of so many rows."""
    columns = (Column("TT", 1, "center"), Column("Đơn vị", 5), Column("Kết quả", 2, "right"))
    cells = (((Run(str(n)),), (Run(f"Đơn vị minh họa {n}"),), (Run(f"{n}00"),)) for n in range(1, rows + 1))
    frame = Frame(
        (), ("Sở Minh họa",), None, "BC", None, "Cao Bằng", None, None, "BÁO CÁO", (Run("Kết quả"),)
    )
    return Document(frame, (), (Table((), columns, tuple(map(Row, cells))),), "Sở Minh họa", AS_OF)


def parts_of(document: Document, profile: FormatProfile) -> list[Part]:
    """The words of the paper, in the order in which it is set."""
    parts: list[Part] = []
    for sheets in compose(document, profile):
        for setting in sheets.settings:
            if isinstance(setting, DataTable):
                header = tuple(column.title for column in setting.table.columns)
                empty = ("",) * len(header)
                rows = (tuple(map(text_of, row.cells)) for row in setting.table.rows)
                parts.append(Part(rows=(header, *((*row, *empty)[: len(header)] for row in rows))))
            else:
                styled = [
                    profile.styles[line.slot].letters(text_of((*line.runs, *line.run_in)))
                    for line in lines_of(setting)
                ]
                parts.append(Part(lines=tuple(styled)))
    return parts


def lines_of(setting: Setting) -> list[Line]:
    if isinstance(setting, TwoColumns):
        cells = [cell for row in setting.rows for cell in row]
        pieces = [*(piece for cell in cells for piece in cell.pieces), *setting.below_left]
        return [piece for piece in pieces if isinstance(piece, Line)]
    return [setting] if isinstance(setting, Line) else []


def text_of(runs: Inline) -> str:
    return "".join(f"[{run.text}]" if run.blank else run.text for run in runs)


def template_for(parts: list[Part]) -> bytes:
    """What somebody would have drawn in Word: a loop over lines and a row to repeat for each table."""
    template = docx.Document()
    for number, part in enumerate(parts):
        if part.rows:
            table = template.add_table(rows=3, cols=len(part.rows[0]))
            table.rows[0].cells[0].text = f"{{%tr for row in parts[{number}].rows %}}"
            for column, cell in enumerate(table.rows[1].cells):
                cell.text = f"{{{{ row[{column}] }}}}"
            table.rows[2].cells[0].text = "{%tr endfor %}"
        else:
            template.add_paragraph(f"{{%p for line in parts[{number}].lines %}}")
            template.add_paragraph("{{ line }}")
            template.add_paragraph("{%p endfor %}")
    return saved(template)


def by_docxtpl(template: bytes, parts: list[Part]) -> bytes:
    """The template, filled in; opened anew each time, for it is changed by being filled in."""
    paper = import_module("docxtpl").DocxTemplate(BytesIO(template))
    paper.render({"parts": parts}, autoescape=True)
    return saved(paper)


def by_python_docx(parts: list[Part]) -> bytes:
    """Paragraph by paragraph and cell by cell, as the manual of python-docx shows it."""
    paper = docx.Document()
    for part in parts:
        for line in part.lines:
            paper.add_paragraph(line)
        if part.rows:
            table = paper.add_table(rows=0, cols=len(part.rows[0]))
            for row in part.rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
    return saved(paper)


def saved(paper: "docx.document.Document") -> bytes:
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def words_in(paper: bytes) -> list[str]:
    """All words of the body, sorted: the columns of a letterhead are read in another order than its lines."""
    texts = docx.Document(BytesIO(paper)).element.body.iter("{*}t")
    return sorted(word for element in texts for word in (element.text or "").split())


if __name__ == "__main__":
    main()
