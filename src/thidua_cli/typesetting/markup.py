"""Templates' text becomes blocks: a small part of Markdown, and everything else is refused with its line.

A heading is `#`, `##` or `###`; `-` and `+` are the two levels of items; `**bold**` and `*italic*`; `[[question]]`
is a gap for a person to fill; `[^1]` is a note, whose text stands in a line `[^1]: text`. `# Title {part}` is a part
above headings; `# Title {appendix}` begins an appendix, which has all that follows up to the next one, and whose
sheets lie across with `{appendix landscape}`. A backslash makes any mark literal.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.diagnostics.finding import Location
from thidua_cli.typesetting import markup_refusals
from thidua_cli.typesetting.markup_sources import NOTE, Notes, RefusedError, Source
from thidua_cli.typesetting.tree import Appendix, Block, Heading, Inline, Item, Paragraph, Part, Run

_ITEM_LEVELS = {"-": 1, "+": 2}
_ITEM = re.compile(r"([-+])[ \t]+(.+)")
_NOTE_MARK = re.compile(r"\[\^([^\[\]^\\\s]+)\]")
_NOTE_TEXT = re.compile(rf"{_NOTE_MARK.pattern}:[ \t]*(.+)")
_ATTRIBUTES = re.compile(r"[ \t]*(?<!\\)\{([^{}\\]*)\}$")
_ATTRIBUTE = re.compile(r'\s*(?:(run-in|part|appendix|landscape)|marker="([^"]*)")(?=\s|$)')
_GAP = re.compile(r"\[\[((?:[^\[\]\\]|\\.)+)\]\]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SPECIAL = re.compile(r"[\\*\[\]{}`<>|#~]")
_SPECIAL_AT_START = re.compile(r"^(\s*)([-+=_])")


def parse_markup(text: str, first: Location) -> tuple[Block, ...]:
    """The blocks of a template's text, whose first line stands at `first`."""
    try:
        notes = Notes()
        blocks = _with_appendices(_with_run_ins(iter(_sources(text, notes)), notes))
        notes.refuse_left_over()
    except RefusedError as error:
        line = first.line + error.line
        at = Location(first.path, line, 1, line, 1)
        raise ThiduaError(error.message, hint=error.hint, at=at) from None
    return blocks


def escape(text: str) -> str:
    """A datum as literal text of this Markdown, wherever it is put in; line breaks become blanks."""
    line = " ".join(text.splitlines())
    return _SPECIAL_AT_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", line))


def _sources(text: str, notes: Notes) -> list[Source]:
    """The blocks as written; the texts of notes go to the others. Indents mean nothing and are taken away first."""
    lines = text.replace("\r\n", "\n").split("\n")
    tokens: list[Token] = []
    _GRAMMAR.block.parse("\n".join(line.strip() for line in lines), _GRAMMAR, {}, tokens)
    sources: list[Source] = []
    kind = ""
    for token in tokens:
        line = token.map[0] if token.map else 0
        if token.type == NOTE:
            notes.add(token.markup, Source(NOTE, token.content, line))
        elif token.type in ("inline", "item"):
            sources.append(Source(token.markup or kind, token.content, line))
        kind = token.tag if token.nesting == 1 else ""
    return sources


