"""How a form is filled in: a page of its own, and a sentence beside each cell."""

from thidua_cli.forms import columns
from thidua_cli.forms.asking import Form
from thidua_cli.forms.columns import HELP_SHEET, LEVEL, Field
from thidua_cli.model.target_sheets import Task
from thidua_cli.model.targets.changes import ChangeTarget
from thidua_cli.model.targets.shares import PERCENT
from thidua_cli.spreadsheets.book import Cell, Column, Guide, Row, Sheet, Style

_HEAD = Style(bold=True, border=True, fill="#DCE6F1")
_TEXT = Style(border=True)

_MESSAGES = {
    Field.VALUE: "Số viết 23100 hoặc 39,62 (dấu phẩy thập phân). Không có thì ghi 0; chưa có số liệu thì để trống.",
    Field.NUMERATOR: "Bao nhiêu đã đạt; thứ hạng thì ghi hạng. Ghi cùng mẫu số, thay cho cột Kết quả.",
    Field.DENOMINATOR: "Trên tổng số bao nhiêu. Ghi cùng tử số, thay cho cột Kết quả.",
    Field.BASE: "Số của cùng kỳ năm trước, để tính mức tăng hoặc giảm và để so sánh.",
    Field.ESTIMATE: "Chọn “thực hiện” nếu là số thật của cả kỳ, “ước” nếu kỳ chưa hết.",
    Field.CUMULATIVE: "Chọn số này là của riêng kỳ này hay cộng từ đầu năm.",
    Field.STATE: "Chọn tình trạng; để trống là chưa báo cáo.",
    Field.SHOWN_BY: "Văn bản hoặc minh chứng cho việc đã hoàn thành.",
    Field.DONE_ON: "Ngày viết theo mẫu 14/12/2026.",
    Field.REGISTERED_ON: "Ngày viết theo mẫu 14/12/2026.",
    Field.APPLIED_ON: "Ngày viết theo mẫu 14/12/2026.",
    Field.NOTE: "Điều cần nói thêm về số liệu này.",
    Field.TITLE: "Mỗi sáng kiến mới một dòng.",
    Field.AUTHORS: "Nguyễn Văn A:60; Trần Thị B:40. Tỷ lệ cộng lại bằng 100.",
    Field.SUBJECT: "Lĩnh vực của sáng kiến, nếu có.",
    Field.ANSWER: "Trả lời bằng lời. Xuống dòng trong ô: Alt+Enter. Đầu dòng có dấu - là một mục.",
}
_SIGNS = (
    ("≥ 70", "ít nhất 70, từ 70 trở lên"),
    ("> 70", "trên 70"),
    ("≤ 70", "không quá 70; thứ hạng ≤ 25 là trong nhóm 25 đứng đầu"),
    ("< 70", "dưới 70"),
    ("70 - 80", "từ 70 đến 80"),
    ("chung: 70", "mức của mọi đơn vị cộng lại, chưa giao riêng cho đơn vị nào"),
    ("70", "con số trần: được đọc là đạt ít nhất 70, hoặc không quá 70 nếu càng ít càng tốt"),
)
_GENERAL = (
    "Điền vào các ô màu vàng rồi lưu và gửi lại chính tệp này; tên tệp đổi cũng được.",
    "Ô để trống nghĩa là chưa báo cáo, không phải là 0. Chỉ tiêu không có gì thì ghi 0.",
    "Số đã báo cho kỳ này được điền sẵn; sửa đi là đính chính, số cũ vẫn được lưu.",
    "Tỷ lệ thì ghi tử số và mẫu số; thidua tự tính phần trăm. Chỉ ghi cột Kết quả khi không có hai số ấy.",
    "Không cần giữ đúng thứ tự dòng, cột; nhưng đừng xóa cột Mã và dòng tiêu đề, đừng gộp ô.",
    "Mẫu có khóa để khỏi lệch; không có mật khẩu.",
)


def guide_to(field: Field, choices: tuple[str, ...] = ()) -> Guide:
    """What Excel says beside a cell of the column."""
    if field is Field.ESTIMATE:
        choices = (columns.ACTUAL, columns.ESTIMATE)
    if field is Field.CUMULATIVE:
        choices = (columns.OF_PERIOD, columns.CUMULATIVE)
    return Guide(_MESSAGES[field], choices)


def guidance_sheet(form: Form) -> Sheet:
    """The page that explains columns, signs and units of measure."""
    units = dict.fromkeys(
        LEVEL if isinstance(asked.item, ChangeTarget) else asked.item.unit
        for asked in form.figures
        if not isinstance(asked.item, Task)
    )
    rows = [
        Row((Cell("CÁCH GHI BIỂU", Style(size=14, bold=True, align="center"), across=2),)),
        *(Row((Cell(number, _TEXT), Cell(rule, _TEXT))) for number, rule in enumerate(_GENERAL, 1)),
        _heading("Cột", "Ghi gì"),
        *(Row((Cell(field.value, _TEXT), Cell(message, _TEXT))) for field, message in _MESSAGES.items()),
        _heading("Mức giao", "Nghĩa là"),
        *(Row((Cell(sign, _TEXT), Cell(meaning, _TEXT))) for sign, meaning in _SIGNS),
        _heading("Đơn vị tính", "Con số trong cột Kết quả"),
        *(Row((Cell(unit, _TEXT), Cell(_measured(unit), _TEXT))) for unit in units),
    ]
    return Sheet(
        HELP_SHEET,
        (Column(24), Column(90)),
        tuple(rows),
        is_landscape=False,
        is_protected=True,
        footer=HELP_SHEET,
    )


def _heading(*texts: str) -> Row:
    return Row(tuple(Cell(text, _HEAD) for text in texts))


def _measured(unit: str) -> str:
    if unit == LEVEL:
        return "con số của kỳ này, không phải tốc độ hay mức tăng, giảm: thidua tự so với số gốc"
    if unit.startswith(PERCENT):
        return "phần trăm: 70 hoặc 70% là bảy mươi phần trăm"
    return f"tính bằng {unit}; chỉ ghi số, không ghi lại đơn vị tính"
