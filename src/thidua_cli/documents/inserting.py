"""Markup with marks for blocks that code makes: tables, assignments, a person's text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.repository.index import Prose
from thidua_cli.typesetting.markup import parse_markup
from thidua_cli.typesetting.tree import (
    Appendix,
    Block,
    Document,
    Heading,
    Inline,
    Item,
    Paragraph,
    Part,
    Row,
    Run,
    Table,
    plain_text,
)


def parse_with_inserts(prose: Prose, inserts: Mapping[str, tuple[Block, ...]]) -> tuple[Block, ...]:
    """The blocks of the markup, each paragraph that is only a mark replaced by the blocks it stands for.

    Raises ThiduaError where a mark stands inside a sentence.
    """
    return tuple(_with_inserts(parse_markup(prose.text, prose.at(0)), inserts, prose))


def _with_inserts(
    blocks: Iterable[Block], inserts: Mapping[str, tuple[Block, ...]], prose: Prose
) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Paragraph((Run(text=name, blank=True, note=()),)) if name in inserts:
                yield from inserts[name]
            case Appendix(blocks=within):
                _refuse_inner_marks(block, inserts, prose)
                yield replace(block, blocks=tuple(_with_inserts(within, inserts, prose)))
            case _:
                _refuse_inner_marks(block, inserts, prose)
                yield block


@dataclass(frozen=True, slots=True)
class Blank:
    """A gap that a person must fill."""

    question: str
    under: str | None
    """The heading that it stands under; None outside the body."""


def blanks_in(document: Document) -> tuple[Blank, ...]:
    """What the paper still asks, in reading order."""
    frame = document.frame
    above = (frame.subject, *frame.addressees, *document.basis)
    signed = (part for each in frame.every_signature for part in (*each.authority, each.office))
    below = (*signed, *frame.recipients)
    return (*_blanks(above, None), *_blanks_in_body(document.blocks), *_blanks(below, None))


def _blanks_in_body(blocks: tuple[Block, ...]) -> Iterator[Blank]:
    under = None
    for block in blocks:
        if isinstance(block, Heading):
            under = plain_text(run for run in block.runs if not run.blank)
        yield from _blanks(_inlines(block), under)
        if isinstance(block, Appendix):
            yield from _blanks_in_body(block.blocks)


def _blanks(inlines: Iterable[Inline], under: str | None) -> Iterator[Blank]:
    return (Blank(run.text, under) for inline in inlines for run in inline if run.blank)


def _refuse_inner_marks(block: Block, inserts: Mapping[str, tuple[Block, ...]], prose: Prose) -> None:
    for inline in _inlines(block):
        for run in inline:
            if run.blank and run.text in inserts:
                offset = max(prose.text.find(f"[[{run.text}]]"), 0)
                raise ThiduaError(
                    "Hàm này chèn cả một đoạn nên phải đứng riêng một dòng.",
                    hint="Để một dòng trống ở trên và ở dưới lời gọi hàm.",
                    at=prose.at(offset),
                )


def _inlines(block: Block) -> Iterator[Inline]:
    match block:
        case Paragraph(runs) | Item(runs=runs):
            yield from _with_notes(runs)
        case Heading(runs=runs, run_in=run_in):
            yield from _with_notes(runs)
            yield from _with_notes(run_in)
        case Table(caption=caption, rows=rows):
            yield caption
            yield from _cells(rows)
        case Part(title=title) | Appendix(title=title):
            yield from _with_notes(title)


def _with_notes(runs: Inline) -> Iterator[Inline]:
    yield runs
    yield from (run.note for run in runs if run.note)


def _cells(rows: tuple[Row, ...]) -> Iterator[Inline]:
    for row in rows:
        yield from row.cells
