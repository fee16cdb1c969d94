"""The list of commands, and how a command ends."""

import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

import typer

from thidua_cli.cli import output
from thidua_cli.cli.completion import completion
from thidua_cli.cli.disk import disk_error
from thidua_cli.cli.doctor import doctor
from thidua_cli.cli.due import due
from thidua_cli.cli.explain import explain
from thidua_cli.cli.form import ABOUT_FORMS
from thidua_cli.cli.form_export import export_forms
from thidua_cli.cli.form_import import import_forms
from thidua_cli.cli.frame import LEFTOVERS, CommandFunction, framed, front, front_of_family
from thidua_cli.cli.init import init
from thidua_cli.cli.initiative import ABOUT_INITIATIVES
from thidua_cli.cli.initiative_add import add_initiative
from thidua_cli.cli.initiative_coverage import show_coverage
from thidua_cli.cli.initiative_list import list_initiatives
from thidua_cli.cli.initiative_recognise import recognise_initiative
from thidua_cli.cli.listing import list_records
from thidua_cli.cli.new_plan import new_plan
from thidua_cli.cli.new_report import new_report
from thidua_cli.cli.plan import plan
from thidua_cli.cli.progress import progress
from thidua_cli.cli.record import record
from thidua_cli.cli.remind import remind
from thidua_cli.cli.report import report
from thidua_cli.cli.schema import schema
from thidua_cli.cli.sentences import sentence_of
from thidua_cli.cli.show import show
from thidua_cli.cli.validate import validate
from thidua_cli.diagnostics.errors import ThiduaError

FINE, CANNOT_GO_ON, OUR_BUG, INTERRUPTED = 0, 2, 3, 130

DAILY = "Việc hằng ngày"
LOOKUP = "Kiểm tra và tra cứu"
SET_UP = "Cài đặt"
WRITE, READ = "Ghi", "Xem"


@dataclass(frozen=True, slots=True)
class Command:
    """A verb, the function that does it, and the heading that it stands under in the help."""

    verb: str
    function: CommandFunction
    heading: str


@dataclass(frozen=True, slots=True)
class Family:
    """A verb with commands of its own; its page says what they are about."""

    verb: str
    about: str
    heading: str
    commands: tuple[Command, ...]


COMMANDS: tuple[Command | Family, ...] = (
    # The clerk's order. A function gives back None, or 1 where the data have errors.
    Command("new-plan", new_plan, DAILY),
    Command("plan", plan, DAILY),
    Command("new-report", new_report, DAILY),
    Command("report", report, DAILY),
    Command("progress", progress, DAILY),
    Command("record", record, DAILY),
    Command("due", due, DAILY),
    Command("remind", remind, DAILY),
    Family(
        "form",
        ABOUT_FORMS,
        DAILY,
        (
            Command("export", export_forms, WRITE),
            Command("import", import_forms, WRITE),
        ),
    ),
    Family(
        "initiative",
        ABOUT_INITIATIVES,
        DAILY,
        (
            Command("add", add_initiative, WRITE),
            Command("recognise", recognise_initiative, WRITE),
            Command("list", list_initiatives, READ),
            Command("coverage", show_coverage, READ),
        ),
    ),
    Command("validate", validate, LOOKUP),
    Command("list", list_records, LOOKUP),
    Command("show", show, LOOKUP),
    Command("explain", explain, LOOKUP),
    Command("init", init, SET_UP),
    Command("schema", schema, SET_UP),
    Command("doctor", doctor, SET_UP),
    Command("completion", completion, SET_UP),
)


def run(arguments: Sequence[str], commands: Sequence[Command | Family] = COMMANDS) -> int:
    """Run one command line to its exit code."""
    try:
        code = assemble(commands)(args=list(arguments), prog_name="thidua", standalone_mode=False)
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
            case Command(verb, function, heading):
                app.command(verb, add_help_option=False, context_settings=LEFTOVERS, rich_help_panel=heading)(
                    framed(function)
                )
            case Family(verb, about, heading, members):
                inner = _application(members)
                inner.callback(invoke_without_command=True, add_help_option=False)(front_of_family(about))
                app.add_typer(inner, name=verb, rich_help_panel=heading)
            case _:
                assert_never(command)
    return app


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
