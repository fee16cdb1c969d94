"""What single targets came to, as the text of a report says it; from the rows of the table beside it."""

from thidua_cli.documents.comparisons import compared_with_before, points_beyond, share_in_words
from thidua_cli.documents.phrases import goal_in_words, reached_with_unit
from thidua_cli.model.periods import Period
from thidua_cli.model.targets.goals import Comparator
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.tasks import TaskRow
from thidua_cli.progress.verdicts import Result, TaskStanding
from thidua_cli.progress.words import ESTIMATED
from thidua_cli.vietnamese.numbers import count


def outcomes(rows: tuple[TargetRow, ...], period: Period) -> tuple[str, ...]:
    """A sentence for each target that may be judged: `Doanh thu: 1.543 tỷ đồng, đạt 77,1% kế hoạch`.

    A figure that does not reach the end of the period says what it is about.
    """
    return tuple(f"{row.target.name}{_until(row, period)}: {_outcome(row)}" for row in rows if _is_told(row))


def shortcomings(rows: tuple[TargetRow, ...], tasks: tuple[TaskRow, ...]) -> tuple[str, ...]:
    """Targets that were not met and tasks that are overdue, by name."""
    failed = [row for row in rows if row.target.counts and row.has_goal and row.result is Result.NOT_MET]
    late = [task.task.name for task in tasks if task.standing is TaskStanding.OVERDUE]
    broken = [task.task.name for task in tasks if task.standing is TaskStanding.BROKEN]
    return tuple(
        f"{count(len(names))} {words}: {'; '.join(names)}."
        for names, words in (
            ([_with_share(row) for row in failed], "chỉ tiêu chưa đạt"),
            (late, "nhiệm vụ quá hạn"),
            (broken, "việc không được để xảy ra mà đã xảy ra"),
        )
        if names
    )


def _is_told(row: TargetRow) -> bool:
    return (
        row.target.counts
        and row.has_goal
        and row.held_by is None
        and row.judgement is not None
        and row.outcome.actual is not None
        and not row.parts
    )


def _until(row: TargetRow, period: Period) -> str:
    covers = row.outcome.covers
    is_state = row.target.goal.comparator is Comparator.DONE
    if covers is None or row.scope is None or is_state or covers.end >= min(period.end, row.scope.end):
        return ""
    return f" ({covers.in_words})"


def _outcome(row: TargetRow) -> str:
    actual, target = row.outcome.actual, row.target
    assert actual is not None, "only known figures are told"
    printed = reached_with_unit(actual, target)
    said = f"{ESTIMATED} {printed}" if row.estimate else printed
    since = compared_with_before(target, row.outcome, row.same_period)
    year = f"{since} so với cùng kỳ năm trước" if since and not since.startswith("bằng") else since
    return f"{', '.join(part for part in (said, _against_plan(row), year) if part)}."


def _against_plan(row: TargetRow) -> str | None:
    """`vượt 146,7% kế hoạch`; of what has no share of its goal, the goal itself."""
    judgement, actual, of = row.judgement, row.outcome.actual, _goal_in_words(row)
    if judgement is None or actual is None or row.target.goal.comparator is Comparator.DONE:
        return None
    if judgement.share is None:
        return f"{of} là {goal_in_words(row.target.goal, row.target.unit)}"
    beyond = points_beyond(row.target, actual.value, of) if judgement.exceeded else None
    return beyond or share_in_words(judgement.share, of, exceeded=judgement.exceeded)


def _goal_in_words(row: TargetRow) -> str:
    """`kế hoạch`; of what is to be reached in the course of years `mục tiêu đến năm 2030`."""
    scope = row.scope
    together = row.target.across_years == "together"
    if scope is None or not together or scope.start.year == scope.end.year:
        return "kế hoạch"
    return f"mục tiêu đến năm {scope.end.year}"


def _with_share(row: TargetRow) -> str:
    share = row.judgement.share if row.judgement else None
    if share is None:
        return row.target.name
    return f"{row.target.name} ({share_in_words(share, _goal_in_words(row), exceeded=False)})"
