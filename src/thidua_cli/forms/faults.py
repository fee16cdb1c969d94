"""What is wrong with a returned form: the file, the sheet, the cell, and what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a form, in the user's words."""

    file: str
    message: str
    hint: str
    sheet: str | None = None
    cell: str | None = None
    """As Excel names it: `G7`; None for a fault of a sheet or a file as a whole."""

    def __str__(self) -> str:
        """`bieu.xlsx › Chỉ tiêu!G7: lỗi: …`, with the remedy on a line of its own."""
        place = self.file if self.sheet is None else f"{self.file} › {self.sheet}"
        return f"{place}{f'!{self.cell}' if self.cell else ''}: lỗi: {self.message}\n  → {self.hint}"


class RefusedCellError(Exception):
    """A cell cannot be read as what it should hold."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
