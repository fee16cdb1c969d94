"""What a plan takes over: from the superior's document that it carries out, and from the issuer's earlier plans."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.documents.drafts import Inherited
from thidua_cli.model.campaigns import Campaign, Content, ReportDue
from thidua_cli.model.papers import Recipient
from thidua_cli.model.targets.catalogue import AnyTarget
from thidua_cli.model.targets.goals import Comparator, GoalKeys
from thidua_cli.model.units import Unit
from thidua_cli.reading.yaml_text import Data
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.vietnamese.letters import fold, near

TakenTargets = Literal["own", "allocated", "context", "none"]
TARGET_CHOICES: tuple[TakenTargets, ...] = get_args(TakenTargets)
_QUOTED = re.compile("“([^”]+)”")
_OWN_KEYS = frozenset({"reported_by", "versions", "verdicts", "path", "plausible", "status", "restates"})
"""Keys of a target that belong to the campaign that set it."""


@dataclass(frozen=True, slots=True)
class Parent:
    """The superior's plan: a campaign of the data directory, or a document of the register."""

    id: str
    issuer: str | None
    slogan: str | None
    folder: CampaignFolder | None

    @property
    def contents(self) -> tuple[Content, ...]:
        """What the campaign is about, where its plan is known."""
        return self.folder.campaign.contents if self.folder else ()

    @property
    def name(self) -> str | None:
        """The campaign in running text, where it is known or has a slogan."""
        if self.folder is not None:
            return self.folder.campaign.name
        return f"phong trào thi đua “{self.slogan}”" if self.slogan else None


@dataclass(frozen=True, slots=True)
class Taken:
    """What the clerk chose to take over from the parent."""

    contents: tuple[str, ...] = ()
    """Ids of the parent's contents."""
    targets: TakenTargets = "none"


def find_parent(name: str, repository: Repository) -> Parent:
    """The parent by id or number; raises ThiduaError when nothing has that name."""
    wanted = fold(name)
    for folder in repository.campaigns.values():
        campaign = folder.campaign
        if wanted in {fold(folder.id), fold(campaign.document.number or folder.id)}:
            return Parent(folder.id, campaign.issuer, campaign.slogan, folder)
    for document in repository.documents.values():
        if wanted in {fold(document.id), fold(document.number or document.id)}:
            quoted = _QUOTED.search(document.subject or "")
            return Parent(document.id, document.issuer, quoted[1] if quoted else None, None)
    numbers = (d.number for d in repository.documents.values() if d.number)
    guess = near(name, (*repository.campaigns, *repository.documents, *numbers))
    raise ThiduaError(
        f"Không có phong trào hay văn bản nào mang mã hoặc số “{name}”.",
        hint=f"Có phải “{guess}”?"
        if guess
        else "Thêm văn bản của cấp trên vào data/documents.yaml rồi chạy lại.",
    )


def inherited(issuer: str, parent: Parent | None, taken: Taken, repository: Repository) -> Inherited:
    """Everything that the new plan of the issuer takes over."""
    before = latest_plan_of(issuer, repository)
    blocks: dict[str, Sequence[Data]] = {}
    recipients = list(_recipients(issuer, parent, before, repository))
    if recipients:
        blocks["recipients"] = recipients
    signature = _office_of_signer(before)
    if parent is None:
        return Inherited(blocks, signature=signature)
    contents = tuple(content for content in parent.contents if content.id in taken.contents)
    blocks["implements"] = [parent.id]
    blocks["basis"] = [{"document": parent.id, "role": "implements"}]
    if contents:
        blocks["contents"] = [{"id": content.id, "title": content.title} for content in contents]
    reports = list(_reports(issuer, parent, repository))
    if reports:
        blocks["reports"] = reports
    return Inherited(
        blocks,
        targets=tuple(_targets(issuer, parent, taken)),
        opening="implements",
        signature=signature,
        contents=tuple(content.id for content in contents),
    )


