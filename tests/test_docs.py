"""The documents say what is so: every command, file, rule and dependency, and nothing of where they were written."""

import re
import struct
import tomllib
from pathlib import Path

import pytest

from build_pictures import PAGES, terminal_pictures
from build_rules_page import rules_page
from thidua_cli.cli.commands import COMMANDS
from thidua_cli.cli.rulebook import all_rules

TOP = Path(__file__).parents[1]
VERBS = {command.verb for command in COMMANDS}
REPORT_LINE = (
    "python3 -m venv --without-pip .venv"
    " && python3 -m pip --python .venv install -q -r requirements.txt"
    " && python3 -m pip --python .venv install -q --no-deps --no-build-isolation ."
    " && .venv/bin/thidua report --campaign 19-KH --as-of 2026-11-21"
)
TESTS_LINE = (
    "python3 -m venv --without-pip .venv"
    " && python3 -m pip --python .venv install -q -r requirements-dev.txt"
    " && python3 -m pip --python .venv install -q --no-deps --no-build-isolation -e ."
    " && .venv/bin/python -m pytest -q -n 2"
)

FOLDERS = ("benchmarks", "data", "docs", "examples", "schemas", "src", "templates", "tests", "tools")
TEXTS = {".j2", ".json", ".md", ".py", ".svg", ".toml", ".txt", ".yaml", ".yml"}
TRACES = re.compile(
    r"/(?:work|home|root|Users)/\w|\w:\\Users|p[y]pi\.|python[h]osted|uv\.[l]ock|\b[s]essions?\b"
)
"""Paths of a machine, hosts of registries, and what is said of how the files came about."""


def read(name: str) -> str:
    return (TOP / name).read_text(encoding="utf-8")


def written_files() -> list[Path]:
    """Every text of the project that a person reads or runs."""
    found = (*TOP.iterdir(), *(path for folder in FOLDERS for path in (TOP / folder).rglob("*")))
    return [TOP / ".ci" / "run", *sorted(path for path in found if path.is_file() and path.suffix in TEXTS)]


def pages() -> list[str]:
    """The pages for readers: those of docs/ and at the top, and what a folder says of itself."""
    named = ((path, path.relative_to(TOP)) for path in written_files() if path.suffix == ".md")
    return [
        name.as_posix()
        for path, name in named
        if name.parent.name in {"", "docs"} or path.name == "README.md"
    ]


def links_of(name: str) -> set[str]:
    """What a page links to or shows, as written; code shows no links."""
    prose = re.sub(r"^```.*?^```$|`[^`\n]*`", "", read(name), flags=re.MULTILINE | re.DOTALL)
    return set(re.findall(r"(?:\]\(|src=\")([^)\"\s]+)", prose))


def anchor_of(heading: str) -> str:
    """The anchor under which a heading is found on the forges that show these pages."""
    return re.sub(r"[^\w\- ]", "", heading.lower().replace("`", "")).replace(" ", "-")


def test_the_page_of_rules_is_what_the_rule_book_says() -> None:
    assert read("docs/rules.md") == rules_page(all_rules())


def test_the_pictures_of_the_terminal_show_what_it_prints(tmp_path: Path) -> None:
    drawn = terminal_pictures(tmp_path)

    assert drawn == {name: read(f"docs/pictures/{name}") for name in drawn}


@pytest.mark.parametrize("name", PAGES)
def test_the_picture_of_a_page_is_there_and_small(name: str) -> None:
    picture = (TOP / "docs" / "pictures" / f"{name}.png").read_bytes()

    width, height = struct.unpack(">II", picture[16:24])
    assert (picture[:8], len(picture) < 150_000) == (b"\x89PNG\r\n\x1a\n", True)
    assert max(height, width) / min(height, width) == pytest.approx(297 / 210, rel=0.01)


def test_the_readme_names_every_command_and_no_other() -> None:
    rows = [line for line in read("README.md").splitlines() if line.startswith("| `thidua ")]

    assert {verb for row in rows for verb in re.findall(r"`thidua ([\w-]+)`", row)} == VERBS


def test_the_changelog_mentions_every_command() -> None:
    assert set(re.findall(r"`([a-z-]+)`", read("CHANGELOG.md"))) >= VERBS


def test_the_two_lines_of_the_readme_stand_alone_as_promised() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", read("README.md"), re.MULTILINE | re.DOTALL)

    assert blocks == [f"{REPORT_LINE}\n", f"{TESTS_LINE}\n"]


def test_the_checks_run_the_test_line_of_the_readme() -> None:
    asked = re.search(r"grep -E '([^']+)' README\.md", read(".ci/run"))

    assert asked is not None
    assert [line for line in read("README.md").splitlines() if re.search(asked[1], line)] == [TESTS_LINE]


def test_the_readme_links_every_page() -> None:
    assert set(pages()) - {"README.md"} <= links_of("README.md")


@pytest.mark.parametrize("page", pages())
def test_every_link_of_a_page_leads_somewhere(page: str) -> None:
    nowhere = set()
    for link in links_of(page):
        name, _, anchor = link.partition("#")
        target = (TOP / page).parent / name if name else TOP / page
        headings = re.findall(r"^#+ (.+)$", target.read_text("utf-8"), re.MULTILINE) if anchor else []
        if not target.exists() or (anchor and anchor not in map(anchor_of, headings)):
            nowhere.add(link)

    assert nowhere == set()


def test_no_file_names_where_it_was_written() -> None:
    found = {
        path.relative_to(TOP).as_posix(): TRACES.search(path.read_text("utf-8")) for path in written_files()
    }

    assert {name: trace.group() for name, trace in found.items() if trace} == {}


def test_every_dependency_has_its_row_and_no_row_is_left_over() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    declared = [
        *project["dependencies"],
        *(one for many in project["optional-dependencies"].values() for one in many),
    ]
    rows = re.findall(r"^\| (?!library)([\w-][^|]*) \|", read("docs/dependencies.md"), re.MULTILINE)
    named = {name.strip().lower() for row in rows for name in re.sub("`[^`]*`", "", row).split(",")}

    assert named == {re.split(r"[<>=~!\s]", one)[0].lower() for one in declared}
