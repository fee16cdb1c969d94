"""`thidua report`: the BÁO CÁO as a Word file."""

from typing import TYPE_CHECKING

from thidua_cli.cli import options
from thidua_cli.cli import output as streams
from thidua_cli.cli.report_options import (
    KindOption,
    PeriodOption,
    chosen,
    needs_of,
    parse_asked,
    say_way,
    words_for,
)
from thidua_cli.cli.workspace import find_root

if TYPE_CHECKING:
    from thidua_cli.documents.report_choice import ReportChoice


def report(
    campaign: options.Campaign = None,
    unit: options.Unit = None,
    period: PeriodOption = None,
    kind: KindOption = None,
    output: options.Output = None,
    as_of: options.AsOf = None,
    force: options.Force = False,
    repo: options.Repo = None,
) -> None:
    """Soạn BÁO CÁO kết quả thực hiện phong trào thành tệp Word.

    Không nói kỳ nào thì lấy báo cáo sắp đến hạn; không có báo cáo đến hạn thì lấy kỳ gần nhất có số liệu.
    Bảng và câu tổng hợp được tính từ số liệu; phần chỉ người biết lấy từ tệp lời văn (thidua new-report).

    Thêm -u thì soạn báo cáo của đơn vị ấy gửi lên, theo chỉ tiêu và số liệu của riêng đơn vị.

    Ví dụ:
      thidua report --campaign 19-KH
      thidua report -c 19-KH --period 2026-H1 --kind interim
      thidua report -c 19-KH -u don-vi-minh-hoa-1
    """
    from thidua_cli.cli.checking import ready_campaign
    from thidua_cli.cli.papers import day_of, deliver, form_of
    from thidua_cli.documents.progress_report import compose_report
    from thidua_cli.documents.report_frame import report_date

    day, asked = day_of(as_of), parse_asked(period, kind)
    repository, folder = ready_campaign(find_root(repo), campaign, needs_of(unit))
    choice = chosen(repository, folder, unit, asked, day)
    streams.say(f"Soạn báo cáo {choice.in_words}: {choice.because}")
    say_way(repository, choice)
    sender = choice.sender
    profile = form_of(repository, sender.unit, report_date(choice), day)
    document = compose_report(repository, choice, day, profile)
    # A report that was asked for by name has that name, so that it never takes the place of the one that is due.
    which = f"{choice.period.text}-{choice.kind}-" if asked.is_explicit else ""
    who = "" if sender.is_issuer else f"{sender.unit}-"
    name = f"BC-{folder.id}-{who}{which}{day}"
    deliver(document, profile, name, output, force=force, fill_in=_how_to_fill_in(choice))


def _how_to_fill_in(choice: "ReportChoice") -> str:
    from thidua_cli.repository.layout import narrative_file

    sender, period = choice.sender, choice.period.text
    if choice.narrative is not None:
        path = narrative_file(sender.folder.id, sender.unit, period, choice.kind)
        return f"Điền vào {path} rồi chạy lại"
    return f"Tạo tệp lời văn để điền: thidua new-report{words_for(choice)}"
