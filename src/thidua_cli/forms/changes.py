"""What a returned form changes: the entries that results get, what was known before, and what was known differently."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import count

from thidua_cli.forms.asking import Form, HandedIn
from thidua_cli.forms.facts import Facts, fact_words, full_words
from thidua_cli.forms.faults import Fault
from thidua_cli.forms.identity import Identity, known_of
from thidua_cli.forms.returned import Returned, Statement
from thidua_cli.reading.yaml_text import Data
from thidua_cli.vietnamese.dates import day_short

_FIGURES = frozenset(("value", "of", "estimate", "cumulative", "state"))
"""What a form says whenever it says anything; of the rest, an empty cell says nothing."""
_LEAP = 10
"""From how many times on a figure is shown as one to look at again."""
_NEWER = "Xem số liệu nào đúng. Muốn ghi số của biểu thành số đính chính thì thêm --over-newer."


@dataclass(frozen=True, slots=True)
class Change:
    """A statement that says more than is known."""

    statement: Statement
    name: str
    known: HandedIn | None
    """What was handed in for the period before; the statement revises it."""
    newer_than_form: bool
    """Whether that came in after the form was made, so that whoever filled it in has not seen it."""
    before: HandedIn | None
    """The newest of before to compare with: for the period, else for an earlier one."""

    @property
    def in_words(self) -> str:
        """`Lượt khách: chưa có số liệu → 333,3`."""
        before = full_words(self.known.facts) if self.known else "chưa có số liệu"
        return f"{self.name} ({self.statement.id}): {before} → {full_words(self.statement.facts)}"

    @property
    def leap(self) -> str | None:
        """What is said of a figure ten times as large or as small as before: a unit of measure may be mistaken."""
        now, then = _amount(self.statement.facts), _amount(self.before.facts if self.before else {})
        if now is None or then is None or now <= 0 or then <= 0 or max(now / then, then / now) < _LEAP:
            return None
        assert self.before is not None, "there was a figure before"
        side = "lớn" if now > then else "nhỏ"
        said = f"{fact_words(self.before.facts)} ({self.before.period.in_words})"
        return f"{side} hơn từ {_LEAP} lần so với {said}; xem lại đơn vị tính và dấu phẩy"


def changes_in(returned: Returned, form: Form) -> tuple[Change, ...]:
    """What the form says that is not known yet; a form that says nothing new changes nothing."""
    asked = {(a.section, a.id): a for a in form.asked}
    now = known_of(form)
    return tuple(
        Change(s, one.item.name, one.known, _is_newer(s, returned.identity, now), one.known or one.previous)
        for s in returned.said
        if _says_more(s.facts, (one := asked[s.section, s.id]).known)
    )


def _amount(facts: Facts) -> Fraction | None:
    """A figure that stands alone; of a share or a rank nothing is said."""
    match facts:
        case {"value": str(value)}:
            return Fraction(value.replace(",", "."))
        case _:
            return None


def _says_more(facts: Facts, known: HandedIn | None) -> bool:
    if known is None:
        return True
    keys = _FIGURES | facts.keys()
    return any(facts.get(key) != known.facts.get(key) for key in keys)


def _is_newer(statement: Statement, identity: Identity, now: dict[str, str]) -> bool:
    name = f"{statement.section}.{statement.id}"
    return identity.known.get(name) != now.get(name)


def faults_in(returned: Returned, changes: tuple[Change, ...]) -> Iterator[Fault]:
    """Corrections that would never count, because what they correct is of a later day."""
    later = [c.known for c in changes if c.known is not None and c.known.as_of > returned.as_of]
    if later:
        last = max(later, key=lambda known: known.as_of)
        yield returned.as_of_at.fault(
            f"Số liệu tính đến ngày {day_short(returned.as_of)}, sớm hơn số đã nhận ngày {day_short(last.as_of)} "
            f"({last.source}) nên không thay được số ấy.",
            "Sửa ngày số liệu trong biểu, hoặc bỏ các số đã được báo sau đó.",
        )


def newer_faults(changes: tuple[Change, ...]) -> Iterator[Fault]:
    """Statements of people who have not seen what is known now."""
    for change in changes:
        if change.newer_than_form and change.known is not None:
            yield change.statement.at.fault(
                f"“{change.statement.id}” đã được báo {full_words(change.known.facts)} ({change.known.source}) "
                f"sau khi lập biểu này; biểu ghi {full_words(change.statement.facts)}.",
                _NEWER,
            )


def entries_of(
    returned: Returned, changes: tuple[Change, ...], taken: frozenset[str]
) -> Iterator[dict[str, Data]]:
    """The entries to add to the unit's results: one for what is new, one for each report that is corrected.

    `taken` are the sources of the entries that are there; a source tells its entry from all others.
    """
    used = set(taken)
    revised = dict.fromkeys(change.known.source if change.known else None for change in changes)
    for source in sorted(revised, key=lambda source: source is not None):
        mine = [c for c in changes if (c.known.source if c.known else None) == source]
        wanted = returned.source if source is None else f"{returned.source} (đính chính {source})"
        own = next(name for name in _names(wanted) if name not in used)
        used.add(own)
        entry: dict[str, Data] = {
            "period": returned.identity.period.text,
            "as_of": str(returned.as_of),
            "source": own,
        }
        if source is not None:
            entry["revises"] = source
        for section in ("values", "tasks"):
            said = {c.statement.id: _data(c.statement.facts) for c in mine if c.statement.section == section}
            if said:
                entry[section] = said
        yield entry


def _names(wanted: str) -> Iterator[str]:
    yield wanted
    yield from (f"{wanted} lần {number}" for number in count(2))


def _data(facts: Facts) -> Data:
    """The facts as people write them: a figure or a state alone where nothing else is said."""
    if len(facts) == 1:
        [(key, fact)] = facts.items()
        if key in {"value", "state"}:
            return fact
    return dict(facts)
