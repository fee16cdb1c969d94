"""A campaign of which nothing is known but its name still makes a whole plan, which asks for the rest."""

from datetime import date
from io import BytesIO
from pathlib import Path

import docx

from building import data_directory
from thidua_cli.documents.inserting import blanks_in
from thidua_cli.documents.launch_plan import compose_plan
from thidua_cli.typesetting.docx_writer import write_docx
from thidua_cli.typesetting.profile import load_profile

FILES: dict[str, str | bytes] = {
    "data/units/so.yaml": "{id: so, name: Sở Minh họa}",
    "data/campaigns/moi/campaign.yaml": "{name: Phong trào mới, issuer: so, period: {from: on-issue, to: 2026-12-31}}",
}


def test_a_campaign_with_nothing_but_a_name_makes_a_plan_that_asks_for_the_rest(tmp_path: Path) -> None:
    loaded = data_directory(tmp_path, FILES)
    assert loaded.findings == ()
    profile = load_profile("nd30")

    plan = compose_plan(loaded.repository, loaded.repository.campaigns["moi"], date(2026, 1, 5), profile)
    read = docx.Document(BytesIO(write_docx(plan, profile)))

    texts = [paragraph.text for paragraph in read.paragraphs]
    assert texts[0] == "KẾ HOẠCH"
    assert any("Sở Minh họa ban hành Kế hoạch" in text for text in texts)
    assert blanks_in(plan)
    assert "None" not in "".join(texts)
