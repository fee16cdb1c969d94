"""Which findings are shown: by file and by code."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.diagnostics.finding import Finding
from thidua_cli.repository import layout
from thidua_cli.vietnamese.letters import near


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked for; an empty part asks for everything."""

    paths: tuple[Path, ...] = ()
    """Files and folders, relative to the data directory."""
    select: tuple[str, ...] = ()
    """Codes, or beginnings of codes."""
    ignore: tuple[str, ...] = ()

    def takes_path(self, path: str) -> bool:
        """Whether a file named as in a finding is among the paths."""
        return not self.paths or any(Path(path).is_relative_to(wanted) for wanted in self.paths)

    def files_in(self, root: Path) -> int:
        """How many data files there are among the paths."""
        below = {file for path in self.paths for file in (root / path, *(root / path).rglob("*"))}
        return sum(file.is_file() and file.suffix in {layout.YAML, layout.MARKDOWN} for file in below)

    def takes_code(self, code: str) -> bool:
        """Whether findings of the rule are shown."""
        if self.ignore and code.startswith(self.ignore):
            return False
        return not self.select or code.startswith(self.select)


def of_codes(findings: Iterable[Finding], selection: Selection) -> tuple[Finding, ...]:
    """The findings of the rules that were asked for."""
    return tuple(finding for finding in findings if selection.takes_code(finding.code))


def parse_paths(paths: Sequence[str], root: Path) -> tuple[Path, ...]:
    """The files and folders as they stand below the data directory; they must exist."""
    return tuple(_below(path, root) for path in paths)


def parse_codes(text: str | None, known: Sequence[str], option: str) -> tuple[str, ...]:
    """The codes in a list such as `TD204,TD3`; a beginning stands for all codes that begin so."""
    return tuple(_code(part, known, option) for part in (text or "").split(",") if part.strip())


def _below(path: str, root: Path) -> Path:
    place = Path(path).absolute()
    if not place.exists():
        raise ThiduaError(
            f"Không có tệp hoặc thư mục “{path}”.",
            hint="Đường dẫn tính từ thư mục đang đứng; bỏ trống thì xem tất cả.",
        )
    resolved = place.resolve()
    if not resolved.is_relative_to(root):
        raise ThiduaError(
            f"“{path}” nằm ngoài thư mục dữ liệu “{root}”.",
            hint="Chỉ thư mục dữ liệu khác bằng -C THƯ-MỤC.",
        )
    return resolved.relative_to(root)


def _code(part: str, known: Sequence[str], option: str) -> str:
    code = part.strip().upper()
    if any(name.startswith(code) for name in known):
        return code
    guess = near(code, known)
    raise ThiduaError(
        f"{option}: không có quy tắc nào mang mã “{part.strip()}”.",
        hint=f"Có phải “{guess}”?" if guess else "Xem mọi mã quy tắc: thidua explain",
    )
