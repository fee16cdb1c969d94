"""The only room that prints: products to stdout, everything else to stderr, in UTF-8."""

import errno
import io
import os
import shutil
import sys
from collections.abc import Mapping
from typing import TextIO

from thidua_cli.cli.disk import reason
from thidua_cli.diagnostics.errors import ThiduaError

COLOR_CHOICES = ("auto", "always", "never")

_RED, _CYAN, _RESET = "\033[31m", "\033[36m", "\033[0m"
_CLOSED = {errno.EPIPE, errno.EINVAL}
"""What a closed pipe is called: EPIPE, and EINVAL on Windows."""


_WIDTH, _NARROWEST = 80, 20
"""Columns of a page, and what even the narrowest terminal is held to have."""


class _Settings:
    """What the command line says about output, and what the streams are."""

    color = "auto"
    quiet = False
    is_ascii = False
    """Whether whoever reads stdout asked for ASCII, so that pages do without marks and drawn signs."""


_settings = _Settings()


def prepare() -> None:
    """Make the streams speak UTF-8 and forget what an earlier command line asked for."""
    _settings.is_ascii = (sys.stdout.encoding or "").lower() in {"ascii", "us-ascii", "ansi_x3.4-1968"}
    # A Windows console or pipe may be cp1252 or cp1258, neither of which can write "Hà Nội".
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    _settings.color, _settings.quiet = "auto", False


def choose(*, color: str | None = None, quiet: bool = False) -> None:
    """Take in what the command line says about output."""
    _settings.color = color or _settings.color
    _settings.quiet = quiet or _settings.quiet


def product(text: str) -> None:
    """Write what the command was asked for."""
    _write(sys.stdout, text)


def page(text: str) -> None:
    """Write a page for people: where the reader asked for ASCII, in letters without marks and with plain signs."""
    if _settings.is_ascii:
        from thidua_cli.vietnamese.letters import in_ascii

        text = in_ascii(text)
    product(text)


def page_width() -> int:
    """How many columns a page may take: 80, on a narrower terminal what it has."""
    if not sys.stdout.isatty():
        return _WIDTH
    return max(_NARROWEST, min(_WIDTH, shutil.get_terminal_size((_WIDTH, 24)).columns))


def product_bytes(content: bytes) -> None:
    """Write a file to stdout; a terminal would only show rubbish, so it is refused."""
    if sys.stdout.isatty():
        raise ThiduaError(
            "Không thể in một tệp Word hay Excel ra màn hình.",
            hint="Hãy ghi ra tệp bằng -o, ví dụ -o tên-tệp.docx, hoặc nối “-o -” vào lệnh khác.",
        )
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except OSError as error:
        _end(error, sys.stdout)


def say(text: str) -> None:
    """Tell the user what was done; silent under --quiet."""
    if not _settings.quiet:
        _write(sys.stderr, text)


def ask(question: str) -> None:
    """Put a question to the user; the answer goes on in its line."""
    _write(sys.stderr, question, end="")


def complain(error: ThiduaError) -> None:
    """Tell the user why the command cannot go on, and what to do about it."""
    from thidua_cli.cli.excerpts import visible

    place = f"{error.at}: " if error.at else ""
    label, arrow = "lỗi:", "→"
    if colors_stderr():
        label, arrow = f"{_RED}{label}{_RESET}", f"{_CYAN}{arrow}{_RESET}"
    hint = f"\n  {arrow} {visible(error.hint)}" if error.hint else ""
    _write(sys.stderr, f"{place}{label} {visible(error.message)}{hint}")


def lament(text: str) -> None:
    """Show a fault of our own; --quiet does not silence it."""
    _write(sys.stderr, text)


def encoding() -> str:
    """What the product is written in."""
    return sys.stdout.encoding or "utf-8"


def colors_stdout() -> bool:
    """Whether the product may be coloured."""
    return wants_color(_settings.color, os.environ, sys.platform, is_terminal=sys.stdout.isatty())


def colors_stderr() -> bool:
    """Whether messages may be coloured."""
    return wants_color(_settings.color, os.environ, sys.platform, is_terminal=sys.stderr.isatty())


def wants_color(choice: str, environment: Mapping[str, str], platform: str, *, is_terminal: bool) -> bool:
    """--color before NO_COLOR before FORCE_COLOR before what the terminal can do."""
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    if platform == "win32" and not {"WT_SESSION", "TERM_PROGRAM"} & environment.keys():
        # The old Windows console prints the codes themselves unless a program switches them on.
        return False
    return is_terminal and environment.get("TERM") != "dumb"


def _write(stream: TextIO, text: str, end: str = "\n") -> None:
    try:
        stream.write(text if text.endswith("\n") else f"{text}{end}")
        stream.flush()
    except OSError as error:
        _end(error, stream)


def _end(error: OSError, stream: TextIO) -> None:
    """Whoever reads has seen enough: what follows goes nowhere, and the exit code stays the command's own.

    Raises ThiduaError where a product is lost for another reason, such as a full disk.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
    if error.errno not in _CLOSED and stream is sys.stdout:
        raise ThiduaError(
            f"Không ghi hết được kết quả: {reason(error)}.",
            hint="Phần đã ghi còn thiếu: hãy bỏ đi và chạy lại, ghi ra nơi khác.",
        ) from error
