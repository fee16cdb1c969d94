"""Every text that people wrote and a paper prints: prose without its calls, and the names and phrases of the data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thidua_cli.diagnostics.finding import Location
from thidua_cli.documents.report_sections import answers_in
from thidua_cli.model.campaigns import Campaign
from thidua_cli.model.initiatives import Initiative
from thidua_cli.model.record import Record
from thidua_cli.repository.index import CampaignFolder, Prose, Repository

_STAND_IN = "\ufffc"
# No braces within, so that prose full of {{ that nobody closes takes no longer than other prose.
_EXPRESSION = re.compile(r"\{\{(?:(?!\{\{|\}\}).)*\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A text, what it belongs to, and where its letters stand."""

    text: str
    source: Prose | Record
    steps: tuple[str | int, ...] = ()
    """Where in the record; looked up only for what is wrong, for a province has a hundred thousand titles."""
    about: str | None = None

    def at(self, start: int, length: int) -> Location:
        """Where a stretch of the text stands; the whole value where it is folded over lines or quoted by signs."""
        if isinstance(self.source, Prose):
            return self.source.at(start, length)
        whole = self.source.at(*self.steps)
        width = whole.end_column - whole.column
        lead = {len(self.text): 0, len(self.text) + 2: 1}.get(width)
        if whole.line != whole.end_line or lead is None:
            return whole
        column = whole.column + lead + start
        return Location(whole.path, whole.line, column, whole.line, column + length)


@dataclass(frozen=True, slots=True)
class Paper:
    """What stands on one paper: the plan of a campaign, or the narrative of one report."""

    folder: CampaignFolder
    texts: tuple[PrintedText, ...]


def papers(repository: Repository) -> Iterator[Paper]:
    """Every plan with the data that it draws, and every narrative."""
    for folder in repository.campaigns.values():
        plan = (prose_text(folder.plan),) if folder.plan is not None else ()
        yield Paper(folder, (*_of_campaign(folder.campaign), *_of_sheet(folder), *plan))
        for narrative in folder.narratives:
            yield Paper(folder, tuple(prose_text(answer.prose) for answer in answers_in(narrative.prose)))


def texts_of_the_whole(repository: Repository) -> Iterator[PrintedText]:
    """The texts of all papers, then the names in the registers."""
    for paper in papers(repository):
        yield from paper.texts
    for document in repository.document_entries:
        yield from _of(document, ("type", "subject"), f"documents.{document.id}")
    for unit in repository.units.values():
        yield from _of(unit, ("name",))
    for indicator in repository.indicator_entries:
        yield from _of(indicator, ("name",))


def title_of(initiative: Initiative) -> PrintedText:
    """The title of an initiative."""
    return PrintedText(initiative.title, initiative, ("title",))


def prose_text(prose: Prose) -> PrintedText:
    """The prose without its calls; what is left keeps its place."""
    return PrintedText(without_calls(prose), prose)


def without_calls(prose: Prose) -> str:
    """The text of the prose with a stand-in for every letter of its calls, which is neither a letter nor a blank."""
    return _EXPRESSION.sub(lambda match: re.sub(r"[^\n]", _STAND_IN, match[0]), prose.text)


def _of(record: Record, keys: tuple[str, ...], about: str | None = None) -> Iterator[PrintedText]:
    for key in keys:
        text = getattr(record, key)
        if text is not None:
            yield PrintedText(text, record, (key,), about)


def _of_campaign(campaign: Campaign) -> Iterator[PrintedText]:
    yield from _of(campaign, ("name", "slogan", "theme"))
    for i, occasion in enumerate(campaign.occasions):
        yield PrintedText(occasion, campaign, ("occasions", i))
    for key, who in (
        ("collectives", campaign.subjects.collectives),
        ("individuals", campaign.subjects.individuals),
    ):
        for i, text in enumerate(who):
            yield PrintedText(text, campaign, ("subjects", key, i), "subjects")
    for phase in campaign.phases:
        yield from _of(phase, ("name",))
    for milestone in campaign.milestones:
        yield from _of(milestone, ("event",), "milestones")
    for content in campaign.contents:
        yield from _of(content, ("title",), f"contents.{content.id}")
    yield from _of_duties(campaign)
    yield from _of_recipients_and_awards(campaign)


def _of_duties(campaign: Campaign) -> Iterator[PrintedText]:
    for assignment in campaign.every_assignment:
        about = f"assignments.{assignment.units[0]}" if assignment.units else None
        for j, duty in enumerate(assignment.duties):
            yield PrintedText(duty.text, assignment, ("duties", j, "text"), about)


def _of_recipients_and_awards(campaign: Campaign) -> Iterator[PrintedText]:
    awards = campaign.awards
    for i, line in enumerate(campaign.recipients):
        about = f"recipients.{line.unit}" if line.unit is not None else "recipients"
        yield PrintedText(line.text, campaign, ("recipients", i, "text"), about)
    for i, form in enumerate(campaign.awards.forms):
        yield PrintedText(form.text, campaign, ("awards", "forms", i, "text"), "awards")
    if awards.standards is not None:
        yield PrintedText(awards.standards, campaign, ("awards", "standards"), "awards")
    for key, texts in (("occasions", awards.occasions), ("priority", awards.priority)):
        for i, text in enumerate(texts):
            yield PrintedText(text, campaign, ("awards", key, i), "awards")


def _of_sheet(folder: CampaignFolder) -> Iterator[PrintedText]:
    sheet = folder.sheet
    for target in sheet.every_target:
        yield from _of(target, ("name", "wording", "unit"), f"targets.{target.id}")
    for task in sheet.tasks:
        yield from _of(task, ("name",), f"tasks.{task.id}")
    for criterion in sheet.criteria:
        yield from _of(criterion, ("name", "wording"), f"criteria.{criterion.id}")
