"""How a figure came about, step by step, down to the line and the source of everything in it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from thidua_cli.cli.figure_words import (
    compared,
    put_together,
    reached_words,
    reported_words,
    worded,
)
from thidua_cli.cli.written_forms import goal_of, moment_of, name_of, number_of, plain
from thidua_cli.diagnostics.finding import Location
from thidua_cli.documents.phrases import with_unit
from thidua_cli.documents.result_tables import against_goal, part_words, verdict
from thidua_cli.model.targets.changes import ChangeTarget
from thidua_cli.model.targets.measured import MeasuredTarget
from thidua_cli.model.targets.target import Target
from thidua_cli.model.targets.versions import TargetVersion
from thidua_cli.progress.observations import Observation, observations
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.scopes import Scope
from thidua_cli.progress.scoreboard import Scoreboard
from thidua_cli.progress.unit_figures import UnitFigure
from thidua_cli.progress.words import ESTIMATED
from thidua_cli.repository.index import CampaignFolder, Repository
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.numbers import figure_beside


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way to a figure."""

    words: str
    source: str | None = None
    """The document or the report that says it."""
    at: Location | None = None
    depth: int = 0
    """How far it belongs under the step before: an entry under its unit."""

    @property
    def line(self) -> str:
        """`333,3 nghìn lượt, năm 2026, Báo cáo 01 (results/a.yaml:5:11)`, indented under the target's name."""
        place = f" ({self.at})" if self.at else ""
        source = f", {self.source}" if self.source else ""
        return f"{'  ' * (self.depth + 1)}{self.words}{source}{place}"


def steps_of(
    row: TargetRow, board: Scoreboard, folder: CampaignFolder, repository: Repository
) -> tuple[Step, ...]:
    """How the figure and the verdict of a target came about; rows of one unit say how its own did."""
    steps = _Way(board, folder, repository).steps(row)
    return tuple(replace(step, words=plain(step.words)) for step in steps)


