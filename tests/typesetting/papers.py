"""Papers that several tests set."""

from dataclasses import replace
from datetime import date

from thidua_cli.typesetting.tree import (
    Appendix,
    Block,
    Column,
    Document,
    Frame,
    Heading,
    Inline,
    Item,
    Marks,
    Paragraph,
    Row,
    Run,
    Signature,
    Table,
)

NOTICE = "Số liệu minh họa: các con số ở đây do người soạn ví dụ đặt ra."
SENTENCE = (
    "Toàn thể cán bộ, công chức, viên chức, người lao động trong ngành chủ động, sáng tạo, khắc phục khó khăn, "
    "hoàn thành đúng tiến độ các nhiệm vụ được giao, bảo đảm chất lượng, hiệu quả."
)


def words(text: str) -> Inline:
    return (Run(text),)


def target_table(rows: int) -> Table:
    columns = (
        Column("TT", 1, "center"),
        Column("Chỉ tiêu", 6),
        Column("Đơn vị tính", 3, "center"),
        Column("Mục tiêu", 2, "right"),
    )
    figures = tuple(
        Row((words(str(n)), words(f"Chỉ tiêu thứ {n}"), words("nghìn lượt khách"), words(f"{n}00")))
        for n in range(1, rows + 1)
    )
    return Table(
        words("Bảng chỉ tiêu năm 2026"), columns, (Row((words("A. Du lịch"),), group=True), *figures)
    )


PLAN_FRAME = Frame(
    superior=("UBND tỉnh Cao Bằng",),
    issuer=("Sở Văn hóa, Thể thao", "và Du lịch"),
    number="5",
    kind_symbol="KH",
    issuer_symbol="SVHTTDL",
    place="Cao Bằng",
    date=date(2026, 1, 5),
    year=2026,
    kind="Kế hoạch",
    subject=words(
        "Phát động phong trào thi đua thực hiện thắng lợi mục tiêu, nhiệm vụ phát triển kinh tế - xã hội, "
        "bảo đảm quốc phòng, an ninh năm 2026"
    ),
    recipients=tuple(
        words(name)
        for name in (
            "Vụ Tổ chức cán bộ, Bộ VHTTDL",
            "Ban Thi đua, Khen thưởng, Sở Nội vụ",
            "Khối thi đua III Văn hóa - xã hội của tỉnh",
            "Sở VHTTDL các tỉnh: Lạng Sơn, Tuyên Quang",
            "Các phòng, đơn vị sự nghiệp trực thuộc Sở",
        )
    ),
    filing="VT, TCPC",
    signature=Signature((words("KT. GIÁM ĐỐC"),), words("PHÓ GIÁM ĐỐC"), "Ngọc Văn Chấn"),
)
REPORT_FRAME = Frame(
    superior=("UBND tỉnh Cao Bằng",),
    issuer=("Sở Văn hóa, Thể thao", "và Du lịch"),
    number=None,
    kind_symbol="BC",
    issuer_symbol="SVHTTDL",
    place="Cao Bằng",
    date=None,
    year=2026,
    kind="Báo cáo",
    subject=words("Kết quả phong trào thi đua năm 2026"),
    addressees=(words("Ủy ban nhân dân tỉnh Cao Bằng"),),
    recipients=(words("Lãnh đạo Sở"),),
    filing="VT, TCPC",
    signature=Signature(office=words("GIÁM ĐỐC")),
    notice=NOTICE,
)
PLAN_BLOCKS: tuple[Block, ...] = (
    Heading(1, words("Mục đích, yêu cầu")),
    Heading(2, words("Mục đích")),
    Item(1, words(SENTENCE)),
    Item(1, words(SENTENCE)),
    Heading(2, words("Yêu cầu")),
    Paragraph(words(f"{SENTENCE} {SENTENCE}")),
    Heading(1, words("Nội dung thi đua")),
    Heading(2, words("Phát triển du lịch")),
    Item(1, words(SENTENCE)),
    Item(2, words("Đón 23.100 nghìn lượt khách;")),
    Item(2, words("Doanh thu đạt 3.350 tỷ đồng.")),
    Heading(3, words("Khen thưởng")),
    Paragraph(
        (
            Run("Đề án “"),
            Run("Văn hóa tinh thần", bold=True),
            Run("” "),
            Run("năm 2026", italic=True),
            Run("."),
        )
    ),
    target_table(12),
    Heading(1, words("Tổ chức thực hiện")),
    Heading(2, words("Các tổ chức đoàn thể:"), run_in=words(SENTENCE)),
    Paragraph(words(SENTENCE)),
)


