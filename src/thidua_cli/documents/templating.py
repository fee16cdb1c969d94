"""Jinja, sandboxed: data are set literally, nothing may be undefined, and errors name the template's line.

Two languages share it. A template of ours may loop and choose. Prose that people write (`plan.md`, narratives) sees
functions and nothing else, so that it cannot compute, and so that a hyphen in an id is never a subtraction.
"""

import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError, nodes
from jinja2.sandbox import SandboxedEnvironment

from thidua_cli.diagnostics.errors import ThiduaError
from thidua_cli.diagnostics.finding import Location
from thidua_cli.repository.index import Prose
from thidua_cli.typesetting.markup import escape

_IN_PROSE = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Call, nodes.Name, nodes.Const, nodes.Keyword,
)  # fmt: skip
# These build text from text that is escaped already; escaping it again would show backslashes on paper.
_NEVER = (nodes.Macro, nodes.CallBlock, nodes.AssignBlock, nodes.FilterBlock, nodes.Concat, nodes.Include,
          nodes.Import, nodes.FromImport, nodes.Extends)  # fmt: skip


class Markup(str):
    """Text that is markup already, and is not escaped again."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class CallInProse:
    """A function call in prose with its literal arguments."""

    name: str
    arguments: tuple[Any, ...]
    at: Location


def _literal(value: Any) -> str:
    if isinstance(value, Markup):
        return value
    assert isinstance(value, str | int), f"a template may only print text and whole numbers, not {value!r}"
    return escape(str(value))


# Escaping is for our Markdown subset, not for HTML: `finalize` does it, and Jinja's own stays off.
_ENVIRONMENT = SandboxedEnvironment(
    undefined=StrictUndefined,
    autoescape=False,
    finalize=_literal,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def render_template(template: Prose, context: Mapping[str, Any]) -> str:
    """The markup that a template of ours gives; raises ThiduaError with the line that failed."""
    tree = _parse(template)
    unsafe = next(tree.find_all(_NEVER), None)
    assert unsafe is None, (
        f"{template.path}:{unsafe.lineno if unsafe else 0}: not among the constructs we allow"
    )
    return _render(template, context)


def render_prose(prose: Prose, functions: Mapping[str, Callable[..., str]]) -> str:
    """The markup that a person's prose gives; as many lines as it had, so that places stay right.

    Raises ThiduaError for anything but calls of the functions, at its line.
    """
    _refuse_logic(prose, _parse(prose))
    return _render(prose, functions)


def calls_in(prose: Prose) -> Iterator[CallInProse]:
    """Every function call in prose, in order; raises ThiduaError where the prose cannot be parsed."""
    tree = _parse(prose)
    _refuse_logic(prose, tree)
    lines = prose.text.split("\n")
    for call in tree.find_all(nodes.Call):
        assert isinstance(call.node, nodes.Name)
        arguments = tuple(a.value for a in call.args if isinstance(a, nodes.Const))
        column = lines[call.lineno - 1].find(call.node.name) + 1
        line = call.lineno + prose.first_line - 1
        at = Location(prose.path, line, max(column, 1), line, max(column, 1) + len(call.node.name))
        yield CallInProse(call.node.name, arguments, at)


def calls_or_none(prose: Prose) -> tuple[CallInProse, ...] | None:
    """The same for those who may pass over what cannot be parsed: rule TD501 says why."""
    try:
        return tuple(calls_in(prose))
    except ThiduaError:
        return None


def _parse(prose: Prose) -> nodes.Template:
    try:
        return _ENVIRONMENT.parse(prose.text, prose.path, prose.path)
    except TemplateSyntaxError as error:
        raise ThiduaError(
            "Chỗ này mở {{ hoặc {% mà chưa viết đúng.",
            hint='Viết theo dạng {{ hàm("mã") }}, ví dụ {{ figure("khach-du-lich-2026") }}.',
            at=_line(prose, error.lineno),
        ) from error
    except RecursionError as error:
        lines = prose.text.split("\n")
        deepest = max(range(len(lines)), key=lambda i: sum(map(lines[i].count, "([{")))
        raise ThiduaError(
            "Ngoặc ở chỗ này lồng nhau quá nhiều cấp.",
            hint='Viết theo dạng {{ hàm("mã") }}.',
            at=_line(prose, deepest + 1),
        ) from error


def _refuse_logic(prose: Prose, tree: nodes.Template) -> None:
    for node in _walk(tree):
        simple_call = not isinstance(node, nodes.Call) or isinstance(node.node, nodes.Name)
        if not isinstance(node, _IN_PROSE) or not simple_call:
            raise ThiduaError(
                "Trong lời văn chỉ gọi được hàm, không viết được phép tính hay câu lệnh.",
                hint='Viết {{ hàm("mã") }}, mã trong ngoặc kép, ví dụ {{ target("luot-khach") }}.',
                at=_line(prose, node.lineno),
            )


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _render(prose: Prose, context: Mapping[str, Any]) -> str:
    try:
        code = _ENVIRONMENT.compile(prose.text, prose.path, prose.path)
        template = _ENVIRONMENT.template_class.from_code(_ENVIRONMENT, code, _ENVIRONMENT.make_globals(None))
        return template.render(context)
    except UndefinedError as error:
        name = str(error).split("'")[1] if "'" in str(error) else ""
        raise ThiduaError(
            f"Không có hàm hay tên nào là “{name}”.",
            hint=f"Các hàm: {', '.join(sorted(k for k in context if callable(context[k])))}.",
            at=_line(prose, _failing_line(prose, error)),
        ) from error
    except TypeError as error:
        raise ThiduaError(
            "Hàm ở chỗ này được gọi với thiếu hoặc thừa giá trị trong ngoặc.",
            hint="Xem cách gọi trong docs/data-format.md.",
            at=_line(prose, _failing_line(prose, error)),
        ) from error
    except ThiduaError as error:
        if error.at is None:
            error.at = _line(prose, _failing_line(prose, error))
        raise


def _failing_line(prose: Prose, error: BaseException) -> int:
    frames = traceback.extract_tb(error.__traceback__)
    return next((f.lineno or 1 for f in reversed(frames) if f.filename == prose.path), 1)


def _line(prose: Prose, line: int) -> Location:
    text = prose.text.split("\n")
    indent = len(text[line - 1]) - len(text[line - 1].lstrip()) if line <= len(text) else 0
    number = line + prose.first_line - 1
    return Location(prose.path, number, indent + 1, number, indent + 2)
