"""Which thidua this is."""


def version_line() -> str:
    """Name and version, as `--version` prints it and as documents for programs name their generator."""
    # Slow to load, and rarely asked for.
    from importlib.metadata import version

    return f"thidua {version('thidua')}"
