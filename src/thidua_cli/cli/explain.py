"""`thidua explain`: the manual page of a rule, or what a key of a data file means."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli import output
from thidua_cli.diagnostics.errors import ThiduaError

if TYPE_CHECKING:
    from thidua_cli.diagnostics.rule import Rule

_CODE = re.compile(r"(?i)td ?\d+")
"""What is meant to be the code of a rule."""


def explain(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="MÃ", help="Mã quy tắc, tên khóa hoặc tên tệp; để trống thì liệt kê mọi quy tắc."
        ),
    ] = None,
) -> None:
    """Giải thích một quy tắc, hoặc một khóa của tệp dữ liệu: nghĩa là gì, viết thế nào.

    Tên tệp như campaign.yaml, tên mục như “chỉ tiêu” cho biết ở đó có những khóa nào.

    Ví dụ:
      thidua explain
      thidua explain TD204
      thidua explain reported_by
      thidua explain campaign.yaml
      thidua explain "chỉ tiêu"
    """
    from thidua_cli.cli.rulebook import all_rules

    if code is not None and not _CODE.fullmatch(code.strip()):
        from thidua_cli.cli.explained_keys import explained

        output.product(explained(code))
        return
    rules = all_rules()
    output.product(list_of(rules) if code is None else page_of(find(code, rules)))


def find(code: str, rules: "Sequence[Rule]") -> "Rule":
    """The rule of that code, in capitals or not."""
    from thidua_cli.vietnamese.letters import near

    known = {rule.code: rule for rule in rules}
    if code.strip().upper() in known:
        return known[code.strip().upper()]
    guess = near(code, known)
    raise ThiduaError(
        f"Không có quy tắc nào mang mã “{code}”.",
        hint=f"Có phải “{guess}”?" if guess else "Xem mọi mã quy tắc: thidua explain",
    )


def page_of(rule: "Rule") -> str:
    """The manual page: code, weight and obligation, then the why with its examples."""
    from thidua_cli.cli.findings_text import WORDS

    return f"{rule.code} ({WORDS[rule.severity]}): {rule.title}\n\n{rule.manual}\n"


def list_of(rules: "Sequence[Rule]") -> str:
    """One line a rule."""
    from thidua_cli.cli.findings_text import WORDS

    width = max(len(word) for word in WORDS.values())
    lines = [f"{rule.code}  {WORDS[rule.severity]:<{width}}  {rule.title}\n" for rule in rules]
    return "".join(lines)
