"""Build `docs/rules.md` from the rule book: every rule with its manual page, as `thidua explain` prints them.

Run it after a rule has changed: `python tools/build_rules_page.py`; a test compares.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from thidua_cli.cli.findings_text import WORDS
from thidua_cli.cli.rulebook import all_rules
from thidua_cli.diagnostics.rule import Rule

TARGET = Path(__file__).parent.parent / "docs" / "rules.md"

FAMILIES = {
    "TD0": "Tệp",
    "TD1": "Cú pháp YAML",
    "TD2": "Khóa và giá trị",
    "TD3": "Đơn vị, văn bản và tham chiếu",
    "TD4": "Chỉ tiêu và số liệu",
    "TD5": "Lời văn của kế hoạch và báo cáo",
    "TD6": "Thời gian",
    "TD7": "Sáng kiến và khen thưởng",
    "TD9": "Cách viết",
}
"""What the rules of each hundred are about."""

_OPENING = """\
# Các quy tắc

Mỗi chỗ sai mà `thidua validate` chỉ ra mang mã của một quy tắc ở trang này; `thidua explain TD204` in đúng
những lời ấy ngay trên màn hình. “Lỗi” phải sửa thì mới soạn được văn bản; “cảnh báo” nên sửa; “ghi chú” chỉ để
biết. Mã đã đặt thì không đổi nghĩa và không dùng lại.

"""
_EXAMPLE = re.compile(r"^(?=(?:Sai|Đúng|Nguồn): )", re.MULTILINE)
_CODE = re.compile(r"(`[^`]*`)")


def rules_page(rules: Sequence[Rule]) -> str:
    """The whole page, grouped by the hundreds of the codes."""
    families = [(family, tuple(members)) for family, members in groupby(rules, key=_family)]
    contents = "".join(
        f"- [{members[0].code} – {members[-1].code}](#{members[0].code.lower()}): {FAMILIES[family]}\n"
        for family, members in families
    )
    return _OPENING + contents + "".join(_section(family, members) for family, members in families)


def _family(rule: Rule) -> str:
    return rule.code[:3]


def _section(family: str, rules: Sequence[Rule]) -> str:
    return f"\n## {FAMILIES[family]}\n" + "".join(_entry(rule) for rule in rules)


def _entry(rule: Rule) -> str:
    """A rule under its code alone, so that a link needs nothing but the code."""
    parts = "\n\n".join([f"### {rule.code}", f"**{rule.title}** ({WORDS[rule.severity]})", *_manual(rule)])
    return f"\n{parts}\n"


def _manual(rule: Rule) -> Iterator[str]:
    why, *examples = _EXAMPLE.split(_literal(rule.manual))
    yield why.strip()
    yield "\n".join(f"- {' '.join(example.split())}" for example in examples)


def _literal(text: str) -> str:
    """The text with what HTML would swallow kept visible; code is literal already."""
    return "".join(part if part.startswith("`") else part.replace("<", "&lt;") for part in _CODE.split(text))


if __name__ == "__main__":
    TARGET.write_text(rules_page(all_rules()), encoding="utf-8", newline="\n")
