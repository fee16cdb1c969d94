"""Any .xlsx as cells with their addresses: numbers exactly as stored, formulas with what they came to.

The parts are read as a stream, and only what is written costs anything: a sheet may claim a million rows, or merge
them all, without taking time or memory. Names of elements are compared without their namespace, so that a workbook
saved as “Strict Open XML” reads alike.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from posixpath import join, normpath
from typing import Any
from zipfile import ZipFile

from lxml import etree

from thidua_cli.spreadsheets.cells import (
    Address,
    Area,
    Content,
    Fault,
    Number,
    ReadBook,
    ReadCell,
    ReadSheet,
    Uncomputed,
)
from thidua_cli.spreadsheets.number_formats import day_of_serial, shown_number, shows_date, shows_percent
from thidua_cli.spreadsheets.packages import opened_package, part, too_large

MOST_CELLS = 200_000
"""Cells of one sheet that hold anything; a form has some hundreds."""
MOST_AREAS = 10_000
"""Merged areas of one sheet."""
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})", re.ASCII)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TYPES = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_TYPES = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the format of a cell makes of a number."""

    as_date: bool = False
    as_percent: bool = False


@dataclass(frozen=True, slots=True)
class _Context:
    """What the cells of every sheet lean on."""

    strings: tuple[str, ...]
    formats: tuple[_Shown, ...]
    since_1904: bool

    def format(self, number: str | None) -> _Shown:
        place = int(number or 0)
        return self.formats[place] if place < len(self.formats) else _Shown()


def read_book(content: bytes) -> ReadBook:
    """Every sheet of the workbook; raises ThiduaError where the file is none, or cannot be read."""
    with opened_package(content) as package:
        workbook = _root(package, _workbook_of(package))
        names = set(package.namelist())
        targets = _related(package, _workbook_of(package))
        by_kind = {kind: target for kind, target in targets.values() if target in names}
        context = _Context(
            strings=_strings(package, by_kind.get("sharedStrings")),
            formats=_formats(package, by_kind.get("styles")),
            since_1904=any(
                element.get("date1904") in {"1", "true"} for element in _named(workbook, "workbookPr")
            ),
        )
        return ReadBook(
            tuple(
                _sheet(package, element, targets[key][1], context)
                for element in _named(workbook, "sheet")
                if (key := element.get(_TYPES) or element.get(_STRICT_TYPES) or "") in targets
                and targets[key][0] == "worksheet"
            )
        )


def _workbook_of(package: ZipFile) -> str:
    return dict(_related(package, "").values())["officeDocument"]


def _related(package: ZipFile, name: str) -> dict[str, tuple[str, str]]:
    """What a part points to, by the key of the relation: its kind and the name of the other part."""
    folder, _, own = name.rpartition("/")
    rels = join(folder, "_rels", f"{own}.rels")
    return {
        element.get("Id", ""): (
            element.get("Type", "").rpartition("/")[2],
            normpath(join("/", folder, element.get("Target", ""))).lstrip("/"),
        )
        for element in _named(_root(package, rels), "Relationship")
        if element.get("TargetMode") != "External"
    }


def _strings(package: ZipFile, name: str | None) -> tuple[str, ...]:
    return () if name is None else tuple(_stream(part(package, name), ("si",), _text_of))


def _formats(package: ZipFile, name: str | None) -> tuple[_Shown, ...]:
    if name is None:
        return ()
    styles = _root(package, name)
    codes = {
        int(element.get("numFmtId", "0")): element.get("formatCode", "")
        for element in _named(styles, "numFmt")
    }
    used = [
        int(element.get("numFmtId", "0"))
        for group in _named(styles, "cellXfs")
        for element in _named(group, "xf")
    ]
    return tuple(
        _Shown(shows_date(number, codes.get(number)), shows_percent(number, codes.get(number)))
        for number in used
    )


def _sheet(package: ZipFile, element: Any, name: str, context: _Context) -> ReadSheet:
    content = part(package, name)
    rows: dict[int, dict[int, ReadCell]] = {}
    place, count = Address(0, 0), 0
    areas: list[Area | None] = []
    # Both in one pass: a second one, for the areas alone, would build all rows once more.
    for row in _stream(content, ("row", "mergeCell"), lambda element: element):
        if etree.QName(row).localname == "mergeCell":
            areas.append(_area(row.get("ref", "")))
            continue
        place = Address(int(row.get("r") or place.row + 1), 0)
        cells: dict[int, ReadCell] = {}
        for written in _named(row, "c", deep=False):
            place = _address(written.get("r")) or Address(place.row, place.column + 1)
            cell = _cell(written, place, context)
            if cell is not None:
                cells[place.column] = cell
        if cells:
            rows.setdefault(place.row, {}).update(cells)
            count += len(cells)
        if count > MOST_CELLS:
            raise too_large()
    if len(areas) > MOST_AREAS:
        raise too_large()
    return ReadSheet(
        name=element.get("name", ""),
        rows={number: dict(sorted(rows[number].items())) for number in sorted(rows)},
        merged=tuple(area for area in areas if area is not None),
        is_hidden=element.get("state", "visible") != "visible",
    )


def _cell(written: Any, at: Address, context: _Context) -> ReadCell | None:
    formula = next((element.text or "" for element in _named(written, "f", deep=False)), None)
    value = next((element.text or "" for element in _named(written, "v", deep=False)), None)
    kind = written.get("t", "n")
    if kind == "inlineStr":
        value = "".join(_text_of(element) for element in _named(written, "is", deep=False))
    if value is None or (value == "" and kind not in {"str", "inlineStr"}):
        return None if formula is None else ReadCell(at, Uncomputed(), formula)
    content = _content(kind, value, context.format(written.get("s")), context)
    return None if content == "" and formula is None else ReadCell(at, content, formula)


def _content(kind: str, value: str, shown: _Shown, context: _Context) -> Content:
    match kind:
        case "s":
            return context.strings[int(value)]
        case "str" | "inlineStr":
            return _unescaped(value)
        case "b":
            return value.strip() in {"1", "true"}
        case "e":
            return Fault(value)
        case "d":
            return date.fromisoformat(value[:10])
        case _:
            number = shown_number(value)
    day = day_of_serial(number, since_1904=context.since_1904) if shown.as_date else None
    return Number(number, shown.as_percent) if day is None else day


def _text_of(element: Any) -> str:
    """The text of a string without its readings in another script."""
    texts = (
        text.text or "" for text in _named(element, "t") if text.getparent().tag.rpartition("}")[2] != "rPh"
    )
    return _unescaped("".join(texts))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _address(reference: str | None) -> Address | None:
    match = _REFERENCE.fullmatch(reference or "")
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return Address(int(match[2]), column)


def _area(reference: str) -> Area | None:
    first, _, last = reference.partition(":")
    start, end = _address(first), _address(last or first)
    return None if start is None or end is None else Area(start, end)


def _root(package: ZipFile, name: str) -> Any:
    return etree.fromstring(part(package, name), etree.XMLParser(resolve_entities=False, no_network=True))


def _named(element: Any, name: str, *, deep: bool = True) -> Iterator[Any]:
    yield from element.iter(f"{{*}}{name}") if deep else element.iterchildren(f"{{*}}{name}")


def _stream(content: bytes, names: tuple[str, ...], read: Callable[[Any], Any]) -> Iterator[Any]:
    """What is read from each element of these names; an element is forgotten once the next one is asked for."""
    events = etree.iterparse(
        BytesIO(content),
        events=("end",),
        tag=[f"{{*}}{name}" for name in names],
        resolve_entities=False,
        no_network=True,
    )
    for _, element in events:
        yield read(element)
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
