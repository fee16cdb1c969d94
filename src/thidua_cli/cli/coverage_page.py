"""Coverage by initiatives as a table for people, and for programs."""

from typing import Any

from thidua_cli.cli.envelope import envelope, place
from thidua_cli.cli.pages import paragraphs
from thidua_cli.cli.tables import Column, table
from thidua_cli.cli.written_forms import name_of
from thidua_cli.documents.initiative_tables import coverage_statement
from thidua_cli.model.units import Headcount
from thidua_cli.progress.coverage import Coverage, CoverageRow
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.numbers import figure, percent_of

_COLUMNS = (
    Column("Đơn vị, nhóm", wraps=True),
    Column("Số người", right=True),
    Column("Có sáng kiến", right=True),
    Column("Tỷ lệ", right=True),
    Column("Đăng ký", right=True),
    Column("Công nhận", right=True),
    Column("Nhân rộng", right=True),
)
_NO_HEADCOUNT, _NO_SHARE = "chưa có", "–"


def coverage_page(found: Coverage, repository: Repository) -> str:
    """What is counted, a row a unit or group, and why a share is missing."""
    statement = paragraphs([coverage_statement(found)])
    if not found.rows:
        return f"{statement}\nChưa có đơn vị nào ghi số người hay có sáng kiến.\n"
    rows = table(_COLUMNS, [_cells(row, repository) for row in found.rows])
    notes = [f"{_label(row, repository).strip()}: {said}" for row in found.rows for said in row.because]
    counted = [
        f"{_label(row, repository).strip()}: số người ngày {day_short(row.headcount.on)}"
        f"{f', {row.headcount.source}' if row.headcount.source else ''}."
        for row in found.rows
        if row.headcount
    ]
    return "\n".join([statement, rows, *([paragraphs([*counted, *notes])] if counted or notes else [])])


def coverage_json(found: Coverage) -> str:
    """The same for programs; docs/json.md describes every key."""
    return envelope(
        {
            "year": str(found.year),
            "counted_by": found.counted_by,
            "as_of": str(found.as_of),
            "rows": [_facts(row) for row in found.rows],
        }
    )


def _cells(row: CoverageRow, repository: Repository) -> tuple[str, ...]:
    value = row.headcount.value if row.headcount else None
    return (
        _label(row, repository),
        _NO_HEADCOUNT if value is None else figure(value),
        str(row.people),
        _NO_SHARE if row.share is None else percent_of(row.share),
        str(row.registered),
        str(row.recognised),
        str(row.spread),
    )


def _label(row: CoverageRow, repository: Repository) -> str:
    unit = name_of(row.unit, repository)
    return unit if row.group is None else f"  {unit}: {name_of(row.group, repository)}"


def _facts(row: CoverageRow) -> dict[str, Any]:
    share = row.share
    return {
        "unit": row.unit,
        "group": row.group,
        "headcount": _headcount(row.headcount) if row.headcount else None,
        "people": row.people,
        "share": None if share is None else {"value": str(share), "printed": percent_of(share)},
        "registered": row.registered,
        "recognised": row.recognised,
        "spread": row.spread,
        "because": list(row.because),
    }


def _headcount(count: Headcount) -> dict[str, Any]:
    return {"value": str(count.value), "on": str(count.on), "source": count.source, **place(count.at())}
