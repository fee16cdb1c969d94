"""A province that nobody has: a data directory of any size, the same for the same seed.

Run `python benchmarks/province.py DIRECTORY`. In full size it holds 2,000 units, 125,000 initiatives of five years in a
file for each unit and year, and 5 campaigns, to each of which 400 units report 8 figures a quarter. Everything in it is
invented and plainly named so; the files are written as people and `thidua` write them, with comments, lists in
brackets, folded text and quotes.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

UNITS, CAMPAIGNS, TARGETS = 2000, 5, 8
YEARS = (2022, 2023, 2024, 2025, 2026)
INITIATIVES_A_YEAR = (12, 13)
_FIELDS = ("Chuyển đổi số", "Quản lý", "Chuyên môn nghiệp vụ", "Cải cách hành chính")
_ESSENCE = (
    "Rút ngắn thời gian xử lý hồ sơ bằng cách nhập một lần và dùng lại ở mọi bước, không phải gõ lại số liệu đã có.",
    "Gộp ba biểu mẫu thành một; mỗi bộ phận chỉ điền phần của mình, bộ phận sau thấy ngay phần của bộ phận trước.",
    "Lập danh mục câu hỏi thường gặp để người dân tự tra cứu trước khi đến làm thủ tục.",
)


def write_province(root: Path, *, share: int = 1, seed: int = 19) -> None:
    """The province below `root`, or one with one unit in `share`."""
    chance = random.Random(seed)  # noqa: S311 - the same province for the same seed is what is wanted
    units = [f"don-vi-minh-hoa-{n}" for n in range(1, UNITS // share + 1)]
    _write(root / "thidua.yaml", "unit: don-vi-minh-hoa-1\n")
    _write(root / "data/indicators.yaml", "[]\n")
    _write(root / "data/documents.yaml", "[]\n")
    for n, unit in enumerate(units, 1):
        text = f"id: {unit}\nname: Đơn vị minh họa {n}\nkind: body\nheadcount:\n"
        counts = (f"  - on: {year}-06-30\n    value: {20 + n % 60}\n" for year in YEARS)
        _write(root / f"data/units/{unit}.yaml", text + "".join(counts))
        for year in YEARS:
            path = root / f"data/initiatives/{year}/{unit}.yaml"
            _write(path, "".join(_initiative_file(n, year, chance)))
    for n in range(CAMPAIGNS):
        _write_campaign(root, n, units[n::CAMPAIGNS], chance)


def _initiative_file(n: int, year: int, chance: random.Random) -> Iterator[str]:
    yield f"# Sáng kiến GIẢ ĐỊNH của Đơn vị minh họa {n}, năm {year}.\n"
    for i in range(1, INITIATIVES_A_YEAR[(n + year) % 2] + 1):
        yield from _initiative(f"sk-{year}-{n}-{i}", n, year, chance)
        yield "\n" if chance.random() < 0.3 else ""


def _initiative(name: str, n: int, year: int, chance: random.Random) -> Iterator[str]:
    words = f"Sáng kiến minh họa {name[3:]} về rút ngắn thời gian giải quyết thủ tục"
    yield f"- id: {name}\n"
    yield f'  title: "{words}: bước {n}"\n' if chance.random() < 0.1 else f"  title: {words}\n"
    yield "  authors:\n"
    for share in chance.choice(((100,), (60, 40), ("33,4", "33,3", "33,3"))):
        yield f"    - name: Tác giả minh họa {n}-{chance.randrange(20, 10_000)}\n      share: {share}\n"
    yield f"  field: {chance.choice(_FIELDS)}\n"
    yield f"  first_applied: {_day(year, 1, chance)}\n"
    essence = chance.choice(_ESSENCE)
    half = essence.index(" ", len(essence) // 2)
    folded = f"  essence: >-\n    {essence[:half]}\n    {essence[half + 1 :]}\n"
    yield folded if chance.random() < 0.3 else f"  essence: {essence}\n"
    yield f"  campaigns: [phong-trao-{n % CAMPAIGNS + 1}]\n"
    yield "  history:\n"
    yield f"    - status: registered\n      on: {_day(year, 2, chance)}\n"
    if chance.random() < 0.7:
        yield f"    - status: submitted\n      on: {_day(year, 6, chance)}\n"
        yield f"    - status: recognised\n      on: {_day(year, 10, chance)}\n      level: unit\n"
        yield f"      council: Hội đồng sáng kiến minh họa {n}\n      decision: Quyết định mẫu số {n}\n"


def _day(year: int, month: int, chance: random.Random) -> str:
    return f"{year}-{month:02}-{chance.randint(1, 28):02}"


def _write_campaign(root: Path, n: int, units: list[str], chance: random.Random) -> None:
    folder = root / f"data/campaigns/phong-trao-{n + 1}"
    group = f"nhom-minh-hoa-{n + 1}"
    members = "".join(f"  - {unit}\n" for unit in units)
    _write(
        root / f"data/units/{group}.yaml", f"id: {group}\nname: Nhóm minh họa {n + 1}\nmembers:\n{members}"
    )
    _write(
        folder / "campaign.yaml",
        f"name: phong trào minh họa {n + 1}\nissuer: {units[0]}\ndocument:\n  place: Nơi minh họa\n"
        "specimen: Kế hoạch minh họa, không có thật\nperiod:\n  from: 2026-01-01\n  to: 2026-12-31\n",
    )
    _write(folder / "targets.yaml", "targets:\n" + "".join(_target(i, group) for i in range(1, TARGETS + 1)))
    goals = "".join(f'Phấn đấu {{{{ target("chi-tieu-{i}") }}}}.\n\n' for i in range(1, TARGETS + 1))
    _write(folder / "plan.md", f"# MỤC ĐÍCH, YÊU CẦU\n\nLời văn minh họa.\n\n# CHỈ TIÊU\n\n{goals}")
    for unit in units:
        _write(folder / f"results/{unit}.yaml", "".join(_entries(chance)))


def _target(i: int, group: str) -> str:
    return (
        f"  - id: chi-tieu-{i}\n    name: Chỉ tiêu minh họa {i}\n    unit: lượt\n    at_least: {i}00000\n"
        f"    by: 2026\n    reported_by: [{group}]\n"
    )


def _entries(chance: random.Random) -> Iterator[str]:
    for quarter in range(1, 4):
        yield f"- period: 2026-Q{quarter}\n  as_of: 2026-{quarter * 3 + 1:02}-05\n"
        yield f"  source: Báo cáo mẫu quý {quarter}\n  values:\n"
        for i in range(1, TARGETS + 1):
            if i % 4:
                yield f"    chi-tieu-{i}: {chance.randrange(1, 900)}\n"
            else:
                yield f"    chi-tieu-{i}:\n      value: {chance.randrange(1, 900)},5\n      note: Số liệu minh họa\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


if __name__ == "__main__":
    write_province(Path(sys.argv[1]), share=int(sys.argv[2]) if len(sys.argv) > 2 else 1)
