"""What a unit says about one target or task, as results write it: texts by their keys, whoever wrote them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from thidua_cli.model.periods import Period
from thidua_cli.model.results import ReportedState, ReportedValue
from thidua_cli.progress.words import ESTIMATED, TASK_WORDS
from thidua_cli.vietnamese.dates import day_short
from thidua_cli.vietnamese.numbers import figure

Fact = str | tuple[str, str]
Facts = Mapping[str, Fact]
"""`{"value": "39,62", "estimate": "true"}`, `{"of": ("14", "20")}`, `{"state": "done"}`; keys as in results."""

TRUE = "true"
STATE_WORDS = {standing.value: word for standing, word in TASK_WORDS.items()}


def facts_of(reported: ReportedValue | ReportedState, period: Period) -> Facts:
    """A record's facts; that a figure counts from the beginning of the year says nothing where its period does."""
    if isinstance(reported, ReportedState):
        day = str(reported.on) if reported.on else None
        return _known(state=reported.state, shown_by=reported.shown_by, on=day, note=reported.note)
    apart = reported.cumulative and not begins_a_year(period)
    return _known(
        value=None if reported.value is None else written_figure(reported.value),
        of=None if reported.fraction is None else written_pair(*reported.fraction),
        estimate=TRUE if reported.estimate else None,
        cumulative=TRUE if apart else None,
        base=None if reported.base is None else written_figure(reported.base),
        text=reported.text,
        note=reported.note,
    )


def begins_a_year(period: Period) -> bool:
    """Whether its first day is the first of the year in which it ends."""
    return period.start == date(period.end.year, 1, 1)


def written_figure(value: Decimal) -> str:
    """A figure as results write it: `39,62`, without dots and without zeros at its end."""
    return f"{value.normalize():f}".replace(".", ",")


def written_pair(numerator: Decimal, denominator: Decimal) -> tuple[str, str]:
    """Numerator and denominator as results write them."""
    return written_figure(numerator), written_figure(denominator)


def fact_words(facts: Facts) -> str:
    """What the facts say, for a table: `ước 333,3`, `14/20`, `hoàn thành`."""
    match facts:
        case {"state": str(state)}:
            return STATE_WORDS[state]
        case {"of": (numerator, denominator)}:
            said = f"{_printed(numerator)}/{_printed(denominator)}"
        case {"value": str(value)}:
            said = _printed(value)
        case {"text": str(text)}:
            return text
        case _:
            return "chưa có số liệu"
    estimated = f"{ESTIMATED} " if "estimate" in facts else ""
    base = facts.get("base")
    return f"{estimated}{said}{f' (cùng kỳ {_printed(base)})' if isinstance(base, str) else ''}"


def full_words(facts: Facts) -> str:
    """As above, with proof, day and note."""
    extras = [str(facts[key]) for key in ("shown_by", "note") if key in facts]
    if "on" in facts:
        extras.insert(0, f"ngày {day_short(date.fromisoformat(str(facts['on'])))}")
    if "cumulative" in facts:
        extras.insert(0, "lũy kế từ đầu năm")
    return "; ".join([fact_words(facts), *extras])


def _printed(written: str) -> str:
    return figure(Decimal(written.replace(",", ".")))


def _known(**facts: Fact | None) -> Facts:
    return {key: fact for key, fact in facts.items() if fact is not None}
