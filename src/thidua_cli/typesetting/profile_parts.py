"""The parts of a format profile: each a group of values that belong together."""

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

from thidua_cli.model.fields import Figure, Text, YesNo
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.text_width import broken_lines, even_width, text_width


class ProfilePart(BaseModel):
    """What all parts of a profile have in common: nothing changes, nothing unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Page(ProfilePart):
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
    mirrored: YesNo
    """On the back of a sheet that is printed on both sides, the left and the right margin change places."""

    def text_width(self, *, landscape: bool = False) -> Decimal:
        """What the margins leave of a sheet that stands upright or lies across."""
        return (self.height if landscape else self.width) - self.left - self.right


class SlotStyle(ProfilePart):
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
    colour: Text | None = None
    """As six hexadecimal digits; None for black."""
    framed: Figure | None = None
    """A thin line runs round the paragraph, this many points away; None for no line."""
    ruled: Figure | None = None
    """A thin line runs above the paragraph, this many points away; None for no line."""

    def letters(self, text: str) -> str:
        """The text in the letters in which this slot sets it."""
        return text.upper() if self.capitals else text

    def width_of(self, text: str) -> Decimal:
        """Millimetres of the text on one line of this slot."""
        return text_width(self.letters(text), self.size, bold=self.bold)

    def line_widths(self, text: str, available: Decimal) -> tuple[Decimal, ...]:
        """The widths of the lines into which the text falls when `available` millimetres are there."""
        return broken_lines(self.letters(text), self.size, available, bold=self.bold)

    def even_width(self, text: str, available: Decimal) -> Decimal:
        """The least width in which the text takes no more lines than in `available`."""
        return even_width(self.letters(text), self.size, available, bold=self.bold)


class OpeningLine(ProfilePart):
    """A fixed line at the top right of the first page."""

    slot: Slot
    text: Text
    rule: Figure | None = None
    """Length of the rule below as a share of the text; None for no rule."""


class Letterhead(ProfilePart):
    """The two columns at the top of the first page and the title below them."""

    left: Figure
    right: Figure
    """Widths of the columns in millimetres."""
    national: tuple[OpeningLine, ...]
    issuer_rule: Figure | None = None
    """Length of the rule under the issuer as a share of its longest line; None for no rule."""
    issuer_mark: Text | None = None
    """A line of characters there, as `*`."""
    joint: Text
    """What joins the names of those who issue a paper together."""
    draft: Text
    """The line under the number of a draft, with `{number}`."""
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


class Patterns(ProfilePart):
    """How parts of a line are joined."""

    number: Text
    """With `{identifier}`."""
    identifier: Text
    """How number and symbol are joined."""
    symbol: Text
    """How type and issuer are joined to the symbol; a paper of an issuer without one has only its type."""
    joint_symbols: Text
    """What joins the symbols of those who issue a paper together."""
    number_digits: int
    """A shorter number is filled up with zeros."""
    date: Text
    """With `{place}` and `{day}`, which is put as `day` says."""
    day: Text
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


class Letter(ProfilePart):
    """What sets a công văn apart from papers with a type: its subject stands under its number."""

    name: Text
    """What it is called where another paper would be called by its type."""
    subject: Text
    symbol: Text
    """With `{kind}`, `{issuer}` and `{drafter}`."""
    symbol_undrafted: Text
    """The same for a letter of a body that has no divisions."""


class Endings(ProfilePart):
    """What closes each line of a list of lines, and the list itself."""

    line: Text
    last: Text


class Basis(Endings):
    """The `Căn cứ` lines."""

    item: Text


class Markers(ProfilePart):
    """Numbers of headings and marks of items, literal text in front of the words."""

    part: Text
    """With `{roman}` or `{arabic}`."""
    heading_1: Text
    heading_2: Text
    heading_3: Text
    """With `{roman}`, `{arabic}` or `{letter}`; `{parent}` is the number of the heading above."""
    item_1: Text
    item_2: Text


class Addressing(ProfilePart):
    """`Kính gửi`."""

    label: Text
    submission_label: Text
    """The same on a paper that asks its addressee to decide."""
    one: Text
    """With `{label}` and `{text}`."""
    label_italic: YesNo
    """Of `one`, the words before the name; `several` has a style of its own."""
    several: Text
    """With `{label}`."""
    item: Text
    endings: Endings
    letters_only: YesNo
    """Papers with a type have no such lines, but for submissions; their addressees are recipients like others."""


class Closing(ProfilePart):
    """What stands below the body: recipients on the left, signature on the right."""

    right: Figure
    """Width of the column of the signature in millimetres; the recipients have the rest."""
    height: Figure
    """At least this high, in millimetres, so that there is room for a hand signature."""
    recipients_together: Figure
    """A list of recipients that is higher, in millimetres, may run over the end of a page."""
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
    drafter: Text
    """The line below the recipients, with `{drafter}`."""
    drafter_with_copies: Text
    """The same with `{copies}`."""


class UrgencyMark(ProfilePart):
    """A degree of urgency."""

    text: Text
    width: Figure | None = None
    """Of the frame round it in millimetres; None where there is none."""


class UrgencyForm(ProfilePart):
    """The degrees of urgency."""

    urgent: UrgencyMark
    very_urgent: UrgencyMark
    express: UrgencyMark


class ContactForm(ProfilePart):
    """Address, telephone and the like of the issuer."""

    on: Literal["first-page", "last-page"]
    """Below the text area of the first page, or below the signature on the last."""


class AppendixForm(ProfilePart):
    """What stands above an appendix."""

    label: Text
    label_of_several: Text
    """With `{roman}` or `{arabic}`."""
    origin: Text
    """The paper that it belongs to, with `{kind}`, `{identifier}`, `{day}` and `{issuer}`."""
    day: Text
    rule: Figure | None = None
    """Length of the rule below as a share of the longest line above it; None for no rule."""
    mark: Text | None = None
    """A line of characters there, as `-----`."""


class TableForm(ProfilePart):
    """Data tables: padding in millimetres, lines in points."""

    padding: Figure
    line: Figure
