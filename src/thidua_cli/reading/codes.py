"""What a file must be so that it can be read at all; one rule for each way in which it can fail."""

from inspect import cleandoc

from thidua_cli.diagnostics.finding import Severity
from thidua_cli.diagnostics.rule import Rule


def _rule(code: str, title: str, manual: str, severity: Severity = Severity.ERROR) -> Rule:
    return Rule(code, title, severity, cleandoc(manual))


UNREADABLE = _rule(
    "TD001",
    "Tệp phải mở và đọc được.",
    """
    Tệp biến mất, bị khóa hoặc không có quyền đọc thì dữ liệu trong đó coi như không có;
    thidua báo lỗi chứ không bỏ qua.
    Sai: tệp đang bị chương trình khác khóa.
    Đúng: đóng chương trình đó rồi chạy lại.
    """,
)
NOT_UTF8 = _rule(
    "TD002",
    "Tệp phải lưu theo bảng mã UTF-8.",
    """
    Bảng mã khác (UTF-16, windows-1258, TCVN3) làm hỏng chữ Việt khi đọc trên máy khác.
    Sai: lưu bằng Notepad với “ANSI” hoặc “Unicode (UTF-16)”.
    Đúng: lưu lại với bảng mã “UTF-8”.
    """,
)
BYTE_ORDER_MARK = _rule(
    "TD003",
    "Tệp không nên mở đầu bằng dấu BOM.",
    """
    Dấu BOM là ba byte vô hình ở đầu tệp; thidua bỏ qua được nhưng nhiều công cụ khác thì không.
    Sai: lưu với “UTF-8 with BOM”.
    Đúng: lưu với “UTF-8”.
    """,
    Severity.WARNING,
)
CONTROL_CHARACTER = _rule(
    "TD004",
    "Tệp không được chứa ký tự điều khiển.",
    """
    Ký tự điều khiển không nhìn thấy được, làm lệch số dòng và hỏng văn bản khi in.
    Sai: dán văn bản kèm ký tự ngắt dòng lạ (U+2028, U+0085) hoặc ký tự NUL.
    Đúng: xóa ký tự đó, xuống dòng bằng phím Enter.
    """,
)
INVISIBLE_SPACE = _rule(
    "TD005",
    "Tệp không được chứa dấu cách lạ.",
    """
    Dấu cách không ngắt và ký tự vô hình dán từ Word, Zalo hay trang web trông như dấu cách thường
    nhưng làm “khóa: giá trị” không còn được hiểu là một khóa.
    Sai: `unit:<dấu cách không ngắt>nghìn lượt`
    Đúng: `unit: nghìn lượt` với dấu cách thường.
    """,
)
TAB_INDENT = _rule(
    "TD006",
    "Đầu dòng chỉ được thụt bằng dấu cách.",
    """
    YAML không cho phép thụt dòng bằng phím Tab.
    Sai: dòng bắt đầu bằng ký tự Tab.
    Đúng: mỗi cấp thụt hai dấu cách.
    """,
)
CONFLICT_MARKER = _rule(
    "TD007",
    "Tệp không được còn dấu xung đột của git.",
    """
    Hai người cùng sửa một chỗ; git giữ cả hai bản và chờ người chọn.
    Sai: còn các dòng `<<<<<<<`, `=======`, `>>>>>>>`.
    Đúng: giữ phần đúng, xóa phần kia và ba dòng đánh dấu.
    """,
)
TOO_DEEP = _rule(
    "TD008",
    "Dữ liệu không được lồng nhau quá 100 cấp.",
    """
    Không tệp nào của thidua cần quá mười cấp; lồng sâu hơn là lỗi gõ hoặc tệp bị hỏng.
    Sai: `[[[[[[…`
    Đúng: thụt dòng như ở các tệp cùng loại.
    """,
)
STRAY_FILE = _rule(
    "TD009",
    "Mỗi tệp trong thư mục dữ liệu phải đứng đúng chỗ của nó.",
    """
    thidua chỉ đọc những tệp có tên đã quy ước; tệp để sai chỗ hoặc sai tên sẽ không được tính
    mà không ai hay.
    Sai: `data/campaigns/19-KH/target.yaml`
    Đúng: `data/campaigns/19-KH/targets.yaml`
    """,
    Severity.WARNING,
)
OUTSIDE = _rule(
    "TD010",
    "Liên kết không được dẫn ra ngoài thư mục dữ liệu.",
    """
    Tệp ở ngoài không nằm trong kho: người khác và máy kiểm tra không có nó, và nó có thể không phải để cho xem.
    Sai: `data/units/so-a.yaml` là liên kết (symlink) đến một tệp ở thư mục khác ngoài kho.
    Đúng: tệp thật `data/units/so-a.yaml`.
    """,
)
TWIN_NAMES = _rule(
    "TD011",
    "Hai tên trong một thư mục phải khác nhau cả khi không kể chữ hoa, chữ thường.",
    """
    Windows và macOS coi hai tên ấy là một: lấy kho về thì chỉ còn một tệp, và không ai biết là tệp nào.
    Sai: `so-a.yaml` và `So-A.yaml` trong cùng một thư mục.
    Đúng: một tệp `so-a.yaml`.
    """,
)
RESERVED_NAME = _rule(
    "TD012",
    "Tên tệp và thư mục phải dùng được trên Windows.",
    """
    Windows giữ riêng các tên con, prn, aux, nul, com1, lpt1 (cả khi có đuôi), cấm < > : " | ? * \\ và ký tự không in
    được, và bỏ dấu chấm, dấu cách ở cuối tên. Kho có tên như vậy thì máy Windows không lấy về được.
    Sai: `aux.yaml`, `so-a.yaml.`
    Đúng: `ban-aux.yaml`, `so-a.yaml`
    """,
)
LONG_PATH = _rule(
    "TD013",
    "Đường dẫn trong thư mục dữ liệu không nên quá 200 ký tự.",
    """
    Nhiều chương trình trên Windows không mở được đường dẫn quá 260 ký tự, kể cả phần đứng trước thư mục dữ liệu
    như ổ đĩa và thư mục của người dùng.
    Sai: mã phong trào dài hàng trăm chữ.
    Đúng: mã ngắn như `19-KH`.
    """,
    Severity.WARNING,
)
TOO_LARGE = _rule(
    "TD014",
    "Tệp dữ liệu không được lớn hơn 8 MB.",
    """
    Tệp của một đơn vị trong một năm chỉ vài trăm KB; lớn hơn nhiều thì thường là tệp khác đặt nhầm tên, và đọc nó
    có thể làm treo máy.
    Sai: ảnh chụp hay tệp nén đổi tên thành `so-a.yaml`.
    Đúng: tệp chữ của riêng đơn vị ấy.
    """,
)
OTHER_KIND = _rule(
    "TD015",
    "Chỗ của tệp phải là tệp, chỗ của thư mục phải là thư mục.",
    """
    Thư mục mang tên của một tệp (hoặc ngược lại) thì dữ liệu ở đó không được đọc.
    Sai: `data/documents.yaml` là một thư mục; `data/units` là một tệp.
    Đúng: tệp `data/documents.yaml`; thư mục `data/units` với mỗi đơn vị một tệp.
    """,
)
SYNTAX = _rule(
    "TD101",
    "Tệp phải đúng cú pháp YAML.",
    """
    Sai cú pháp thì cả tệp không đọc được; các tệp khác vẫn được kiểm tra.
    Sai: `title: Phong trào: thi đua`
    Đúng: `title: "Phong trào: thi đua"`
    """,
)
DUPLICATE_KEY = _rule(
    "TD102",
    "Một khóa chỉ được viết một lần.",
    """
    Khóa viết hai lần thì không biết giá trị nào đúng; nhiều công cụ lặng lẽ lấy giá trị sau.
    Sai: hai dòng `at_least:` trong cùng một chỉ tiêu.
    Đúng: giữ một dòng.
    """,
)
ANCHOR = _rule(
    "TD103",
    "Không dùng neo (&) và tham chiếu (*) của YAML.",
    """
    Neo làm một chỗ sửa đổi nhiều chỗ mà người đọc không thấy.
    Sai: `unit: &dv nghìn lượt`
    Đúng: viết lại giá trị; chữ bắt đầu bằng & hoặc * thì đặt trong dấu ngoặc kép.
    """,
)
TAG = _rule(
    "TD104",
    "Không dùng thẻ kiểu (!) của YAML.",
    """
    thidua tự biết kiểu của từng khóa; thẻ kiểu chỉ làm dữ liệu khó đọc.
    Sai: `at_least: !!int 70`
    Đúng: `at_least: 70`
    """,
)
SECOND_DOCUMENT = _rule(
    "TD105",
    "Một tệp chỉ chứa một tài liệu YAML.",
    """
    Phần sau dấu `---` thứ hai sẽ bị nhiều công cụ bỏ qua.
    Sai: hai phần ngăn nhau bằng `---`.
    Đúng: tách thành hai tệp.
    """,
)
KEY_NOT_TEXT = _rule(
    "TD106",
    "Khóa phải là chữ, không rỗng.",
    """
    Khóa là tên của một thông tin, không phải một danh sách hay một khối.
    Sai: `? [a, b] : c`
    Đúng: `ten_khoa: c`
    """,
)
FIGURE_IN_FLOW = _rule(
    "TD107",
    "Số có dấu phẩy không được viết trong ngoặc [ ] hoặc { }.",
    """
    Trong ngoặc, dấu phẩy ngăn các phần tử: `[39,62]` là hai số 39 và 62, không phải 39,62.
    Sai: `{value: 1520,063}`
    Đúng: viết thành khối, mỗi khóa một dòng: `value: 1520,063`; hai số thì cách ra: `[14, 53]`.
    """,
)
EMPTY_FILE = _rule(
    "TD108",
    "Tệp dữ liệu không được rỗng.",
    """
    Tệp rỗng thường do lưu hỏng hoặc tạo rồi quên.
    Sai: tệp không có nội dung.
    Đúng: điền nội dung theo mẫu hoặc xóa tệp.
    """,
)
FRONT_MATTER = _rule(
    "TD109",
    "Tệp lời văn của báo cáo phải mở đầu bằng phần thông tin giữa hai dòng ---.",
    """
    Số, ngày, nơi gửi và người ký của báo cáo đứng ở phần này.
    Sai: tệp bắt đầu ngay bằng lời văn.
    Đúng: dòng đầu là `---`, các khóa, rồi một dòng `---` nữa.
    """,
)
HIDDEN_BY_HASH = _rule(
    "TD110",
    "Chữ của giá trị không được đứng sau dấu cách và dấu #.",
    """
    Từ dấu cách và dấu # trở đi, YAML coi là ghi chú và bỏ qua; tên in trong văn bản có thể mất một nửa mà không ai hay.
    Ghi chú thì viết một dấu cách sau dấu #.
    Sai: `name: Cuộc thi #Vanhoa`
    Đúng: `name: "Cuộc thi #Vanhoa"`, hoặc `name: Cuộc thi # tên cũ` nếu là ghi chú
    """,
    Severity.WARNING,
)

RULES = (
    UNREADABLE, NOT_UTF8, BYTE_ORDER_MARK, CONTROL_CHARACTER, INVISIBLE_SPACE, TAB_INDENT, CONFLICT_MARKER,
    TOO_DEEP, STRAY_FILE, OUTSIDE, TWIN_NAMES, RESERVED_NAME, LONG_PATH, TOO_LARGE, OTHER_KIND, SYNTAX, DUPLICATE_KEY,
    ANCHOR, TAG, SECOND_DOCUMENT, KEY_NOT_TEXT, FIGURE_IN_FLOW, EMPTY_FILE, FRONT_MATTER,
    HIDDEN_BY_HASH,
)  # fmt: skip
