"""A KẾ HOẠCH composed from small data: the lists that prose draws, and the year of a blank date."""

from datetime import date
from pathlib import Path

import pytest

from building import data_directory
from thidua_cli.documents.launch_plan import compose_plan
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.tree import Document, Item, Run

CAMPAIGN = """\
name: phong trào thi đua
issuer: so
period: {from: 2025, to: 2025}
awards: {forms: [Bằng khen, Giấy khen]}
"""


def plan(tmp_path: Path, prose: str, more: str = "") -> Document:
    loaded = data_directory(
        tmp_path,
        {
            "data/units/so.yaml": "{id: so, name: Sở A}",
            "data/campaigns/pt/campaign.yaml": CAMPAIGN + more,
            "data/campaigns/pt/plan.md": prose.encode(),
        },
    )
    assert loaded.findings == ()
    repository = loaded.repository
    return compose_plan(repository, repository.campaigns["pt"], date(2026, 11, 21), load_profile("nd30"))


def test_a_list_that_prose_draws_is_closed_like_any_list_of_a_paper(tmp_path: Path) -> None:
    items = [block for block in plan(tmp_path, "{{ awards() }}\n").blocks if isinstance(block, Item)]

    assert items == [Item(1, (Run("Bằng khen;"),)), Item(1, (Run("Giấy khen."),))]


@pytest.mark.parametrize(("more", "year"), [("", 2026), ("specimen: dựng lại\n", None)])
def test_a_blank_date_shows_this_year_unless_the_plan_is_rebuilt(
    tmp_path: Path, more: str, year: int | None
) -> None:
    assert plan(tmp_path, "# Mục đích\n", more).frame.year == year
