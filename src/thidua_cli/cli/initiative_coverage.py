"""`thidua initiative coverage`: what part of each unit's people has a recognised initiative in the year."""

from typing import Annotated

import typer

from thidua_cli.cli import options, output
from thidua_cli.cli.values import TABLE_FORMATS, parse_choice

_Year = Annotated[
    str | None, typer.Option("--year", metavar="NĂM", help="Năm được tính; mặc định là năm của --as-of.")
]
_Group = Annotated[
    str | None, typer.Option("--group", metavar="MÃ", help="Chỉ một nhóm người, ví dụ cong-chuc.")
]


def show_coverage(
    year: _Year = None,
    unit: options.Unit = None,
    group: _Group = None,
    as_of: options.AsOf = None,
    form: options.TableFormat = "table",
    repo: options.Repo = None,
) -> None:
    """Tính độ bao phủ: bao nhiêu người có ít nhất một sáng kiến được công nhận trong năm.

    Mỗi người tính một lần, dù có nhiều sáng kiến; đồng tác giả ai cũng được tính. Mẫu số là số người ghi ở khóa
    headcount của đơn vị; chưa ghi thì không có tỷ lệ. Sáng kiến tính theo năm công nhận hay năm đăng ký là do khóa
    initiative_year trong thidua.yaml.

    Ví dụ:
      thidua initiative coverage --year 2026
      thidua initiative coverage -u so-vhttdl --format json
    """
    from dataclasses import replace

    from thidua_cli.cli.checking import read_only
    from thidua_cli.cli.coverage_page import coverage_json, coverage_page
    from thidua_cli.cli.initiative_answers import read_year
    from thidua_cli.cli.papers import day_of
    from thidua_cli.cli.workspace import find_root
    from thidua_cli.progress.coverage import coverage

    parse_choice(form, TABLE_FORMATS, "--format")
    repository = read_only(find_root(repo))
    found = coverage(repository, day_of(as_of), year=read_year(year) if year else None)
    wanted_unit = repository.unit(unit).id if unit else None
    wanted_group = repository.unit(group).id if group else None
    rows = tuple(
        row
        for row in found.rows
        if (wanted_unit is None or row.unit == wanted_unit)
        and (wanted_group is None or row.group == wanted_group)
    )
    asked = replace(found, rows=rows)
    output.product(coverage_json(asked) if form == "json" else coverage_page(asked, repository))
