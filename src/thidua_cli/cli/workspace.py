"""Where the data directory is."""

from collections.abc import Iterator
from pathlib import Path

from thidua_cli.diagnostics.errors import ThiduaError

SETTINGS = "thidua.yaml"


def find_root(repo: str | None) -> Path:
    """The nearest directory with `thidua.yaml`, from `repo` or the current directory upward."""
    start = Path(repo or ".").absolute()
    if not start.is_dir():
        raise ThiduaError(
            f"Không có thư mục “{repo}”." if not start.exists() else f"“{repo}” không phải là thư mục.",
            hint="Sau -C hãy ghi thư mục chứa tệp thidua.yaml.",
        )
    end = start
    for directory in _upward(start.resolve()):
        if (directory / SETTINGS).is_file():
            return directory
        end = directory
    raise ThiduaError(
        f"Không tìm thấy tệp thidua.yaml: đã tìm từ “{start}” lên đến “{end}”.",
        hint="Hãy chuyển đến thư mục dữ liệu, hoặc chỉ ra thư mục đó: -C THƯ-MỤC",
    )


def within_checkout(root: Path) -> str:
    """The data directory as forges name it: below the top of the git repository; with `/` at the end, or empty."""
    top = next((directory for directory in (root, *root.parents) if (directory / ".git").exists()), root)
    return f"{root.relative_to(top).as_posix()}/" if root != top else ""


def _upward(start: Path) -> Iterator[Path]:
    """The directory and those above it, up to the root of the git repository or of the disk."""
    for directory in (start, *start.parents):
        yield directory
        if (directory / ".git").exists():
            return
