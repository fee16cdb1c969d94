"""Letters: folding for comparison, and near misses."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches


def fold(text: str) -> str:
    """The text without marks, in lower case, with plain dashes and single blanks."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    for dash in "–—‑−":
        plain = plain.replace(dash, "-")
    return " ".join(plain.split())


def near(text: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was probably meant."""
    by_fold = {fold(c): c for c in candidates}
    found = get_close_matches(fold(text), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None
