"""The help page of a command, in Vietnamese, from what typer itself parses."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Any

import typer

_WIDTH = 90
_EXAMPLES = "Ví dụ:"
_VALUE = "GIÁ-TRỊ"


def help_page(context: typer.Context) -> str:
    """Everything a user needs to call the command, or for the front page to choose one."""
    command: Any = context.command
    purpose, _, examples = (command.help or "").partition(_EXAMPLES)
    arguments = [p for p in command.params if p.param_type_name == "argument" and not p.hidden]
    options = [p for p in command.params if p.param_type_name == "option" and not p.hidden]
    sections = [
        *_paragraphs(purpose),
        f"Cách dùng: {_usage(context, arguments)}",
        *_command_groups(command),
        *_table("Đối số:", [(_argument_name(p), _described(p)) for p in arguments]),
        *_table("Tùy chọn:", [(_option_names(p), _described(p)) for p in options]),
    ]
    if examples:
        sections.append(
            f"{_EXAMPLES}\n" + "\n".join(f"  {line.strip()}" for line in examples.strip().splitlines())
        )
    if getattr(command, "commands", None):
        sections.append(f"Xem cách dùng của một lệnh: {context.command_path} LỆNH --help")
    return "\n\n".join(sections) + "\n"


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.strip().split("\n\n"):
        yield "\n".join(wrap(" ".join(paragraph.split()), _WIDTH))


def _usage(context: typer.Context, arguments: list[Any]) -> str:
    if getattr(context.command, "commands", None):
        return f"{context.command_path} LỆNH [TÙY CHỌN]"
    return " ".join([context.command_path, *(_argument_name(p) for p in arguments), "[TÙY CHỌN]"])


def _command_groups(command: Any) -> Iterator[str]:
    """The commands under their headings in the order in which they were registered, families last."""
    headings: dict[str, list[tuple[str, str]]] = {}
    commands = getattr(command, "commands", {})
    # typer takes in all families before the first single command.
    for name, subcommand in sorted(commands.items(), key=lambda entry: hasattr(entry[1], "commands")):
        summary = (subcommand.help or "").partition("\n\n")[0]
        headings.setdefault(subcommand.rich_help_panel, []).append((name, " ".join(summary.split())))
    width = max((len(name) for rows in headings.values() for name, _ in rows), default=0)
    for heading, rows in headings.items():
        yield from _table(f"{heading}:", rows, width)


def _table(heading: str, rows: list[tuple[str, str]], width: int = 0) -> Iterator[str]:
    """Names and what they mean in two columns, or nothing; the first is at least `width` wide."""
    if not rows:
        return
    width = max(width, *(len(name) for name, _ in rows))
    lines = [heading]
    for name, meaning in rows:
        first, *rest = wrap(meaning, _WIDTH - width - 4) or [""]
        lines.append(f"  {name:<{width}}  {first}".rstrip())
        lines.extend(f"  {'':<{width}}  {line}" for line in rest)
    yield "\n".join(lines)


def _argument_name(parameter: Any) -> str:
    name = f"{parameter.metavar or _VALUE}{'…' if parameter.nargs == -1 else ''}"
    return name if parameter.required else f"[{name}]"


def _option_names(parameter: Any) -> str:
    short = [name for name in parameter.opts if not name.startswith("--")]
    long = [name for name in parameter.opts if name.startswith("--")]
    names = ", ".join([*short, *long]) if short else f"    {', '.join(long)}"
    return names if parameter.is_flag else f"{names} {parameter.metavar or _VALUE}"


def _described(parameter: Any) -> str:
    required = parameter.required and parameter.param_type_name == "option"
    return f"{parameter.help or ''}{' Bắt buộc.' if required else ''}".strip()
