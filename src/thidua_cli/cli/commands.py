"""The list of commands: where each is found, how it is listed, and which ones a command line needs."""

from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple, assert_never, cast

from thidua_cli.cli.form import ABOUT_FORMS
from thidua_cli.cli.frame import OPTIONS_IN_FRONT, CommandFunction
from thidua_cli.cli.initiative import ABOUT_INITIATIVES

DAILY = "Việc hằng ngày"
LOOKUP = "Kiểm tra và tra cứu"
SET_UP = "Cài đặt"
WRITE, READ = "Ghi", "Xem"
COMPLETION = "completion"


class Later(NamedTuple):
    """A function that is imported only for a command line that names its verb."""

    place: str
    """Its module in this room and its name: `plan:plan`."""
    summary: str
    """The first line of its help, which lists of commands show; a test compares."""

    def load(self) -> CommandFunction:
        """The function itself."""
        module, _, name = self.place.partition(":")
        return cast("CommandFunction", getattr(import_module(f"thidua_cli.cli.{module}"), name))


class Command(NamedTuple):
    """A verb, the function that does it, and the heading that it stands under in the help."""

    verb: str
    function: CommandFunction | Later
    heading: str


class Family(NamedTuple):
    """A verb with commands of its own; its page says what they are about."""

    verb: str
    about: str
    heading: str
    commands: "tuple[Command | Family, ...]"


