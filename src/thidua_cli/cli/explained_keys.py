"""What a key of a data file means, and which keys there are: what editors show, for whoever has none of them."""

from collections.abc import Iterator
from textwrap import fill, indent

from thidua_cli.cli.tables import Column, table
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.reading.yaml_text import item_lines
from thidua_cli.repository.layout import YAML
from thidua_cli.schemas.texts import KeyText, RecordText, texts
from thidua_cli.vietnamese.letters import fold, near

_WIDTH = 88
_INSIDE = "  "
_DASH = len("- ")


def explained(name: str) -> str:
    """Everything of that name: a file with its keys, a thing that has keys, a key wherever it stands.

    Raises ThiduaError with the nearest name when there is none.
    """
    wanted = fold(name.strip().removesuffix(YAML))
    found = (*_records(wanted), *_keys(wanted))
    if not found:
        raise _unknown(name)
    return "\n".join(found)


def _records(wanted: str) -> Iterator[str]:
    from thidua_cli.schemas.kinds import KINDS

    files = {kind.record.__name__: kind for kind in KINDS}
    for name, record in texts().items():
        kind = files.get(name)
        if record.keys and wanted in {fold(record.title), fold(kind.name) if kind else ""}:
            yield _page(record, kind.files if kind else None)


def _page(record: RecordText, path: str | None) -> str:
    where = f" ({path})" if path else ""
    columns = (Column("Khóa"), Column("Là gì", wraps=True), Column("Ghi gì", wraps=True))
    rows = [(key, text.title, text.description) for key, text in record.keys.items()]
    keys = f"{table(columns, rows)}\nMột khóa với ví dụ: thidua explain {next(iter(record.keys))}\n"
    return f"{record.title}{where}\n{fill(record.description, _WIDTH)}\n\n{keys}"


def _keys(wanted: str) -> Iterator[str]:
    for record in texts().values():
        for key, text in record.keys.items():
            if fold(key) == wanted:
                yield _explained(key, text, record)


def _explained(key: str, text: KeyText, record: RecordText) -> str:
    says = fill(text.description, _WIDTH, initial_indent=_INSIDE, subsequent_indent=_INSIDE)
    written = "\n".join(line[_DASH:] for line in item_lines({key: text.example}, 0))
    return f"{key}: {text.title} ({record.title})\n{says}\n{_INSIDE}Ví dụ:\n{indent(written, 2 * _INSIDE)}\n"


def _unknown(name: str) -> ThiduaError:
    keys = {key for record in texts().values() for key in record.keys}
    guess = near(name, sorted(keys))
    return ThiduaError(
        f"Không có quy tắc, tệp hay khóa nào tên là “{name}”.",
        hint=f"Có phải “{guess}”?"
        if guess
        else "Xem mọi mã quy tắc: thidua explain; các loại tệp: thidua schema",
    )
