"""A form as a workbook: four sheets to fill in, one that explains, and one that is hidden."""

from collections.abc import Iterator
from datetime import date

from thidua_cli.documents.phrases import limit_in_table, limit_with_unit
from thidua_cli.forms import columns, styles
from thidua_cli.forms.asking import Asked, Form, counts_over_time
from thidua_cli.forms.columns import ANSWERS, FIGURES, INITIATIVES, LEVEL, STATES, Field
from thidua_cli.forms.facts import STATE_WORDS, Facts, fact_words
from thidua_cli.forms.frame import framed, grouped, title_of
from thidua_cli.forms.guidance import guidance_sheet, guide_to
from thidua_cli.forms.identity import hidden_sheet
from thidua_cli.forms.prose import typed_from
from thidua_cli.model.initiatives import Author, Initiative
from thidua_cli.model.target_sheets import Task
from thidua_cli.model.targets.changes import PREVIOUS_YEAR, ChangeTarget, ReductionTarget
from thidua_cli.model.targets.qualitative import QualitativeTarget
from thidua_cli.model.targets.ranks import RankTarget
from thidua_cli.model.targets.shares import ShareTarget
from thidua_cli.progress.initiative_words import STATE_WORDS as INITIATIVE_WORDS
from thidua_cli.spreadsheets.book import Book, Cell, Row, Sheet
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.numbers import figure
from thidua_cli.vietnamese.words import capital_first

_BLANK_INITIATIVES = 10
"""Rows for new initiatives; more are added by inserting rows."""


def book_of(form: Form) -> Book:
    """The workbook that goes to the unit."""
    asked = [
        *([_figures(form)] if form.figures else []),
        *([_states(form)] if form.states else []),
    ]
    sheets = (*asked, _initiatives(form), _answers(form), guidance_sheet(form), hidden_sheet(form))
    return Book(title_of(form), form.unit_name, form.made_on, sheets)


def _figures(form: Form) -> Sheet:
    used = {field for asked in form.figures for field in takes(asked, form)} | {Field.VALUE}
    fields = [field for field in FIGURES.widths if field in used or field not in FIGURES.filled]
    estimate = columns.ESTIMATE if form.made_on < form.period.end else columns.ACTUAL

    def cells(asked: Asked, number: int) -> Iterator[Cell]:
        shown, given, taken = (
            _shown_cells(asked, number, form.ends),
            _given_figure(asked, estimate),
            takes(asked, form),
        )
        for field in fields:
            if field not in FIGURES.filled:
                yield shown[field]
            else:
                yield _filled_cell(field, given.get(field)) if field in taken else Cell(None, styles.CLOSED)

    return framed(FIGURES, fields, form, grouped(form, form.figures, cells, len(fields)), asks_when=True)


def _states(form: Form) -> Sheet:
    fields = list(STATES.widths)

    def cells(asked: Asked, number: int) -> Iterator[Cell]:
        shown, given, words = _shown_cells(asked, number, form.ends), _given_state(asked), states_of(asked)
        for field in fields:
            if field in STATES.filled:
                yield _filled_cell(field, given.get(field), words if field is Field.STATE else ())
            else:
                yield shown[field]

    rows = grouped(form, form.states, cells, len(fields))
    return framed(STATES, fields, form, rows, asks_when=not form.figures)


def takes(asked: Asked, form: Form) -> frozenset[Field]:
    """The columns that a unit may fill in for a target with a figure."""
    found = {Field.ESTIMATE, Field.NOTE}
    match asked.item:
        case QualitativeTarget():
            return frozenset({Field.VALUE, Field.NOTE})
        case ShareTarget() | RankTarget():
            found |= {Field.VALUE, Field.NUMERATOR, Field.DENOMINATOR}
        case ReductionTarget(measured_in="points"):
            found |= {Field.VALUE, Field.NUMERATOR, Field.DENOMINATOR}
        case _:
            found.add(Field.VALUE)
    if not isinstance(asked.item, ChangeTarget) or asked.item.against == PREVIOUS_YEAR:
        found.add(Field.BASE)
    if form.asks_whether_cumulative and counts_over_time(asked.item):
        found.add(Field.CUMULATIVE)
    return frozenset(found)


def states_of(asked: Asked) -> tuple[str, ...]:
    """The words for the states that a task or a milestone may have."""
    zero_tolerance = isinstance(asked.item, Task) and asked.item.kind == "zero-tolerance"
    states = ("kept", "broken") if zero_tolerance else ("done", "under-way", "not-started")
    return tuple(STATE_WORDS[state] for state in states)


