"""What Markdown has elsewhere and templates do not: how to recognize it, what it is, what to write instead."""

import re

# At the beginning of a line.
REFUSED_LINES = (
    (
        re.compile(r"#{4,}"),
        "Chỉ có ba cấp tiêu đề.",
        "Dùng #, ## hoặc ###; cấp thấp hơn viết bằng dấu - hoặc +.",
    ),
    (
        re.compile(r"#+[^#\s]"),
        "Sau dấu # của tiêu đề phải có dấu cách.",
        "Thêm dấu cách, hoặc viết \\# nếu đó là chữ.",
    ),
    (re.compile(r"#+\s*$"), "Tiêu đề không có chữ nào.", "Viết chữ sau dấu #, hoặc xóa dòng."),
    (
        re.compile(r"```|~~~"),
        "Không dùng khối mã trong văn bản.",
        "Xóa dòng này; chữ viết thẳng, không cần dấu.",
    ),
    (
        re.compile(r">"),
        "Không dùng dấu > để trích dẫn.",
        "Đặt lời trích trong “…”, hoặc viết \\> nếu đó là chữ.",
    ),
    (re.compile(r"\|"), "Bảng không viết bằng dấu |.", "Dùng table(…) để đưa bảng số liệu vào."),
    (
        re.compile(r"\*(?:\s|$)"),
        "Mục liệt kê không viết bằng dấu *.",
        "Dùng dấu - cho mục, dấu + cho mục con.",
    ),
    (
        re.compile(r"\[\^[^\[\]]*\]:\s*$"),
        "Chú thích không có chữ nào.",
        "Viết nội dung sau dấu hai chấm, hoặc xóa dòng.",
    ),
    (re.compile(r"[-+]\s*$"), "Mục liệt kê không có chữ nào.", "Viết chữ sau dấu, hoặc xóa dòng."),
    (
        re.compile(r"(?:-{2,}|={2,}|_{3,}|\*{3,})\s*$"),
        "Không dùng dòng kẻ trong văn bản.",
        "Xóa dòng này; tiêu đề viết bằng dấu # ở đầu dòng.",
    ),
)
# Inside a line.
REFUSED_WORDS = (
    (
        re.compile(r"!?\[[^\[\]]*\]\("),
        "Không dùng liên kết hay hình ảnh.",
        "Viết thẳng chữ, hoặc viết \\[ nếu đó là chữ.",
    ),
    (re.compile(r"\[\["), "Chỗ trống mở bằng [[ mà không đóng bằng ]].", "Viết [[nội dung cần điền]]."),
    (
        re.compile(r"\[\^"),
        "Dấu chú thích viết chưa đúng.",
        "Viết [^1] ngay sau chữ cần chú thích, hoặc viết \\[ nếu đó là chữ.",
    ),
    (re.compile(r"`"), "Không dùng dấu ` trong văn bản.", "Xóa dấu, hoặc viết \\` nếu đó là chữ."),
    (re.compile(r"<[A-Za-z/!?]"), "Không dùng thẻ HTML.", "Xóa thẻ, hoặc viết \\< nếu đó là chữ."),
    (re.compile(r"~~"), "Không có chữ gạch ngang.", "Xóa dấu, hoặc viết \\~ nếu đó là chữ."),
)
UNCLOSED = (
    "Dấu * mở mà không đóng, hoặc đóng mà không mở.",
    "Viết **chữ đậm**, *chữ nghiêng*, hoặc \\* nếu đó là chữ.",
)
NO_RUN_IN = (
    "Sau tiêu đề có {run-in} phải là một đoạn văn.",
    "Thêm đoạn văn ngay sau tiêu đề, hoặc bỏ {run-in}.",
)
NO_PART = (
    "Phần là một tiêu đề cấp một, chỉ có {part}.",
    "Viết # TÊN PHẦN {part}; bên dưới dùng #, ## và ### như thường.",
)
NO_APPENDIX = (
    "Phụ lục mở bằng một tiêu đề cấp một, chỉ có {appendix} hoặc {appendix landscape}.",
    "Viết # Tên phụ lục {appendix}; thêm landscape nếu trang nằm ngang.",
)
NOTE_IN_NOTE = ("Trong chú thích không đặt được chú thích khác.", "Viết gộp vào một chú thích.")
NOTE_WITHOUT_WORD = (
    "Dấu chú thích phải đứng sau chữ, và không liền sau chú thích khác.",
    "Chuyển dấu ra ngay sau chữ cần chú thích; hai chú thích liền nhau thì viết gộp làm một.",
)


def note_without_text(label: str) -> tuple[str, str]:
    """A mark whose text stands nowhere."""
    return f"Chú thích “[^{label}]” chưa có nội dung.", f"Thêm dòng [^{label}]: nội dung, ở dưới đoạn này."


def note_without_mark(label: str) -> tuple[str, str]:
    """A text to which no mark leads."""
    message = f"Không chỗ nào trong lời văn có dấu của chú thích “[^{label}]”."
    return message, f"Viết [^{label}] ngay sau chữ cần chú thích, hoặc xóa dòng này."


def note_marked_twice(label: str) -> tuple[str, str]:
    """A mark that stands in two places."""
    message = f"Chú thích “[^{label}]” được dùng hai lần."
    return message, "Mỗi chú thích chỉ có một chỗ: ở đây dùng số khác, và thêm dòng nội dung cho số ấy."


def note_with_two_texts(label: str) -> tuple[str, str]:
    """A label that two texts bear."""
    return f"Chú thích “[^{label}]” có hai nội dung.", "Đổi số của một trong hai chú thích, hoặc xóa bớt."
