"""How judging a province compares with DuckDB's plain aggregation of the same values, in the same run.

Run `python benchmarks/judging.py`; it needs `duckdb` beside the package (`benchmarks/README.md`). It prints ratios,
which vary far less between machines than seconds do.

2,000 units hand in 26 figures a quarter for six years: 1,248,000 values, drawn by a seeded generator and held as
records. Judging is all that `thidua progress` does with them: which entries count, sums over quarters and units, what
is missing, how each target and each of its years stands, who owes what. DuckDB does no more than add up, from a table
that is already in its memory; its sums and ours must be the same to the last digit.
"""

import csv
import gc
import random
import statistics
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from measuring import peak
from measuring import seconds as seconds_of

from thidua_cli.model.campaigns import Campaign
from thidua_cli.model.periods import Period, parse_period
from thidua_cli.model.record import Record
from thidua_cli.model.results import ReportedValue, ResultEntry, ResultFile
from thidua_cli.model.settings import Settings
from thidua_cli.model.target_sheets import TargetSheet
from thidua_cli.model.units import Unit
from thidua_cli.progress.scoreboard import Scoreboard, score
from thidua_cli.reading.validation import validate
from thidua_cli.reading.yaml_source import read_yaml
from thidua_cli.repository.index import CampaignFolder, Repository

UNITS, TARGETS, EACH_YEAR = 2_000, 26, 20
YEARS = range(2021, 2027)
ROUNDS, SEED = 3, 20260130
A_PART = 0.3
AS_OF = date(2027, 2, 1)
CAMPAIGN = "{name: phong trào mẫu, issuer: tinh, period: {from: 2021-01-01, to: 2026-12-31}}"
PLAIN = "SELECT target, year, sum(value) FROM reported GROUP BY ALL ORDER BY ALL"
NEWEST = """
    SELECT target, year, sum(value) FROM (
        SELECT unit, target, year, quarter, arg_max(value, as_of) AS value
        FROM reported GROUP BY unit, target, year, quarter
    ) GROUP BY ALL ORDER BY ALL
"""

R = TypeVar("R", bound=Record)
Sums = dict[tuple[int, int], Decimal]


def main() -> None:
    """Print how long judging takes beside each query, and what memory it needs."""
    values = list(drawn())
    repository, folder = province(values)
    held = peak()
    gc.freeze()  # as every command does once it has read its files
    board = score(repository, folder, AS_OF)
    judged = peak()
    connection = database(values)
    check(board, sums_of(connection.execute(PLAIN).fetchall()))
    check(board, sums_of(connection.execute(NEWEST).fetchall()))
    uneven = ragged(folder)
    steps: dict[str, Callable[[], object]] = {
        "judging": lambda: read_out(score(repository, folder, AS_OF)),
        "DuckDB, sums": lambda: connection.execute(PLAIN).fetchall(),
        "DuckDB, the newest of each quarter, then sums": lambda: connection.execute(NEWEST).fetchall(),
        "Python, sums alone over plain tuples": lambda: plain_sums(values),
        "judging the same with gaps and estimates": lambda: read_out(score(repository, uneven, AS_OF)),
    }
    seconds: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(ROUNDS):
        for name, step in steps.items():
            seconds[name].append(seconds_of(step))
    ours, *others = seconds
    print(f"{len(values):,} values; judging: {min(seconds[ours]):.2f} s of the processor at best")
    for name in others:
        ratios = [mine / theirs for mine, theirs in zip(seconds[ours], seconds[name], strict=True)]
        print(f"{statistics.median(ratios):6.1f} × {name} ({min(seconds[name]):.3f} s)")
    print(f"memory: {held} MB with all records, {judged} MB at the peak of judging")


Value = tuple[int, int, int, int, Decimal]
"""Unit, target, year, quarter and figure."""


def drawn() -> Iterator[Value]:
    """All that is handed in, by unit and quarter."""
    generator = random.Random(SEED)  # noqa: S311 - figures, not secrets
    for unit in range(UNITS):
        for year in YEARS:
            for quarter in range(1, 5):
                for target in range(TARGETS):
                    yield unit, target, year, quarter, Decimal(generator.randrange(10_000)).scaleb(-1)


