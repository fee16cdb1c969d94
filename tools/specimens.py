"""Papers for the pictures of the form that no command writes from the shipped data."""

from datetime import date

from thidua_cli.typesetting.tree import (
    Appendix,
    Block,
    Column,
    Document,
    Frame,
    Inline,
    Marks,
    Paragraph,
    Row,
    Run,
    Signature,
    Table,
)

_COLUMNS = (
    Column("TT", 1, "center"),
    Column("Nội dung đăng ký", 6),
    Column("Đơn vị chủ trì", 4),
    Column("Đơn vị phối hợp", 4),
    Column("Sản phẩm", 4),
    Column("Thời hạn", 3, "center"),
)
_TEXT = (
    "Sở Minh họa đề nghị các phòng, đơn vị trực thuộc đăng ký sáng kiến theo Phụ lục kèm theo Công văn này.",
    "Văn bản đăng ký gửi về phòng Tổ chức cán bộ trước ngày 15 tháng 12.",
)


def letter() -> Document:
    """A công văn to several addressees with an appendix that lies across."""
    cells = ("Đơn vị minh họa 1", "Đơn vị minh họa 2", "Báo cáo", "15/12")
    rows = tuple(Row(tuple(map(_words, (str(n), f"Sáng kiến minh họa {n}", *cells)))) for n in range(1, 9))
    frame = Frame(
        superior=("UBND tỉnh Minh họa",),
        issuer=("Sở Minh họa",),
        number=None,
        kind_symbol="CV",
        issuer_symbol="SMH",
        place="Minh họa",
        date=None,
        year=2026,
        kind=None,
        subject=_words("Đăng ký sáng kiến để tổng kết phong trào thi đua"),
        addressees=(_words("Các phòng chuyên môn"), _words("Các đơn vị sự nghiệp trực thuộc")),
        recipients=(_words("Lãnh đạo Sở"),),
        filing="VT, TCCB",
        signature=Signature((_words("KT. GIÁM ĐỐC"),), _words("PHÓ GIÁM ĐỐC")),
        drafter_symbol="TCCB",
        marks=Marks(
            urgency="urgent",
            circulation="Lưu hành nội bộ",
            drafter="NVA",
            copies=12,
            contact="Số 1, đường Minh họa; điện thoại: 0000.000.000; thư điện tử: so@minh-hoa.example",
        ),
        notice="VĂN BẢN MINH HỌA",
    )
    blocks: tuple[Block, ...] = (
        *(Paragraph(_words(sentence)) for sentence in _TEXT),
        Appendix(_words("Danh mục đăng ký sáng kiến"), (Table((), _COLUMNS, rows),), landscape=True),
    )
    return Document(frame, (), blocks, "Sở Minh họa", date(2026, 11, 21))


def _words(text: str) -> Inline:
    return (Run(text),)
