"""Makes a small PNG of a page: black, greys and the yellow of blanks need few colours."""

import struct
import zlib

_LEVELS = 6
"""Steps of each of red, green and blue; 6 × 6 × 6 colours fit one byte a pixel."""
_SHADES = bytes(round(level * 255 / (_LEVELS - 1)) for level in range(_LEVELS))
_PALETTE = b"".join(bytes((r, g, b)) for r in _SHADES for g in _SHADES for b in _SHADES)


def page_picture(pixels: bytes) -> bytes:
    """The PNG of a binary PPM, as pdftoppm writes it."""
    magic, size, most, body = pixels.split(b"\n", 3)
    if (magic, most) != (b"P6", b"255"):
        raise ValueError(magic, most)
    width, height = (int(number) for number in size.split())
    steps = [
        bytes(round(value * (_LEVELS - 1) / 255) * weight for value in range(256)) for weight in (36, 6, 1)
    ]
    planes = (body[channel::3].translate(steps[channel]) for channel in range(3))
    colours = bytes(map(sum, zip(*planes, strict=True)))
    rows = b"".join(b"\0" + colours[start : start + width] for start in range(0, width * height, width))
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"PLTE", _PALETTE)
        + _chunk(b"IDAT", zlib.compress(rows, 9))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
