"""The house holds: imports go down, one library has one room, one room prints."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = "thidua_cli"
HOUSE = Path(__file__).parents[1] / "src" / PACKAGE

FLOORS = (
    {"__main__"},
    {"cli"},
    {"forms"},
    {"documents"},
    {"progress", "rules", "schemas"},
    {"repository", "spreadsheets", "typesetting"},
    {"model", "reading"},
    {"diagnostics", "vietnamese"},
)
LIBRARIES = {
    "typer": ("cli/*",),
    "rich": ("cli/*",),
    "yaml": ("reading/yaml_source.py", "reading/yaml_tokens.py"),
    "docx": ("typesetting/docx_*.py",),
    "lxml": ("typesetting/docx_*.py", "spreadsheets/packages.py", "spreadsheets/reader.py"),
    "xlsxwriter": ("spreadsheets/writer.py",),
    "openpyxl": (),
    "jinja2": ("documents/templating.py",),
    "markdown_it": ("typesetting/markup.py",),
    "pydantic": (
        "model/*",
        "reading/validation.py",
        "schemas/shapes.py",
        "typesetting/profile.py",
        "typesetting/profile_parts.py",
    ),
    "pydantic_core": ("model/*", "reading/validation.py", "typesetting/profile.py"),
}
PRINTING = {"print", "sys.stdout", "sys.stderr"}
CLOCKS = {"date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time", "time.localtime"}


def faults(house: Path) -> list[str]:
    """Everything in the house that breaks its rules."""
    return [
        *(fault for path in sorted(house.rglob("*.py")) for fault in faults_of(path, house)),
        *circles(house),
    ]


def faults_of(path: Path, house: Path) -> Iterator[str]:
    name = path.relative_to(house).as_posix()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from misplaced_imports(name, tree)
    yield from misplaced_words(name, tree)
    yield from oversized(name, path, tree)
    if path.name == "__init__.py" and (len(tree.body) > 1 or ast.get_docstring(tree) is None):
        yield f"{name} may hold a docstring only"


def misplaced_imports(name: str, tree: ast.Module) -> Iterator[str]:
    for module in imported(tree):
        top, _, rest = module.partition(".")
        if top == "":
            yield f"{name} may not import by a relative path"
        elif top == PACKAGE and not may_import(room_of(name), rest.partition(".")[0]):
            yield f"{name} may not import {module}"
        elif not any(fnmatch(name, room) for room in LIBRARIES.get(top, ("*",))):
            yield f"{name} may not import {top}"
        elif top == "typer" and rest:
            yield f"{name} may not import {module}: only the face of typer is promised"


def imported(tree: ast.Module) -> Iterator[str]:
    """Every module that is imported anywhere in a file; a relative one begins with a dot."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from (f"{module}.{a.name}" for a in node.names) if is_room(module) else [module]


def is_room(module: str) -> bool:
    """Whether the names imported from it are modules themselves."""
    return module in {PACKAGE, *(f"{PACKAGE}.{room}" for floor in FLOORS for room in floor)}


def room_of(name: str) -> str:
    return name.partition("/")[0].removesuffix(".py")


def may_import(room: str, other: str) -> bool:
    if room == other:
        return True
    if room == "__init__":
        return False
    return floor_of(room) < floor_of(other)


def floor_of(room: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def misplaced_words(name: str, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute):
            word = ".".join(ast.unparse(node).split(".")[-2:])
            if word in PRINTING and name != "cli/output.py":
                yield f"{name} may not use {word}: only cli/output.py prints"
            if word in CLOCKS and room_of(name) != "cli":
                yield f"{name} may not use {word}: the day is an argument"


def oversized(name: str, path: Path, tree: ast.Module) -> Iterator[str]:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    if lines > 300:
        yield f"{name} has {lines} lines, more than 300"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno + 1 > 40:
            yield f"{name}: {node.name} has more than 40 lines"


def circles(house: Path) -> list[str]:
    """The first circle of files that import each other, if there is one."""
    files = {
        ".".join((PACKAGE, *path.relative_to(house).with_suffix("").parts)): path
        for path in house.rglob("*.py")
    }
    graph = {
        module: set(imported(ast.parse(path.read_text(encoding="utf-8")))) & files.keys()
        for module, path in files.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return ["a circle of imports: " + " → ".join(error.args[1])]
    return []


def test_the_house_holds() -> None:
    assert faults(HOUSE) == []


def test_every_room_has_a_floor() -> None:
    rooms = {room_of(path.relative_to(HOUSE).as_posix()) for path in HOUSE.rglob("*.py")} - {"__init__"}

    assert rooms <= {room for floor in FLOORS for room in floor}


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        (
            "model/a.py",
            "from thidua_cli.cli import output",
            "model/a.py may not import thidua_cli.cli.output",
        ),
        ("model/a.py", "import thidua_cli.rules.b", "model/a.py may not import thidua_cli.rules.b"),
        (
            "model/a.py",
            "from thidua_cli.reading.b import c",
            "model/a.py may not import thidua_cli.reading.b",
        ),
        (
            "progress/a.py",
            "def f():\n    from thidua_cli import rules",
            "progress/a.py may not import thidua_cli.rules",
        ),
        ("model/a.py", "from . import b", "model/a.py may not import by a relative path"),
        ("rules/a.py", "import yaml", "rules/a.py may not import yaml"),
        ("typesetting/a.py", "from docx.shared import Pt", "typesetting/a.py may not import docx"),
        (
            "cli/a.py",
            "from typer.core import TyperGroup",
            "cli/a.py may not import typer.core: only the face of typer is promised",
        ),
        ("cli/a.py", "print('x')", "cli/a.py may not use print: only cli/output.py prints"),
        (
            "cli/a.py",
            "import sys\nsys.stdout.write('x')",
            "cli/a.py may not use sys.stdout: only cli/output.py prints",
        ),
        (
            "rules/a.py",
            "import datetime\nday = datetime.date.today()",
            "rules/a.py may not use date.today: the day is an argument",
        ),
        ("rules/__init__.py", '"""Rules."""\nx = 1', "rules/__init__.py may hold a docstring only"),
        ("rules/a.py", "x = 1\n" * 301, "rules/a.py has 301 lines, more than 300"),
        ("rules/a.py", "def f():\n" + "    x = 1\n" * 40, "rules/a.py: f has more than 40 lines"),
        (
            "rules/a.py",
            "import thidua_cli.rules.a",
            "a circle of imports: thidua_cli.rules.a → thidua_cli.rules.a",
        ),
    ],
)
def test_a_fault_in_the_house_is_found(name: str, text: str, fault: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")

    assert faults(tmp_path) == [fault]


def test_a_circle_of_two_files_is_found(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "a.py").write_text("from thidua_cli.model.b import c", encoding="utf-8")
    (tmp_path / "model" / "b.py").write_text("def f():\n    from thidua_cli.model import a", encoding="utf-8")

    [fault] = faults(tmp_path)

    assert fault.startswith("a circle of imports: ")
