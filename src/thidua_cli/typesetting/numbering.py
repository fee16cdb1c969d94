"""Numbers of headings, counted level by level."""

from thidua_cli.typesetting.profile_parts import Markers
from thidua_cli.typesetting.tree import Heading
from thidua_cli.typesetting.wording import letter, roman


class HeadingCounter:
    """Counts headings; one with a marker of its own takes its turn, one without any does not."""

    def __init__(self, markers: Markers) -> None:
        self._patterns = (markers.heading_1, markers.heading_2, markers.heading_3)
        self._part_pattern, self._parts = markers.part, 0
        self._counts = [0, 0, 0]
        self._given = ["", "", ""]

    def part(self) -> str:
        """The label of the next part, in which headings are counted anew."""
        self._parts += 1
        self._counts, self._given = [0, 0, 0], ["", "", ""]
        return self._part_pattern.format(roman=roman(self._parts), arabic=self._parts)

    def marker(self, heading: Heading) -> str:
        """The number in front of the next heading, with its point or bracket."""
        if heading.marker == "":
            return ""
        level, below = heading.level - 1, len(self._counts) - heading.level
        self._counts[level:] = [self._counts[level] + 1, *[0] * below]
        self._given[level:] = [self._next(level) if heading.marker is None else heading.marker, *[""] * below]
        return self._given[level]

    def _next(self, level: int) -> str:
        count, parent = self._counts[level], self._given[level - 1] if level else ""
        return self._patterns[level].format(
            roman=roman(count), arabic=count, letter=letter(count), parent=parent
        )
