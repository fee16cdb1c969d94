"""Where a syllable in -oa, -oe, -uy carries its tone: on the first vowel (hòa, thủy) or on the second (hoà, thuỷ)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_FIRST = re.compile(r"(?:[óòỏõọ][ae]|[úùủũụ]y)$")
_SECOND = re.compile(r"(?:o[áàảãạéèẻẽẹ]|(?<!q)u[ýỳỷỹỵ])$")
_WORD = re.compile(r"[^\W\d_]+")

Habit = Literal["first", "second"]
"""The vowel that carries the tone."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A word whose tone could stand on either vowel."""

    start: int
    word: str
    on: Habit


def placed_tones(text: str) -> Iterator[Placed]:
    """Every word of a text (NFC) that both habits write differently, with the habit that it follows."""
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if _FIRST.search(word):
            yield Placed(match.start(), match[0], "first")
        elif _SECOND.search(word):
            yield Placed(match.start(), match[0], "second")
