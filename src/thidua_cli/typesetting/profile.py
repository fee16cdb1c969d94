"""The form of a kind of paper as data: measures, styles, texts and patterns that the writer only follows."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from importlib import resources
from types import MappingProxyType
from typing import Literal

from pydantic import BaseModel, ConfigDict, field_validator

from thidua_cli.diagnostics import field_rules
from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.model.fields import Figure, Text, YesNo, refuse
from thidua_cli.reading.validation import validate
from thidua_cli.reading.yaml_source import read_yaml


class Slot(StrEnum):
    """Every place of a paper that has a style of its own."""

    NATIONAL = "national"
    MOTTO = "motto"
    SUPERIOR = "superior"
    ISSUER = "issuer"
    NUMBER = "number"
    PLACE_DATE = "place_date"
    KIND = "kind"
    SUBJECT = "subject"
    RULE = "rule"
    ADDRESSEE = "addressee"
    ADDRESSEES_LABEL = "addressees_label"
    ADDRESSEE_ITEM = "addressee_item"
    BASIS = "basis"
    BODY = "body"
    HEADING_1 = "heading_1"
    HEADING_2 = "heading_2"
    HEADING_3 = "heading_3"
    ITEM_1 = "item_1"
    ITEM_2 = "item_2"
    TABLE_CAPTION = "table_caption"
    TABLE_HEADER = "table_header"
    TABLE_GROUP = "table_group"
    TABLE_TEXT = "table_text"
    RECIPIENTS_LABEL = "recipients_label"
    RECIPIENT = "recipient"
    SIGNATURE = "signature"
    SIGNER = "signer"
    PAGE_NUMBER = "page_number"
    NOTICE = "notice"


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
    issuer_rule: Figure | None
    """Length of the rule under the issuer as a share of its longest line; None for no rule."""
    subject_rule: Figure | None
    """Length of the rule under the subject as a share of its longest line; None for no rule."""
    last_line_most: Figure
    """Neither of these two rules is longer than this share of the line right above it."""
    rule_weight: Figure
    """Thickness of the rules in points."""


class Patterns(_Part):
    """How the letterhead joins its parts."""

    number: Text
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


class Endings(_Part):
    """What closes each line of a list of lines, and the list itself."""

    line: Text
    last: Text


class Markers(_Part):
    """Numbers of headings and marks of items, literal text in front of the words."""

    heading_1: Text
    heading_2: Text
    heading_3: Text
    """With `{roman}`, `{arabic}` or `{letter}`."""
    item_1: Text
    item_2: Text


class Addressing(_Part):
    """`Kính gửi`."""

    one: Text
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
    basis: Endings
    markers: Markers
    addressing: Addressing
    closing: Closing
    table: TableForm

    @field_validator("styles")
    @classmethod
    def _every_slot(cls, styles: Mapping[Slot, SlotStyle]) -> Mapping[Slot, SlotStyle]:
        missing = ", ".join(slot for slot in Slot if slot not in styles)
        if missing:
            raise refuse(field_rules.MISSING_KEY, f"Thiếu kiểu chữ cho: {missing}.", "Thêm mỗi chỗ một dòng.")
        return MappingProxyType(styles)


def load_profile(name: str) -> FormatProfile:
    """The profile that ships under a name, such as `nd30`."""
    shipped = {entry.name: entry for entry in resources.files("thidua_cli.typesetting.profiles").iterdir()}
    file = shipped.get(f"{name}.yaml")
    if file is None:
        names = ", ".join(sorted(entry.removesuffix(".yaml") for entry in shipped if entry.endswith(".yaml")))
        raise ThiduaError(f"Không có bộ thể thức nào tên là “{name}”.", hint=f"Được dùng: {names}.")
    return read_profile(file.read_bytes(), f"profiles/{file.name}")


def read_profile(content: bytes, path: str) -> FormatProfile:
    """The profile that a YAML file describes; the first thing wrong with it stops the command."""
    reading = read_yaml(content, path)
    profile, findings = validate(reading.data, FormatProfile) if reading.data is not None else (None, [])
    for finding in (*reading.findings, *findings):
        raise ThiduaError(finding.message, hint=finding.hint, at=finding.at)
    assert profile is not None, "a profile that was refused has a finding"
    return profile
