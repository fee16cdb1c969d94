"""The form of a kind of paper as data: measures, styles, texts and patterns that the writer only follows."""

from collections.abc import Mapping
from decimal import Decimal
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator

from thidua_cli.diagnostics import field_rules
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.model.fields import Figure, Text, YesNo, refuse
from thidua_cli.reading.validation import validate
from thidua_cli.reading.yaml_source import read_yaml
from thidua_cli.typesetting.slots import Slot

_SHIPPED = resources.files("thidua_cli.typesetting.profiles")


_NOT_ON_ALL = frozenset({Slot.NATIONAL, Slot.MOTTO, Slot.PARTY, Slot.ISSUER_MARK, Slot.SUBJECT_MARK})
"""Slots that a letterhead may do without; one that it names must have a style."""


class _Part(BaseModel):
    """What all parts of a profile have in common: nothing changes, nothing unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Page(_Part):
    """The sheet and its margins, in millimetres."""

    width: Figure
    height: Figure
    top: Figure
    bottom: Figure
    left: Figure
    right: Figure
    header: Figure
    """From the top edge to the page number."""
    footer: Figure
    """From the bottom edge to the notice."""

    @property
    def text_width(self) -> Decimal:
        """What the margins leave."""
        return self.width - self.left - self.right


class SlotStyle(_Part):
    """How one slot is set: sizes and gaps in points, indents in millimetres."""

    size: Figure
    bold: YesNo = False
    italic: YesNo = False
    underline: YesNo = False
    capitals: YesNo = False
    """The text itself is put into capitals."""
    align: Literal["left", "center", "right", "justify"] = "left"
    first_line: Figure = Decimal(0)
    """Indent of the first line; a negative one lets the first line hang out."""
    left: Figure = Decimal(0)
    right: Figure = Decimal(0)
    before: Figure = Decimal(0)
    after: Figure = Decimal(0)
    lines: Figure = Decimal(1)
    """Line spacing as a multiple of a single line."""
    exactly: Figure | None = None
    """Line spacing in points, in place of `lines`."""
    keep_next: YesNo = False
    """The paragraph stays on the page of the one that follows."""
    outline: int | None = None
    """Level in Word's navigation pane."""
    framed: YesNo = False
    """A thin line runs round the paragraph."""

    def letters(self, text: str) -> str:
        """The text in the letters in which this slot sets it."""
        return text.upper() if self.capitals else text


class OpeningLine(_Part):
    """A fixed line at the top right of the first page."""

    slot: Slot
    text: Text
    rule: Figure | None = None
    """Length of the rule below as a share of the text; None for no rule."""


class Letterhead(_Part):
    """The two columns at the top of the first page and the title below them."""

    left: Figure
    right: Figure
    """Widths of the columns in millimetres."""
    national: tuple[OpeningLine, ...]
    issuer_rule: Figure | None = None
    """Length of the rule under the issuer as a share of its longest line; None for no rule."""
    issuer_mark: Text | None = None
    """A line of characters there, as `*`."""
    subject_lowered: YesNo
    """The subject goes on from the type of paper, and so begins with a small letter."""
    subject_rule: Figure | None = None
    """Length of the rule under the subject as a share of its longest line; None for no rule."""
    subject_mark: Text | None = None
    """A line of characters there, as `-----`."""
    last_line_most: Figure
    """Neither of these two rules is longer than this share of the line right above it."""
    rule_weight: Figure
    """Thickness of the rules in points."""

    @property
    def own_slots(self) -> frozenset[Slot]:
        """The slots that this letterhead has and others need not have."""
        marks = ((Slot.ISSUER_MARK, self.issuer_mark), (Slot.SUBJECT_MARK, self.subject_mark))
        return frozenset((*(line.slot for line in self.national), *(slot for slot, mark in marks if mark)))


class Patterns(_Part):
    """How parts of a line are joined."""

    number: Text
    symbol: Text
    """How type and issuer are joined to the symbol; a paper of an issuer without one has only its type."""
    number_digits: int
    """A shorter number is filled up with zeros."""
    date: Text
    zero_days_below: int
    zero_months_below: int
    """Smaller days and months carry a zero."""
    blank_number: int
    blank_day: int
    blank_month: int
    blank_year: int
    """How many no-break spaces stand for a part that is not known yet."""
    blank: Text
    """How a gap is shown that a person must fill."""
    citation: Text
    """How a document that is cited is joined with its day."""


