"""The computed tables of papers; a sentence beside a table is made from the same rows."""

from thidua_cli.documents.phrases import limit_in_table
from thidua_cli.model.targets.catalogue import AnyTarget
from thidua_cli.repository.index import Repository
from thidua_cli.typesetting.tree import Column, Inline, Row, Run, Table


def plan_table(targets: tuple[AnyTarget, ...], repository: Repository) -> Table:
    """The targets of a plan: what, how much, who reports."""
    columns = (
        Column("TT", 8, "center"),
        Column("Chỉ tiêu", 44),
        Column("Đơn vị tính", 16, "center"),
        Column("Mức cần đạt", 14, "center"),
        Column("Đơn vị báo cáo", 30),
    )
    rows = tuple(
        Row(
            cells(
                str(number),
                target.name,
                target.unit,
                limit_in_table(target.goal),
                names_in_table(target.reported_by, repository),
            )
        )
        for number, target in enumerate(targets, 1)
    )
    return Table((Run("Chỉ tiêu thi đua"),), columns, rows)


def cells(*texts: str) -> tuple[Inline, ...]:
    """Table cells of plain text."""
    return tuple((Run(text),) if text else () for text in texts)


def names_in_table(units: tuple[str, ...] | None, repository: Repository) -> str:
    """Who has been given something, by name; None says that nobody has."""
    if units is None:
        return "chưa giao"
    return "; ".join(repository.units[unit].name for unit in units if unit in repository.units)
