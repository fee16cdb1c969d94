"""Abbreviations in a text, and those that are probably a known one misspelt: `VHHTTDL`, `VH TTDL`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

_TOKEN = re.compile(r"(?<![\w/-])[A-ZĐ]{2,}(?:-[A-ZĐ]{2,})*(?![\w/])")
_SIGN = re.compile(r"[A-ZĐ][A-ZĐ]")
_ROMAN = re.compile(r"[IVXLCDM]+")
_SURE = 5
"""Letters from which on a neighbour of a known abbreviation is no abbreviation of its own."""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """Capitals that stand for a name, and where."""

    start: int
    text: str


def abbreviations(text: str) -> Iterator[Abbreviation]:
    """Each run of capitals that is no Roman number; a text that is all in capitals has none."""
    if text.isupper() and " " in text:
        return
    for match in _TOKEN.finditer(text):
        if not _ROMAN.fullmatch(match[0]):
            yield Abbreviation(match.start(), match[0])


def may_abbreviate(text: str) -> bool:
    """Whether an abbreviation could stand in the text or in any part of it; False is sure."""
    return bool(_SIGN.search(text))


class KnownAbbreviations:
    """What is known, and what is one letter or one blank away from it; each look-up takes the same time."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(known)
        self._near: dict[str, str] = {}
        for one in sorted(self._known):
            if len(one) >= _SURE:
                for shorter in _shortened(one):
                    self._near.setdefault(shorter, one)

    def __contains__(self, text: str) -> bool:
        return text in self._known

    def meant_by(self, text: str) -> str | None:
        """The known abbreviation that the text misspells, or None."""
        if text in self._known or len(text) < _SURE:
            return None
        found = next((one for one in _shortened(text) if one in self._known and len(one) >= _SURE), None)
        return (
            found
            or self._near.get(text)
            or next((self._near[s] for s in _shortened(text) if s in self._near), None)
        )

    def split_in(self, text: str) -> Iterator[tuple[Abbreviation, str]]:
        """Two runs of capitals with a blank between them that together are a known abbreviation."""
        found = list(abbreviations(text))
        for one, other in pairwise(found):
            gap = text[one.start + len(one.text) : other.start]
            joined = one.text + other.text
            if (
                gap == " "
                and len(joined) >= _SURE
                and joined in self._known
                and other.text not in self._known
            ):
                yield Abbreviation(one.start, f"{one.text} {other.text}"), joined


def _shortened(word: str) -> Iterator[str]:
    """The word with each letter left out in turn."""
    return (word[:i] + word[i + 1 :] for i in range(len(word)))
