"""`thidua explain`: the manual page of a rule."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli import output
from thidua_cli.diagnostics.errors import ThiduaError

if TYPE_CHECKING:
    from thidua_cli.diagnostics.rule import Rule


def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="MÃ", help="Mã quy tắc, ví dụ TD204; để trống thì liệt kê mọi mã.")
    ] = None,
) -> None:
    """Giải thích một quy tắc: phải thế nào, vì sao, viết sai và viết đúng ra sao.

    Ví dụ:
      thidua explain
      thidua explain TD204
    """
    from thidua_cli.cli.rulebook import all_rules

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
