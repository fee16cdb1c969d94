"""What prose may call: each fact comes from the one place where it is written."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.documents.citations import Citations
from thidua_cli.documents.phrases import deadline, with_unit, worded
from thidua_cli.documents.target_tables import plan_table
from thidua_cli.documents.templating import Markup
from thidua_cli.model.campaigns import Assignment, Duty, ReportDue
from thidua_cli.model.target_sheets import Criterion
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.typesetting.markup import escape
from thidua_cli.typesetting.tree import Block, Heading, Inline, Item, Paragraph, Run
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.letters import near
from thidua_cli.vietnamese.words import lower_first

V = TypeVar("V")


class ProseFunctions:
    """The functions of one paper about one campaign.

    A function that gives whole blocks returns a mark and keeps the blocks in `inserts`, so that the lines of the
    prose keep their numbers.
    """

    def __init__(self, repository: Repository, folder: CampaignFolder, citations: Citations) -> None:
        self._repository = repository
        self._campaign = folder.campaign
        self._sheet = folder.sheet
        self._citations = citations
        self.inserts: dict[str, tuple[Block, ...]] = {}
        self.names_theme = False
        """Whether the prose has drawn the theme in, so that the opening need not name it."""

    @property
    def by_name(self) -> dict[str, Callable[..., str]]:
        """The functions under the names that prose calls them by."""
        return {
            "figure": self.figure,
            "target": self.target,
            "task": self.task,
            "content": self.content,
            "unit": self.unit,
            "cite": self._citations.cite,
            "deadline": self.deadline,
            "duration": self.duration,
            "theme": self.theme,
            "phases": self.phases,
            "milestone": self.milestone,
            "assignments": self.assignments,
            "criteria": self.criteria,
            "awards": self.awards,
            "subjects": self.subjects,
            "table": self.table,
        }

    def figure(self, target_id: str) -> str:
        """The goal with its unit: `23.100 nghìn lượt`, `70%`."""
        target = _find(target_id, self._sheet.targets_by_id, "chỉ tiêu")
        if not target.has_figure:
            raise ThiduaError(
                f"Chỉ tiêu “{target_id}” không có con số.", hint=f'Dùng {{{{ target("{target_id}") }}}}.'
            )
        return with_unit(target.goal.printed, target.unit)

    def target(self, target_id: str) -> str:
        """The target as the plan words it."""
        return worded(_find(target_id, self._sheet.targets_by_id, "chỉ tiêu"))

    def task(self, task_id: str) -> str:
        """The task as it is named."""
        return _find(task_id, {t.id: t for t in self._sheet.tasks}, "nhiệm vụ").name

    def content(self, content_id: str) -> str:
        """The title of a theme."""
        return _find(content_id, {c.id: c for c in self._campaign.contents}, "nội dung").title

    def unit(self, unit_id: str) -> str:
        """The name of a unit in full."""
        return self._unit(unit_id)

    def deadline(self, report_id: str) -> str:
        """When an ordered report is due, in bold; a blank where the plan does not say."""
        words = deadline(self._report(report_id))
        return Markup(f"**{escape(words)}**") if words else Markup("[[thời hạn gửi báo cáo]]")

    def duration(self) -> str:
        """From when to when the campaign runs."""
        period = self._campaign.period
        start = f"từ {period.start.in_words}" if period.start else "từ ngày ban hành Kế hoạch"
        return f"{start} đến hết {period.end.in_words}"

    def theme(self) -> str:
        """The theme of the campaign; the opening of the plan then leaves it to the prose."""
        self.names_theme = True
        return self._campaign.theme or Markup("[[chủ đề của phong trào]]")

    def phases(self) -> str:
        """The phases, an item each: `Giai đoạn 1: từ năm 2025 đến hết năm 2027`."""
        lines = [f"{p.name}: từ {p.start.in_words} đến hết {p.end.in_words}" for p in self._campaign.phases]
        return self._insert("phases", _items(lines), "các giai đoạn của phong trào")

    def milestone(self, kind: str) -> str:
        """When a launch or a review is held, and the event that it is tied to."""
        found = _find(kind, {m.kind: m for m in self._campaign.milestones}, "mốc")
        event = f"gắn với {found.event}" if found.event else None
        words = [part for part in (found.when.in_words if found.when else None, event) if part]
        return ", ".join(words) or Markup("[[thời gian của mốc]]")

    def assignments(self) -> str:
        """The assignments: a heading for each, and what it orders."""
        blocks = [block for a in self._campaign.assignments for block in self._assignment(a)]
        return self._insert("assignments", blocks, "giao việc gì cho đơn vị nào, khi nào xong")

    def criteria(self, subject: str) -> str:
        """The criteria for `collective` or `individual`, an item each."""
        words = [self._criterion(c) for c in self._sheet.criteria if c.subject == subject]
        return self._insert(f"criteria-{subject}", _items(words), "tiêu chí thi đua")

    def awards(self) -> str:
        """The forms of award, an item each."""
        forms = [form.text for form in self._campaign.awards.forms]
        return self._insert("awards", _items(forms), "hình thức khen thưởng")

    def subjects(self) -> str:
        """Who takes part, an item each."""
        subjects = self._campaign.subjects
        found = _items((*subjects.collectives, *subjects.individuals))
        return self._insert("subjects", found, "đối tượng thi đua: tập thể, cá nhân nào")

    def table(self, name: str) -> str:
        """A computed table; a plan has one: `targets`."""
        _find(name, {"targets": name}, "bảng")
        rows = self._sheet.targets
        table: list[Block] = [plan_table(rows, self._repository)] if rows else []
        return self._insert("targets", table, "chỉ tiêu thi đua: mức cần đạt, đơn vị tính")

    def _criterion(self, criterion: Criterion) -> str:
        """The criterion in the plan's words, with the documents and the targets that it names."""
        words = criterion.wording or criterion.name
        for document in criterion.documents if criterion.wording else ():
            words = words.replace("{}", self._citations.cite(document), 1)
        for target in criterion.targets if criterion.wording else ():
            words = words.replace("{}", self.target(target), 1)
        return words

    def _assignment(self, assignment: Assignment, level: int = 2) -> list[Block]:
        """A heading and what it orders; what is passed on to others is a level below."""
        first, *others = (self._unit(u) for u in assignment.units)
        asked = "Đề nghị " if assignment.mode == "request" else ""
        heading = asked + ", ".join((first, *(lower_first(name) for name in others)))
        duties = [self._duty(duty) for duty in assignment.duties]
        inner = [block for a in assignment.assignments for block in self._assignment(a, level + 1)]
        if assignment.run_in:
            spaced = [run for duty in duties for run in (*duty, Run(" "))]
            return [Heading(level, (Run(f"{heading}:"),), run_in=tuple(spaced[:-1])), *inner]
        return [Heading(level, (Run(heading),)), *(Item(1, runs) for runs in duties), *inner]

    def _duty(self, duty: Duty) -> Inline:
        """The duty as a sentence, its deadline in bold."""
        text, when = duty.text.rstrip(". "), None
        if duty.report:
            report = self._report(duty.report)
            text += self._way(report)
            if report.due_words:
                return (Run(f"{text} {report.due_words}."),)
            when = deadline(report)
        elif duty.before:
            when = f"trước ngày {day_short(duty.before)}"
        elif duty.by:
            text, when = f"{text}, hoàn thành trong", duty.by.in_words
        return (Run(f"{text} "), Run(when, bold=True), Run(".")) if when else (Run(f"{text}."),)

    def _way(self, report: ReportDue) -> str:
        """To whom a report goes, and through whom."""
        to = f" về {' và '.join(map(self._unit, report.addressees))}" if report.addressees else ""
        via = f" (qua {self._unit(report.via)})" if report.via else ""
        return f"{to}{via}"

    def _unit(self, unit_id: str) -> str:
        return _find(unit_id, self._repository.units, "đơn vị").name

    def _report(self, report_id: str) -> ReportDue:
        return _find(report_id, {r.id: r for r in self._campaign.reports}, "báo cáo")

    def _insert(self, name: str, blocks: list[Block], question: str) -> Markup:
        """The mark for the blocks; where there are none, a blank with the question."""
        self.inserts[name] = tuple(blocks) or (Paragraph((Run(question, blank=True),)),)
        return Markup(f"[[{name}]]")


def _items(texts: list[str] | tuple[str, ...]) -> list[Block]:
    """An item each, closed like any list of a paper: `;`, and `.` at the end."""
    marks = [";"] * (len(texts) - 1) + ["."]
    return [Item(1, (Run(f"{text}{mark}"),)) for text, mark in zip(texts, marks, strict=False)]


def _find(name: str, known: Mapping[str, V], what: str) -> V:
    """The record with this id; raises ThiduaError with the nearest one when there is none."""
    if name in known:
        return known[name]
    guess = near(name, known)
    listed = ", ".join(list(known)[:8]) or "chưa có mã nào"
    hint = f"Có phải “{guess}”?" if guess else f"Các mã hiện có: {listed}."
    raise ThiduaError(f"Không có {what} nào mang mã “{name}”.", hint=hint)