def _with_appendices(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Every block after the beginning of an appendix becomes a part of it."""
    written = tuple(blocks)
    begun = [(place, block) for place, block in enumerate(written) if isinstance(block, Appendix)]
    places = [*(place for place, _ in begun), len(written)]
    appendices = (
        replace(block, blocks=written[place + 1 : end])
        for (place, block), end in zip(begun, places[1:], strict=True)
    )
    return (*written[: places[0]], *appendices)


def _with_run_ins(sources: Iterator[Source], notes: Notes) -> Iterator[Block]:
    for source in sources:
        if not source.kind.startswith("h"):
            yield _plain_block(source, notes)
            continue
        heading, words = _heading(source, notes)
        outermost = heading.level == 1 and heading.marker is None
        if words & {"appendix", "landscape"}:
            if not outermost or words - {"landscape"} != {"appendix"}:
                raise source.refused(markup_refusals.NO_APPENDIX)
            yield Appendix(heading.runs, (), landscape="landscape" in words)
            continue
        if "part" in words:
            if not outermost or words != {"part"}:
                raise source.refused(markup_refusals.NO_PART)
            yield Part(heading.runs)
            continue
        if words:
            following = next(sources, None)
            block = None if following is None or following.kind != "p" else _plain_block(following, notes)
            if not isinstance(block, Paragraph):
                raise source.refused(markup_refusals.NO_RUN_IN)
            heading = replace(heading, run_in=block.runs)
        yield heading


def _plain_block(source: Source, notes: Notes) -> Paragraph | Item:
    if source.kind in _ITEM_LEVELS:
        return Item(_ITEM_LEVELS[source.kind], _runs(source, notes))
    return Paragraph(_runs(source, notes))


def _heading(source: Source, notes: Notes) -> tuple[Heading, set[str]]:
    """The heading, and the words in its braces: `run-in`, `part`, `appendix`, `landscape`."""
    attributes = _ATTRIBUTES.search(source.text)
    marker: str | None = None
    words: set[str] = set()
    if attributes is None:
        return Heading(int(source.kind[1:]), _runs(source, notes)), words
    position = 0
    written = attributes[1].rstrip()
    while position < len(written):
        attribute = _ATTRIBUTE.match(written, position)
        if attribute is None:
            hint = 'Được dùng: {run-in}, {marker="2."}, {part} và {appendix}; viết \\{ nếu đó là chữ.'
            raise source.refused((f"Tiêu đề không có thuộc tính “{written}”.", hint))
        if attribute[1]:
            words.add(attribute[1])
        marker = marker if attribute[2] is None else attribute[2]
        position = attribute.end()
    before = replace(source, text=source.text[: attributes.start()])
    return Heading(int(source.kind[1:]), _runs(before, notes), marker), words


def _runs(source: Source, notes: Notes) -> Inline:
    runs: list[Run] = []
    depth = {"strong": 0, "em": 0}
    for token in _inline_tokens(source):
        if token.nesting:
            depth[token.tag] += token.nesting
            continue
        if token.type == NOTE:
            runs[-1:] = [_noted(runs[-1:], token, source, notes)]
            continue
        run = Run(token.content.replace("\n", " "), depth["strong"] > 0, depth["em"] > 0, token.type == "gap")
        if runs and not run.blank and runs[-1] == replace(run, text=runs[-1].text):
            runs[-1] = replace(run, text=runs[-1].text + run.text)
        elif run.text:
            runs.append(run)
    return tuple(runs)


def _noted(before: list[Run], mark: Token, source: Source, notes: Notes) -> Run:
    """The run before the mark with the note that the mark stands for."""
    position = mark.meta["position"]
    if not before or before[0].note:
        raise source.refused(markup_refusals.NOTE_WITHOUT_WORD, position)
    return replace(before[0], note=_runs(notes.take(mark.content, source, position), notes))


def _inline_tokens(source: Source) -> list[Token]:
    tokens: list[Token] = []
    _GRAMMAR.inline.parse(source.text, _GRAMMAR, {"source": source}, tokens)
    return tokens


def _refuse_line(state: StateBlock, start: int, _end: int, _silent: bool) -> bool:  # noqa: FBT001 - markdown-it's call
    line = _line(state, start)
    for pattern, message, hint in markup_refusals.REFUSED_LINES:
        if pattern.match(line):
            raise RefusedError(message, hint, start)
    return False


def _marked(kind: str, pattern: re.Pattern[str]) -> Callable[[StateBlock, int, int, bool], bool]:
    """The rule for a block that begins with a mark and goes on to the next block or empty line."""

    def rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's call
        begun = pattern.match(_line(state, start))
        if begun is None or silent:
            return begun is not None
        lines, ends = [begun[2]], state.md.block.ruler.getRules("paragraph")
        state.line = start + 1
        while state.line < end and not state.isEmpty(state.line):
            if any(other(state, state.line, end, True) for other in ends):  # noqa: FBT003 - markdown-it's call
                break
            lines.append(_line(state, state.line))
            state.line += 1
        token = state.push(kind, "", 0)
        token.markup, token.content, token.map = begun[1], "\n".join(lines), [start, state.line]
        return True

    return rule


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] : state.eMarks[number]]


def _gap(state: StateInline, _silent: bool) -> bool:  # noqa: FBT001 - markdown-it's call
    gap = _GAP.match(state.src, state.pos)
    if gap is None:
        return False
    state.push("gap", "", 0).content = _ESCAPED.sub(r"\1", gap[1])
    state.pos = gap.end()
    return True


def _note(state: StateInline, _silent: bool) -> bool:  # noqa: FBT001 - markdown-it's call
    mark = _NOTE_MARK.match(state.src, state.pos)
    if mark is None:
        return False
    token = state.push(NOTE, "", 0)
    token.content, token.meta = mark[1], {"position": state.pos}
    state.pos = mark.end()
    return True


def _refuse_words(state: StateInline, _silent: bool) -> bool:  # noqa: FBT001 - markdown-it's call
    for pattern, message, hint in markup_refusals.REFUSED_WORDS:
        if pattern.match(state.src, state.pos):
            raise state.env["source"].refused((message, hint), state.pos)
    return False


def _asterisks(state: StateInline, _silent: bool) -> bool:  # noqa: FBT001 - markdown-it's call
    """Asterisks open before and close after anything but a blank; CommonMark's rules fail next to “ and ”."""
    start, end = state.pos, state.pos
    while end < state.posMax and state.src[end] == "*":
        end += 1
    if start == end:
        return False
    opens = end < state.posMax and not state.src[end].isspace()
    closes = start > 0 and not state.src[start - 1].isspace()
    for position in range(start, end):
        token = state.push("text", "", 0)
        token.content, token.meta = "*", {"position": position}
        if opens or closes or end - start > 1:
            place = len(state.tokens) - 1
            state.delimiters.append(Delimiter(ord("*"), end - start, place, -1, opens, closes))
    state.pos = end
    return True


def _refuse_unclosed(state: StateInline) -> None:
    closing = {delimiter.end for delimiter in state.delimiters}
    for index, delimiter in enumerate(state.delimiters):
        if delimiter.end < 0 and index not in closing:
            position = state.tokens[delimiter.token].meta["position"]
            raise state.env["source"].refused(markup_refusals.UNCLOSED, position)


def _grammar() -> MarkdownIt:
    grammar = MarkdownIt("zero").enable(["heading", "escape", "emphasis"])
    grammar.block.ruler.before("heading", "refuse_line", _refuse_line, {"alt": ["paragraph"]})
    grammar.block.ruler.before("heading", "item", _marked("item", _ITEM), {"alt": ["paragraph"]})
    grammar.block.ruler.before("heading", NOTE, _marked(NOTE, _NOTE_TEXT), {"alt": ["paragraph"]})
    grammar.inline.ruler.at("emphasis", _asterisks)
    grammar.inline.ruler.push("gap", _gap)
    grammar.inline.ruler.push(NOTE, _note)
    grammar.inline.ruler.push("refuse_words", _refuse_words)
    grammar.inline.ruler2.after("balance_pairs", "refuse_unclosed", _refuse_unclosed)
    return grammar


_GRAMMAR = _grammar()