def latest_plan_of(issuer: str, repository: Repository) -> Campaign | None:
    """The issuer's newest plan, whose recipients and signer a new one begins with."""
    own = [f.campaign for f in repository.campaigns.values() if f.campaign.issuer == issuer]
    return max(own, key=_first_day, default=None)


def _first_day(campaign: Campaign) -> date:
    return campaign.span.start if campaign.span else date.min


def allocated_to(issuer: str, parent: Parent) -> frozenset[str]:
    """The targets of the parent of which the issuer has been given a part."""
    allocations = parent.folder.allocations if parent.folder else ()
    return frozenset(one.target for one in allocations if issuer in one.units)


def _targets(issuer: str, parent: Parent, taken: Taken) -> Iterator[Data]:
    if parent.folder is None or taken.targets == "none":
        return
    given = {one.target: one.units for one in parent.folder.allocations}
    for target in parent.folder.sheet.targets:
        if not target.counts:
            continue
        figure = given.get(target.id, {}).get(issuer)
        if taken.targets == "allocated" and figure is None:
            continue
        own = None if figure is None or taken.targets != "allocated" else str(figure).replace(".", ",")
        yield _target(target, own, taken)


def _target(target: AnyTarget, figure: str | None, taken: Taken) -> Data:
    """The target as it is written, without what belongs to the campaign that set it."""
    data = {key: _plain(value) for key, value in target.written.items() if key not in _OWN_KEYS}
    if data.get("content") not in taken.contents:
        data.pop("content", None)
    if figure is not None:
        comparator = target.goal.comparator
        key = Comparator.REACH if comparator is Comparator.BETWEEN else comparator
        data = {name: value for name, value in data.items() if name not in GoalKeys.model_fields}
        data[key.value] = figure
        if str(data.get("wording", "")).count("{}") > 1:
            del data["wording"]
    if taken.targets == "context":
        data["status"] = "context"
    return data


def _plain(value: object) -> Data:
    match value:
        case dict():
            return {str(key): _plain(inner) for key, inner in value.items()}
        case list():
            return [_plain(inner) for inner in value]
        case None:
            return None
        case _:
            return str(value)


def _reports(issuer: str, parent: Parent, repository: Repository) -> Iterator[Data]:
    """The reports that the parent's plan asks of the issuer."""
    for report in parent.folder.campaign.reports if parent.folder else ():
        if issuer in {report.sender, *repository.expand(report.sender)}:
            yield _report(report, issuer)


def _report(report: ReportDue, issuer: str) -> Data:
    written = {key: _plain(value) for key, value in report.written.items()}
    return {**written, "from": issuer}


def _recipients(
    issuer: str, parent: Parent | None, before: Campaign | None, repository: Repository
) -> Iterator[Data]:
    """The parent's issuer for its information, then those of the issuer's earlier plan."""
    superior = repository.units.get(parent.issuer or "") if parent else None
    if superior is not None:
        note = "báo cáo" if repository.system_of(issuer) == "party" else "b/c"
        yield _informed(superior, note)
    for recipient in before.recipients if before else ():
        if superior is None or recipient.unit != superior.id:
            yield _recipient(recipient)


def _informed(superior: Unit, note: str) -> Data:
    return {"text": superior.abbr[0] if superior.abbr else superior.name, "note": note, "unit": superior.id}


def _recipient(recipient: Recipient) -> Data:
    known = {"text": recipient.text, "note": recipient.note, "unit": recipient.unit}
    said: dict[str, Data] = {key: value for key, value in known.items() if value is not None}
    return recipient.text if len(said) == 1 else said


def _office_of_signer(before: Campaign | None) -> dict[str, str | tuple[str, ...]]:
    """The office that signs, never the person."""
    block = before.signature if before else None
    if block is None:
        return {}
    lines = block.authority[0] if len(block.authority) == 1 else block.authority
    return {**({"authority": lines} if lines else {}), "title": block.title}
