"""The system of the issuer and the day of the paper decide its form."""

from datetime import date

import pytest

from thidua_cli.typesetting.profile import profile_names
from thidua_cli.typesetting.profile_choice import profile_for

BEFORE, SINCE = date(2026, 5, 26), date(2026, 5, 27)


@pytest.mark.parametrize(
    ("day", "form"),
    [
        (date(2017, 1, 1), "dang-hd36"),
        (BEFORE, "dang-hd36"),
        (SINCE, "dang-hd05"),
        (date(2030, 1, 1), "dang-hd05"),
    ],
)
def test_a_party_paper_takes_the_guidance_in_force_on_its_day(day: date, form: str) -> None:
    assert profile_for("party", day, date(2026, 11, 21)) == form
    assert profile_for("party", day, BEFORE) == form


def test_a_paper_without_a_date_takes_the_form_of_the_day() -> None:
    assert [profile_for("party", None, day) for day in (BEFORE, SINCE)] == ["dang-hd36", "dang-hd05"]


@pytest.mark.parametrize("day", [date(2019, 1, 1), BEFORE, SINCE, None])
def test_a_paper_of_the_state_takes_the_form_of_the_decree(day: date | None) -> None:
    assert profile_for("state", day, SINCE) == "nd30"


def test_every_profile_that_ships_is_the_form_of_some_paper() -> None:
    chosen = {profile_for("state", SINCE, SINCE), *(profile_for("party", d, d) for d in (BEFORE, SINCE))}

    assert chosen == set(profile_names())
