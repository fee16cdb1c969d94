"""A campaign in a few words: one target, one line for each figure handed in, and the row as one line."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

from building import data_directory
from thidua_cli.documents.phrases import reached_figure
from thidua_cli.model.periods import parse_period
from thidua_cli.progress.rows import TargetRow
from thidua_cli.progress.scoreboard import Scoreboard, score
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.numbers import percent_of

UNITS = {
    "data/units/so.yaml": "{id: so, name: Sở}",
    "data/units/doi-a.yaml": "{id: doi-a, name: Đội A}",
    "data/units/doi-b.yaml": "{id: doi-b, name: Đội B}",
    "data/units/doi-c.yaml": "{id: doi-c, name: Đội C}",
    "data/units/cac-doi.yaml": "{id: cac-doi, name: Các đội, kind: group, members: [doi-a, doi-b]}",
}
CAMPAIGN = """
    name: phong trào năm 2026
    issuer: so
    period: {from: 2026-01-30, to: 2026-12-31}
"""
SUM = "{id: t, name: Khách, unit: lượt, at_least: 2500, reported_by: [doi-a]}"


def repository(files: dict[str, str]) -> Repository:
    """A data directory with the usual units and campaign and these files besides."""
    usual = {**UNITS, "data/campaigns/pt/campaign.yaml": CAMPAIGN}
    with TemporaryDirectory() as folder:
        loaded = data_directory(Path(folder), {**usual, **files})
    assert loaded.findings == ()
    return loaded.repository


def board(
    target: str,
    lines: Sequence[str],
    as_of: str,
    period: str | None = None,
    campaign: str = CAMPAIGN,
    settings: str = "schedule: {}",
) -> Scoreboard:
    """The scoreboard of a campaign with one target and these figures."""
    loaded = repository(
        {
            "thidua.yaml": settings,
            "data/campaigns/pt/campaign.yaml": campaign,
            "data/campaigns/pt/targets.yaml": f"targets:\n  - {dedent(target)}\n",
            **result_files(lines),
        }
    )
    asked = parse_period(period) if period else None
    return score(loaded, loaded.campaigns["pt"], date.fromisoformat(as_of), asked)


def result_files(lines: Sequence[str]) -> dict[str, str]:
    """Result files from lines `unit period figure day [estimate] [cumulative] [revises]`.

    A figure like `14/53` is a share, one like `90<100` has the base 100, `done:2028-06-01` is a milestone with its
    evidence, words stand in “…” with hyphens for blanks, and `a=5` is about the target `a`; `revises` corrects the
    entry before it.
    """
    files: dict[str, str] = {}
    for number, line in enumerate(lines):
        unit, period, value, day, *flags = line.split()
        files.setdefault(path := f"data/campaigns/pt/results/{unit}.yaml", "")
        named, _, value = value.rpartition("=")
        marks = "".join(f"      {flag}: true\n" for flag in flags if flag != "revises")
        revises = f"  revises: Báo cáo {number - 1}\n" if "revises" in flags else ""
        files[path] += (
            f"- period: {period}\n  as_of: {day}\n  source: Báo cáo {number}\n{revises}"
            f"  values:\n    {named or 't'}:\n{_reported(value)}{marks}"
        )
    return files


def _reported(value: str) -> str:
    if value[:1] == "“":
        return f'      text: "{value[1:-1].replace("-", " ")}"\n'
    if value[:1].isalpha():
        state, _, day = value.partition(":")
        shown = f"      shown_by: Biên bản mẫu\n      on: {day}\n" if day else ""
        return f"      state: {state}\n{shown}"
    if "/" in value:
        return f"      of: [{value.replace('/', ', ')}]\n"
    level, _, base = value.partition("<")
    return f"      value: {level}\n" + (f"      base: {base}\n" if base else "")


def said(row: TargetRow) -> str:
    """Figure, share, `=` result or `~` schedule, and `ước` for an estimate."""
    actual, judgement = row.outcome.actual, row.judgement
    return " ".join(
        (
            "–" if actual is None else reached_figure(actual, row.target.goal),
            "–" if judgement is None or judgement.share is None else percent_of(judgement.share),
            f"={row.result}" if row.result else f"~{row.schedule or '–'}",
            *(["ước"] if row.estimate else []),
        )
    )
