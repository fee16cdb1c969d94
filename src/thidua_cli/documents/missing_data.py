"""What keeps targets from being computed: what is missing, and who owes it."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from thidua_cli.model.targets.shares import CoverageTarget
from thidua_cli.progress.naming import unit_names
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.scoreboard import Scoreboard
from thidua_cli.progress.verdicts import Result
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.words import lower_first

_KEY = re.compile(r" \([a-z_]+\)")
"""The key of a data file in a sentence for a terminal; a paper does without."""


def lacking(rows: tuple[TargetRow, ...], repository: Repository) -> tuple[str, ...]:
    """A sentence for targets that lack the same: `Chỉ tiêu số 2, 4 - 6: chưa có số gốc …`.

    Targets are named by their numbers in the table of the same rows.
    """
    numbers: dict[tuple[str, ...], list[int]] = {}
    for number, row in enumerate(rows, 1):
        if row.target.counts and (lacks := tuple(_lacks(row, repository)) or tuple(_obstacles(row))):
            numbers.setdefault(lacks, []).append(number)
    return tuple(f"Chỉ tiêu số {_in_words(found)}: {'; '.join(lacks)}." for lacks, found in numbers.items())


def outdated(board: Scoreboard, repository: Repository) -> tuple[str, ...]:
    """Whose newest figures end before the period that should have been reported, and where they end."""
    names = {row.target.id: row.target.name for row in board.targets}
    ends: dict[str, list[str]] = {}
    for one in board.stale:
        said = f"số liệu của chỉ tiêu “{names[one.target]}” mới đến {one.covers.in_words}"
        ends.setdefault(one.unit, []).append(said)
    return tuple(f"{unit_names(repository, [unit])}: {'; '.join(said)}." for unit, said in ends.items())


def _lacks(row: TargetRow, repository: Repository) -> Iterator[str]:
    if row.parts:
        yield from _lacks_of_parts(row, repository)
        return
    outcome, target = row.outcome, row.target
    if row.scope is None:
        yield "chưa biết ngày bắt đầu phong trào vì kế hoạch chưa có ngày ban hành"
    if not row.has_goal:
        yield "chưa giao mức phải đạt cho đơn vị"
    if not outcome.has_base:
        yield "chưa có số gốc để so sánh"
    if outcome.owing is None:
        yield "chưa giao đơn vị nào báo cáo số liệu"
    elif row.silent_units:
        what = "mẫu số (số người)" if isinstance(target, CoverageTarget) else "số liệu"
        yield f"chưa có đủ {what} của {unit_names(repository, row.silent_units)}"
    if row.result is Result.NOT_JUDGED and row.held_by is None and row.override is None:
        yield "chưa có người đánh giá"
    for found in outcome.figures:
        if found.because:
            yield f"{unit_names(repository, [found.unit])} {_KEY.sub('', found.because)}"


def _obstacles(row: TargetRow) -> Iterator[str]:
    """Why figures that are all there do not come to one."""
    if row.outcome.is_known and not row.outcome.is_complete:
        yield from (lower_first(_KEY.sub("", sentence).rstrip(".")) for sentence in row.outcome.because)


def _lacks_of_parts(row: TargetRow, repository: Repository) -> Iterator[str]:
    """What parts lack, with the years or the children that lack it where others do not."""
    named: dict[str, list[str]] = {}
    for part in row.parts:
        for lack in _lacks(part, repository):
            named.setdefault(lack, []).append(_name(row, part))
    for lack, names in named.items():
        yield lack if len(names) == len(row.parts) else f"{lack} ({', '.join(names)})"


def _name(row: TargetRow, part: TargetRow) -> str:
    return f"năm {part.scope.end.year}" if row.has_years and part.scope else part.target.name


def _in_words(numbers: Iterable[int]) -> str:
    """`2, 4 - 6`."""
    runs = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    found = [[number for _, number in group] for _, group in runs]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} - {run[-1]}" for run in found)
