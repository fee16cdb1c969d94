"""The sheets of a form and their columns: written by their headings, and found again by them wherever they stand."""

from dataclasses import dataclass
from enum import StrEnum

VERSION = 1
"""Of the layout; raised when a form of before would be read otherwise."""
END_OF_TABLE = "Người lập biểu"
"""What stands below a table begins with this; nothing from there on is read."""
AS_OF = "Số liệu tính đến ngày:"
SOURCE = "Số, ký hiệu báo cáo:"
UNIT = "Đơn vị báo cáo:"
LEVEL = "mức đạt được"
"""The unit of a target that compares two levels: they are reported, not what lies between them."""
ACTUAL, ESTIMATE = "thực hiện", "ước"
OF_PERIOD, CUMULATIVE = "riêng kỳ này", "lũy kế từ đầu năm"


class Field(StrEnum):
    """A column by what it holds; the value is its heading."""

    NUMBER = "STT"
    ID = "Mã"
    FIGURE_NAME = "Chỉ tiêu"
    UNIT = "Đơn vị tính"
    GOAL = "Mức giao"
    PREVIOUS = "Kỳ trước"
    VALUE = "Kết quả"
    NUMERATOR = "Tử số"
    DENOMINATOR = "Mẫu số"
    BASE = "Số cùng kỳ năm trước"
    ESTIMATE = "Thực hiện hay ước"
    CUMULATIVE = "Lũy kế hay riêng kỳ"
    STATE_NAME = "Nhiệm vụ, mốc"
    DEADLINE = "Hạn"
    STATE = "Tình trạng"
    SHOWN_BY = "Văn bản, minh chứng"
    DONE_ON = "Ngày hoàn thành"
    NOTE = "Ghi chú"
    TITLE = "Tên sáng kiến"
    AUTHORS = "Tác giả và tỷ lệ"
    SUBJECT = "Lĩnh vực"
    REGISTERED_ON = "Ngày đăng ký"
    APPLIED_ON = "Ngày áp dụng lần đầu"
    STANDING = "Đã ghi nhận"
    HEADING = "Đề mục"
    QUESTION = "Câu hỏi"
    ANSWER = "Trả lời"


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet of the form: the columns that it has, and those that people fill in."""

    sheet: str
    widths: dict[Field, int]
    """Columns in order, with their widths in characters."""
    filled: frozenset[Field]
    needs: frozenset[Field]
    """Columns without which the sheet cannot be read."""

    @property
    def saying(self) -> frozenset[Field]:
        """Columns that hold nothing unless somebody has filled them in."""
        return self.filled - {Field.ESTIMATE, Field.CUMULATIVE}


FIGURES = Table(
    "Chỉ tiêu",
    {
        Field.NUMBER: 5, Field.ID: 13, Field.FIGURE_NAME: 32, Field.UNIT: 10, Field.GOAL: 13, Field.PREVIOUS: 16,
        Field.VALUE: 11, Field.NUMERATOR: 8, Field.DENOMINATOR: 8, Field.BASE: 10, Field.ESTIMATE: 10,
        Field.CUMULATIVE: 11, Field.NOTE: 18,
    },
    frozenset({
        Field.VALUE, Field.NUMERATOR, Field.DENOMINATOR, Field.BASE, Field.ESTIMATE, Field.CUMULATIVE, Field.NOTE,
    }),
    frozenset({Field.VALUE}),
)  # fmt: skip
STATES = Table(
    "Nhiệm vụ",
    {
        Field.NUMBER: 5, Field.ID: 13, Field.STATE_NAME: 38, Field.DEADLINE: 11, Field.PREVIOUS: 16, Field.STATE: 15,
        Field.SHOWN_BY: 18, Field.DONE_ON: 11, Field.NOTE: 16,
    },
    frozenset({Field.STATE, Field.SHOWN_BY, Field.DONE_ON, Field.NOTE}),
    frozenset({Field.STATE}),
)  # fmt: skip
INITIATIVES = Table(
    "Sáng kiến",
    {
        Field.NUMBER: 5, Field.ID: 13, Field.TITLE: 36, Field.AUTHORS: 30, Field.SUBJECT: 14, Field.REGISTERED_ON: 12,
        Field.APPLIED_ON: 12, Field.STANDING: 16,
    },
    frozenset({Field.TITLE, Field.AUTHORS, Field.SUBJECT, Field.REGISTERED_ON, Field.APPLIED_ON}),
    frozenset({Field.TITLE, Field.AUTHORS}),
)  # fmt: skip
ANSWERS = Table(
    "Lời văn",
    {Field.NUMBER: 5, Field.HEADING: 28, Field.QUESTION: 32, Field.ANSWER: 75},
    frozenset({Field.ANSWER}),
    frozenset({Field.HEADING, Field.ANSWER}),
)
TABLES = (FIGURES, STATES, INITIATIVES, ANSWERS)
HELP_SHEET = "Hướng dẫn"
HIDDEN_SHEET = "_thidua"
