"""How patterns, numbers and closing marks turn words into the lines of a paper."""

from dataclasses import replace

from thidua_cli.typesetting.layout import Line
from thidua_cli.typesetting.profile_parts import Endings
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.tree import Inline, Run
from thidua_cli.vietnamese.words import lower_first

# Phụ lục I of NĐ 30/2020 counts points in the Vietnamese alphabet, which has đ and neither f, j, w nor z.
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def plain_line(slot: Slot, text: str) -> Line:
    """A line of one piece."""
    return Line(slot, (Run(text),))


def pattern_runs(pattern: str, runs: Inline, *, italic_before: bool = False) -> Inline:
    """The runs with what the pattern puts before and after `{text}`."""
    before, _, after = pattern.partition("{text}")
    ends = ((Run(before, italic=italic_before),) if before else (), (Run(after),) if after else ())
    return (*ends[0], *runs, *ends[1])


def closed_lines(lines: tuple[Inline, ...], pattern: str, endings: Endings) -> tuple[Inline, ...]:
    """The lines of an enumeration, each with its closing mark."""
    if not lines:
        return ()
    set_lines = [pattern_runs(pattern, line) for line in lines]
    return (*(closed(line, endings.line) for line in set_lines[:-1]), closed(set_lines[-1], endings.last))


def lowered(runs: Inline) -> Inline:
    """The runs with a small first letter; a gap is left as it is."""
    if not runs or runs[0].blank:
        return runs
    return (replace(runs[0], text=lower_first(runs[0].text)), *runs[1:])


def closed(runs: Inline, mark: str) -> Inline:
    """The runs with a closing mark, which takes the place of the one already there."""
    if not runs:
        return (Run(mark),)
    last = runs[-1]
    if last.blank:
        return (*runs, Run(mark))
    text = last.text.rstrip()
    if not text.endswith("..."):
        text = text.removesuffix("./.").removesuffix(";").removesuffix(",").removesuffix(".")
    return (*runs[:-1], replace(last, text=text + mark))


def roman(number: int) -> str:
    """`IV` for 4."""
    digits = ""
    for value, digit in _ROMAN:
        digits += digit * (number // value)
        number %= value
    return digits


def letter(number: int) -> str:
    """`đ` for 5; after the last letter two are joined, as in a table of columns."""
    digits = ""
    while number:
        number, place = divmod(number - 1, len(_LETTERS))
        digits = _LETTERS[place] + digits
    return digits
