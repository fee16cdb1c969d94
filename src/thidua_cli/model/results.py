"""Results: one entry for each report that a unit handed in."""

from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from thidua_cli.diagnostics import field_rules
from thidua_cli.model.fields import (
    ById,
    Day,
    Figure,
    Many,
    PeriodField,
    Text,
    YesNo,
    check_pair,
    one_of,
    refuse,
)
from thidua_cli.model.record import ListFile, Record

TaskState = Annotated[
    Literal["done", "under-way", "not-started", "kept", "broken"],
    BeforeValidator(one_of("done", "under-way", "not-started", "kept", "broken")),
]
_STATES = frozenset(("done", "under-way", "not-started", "kept", "broken"))


def _said(data: Any) -> Any:
    """What is said about a target or a task; a blank says nothing, least of all zero."""
    if data is None:
        hint = "Điền số liệu hoặc trạng thái; chưa có thì xóa dòng này, không ghi 0."
        raise refuse(field_rules.EMPTY, "Chỗ này còn để trống.", hint)
    return data


class ReportedValue(Record):
    """A figure as it was reported; written as a number alone where nothing else is to be said."""

    value: Figure | None = None
    of: Many[Figure] = ()
    """Numerator and denominator of a share: `[14, 53]`; a rank and the number ranked: `[27, 34]`."""
    estimate: YesNo = False
    """`ước thực hiện`."""
    cumulative: YesNo = False
    """Whether the figure counts from the beginning of the year, not of the period."""
    base: Figure | None = None
    """The figure of the same period of the year before."""
    text: Text | None = None
    """As the report words it: `Xuất siêu`; beside the figure, or alone where there is none."""
    unit: Text | None = None
    """The unit of measure of the report, which must be the target's."""
    note: Text | None = None

    @classmethod
    def widen(cls, data: Any) -> Any:
        return {"value": data} if isinstance(data, str) else _said(data)

    @model_validator(mode="after")
    def _one_figure(self) -> Self:
        both, neither = self.value is not None and self.of, self.value is None and not self.of
        if both or (neither and self.text is None):
            raise refuse(
                field_rules.COMBINATION,
                "Số liệu phải có một con số (value) hoặc một cặp tử số, mẫu số (of).",
                "Viết value: 70, hoặc of: [14, 53]; chỉ có lời thì viết text.",
            )
        if self.of:
            check_pair(self.of, "[14, 53]")
        return self

    @property
    def is_words(self) -> bool:
        """Whether it was reported in words alone."""
        return self.value is None and not self.of

    @property
    def fraction(self) -> tuple[Decimal, Decimal] | None:
        """Numerator and denominator, where the figure was reported as such."""
        return (self.of[0], self.of[1]) if self.of else None


class ReportedState(Record):
    """The state of a task or a milestone as it was reported; written as the state alone where that says all."""

    state: TaskState
    shown_by: Text | None = None
    """What shows it: a document, a decision."""
    on: Day | None = None
    note: Text | None = None

    @classmethod
    def widen(cls, data: Any) -> Any:
        return {"state": data} if isinstance(data, str) else _said(data)


def _form(data: Any) -> str:
    if isinstance(data, dict):
        return "as-state" if "state" in data else "as-figure"
    return (
        "as-state"
        if isinstance(data, ReportedState) or (isinstance(data, str) and data in _STATES)
        else "as-figure"
    )


Reported = Annotated[
    Annotated[ReportedValue, Tag("as-figure")] | Annotated[ReportedState, Tag("as-state")],
    Discriminator(_form),
]
"""What is said about a target: a figure, or of a milestone its state."""


class ResultEntry(Record):
    """What one report said: a header once, then values by target and states by task."""

    period: PeriodField
    """What the values are about."""
    as_of: Day
    """The day from which they were known."""
    source: Text
    revises: Text | None = None
    """The source of the entry that this one corrects; both stay, the newer counts from its day on."""
    values: ById[Reported] = Field(default_factory=dict)
    tasks: ById[ReportedState] = Field(default_factory=dict)


class ResultFile(ListFile):
    """The file `results/<unit>.yaml`: a list of entries."""

    entries: Many[ResultEntry]
