"""From a command line to its exit code: typer parses it, and every way to end is worded."""

import traceback
from collections.abc import Sequence
from functools import partial
from typing import assert_never

import typer

from thidua_cli.cli import output
from thidua_cli.cli.commands import COMMANDS, Command, Family, Later, called
from thidua_cli.cli.disk import disk_error
from thidua_cli.cli.frame import LEFTOVERS, framed, front, front_of_family
from thidua_cli.cli.sentences import sentence_of
from thidua_cli.diagnostics.errors import ThiduaError

FINE, CANNOT_GO_ON, OUR_BUG, INTERRUPTED = 0, 2, 3, 130


def run(arguments: Sequence[str], commands: Sequence[Command | Family] = COMMANDS) -> int:
    """Run one command line to its exit code."""
    try:
        code = assemble(called(commands, arguments))(
            args=list(arguments), prog_name="thidua", standalone_mode=False
        )
    except ThiduaError as error:
        return _cannot_go_on(error)
    except typer.TyperException as error:
        sentence = sentence_of(error, arguments)
        return _our_bug() if sentence is None else _cannot_go_on(sentence)
    except typer.Abort:
        return INTERRUPTED
    except OSError as error:
        return _our_bug() if error.filename is None else _cannot_go_on(disk_error(error))
    except Exception:  # noqa: BLE001 - the last door: whatever comes here is our bug, and says so
        return _our_bug()
    return code or FINE


def assemble(commands: Sequence[Command | Family]) -> typer.Typer:
    """The typer application of these commands."""
    app = _application(commands)
    app.callback(invoke_without_command=True, add_help_option=False)(front)
    return app


def _application(commands: Sequence[Command | Family]) -> typer.Typer:
    app = typer.Typer(
        add_completion=False,
        add_help_option=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        suggest_commands=False,
    )
    for command in commands:
        match command:
            case Command():
                _register(app, command)
            case Family(verb, about, heading, members):
                inner = _application(members)
                inner.callback(invoke_without_command=True, add_help_option=False)(front_of_family(about))
                app.add_typer(inner, name=verb, rich_help_panel=heading)
            case _:
                assert_never(command)
    return app


def _register(app: typer.Typer, command: Command) -> None:
    take = partial(app.command, command.verb, add_help_option=False, rich_help_panel=command.heading)
    if isinstance(command.function, Later):
        # Only to be listed: typer calls no command that the words do not name.
        take(help=command.function.summary)(command.function.load)
    else:
        take(context_settings=LEFTOVERS)(framed(command.function))


def _cannot_go_on(error: ThiduaError) -> int:
    output.complain(error)
    return CANNOT_GO_ON


def _our_bug() -> int:
    """Say so first; the traceback below is for whoever mends it."""
    output.lament(
        "lỗi: thidua gặp lỗi của chính nó, không phải do dữ liệu của bạn.\n"
        "  → Hãy gửi toàn bộ đoạn dưới đây cho người phụ trách phần mềm.\n\n" + traceback.format_exc()
    )
    return OUR_BUG
