"""`thidua progress`: targets beside results, who has not reported, and how each figure came about."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli import options
from thidua_cli.cli import output as streams
from thidua_cli.cli.report_options import PeriodOption, parse_asked
from thidua_cli.cli.values import parse_choice
from thidua_cli.diagnostics.errors import ThiduaError

if TYPE_CHECKING:
    from thidua_cli.cli.progress_views import Asked, View

FORMATS = ("table", "json", "csv", "xlsx")
_DATA_HAVE_ERRORS = 1

_Target = Annotated[
    str | None, typer.Option("--target", metavar="MÃ", help="Chỉ xem một chỉ tiêu hoặc nhiệm vụ.")
]
_Indicator = Annotated[
    str | None,
    typer.Option("--indicator", metavar="MÃ", help="Một chỉ số qua các phong trào và các năm."),
]
_Explain = Annotated[
    bool, typer.Option("--explain", help="Giải thích từng con số: cộng từ đâu, dòng nào, nguồn nào.")
]
_Format = Annotated[
    str,
    options.format_option(
        "table (bảng để đọc), json (dữ liệu cho chương trình), csv hoặc xlsx (mở bằng Excel)."
    ),
]


def progress(
    campaign: options.Campaign = None,
    unit: options.Unit = None,
    indicator: _Indicator = None,
    target: _Target = None,
    as_of: options.AsOf = None,
    period: PeriodOption = None,
    explain: _Explain = False,
    form: _Format = "table",
    output: options.Output = None,
    force: options.Force = False,
    repo: options.Repo = None,
) -> int | None:
    """Xem kết quả so với chỉ tiêu: đạt hay chưa, đúng tiến độ hay chậm, ai chưa báo cáo.

    Không nói phong trào nào thì xem tóm tắt mọi phong trào; có -u thì xem mọi phong trào liên quan đến đơn vị đó.

    Ví dụ:
      thidua progress -c 19-KH
      thidua progress -c 19-KH --target khach-du-lich-2026 --explain
      thidua progress -c 19-KH --format xlsx -o tien-do.xlsx
      thidua progress -u so-vhttdl
    """
    from thidua_cli.cli.papers import day_of
    from thidua_cli.cli.progress_views import Asked
    from thidua_cli.cli.workspace import find_root

    parse_choice(form, FORMATS, "--format")
    _fitting(form, output, explain=explain)
    asked = Asked(day_of(as_of), campaign, unit, indicator, target, parse_asked(period, None).period)
    view = _view(find_root(repo), asked, explain=explain)
    _show(view, form, output, explain=explain, force=force)
    return _DATA_HAVE_ERRORS if view.broken else None


def _fitting(form: str, output: str | None, *, explain: bool) -> None:
    """Refuse options that do not go together."""
    if form == "xlsx" and output is None:
        raise ThiduaError("Chưa nói ghi bảng tính ra tệp nào.", hint="Hãy ghi: --format xlsx -o tien-do.xlsx")
    if explain and form not in {"table", "json"}:
        raise ThiduaError(
            f"--explain không dùng được với --format {form}.", hint="Dùng --format table hoặc json."
        )


def _view(root: Path, asked: "Asked", *, explain: bool) -> "View":
    from thidua_cli.cli.progress_views import campaign_view, view_across
    from thidua_cli.repository.loading import campaign_names

    names = campaign_names(root)
    if asked.campaign is not None or len(names) < 2:
        return campaign_view(root, asked)
    narrow = (
        "--target"
        if asked.target
        else "--explain"
        if explain and not (asked.unit or asked.indicator)
        else None
    )
    if narrow is not None:
        raise ThiduaError(
            f"{narrow} cần biết phong trào nào trong {len(names)} phong trào: {', '.join(sorted(names))}.",
            hint=f"Hãy ghi: -c {min(names)}",
        )
    return view_across(root, asked)


def _show(view: "View", form: str, output: str | None, *, explain: bool, force: bool) -> None:
    from thidua_cli.cli.deliveries import deliver_book, deliver_text

    if form == "json":
        from thidua_cli.cli.progress_json import progress_json

        deliver_text(progress_json(view, explain=explain), output, force=force)
    elif form == "table":
        deliver_text(_page(view, streams.page_width(), explain=explain), output, force=force, is_page=True)
    else:
        from thidua_cli.cli.fact_files import book_of, csv_text
        from thidua_cli.cli.progress_sheet import progress_facts

        facts = progress_facts(view)
        if form == "csv":
            deliver_text(csv_text(facts), output, force=force)
        elif output is not None:
            deliver_book(book_of(facts, view.as_of), output, force=force)


def _page(view: "View", width: int, *, explain: bool) -> str:
    from thidua_cli.cli.pages import page
    from thidua_cli.cli.progress_across import indicator_page, overview_page
    from thidua_cli.cli.progress_page import broken_campaigns, campaign_page, unit_page

    if view.indicator is not None:
        parts = indicator_page(view, explain=explain)
    elif view.campaign is not None:
        parts = campaign_page(view, explain=explain)
    elif view.unit is not None:
        parts = unit_page(view, explain=explain)
    else:
        parts = overview_page(view)
    return page((*parts, broken_campaigns(view)), width)
