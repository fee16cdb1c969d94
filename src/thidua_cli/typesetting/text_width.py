"""How wide a line of bold or upright Times New Roman is, for rules that are measured against their text."""

import unicodedata
from decimal import Decimal

# Advance widths in 1/2048 em, taken from Liberation Serif 2.1, whose metrics are those of Times New Roman. LibreOffice
# sets no-break spaces wider than Word does; theirs is the width that both have room for.
_UPRIGHT = {
    369: "'", 410: "|", 512: " ,.", 569: "/:;\\ijlt", 682: "!()-I[]`fr‘’", 716: "\xa0", 797: "Js", 836: '"',
    909: "?acez“”", 961: "^", 983: "{}", 1024: "#$*0123456789_bdghknopquvxyđ–", 1083: "ơ", 1108: "~",
    1110: "ư", 1139: "FPS", 1155: "+<=>", 1251: "ELTZ", 1366: "BCR", 1479: "ADGHKNOQUVXYwĐƠ", 1589: "Ư",
    1593: "&m", 1706: "%", 1821: "M", 1886: "@", 1933: "W", 2048: "—…",
}  # fmt: skip
_BOLD = {
    451: "|", 512: " ,.", 569: "'/\\il", 682: "!()-:;[]`fjt‘’", 716: "\xa0", 797: "Is", 807: "{}", 909: "cerz",
    1024: "#$*0123456789?J_agovxy–“”", 1065: "~", 1134: "ơ", 1137: '"', 1139: "Sbdhknpquđ", 1167: "+<=>",
    1190: "^", 1229: "ư", 1251: "FP", 1366: "BELTZ", 1479: "ACDNRUVXYwĐ", 1593: "GHKOQƠ", 1630: "Ư",
    1706: "&m", 1905: "@", 1933: "M", 2048: "%W—…",
}  # fmt: skip
_WIDTHS = {
    bold: {letter: width for width, letters in table.items() for letter in letters}
    for bold, table in ((False, _UPRIGHT), (True, _BOLD))
}
_UNKNOWN = 1024
POINT = Decimal("25.4") / 72
"""Millimetres."""
_SEARCH_STEP = Decimal("0.5")


def text_width(text: str, size: Decimal, *, bold: bool) -> Decimal:
    """Millimetres from the first to the last letter on one line."""
    widths = _WIDTHS[bold]
    units = sum(widths.get(letter) or widths.get(_base(letter), _UNKNOWN) for letter in text)
    return Decimal(units) / 2048 * size * POINT


def broken_lines(text: str, size: Decimal, available: Decimal, *, bold: bool) -> tuple[Decimal, ...]:
    """The widths of the lines into which a text falls when `available` millimetres are there."""
    words, space = _measured(text, size, bold=bold)
    return _filled(words, space, available)


def even_width(text: str, size: Decimal, available: Decimal, *, bold: bool) -> Decimal:
    """The least width in which the text takes no more lines than in `available`."""
    words, space = _measured(text, size, bold=bold)
    most, width = len(_filled(words, space, available)), available
    while width - _SEARCH_STEP >= max(words, default=available):
        if len(_filled(words, space, width - _SEARCH_STEP)) > most:
            break
        width -= _SEARCH_STEP
    return width


def _measured(text: str, size: Decimal, *, bold: bool) -> tuple[list[Decimal], Decimal]:
    """The widths of the words, and of the space between them; a no-break space is a part of its word."""
    return [text_width(word, size, bold=bold) for word in text.split(" ")], text_width(" ", size, bold=bold)


def _filled(words: list[Decimal], space: Decimal, available: Decimal) -> tuple[Decimal, ...]:
    lines: list[Decimal] = []
    for width in words:
        if lines and lines[-1] + space + width <= available:
            lines[-1] += space + width
        else:
            lines.append(width)
    return tuple(lines)


def _base(letter: str) -> str:
    """The letter without its tone and hat, which change no width; the horns of ơ and ư do."""
    decomposed = unicodedata.normalize("NFD", letter)
    with_horn = unicodedata.normalize("NFC", decomposed[0] + "\N{COMBINING HORN}")
    return with_horn if "\N{COMBINING HORN}" in decomposed else decomposed[0]