def _shown_cells(asked: Asked, number: int, ends: date) -> dict[Field, Cell]:
    """The cells that are only to be read."""
    item, before = asked.item, asked.previous
    cells = {
        Field.NUMBER: Cell(number, styles.CENTRED),
        Field.ID: Cell(asked.id, styles.CODE),
        Field.FIGURE_NAME: Cell(item.name, styles.SHOWN),
        Field.STATE_NAME: Cell(item.name, styles.SHOWN),
        Field.DEADLINE: Cell(
            item.by.in_words.removeprefix("ngày ") if item.by else day_short(ends), styles.CENTRED
        ),
        Field.PREVIOUS: Cell(
            f"{fact_words(before.facts)} ({before.period.in_words})" if before else None, styles.CENTRED
        ),
    }
    if not isinstance(item, Task):
        is_change = isinstance(item, ChangeTarget)
        goal = limit_with_unit(item.goal, item.unit) if is_change else limit_in_table(item.goal)
        cells[Field.UNIT] = Cell(LEVEL if is_change else item.unit, styles.CENTRED)
        cells[Field.GOAL] = Cell(goal if asked.goal_is_own else f"chung: {goal}", styles.CENTRED)
    return cells


def _given_figure(asked: Asked, estimate: str) -> dict[Field, str]:
    """What stands in the open cells: what was handed in already, and whether a figure is expected to be an estimate."""
    if asked.known is None:
        return {Field.ESTIMATE: estimate}
    facts = asked.known.facts
    said = "text" if isinstance(asked.item, QualitativeTarget) else "value"
    given = _given(facts, {Field.VALUE: said, Field.BASE: "base", Field.NOTE: "note"})
    match facts:
        case {"of": (numerator, denominator)}:
            given |= {Field.NUMERATOR: numerator, Field.DENOMINATOR: denominator}
    given[Field.ESTIMATE] = columns.ESTIMATE if "estimate" in facts else columns.ACTUAL
    given[Field.CUMULATIVE] = columns.CUMULATIVE if "cumulative" in facts else columns.OF_PERIOD
    return given


def _given_state(asked: Asked) -> dict[Field, str]:
    facts = asked.known.facts if asked.known else {}
    given = _given(facts, {Field.SHOWN_BY: "shown_by", Field.NOTE: "note"})
    match facts:
        case {"state": str(state)}:
            given[Field.STATE] = STATE_WORDS[state]
    match facts:
        case {"on": str(day)}:
            given[Field.DONE_ON] = f"{date.fromisoformat(day):%d/%m/%Y}"
    return given


def _given(facts: Facts, keys: dict[Field, str]) -> dict[Field, str]:
    return {field: said for field, key in keys.items() if isinstance(said := facts.get(key), str)}


def _filled_cell(field: Field, value: str | None, choices: tuple[str, ...] = ()) -> Cell:
    figures = {Field.VALUE, Field.NUMERATOR, Field.DENOMINATOR, Field.BASE}
    return Cell(
        value, styles.OPEN_FIGURE if field in figures else styles.OPEN, guide=guide_to(field, choices)
    )


def _initiatives(form: Form) -> Sheet:
    fields = list(INITIATIVES.widths)
    known = [
        tuple(_initiative_cells(initiative, number)[field] for field in fields)
        for number, initiative in enumerate(form.initiatives, 1)
    ]
    blank = [
        tuple(
            _filled_cell(field, None) if field in INITIATIVES.filled else Cell(None, styles.SHOWN)
            for field in fields
        )
        for _ in range(_BLANK_INITIATIVES)
    ]
    return framed(INITIATIVES, fields, form, [Row(cells) for cells in (*known, *blank)])


def _initiative_cells(initiative: Initiative, number: int) -> dict[Field, Cell]:
    first = next((step.on for step in initiative.history if step.status == "registered"), None)
    last = max(initiative.history, key=lambda step: step.on, default=None)
    standing = f"{capital_first(INITIATIVE_WORDS[last.status])} {day_short(last.on)}" if last else None
    return {
        Field.NUMBER: Cell(number, styles.CENTRED),
        Field.ID: Cell(initiative.id, styles.CODE),
        Field.TITLE: Cell(initiative.title, styles.SHOWN),
        Field.AUTHORS: Cell("; ".join(_author(author) for author in initiative.authors), styles.SHOWN),
        Field.SUBJECT: Cell(initiative.field, styles.SHOWN),
        Field.REGISTERED_ON: Cell(_day(first), styles.CENTRED),
        Field.APPLIED_ON: Cell(_day(initiative.first_applied), styles.CENTRED),
        Field.STANDING: Cell(standing, styles.SHOWN),
    }


def _author(author: Author) -> str:
    parts = (author.name, figure(author.share), author.group or "", author.unit or "")
    return ":".join(parts).rstrip(":")


def _answers(form: Form) -> Sheet:
    rows = [
        Row(
            (
                Cell(number, styles.CENTRED),
                Cell(asked.section.heading, styles.SHOWN),
                Cell(asked.section.question, styles.SHOWN),
                _filled_cell(Field.ANSWER, typed_from(asked.answer) if asked.answer else None),
            ),
            height=None if asked.answer else 48,
        )
        for number, asked in enumerate(form.sections, 1)
    ]
    return framed(ANSWERS, list(ANSWERS.widths), form, rows)


def _day(day: date | None) -> str | None:
    return f"{day:%d/%m/%Y}" if day else None
