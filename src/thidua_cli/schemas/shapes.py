"""Records to JSON Schema (draft 2020-12): every key, type and choice is read off the record itself."""

from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BeforeValidator, Discriminator
from pydantic.fields import FieldInfo

from thidua_cli.model.fields import one_of, read_entries, read_items, read_one_or_many
from thidua_cli.model.record import ListFile, Record
from thidua_cli.schemas.scalars import IDENTIFIER, NARROWED, SCALARS, Schema, choice, or_nothing, something
from thidua_cli.schemas.texts import as_editors_read, explainer_of, key_text, text_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_KIND = "kind"
"""The key that tells the kinds of target apart."""
_PROBE = "…"
"""Stands for a value in the question which key a record in its short form has."""


def schema_of(record: type[Record]) -> Schema:
    """The schema of a file that holds such a record.

    Raises KeyError for a key without a text, TypeError for a value that is read in a way not known here.
    """
    return _Drawing().file(record)


class _Drawing:
    """One schema while it is drawn; records and the keys that several share are drawn once and referred to by name."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def file(self, record: type[Record]) -> Schema:
        top = self._list_file(record) if issubclass(record, ListFile) else self._record(record)
        return {"$schema": DIALECT, **_words_of(record), **top, "$defs": self.definitions}

    def _list_file(self, record: type[ListFile]) -> Schema:
        [info] = _fields(record).values()
        return self._field(info)

    def _record(self, record: type[Record]) -> Schema:
        """A reference to the record, which is drawn on the way."""
        name = record.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a record may hold others of its kind
            self.definitions[name] = self._drawn(record)
        return _reference(name)

    def _drawn(self, record: type[Record]) -> Schema:
        fields = _fields(record)
        full = {
            "type": "object",
            "properties": {key: self._property(record, key, info) for key, info in fields.items()},
            "required": [key for key, info in fields.items() if info.is_required()],
            "additionalProperties": False,
        }
        short = _short_form(record)
        if short is None:
            return {**_words_of(record), **full}
        return {**_words_of(record), "anyOf": [something(self._field(fields[short])), full]}

    def _property(self, record: type[Record], key: str, info: FieldInfo) -> Schema:
        text = key_text(record, key)
        words = {"title": text.title, "description": text.description}
        if key == _KIND and _is_told_by_kind(record):
            # The kinds are explained once for all; the example of each is its own word.
            return {**words, "examples": [_kind(record)], **self._field(info)}
        drawn = {**words, "examples": [as_editors_read(text.example)], **self._field(info)}
        shared = f"{explainer_of(record, key)}.{key}"
        if shared.startswith(f"{record.__name__}.") or self.definitions.setdefault(shared, drawn) != drawn:
            return drawn
        return _reference(shared)

    def _field(self, info: FieldInfo) -> Schema:
        return self._value(info.annotation, tuple(info.metadata))

    def _value(self, annotation: Any, metadata: tuple[Any, ...] = ()) -> Schema:
        """The schema of a value with this annotation; the metadata are those around it, the innermost first."""
        if get_origin(annotation) is Annotated:
            inner, *marks = get_args(annotation)
            return self._value(inner, (*marks, *metadata))
        readers: list[Any] = [mark.func for mark in metadata if isinstance(mark, BeforeValidator)]
        reader = readers[0] if readers else None
        if not NARROWED.keys() >= set(readers[1:]):
            raise _unknown(annotation, readers[1:])
        drawn = dict(SCALARS[reader]) if reader in SCALARS else self._built(annotation, reader, metadata)
        return drawn | {key: bound for outer in readers[1:] for key, bound in NARROWED[outer].items()}

    def _built(self, annotation: Any, reader: Any, metadata: tuple[Any, ...]) -> Schema:
        """The schema of what is made of other values."""
        if isinstance(annotation, type) and issubclass(annotation, Record):
            return self._record(annotation)
        parts = get_args(annotation)
        match get_origin(annotation):
            case origin if origin in {Union, UnionType} and reader is None:
                return self._union(parts, metadata)
            case origin if origin is Literal and (reader is None or _is_of_choices(reader)):
                return choice(parts)
            case origin if origin is tuple and reader is read_items:
                return {"type": ["array", "null"], "items": self._value(parts[0])}
            case origin if origin is tuple and reader is read_one_or_many:
                one = self._value(parts[0])
                return {"anyOf": [one, {"type": ["array", "null"], "items": one}]}
            case origin if origin is dict and reader is read_entries:
                return {
                    "type": ["object", "null"],
                    "propertyNames": {"pattern": IDENTIFIER["pattern"]},
                    "additionalProperties": self._value(parts[1]),
                }
        raise _unknown(annotation, reader)

    def _union(self, parts: tuple[Any, ...], metadata: tuple[Any, ...]) -> Schema:
        present = [part for part in parts if part is not type(None)]
        records = [_bare(part) for part in present]
        if any(isinstance(mark, Discriminator) for mark in metadata) and all(map(_is_told_by_kind, records)):
            drawn = self._kinds(records)
        elif len(present) == 1:
            drawn = self._value(present[0])
        else:
            drawn = {"anyOf": [self._value(part) for part in present]}
        return or_nothing(drawn) if len(present) < len(parts) else drawn

    def _kinds(self, records: list[type[Record]]) -> Schema:
        """One of several records, told apart by `kind`, so that an editor speaks of the one that is meant."""
        default = next(
            (_kind(record) for record in records if not _fields(record)[_KIND].is_required()), None
        )
        text = key_text(records[0], _KIND)
        kind = {"title": text.title, "description": text.description, **choice(tuple(map(_kind, records)))}
        return {
            "type": "object",
            "properties": {_KIND: kind},
            "required": [] if default else [_KIND],
            "allOf": [
                {
                    "if": {
                        "properties": {_KIND: {"const": _kind(record)}},
                        # Without the key, only the default is meant.
                        "required": [] if _kind(record) == default else [_KIND],
                    },
                    "then": self._record(record),
                }
                for record in records
            ],
        }


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _words_of(record: type[Record]) -> Schema:
    text = text_of(record)
    return {"title": text.title, "description": text.description}


def _fields(record: type[Record]) -> dict[str, FieldInfo]:
    """The fields by the key that people write."""
    record.model_rebuild()  # a record that holds others of its kind names them by a string
    return {info.alias or name: info for name, info in record.model_fields.items()}


def _short_form(record: type[Record]) -> str | None:
    """The key whose value may stand for the record, if there is one."""
    widened = record.widen(_PROBE)
    return next(iter(widened)) if isinstance(widened, dict) else None


def _unknown(annotation: Any, reader: Any) -> TypeError:
    return TypeError(f"no schema for {annotation} as read by {reader}: say it in schemas/scalars.py")


def _is_of_choices(reader: Any) -> bool:
    """Whether it is a reader that `one_of` made, which takes the words of its Literal and no other."""
    return bool(reader.__qualname__.startswith(f"{one_of.__qualname__}."))


def _bare(part: Any) -> Any:
    return get_args(part)[0] if get_origin(part) is Annotated else part


def _is_told_by_kind(record: Any) -> bool:
    return isinstance(record, type) and issubclass(record, Record) and len(_kinds_of(record)) == 1


def _kinds_of(record: type[Record]) -> tuple[str, ...]:
    info = _fields(record).get(_KIND)
    return get_args(info.annotation) if info and get_origin(info.annotation) is Literal else ()


def _kind(record: type[Record]) -> str:
    """The one word that the record has as its kind."""
    (word,) = _kinds_of(record)
    return word
