"""Every kind of target, one a line."""

from typing import Annotated, Any

from pydantic import Discriminator, Tag

from thidua_cli.diagnostics.written import WrittenList, WrittenMapping
from thidua_cli.model.targets.amounts import AmountTarget
from thidua_cli.model.targets.shares import ShareTarget


def _kind(data: Any) -> str:
    kind = data.get("kind") if isinstance(data, dict) else getattr(data, "kind", None)
    if isinstance(kind, WrittenMapping | WrittenList):
        return "…"  # a block or a list is no kind, and is too long to be quoted
    return "amount" if kind is None else str(kind)


AnyTarget = Annotated[
    Annotated[AmountTarget, Tag("amount")] | Annotated[ShareTarget, Tag("share")],
    Discriminator(_kind),
]
