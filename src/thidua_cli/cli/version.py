"""Which thidua this is, and whether it is new enough."""

import re

from thidua_cli.diagnostics.errors import ThiduaError


def version_line() -> str:
    """Name and version, as `--version` prints it and as documents for programs name their generator."""
    return f"thidua {_version()}"


def refuse_newer(required: tuple[int, ...] | None) -> None:
    """Raise ThiduaError unless this thidua is as new as the data need; None asks for nothing."""
    if required is None:
        return
    here = tuple(int(number) for number in re.findall(r"\d+", _version())[:3])
    if here < required:
        wanted = ".".join(map(str, required))
        raise ThiduaError(
            f"Dữ liệu này cần thidua từ {wanted} trở lên; máy này đang dùng thidua {_version()}.",
            hint="Hãy cài bản mới rồi chạy lại; khóa requires trong thidua.yaml nói dữ liệu cần bản nào.",
        )


def _version() -> str:
    # Slow to load, and rarely asked for.
    from importlib.metadata import version

    return version("thidua")
