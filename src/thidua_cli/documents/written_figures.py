"""Figures that people write by hand into a report: what they say about which target."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from thidua_cli.model.periods import Period
from thidua_cli.model.targets.target import Target

_NUMBER = r"((?<![\d.,/])(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![\d/]|[.,]\d))"
_ANY_NUMBER = re.compile(_NUMBER)
_COMMA = re.compile(r",(?!\d)")
_SENTENCE_END = re.compile(r"[.;!?](?!\d)|\n\s*\n|\n\s*[-+] ")
_PERIOD_OF_NAME = re.compile(r"\s+(?:đến\s+)?năm\s+\d{4}.*$")
_TIME = re.compile(r"\b(?:tháng|quý|tuần|ngày|giai\s+đoạn)\b|\bnăm\s+(?:trước|\d{4})", re.IGNORECASE)
_COMPARED = re.compile(r"(?:so\s+)?với\s+(?:cùng\s+kỳ)?(?:\s*năm\s+(?:trước|\d{4}))?", re.IGNORECASE)
_OF_GOAL = re.compile(
    r"\s*(%|điểm\s*%)\s*(?:so\s+với\s+)?(?:kế\s+hoạch|mục\s+tiêu|chỉ\s+tiêu)", re.IGNORECASE
)
_SINCE = re.compile(r"\s*(%|điểm\s*%)\s*(?:so\s+)?(?:với\s+)?(?:cùng\s+kỳ|năm\s+trước)", re.IGNORECASE)
_BEFORE = re.compile(r"\b(vượt|tăng|giảm|thêm|hơn|kém|thiếu)\s*(?:thêm|khoảng|gần)?\s*$", re.IGNORECASE)
_MOVED = frozenset(("tăng", "giảm"))
_SHORTEST_WORDING = 2


class Says(StrEnum):
    """What a figure is about."""

    LEVEL = "level"
    SHARE = "share"
    """Result over goal, in percent."""
    BEYOND = "beyond"
    """What goes beyond the goal, in percent of it or in points."""
    CHANGE = "change"
    """More or less than a year before."""


_AGAINST_GOAL: dict[str | None, Says] = {None: Says.SHARE, "vượt": Says.BEYOND}
"""By the word before the figure: `đạt 80% kế hoạch`, `vượt 20% kế hoạch`."""


@dataclass(frozen=True, slots=True)
class WrittenFigure:
    """A figure about a target, as somebody wrote it."""

    target: Target
    says: Says
    value: Fraction
    unit: str
    """`%`, `điểm %`, or the target's own."""
    places: int
    """How many decimal places it was written with."""
    start: int
    end: int
    """Where it stands in the text, its unit included."""

    def fits(self, exact: Fraction) -> bool:
        """Whether the exact figure, rounded to the places written, is this one."""
        return bool(2 * abs(exact - self.value) * 10**self.places <= 1)


def written_figures(text: str, targets: tuple[Target, ...], period: Period) -> Iterator[WrittenFigure]:
    """Every figure in the text that is about one of the targets and about the period.

    A figure is about the target whose name was last mentioned in its sentence, or whose wording it stands in. Where
    the sentence speaks of another time, nobody knows of which the figure is.
    """
    names = [(target, _naming(target.name)) for target in targets]
    wordings = [(target, pattern) for target in targets if (pattern := _wording_of(target))]
    times = _without(_COMPARED, _without(_own_time(period), text))
    start = 0
    for end in (*(m.start() for m in _SENTENCE_END.finditer(text)), len(text)):
        found = (*_in_sentence(text, start, end, names), *_in_wordings(text, start, end, wordings))
        yield from (one for one in found if not _TIME.search(times, start, _clause_end(text, one.end, end)))
        start = end + 1


