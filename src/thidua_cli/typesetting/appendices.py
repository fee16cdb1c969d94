"""Appendices: where they stand in a document, and what stands above each of them."""

from collections.abc import Iterable, Iterator

from thidua_cli.typesetting.centred import even_line, mark_line, short_rule
from thidua_cli.typesetting.identity import origin_line
from thidua_cli.typesetting.layout import Piece
from thidua_cli.typesetting.profile import FormatProfile
from thidua_cli.typesetting.profile_parts import AppendixForm
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.tree import Appendix, Block, BodyBlock, Document, Run
from thidua_cli.typesetting.wording import plain_line, roman


def body_of(blocks: Iterable[Block]) -> tuple[BodyBlock, ...]:
    """The blocks without the appendices among them."""
    return tuple(block for block in blocks if not isinstance(block, Appendix))


def headed_appendices(
    document: Document, profile: FormatProfile
) -> Iterator[tuple[tuple[Piece, ...], Appendix]]:
    """Each appendix below its head: its label, its title and the paper that it belongs to."""
    appendices = tuple(_appendices_in(document.blocks))
    origin = (Run(origin_line(document.frame, document.issuer_name, profile)),)
    for number, appendix in enumerate(appendices, 1):
        label = _label(profile.appendix, number, len(appendices))
        yield _head(label, appendix, origin, profile), appendix


def _appendices_in(blocks: Iterable[Block]) -> Iterator[Appendix]:
    """In reading order; one inside another follows it."""
    for block in blocks:
        if isinstance(block, Appendix):
            yield block
            yield from _appendices_in(block.blocks)


def _label(form: AppendixForm, number: int, count: int) -> str:
    return form.label if count == 1 else form.label_of_several.format(roman=roman(number), arabic=number)


def _head(
    label: str, appendix: Appendix, origin: tuple[Run, ...], profile: FormatProfile
) -> tuple[Piece, ...]:
    available = profile.page.text_width(landscape=appendix.landscape)
    title, _ = even_line(Slot.APPENDIX_TITLE, appendix.title, available, profile)
    belongs, widths = even_line(Slot.APPENDIX_ORIGIN, origin, available, profile)
    return (
        plain_line(Slot.APPENDIX_LABEL, label),
        *((title,) if appendix.title else ()),
        belongs,
        *short_rule(widths, profile.appendix.rule, profile),
        *mark_line(Slot.SUBJECT_MARK, profile.appendix.mark),
    )
