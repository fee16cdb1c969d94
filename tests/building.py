"""A data directory written where the test that reads it stands."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from thidua_cli.repository.loading import Loaded, load


def data_directory(tmp_path: Path, files: Mapping[str, str | bytes | Path]) -> Loaded:
    """What is loaded from these files; text is dedented, bytes are written as they are, a path is linked to."""
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Path):
            path.symlink_to(content)
            continue
        path.write_bytes(content if isinstance(content, bytes) else dedent(content).encode())
    return load(tmp_path)