@dataclass(frozen=True, slots=True)
class _Way:
    board: Scoreboard
    folder: CampaignFolder
    repository: Repository

    def steps(self, row: TargetRow) -> Iterator[Step]:
        yield from self._goal(row)
        if row.scope is not None:
            first, last = day_short(row.scope.figures_from), day_short(row.scope.asked_until)
            yield Step(f"Thời gian tính: {first} – {last}")
        for part in row.parts:
            yield Step(part_words(row, part), at=None if row.has_years else part.planned.at())
        yield from self._entered(row)
        if row.outcome.missing:
            names = "; ".join(name_of(unit, self.repository) for unit in row.outcome.missing)
            yield Step(f"Chưa có số liệu: {names}")
        yield from self._result(row)

    def _goal(self, row: TargetRow) -> Iterator[Step]:
        """What was planned, what later documents made of it, and what counts for whoever is asked about."""
        plan = self.folder.campaign.document.number
        planned = Step(f"Cần đạt: {goal_of(row.planned)}", plan, _planned_at(row.planned))
        own = self._own_goal(row)
        if row.version is None:
            yield planned if own is None else replace(planned, words=f"Kế hoạch: {goal_of(row.planned)}")
        else:
            yield replace(planned, words=f"Kế hoạch: {goal_of(row.planned)}")
            target = row.planned
            for version in row.planned.versions:
                if version.start <= row.version.start:
                    target = target.model_copy(update=version.changes)
                    yield self._version(version, target)
            if own is None:
                yield Step(f"Cần đạt: {goal_of(row.target)}", at=row.goal_at)
        if own is not None:
            yield own

    def _version(self, version: TargetVersion, target: Target) -> Step:
        because = f" ({version.because.rstrip('.')})" if version.because else ""
        deadline = f", hạn {moment_of(version.by)}" if version.by else ""
        return Step(
            f"Điều chỉnh từ {day_short(version.start)}: {goal_of(target)}{deadline}{because}",
            number_of(version.document, self.repository) if version.document else None,
            version.at(),
        )

    def _own_goal(self, row: TargetRow) -> Step | None:
        """The part of the goal that the unit which is asked about has been given."""
        if self.board.unit is None:
            return None
        given = [
            one
            for one in self.folder.allocations
            if one.target == row.planned.id and self.board.unit in one.units
        ]
        if given:
            return Step(f"Giao cho đơn vị: {goal_of(row.target)}", at=given[-1].at("units", self.board.unit))
        return None if row.has_goal else Step("Giao cho đơn vị: chưa giao phần nào của chỉ tiêu")

    def _entered(self, row: TargetRow) -> Iterator[Step]:
        if row.parts:
            for part in row.parts:
                yield from self._entered(part)
            return
        for found in row.outcome.figures:
            yield Step(f"{name_of(found.unit, self.repository)}: {worded(found, row.target)}")
            for entry in found.contributions:
                yield _entry(entry, row.target)
            if row.scope is not None:
                yield from self._left_out(found, row.target, row.scope)
            if found.because:
                yield Step(f"Vì: {found.because}", depth=1)

    def _left_out(self, found: UnitFigure, target: Target, scope: Scope) -> Iterator[Step]:
        """What the unit handed in besides, and what has taken its place."""
        results = self.folder.results.get(found.unit)
        handed_in = observations(found.unit, results, target.reported_as) if results else ()
        known = [one for one in handed_in if one.as_of <= scope.as_of and scope.admits(one.stretch)]
        counted = {id(one.entry) for one in found.contributions}
        for one in known:
            if id(one.entry) in counted:
                continue
            why = _replaced(one, found, known, target)
            if why is not None:
                step = _entry(one, target)
                yield replace(step, words=f"không tính {step.words}", source=f"{step.source}: {why}")

    def _result(self, row: TargetRow) -> Iterator[Step]:
        target, actual, covers = row.target, row.outcome.actual, row.outcome.covers
        if actual is not None:
            estimated = f"{ESTIMATED} " if row.estimate else ""
            yield Step(f"Thực hiện: {put_together(row, actual)}{estimated}{reached_words(row, actual)}")
        before = row.same_period
        if before is not None and before.actual is not None:
            words = reached_words(row, before.actual)
            yield Step(
                f"Cùng kỳ năm trước: {words}", at=before.contributions[0].at if before.contributions else None
            )
        if row.expected is not None and covers is not None and row.scope and covers.end < row.scope.end:
            due = figure_beside(row.expected, actual.value if actual else Fraction(0))
            at = target.at("path") if isinstance(target, MeasuredTarget) and target.path else None
            day = f"đến ngày {day_short(covers.end)}"
            by_then = (
                f"{day[0].upper()}{day[1:]} không được quá" if target.less_is_better else f"Phải đạt {day}"
            )
            yield Step(f"{by_then}: {with_unit(due, target.unit)}", at=at)
        if row.judgement is not None and row.judgement.share is not None and actual is not None:
            yield Step(f"So với chỉ tiêu: {compared(row, actual)} = {against_goal(row)}")
        said = row.override
        yield Step(
            f"Đánh giá: {verdict(row)}", said.by if said else None, said.at("verdict") if said else None
        )
        for sentence in row.because:
            yield Step(f"Vì: {sentence}")


def _planned_at(target: Target) -> Location:
    """Where the plan's own goal is written; where it has no key of its own, the target."""
    key = target.goal.comparator.value
    return target.at(*([key] if key in type(target).model_fields else []))


def _entry(entry: Observation, target: Target) -> Step:
    """One entry: `333,3 nghìn lượt, năm 2026, biết ngày 16/11/2026` and the report that says it."""
    estimated = f"{ESTIMATED} " if entry.is_estimate else ""
    known = f"biết ngày {day_short(entry.as_of)}"
    words = f"{estimated}{reported_words(entry, target)}, {entry.stretch.in_words}, {known}"
    source = f"{entry.source}, đính chính {entry.revises}" if entry.revises else entry.source
    return Step(words, source, entry.at, depth=1)


def _replaced(one: Observation, found: UnitFigure, known: list[Observation], target: Target) -> str | None:
    """What counts in the place of a figure; None where it is no part of this question, as levels of other years."""
    revised = next((other for other in known if other.revises == one.source), None)
    if revised is not None:
        return f"đã được đính chính bằng {revised.source}"
    same = next((other for other in found.contributions if other.stretch == one.stretch), None)
    if same is not None:
        return f"đã có số liệu mới hơn ở {same.source}"
    if isinstance(target, ChangeTarget):
        return None
    whole = next((other for other in found.contributions if other.stretch.contains(one.stretch)), None)
    if whole is not None and target.time_aggregation == "sum":
        return f"đã nằm trong số liệu {whole.stretch.in_words}"
    newer = next((o for o in found.contributions if o.stretch.end > one.stretch.end), None)
    return f"đã có số liệu mới hơn, {newer.stretch.in_words}" if newer is not None else None
