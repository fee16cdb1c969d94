"""The text of each block as written: what is refused in it names its line, and its notes are found by their labels."""

from dataclasses import dataclass

from thidua_cli.typesetting import markup_refusals

NOTE = "note"


class RefusedError(Exception):
    """What this subset does not have; the line counts from 0."""

    def __init__(self, message: str, hint: str, line: int) -> None:
        super().__init__(message)
        self.message, self.hint, self.line = message, hint, line


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one block, or of one note."""

    kind: str
    text: str
    line: int

    def refused(self, wording: tuple[str, str], position: int = 0) -> RefusedError:
        """The refusal of what stands at this position of the text."""
        return RefusedError(*wording, self.line + self.text.count("\n", 0, position))


class Notes:
    """The texts of the notes; each is taken by the one mark that bears its label."""

    def __init__(self) -> None:
        self._texts: dict[str, Source] = {}
        self._taken: set[str] = set()

    def add(self, label: str, text: Source) -> None:
        """Keep the text; raises RefusedError where the label has one already."""
        if label in self._texts:
            raise text.refused(markup_refusals.note_with_two_texts(label))
        self._texts[label] = text

    def take(self, label: str, marked: Source, position: int) -> Source:
        """The text for a mark that stands in `marked`; raises RefusedError where there is none left for it."""
        if marked.kind == NOTE:
            raise marked.refused(markup_refusals.NOTE_IN_NOTE, position)
        if label not in self._texts:
            raise marked.refused(markup_refusals.note_without_text(label), position)
        if label in self._taken:
            raise marked.refused(markup_refusals.note_marked_twice(label), position)
        self._taken.add(label)
        return self._texts[label]

    def refuse_left_over(self) -> None:
        """Raise RefusedError for the first text that no mark has taken."""
        for label, text in self._texts.items():
            if label not in self._taken:
                raise text.refused(markup_refusals.note_without_mark(label))
