"""typer's complaints about a command line, in Vietnamese."""

from collections.abc import Callable, Sequence
from typing import Any

import typer

from thidua_cli.diagnostics.errors import ThiduaError


def sentence_of(error: typer.TyperException, arguments: Sequence[str]) -> ThiduaError | None:
    """The error in the user's words, or None for one that only a bug of ours can cause."""
    # The classes are private to typer; their names are what it shows in public.
    word = WORDED.get(type(error).__name__)
    return word(error, arguments) if word else None


def _unknown_command(error: Any, arguments: Sequence[str]) -> ThiduaError:
    """The one complaint without a class of its own: extra words are taken in by the frame."""
    from thidua_cli.vietnamese.letters import near

    commands, path = error.ctx.command.commands, error.ctx.command_path
    # Front pages have flags only, so the first word that is none of them and names no family is meant for a command.
    family = path.split()[1:]
    words = [word for word in arguments if word == "-" or not word.startswith("-")]
    name = next(iter(words[len(family) :]), "--")
    guess = near(name, commands)
    return ThiduaError(
        f"Không có lệnh “{' '.join([*family, name])}”.",
        hint=f"Có phải “{' '.join([*family, guess])}”?" if guess else f"Xem mọi lệnh: {path} --help",
    )


def _unknown_option(error: Any, _: Sequence[str]) -> ThiduaError:
    name, context = error.option_name, error.ctx
    subcommands = getattr(context.command, "commands", {})
    if any(name in _options(command) for command in subcommands.values()):
        return ThiduaError(
            f"Tùy chọn “{name}” đứng trước tên lệnh.",
            hint=f"Hãy ghi tên lệnh trước: {context.command_path} LỆNH {name} …",
        )
    from thidua_cli.vietnamese.letters import near

    guess = near(name, _options(context.command))
    return ThiduaError(
        f"Không có tùy chọn “{name}”.",
        hint=f"Có phải “{guess}”?" if guess else f"Xem các tùy chọn: {context.command_path} --help",
    )


def _value_of_option(error: Any, _: Sequence[str]) -> ThiduaError:
    name = error.option_name
    # One class for both, without a context: only the sentence tells them apart. Tests hold both.
    if "does not take a value" in error.message:
        return ThiduaError(f"Tùy chọn “{name}” không nhận giá trị.", hint=f"Hãy viết gọn: {name}")
    return ThiduaError(
        f"Tùy chọn “{name}” cần một giá trị.", hint=f"Hãy ghi giá trị ngay sau nó: {name} GIÁ-TRỊ"
    )


def _missing(error: Any, _: Sequence[str]) -> ThiduaError:
    parameter, path = error.param, error.ctx.command_path
    value = parameter.metavar or "GIÁ-TRỊ"
    if parameter.param_type_name == "argument":
        return ThiduaError(f"Thiếu {value}.", hint=f"Hãy ghi: {path} {value}. Xem thêm: {path} --help")
    name = "/".join(parameter.opts)
    return ThiduaError(
        f"Thiếu tùy chọn “{name}”.",
        hint=f"Hãy ghi: {path} {parameter.opts[0]} {value}. Xem thêm: {path} --help",
    )


def _options(command: Any) -> list[str]:
    return [name for p in command.params if p.param_type_name == "option" for name in p.opts]


WORDED: dict[str, Callable[[Any, Sequence[str]], ThiduaError]] = {
    "UsageError": _unknown_command,
    "NoSuchOption": _unknown_option,
    "BadOptionUsage": _value_of_option,
    "MissingParameter": _missing,
}
"""How each exception that a command line can bring about is worded."""
