"""`thidua schema`: JSON Schemas of the data files, and the settings with which VS Code uses them."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from thidua_cli.cli import output
from thidua_cli.cli.options import Repo
from thidua_cli.diagnostics.errors import ThiduaError

if TYPE_CHECKING:
    from thidua_cli.schemas.kinds import Kind

_Kind = Annotated[
    str | None,
    typer.Argument(metavar="LOẠI", help="Loại tệp, ví dụ targets; để trống thì liệt kê các loại."),
]
_Write = Annotated[
    bool,
    typer.Option("--write", help="Ghi mọi lược đồ vào schemas/ và nối chúng vào .vscode/settings.json."),
]


def schema(name: _Kind = None, repo: Repo = None, write: _Write = False) -> None:
    """Đưa ra lược đồ JSON Schema để trình soạn thảo gợi ý khóa và chỉ chỗ sai ngay khi gõ.

    Ví dụ:
      thidua schema
      thidua schema targets
      thidua schema --write
    """
    from thidua_cli.cli.workspace import find_root

    if write:
        if name is not None:
            raise ThiduaError(
                "--write ghi mọi lược đồ, không ghi riêng một loại.", hint="Hãy ghi: thidua schema --write"
            )
        output.say(_written(find_root(repo)))
    else:
        output.product(_listed() if name is None else text_of(_found(name)))


def schema_files() -> dict[str, str]:
    """The text of every schema by its path below the data directory."""
    from thidua_cli.schemas.kinds import KINDS

    return {kind.path: text_of(kind) for kind in KINDS}


def text_of(kind: "Kind") -> str:
    """The schema of a kind of file as it stands on the disk."""
    from thidua_cli.schemas.shapes import schema_of

    return _json_text(schema_of(kind.record))


def _found(name: str) -> "Kind":
    from thidua_cli.cli.values import parse_choice
    from thidua_cli.schemas.kinds import KINDS

    kinds = {kind.name: kind for kind in KINDS}
    return kinds[parse_choice(name, tuple(kinds), "LOẠI")]


def _listed() -> str:
    """One line a kind: its name, what it is, and where such files stand."""
    from thidua_cli.cli.tables import Column, table
    from thidua_cli.schemas.kinds import KINDS
    from thidua_cli.schemas.texts import text_of as words_of

    columns = (Column("Loại"), Column("Là gì", wraps=True), Column("Tệp"))
    return table(columns, [(kind.name, words_of(kind.record).title, kind.files) for kind in KINDS])


def editor_files(root: Path) -> Mapping[str, bytes]:
    """The schemas, and the settings of VS Code as they become, by their paths below the data directory."""
    from thidua_cli.cli.editor_settings import SETTINGS, with_schemas
    from thidua_cli.schemas.kinds import KINDS

    patterns = {f"./{kind.path}": kind.files for kind in KINDS if kind.is_yaml}
    schemas = {path: text.encode() for path, text in schema_files().items()}
    return {**schemas, SETTINGS: with_schemas(root / SETTINGS, patterns)}


def _written(root: Path) -> str:
    """Put everything in place; nothing is written unless all of it can be made."""
    from thidua_cli.cli.editor_settings import SETTINGS
    from thidua_cli.cli.files import Outcome, write_below
    from thidua_cli.schemas.kinds import FOLDER

    outcomes = {write_below(root, path, content) for path, content in editor_files(root).items()}
    outcome = "Đã ghi" if Outcome.WRITTEN in outcomes else "Không thay đổi"
    return f"{outcome}: lược đồ của mọi loại tệp ở {FOLDER}/, cài đặt của VS Code ở {SETTINGS}."


def _json_text(document: dict[str, Any]) -> str:
    import json

    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
