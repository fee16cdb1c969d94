"""What is to be noted on a target: who judged it, which document changed it, what its figure does not cover."""

from collections.abc import Iterator
from dataclasses import dataclass

from thidua_cli.documents.citations import dated_citation, short_citation
from thidua_cli.documents.phrases import limit_in_table
from thidua_cli.documents.result_tables import part_words
from thidua_cli.model.periods import Period
from thidua_cli.model.targets.overrides import Override
from thidua_cli.model.targets.versions import TargetVersion
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.words import RESULT_WORDS
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.words import capital_first


@dataclass(frozen=True, slots=True)
class Remarks:
    """The remarks of one table."""

    repository: Repository
    period: Period
    dated: str
    """How the paper's form joins a document with its day."""

    def on(self, row: TargetRow, number: int) -> str:
        """The remark in the cell of a row."""
        return "; ".join(self._parts(row, number))

    def _parts(self, row: TargetRow, number: int) -> Iterator[str]:
        if row.held_by:
            yield f"Xem chú thích {number}"
        if not row.target.counts:
            yield "Nhắc lại" if row.target.restates else "Để tham chiếu"
        elif known := [part_words(row, part) for part in row.parts if part.outcome.is_known]:
            yield capital_first("; ".join(known))
        if row.version is not None and row.has_goal:
            yield self._version(row, row.version)
        if row.override is not None:
            yield _override(row, row.override)
        yield from self._coverage(row)

    def _version(self, row: TargetRow, version: TargetVersion) -> str:
        """Both goals, and the document that put one in the place of the other."""
        document = self.repository.documents.get(version.document or "")
        start = day_short(version.start)
        cited = (
            f" theo {dated_citation(short_citation(document), document.date, self.dated)}" if document else ""
        )
        first = limit_in_table(row.planned.goal)
        changed = f"mức ban đầu {first}" if first != limit_in_table(row.target.goal) else "đổi thời hạn"
        return f"Điều chỉnh từ ngày {start}{cited}, {changed}"

    def _coverage(self, row: TargetRow) -> Iterator[str]:
        owing, missing, covers = row.outcome.owing, row.outcome.missing, row.outcome.covers
        if owing and missing:
            yield f"{len(owing) - len(missing)}/{len(owing)} đơn vị có số liệu"
        if covers is not None and (covers.end != self.period.end or covers.start > self.period.start):
            yield f"Số liệu {covers.in_words}"


def _override(row: TargetRow, override: Override) -> str:
    """Who judged, when and why, and what the figures alone come to where that is something else."""
    alone = RESULT_WORDS[row.computed] if row.computed else "chưa có kết quả"
    differs = f", theo số liệu là {alone}" if row.computed is not row.result else ""
    outdated = "; số liệu đã thay đổi sau đó, cần đánh giá lại" if row.override_is_outdated else ""
    reason = override.because.rstrip(".")
    return f"Theo đánh giá của {override.by} ngày {day_short(override.on)}{differs} ({reason}){outdated}"
