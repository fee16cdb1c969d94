"""Where an answer goes: to the screen or another program, or into a file that nobody has edited since."""

from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.cli import output as streams
from thidua_cli.cli.files import write, write_paper
from thidua_cli.diagnostics.errors import ThiduaError

if TYPE_CHECKING:
    from thidua_cli.spreadsheets.book import Book

_STDOUT = "-"


def deliver_text(text: str, to: str | None, *, force: bool, is_page: bool = False) -> None:
    """Print the text, or write it to a file as UTF-8; a file with other content is replaced only with `force`."""
    if to is None or to == _STDOUT:
        (streams.page if is_page else streams.product)(text)
        return
    path, content = Path(to), text.encode()
    if not force and path.exists() and path.read_bytes() != content:
        raise ThiduaError(
            f"Đã có tệp “{path}” với nội dung khác.",
            hint="Hãy dùng -o để ghi ra tên khác, hoặc --force để thay tệp ấy.",
        )
    streams.say(f"{write(path, content).capitalize()}: {path}")


def deliver_book(book: "Book", to: str, *, force: bool) -> None:
    """Write the workbook; one that was edited by hand since is replaced only with `force`."""
    from thidua_cli.spreadsheets.writer import write_book

    content = write_book(book)
    if to == _STDOUT:
        streams.product_bytes(content)
    else:
        path = Path(to)
        streams.say(f"{write_paper(path, content, force=force).capitalize()}: {path}")
