"""The computed sentences of a report; each number is counted from the rows of the table beside it."""

from collections import Counter
from datetime import date

from thidua_cli.documents.phrases import last_day
from thidua_cli.progress.initiatives import InitiativeSummary
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.scoreboard import Scoreboard
from thidua_cli.progress.tally import Tally
from thidua_cli.progress.tasks import TaskRow
from thidua_cli.progress.verdicts import TaskStanding
from thidua_cli.progress.words import TASK_WORDS
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.numbers import count

_SEVERAL = 2


def tally_sentences(tally: Tally, *, of_unit: bool = False) -> str:
    """How many targets stand how: `02/03 chỉ tiêu đạt và vượt …`; of a unit those that it has been given."""
    if not tally.total:
        return (
            "Đơn vị chưa được giao chỉ tiêu bằng con số nào."
            if of_unit
            else "Kế hoạch không đề ra chỉ tiêu bằng con số."
        )
    given = "Đơn vị được giao" if of_unit else "Kế hoạch đề ra"
    parts = [f"{given} {count(tally.total)} chỉ tiêu."]
    if tally.met_or_exceeded or tally.not_met:
        parts.append(_concluded(tally))
    if tally.estimated_met or tally.estimated_not_met:
        parts.append(_estimated(tally))
    others = [
        (tally.under_way, "đang thực hiện, chưa đến hạn kết luận"),
        (tally.incomplete, "chưa đủ số liệu để đánh giá"),
        (tally.no_data, "chưa có số liệu"),
        (tally.no_base, "chưa có số gốc để so sánh"),
        (tally.undeclared, "chưa có người đánh giá"),
        (tally.not_judged, "chưa đánh giá vì con số của kế hoạch còn điều chưa rõ (xem chú thích dưới bảng)"),
    ]
    said = [f"{count(number)} chỉ tiêu {words}" for number, words in others if number]
    if said:
        parts.append(f"Có {'; '.join(said)}.")
    return " ".join(parts)


def _concluded(tally: Tally) -> str:
    reached = f"{_of(tally.met_or_exceeded, tally.total)} chỉ tiêu đạt và vượt"
    detail = f" (vượt {count(tally.exceeded)}, đạt {count(tally.met)})" if tally.met_or_exceeded else ""
    failed = f"; {count(tally.not_met)} chỉ tiêu chưa đạt" if tally.not_met else ""
    return f"Kết quả: {reached}{detail}{failed}."


def _estimated(tally: Tally) -> str:
    below = (
        f"; {count(tally.estimated_not_met)} chỉ tiêu ước thấp hơn kế hoạch"
        if tally.estimated_not_met
        else ""
    )
    return f"Ước cả kỳ: {_of(tally.estimated_met, tally.total)} chỉ tiêu ước đạt và vượt{below}."


def _of(number: int, total: int) -> str:
    return f"{count(number) if number else '0'}/{count(total)}"


def reporting_sentences(board: Scoreboard, repository: Repository) -> str:
    """Which of the units that owe figures have sent any."""
    owing = tuple(dict.fromkeys(u for row in board.targets for u in row.outcome.owing or ()))
    if not owing:
        return "Kế hoạch chưa giao đơn vị nào báo cáo số liệu chỉ tiêu."
    silent = {u.unit: u for u in board.unreported}
    full = len(owing) - len(silent)
    which = (
        f"có {_of(full, len(owing))} đơn vị được giao báo cáo đã có"
        if full
        else f"chưa có đơn vị nào trong {count(len(owing))} đơn vị được giao báo cáo có"
    )
    head = f"Tính đến {last_day(board.as_of)}, {which} đủ số liệu các chỉ tiêu của mình"
    if not silent:
        return f"{head}."
    names = "; ".join(repository.name_of(unit) for unit in silent)
    return f"{head}; còn thiếu: {names}."


def own_reporting_sentences(board: Scoreboard) -> str:
    """Which of the figures that the sender owes are there."""
    owed = [row for row in board.targets if row.outcome.owing and row.target.counts]
    if not owed:
        return "Kế hoạch chưa giao đơn vị báo cáo số liệu chỉ tiêu nào."
    silent = [row.target.name for row in owed if row.silent_units]
    head = (
        f"Tính đến {last_day(board.as_of)}, đơn vị đã có đủ số liệu của {_of(len(owed) - len(silent), len(owed))} "
        "chỉ tiêu phải báo cáo"
    )
    return f"{head}; còn thiếu: {'; '.join(silent)}." if silent else f"{head}."


def task_sentences(rows: tuple[TaskRow, ...], *, of_unit: bool = False) -> str:
    """How many tasks stand how; of a unit those that it is responsible for."""
    if not rows:
        return (
            "Kế hoạch chưa giao đơn vị nhiệm vụ cụ thể nào."
            if of_unit
            else "Kế hoạch không đề ra nhiệm vụ cụ thể."
        )
    counts = Counter(row.standing for row in rows)
    said = [f"{count(counts[s])} nhiệm vụ {TASK_WORDS[s]}" for s in TaskStanding if counts[s]]
    given = "Đơn vị được giao" if of_unit else "Kế hoạch đề ra"
    return f"{given} {count(len(rows))} nhiệm vụ: {'; '.join(said)}."


def initiative_sentences(summary: InitiativeSummary) -> str:
    """The funnel from registered to recognised."""
    if not summary.registered:
        return "Chưa có số liệu về sáng kiến, giải pháp."
    parts = [f"Đã đăng ký {count(summary.registered)} sáng kiến, giải pháp"]
    if summary.recognised:
        parts.append(f"{count(summary.recognised)} được công nhận, của {count(summary.authors)} tác giả")
    else:
        parts.append("chưa có sáng kiến nào được công nhận")
    for number, words in (
        (summary.refused, "không được công nhận"),
        (summary.revoked, "bị hủy công nhận"),
        (summary.pending, "chưa có quyết định"),
    ):
        if number:
            parts.append(f"{count(number)} {words}")
    return "; ".join(parts) + "."


def initiative_funnel(summary: InitiativeSummary) -> str:
    """The same in one line for a terminal."""
    return (
        f"Sáng kiến: {count(summary.registered)} đăng ký → {count(summary.recognised)} được công nhận → "
        f"{count(summary.spread)} được nhân rộng."
    )


def held_notes(rows: tuple[TargetRow, ...]) -> tuple[str, ...]:
    """Why targets that are under doubt carry no verdict, numbered as in the table."""
    notes = tuple(
        f"Chú thích {number} ({row.held_by.anomaly}): {row.held_by.because.rstrip('.')}."
        for number, row in enumerate(rows, 1)
        if row.held_by
    )
    waiting = "in theo kế hoạch, chưa đánh giá cho đến khi được xác nhận."
    if len(notes) < _SEVERAL:
        return tuple(f"{note} Con số {waiting}" for note in notes)
    return (*notes, f"Các con số này {waiting}")


def figures_until(stretch: str, as_of: date) -> str:
    """What the figures of the paper are about and until when they were known."""
    return f"Số liệu trong báo cáo này là của {stretch}, tổng hợp đến {last_day(as_of)}."
