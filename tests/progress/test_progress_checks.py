"""Rules about figures that show only when they are put together."""

import pytest

from scoring import repository, result_files
from thidua_cli.diagnostics.finding import Severity
from thidua_cli.progress.checks import CHECKS


def found(*lines: str, keys: str = "at_least: 100") -> list[tuple[str, Severity, str, int]]:
    """Code, weight, sentence and line of everything that the rules of this room find."""
    targets = f"targets:\n  - {{id: t, name: Khách, unit: lượt, {keys}}}\n"
    loaded = repository({"data/campaigns/pt/targets.yaml": targets, **result_files(lines)})
    return [(f.code, f.severity, f.message, f.at.line) for check in CHECKS for f in check.run(loaded)]


def test_figures_that_share_some_of_their_days_are_found() -> None:
    assert found("doi-a 2026-5M 900 2026-06-05", "doi-a 2026-Q2 700 2026-07-05") == [
        (
            "TD603",
            Severity.ERROR,
            "Số liệu quý II năm 2026 của chỉ tiêu “t” trùng một phần với 5 tháng đầu năm 2026.",
            12,
        )
    ]


def test_a_cumulative_figure_that_falls_is_found() -> None:
    assert found("doi-a 2026-H1 1520 2026-07-05", "doi-a 2026-Q3 900 2026-10-05 cumulative") == [
        (
            "TD606",
            Severity.WARNING,
            "Chỉ tiêu “t” của Đội A: 9 tháng đầu năm 2026 là 900, nhỏ hơn 1.520 của 6 tháng đầu năm 2026.",
            12,
        )
    ]


@pytest.mark.parametrize(
    ("keys", "lines"),
    [
        ("at_least: 100", ["doi-a 2026-H1 900 2026-07-05", "doi-a 2026-9M 900 2026-10-05"]),
        ("at_least: 100", ["doi-a 2026-H1 900 2026-07-05", "doi-a 2026-Q3 100 2026-10-05"]),
        ("at_least: 100", ["doi-a 2026-5M 900 2026-06-05", "doi-b 2026-Q2 700 2026-07-05"]),
        ("at_least: 100", ["doi-b 2026-H1 900 2026-07-05", "doi-a 2026-9M 100 2026-10-05"]),
        ("at_least: 100", ["doi-a 2025 900 2026-01-05", "doi-a 2026-9M 100 2026-10-05"]),
        # A newer figure takes the place of what it corrects.
        ("at_least: 100", ["doi-a 2026-H1 9 2026-07-05", "doi-a 2026-9M 1 2026-10-05", "doi-a 2026-9M 10 2026-10-06"]),
        # The newest stands for all: neither overlap nor fall means anything.
        ("at_least: 100, over_time: latest", ["doi-a 2026-5M 900 2026-06-05", "doi-a 2026-Q2 700 2026-07-05"]),
        ("at_least: 100, over_time: latest", ["doi-a 2026-H1 900 2026-06-05", "doi-a 2026-9M 700 2026-10-05"]),
    ],
)  # fmt: skip
def test_sound_figures_are_left_in_peace(keys: str, lines: list[str]) -> None:
    assert found(*lines, keys=keys) == []