COMMANDS: tuple[Command | Family, ...] = (
    # The clerk's order. A function gives back None, or 1 where the data have errors.
    Command(
        "new-plan",
        Later("new_plan:new_plan", "Lập phong trào mới: hỏi vài điều rồi tạo các tệp để viết tiếp."),
        DAILY,
    ),
    Command(
        "plan",
        Later(
            "plan:plan", "Soạn KẾ HOẠCH phát động phong trào thành tệp Word, đúng thể thức Nghị định 30/2020."
        ),
        DAILY,
    ),
    Command(
        "new-report",
        Later(
            "new_report:new_report",
            "Tạo tệp lời văn của một báo cáo: các đề mục và câu hỏi mà chỉ người trả lời được.",
        ),
        DAILY,
    ),
    Command(
        "report", Later("report:report", "Soạn BÁO CÁO kết quả thực hiện phong trào thành tệp Word."), DAILY
    ),
    Command(
        "progress",
        Later(
            "progress:progress",
            "Xem kết quả so với chỉ tiêu: đạt hay chưa, đúng tiến độ hay chậm, ai chưa báo cáo.",
        ),
        DAILY,
    ),
    Command(
        "record",
        Later(
            "record:record",
            "Ghi một số liệu lẻ đơn vị báo qua điện thoại, tin nhắn vào tệp kết quả của đơn vị.",
        ),
        DAILY,
    ),
    Command(
        "due",
        Later(
            "due:due",
            "Xem việc gì đến hạn ngày nào, ai còn nợ báo cáo và số liệu, việc gì đã xong và căn cứ vào đâu.",
        ),
        DAILY,
    ),
    Command(
        "remind",
        Later(
            "remind:remind",
            "Soạn công văn đôn đốc gửi từng đơn vị quá hạn, kèm danh sách những gì đơn vị ấy còn nợ.",
        ),
        DAILY,
    ),
    Family(
        "form",
        ABOUT_FORMS,
        DAILY,
        (
            Command(
                "export",
                Later(
                    "form_export:export_forms",
                    "Lập biểu Excel cho đơn vị điền: mỗi đơn vị một tệp, có số kỳ trước và số đã báo.",
                ),
                WRITE,
            ),
            Command(
                "import",
                Later(
                    "form_import:import_forms",
                    "Nhận biểu đã điền: kiểm tra từng ô, cho xem thay đổi, rồi ghi vào dữ liệu.",
                ),
                WRITE,
            ),
        ),
    ),
    Family(
        "initiative",
        ABOUT_INITIATIVES,
        DAILY,
        (
            Command(
                "add",
                Later(
                    "initiative_add:add_initiative",
                    "Ghi một sáng kiến mới đăng ký: hỏi vài điều rồi thêm vào tệp của đơn vị.",
                ),
                WRITE,
            ),
            Command(
                "recognise",
                Later(
                    "initiative_recognise:recognise_initiative",
                    "Ghi quyết định về một sáng kiến: công nhận, không công nhận, hủy công nhận.",
                ),
                WRITE,
            ),
            Command(
                "list",
                Later("initiative_list:list_initiatives", "Liệt kê sáng kiến cùng tác giả và trạng thái."),
                READ,
            ),
            Command(
                "coverage",
                Later(
                    "initiative_coverage:show_coverage",
                    "Tính độ bao phủ: bao nhiêu người có ít nhất một sáng kiến được công nhận trong năm.",
                ),
                READ,
            ),
        ),
    ),
    Command(
        "validate", Later("validate:validate", "Kiểm tra toàn bộ dữ liệu và chỉ ra từng chỗ sai."), LOOKUP
    ),
    Command(
        "list",
        Later(
            "listing:list_records",
            "Liệt kê những gì đang có: phong trào, đơn vị, chỉ tiêu, văn bản, quy tắc.",
        ),
        LOOKUP,
    ),
    Command(
        "show",
        Later(
            "show:show", "Cho xem một mục và những gì liên quan: văn bản được dẫn ở đâu, đơn vị phải làm gì."
        ),
        LOOKUP,
    ),
    Command(
        "explain",
        Later(
            "explain:explain",
            "Giải thích một quy tắc, hoặc một khóa của tệp dữ liệu: nghĩa là gì, viết thế nào.",
        ),
        LOOKUP,
    ),
    Command(
        "init",
        Later(
            "init:init",
            "Tạo thư mục dữ liệu mới: cấu hình, danh mục, một phong trào mẫu, lược đồ cho trình soạn thảo.",
        ),
        SET_UP,
    ),
    Command(
        "schema",
        Later(
            "schema:schema",
            "Đưa ra lược đồ JSON Schema để trình soạn thảo gợi ý khóa và chỉ chỗ sai ngay khi gõ.",
        ),
        SET_UP,
    ),
    Command(
        "doctor",
        Later(
            "doctor:doctor",
            "Khám máy: bản cài đặt, bảng mã, phông chữ, git, thư mục dữ liệu và tệp đang bị khóa.",
        ),
        SET_UP,
    ),
    Command(
        COMPLETION,
        Later(
            "completion:completion",
            "In những dòng để vỏ lệnh gõ giúp (phím Tab) lệnh, tùy chọn, mã phong trào và mã đơn vị.",
        ),
        SET_UP,
    ),
)


def called(commands: Sequence[Command | Family], words: Sequence[str]) -> tuple[Command | Family, ...]:
    """The same commands, the one that the words name with its function, and the one that is to be completed.

    An option in front may be one of a command that should have come first: to say so, all are needed.
    """
    named = _named({command.verb for command in commands}, words)
    in_front = next((word for word in words if word not in OPTIONS_IN_FRONT), "")
    return tuple(
        _loaded(command, named.get(command.verb, ()))
        if command.verb in named or in_front.startswith("-")
        else command
        for command in commands
    )


def _named(verbs: set[str], words: Sequence[str]) -> dict[str, Sequence[str]]:
    """The verb that the words name, with the words after it; those after `completion` name another."""
    for place, word in enumerate(words, start=1):
        if word in verbs:
            after = words[place:]
            return {**(_named(verbs, after) if word == COMPLETION else {}), word: after}
    return {}


def _loaded(command: Command | Family, words: Sequence[str]) -> Command | Family:
    match command:
        case Command(function=Later() as later):
            return command._replace(function=later.load())
        case Command():
            return command
        case Family(commands=members):
            return command._replace(commands=called(members, words))
        case _:
            assert_never(command)
