"""The frame of a report: its subject, its addressee, and what its narrative says about it."""

from collections.abc import Iterator
from datetime import date

from thidua_cli.documents import frames
from thidua_cli.documents.citations import dated_citation
from thidua_cli.documents.report_choice import ReportChoice
from thidua_cli.repository.index import CampaignFolder, Narrative, Repository
from thidua_cli.typesetting.tree import Frame, Inline, Run
from thidua_cli.vietnamese.words import lower_first

_SUBJECTS = {
    "periodic": "Kết quả {period} thực hiện {name}",
    "annual": "Kết quả {period} thực hiện {name}",
    "interim": "Sơ kết {name} ({period})",
    "final": "Tổng kết {name}",
    "ad-hoc": "Tình hình thực hiện {name} ({period})",
}
_NO_ADDRESSEE = "nơi nhận báo cáo: kế hoạch không nêu gửi cho cơ quan nào"


def find_narrative(folder: CampaignFolder, choice: ReportChoice) -> Narrative | None:
    """The narrative that the issuer wrote for this report, if there is one."""
    return next(
        (
            n
            for n in folder.narratives
            if n.unit == folder.campaign.issuer
            and n.head.kind == choice.kind
            and n.head.period == choice.period
        ),
        None,
    )


def report_date(folder: CampaignFolder, choice: ReportChoice) -> date | None:
    """The date on the report; None while it has none."""
    narrative = find_narrative(folder, choice)
    return narrative.head.date if narrative else None


def report_subject(folder: CampaignFolder, choice: ReportChoice) -> str:
    """The subject of the report: `Tổng kết phong trào thi đua …`."""
    return _SUBJECTS[choice.kind].format(
        period=choice.period.in_words, name=lower_first(folder.campaign.name)
    )


def plan_citation(folder: CampaignFolder, dated: str) -> str:
    """How the report cites the plan that it answers, as far as number and date are known."""
    identity = folder.campaign.document
    number = f" số {identity.number}" if identity.number else ""
    title = "" if number or identity.date else f" {lower_first(folder.campaign.title)}"
    return dated_citation(f"Kế hoạch{number}", identity.date, dated) + title


def report_frame(
    repository: Repository,
    folder: CampaignFolder,
    choice: ReportChoice,
    narrative: Narrative | None,
    as_of: date,
) -> Frame:
    """The frame of the report; while the campaign is a specimen it has no number and nobody's name."""
    campaign = folder.campaign
    head = narrative.head if narrative else None
    real = campaign.specimen is None
    issued = head.date if head else None
    block = (head.signature if head else None) or campaign.signature
    return Frame(
        superior=frames.superior_letterhead(repository, campaign.issuer),
        issuer=frames.letterhead(repository, campaign.issuer),
        number=frames.number_alone(head.number) if head and real else None,
        kind_symbol=frames.REPORT,
        issuer_symbol=repository.units[campaign.issuer].symbol,
        place=frames.place(folder),
        date=issued,
        year=frames.blank_year(issued, as_of),
        kind="BÁO CÁO",
        subject=(Run(report_subject(folder, choice)),),
        addressees=_addressees(repository, folder, choice, narrative),
        recipients=frames.recipient_lines(head.recipients if head else ()),
        filing=(head.filing if head else None) or campaign.filing,
        signature=frames.signature(block, named=real),
        notice=frames.notice(folder, frames.REPORT_NOTICE),
    )


def _addressees(
    repository: Repository, folder: CampaignFolder, choice: ReportChoice, narrative: Narrative | None
) -> tuple[Inline, ...]:
    """Whom the report is for: what its narrative says, else whom the plan names outside the issuer, else a blank."""
    asked = narrative.head.addressees if narrative else ()
    asked = asked or next(_ordered_addressees(repository, folder, choice.kind), ())
    known = tuple(repository.units[unit].name for unit in asked if unit in repository.units)
    return tuple((Run(name),) for name in known) or ((Run(_NO_ADDRESSEE, blank=True),),)


def _ordered_addressees(
    repository: Repository, folder: CampaignFolder, kind: str
) -> Iterator[tuple[str, ...]]:
    """Bodies outside the issuer to which the plan orders reports of this kind; parts of the issuer report to it."""
    issuer = folder.campaign.issuer
    for report in folder.campaign.reports:
        outside = tuple(u for u in report.addressees if issuer not in {u, *repository.superiors(u)})
        if report.kind == kind and outside:
            yield outside
