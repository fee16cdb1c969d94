"""Read back as Word would read it, every part of a paper has the form of its profile, and no value is idle."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from docx.oxml.ns import qn
from effective import Reader
from papers import (
    LETTER_FRAME,
    MARKS,
    NOTICE,
    PARTY_FRAME,
    PLAN_BLOCKS,
    PLAN_FRAME,
    SENTENCE,
    letter,
    noted,
    plan,
    report,
    target_table,
    words,
)
from pydantic import BaseModel
from reading_back import opened

from thidua_cli.typesetting.docx_styles import style_id
from thidua_cli.typesetting.docx_units import half_points, point_twips, twips
from thidua_cli.typesetting.docx_writer import write_docx
from thidua_cli.typesetting.profile import FormatProfile, load_profile, profile_names
from thidua_cli.typesetting.profile_parts import ProfilePart
from thidua_cli.typesetting.slots import Slot
from thidua_cli.typesetting.tree import Block, Heading, Item, Marks, Paragraph, Part, Run, Signature

FORMS = pytest.mark.parametrize("form", profile_names())
MANY = tuple(words(f"Nơi thứ {number}") for number in range(60))
UNNUMBERED = replace(LETTER_FRAME, number=None, date=None, year=None, issuer_symbol=None, drafter_symbol=None)
SUBMISSION = replace(
    LETTER_FRAME, kind="Tờ trình", kind_symbol="TTr", submission=True, marks=Marks(draft=2), notice=NOTICE
)
LEVELS: tuple[Block, ...] = (
    Part(words("phần")),
    *(Heading(level, words("a")) for level in (1, 2, 3)),
    *(Item(level, words("b")) for level in (1, 2)),
)
BLANK = Paragraph((Run("bao nhiêu", blank=True),))
PAPERS = {
    "note": plan((Paragraph((Run("một", note=words("hai")),)), BLANK)),
    "plan": plan((*PLAN_BLOCKS, replace(target_table(4), landscape=True), *LEVELS)),
    "party": plan(frame=PARTY_FRAME),
    "noted": noted("một", "hai"),
    "report": report((target_table(3),)),
    "letter": letter(),
    "one": letter(replace(LETTER_FRAME, addressees=LETTER_FRAME.addressees[:1])),
    "unnumbered": letter(UNNUMBERED),
    "submission": plan(
        (Paragraph(words(SENTENCE)),), replace(SUBMISSION, addressees=LETTER_FRAME.addressees[:1])
    ),
    "submission-of-several": plan(frame=SUBMISSION),
    "one-appendix": plan((*PLAN_BLOCKS[:3], letter().blocks[2])),
    "many": plan(
        frame=replace(PLAN_FRAME, recipients=MANY, issuer=("Sở", "Sở Văn hóa, Thể thao và Du lịch"))
    ),
    "joint": plan(
        frame=replace(
            PLAN_FRAME,
            joint_issuers=(("Sở Nội vụ",),),
            joint_symbols=("SNV",),
            joint_signatures=(Signature(name="Ai đó"),),
        )
    ),
    "marked": plan(frame=replace(PLAN_FRAME, marks=replace(MARKS, two_sided=True))),
    "urgent": letter(replace(LETTER_FRAME, marks=Marks(urgency="urgent", drafter="Pl"))),
    "express": report((Paragraph(words(SENTENCE)),), Marks(urgency="express", contact=MARKS.contact)),
}


MIXED = {"Body", "Heading2", "Footnote", "Addressee"}
"""Slots whose words may be set apart: bold, italic or run in."""
IDLE = {
    # The words of citations are the documents' own matter.
    "nd30": {"patterns.citation"},
    # Papers of the Party have no short rules.
    "dang-hd05": {"patterns.citation", "letterhead.last_line_most"},
}
WITHOUT_EFFECT = {
    # Slots that hold no letters, and figures or signs that have no capitals.
    *(f"{slot}.capitals" for slot in (Slot.RULE, Slot.ISSUER_MARK, Slot.SUBJECT_MARK, Slot.PAGE_NUMBER)),
}


@cache
def written(name: str, form: str) -> bytes:
    return write_docx(PAPERS[name], load_profile(form))


@FORMS
@pytest.mark.parametrize("name", PAPERS)
def test_every_word_is_set_as_its_slot_says(name: str, form: str) -> None:
    profile = load_profile(form)
    slots = {style_id(slot): style for slot, style in profile.styles.items()}
    for align in ("Center", "Right"):
        slots[f"TableText{align}"] = profile.styles[Slot.TABLE_TEXT]

    for letters in Reader(written(name, form)).letters():
        style = slots[letters.style]
        assert letters.fonts == {"Times New Roman"}, letters
        assert letters.languages == {"vi-VN"}, letters
        assert letters.colour == (style.colour or "000000"), letters
        assert letters.sizes == {str(half_points(style.size))}, letters
        if letters.style not in MIXED:
            assert (letters.bold, letters.italic) == (style.bold, style.italic), letters


@FORMS
@pytest.mark.parametrize("name", PAPERS)
def test_every_paragraph_is_spaced_as_its_slot_says(name: str, form: str) -> None:
    slots = {style_id(slot): style for slot, style in load_profile(form).styles.items()}
    paper, reader = opened(written(name, form)), Reader(written(name, form))
    jc = {"left": "left", "center": "center", "right": "right", "justify": "both"}

    read = [
        (slots[p.pPr.style], reader.paragraph(p))
        for p in paper.element.body.iter(qn("w:p"))
        if known(p, slots)
    ]

    assert len(read) > 10
    for style, found in read:
        line = round(style.lines * 240) if style.exactly is None else point_twips(style.exactly)
        assert found["spacing"] == {
            "before": str(point_twips(style.before)),
            "after": str(point_twips(style.after)),
            "line": str(line),
            "lineRule": "auto" if style.exactly is None else "exact",
        }
        assert found["jc"]["val"] == jc[style.align]
        first = "hanging" if style.first_line < 0 else "firstLine"
        assert found["ind"][first] == str(abs(twips(style.first_line)))


def known(paragraph: Any, slots: Mapping[str, object]) -> bool:
    return paragraph.pPr is not None and paragraph.pPr.style in slots


@FORMS
def test_columns_rules_and_tables_have_the_measures_of_the_profile(form: str) -> None:
    profile = load_profile(form)
    head, closing, table = profile.letterhead, profile.closing, profile.table
    paper = opened(written("party", form))
    body = paper.element.body

    opening, data, below = body.findall(qn("w:tbl"))
    assert grid(opening) == [twips(head.left), twips(head.right)]
    assert grid(below) == [twips(profile.page.text_width() - closing.right), twips(closing.right)]
    assert sum(grid(data)) == twips(profile.page.text_width())
    [height] = below.iter(qn("w:trHeight"))
    assert height.get(qn("w:val")) == str(twips(closing.height))
    gaps = {top.get(qn("w:w")) for margin in below.iter(qn("w:tcMar")) for top in margin}
    assert gaps == {str(point_twips(closing.gap))}
    [style] = [s for s in paper.styles.element if s.get(qn("w:styleId")) == "DataTable"]
    borders, margins = style.find(qn("w:tblPr"))
    assert {edge.get(qn("w:sz")) for edge in borders} == {str(round(table.line * 8))}
    assert margins.find(qn("w:left")).get(qn("w:w")) == str(twips(table.padding))
    weights = {line.get("w") for line in body.iter("{*}ln")}
    assert weights == {str(round(head.rule_weight * 12700))}


def grid(table: Any) -> list[int]:
    return [int(column.get(qn("w:w"))) for column in table.find(qn("w:tblGrid"))]


@pytest.mark.parametrize("form", IDLE)
def test_no_value_of_a_profile_is_idle(form: str) -> None:
    profile = load_profile(form)

    idle = [path for path, others in variants(profile) if not any(tells(other, form) for other in others)]

    assert set(idle) == IDLE[form]


def tells(profile: FormatProfile, form: str) -> bool:
    """Whether some paper comes out otherwise in this form than in the one that ships."""
    return any(write_docx(paper, profile) != written(name, form) for name, paper in PAPERS.items())


def variants(profile: FormatProfile) -> Iterator[tuple[str, list[FormatProfile]]]:
    """Each value's path, and the profile with other values there."""
    for name in FormatProfile.model_fields:
        value = getattr(profile, name)
        if name == "styles":
            for slot, style in value.items():
                for path, others in changed(style, slot):
                    yield (
                        f"styles.{path}",
                        [profile.model_copy(update={name: {**value, slot: o}}) for o in others],
                    )
        elif isinstance(value, ProfilePart):
            for path, others in changed(value, name):
                yield path, [profile.model_copy(update={name: other}) for other in others]
        else:
            yield name, [profile.model_copy(update={name: f"{value}x"})]


def changed(part: BaseModel, path: str) -> Iterator[tuple[str, list[BaseModel]]]:
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, ProfilePart):
            for inner, others in changed(value, f"{path}.{name}"):
                yield inner, [part.model_copy(update={name: other}) for other in others]
        elif value is not None and not isinstance(value, tuple) and f"{path}.{name}" not in WITHOUT_EFFECT:
            if name == "lines" and getattr(part, "exactly", None) is not None:
                continue
            yield f"{path}.{name}", [part.model_copy(update={name: other}) for other in others_than(value)]


def others_than(value: object) -> list[object]:
    match value:
        case bool():
            return [not value]
        case Decimal() | int():
            return [value + 1, value + 1000, value * 0]
        case "left" | "center" | "right" | "justify":
            return ["right" if value == "left" else "left"]
        case _:
            return [f"{value}x"]
