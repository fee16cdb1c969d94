"""What Word makes of a paper: the properties of each run and paragraph after defaults, styles and direct settings."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from reading_back import parts_of

_TOGGLES = ("b", "i")


@dataclass(frozen=True)
class Letters:
    """How a stretch of text is set."""

    text: str
    style: str
    fonts: frozenset[str]
    """The typefaces of the four scripts."""
    sizes: frozenset[str]
    """Half points, for Latin and for other scripts."""
    bold: bool
    italic: bool
    colour: str
    languages: frozenset[str]


class Reader:
    """Reads the parts of a .docx by the cascade of ECMA-376 part 1, 17.7.2."""

    def __init__(self, paper: bytes) -> None:
        self._parts = {
            name: parse_xml(content)
            for name, content in parts_of(paper).items()
            if name.startswith("word/") and name.endswith("xml")
        }
        styles = self._parts["word/styles.xml"]
        self._styles = {style.get(qn("w:styleId")): style for style in styles.findall(qn("w:style"))}
        self._defaults: Any = styles.find(qn("w:docDefaults"))

    def letters(self) -> Iterator[Letters]:
        """Every stretch of text in the body, in headers and footers, and in notes."""
        for name, part in self._parts.items():
            if name == "word/styles.xml":
                continue
            for paragraph in part.iter(qn("w:p")):
                for run in paragraph.findall(qn("w:r")):
                    text = "".join(t.text or "" for t in run.findall(qn("w:t")))
                    if text:
                        yield self._letters(text, paragraph, run)

    def paragraph(self, paragraph: Any) -> dict[str, dict[str, str]]:
        """The attributes of the properties of a paragraph, the nearest setting of each."""
        layers = [self._defaults.find(f"{qn('w:pPrDefault')}/{qn('w:pPr')}")]
        layers += [style.find(qn("w:pPr")) for style in self._chain(self._style_of(paragraph))]
        layers.append(paragraph.find(qn("w:pPr")))
        return _merged(layers)

    def _letters(self, text: str, paragraph: Any, run: Any) -> Letters:
        style, own = self._style_of(paragraph), run.find(qn("w:rPr"))
        character = None if own is None else own.find(qn("w:rStyle"))
        layers = [self._defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")]
        layers += [each.find(qn("w:rPr")) for each in self._chain(style)]
        if character is not None:
            layers += [each.find(qn("w:rPr")) for each in self._chain(character.get(qn("w:val")))]
        layers.append(own)
        found = _merged(layers)
        on = {tag: tag in found and found[tag].get("val", "1") not in {"0", "false"} for tag in _TOGGLES}
        return Letters(
            text,
            style,
            frozenset(found["rFonts"].values()) if len(found["rFonts"]) == 4 else frozenset(),
            frozenset((found["sz"]["val"], found["szCs"]["val"])),
            on["b"],
            on["i"],
            found["color"]["val"],
            frozenset(found["lang"].values()),
        )

    def _style_of(self, paragraph: Any) -> str:
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return "Normal" if named is None else str(named.get(qn("w:val")))

    def _chain(self, style: str) -> list[Any]:
        """The style and those that it is based on, the farthest first."""
        found = self._styles[style]
        based = found.find(qn("w:basedOn"))
        return [*([] if based is None else self._chain(str(based.get(qn("w:val"))))), found]


def _merged(layers: list[Any]) -> dict[str, dict[str, str]]:
    merged: dict[str, dict[str, str]] = {}
    for layer in layers:
        for child in () if layer is None else layer:
            tag = child.tag.rpartition("}")[2]
            merged.setdefault(tag, {}).update({k.rpartition("}")[2]: v for k, v in child.attrib.items()})
            if not child.attrib:
                merged[tag] = {}
    return merged