def _own_time(period: Period) -> re.Pattern[str]:
    """How a text about the period names it: `6 tháng đầu năm 2026`, `6 tháng đầu năm`, `năm 2026`."""
    year = f" năm {period.end.year}"
    part = period.in_words.removesuffix(year)
    named = (period.in_words, f"{part} năm", part, year) if part != period.in_words else (year,)
    return re.compile("|".join(_words(name) for name in named), re.IGNORECASE)


def _without(pattern: re.Pattern[str], text: str) -> str:
    """The text with what fits the pattern blanked out, so that what is left keeps its place."""
    return pattern.sub(lambda found: " " * len(found[0]), text)


def _clause_end(text: str, start: int, end: int) -> int:
    """Where the clause ends that a figure stands in: at the next comma that is none of a figure."""
    comma = _COMMA.search(text, start, end)
    return comma.start() if comma else end


def _in_sentence(
    text: str, start: int, end: int, names: list[tuple[Target, re.Pattern[str]]]
) -> Iterator[WrittenFigure]:
    mentioned = sorted(
        (
            (found.end(), found.end() - found.start(), target)
            for target, name in names
            for found in name.finditer(text, start, end)
        ),
        key=lambda one: one[:2],
    )
    if not mentioned:
        return
    for number in _ANY_NUMBER.finditer(text, start, end):
        before = [one for one in mentioned if one[0] <= number.start()]
        found = _read(text, number, before[-1][2], end) if before else None
        if found is not None:
            yield found


def _read(text: str, number: re.Match[str], target: Target, end: int) -> WrittenFigure | None:
    lead = _BEFORE.search(text[max(0, number.start() - 24) : number.start()])
    word = lead[1].lower() if lead else None
    sign = -1 if word == "giảm" else 1
    if found := _OF_GOAL.match(text, number.end(), end):
        says = _AGAINST_GOAL.get(word)
    elif found := _SINCE.match(text, number.end(), end):
        says = Says.CHANGE if word in _MOVED else None
    elif found := _measuring(target.unit).match(text, number.end(), end):
        says = Says.LEVEL if word is None else None
    else:
        return None
    unit = target.unit if says is Says.LEVEL else " ".join(found[1].split())
    return _figure(number, target, says, unit, found.end(1), sign) if says else None


def _in_wordings(
    text: str, start: int, end: int, wordings: list[tuple[Target, re.Pattern[str]]]
) -> Iterator[WrittenFigure]:
    """Where the plan's own words stand around another figure."""
    for target, wording in wordings:
        for found in wording.finditer(text, start, end):
            yield _figure(found, target, Says.LEVEL, target.unit, found.end(1))


def _figure(
    number: re.Match[str], target: Target, says: Says, unit: str, end: int, sign: int = 1
) -> WrittenFigure:
    plain = number[1].replace(".", "").replace(",", ".")
    places = len(plain.partition(".")[2])
    return WrittenFigure(target, says, sign * Fraction(Decimal(plain)), unit, places, number.start(1), end)


def _wording_of(target: Target) -> re.Pattern[str] | None:
    """The wording with a number in its gap; None where the target has none, or too few words to know it by."""
    if target.wording is None or target.wording.count("{}") != 1 or not target.has_figure:
        return None
    before, after = target.wording.split("{}")
    if len(before.split()) + len(after.split()) < _SHORTEST_WORDING:
        return None
    return _compiled(rf"(?<!\w){_words(before)}\s*{_NUMBER}\s*{_words(after)}(?!\w)")


def _naming(name: str) -> re.Pattern[str]:
    """The name of a target without its period."""
    return _compiled(rf"(?<!\w){_words(_PERIOD_OF_NAME.sub('', name))}(?!\w)")


def _measuring(unit: str) -> re.Pattern[str]:
    """A unit of measure right behind its number."""
    return _compiled(rf"\s*({_words(unit)})(?!\w)")


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Every sentence of every report asks for the patterns of the same targets."""
    return re.compile(pattern, re.IGNORECASE)


def _words(text: str) -> str:
    """The words of a text with any white space between them."""
    return r"\s+".join(re.escape(word) for word in text.split())
