"""The BÁO CÁO on a campaign: computed tables and sentences, a person's words, and marked blanks; nothing else."""

from dataclasses import dataclass, field
from datetime import date

from thidua_cli.documents.citations import Citations
from thidua_cli.documents.initiative_tables import coverage_sentence, recognised_table
from thidua_cli.documents.inserting import parse_with_inserts
from thidua_cli.documents.prose_functions import ProseFunctions
from thidua_cli.documents.report_choice import ReportChoice
from thidua_cli.documents.report_frame import find_narrative, plan_citation, report_frame, report_subject
from thidua_cli.documents.report_sections import Section, answer_to, answers_in, sections_of
from thidua_cli.documents.report_sentences import (
    figures_until,
    held_notes,
    initiative_sentences,
    reporting_sentences,
    tally_sentences,
    task_sentences,
)
from thidua_cli.documents.result_tables import targets_table, tasks_table
from thidua_cli.documents.template_files import template
from thidua_cli.documents.templating import Markup, render_prose, render_template
from thidua_cli.progress.initiatives import initiative_summary, recognised_initiatives
from thidua_cli.progress.scoreboard import Scoreboard, score
from thidua_cli.repository.index import CampaignFolder, Narrative, Prose, Repository
from thidua_cli.typesetting.profile import FormatProfile
from thidua_cli.typesetting.tree import Block, Document, Paragraph, Run
from thidua_cli.vietnamese.words import lower_first


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section as the template sees it."""

    heading: str
    body: Markup
    """The mark for what a person wrote, or for the blank."""


@dataclass(frozen=True, slots=True)
class ReportContext:
    """All that the template of a report may see."""

    opening: str
    leadership: tuple[SectionText, ...]
    reporting: str
    tally: str
    targets: Markup
    notes: tuple[str, ...]
    tasks_sentence: str
    tasks: Markup
    contents: tuple[SectionText, ...]
    initiatives: str
    recognised: Markup
    coverage: str
    outcomes: tuple[SectionText, ...]
    shortcomings: tuple[SectionText, ...]
    directions: Markup
    proposals: Markup
    closing: str


@dataclass(frozen=True, slots=True)
class _Texts:
    """What frames the computed sentences: how the report begins and ends, and the sections between."""

    opening: str
    sections: tuple[SectionText, ...]
    closing: str


@dataclass(slots=True)
class _Marks:
    """Marks for blocks, numbered in the order of the paper."""

    inserts: dict[str, tuple[Block, ...]] = field(default_factory=dict)

    def put(self, name: str, *blocks: Block) -> Markup:
        self.inserts[name] = blocks
        return Markup(f"[[{name}]]")


def compose_report(
    repository: Repository, folder: CampaignFolder, choice: ReportChoice, as_of: date, profile: FormatProfile
) -> Document:
    """The report as a document; raises ThiduaError where prose and data do not fit together."""
    narrative = find_narrative(folder, choice)
    marks = _Marks()
    citations = Citations(repository, profile.patterns.citation)
    sections = _answers(folder, narrative, ProseFunctions(repository, folder, citations), marks)
    issuer = repository.units[folder.campaign.issuer].name
    subject = lower_first(report_subject(folder, choice))
    plan = plan_citation(folder, profile.patterns.citation)
    texts = _Texts(
        f"Thực hiện {plan}, {issuer} báo cáo {subject} như sau. {figures_until(choice.period, as_of)}",
        sections,
        f"Trên đây là báo cáo {subject} của {issuer}.",
    )
    board = score(repository, folder, as_of, choice.period)
    context = _context(repository, folder, choice, board, texts, marks)
    source = template("bao-cao.md.j2")
    rendered = render_template(source, {name: getattr(context, name) for name in context.__slots__})
    blocks = parse_with_inserts(Prose(source.path, rendered), marks.inserts)
    frame = report_frame(repository, folder, choice, narrative, as_of)
    return Document(frame, (), blocks, issuer, frame.date or as_of)


def _answers(
    folder: CampaignFolder, narrative: Narrative | None, functions: ProseFunctions, marks: _Marks
) -> tuple[SectionText, ...]:
    """Every section with what a person wrote for it, or a blank with its question."""
    answers = answers_in(narrative.prose) if narrative else ()
    return tuple(
        SectionText(
            section.heading,
            marks.put(f"muc-{number}", *_answer(section, answer_to(section, answers), functions)),
        )
        for number, section in enumerate(sections_of(folder.campaign), 1)
    )


def _answer(section: Section, prose: Prose | None, functions: ProseFunctions) -> tuple[Block, ...]:
    if prose is None:
        return (Paragraph((Run(section.question, blank=True),)),)
    rendered = Prose(prose.path, render_prose(prose, functions.by_name), prose.first_line)
    return parse_with_inserts(rendered, functions.inserts)


def _context(
    repository: Repository,
    folder: CampaignFolder,
    choice: ReportChoice,
    board: Scoreboard,
    texts: _Texts,
    marks: _Marks,
) -> ReportContext:
    recognised = recognised_initiatives(repository, folder.id, board.as_of)
    sections, themes = texts.sections, len(folder.campaign.contents)
    leadership, contents, rest = sections[:3], sections[3 : 3 + themes], sections[3 + themes :]
    return ReportContext(
        opening=texts.opening,
        leadership=leadership,
        reporting=reporting_sentences(board, repository),
        tally=tally_sentences(board.tally),
        targets=marks.put("chi-tieu", targets_table(board.targets, choice.period))
        if board.targets
        else Markup(),
        notes=held_notes(board.targets),
        tasks_sentence=task_sentences(board.tasks),
        tasks=marks.put("nhiem-vu", tasks_table(board.tasks, repository)) if board.tasks else Markup(),
        contents=contents,
        initiatives=initiative_sentences(initiative_summary(repository, folder.id, board.as_of)),
        recognised=marks.put("sang-kien", recognised_table(recognised, repository))
        if recognised
        else Markup(),
        coverage=coverage_sentence(repository, folder, choice.period.end.year, board.as_of) or "",
        outcomes=rest[:2],
        shortcomings=rest[2:5],
        directions=rest[5].body,
        proposals=rest[6].body,
        closing=texts.closing,
    )
