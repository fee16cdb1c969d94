"""A new data directory: settings, registers, the office itself, and a small campaign to become familiar with."""

import json
import re
from dataclasses import dataclass
from string import Template

from thidua_cli.documents.template_files import template
from thidua_cli.model.units import System
from thidua_cli.repository import layout
from thidua_cli.vietnamese.letters import fold

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
    superior: str | None = None
    """The name of the agency that it belongs to, which stands above it in its letterhead."""


def superior_id(name: str | None) -> str | None:
    """The id of the agency above: `ubnd-tinh-cao-bang`."""
    words = "-".join(re.findall(r"[0-9a-z]+", fold(name or "")))
    return words.replace("uy-ban-nhan-dan", "ubnd") or None


def directory_files(office: Office, *, year: int, version: str) -> dict[str, str]:
    """The text of every file by its path below the new directory."""
    above = superior_id(office.superior)
    known = {
        "unit": office.unit,
        "name": _quoted(office.name),
        "symbol": _quoted(office.symbol),
        "place": _quoted(office.place),
        "system": office.system,
        "superior": above or "",
        "superior_name": _quoted(office.superior),
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
    superior = Template(template("start/superior.yaml").text).substitute(known)
    workflow = template("ci/github.yaml").text.replace("-c 19-KH", f"-c {EXAMPLE}")
    return {
        **files,
        plan: template("start/plan.md").text,
        f"{layout.UNITS}/{office.unit}{layout.YAML}": unit,
        **({f"{layout.UNITS}/{above}{layout.YAML}": superior} if above else {}),
        ".github/workflows/thidua.yaml": workflow,
    }


def _quoted(text: str | None) -> str:
    """The text in double quotes; what JSON quotes, YAML reads alike."""
    return json.dumps(text, ensure_ascii=False) if text else "null"
