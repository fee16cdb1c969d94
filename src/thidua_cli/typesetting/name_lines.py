"""Where a long name breaks: between phrases rather than within, in few lines of about one length."""

from decimal import Decimal
from itertools import pairwise

from thidua_cli.typesetting.profile_parts import SlotStyle

_BEGINS_PHRASE = frozenset(["(", "của", "và", "về", "tỉnh", "thành", "xã", "phường", "đặc", "trực", "thuộc"])
_BEFORE_PHRASE, _AFTER_COMMA, _BEFORE_CAPITAL, _WITHIN = map(Decimal, ("0", "0.02", "0.04", "0.15"))
"""What a break costs; the squared share of the column by which a line misses the mean length costs as much."""
_ONE_MORE_LINE = Decimal("0.1")


def name_lines(name: str, style: SlotStyle, available: Decimal) -> tuple[str, ...]:
    """The lines of a name in a column of `available` millimetres."""
    words = name.split(" ")
    least = len(style.line_widths(name, available))
    if least == 1:
        return (name,)
    widths = _Widths(words, style)
    counts = range(least, min(least + 1, len(words)) + 1)
    _, ends = min(
        (cost + (count - least) * _ONE_MORE_LINE, ends)
        for count in counts
        for cost, ends in (_cheapest(words, widths, count, available),)
    )
    return tuple(" ".join(words[start:end]) for start, end in pairwise((0, *ends)))


def _cheapest(
    words: list[str], widths: "_Widths", count: int, available: Decimal
) -> tuple[Decimal, tuple[int, ...]]:
    """The least cost of breaking the words into so many lines, and the word before which each line ends."""
    target = widths.between(0, len(words)) / count
    best: dict[tuple[int, int], tuple[Decimal, tuple[int, ...]]] = {(0, 0): (Decimal(0), ())}
    for line in range(1, count + 1):
        for end in range(line, len(words) + 1):
            ways = [
                (cost + ((width - target) / available) ** 2 + _break_cost(words, end), (*ends, end))
                for start in range(line - 1, end)
                if (line - 1, start) in best
                for cost, ends in (best[line - 1, start],)
                if (width := widths.between(start, end)) <= available or end - start == 1
            ]
            if ways:
                best[line, end] = min(ways)
    return best[count, len(words)]


class _Widths:
    """The widths of the words of a name."""

    def __init__(self, words: list[str], style: SlotStyle) -> None:
        self._space = style.width_of(" ")
        self._words = [style.width_of(word) for word in words]

    def between(self, start: int, end: int) -> Decimal:
        """Millimetres from the first of these words to the last."""
        return sum(self._words[start:end], self._space * (end - start - 1))


def _break_cost(words: list[str], end: int) -> Decimal:
    """What it costs to end a line before this word."""
    if end == len(words) or words[end] in _BEGINS_PHRASE:
        return _BEFORE_PHRASE
    if words[end - 1].endswith((",", ";", ":", ")", "-")):
        return _AFTER_COMMA
    begins_part = words[end][:1].isupper() and not words[end - 1][:1].isupper()
    return _BEFORE_CAPITAL if begins_part else _WITHIN
