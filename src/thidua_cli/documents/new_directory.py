"""A new data directory: settings, registers, the office itself, and a small campaign to become familiar with."""

import json
from dataclasses import dataclass
from string import Template

from thidua_cli.documents.template_files import template
from thidua_cli.model.units import System
from thidua_cli.repository import layout

EXAMPLE = "mau"
"""The campaign that is only there to be tried."""
_FILES = {
    layout.SETTINGS: "thidua.yaml",
    layout.DOCUMENTS: "documents.yaml",
    f"{layout.campaign_folder(EXAMPLE)}/{layout.CAMPAIGN_FILE}": "campaign.yaml",
    f"{layout.campaign_folder(EXAMPLE)}/{layout.TARGETS_FILE}": "targets.yaml",
    f"{layout.campaign_folder(EXAMPLE)}/{layout.PLAN_FILE}": "plan.md",
    f"{layout.campaign_folder(EXAMPLE)}/{layout.RESULTS}/don-vi-minh-hoa-1.yaml": "results-1.yaml",
    f"{layout.campaign_folder(EXAMPLE)}/{layout.RESULTS}/don-vi-minh-hoa-2.yaml": "results-2.yaml",
    "README.md": "readme.txt",
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
}
"""Where each file stands, and the template that it is made from."""


@dataclass(frozen=True, slots=True)
class Office:
    """Who will work with the directory."""

    unit: str
    """The id of the office."""
    name: str
    symbol: str | None
    place: str | None
    system: System


def directory_files(office: Office, *, year: int, version: str) -> dict[str, str]:
    """The text of every file by its path below the new directory."""
    known = {
        "unit": office.unit,
        "name": _quoted(office.name),
        "symbol": _quoted(office.symbol),
        "place": _quoted(office.place),
        "system": office.system,
        "year": str(year),
        "next_year": str(year + 1),
        "version": version,
    }
    plain = {**known, "name": office.name}
    files = {
        path: Template(template(f"start/{name}").text).substitute(plain if name == "readme.txt" else known)
        for path, name in _FILES.items()
        if name != "plan.md"
    }
    plan = f"{layout.campaign_folder(EXAMPLE)}/{layout.PLAN_FILE}"
    unit = Template(template("start/unit.yaml").text).substitute(known)
    workflow = template("ci/github.yaml").text.replace("-c 19-KH", f"-c {EXAMPLE}")
    return {
        **files,
        plan: template("start/plan.md").text,
        f"{layout.UNITS}/{office.unit}{layout.YAML}": unit,
        ".github/workflows/thidua.yaml": workflow,
    }


def _quoted(text: str | None) -> str:
    """The text in double quotes; what JSON quotes, YAML reads alike."""
    return json.dumps(text, ensure_ascii=False) if text else "null"
