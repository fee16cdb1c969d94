"""What every record is: frozen, strict about its keys, and aware of where it was written."""

from typing import TYPE_CHECKING, Any, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, model_validator

from thidua_cli.diagnostics import field_rules
from thidua_cli.diagnostics.finding import Location
from thidua_cli.diagnostics.written import WrittenMapping, place_of
from thidua_cli.model.fields import Text, refuse
from thidua_cli.model.quick_records import quick_record


class Record(BaseModel):
    """Frozen, refuses unknown keys, and knows where each of its values stands."""

    # Unknown keys are refused because a misspelt key would silently lose its value.
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    # A slot, for a private attribute of pydantic's takes as long to set as a small record to check.
    __slots__ = ("_written",)
    if TYPE_CHECKING:
        _written: WrittenMapping
        """Not set for a record in its short form."""

    @model_validator(mode="wrap")
    @classmethod
    def _remember(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        quick: Self | None = quick_record(cls, data)
        if quick is not None:
            return quick
        record = handler(cls.widen(data))
        if isinstance(data, WrittenMapping):
            object.__setattr__(record, "_written", data)  # the record is frozen
        return record

    @classmethod
    def widen(cls, data: Any) -> Any:
        """The full form of a record that may also be written in a short one; by default there is none."""
        return data

    @property
    def written(self) -> WrittenMapping:
        """The mapping that the record was read from, as it is written."""
        assert hasattr(self, "_written"), "a record in its short form was not written as a mapping"
        return self._written

    def placed_like(self, other: "Record") -> Self:
        """Itself as if it were written where the other record is."""
        if hasattr(other, "_written"):
            object.__setattr__(self, "_written", other._written)  # noqa: SLF001 - both are records
        return self

    def __copy__(self) -> Self:
        """A copy stands where the record stands."""
        copied = super().__copy__()
        if hasattr(self, "_written"):
            object.__setattr__(copied, "_written", self._written)
        return copied

    def at(self, *steps: str | int, key: bool = False) -> Location:
        """Where the value under the steps is written, with `key` its key, or without steps the record."""
        assert hasattr(self, "_written"), "a record in its short form has no place of its own; ask its parent"
        return place_of(self._written, *steps, key=key)


class Phrase(Record):
    """A record that is mostly its text, and may be written as the text alone."""

    text: Text

    @classmethod
    def widen(cls, data: Any) -> Any:
        if isinstance(data, str):
            return {"text": data}
        if isinstance(data, WrittenMapping) and len(data) == 1 and not data.keys() & cls._keys():
            raise refuse(
                field_rules.SHAPE,
                "Chỗ này phải là chữ nhưng bị hiểu là một khối vì có dấu hai chấm.",
                'Đặt cả giá trị trong dấu ngoặc kép "…".',
            )
        return data

    @classmethod
    def _keys(cls) -> set[str]:
        return {info.alias or name for name, info in cls.model_fields.items()}


class ListFile(Record):
    """A file that is a list from its first line on; its one field holds the list."""

    @classmethod
    def widen(cls, data: Any) -> Any:
        (name,) = cls.model_fields
        return {name: data}
