"""What every command has in common: --color, --quiet, --help, and a refusal of words it does not know."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from thidua_cli.cli import output
from thidua_cli.cli.help_page import help_page
from thidua_cli.cli.values import parse_choice
from thidua_cli.cli.version import version_line
from thidua_cli.diagnostics.errors import ThiduaError

CommandFunction = Callable[..., int | None]

LEFTOVERS = {"allow_extra_args": True}
"""typer's own sentence about extra words is English and hides them in prose; with this we get them."""


OPTIONS_IN_FRONT = frozenset({"-h", "--help", "--version"})
"""What may stand before the name of a command."""


def _show_help(context: typer.Context, asked: bool) -> None:  # noqa: FBT001 - typer passes it by place
    if asked:
        output.product(help_page(context))
        raise typer.Exit


def _show_version(asked: bool) -> None:  # noqa: FBT001 - typer passes it by place
    if asked:
        output.product(version_line())
        raise typer.Exit


def _set_color(choice: str | None) -> None:
    if choice is not None:
        output.choose(color=parse_choice(choice, output.COLOR_CHOICES, "--color"))


def _set_quiet(asked: bool) -> None:  # noqa: FBT001 - typer passes it by place
    output.choose(quiet=asked)


_Color = Annotated[
    str | None,
    typer.Option(
        "--color",
        metavar="KHI-NÀO",
        help="Tô màu: auto (tự xét), always (luôn luôn) hoặc never (không bao giờ).",
        callback=_set_color,
        is_eager=True,
        expose_value=False,
    ),
]
_Quiet = Annotated[
    bool,
    typer.Option(
        "-q", "--quiet", help="Chỉ in kết quả và lỗi.", callback=_set_quiet, is_eager=True, expose_value=False
    ),
]
_Help = Annotated[
    bool,
    typer.Option(
        "-h", "--help", help="In trang này rồi dừng.", callback=_show_help, is_eager=True, expose_value=False
    ),
]
_Version = Annotated[
    bool,
    typer.Option(
        "--version",
        help="In phiên bản rồi dừng.",
        callback=_show_version,
        is_eager=True,
        expose_value=False,
    ),
]


def front(context: typer.Context, version: _Version = False, help_: _Help = False) -> None:  # noqa: ARG001
    """Kế hoạch, báo cáo và theo dõi phong trào thi đua từ dữ liệu văn bản.

    Ví dụ:
      thidua plan -c 19-KH
      thidua report -c 19-KH
      thidua validate
    """
    if context.invoked_subcommand is None:
        output.product(help_page(context))


def front_of_family(about: str) -> Callable[..., None]:
    """What a verb with commands of its own does when none is called: it shows its page."""

    def show(context: typer.Context, help_: _Help = False) -> None:  # noqa: ARG001
        if context.invoked_subcommand is None:
            output.product(help_page(context))

    show.__doc__ = about
    return show


def framed(command: CommandFunction) -> CommandFunction:
    """The command with the common options, refusing words that it has no place for."""

    def run(context: typer.Context, **given: Any) -> int | None:
        if context.args:
            words = ", ".join(f"“{word}”" for word in context.args)
            raise ThiduaError(
                f"Lệnh “{context.info_name}” không hiểu phần thừa: {words}.",
                hint=f"Xem cách dùng: {context.command_path} --help",
            )
        about = {"context": context} if wants_context else {}
        return command(**about, **{name: value for name, value in given.items() if name not in _COMMON})

    signature = inspect.signature(command, eval_str=True).parameters
    wants_context = "context" in signature
    own = [parameter for name, parameter in signature.items() if name != "context"]
    common = [_keyword(name, annotation, default) for name, (annotation, default) in _COMMON.items()]
    first = inspect.Parameter("context", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
    parameters = [first, *(p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own), *common]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # read by inspect
    run.__doc__ = command.__doc__
    return run


_COMMON: dict[str, tuple[Any, Any]] = {
    "frame_color": (_Color, None),
    "frame_quiet": (_Quiet, False),
    "frame_help": (_Help, False),
}


def _keyword(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
