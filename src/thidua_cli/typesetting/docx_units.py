"""Millimetres and points in the units of WordprocessingML, and text that is safe inside XML."""

from decimal import Decimal

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
