"""What thidua itself writes on papers keeps the spelling that it asks of others."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from console import TOP
from shipped_data import shipped
from thidua_cli.documents.launch_plan import compose_plan
from thidua_cli.typesetting.composition import compose
from thidua_cli.typesetting.layout import Line
from thidua_cli.typesetting.profile import load_profile
from thidua_cli.typesetting.profile_choice import profile_for
from thidua_cli.typesetting.tree import plain_text
from thidua_cli.vietnamese.spelling import (
    capital_slips,
    dash_slips,
    day_slips,
    figure_slips,
    mark_slips,
    percent_slips,
    quote_slips,
    word_slips,
)
from thidua_cli.vietnamese.tones import placed_tones

PACKAGE = TOP / "src" / "thidua_cli"
MODULES = sorted(
    path
    for room in ("documents", "progress", "typesetting", "model", "vietnamese")
    for path in (PACKAGE / room).rglob("*.py")
    # These name what is wrong, or say how data are written; what findings say is no paper.
    if path.name not in {"spelling.py", "tones.py", "drafts.py", "fields.py"}
    and not path.stem.endswith("checks")
)
TEXTS = sorted([*(TOP / "templates").rglob("*.j2"), *(TOP / "templates").rglob("plan.md"),
                *(PACKAGE / "typesetting" / "profiles").glob("*.yaml")])  # fmt: skip
FINDERS = (percent_slips, day_slips, figure_slips, dash_slips, mark_slips, word_slips, capital_slips)
REPOSITORY = shipped().repository
AS_OF = date(2026, 11, 21)
VIETNAMESE = re.compile("[à-ỹđĐÀ-Ỹ]")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_the_phrases_of_a_module_have_no_slip(path: Path) -> None:
    assert [slip for phrase in phrases(path) for find in FINDERS for slip in find(phrase)] == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(TOP).as_posix())
def test_the_text_of_a_template_has_no_slip(path: Path) -> None:
    text = re.sub(
        r"\{[{%#].*?[}%#]\}|^ *#.*$", "\ufffc", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE
    )
    finders = FINDERS if path.suffix == ".yaml" else (*FINDERS, quote_slips)

    assert [slip for find in finders for slip in find(text)] == []


def test_all_phrases_place_their_tones_alike() -> None:
    written = [phrase for path in MODULES for phrase in phrases(path)]
    written += [path.read_text("utf-8") for path in TEXTS]

    assert {placed.on for text in written for placed in placed_tones(text)} == {"first"}


@pytest.mark.parametrize("campaign", sorted(REPOSITORY.campaigns))
def test_the_body_of_a_shipped_plan_has_no_slip(campaign: str) -> None:
    folder = REPOSITORY.campaigns[campaign]
    profile = load_profile(profile_for(REPOSITORY.system_of(folder.campaign.issuer), AS_OF, AS_OF))
    sheets = compose(compose_plan(REPOSITORY, folder, AS_OF, profile), profile)
    lines = [plain_text(line.runs) for sheet in sheets for line in sheet.settings if isinstance(line, Line)]

    assert [slip for line in lines for find in (*FINDERS, quote_slips) for slip in find(line)] == []


def phrases(path: Path) -> Iterator[str]:
    """The Vietnamese phrases of a module, with a stand-in for what is set in; docstrings are for developers."""
    tree = ast.parse(path.read_text("utf-8"))
    comments = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    inner = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            text = "".join(
                str(part.value) if isinstance(part, ast.Constant) else "\ufffc" for part in node.values
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in comments | inner:
            text = node.value
        else:
            continue
        if VIETNAMESE.search(text):
            yield text
