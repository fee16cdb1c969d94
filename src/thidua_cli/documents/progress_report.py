"""The BÁO CÁO on a campaign: computed tables and sentences, a person's words, and marked blanks; nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from thidua_cli.documents.citations import Citations
from thidua_cli.documents.fitting import fitted
from thidua_cli.documents.frames import joined_names
from thidua_cli.documents.initiative_tables import (
    coverage_sentence,
    coverage_table,
    recognised_table,
    reported_coverage,
)
from thidua_cli.documents.inserting import parse_with_inserts
from thidua_cli.documents.missing_data import lacking, outdated
from thidua_cli.documents.outcome_sentences import outcomes, shortcomings
from thidua_cli.documents.prose_functions import ProseFunctions
from thidua_cli.documents.remarks import Remarks
from thidua_cli.documents.report_choice import ReportChoice
from thidua_cli.documents.report_frame import (
    opening_subject,
    plan_citation,
    report_frame,
    report_subject,
)
from thidua_cli.documents.report_sections import Section, answer_to, answers_in, outline_of
from thidua_cli.documents.report_sentences import (
    figures_until,
    held_notes,
    initiative_sentences,
    own_reporting_sentences,
    reporting_sentences,
    tally_sentences,
    task_sentences,
)
from thidua_cli.documents.result_tables import tasks_table
from thidua_cli.documents.target_results import targets_table
from thidua_cli.documents.template_files import template
from thidua_cli.documents.templating import Markup, render_prose, render_template
from thidua_cli.documents.unit_results import TITLE as UNIT_TITLE
from thidua_cli.documents.unit_results import units_table
from thidua_cli.progress.initiatives import initiative_summary, recognised_initiatives
from thidua_cli.progress.questions import Question, question_on
from thidua_cli.progress.scoreboard import Scoreboard, board_of
from thidua_cli.repository.index import CampaignFolder, Narrative, Prose, Repository
from thidua_cli.typesetting.profile import FormatProfile
from thidua_cli.typesetting.tree import Appendix, Block, Document, Item, Paragraph, Run, Table, plain_text
from thidua_cli.vietnamese.words import lower_first

_MOST_IN_TEXT = 10
"""A list with more rows than this stands in an appendix."""


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
    opening: str
    """The subject where the plan has just been cited."""
    subject: str
    until: str
    leadership: tuple[SectionText, ...]
    reporting_heading: str
    reporting: tuple[str, ...]
    tally: str
    outcomes: Markup
    targets: Markup
    lacking: Markup
    notes: tuple[str, ...]
    tasks_sentence: str
    tasks: Markup
    contents: tuple[SectionText, ...]
    initiatives: str
    recognised: Markup
    coverage: str
    coverage_rows: Markup
    outcome_sections: tuple[SectionText, ...]
    units: str
    failures: Markup
    shortcomings: tuple[SectionText, ...]
    directions: Markup
    proposals: Markup


@dataclass(slots=True)
class _Marks:
    """Marks for blocks, numbered in the order of the paper, and the appendices that go with them."""

    profile: FormatProfile
    inserts: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    appendices: list[Appendix] = field(default_factory=list)

    def put(self, name: str, *blocks: Block) -> Markup:
        """The mark of the blocks; nothing for none."""
        if not blocks:
            return Markup()
        self.inserts[name] = blocks
        return Markup(f"[[{name}]]")

    def items(self, name: str, lead: str | None, sentences: tuple[str, ...]) -> Markup:
        """The sentences as a list, with what leads in to them."""
        above = (Paragraph((Run(lead),)),) if lead and sentences else ()
        return self.put(name, *above, *(Item(1, (Run(sentence),)) for sentence in sentences))

    def table(self, name: str, table: Table) -> Markup:
        """The table where it fits; one that is wide or long in an appendix, which the text points to."""
        fits = fitted(table, self.profile)
        title = plain_text(table.caption)
        if not fits.landscape and (len(table.rows) <= _MOST_IN_TEXT or name not in _LISTS):
            return self.put(name, fits)
        self._append(title, fits)
        return self.put(name, Paragraph((Run(f"Chi tiết ở Phụ lục “{title}” kèm theo Báo cáo này."),)))

    def append(self, title: str, table: Table) -> None:
        """An appendix of one table."""
        self._append(title, fitted(table, self.profile))

    def _append(self, title: str, fits: Table) -> None:
        self.appendices.append(Appendix((Run(title),), (replace(fits, caption=()),), fits.landscape))


_LISTS = frozenset({"sang-kien", "bao-phu"})
"""Tables that may grow long without being what the report is about."""


def compose_report(
    repository: Repository, choice: ReportChoice, as_of: date, profile: FormatProfile
) -> Document:
    """The report as a document; raises ThiduaError where prose and data do not fit together."""
    folder, sender = choice.sender.folder, choice.sender
    narrative = choice.narrative
    marks = _Marks(profile)
    citations = Citations(repository, profile.patterns.citation)
    texts = _answers(folder, narrative, ProseFunctions(repository, folder, citations), marks)
    issuer = None if sender.is_issuer else joined_names(repository, folder.campaign.issuers)
    plan = plan_citation(folder, profile.patterns.citation, issuer)
    context = _computed(repository, choice, as_of, marks).context(plan, texts)
    if narrative is not None and narrative.head.issued_with:
        issuers = (sender.unit, *(other.unit for other in narrative.head.issued_with))
        context = replace(context, issuer=joined_names(repository, issuers))
    source = template("bao-cao.md.j2")
    rendered = render_template(source, {name: getattr(context, name) for name in context.__slots__})
    blocks = parse_with_inserts(Prose(source.path, rendered), marks.inserts)
    frame = report_frame(repository, choice, as_of)
    return Document(frame, (), (*blocks, *marks.appendices), context.issuer, frame.date or as_of)


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


def _computed(repository: Repository, choice: ReportChoice, as_of: date, marks: _Marks) -> "_Computed":
    sender, period = choice.sender, choice.period
    question = question_on(repository, sender.folder, as_of, period)
    if not sender.is_whole:
        question = question.about(sender.unit)
    return _Computed(choice, question, board_of(question), marks)


@dataclass(frozen=True, slots=True)
class _Computed:
    """What the computed parts of a report are made from."""

    choice: ReportChoice
    question: Question
    """The one that the board answers."""
    board: Scoreboard
    marks: _Marks

    def context(self, plan: str, texts: Mapping[Section, SectionText]) -> ReportContext:
        """Everything that the template sees; tables come in the order of the paper, so that appendices do."""
        sender, board, marks = self.choice.sender, self.board, self.marks
        repository, own = self.question.repository, not sender.is_whole
        outline = outline_of(sender.folder.campaign)
        units = None if sender.is_whole else sender.units
        summary = initiative_summary(repository, sender.folder.id, board.as_of, units)
        covered = reported_coverage(repository, sender, self.choice.period.end.year, board.as_of)
        said = own_reporting_sentences(board) if own else reporting_sentences(board, repository)
        return ReportContext(
            plan=plan,
            issuer=repository.units[sender.unit].name,
            opening=lower_first(opening_subject(self.choice)),
            subject=lower_first(report_subject(self.choice)),
            until=figures_until(self.choice.stretch_in_words, board.as_of),
            leadership=tuple(texts[section] for section in outline.leadership),
            reporting_heading="Chế độ báo cáo" if own else "Chế độ báo cáo của các đơn vị",
            reporting=(said, *outdated(board, repository)),
            tally=tally_sentences(board.tally, of_unit=own),
            outcomes=marks.items("ket-qua", None, outcomes(board.targets, self.choice.period)),
            targets=self._targets(),
            lacking=marks.items("con-thieu", _LACKING, lacking(board.targets, repository)),
            notes=held_notes(board.targets),
            tasks_sentence=task_sentences(board.tasks, of_unit=own),
            tasks=self._tasks(),
            contents=tuple(texts[section] for section in outline.contents),
            initiatives=initiative_sentences(summary),
            recognised=self._recognised(),
            coverage=(coverage_sentence(covered) if summary.registered else None) or "",
            coverage_rows=marks.table("bao-phu", coverage_table(covered, repository))
            if summary.registered and len(covered.rows) > 1
            else Markup(),
            outcome_sections=tuple(texts[section] for section in outline.outcomes),
            units=self._units(),
            failures=marks.items("chua-dat", None, shortcomings(board.targets, board.tasks)),
            shortcomings=tuple(texts[section] for section in outline.shortcomings),
            directions=texts[outline.directions].body,
            proposals=texts[outline.proposals].body,
        )

    def _targets(self) -> Markup:
        rows, period = self.board.targets, self.choice.period
        dated = self.marks.profile.patterns.citation
        remarks = Remarks(self.question.repository, period, dated)
        return (
            self.marks.table("chi-tieu", targets_table(self.question, rows, period, remarks.on))
            if rows
            else Markup()
        )

    def _tasks(self) -> Markup:
        rows = self.board.tasks
        return self.marks.table("nhiem-vu", tasks_table(rows, self.question.repository)) if rows else Markup()

    def _recognised(self) -> Markup:
        sender, repository = self.choice.sender, self.question.repository
        units = None if sender.is_whole else sender.units
        found = recognised_initiatives(repository, sender.folder.id, self.board.as_of, units)
        return self.marks.table("sang-kien", recognised_table(found, repository)) if found else Markup()

    def _units(self) -> str:
        """The sentence that points to the results by unit, which stand in an appendix."""
        period, is_whole = self.choice.period, self.choice.sender.is_whole
        table = units_table(self.question, self.board, period) if is_whole else None
        if table is None:
            return ""
        self.marks.append(UNIT_TITLE, table)
        return f"Kết quả, số liệu và nguồn số liệu của từng đơn vị ở Phụ lục “{UNIT_TITLE}” kèm theo Báo cáo này."


_LACKING = "Chưa tính được hoặc chưa đánh giá được vì còn thiếu:"
