"""Build a release: the wheel, and a folder with everything that an office without internet needs to install it.

Run `python tools/build_release.py` with the packages of `requirements-dev.txt` at hand; it downloads the libraries that
`requirements.txt` pins, for each kind of machine below, and leaves `dist/thidua-VERSION-KIND.zip` beside the wheel.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_STORED, ZipFile, ZipInfo

TOP = Path(__file__).parent.parent
DIST = TOP / "dist"
MACHINES = {
    "windows": ("win_amd64",),
    "linux": ("manylinux2014_x86_64", "manylinux_2_17_x86_64", "manylinux_2_28_x86_64"),
}
PYTHON = "3.12"
"""The version of Python that the office installs; wheels with compiled parts are made for one."""
_WHEN = (2020, 2, 2, 0, 0, 0)
"""The same date in every archive, so that the same files give the same bytes."""


def main() -> None:
    wheel = build_wheel()
    for machine, platforms in MACHINES.items():
        with TemporaryDirectory() as folder:
            download(Path(folder), platforms)
            archive = DIST / f"{wheel.name.split('-py3')[0]}-{machine}.zip"
            pack(archive, [wheel, *sorted(Path(folder).iterdir())])
            print(archive.relative_to(TOP))


def build_wheel() -> Path:
    """The wheel of the project as it stands."""
    run("build", "--wheel", "--no-isolation", "--outdir", str(DIST), str(TOP))
    return max(DIST.glob("thidua-*.whl"), key=lambda path: path.stat().st_mtime)


def download(folder: Path, platforms: tuple[str, ...]) -> None:
    """The pinned libraries as wheels for one kind of machine; pip checks their hashes."""
    chosen = [word for platform in platforms for word in ("--platform", platform)]
    run(
        "pip", "download", "-q", "--require-hashes", "--only-binary=:all:", "--python-version", PYTHON,
        *chosen, "-r", str(TOP / "requirements.txt"), "-d", str(folder),
    )  # fmt: skip


def pack(archive: Path, wheels: list[Path]) -> None:
    """One archive with all wheels in one folder."""
    with ZipFile(archive, "w", ZIP_STORED) as package:
        for name, content in _entries(wheels):
            package.writestr(ZipInfo(f"goi/{name}", _WHEN), content)


def _entries(wheels: list[Path]) -> Iterator[tuple[str, bytes]]:
    for wheel in wheels:
        yield wheel.name, wheel.read_bytes()


def run(module: str, *arguments: str) -> None:
    """Run a module of this very Python, and stop where it fails."""
    subprocess.run([sys.executable, "-m", module, *arguments], check=True)


if __name__ == "__main__":
    main()
