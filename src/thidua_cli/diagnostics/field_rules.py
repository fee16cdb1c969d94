"""How a single value may be written; one rule for each kind of value, shared by model and reading."""

from inspect import cleandoc

from thidua_cli.diagnostics.finding import Severity
from thidua_cli.diagnostics.rule import Rule


def _rule(code: str, title: str, manual: str) -> Rule:
    return Rule(code, title, Severity.ERROR, cleandoc(manual))


UNKNOWN_KEY = _rule(
    "TD201",
    "Chỉ dùng những khóa mà thidua biết.",
    """
    Khóa gõ sai thì giá trị của nó bị bỏ qua; thidua báo lỗi để không mất số liệu.
    Sai: `at_leas: 70`
    Đúng: `at_least: 70`
    """,
)
MISSING_KEY = _rule(
    "TD202",
    "Khóa bắt buộc phải có mặt.",
    """
    Thiếu khóa bắt buộc thì không biết phải hiểu mục đó thế nào.
    Sai: chỉ tiêu không có `name`.
    Đúng: `name: Lượt khách du lịch năm 2026`
    """,
)
SHAPE = _rule(
    "TD203",
    "Giá trị phải đúng dạng: chữ, danh sách hay khối.",
    """
    Danh sách viết mỗi mục một dòng bắt đầu bằng `- `; khối viết mỗi khóa một dòng thụt vào.
    Chữ có dấu hai chấm mà không đặt trong ngoặc kép sẽ bị hiểu là một khối.
    Sai: `- Sở VHTTDL các tỉnh: Lạng Sơn`
    Đúng: `- "Sở VHTTDL các tỉnh: Lạng Sơn"`
    """,
)
FIGURE = _rule(
    "TD204",
    "Số phải viết theo một cách hiểu duy nhất.",
    """
    Dấu phẩy là dấu thập phân. Dấu chấm ngăn hàng nghìn chỉ rõ nghĩa khi có từ hai nhóm trở lên;
    `23.100` có thể là hai mươi ba nghìn một trăm hoặc hai mươi ba phẩy một.
    Sai: `23.100`, `70%`, `khoảng 70`
    Đúng: `23100`, `23,1`, `1.549.346`, `39,62`
    """,
)
DAY = _rule(
    "TD205",
    "Ngày phải viết theo dạng năm-tháng-ngày và có thật.",
    """
    Một dạng duy nhất để không ai nhầm ngày với tháng; trên giấy, thidua tự in theo thể thức.
    Sai: `30/01/2026`, `2026-02-30`
    Đúng: `2026-01-30`
    """,
)
PERIOD = _rule(
    "TD206",
    "Kỳ phải viết theo mẫu.",
    """
    Kỳ là năm, nửa năm, quý, số tháng tính từ đầu năm, hoặc một tháng.
    Sai: `6 tháng 2026`, `Q3/2026`
    Đúng: `2026`, `2026-H1`, `2026-Q3`, `2026-9M`, `2026-11M`, `2026-06`
    """,
)
CHOICE = _rule(
    "TD207",
    "Giá trị phải thuộc danh sách cho phép.",
    """
    Một số khóa chỉ nhận những giá trị có sẵn để mọi lệnh hiểu giống nhau.
    Sai: `kind: amonut`
    Đúng: `kind: amount`
    """,
)
IDENTIFIER = _rule(
    "TD208",
    "Mã chỉ gồm chữ không dấu, chữ số và dấu gạch nối.",
    """
    Mã dùng để các tệp nhắc đến nhau và làm tên tệp trên mọi máy.
    Sai: `Khách du lịch`, `khach_du_lich`
    Đúng: `khach-du-lich-2026`
    """,
)
EMPTY = _rule(
    "TD209",
    "Khóa bắt buộc không được để trống.",
    """
    Điều chưa biết thì chỉ để trống ở khóa cho phép để trống; tên và mã thì không.
    Sai: `name:`
    Đúng: `name: Doanh thu du lịch năm 2026`
    """,
)
YES_NO = _rule(
    "TD210",
    "Giá trị có hay không phải viết là true hoặc false.",
    """
    Một cách viết duy nhất; `yes`, `no`, `on`, `có` được mỗi công cụ hiểu một khác.
    Sai: `estimate: có`
    Đúng: `estimate: true`
    """,
)
COMBINATION = _rule(
    "TD211",
    "Các khóa của một mục phải đi được với nhau.",
    """
    Có những khóa loại trừ nhau hoặc cần nhau; bài báo lỗi nói rõ khóa nào.
    Sai: một chỉ tiêu có cả `at_least` và `at_most`.
    Đúng: mỗi chỉ tiêu có đúng một mức cần đạt.
    """,
)

RULES = (
    UNKNOWN_KEY, MISSING_KEY, SHAPE, FIGURE, DAY, PERIOD, CHOICE, IDENTIFIER, EMPTY, YES_NO, COMBINATION,
)  # fmt: skip
