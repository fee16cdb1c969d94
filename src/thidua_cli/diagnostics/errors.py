"""The one exception that a command raises when it cannot go on."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thidua_cli.diagnostics.finding import Location


class ThiduaError(Exception):
    """A command cannot go on; the message and the hint are for the user, in Vietnamese."""

    def __init__(self, message: str, *, hint: str | None = None, at: "Location | None" = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.at = at
