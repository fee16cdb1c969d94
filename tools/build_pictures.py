"""Build `docs/pictures/` from the shipped data: what the terminal shows, and pages of the papers.

Run it after output or papers have changed: `python tools/build_pictures.py`. The pictures of the terminal are text
and a test compares them; the pages need LibreOffice and poppler and depend on their versions.
"""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import specimens
from console import TOP, office, screen
from page_picture import page_picture
from terminal_picture import terminal_picture
from thidua_cli.typesetting.docx_writer import write_docx
from thidua_cli.typesetting.profile import load_profile

TARGET = TOP / "docs" / "pictures"
AS_OF = "--as-of 2026-11-21"

MISTAKES = {
    "data/campaigns/19-KH/targets.yaml": {
        "    reach: 23100": "    reach: 23.100",
        "    wording: doanh thu": "    wordin: doanh thu",
    },
    "data/campaigns/19-KH/results/don-vi-minh-hoa-1.yaml": {"as_of: 2026-10-20": "as_of: 20/10/2026"},
}
"""What somebody has mistyped, file by file."""
PAGES = {
    "ke-hoach-trang-1": ("KH-19-KH", 1),
    "bao-cao-trang-1": ("BC-19-KH-2026-11-21", 1),
    "bao-cao-trang-2": ("BC-19-KH-2026-11-21", 2),
    "ke-hoach-dang-trang-1": ("KH-26-KH-TU", 1),
    "cong-van-trang-1": ("cong-van", 1),
    "phu-luc-ngang": ("cong-van", 2),
}
"""Which page of which paper a picture shows."""


def terminal_pictures(folder: Path) -> dict[str, str]:
    """The pictures of the terminal by their names; the folder is empty and may be written to."""
    right, wrong = office(folder / "right"), office(folder / "wrong")
    mistype(wrong, MISTAKES)
    return {
        "loi.svg": _shown(
            "thidua validate data/campaigns/19-KH --color always", wrong, "Các lỗi mà thidua validate chỉ ra"
        ),
        "tien-do.svg": _shown(
            f"thidua progress -c 19-KH {AS_OF}",
            right,
            "Bảng tiến độ mà thidua progress cho xem",
            until="\nNhiệm vụ ",
        ),
    }


def mistype(directory: Path, mistakes: Mapping[str, Mapping[str, str]]) -> None:
    """Put each mistake in the place of what is right; one that fits nowhere is an error of this script."""
    for name, changes in mistakes.items():
        path = directory / name
        text = path.read_text(encoding="utf-8")
        for right, wrong in changes.items():
            if text.count(right) != 1:
                raise ValueError(right)
            text = text.replace(right, wrong)
        path.write_text(text, encoding="utf-8", newline="\n")


def page_pictures(folder: Path) -> dict[str, bytes]:
    """The pictures of pages by their names, of papers that are written into the folder."""
    office(folder)
    for command in ("plan -c 19-KH", "report -c 19-KH", "plan -c 26-KH-TU"):
        if screen(f"thidua {command} {AS_OF}", folder).code:
            raise ValueError(command)
    (folder / "cong-van.docx").write_bytes(write_docx(specimens.letter(), load_profile("nd30")))
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    papers = sorted(path.name for path in folder.glob("*.docx"))
    _run(folder, "soffice", home, "--headless", "--convert-to", "pdf", *papers)
    for name, (paper, page) in PAGES.items():
        _run(
            folder,
            "pdftoppm",
            "-r",
            "100",
            "-f",
            str(page),
            "-l",
            str(page),
            "-singlefile",
            f"{paper}.pdf",
            name,
        )
    return {f"{name}.png": page_picture((folder / f"{name}.ppm").read_bytes()) for name in PAGES}


def _shown(command: str, directory: Path, title: str, *, until: str | None = None) -> str:
    """The picture of a command and what it prints, up to where it is cut."""
    prompt = command.removesuffix(" --color always")
    text = screen(command, directory).text
    if until:
        before, _, _ = text.partition(until)
        text = f"{before}\n…\n"
    return terminal_picture(f"> {prompt}\n{text}", title)


def _run(folder: Path, *command: str) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=240)


def build(target: Path) -> None:
    """Write every picture."""
    target.mkdir(exist_ok=True)
    with TemporaryDirectory() as terminals, TemporaryDirectory() as papers:
        for name, drawing in terminal_pictures(Path(terminals)).items():
            (target / name).write_text(drawing, encoding="utf-8", newline="\n")
        for name, picture in page_pictures(Path(papers)).items():
            (target / name).write_bytes(picture)


if __name__ == "__main__":
    build(TARGET)
