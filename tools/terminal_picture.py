"""Draws what a terminal shows as SVG: the same text gives the same picture on every machine."""

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from thidua_cli.cli.excerpts import columns_of

_COLUMN, _LINE, _MARGIN = 8, 19, 16
_BASELINE = 14
_FONT = "ui-monospace, 'Cascadia Mono', Consolas, Menlo, 'DejaVu Sans Mono', 'Liberation Mono', monospace"
_STYLES = {"1": 'font-weight="bold"', "31": 'fill="#c9252d"', "33": 'fill="#8a6100"', "36": 'fill="#0b65c2"'}
"""How the codes that the program writes look."""
_CODE = re.compile(r"\x1b\[([\d;]*)m")


class _Piece(NamedTuple):
    """A stretch of a line in one style, and the column at which it begins."""

    text: str
    column: int
    style: str


def terminal_picture(text: str, title: str) -> str:
    """The picture of these lines; the title is what a screen reader says."""
    lines = text.rstrip("\n").split("\n")
    columns = max(columns_of(_CODE.sub("", line)) for line in lines)
    width, height = columns * _COLUMN + 2 * _MARGIN, len(lines) * _LINE + 2 * _MARGIN
    rows = "".join(_row(line, _MARGIN + number * _LINE + _BASELINE) for number, line in enumerate(lines))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img">\n'
        f"<title>{escape(title)}</title>\n"
        f'<rect x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="8" fill="#f7f8fa" '
        'stroke="#c8ccd2"/>\n'
        f'<g font-family="{_FONT}" font-size="13" fill="#1d2127" xml:space="preserve">\n{rows}</g>\n</svg>\n'
    )


def _row(line: str, y: int) -> str:
    return "".join(_drawn(piece, y) for piece in _pieces(line) if piece.text.strip())


def _drawn(piece: _Piece, y: int) -> str:
    """One stretch, held to its columns whatever font the reader has."""
    shown = piece.text.lstrip()
    x = _MARGIN + (piece.column + len(piece.text) - len(shown)) * _COLUMN
    shown = shown.rstrip()
    style = f" {piece.style}" if piece.style else ""
    length = columns_of(shown) * _COLUMN
    return f'<text x="{x}" y="{y}" textLength="{length}"{style}>{escape(shown, quote=False)}</text>\n'


def _pieces(line: str) -> Iterator[_Piece]:
    """The line cut where its style changes, and where a gap separates two columns of a table."""
    column, style = 0, ""
    for number, part in enumerate(_CODE.split(line)):
        if number % 2:
            style = " ".join(_STYLES[code] for code in part.split(";") if code in _STYLES)
            continue
        for text in re.split(r"(?<=\S)(?=\s{2,}\S)", part):
            yield _Piece(text, column, style)
            column += columns_of(text)
