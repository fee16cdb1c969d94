"""Overrides: the verdict that a person gives in the place of the computed one, with the reason."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, model_validator

from thidua_cli.diagnostics import field_rules
from thidua_cli.model.fields import Day, Figure, PeriodField, Text, one_of, refuse
from thidua_cli.model.record import Record

DeclaredVerdict = Annotated[
    Literal["exceeded", "met", "not-met", "not-judged"],
    BeforeValidator(one_of("exceeded", "met", "not-met", "not-judged")),
]


class Override(Record):
    """What a named person says a target came to; the computed verdict stays beside it."""

    as_of: Day
    """The figures known by this day were judged."""
    verdict: DeclaredVerdict
    because: Text
    by: Text
    """Who says so."""
    on: Day
    """When it was said; a board of an earlier day does not see it."""
    figure: Figure | None = None
    """The figure that was judged, as the person saw it; None for what had been computed by `as_of`."""
    period: PeriodField | None = None
    """Of a target that every year must meet: the year; None for the target as a whole."""

    @model_validator(mode="after")
    def _judges_what_was_known(self) -> Self:
        if self.on < self.as_of:
            raise refuse(
                field_rules.COMBINATION,
                "Ngày đánh giá (on) đứng trước ngày chốt số liệu (as_of).",
                "Xem lại hai ngày: số liệu được chốt trước, đánh giá sau.",
            )
        return self

    def concerns(self, year: date | None) -> bool:
        """Whether it is about the year that ends on the day, or without one about the target as a whole."""
        if year is None or self.period is None:
            return year is None and self.period is None
        return self.period.start.year == year.year

    def fits(self, actual: Fraction) -> bool:
        """Whether the figure that was judged is this one, with the decimal places that it was written with."""
        assert self.figure is not None, "only an override with a figure can be compared"
        exponent = self.figure.as_tuple().exponent
        assert isinstance(exponent, int), "figures are finite"
        return 2 * abs(actual - Fraction(self.figure)) <= Fraction(Decimal(1).scaleb(exponent))
