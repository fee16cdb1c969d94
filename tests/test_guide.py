"""Every example of the guide, done in order on a copy of the shipped data, shows what the guide says."""

import re
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import openpyxl
import pytest

from console import TOP, office, screen

GUIDE = TOP / "docs" / "huong-dan.md"
STEP = re.compile(
    r"^<!-- (?P<order>.+?) -->$|^```(?P<language>\w+)\n(?P<block>.*?)^```$", re.MULTILINE | re.DOTALL
)
APPEND, REPLACE, SAVE, FILL, ANSWER = "thêm vào ", "sửa ", "Word lưu ", "Excel điền ", "gõ "
BLANKS = re.compile(r" +$", re.MULTILINE)
"""An empty answer leaves the blank of its question at the end of the line, which the guide does not keep."""
PROMPT, LEFT_OUT = "> ", "…\n"


class Difference(NamedTuple):
    """A command that shows something else than the guide says."""

    command: str
    said: str
    shown: str


def follow(guide: str, directory: Path) -> list[Difference]:
    """Do what the guide says, hidden orders included, and keep what turns out otherwise."""
    differences = []
    order = ""
    for step in STEP.finditer(guide):
        if step["order"]:
            order = step["order"]
            obey(order, directory)
        elif step["language"] == "console":
            differences.extend(compare(step["block"], directory, answers_of(order)))
            order = ""
        elif order.startswith(APPEND):
            path = directory / order.removeprefix(APPEND)
            path.write_text(path.read_text(encoding="utf-8") + step["block"], encoding="utf-8")
            order = ""
    return differences


def answers_of(order: str) -> str:
    """What is typed where the command asks, a line an answer."""
    answers = order.removeprefix(ANSWER).split("|") if order.startswith(ANSWER) else []
    return "".join(f"{answer.strip()}\n" for answer in answers)


def obey(order: str, directory: Path) -> None:
    """What a person does between two commands."""
    if order.startswith(REPLACE):
        name, _, change = order.removeprefix(REPLACE).partition(": ")
        before, after = change.replace("\\n", "\n").split(" → ")
        text = (directory / name).read_text(encoding="utf-8")
        assert text.count(before) == 1, order
        (directory / name).write_text(text.replace(before, after), encoding="utf-8")
    elif order.startswith(SAVE):
        save_by_hand(directory / order.removeprefix(SAVE))
    elif order.startswith(FILL):
        name, _, cells = order.removeprefix(FILL).partition(": ")
        fill_in(directory / name, cells)
    else:
        assert order.startswith((APPEND, ANSWER)), order


def save_by_hand(paper: Path) -> None:
    with ZipFile(paper) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace("BÁO CÁO".encode(), "BÁO CÁO ".encode())
    edited = BytesIO()
    with ZipFile(edited, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    paper.write_bytes(edited.getvalue())


def fill_in(form: Path, cells: str) -> None:
    """Type into cells of a workbook: `Chỉ tiêu!G10 = 5; Nhiệm vụ!F8 = hoàn thành`."""
    book = openpyxl.load_workbook(form)
    for cell in cells.split("; "):
        place, _, value = cell.partition(" = ")
        sheet, _, address = place.partition("!")
        book[sheet][address].value = value
    book.save(form)


def compare(block: str, directory: Path, answers: str) -> list[Difference]:
    """Run each command of a block; a line of three dots stands for lines that are left out."""
    _, *typed = re.split(rf"^{PROMPT}", block, flags=re.MULTILINE)
    differences = []
    for one in typed:
        command, _, said = one.partition("\n")
        shown = BLANKS.sub("", screen(command, directory, answers).text)
        pattern = "".join(
            "(?:.*\n)*?" if line == LEFT_OUT else re.escape(line) for line in said.splitlines(keepends=True)
        )
        if not re.fullmatch(pattern, shown):
            differences.append(Difference(command, said, shown))
    return differences


def test_every_example_of_the_guide_shows_what_the_guide_says(tmp_path: Path) -> None:
    assert follow(GUIDE.read_text(encoding="utf-8"), office(tmp_path)) == []


@pytest.mark.parametrize(
    "command", sorted(set(re.findall(r"`(thidua(?: [^`]+)?)`", GUIDE.read_text(encoding="utf-8"))))
)
def test_every_command_named_in_a_sentence_of_the_guide_works(tmp_path: Path, command: str) -> None:
    assert (command, screen(command, office(tmp_path)).code) == (command, 0)


def test_an_example_that_shows_something_else_is_found(tmp_path: Path) -> None:
    guide = "```console\n> thidua --version\nthidua 0.0.0\n```\n```console\n> thidua --version\n…\n```\n"

    assert follow(guide, tmp_path) == [
        Difference("thidua --version", "thidua 0.0.0\n", screen("thidua --version", tmp_path).text)
    ]
