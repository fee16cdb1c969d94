"""The KẾ HOẠCH that launches a campaign."""

from datetime import date

from thidua_cli.documents import frames
from thidua_cli.documents.citations import Citations
from thidua_cli.documents.inserting import parse_with_inserts
from thidua_cli.documents.prose_functions import ProseFunctions
from thidua_cli.documents.template_files import template
from thidua_cli.documents.templating import Markup, render_prose, render_template
from thidua_cli.repository.index import CampaignFolder, Prose, Repository
from thidua_cli.typesetting.profile import FormatProfile
from thidua_cli.typesetting.tree import Block, Document, Frame, Run
from thidua_cli.vietnamese.words import lower_first


def compose_plan(
    repository: Repository, folder: CampaignFolder, as_of: date, profile: FormatProfile
) -> Document:
    """The plan of a campaign as a document; raises ThiduaError where prose or data do not fit together."""
    campaign = folder.campaign
    citations = Citations(repository, profile.patterns.citation)
    issuer = frames.joined_names(repository, campaign.issuers)
    cited = tuple(citations.cite(entry.document) for entry in campaign.basis)
    basis = tuple((Run(f"Căn cứ {document}"),) for document in cited if campaign.opening == "basis")
    functions = ProseFunctions(repository, folder, citations)
    inserts = {"body": _body(folder, functions)}
    facts = {
        "opening": campaign.opening,
        "documents": cited,
        "issuer": issuer,
        "title": lower_first(campaign.title),
        "theme": None if functions.names_theme else campaign.theme,
        "body": Markup("[[body]]"),
    }
    source = template("ke-hoach.md.j2")
    blocks = parse_with_inserts(Prose(source.path, render_template(source, facts)), inserts)
    issued = campaign.document.date or as_of
    return Document(_frame(repository, folder, as_of), basis, blocks, issuer, issued)


def _body(folder: CampaignFolder, functions: ProseFunctions) -> tuple[Block, ...]:
    if folder.plan is None:
        return parse_with_inserts(Prose(folder.path, "[[lời văn của kế hoạch: tệp plan.md chưa có]]"), {})
    rendered = render_prose(folder.plan, functions.by_name)
    return parse_with_inserts(Prose(folder.plan.path, rendered), functions.inserts)


def _frame(repository: Repository, folder: CampaignFolder, as_of: date) -> Frame:
    campaign = folder.campaign
    identity, others, real = campaign.document, campaign.issued_with, campaign.specimen is None
    return Frame(
        superior=frames.superior_letterhead(repository, campaign.issuer, others),
        issuer=frames.letterhead(repository, campaign.issuer),
        number=frames.number_alone(identity.number),
        kind_symbol=frames.PLAN,
        issuer_symbol=repository.units[campaign.issuer].symbol,
        place=frames.place(folder),
        date=identity.date,
        # A plan that is rebuilt was issued in a year of its own, not in the one in which it is printed.
        year=None if campaign.specimen else frames.blank_year(identity.date, as_of),
        kind="KẾ HOẠCH",
        subject=(Run(campaign.title),),
        recipients=frames.recipient_lines(campaign.recipients),
        filing=campaign.filing,
        signature=frames.signature(campaign.signature, named=real),
        marks=frames.marks(identity, named=real),
        joint_issuers=frames.joint_names(repository, others),
        joint_symbols=frames.joint_symbols(repository, others),
        joint_signatures=frames.joint_signatures(others, named=real),
        notice=frames.notice(folder, frames.PLAN_NOTICE),
    )
