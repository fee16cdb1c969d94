"""Bases (số gốc): the figure of an earlier year that a result is measured from."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from thidua_cli.diagnostics import field_rules
from thidua_cli.model.fields import Figure, Text, read_text, refuse
from thidua_cli.model.record import Record


def read_year(value: Any) -> int:
    text = read_text(value)
    if not (text.isascii() and text.isdigit() and len(text) == 4 and text != "0000"):
        raise refuse(field_rules.PERIOD, f"“{text}” không phải là một năm.", "Viết bốn chữ số, ví dụ 2025.")
    return int(text)


class Base(Record):
    """The figure that a result is measured from."""

    year: Annotated[int, BeforeValidator(read_year)]
    value: Figure
    source: Text | None = None