class Endings(_Part):
    """What closes each line of a list of lines, and the list itself."""

    line: Text
    last: Text


class Basis(Endings):
    """The `Căn cứ` lines."""

    item: Text


class Markers(_Part):
    """Numbers of headings and marks of items, literal text in front of the words."""

    heading_1: Text
    heading_2: Text
    heading_3: Text
    """With `{roman}`, `{arabic}` or `{letter}`; `{parent}` is the number of the heading above."""
    item_1: Text
    item_2: Text


class Addressing(_Part):
    """`Kính gửi`."""

    one: Text
    label_italic: YesNo
    """Of `one`, the words before the name; `several` has a style of its own."""
    several: Text
    item: Text
    endings: Endings


class Closing(_Part):
    """What stands below the body: recipients on the left, signature on the right."""

    left: Figure
    right: Figure
    """Widths of the columns in millimetres."""
    height: Figure
    """At least this high, in millimetres, so that there is room for a hand signature."""
    gap: Figure
    """Points between the body and the first line."""
    end_mark: Text
    """Closes the body; the full stop of the last sentence merges with it."""
    end_mark_below_table: Text | None
    """The line that closes a body whose last block is a table; None for none."""
    label: Text
    recipient: Text
    as_above: Text
    """The first recipient where the paper has an addressee."""
    filing: Text
    endings: Endings


class TableForm(_Part):
    """Data tables: padding in millimetres, lines in points."""

    padding: Figure
    line: Figure


class FormatProfile(_Part):
    """Everything that decides how a paper looks."""

    typeface: Text
    language: Text
    page: Page
    styles: Mapping[Slot, SlotStyle]
    letterhead: Letterhead
    patterns: Patterns
    basis: Basis
    markers: Markers
    addressing: Addressing
    closing: Closing
    table: TableForm

    @field_validator("styles")
    @classmethod
    def _every_slot(cls, styles: Mapping[Slot, SlotStyle]) -> Mapping[Slot, SlotStyle]:
        _require(frozenset(Slot) - _NOT_ON_ALL, styles)
        return MappingProxyType(styles)

    @field_validator("letterhead")
    @classmethod
    def _own_slots(cls, letterhead: Letterhead, info: ValidationInfo) -> Letterhead:
        if "styles" in info.data:
            _require(letterhead.own_slots, info.data["styles"])
        return letterhead


def _require(slots: frozenset[Slot], styles: Mapping[Slot, SlotStyle]) -> None:
    missing = ", ".join(slot for slot in Slot if slot in slots and slot not in styles)
    if missing:
        raise refuse(field_rules.MISSING_KEY, f"Thiếu kiểu chữ cho: {missing}.", "Thêm mỗi chỗ một dòng.")


def profile_names() -> tuple[str, ...]:
    """The profiles that ship, in the order of their names."""
    shipped = (Path(entry.name) for entry in _SHIPPED.iterdir())
    return tuple(sorted(file.stem for file in shipped if file.suffix == ".yaml"))


def load_profile(name: str) -> FormatProfile:
    """The profile that ships under a name, such as `nd30`."""
    names = profile_names()
    if name not in names:
        raise ThiduaError(
            f"Không có bộ thể thức nào tên là “{name}”.", hint=f"Được dùng: {', '.join(names)}."
        )
    return read_profile(_SHIPPED.joinpath(f"{name}.yaml").read_bytes(), f"profiles/{name}.yaml")


def read_profile(content: bytes, path: str) -> FormatProfile:
    """The profile that a YAML file describes; the first thing wrong with it stops the command."""
    reading = read_yaml(content, path)
    profile, findings = validate(reading.data, FormatProfile) if reading.data is not None else (None, [])
    for finding in (*reading.findings, *findings):
        raise ThiduaError(finding.message, hint=finding.hint, at=finding.at)
    assert profile is not None, "a profile that was refused has a finding"
    return profile