def province(values: list[Value]) -> tuple[Repository, CampaignFolder]:
    """The values as records of a campaign on which every unit reports."""
    divisions = "".join(f"  - {{id: xa-{n}, name: Xã {n}}}\n" for n in range(UNITS))
    members = ", ".join(f"xa-{n}" for n in range(UNITS))
    group = f"  - {{id: cac-xa, name: Các xã, kind: group, members: [{members}]}}\n"
    top = record(f"id: tinh\nname: Tỉnh\ndivisions:\n{divisions}{group}", Unit)
    targets = "".join(
        f"  - {{id: t-{n}, name: Chỉ tiêu {n}, at_least: {10_000_000 + n}, unit: lượt, reported_by: [cac-xa]"
        f"{', over_time: each-year' if n < EACH_YEAR else ''}}}\n"
        for n in range(TARGETS)
    )
    folder = CampaignFolder(
        id="mau",
        path="data/campaigns/mau",
        campaign=record(CAMPAIGN, Campaign),
        sheet=record(f"targets:\n{targets}", TargetSheet),
        results=handed_in(values),
    )
    units = {"tinh": top, **{unit.id: unit for unit in top.divisions}}
    parents = {unit.id: "tinh" for unit in top.divisions}
    return Repository(Settings(), units, parents, campaigns={"mau": folder}), folder


def record(text: str, kind: type[R]) -> R:
    """A record read as from a file."""
    data = read_yaml(text.encode(), "a.yaml").data
    assert data is not None
    found, findings = validate(data, kind)
    assert found is not None, findings
    return found


def handed_in(values: list[Value]) -> dict[str, ResultFile]:
    """One entry a unit and quarter."""
    periods = {(year, quarter): quarter_of(year, quarter) for year in YEARS for quarter in range(1, 5)}
    names = [f"t-{n}" for n in range(TARGETS)]
    entries: dict[int, list[ResultEntry]] = {}
    for start in range(0, len(values), TARGETS):
        unit, _, year, quarter, _ = values[start]
        period = periods[year, quarter]
        said = values[start : start + TARGETS]
        entry = ResultEntry.model_construct(
            period=period,
            as_of=known_on(year, quarter),
            source=f"Báo cáo {period.text}",
            values={
                names[target]: ReportedValue.model_construct(value=figure) for _, target, _, _, figure in said
            },
        )
        entries.setdefault(unit, []).append(entry)
    return {f"xa-{n}": ResultFile.model_construct(entries=tuple(of_unit)) for n, of_unit in entries.items()}


def ragged(folder: CampaignFolder) -> CampaignFolder:
    """The same as data really are: three units in ten lack a quarter, as many have estimates in three places."""
    generator = random.Random(SEED)  # noqa: S311 - figures, not secrets
    results = dict(folder.results)
    for unit, file in folder.results.items():
        entries = list(file.entries)
        if generator.random() < A_PART:
            del entries[generator.randrange(len(entries))]
        if generator.random() < A_PART:
            for place in generator.sample(range(len(entries)), 3):
                target, said = generator.choice(list(entries[place].values.items()))
                assert isinstance(said, ReportedValue)
                guess = ReportedValue.model_construct(value=said.value, estimate=True)
                entries[place] = entries[place].model_copy(
                    update={"values": {**entries[place].values, target: guess}}
                )
        results[unit] = ResultFile.model_construct(entries=tuple(entries))
    return replace(folder, results=results)


def quarter_of(year: int, quarter: int) -> Period:
    """`2026-Q1`."""
    period = parse_period(f"{year}-Q{quarter}")
    assert period is not None
    return period


def known_on(year: int, quarter: int) -> date:
    """The fifth of the month after the quarter."""
    return date(year + quarter // 4, quarter % 4 * 3 + 1, 5)


def read_out(board: Scoreboard) -> tuple[object, ...]:
    """What a page says of a board."""
    rows = [(row.result, row.schedule, row.judgement, row.because) for row in board.targets]
    return rows, board.tally, board.unreported, board.stale


def check(board: Scoreboard, sums: Sums) -> None:
    """The figures of the board are those that the database adds up."""
    for number, row in enumerate(board.targets):
        if number < EACH_YEAR:
            found = {year: part.outcome.actual for year, part in zip(YEARS, row.parts, strict=True)}
            assert all(actual and actual.value == sums[number, year] for year, actual in found.items())
        else:
            whole = sum((sums[number, year] for year in YEARS), Decimal(0))
            assert row.outcome.actual is not None
            assert row.outcome.actual.value == whole
    assert board.tally.total == TARGETS


def sums_of(rows: list[tuple[int, int, Decimal]]) -> Sums:
    """The answer of the database by target and year."""
    return {(target, year): total for target, year, total in rows}


def plain_sums(values: list[Value]) -> Sums:
    """The same sums in the plainest Python."""
    sums: Sums = {}
    for _, target, year, _, figure in values:
        sums[target, year] = sums.get((target, year), 0) + figure
    return sums


def database(values: list[Value]) -> Any:
    """The values as a table in the memory of DuckDB."""
    connection = import_module("duckdb").connect()
    connection.execute(
        "CREATE TABLE reported (unit USMALLINT, target UTINYINT, year USMALLINT, quarter UTINYINT, "
        "value DECIMAL(12, 1), as_of DATE)"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "values.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows((*value, known_on(value[2], value[3])) for value in values)
        connection.execute(f"COPY reported FROM '{path}'")
    return connection


if __name__ == "__main__":
    main()
