"""How reading compares with PyYAML's quickest loader on the same files, in the same run.

Run `python benchmarks/reading.py`; it prints ratios, which vary far less between machines than seconds do.
The files are initiatives as a department writes them: some 20 lines each, Vietnamese text, two authors.
"""

import statistics
from collections.abc import Callable

import yaml
from measuring import compared

from thidua_cli.model.initiatives import InitiativeFile
from thidua_cli.reading.validation import validate
from thidua_cli.reading.yaml_source import read_yaml

FILES, RECORDS, ROUNDS = 40, 25, 7
RECORD = """\
- id: sang-kien-{n}
  title: Sáng kiến minh họa số {n}
  authors:
    - name: Tác giả A
      share: 60
    - name: Tác giả B
      share: 40
  field: Chuyển đổi số
  first_applied: 2026-03-01
  essence: >-
    Rút ngắn thời gian xử lý hồ sơ bằng cách nhập một lần và dùng lại ở mọi bước,
    không phải gõ lại số liệu đã có.
  history:
    - status: registered
      on: 2026-01-15
    - status: recognised
      on: 2026-06-15
      council: Hội đồng minh họa
      decision: Quyết định mẫu số {n}
  campaigns: [19-KH]
"""


def main() -> None:
    """Print each step's time as a ratio to PyYAML's CSafeLoader."""
    text = "".join(RECORD.format(n=n) for n in range(RECORDS)).encode()
    steps: dict[str, Callable[[], object]] = {
        "yaml.load(CSafeLoader)": lambda: yaml.load(text, yaml.CSafeLoader),
        "read_yaml, with places where they are asked for": lambda: read_yaml(text, "a.yaml"),
        "read_yaml and validate": lambda: _validated(text),
    }
    ratios = compared(steps, to="yaml.load(CSafeLoader)", rounds=ROUNDS, times=FILES)
    for name, measured in ratios.items():
        print(f"{statistics.median(measured):5.2f} × {name}")


def _validated(text: bytes) -> object:
    data = read_yaml(text, "a.yaml").data
    assert data is not None
    record, findings = validate(data, InitiativeFile)
    assert not findings
    return record


if __name__ == "__main__":
    main()
