"""The templates of papers: in the package once installed, else at the top of the project."""

from pathlib import Path

from thidua_cli.repository.index import Prose

_PACKAGE = Path(__file__).resolve().parents[1] / "templates"
# An editable install does not see the files that the wheel carries along.
_PROJECT = Path(__file__).resolve().parents[3] / "templates"
_EXAMPLES = _PROJECT.parent / "examples"


def template(name: str) -> Prose:
    """The template of this name."""
    folder = _PACKAGE if _PACKAGE.is_dir() else _EXAMPLES if name.startswith("ci/") else _PROJECT
    return Prose(f"templates/{name}", (folder / name).read_text(encoding="utf-8"))
