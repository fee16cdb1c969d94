"""Targets of coverage: what no unit reports is counted from the initiatives and the headcounts."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from thidua_cli.model.periods import period_between
from thidua_cli.model.targets.target import Actual
from thidua_cli.progress.aggregation import Outcome
from thidua_cli.progress.coverage import CoverageRow, coverage_total
from thidua_cli.progress.naming import unit_names
from thidua_cli.progress.questions import Question
from thidua_cli.progress.scopes import Scope


def counted(question: Question, scope: Scope, owing: tuple[str, ...] | None) -> Outcome:
    """The outcome of a year by the initiatives that name the campaign.

    A unit whose headcount is not known leaves it incomplete; so does a target that no unit has been told to meet.
    """
    repository, year = question.repository, scope.end.year
    found = question.intake.coverage(year, scope.as_of).rows
    asked = question.within if question.unit is not None and owing is None else owing
    rows = [row for row in found if row.group is None and (asked is None or row.unit in asked)]
    lacking = _lacking(rows, owing)
    total = coverage_total(rows)
    unknown = (
        f"Chưa có mẫu số (số người năm {year}) của {unit_names(repository, lacking)}." if lacking else None
    )
    if not total.units:
        because = unknown or "Chưa có mẫu số (số người) nên chưa tính được từ danh sách sáng kiến."
        return Outcome(None, owing=owing, missing=lacking, because=(because,))
    source = f"Tính từ danh sách sáng kiến và số người (headcount) của năm {year}."
    nobody = "Chưa giao đơn vị nào thực hiện chỉ tiêu này (reported_by)." if owing is None else None
    return Outcome(
        actual=Actual(100 * total.share, (Decimal(total.people), total.headcount)),
        owing=owing,
        missing=lacking,
        covers=period_between(date(year, 1, 1), min(scope.as_of, scope.end)),
        is_complete=owing is not None and not lacking,
        because=tuple(sentence for sentence in (source, nobody, unknown) if sentence),
    )


def _lacking(rows: Iterable[CoverageRow], owing: tuple[str, ...] | None) -> tuple[str, ...]:
    """Units whose share is not known: those that owe it, or those that appear where nobody has been told."""
    known = {row.unit for row in rows if row.share is not None}
    asked = owing if owing is not None else tuple(row.unit for row in rows)
    return tuple(unit for unit in dict.fromkeys(asked) if unit not in known)
