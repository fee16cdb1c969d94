"""The frame of a report: its subject, its sender, its addressees, and what its narrative says about it."""

from datetime import date

from thidua_cli.documents import frames
from thidua_cli.documents.citations import dated_citation
from thidua_cli.documents.report_choice import ReportChoice
from thidua_cli.documents.report_senders import Sender
from thidua_cli.model.campaigns import ReportDue
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.typesetting.tree import Frame, Inline, Marks, Run
from thidua_cli.vietnamese.words import lower_first

_SUBJECTS = {
    "periodic": "Kết quả {period} thực hiện {name}",
    "annual": "Kết quả {period} thực hiện {name}",
    "interim": "Sơ kết {name} ({period})",
    "final": "Tổng kết {name}",
    "ad-hoc": "Tình hình thực hiện {name} ({period})",
}
_NO_ADDRESSEE = "nơi nhận báo cáo: kế hoạch không nêu gửi cho cơ quan nào"


def report_date(choice: ReportChoice) -> date | None:
    """The date on the report; None while it has none."""
    return choice.narrative.head.date if choice.narrative else None


def report_subject(choice: ReportChoice) -> str:
    """The subject of the report: `Tổng kết phong trào thi đua …`."""
    name = lower_first(choice.sender.folder.campaign.name)
    return _SUBJECTS[choice.kind].format(period=choice.stretch_in_words, name=name)


def opening_subject(choice: ReportChoice) -> str:
    """The subject as the first sentence has it: a plan that is cited by its title has named the campaign already."""
    identity = choice.sender.folder.campaign.document
    if identity.number or identity.date:
        return report_subject(choice)
    return _SUBJECTS[choice.kind].format(period=choice.stretch_in_words, name="phong trào thi đua này")


def plan_citation(folder: CampaignFolder, dated: str, of: str | None = None) -> str:
    """How a paper cites the plan that it is about, as far as number and date are known, and of whom it is."""
    identity = folder.campaign.document
    number = f" số {identity.number}" if identity.number else ""
    issuer = f" của {of}" if of else ""
    title = "" if number or identity.date else f" {lower_first(folder.campaign.title)}"
    return dated_citation(f"Kế hoạch{number}", identity.date, dated) + issuer + title


def way_of(repository: Repository, choice: ReportChoice) -> tuple[tuple[str, ...], str | None]:
    """The names of those whom the report is for, and of the unit that it goes through.

    What its narrative says comes first, then what the plan orders; empty where neither names anybody.
    """
    narrative, ordered = choice.narrative, choice.order
    said = narrative.head.addressees if narrative else ()
    asked = said or (_outside(repository, choice) if choice.sender.is_issuer else _to(ordered))
    via = (narrative.head.via if narrative else None) or (ordered.via if ordered and not said else None)
    passes_on = via is not None and via in repository.units and via != choice.sender.unit
    through = repository.units[via].name if via is not None and passes_on else None
    return tuple(repository.units[unit].name for unit in asked if unit in repository.units), through


def report_frame(repository: Repository, choice: ReportChoice, as_of: date) -> Frame:
    """The frame of the report; what is a specimen has no number and nobody's name."""
    sender, folder = choice.sender, choice.sender.folder
    unit = repository.units[sender.unit]
    head = choice.narrative.head if choice.narrative else None
    real = folder.campaign.specimen is None and unit.specimen is None
    issued = head.date if head else None
    own = folder.campaign if sender.is_issuer else None
    others = head.issued_with if head else ()
    return Frame(
        superior=frames.superior_letterhead(repository, unit.id, others),
        issuer=frames.letterhead(repository, unit.id),
        number=frames.number_alone(head.number) if head and real else None,
        kind_symbol=frames.REPORT,
        issuer_symbol=unit.symbol,
        place=(head.place if head else None) or _place(repository, sender),
        date=issued,
        year=frames.blank_year(issued, as_of),
        kind="BÁO CÁO",
        subject=(Run(report_subject(choice)),),
        addressees=_addressees(repository, choice),
        recipients=frames.recipient_lines(head.recipients if head else ()),
        filing=(head.filing if head else None) or (own.filing if own else None),
        signature=frames.signature(
            (head.signature if head else None) or (own.signature if own else None), named=real
        ),
        marks=frames.marks(head, named=real) if head else Marks(),
        joint_issuers=frames.joint_names(repository, others),
        joint_symbols=frames.joint_symbols(repository, others),
        joint_signatures=frames.joint_signatures(others, named=real),
        notice=None if real else frames.REPORT_NOTICE,
    )


def _place(repository: Repository, sender: Sender) -> str:
    """Where the issuer and what is below it sign; of any other unit nobody has said where it sits."""
    issuer = sender.folder.campaign.issuer
    at_home = issuer in {sender.unit, *repository.superiors(sender.unit)}
    return frames.place(sender.folder) if at_home else frames.NO_PLACE


def _addressees(repository: Repository, choice: ReportChoice) -> tuple[Inline, ...]:
    """Whom the report is for and through whom it goes; a blank where nobody says."""
    names, via = way_of(repository, choice)
    through = f" (qua {via})" if via else ""
    return tuple((Run(f"{name}{through}"),) for name in names) or ((Run(_NO_ADDRESSEE, blank=True),),)


def _to(order: ReportDue | None) -> tuple[str, ...]:
    return order.addressees if order else ()


def _outside(repository: Repository, choice: ReportChoice) -> tuple[str, ...]:
    """Bodies outside the issuer to which the plan orders such reports; its parts report to it."""
    issuer = choice.sender.unit
    found = (
        tuple(u for u in report.addressees if issuer not in {u, *repository.superiors(u)})
        for report in choice.sender.orders
        if report.kind == choice.kind
    )
    return next((outside for outside in found if outside), ())
