"""Which form a paper takes: the system of its issuer and its day decide."""

from dataclasses import dataclass
from datetime import date

from thidua_cli.model.units import System


@dataclass(frozen=True, slots=True)
class _Form:
    """A profile and the papers that it is for: those of a system from a day on."""

    system: System
    start: date
    profile: str


_FORMS = (
    _Form("state", date.min, "nd30"),  # Nghị định 30/2020/NĐ-CP
    _Form("party", date.min, "dang-hd36"),  # Hướng dẫn 36-HD/VPTW
    _Form("party", date(2026, 5, 27), "dang-hd05"),  # Hướng dẫn 05-HD/VPTW, in force from its signing
)


def profile_for(system: System, paper_date: date | None, as_of: date) -> str:
    """The profile of a paper; one without a date yet takes the form of the day."""
    day = as_of if paper_date is None else paper_date
    in_force = (form for form in _FORMS if form.system == system and form.start <= day)
    return max(in_force, key=lambda form: form.start).profile
