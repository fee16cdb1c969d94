"""An appendix that the text of its plan does not point to is found where it begins."""

from pathlib import Path

import pytest

from building import data_directory
from thidua_cli.documents.form_checks import CHECKS

FILES: dict[str, str | bytes] = {
    "data/units/so.yaml": "{id: so, name: Sở Minh họa}",
    "data/campaigns/1-KH/campaign.yaml": "{name: thi đua, issuer: so, period: {from: on-issue, to: 2026-12-31}}",
}
APPENDIX = "# Danh mục nhiệm vụ {appendix landscape}\n\n[[bảng nào?]]\n"


def findings(tmp_path: Path, plan: str) -> list[str]:
    loaded = data_directory(tmp_path, {**FILES, "data/campaigns/1-KH/plan.md": plan.encode()})
    found = [each for check in CHECKS for each in check.run(loaded.repository)]
    return [f"{each.at.line}:{each.at.column} {each.code} {each.message}" for each in found if each.at]


def test_an_appendix_that_nothing_points_to_is_found(tmp_path: Path) -> None:
    assert findings(tmp_path, f"# MỤC ĐÍCH\n\nThi đua.\n\n{APPENDIX}") == [
        "5:3 TD510 Lời văn không nhắc đến phụ lục “Danh mục nhiệm vụ”."
    ]


@pytest.mark.parametrize(
    "plan",
    [
        f"Thi đua theo Phụ lục kèm theo.\n\n{APPENDIX}",
        f"Thi đua (danh mục tại phụ lục I).\n\n{APPENDIX}\n# Mẫu {{appendix}}\n\nHết.\n",
        "# MỤC ĐÍCH\n\nThi đua.\n",
    ],
)
def test_a_plan_that_points_to_its_appendix_or_has_none_is_right(tmp_path: Path, plan: str) -> None:
    assert findings(tmp_path, plan) == []
