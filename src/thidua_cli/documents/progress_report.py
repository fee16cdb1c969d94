"""The BÁO CÁO on a campaign: computed tables and sentences, a person's words, and marked blanks; nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from thidua_cli.documents.citations import Citations
from thidua_cli.documents.initiative_tables import coverage_sentence, recognised_table
from thidua_cli.documents.inserting import parse_with_inserts
from thidua_cli.documents.prose_functions import ProseFunctions
from thidua_cli.documents.report_choice import ReportChoice
from thidua_cli.documents.report_frame import find_narrative, plan_citation, report_frame, report_subject
from thidua_cli.documents.report_sections import Section, answer_to, answers_in, outline_of
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

    plan: str
    """The plan that the report answers, as it is cited."""
    issuer: str
    subject: str
    until: str
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
    texts = _answers(folder, narrative, ProseFunctions(repository, folder, citations), marks)
    board = score(repository, folder, as_of, choice.period)
    plan = plan_citation(folder, profile.patterns.citation)
    context = _Computed(repository, folder, choice, board, marks).context(plan, texts)
    source = template("bao-cao.md.j2")
    rendered = render_template(source, {name: getattr(context, name) for name in context.__slots__})
    blocks = parse_with_inserts(Prose(source.path, rendered), marks.inserts)
    frame = report_frame(repository, folder, choice, narrative, as_of)
    return Document(frame, (), blocks, context.issuer, frame.date or as_of)


def _answers(
    folder: CampaignFolder, narrative: Narrative | None, functions: ProseFunctions, marks: _Marks
) -> dict[Section, SectionText]:
    """Every section with what a person wrote for it, or a blank with its question."""
    answers = answers_in(narrative.prose) if narrative else ()
    return {
        section: SectionText(
            section.heading,
            marks.put(f"muc-{number}", *_answer(section, answer_to(section, answers), functions)),
        )
        for number, section in enumerate(outline_of(folder.campaign).in_order, 1)
    }


def _answer(section: Section, prose: Prose | None, functions: ProseFunctions) -> tuple[Block, ...]:
    if prose is None:
        return (Paragraph((Run(section.question, blank=True),)),)
    rendered = Prose(prose.path, render_prose(prose, functions.by_name), prose.first_line)
    return parse_with_inserts(rendered, functions.inserts)


@dataclass(frozen=True, slots=True)
class _Computed:
    """What the computed parts of a report are made from."""

    repository: Repository
    folder: CampaignFolder
    choice: ReportChoice
    board: Scoreboard
    marks: _Marks

    def context(self, plan: str, texts: Mapping[Section, SectionText]) -> ReportContext:
        """Everything that the template sees."""
        campaign, board, outline = self.folder.campaign, self.board, outline_of(self.folder.campaign)
        summary = initiative_summary(self.repository, self.folder.id, board.as_of)
        year = self.choice.period.end.year
        return ReportContext(
            plan=plan,
            issuer=self.repository.units[campaign.issuer].name,
            subject=lower_first(report_subject(self.folder, self.choice)),
            until=figures_until(self.choice.period, board.as_of),
            leadership=tuple(texts[section] for section in outline.leadership),
            reporting=reporting_sentences(board, self.repository),
            tally=tally_sentences(board.tally),
            targets=self._targets(),
            notes=held_notes(board.targets),
            tasks_sentence=task_sentences(board.tasks),
            tasks=self._tasks(),
            contents=tuple(texts[section] for section in outline.contents),
            initiatives=initiative_sentences(summary),
            recognised=self._recognised(),
            coverage=coverage_sentence(self.repository, self.folder, year, board.as_of) or "",
            outcomes=tuple(texts[section] for section in outline.outcomes),
            shortcomings=tuple(texts[section] for section in outline.shortcomings),
            directions=texts[outline.directions].body,
            proposals=texts[outline.proposals].body,
        )

    def _targets(self) -> Markup:
        rows = self.board.targets
        return self.marks.put("chi-tieu", targets_table(rows, self.choice.period)) if rows else Markup()

    def _tasks(self) -> Markup:
        rows = self.board.tasks
        return self.marks.put("nhiem-vu", tasks_table(rows, self.repository)) if rows else Markup()

    def _recognised(self) -> Markup:
        found = recognised_initiatives(self.repository, self.folder.id, self.board.as_of)
        return self.marks.put("sang-kien", recognised_table(found, self.repository)) if found else Markup()
