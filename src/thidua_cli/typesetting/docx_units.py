"""What all parts of a .docx share: how their XML begins, its units, and text that is safe inside it."""

from decimal import Decimal

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FORMATS = "http://schemas.openxmlformats.org"
WORD = f'xmlns:w="{FORMATS}/wordprocessingml/2006/main"'
"""The declaration without which no element of WordprocessingML may stand."""
_MILLIMETRES_IN_INCH = Decimal("25.4")


def twips(millimetres: Decimal) -> int:
    """Twentieths of a point."""
    return round(millimetres * 1440 / _MILLIMETRES_IN_INCH)


def point_twips(points: Decimal) -> int:
    """Twentieths of a point."""
    return round(points * 20)


def half_points(points: Decimal) -> int:
    """Units of a size of type."""
    return round(points * 2)


def eighths(points: Decimal) -> int:
    """Units of a border's thickness."""
    return round(points * 8)


def emu(millimetres: Decimal) -> int:
    """Units of a drawing."""
    return round(millimetres * 36000)


def esc(text: str) -> str:
    """Text as the content or the quoted attribute of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
