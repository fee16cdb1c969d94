"""Papers printed by LibreOffice, and where their words stand on the pages."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

MILLIMETRE = 72 / 25.4
"""In points, as places are."""
LEFT, RIGHT, TOP, BOTTOM = 30 * MILLIMETRE, 195 * MILLIMETRE, 20 * MILLIMETRE, 277 * MILLIMETRE
"""The margins of a sheet that stands upright."""


@dataclass(frozen=True)
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float


Page = tuple[Word, ...]


def print_papers(folder: Path, papers: Mapping[str, bytes]) -> dict[str, tuple[Page, ...]]:
    """The pages of each .docx, all converted in one run; skips the test where the tools or fonts are missing."""
    for tool in ("soffice", "pdftotext", "pdffonts"):
        if shutil.which(tool) is None:
            unavailable(f"{tool} is not installed")
    for name, paper in papers.items():
        (folder / f"{name}.docx").write_bytes(paper)
    names = [f"{name}.docx" for name in papers]
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    run(folder, "soffice", home, "--headless", "--convert-to", "pdf", *names)
    fonts = run(folder, "pdffonts", f"{next(iter(papers))}.pdf").splitlines()[2:]
    strange = [line.split()[0] for line in fonts if not re.search(r"Times|LiberationSerif|Tinos", line)]
    if strange:
        unavailable(f"no font with Vietnamese letters and the widths of Times New Roman, but {strange}")
    return {name: read_pages(folder, name) for name in papers}


def unavailable(reason: str) -> None:
    if os.environ.get("THIDUA_REQUIRE_PAGES") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def run(folder: Path, *command: str) -> str:
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, timeout=240).stdout


def read_pages(folder: Path, name: str) -> tuple[Page, ...]:
    layout = run(folder, "pdftotext", "-bbox", f"{name}.pdf", "-")
    return tuple(
        tuple(
            Word(unescape(text), *map(float, corners))
            for *corners, text in re.findall(
                r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page
            )
        )
        for page in layout.split("<page ")[1:]
    )


def places(page: Page, text: str) -> list[tuple[Word, ...]]:
    """Where the words of a text stand one after the other."""
    wanted = text.split()
    return [
        page[start : start + len(wanted)]
        for start in range(len(page))
        if [word.text for word in page[start : start + len(wanted)]] == wanted
    ]


def on_one_line(found: tuple[Word, ...]) -> bool:
    return max(word.top for word in found) - min(word.top for word in found) < 1


def centre(found: tuple[Word, ...]) -> float:
    return (min(word.left for word in found) + max(word.right for word in found)) / 2