PARTY_FRAME = Frame(
    superior=("Đảng bộ tỉnh Cao Bằng",),
    issuer=("Đảng ủy xã Minh họa",),
    number="6",
    kind_symbol="KH",
    issuer_symbol="ĐU",
    place="Minh họa",
    date=date(2026, 2, 5),
    year=2026,
    kind="Kế hoạch",
    subject=words(
        "Phát động Phong trào thi đua “Mỗi đảng viên, cán bộ, công chức, viên chức, chiến sĩ và người lao động "
        "trên địa bàn có ít nhất 01 sáng kiến, giải pháp/năm”"
    ),
    recipients=(words("Thường trực Tỉnh ủy (báo cáo)"), words("Các chi bộ trực thuộc")),
    filing="Văn phòng Đảng ủy",
    signature=Signature((words("T/M Ban Thường vụ"),), words("Phó Bí thư Thường trực"), "Người Ký"),
)


MARKS = Marks(
    urgency="very-urgent",
    circulation="Lưu hành nội bộ",
    drafter="PL",
    copies=300,
    contact="Số 1, đường Mẫu, phường Minh họa; điện thoại: 0000.000.000; thư điện tử: so@minh-hoa.example",
)
"""What only some papers carry, but for the draft."""


def plan(blocks: tuple[Block, ...] = PLAN_BLOCKS, frame: Frame = PLAN_FRAME) -> Document:
    basis = (
        words("Căn cứ Nghị quyết số 70/NQ-HĐND ngày 11 tháng 12 năm 2025 của Hội đồng nhân dân tỉnh"),
        words("Căn cứ Chỉ thị số 02/CT-UBND ngày 22 tháng 01 năm 2026 của UBND tỉnh"),
    )
    return Document(frame, basis, blocks, "Sở Văn hóa, Thể thao và Du lịch", date(2026, 1, 5))


LETTER_FRAME = replace(
    REPORT_FRAME,
    number="7",
    kind=None,
    kind_symbol="CV",
    drafter_symbol="TCPC",
    date=date(2026, 11, 30),
    subject=words("Đăng ký, đề nghị công nhận sáng kiến và báo cáo kết quả phong trào thi đua năm 2026"),
    addressees=(words("Các phòng, đơn vị sự nghiệp trực thuộc Sở"), words("Ban Thi đua, Khen thưởng")),
    notice=None,
)
APPENDICES = (
    Appendix(words("Danh mục chỉ tiêu thi đua"), (target_table(30),), landscape=True),
    Appendix(words("Mẫu đăng ký"), (Heading(1, words("Thông tin")), Paragraph(words(SENTENCE)))),
)


def letter(frame: Frame = LETTER_FRAME) -> Document:
    """A letter with an appendix whose sheets lie across and one whose sheets stand."""
    text = (Paragraph(words(SENTENCE)), *APPENDICES, Paragraph(words(SENTENCE)))
    return Document(frame, (), text, "Sở Văn hóa, Thể thao và Du lịch", date(2026, 11, 30))


def noted(first: str, second: str) -> Document:
    """A plan with a note on its first page and one on a later page, in a heading."""
    return plan(
        (
            Heading(1, words("Căn cứ")),
            Paragraph(
                (Run("Nghị quyết Đại hội", bold=True, note=words(first)), Run(" nhiệm kỳ 2025 - 2030."))
            ),
            *(Paragraph(words(SENTENCE)) for _ in range(18)),
            Heading(1, (Run("Khen thưởng", note=(Run("Theo "), Run(second, italic=True))),)),
            Paragraph(words(SENTENCE)),
        )
    )


def report(blocks: tuple[Block, ...] | None = None, marks: Marks = Marks()) -> Document:  # noqa: B008 - frozen
    written: tuple[Block, ...] = (
        Heading(1, words("Kết quả")),
        Paragraph((Run("Có "), Run("số tập thể", blank=True), Run(" tập thể đăng ký."))),
        *(Paragraph(words(SENTENCE)) for _ in range(18)),
    )
    return Document(
        replace(REPORT_FRAME, marks=marks),
        (),
        blocks or written,
        "Sở Văn hóa, Thể thao và Du lịch",
        date(2026, 11, 30),
    )
