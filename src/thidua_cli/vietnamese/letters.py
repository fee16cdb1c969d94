"""Vietnamese letters: which words count as the same, which comes first, which is near a misspelling."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import takewhile

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[bool, ...]]
"""Letters, then tones, then capitals: each weighs only where those before it are equal."""

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_NEAR_ENOUGH = 0.6
_LIKENESSES = str.maketrans(
    {
        "đ": "d", "Đ": "D", "█": "#", "░": ".", "─": "-", "–": "-", "—": "-", "“": '"', "”": '"', "‘": "'",
        "’": "'", "≥": ">=", "≤": "<=", "×": "x", "→": "->", "…": "...",
    }
)  # fmt: skip


def in_ascii(text: str) -> str:
    """The text in ASCII, still readable: `Chi tieu`, `>= 70%`; a sign that has no likeness becomes `?`."""
    letters = unicodedata.normalize("NFKD", text.translate(_LIKENESSES))
    kept = "".join(c for c in letters if unicodedata.category(c) not in {"Mn", "Cf"})
    return kept.encode("ascii", "replace").decode("ascii")


def fold(text: str) -> str:
    """The text for comparing: no tones and marks, lower case, one kind of dash, single spaces.

    Also equal for NFC and NFD, and for both ways of placing a tone (hoà, hòa).
    """
    letters = unicodedata.normalize("NFD", unicodedata.normalize("NFD", text).lower())
    kept = "".join(c for c in letters if unicodedata.category(c) not in {"Mn", "Cf"})
    return " ".join(_DASHES.sub("-", kept.replace("đ", "d")).split())


def vi_key(text: str) -> SortKey:
    """The key that sorts as a dictionary does: a ă â … d đ …, then không, huyền, hỏi, ngã, sắc, nặng."""
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    capitals: list[bool] = []
    for character in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", character)
        tone = max((_TONES.get(part, 0) for part in parts), default=0)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
        if not base:
            # A tone that no precomposed letter takes belongs to the letter before it.
            tones[-1:] = [tone]
            continue
        lower = base.lower()
        place = _ALPHABET.find(lower) if len(lower) == 1 else -1
        letters.append((0, ord(lower[0])) if place < 0 else (1, place))
        tones.append(tone)
        capitals.append(base != lower)
    return tuple(letters), tuple(tones), tuple(capitals)


def near(text: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was probably meant, or None; `Ha Noi` finds `Hà Nội`, `19/KH` finds `19-KH`."""
    by_folded: dict[str, str] = {}
    by_signs: dict[str, str] = {}
    for candidate in candidates:
        folded, signs = _folded(candidate)
        by_folded.setdefault(folded, candidate)
        by_signs.setdefault(signs, candidate)
    meant, signs = _folded(text)
    if signs and signs in by_signs:
        return by_signs[signs]
    likeness = SequenceMatcher(None, "", meant)
    scores = {folded: _score(likeness, meant, folded) for folded in by_folded}
    best = max(scores, key=scores.__getitem__, default="")
    return by_folded[best] if best and scores[best][0] >= _NEAR_ENOUGH else None


def _score(likeness: SequenceMatcher[str], meant: str, candidate: str) -> tuple[float, int]:
    """How alike the two are; of equals, the one that begins alike is the likelier."""
    likeness.set_seq1(candidate)
    for quick in (likeness.real_quick_ratio, likeness.quick_ratio):
        if (most := quick()) < _NEAR_ENOUGH:
            return most, 0  # never taken, and costs a fraction of the exact measure
    same = takewhile(lambda pair: pair[0] == pair[1], zip(meant, candidate, strict=False))
    return likeness.ratio(), len(list(same))


@lru_cache(maxsize=4096)
def _folded(text: str) -> tuple[str, str]:
    """The text folded, and its letters and digits alone."""
    folded = fold(text)
    return folded, "".join(character for character in folded if character.isalnum())
