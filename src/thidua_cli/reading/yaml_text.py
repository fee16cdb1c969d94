"""Data as the YAML that a person would have written: plain where that is safe, in double quotes where it is not."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

Data = str | None | Mapping[str, "Data"] | Sequence["Data"]

_PLAIN = re.compile(r"[^\W_](?:[\w ().;/%“”’–&+-]*[\w).;/%”’+])?")
_PLAIN_OUTSIDE_BRACKETS = re.compile(r"[^\W_](?:[\w ().,;/%“”’–&+-]*[\w).,;/%”’+])?")
_STEP = 2


def scalar_text(text: str | None, *, flow: bool = False) -> str:
    """One value; within brackets a comma must be quoted."""
    if text is None:
        return "null"
    plain = _PLAIN if flow else _PLAIN_OUTSIDE_BRACKETS
    return text if plain.fullmatch(text) and text != "null" else _quoted(text)


def flow_text(data: Data) -> str:
    """The data in one line: `{status: registered, on: 2026-02-01}`, `[19-KH]`."""
    match data:
        case None | str():
            return scalar_text(data, flow=True)
        case Mapping():
            inner = (f"{scalar_text(key, flow=True)}: {flow_text(value)}" for key, value in data.items())
            return f"{{{', '.join(inner)}}}"
        case _:
            return f"[{', '.join(flow_text(item) for item in data)}]"


def item_lines(item: Data, indent: int) -> list[str]:
    """An item of a list whose dashes stand at that indent."""
    if not isinstance(item, Mapping) or not item:
        text = scalar_text(item) if isinstance(item, str) else flow_text(item)
        return [f"{' ' * indent}- {text}"]
    first, *rest = _mapping_lines(item, indent + _STEP)
    return [f"{' ' * indent}- {first.lstrip()}", *rest]


def _mapping_lines(mapping: Mapping[str, Data], indent: int) -> Iterator[str]:
    for key, value in mapping.items():
        name = f"{' ' * indent}{scalar_text(key, flow=True)}:"
        match value:
            case None:
                yield name
            case str():
                yield f"{name} {scalar_text(value)}"
            case Mapping() if value:
                yield name
                yield from _mapping_lines(value, indent + _STEP)
            case Sequence() if any(not isinstance(item, str | None) for item in value):
                yield name
                for item in value:
                    yield from item_lines(item, indent + _STEP)
            case _:
                yield f"{name} {flow_text(value)}"


def _quoted(text: str) -> str:
    """The text as JSON quotes it, which YAML reads alike; what cannot be seen is spelt out."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if c == " " or c.isprintable() else _escape(ord(c)) for c in quoted)


def _escape(code: int) -> str:
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
