"""What becomes of a file, line by line, as git shows it."""

from difflib import unified_diff


def difference(path: str, before: bytes, after: bytes) -> str:
    """The lines that change, with a few around them; a file that is empty before is shown as new."""
    old, new = (text.decode("utf-8", errors="replace").splitlines() for text in (before, after))
    lines = unified_diff(old, new, path if before else "/dev/null", path, lineterm="")
    return "".join(f"{line}\n" for line in lines)
