"""`thidua new-report`: the narrative of a report, for a person to write."""

from thidua_cli.cli import options, output
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


def new_report(
    campaign: options.Campaign = None,
    unit: options.Unit = None,
    period: PeriodOption = None,
    kind: KindOption = None,
    as_of: options.AsOf = None,
    dry_run: options.DryRun = False,
    repo: options.Repo = None,
) -> None:
    """Tạo tệp lời văn của một báo cáo: các đề mục và câu hỏi mà chỉ người trả lời được.

    Tệp chỉ tạo một lần, không bao giờ bị ghi đè. Viết xong thì chạy thidua report.

    Ví dụ:
      thidua new-report -c 19-KH --period 2026 --kind final
      thidua new-report -c 19-KH -u don-vi-minh-hoa-1
    """
    from thidua_cli.cli.checking import ready_campaign
    from thidua_cli.cli.files import write_new
    from thidua_cli.cli.papers import day_of
    from thidua_cli.documents.drafts import narrative_draft
    from thidua_cli.repository.layout import narrative_file

    day, asked, root = day_of(as_of), parse_asked(period, kind), find_root(repo)
    repository, folder = ready_campaign(root, campaign, needs_of(unit))
    choice = chosen(repository, folder, unit, asked, day)
    sender = choice.sender
    path = narrative_file(folder.id, sender.unit, choice.period.text, choice.kind)
    text = narrative_draft(choice)
    if dry_run:
        output.product(text)
        output.say(f"CHƯA GHI — chạy thử: {path}")
        return
    write_new(root / path, text)
    output.say(f"Đã tạo: {path}")
    output.say(f"Soạn báo cáo {choice.in_words}: {choice.because}")
    say_way(repository, choice)
    # Told nothing, report takes the one that is due, which need not be the one that was asked for here.
    words = words_for(choice, whatever_is_due=asked.is_explicit)
    output.say(f"Viết lời văn vào tệp này, rồi chạy: thidua report{words}")
