"""The styles of a .docx: one named style for every slot that the profile has, and no other formatting."""

from collections.abc import Iterable
from decimal import Decimal

from thidua_cli.typesetting.docx_units import HEAD, WORD, eighths, esc, half_points, point_twips, twips
from thidua_cli.typesetting.profile import FormatProfile
from thidua_cli.typesetting.profile_parts import SlotStyle
from thidua_cli.typesetting.slots import Slot

FRAME_TABLE = "FrameTable"
DATA_TABLE = "DataTable"
BLANK = "Blank"
END = "End"
NOTE_NUMBER = "FootnoteReference"
_BLACK = "000000"
_ALL_ROUND: tuple[str, ...] = ("top", "left", "bottom", "right")

_BUILT_IN = (Slot.HEADING_1, Slot.HEADING_2, Slot.HEADING_3, Slot.FOOTNOTE)
_NAMES = {
    Slot.NATIONAL: "TD Quốc hiệu",
    Slot.MOTTO: "TD Tiêu ngữ",
    Slot.PARTY: "TD Tiêu đề",
    Slot.SUPERIOR: "TD Cơ quan chủ quản",
    Slot.ISSUER: "TD Cơ quan ban hành",
    Slot.ISSUER_MARK: "TD Dấu dưới cơ quan ban hành",
    Slot.NUMBER: "TD Số, ký hiệu",
    Slot.PLACE_DATE: "TD Địa danh, ngày tháng",
    Slot.KIND: "TD Tên loại",
    Slot.SUBJECT: "TD Trích yếu",
    Slot.SUBJECT_MARK: "TD Dấu dưới trích yếu",
    Slot.LETTER_SUBJECT: "TD Trích yếu công văn",
    Slot.DRAFT: "TD Dự thảo",
    Slot.URGENCY: "TD Độ khẩn",
    Slot.CIRCULATION: "TD Phạm vi lưu hành",
    Slot.RULE: "TD Đường kẻ",
    Slot.ADDRESSEE: "TD Kính gửi",
    Slot.ADDRESSEES_LABEL: "TD Kính gửi nhiều nơi",
    Slot.ADDRESSEE_ITEM: "TD Nơi kính gửi",
    Slot.BASIS: "TD Căn cứ",
    Slot.BODY: "TD Nội dung",
    Slot.PART_LABEL: "TD Phần",
    Slot.PART_TITLE: "TD Tên phần",
    # Word knows these three names; they fill its navigation pane.
    Slot.HEADING_1: "heading 1",
    Slot.HEADING_2: "heading 2",
    Slot.HEADING_3: "heading 3",
    Slot.ITEM_1: "TD Gạch đầu dòng",
    Slot.ITEM_2: "TD Dấu cộng đầu dòng",
    Slot.TABLE_CAPTION: "TD Tên bảng",
    Slot.TABLE_HEADER: "TD Đầu bảng",
    Slot.TABLE_GROUP: "TD Nhóm trong bảng",
    Slot.TABLE_TEXT: "TD Chữ trong bảng",
    Slot.RECIPIENTS_LABEL: "TD Nơi nhận",
    Slot.RECIPIENT: "TD Danh sách nơi nhận",
    Slot.DRAFTER: "TD Người soạn thảo",
    Slot.CONTACT: "TD Thông tin liên hệ",
    Slot.AUTHORITY: "TD Quyền hạn ký",
    Slot.SIGNATURE: "TD Chức vụ người ký",
    Slot.SIGNER: "TD Họ tên người ký",
    Slot.APPENDIX_LABEL: "TD Phụ lục",
    Slot.APPENDIX_TITLE: "TD Tên phụ lục",
    Slot.APPENDIX_ORIGIN: "TD Phụ lục kèm theo",
    # Word sets the notes that a person adds in this one.
    Slot.FOOTNOTE: "footnote text",
    Slot.PAGE_NUMBER: "TD Số trang",
    Slot.NOTICE: "TD Lưu ý",
}
_TITLES = frozenset(
    (Slot.SUBJECT, Slot.PART_TITLE, Slot.HEADING_1, Slot.HEADING_2, Slot.HEADING_3, Slot.APPENDIX_ORIGIN)
)
_JUSTIFICATION = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def style_id(slot: Slot) -> str:
    """`PlaceDate` for `place_date`."""
    return "".join(word.capitalize() for word in slot.split("_"))


def aligned_table_text(align: str) -> str:
    """The style of a table cell's text by its alignment."""
    left = style_id(Slot.TABLE_TEXT)
    return left if align == "left" else left + align.capitalize()


def styles_xml(profile: FormatProfile, *, notes: bool) -> str:
    """The whole part `styles.xml`; the styles of footnotes only for a paper that has notes."""
    slots = "".join(
        _slot_style(slot, profile.styles[slot])
        for slot in Slot
        if slot in profile.styles and (notes or slot != Slot.FOOTNOTE)
    )
    own = (_blank_style(), _end_style(), *((_note_number_style(),) if notes else ()))
    return (
        f"{HEAD}<w:styles {WORD}>{_defaults(profile)}"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        f"{''.join(own)}{slots}{_aligned_cells()}{_table_styles(profile)}</w:styles>"
    )


def _defaults(profile: FormatProfile) -> str:
    typeface, language = esc(profile.typeface), esc(profile.language)
    body = half_points(profile.styles[Slot.BODY].size)
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{typeface}" w:eastAsia="{typeface}" '
        f'w:hAnsi="{typeface}" w:cs="{typeface}"/><w:color w:val="{_BLACK}"/>'
        f'<w:sz w:val="{body}"/><w:szCs w:val="{body}"/>'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="{language}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _slot_style(slot: Slot, style: SlotStyle) -> str:
    name = esc(_NAMES[slot])
    custom = "" if slot in _BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id(slot)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{_next_style(slot)}<w:qFormat/>'
        f"{_paragraph_properties(style)}{_run_properties(style)}</w:style>"
    )


def _next_style(slot: Slot) -> str:
    """Below a title or heading a person goes on typing in the style of running text, elsewhere in the same style."""
    return f'<w:next w:val="{style_id(Slot.BODY)}"/>' if slot in _TITLES else ""


def _paragraph_properties(style: SlotStyle) -> str:
    keep = "<w:keepNext/>" if style.keep_next else ""
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline - 1}"/>'
    return (
        f"<w:pPr>{keep}<w:widowControl/>{_lines_around(style)}{_spacing(style)}{_indents(style)}"
        f'<w:jc w:val="{_JUSTIFICATION[style.align]}"/>{outline}</w:pPr>'
    )


def _spacing(style: SlotStyle) -> str:
    if style.exactly is None:
        line, rule = round(style.lines * 240), "auto"
    else:
        line, rule = point_twips(style.exactly), "exact"
    return (
        f'<w:spacing w:before="{point_twips(style.before)}" w:after="{point_twips(style.after)}" '
        f'w:line="{line}" w:lineRule="{rule}"/>'
    )


def _indents(style: SlotStyle) -> str:
    first = twips(style.first_line)
    first_line = f'w:hanging="{-first}"' if first < 0 else f'w:firstLine="{first}"'
    return f'<w:ind w:left="{twips(style.left)}" w:right="{twips(style.right)}" {first_line}/>'


def _lines_around(style: SlotStyle) -> str:
    if style.framed is not None:
        sides, gap = _ALL_ROUND, style.framed
    elif style.ruled is not None:
        sides, gap = ("top",), style.ruled
    else:
        return ""
    return f"<w:pBdr>{_edges(sides, 4, round(gap), style.colour or _BLACK)}</w:pBdr>"


def _edges(sides: Iterable[str], size: int, gap: int, colour: str) -> str:
    return "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{gap}" w:color="{esc(colour)}"/>' for side in sides
    )


def _run_properties(style: SlotStyle) -> str:
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    italic = "<w:i/><w:iCs/>" if style.italic else ""
    size = half_points(style.size)
    underline = '<w:u w:val="single"/>' if style.underline else ""
    colour = "" if style.colour is None else f'<w:color w:val="{esc(style.colour)}"/>'
    return f'<w:rPr>{bold}{italic}{colour}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{underline}</w:rPr>'


def _blank_style() -> str:
    """A gap to be filled: yellow in the style too, so that the colour outlives a cleared highlight."""
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{BLANK}"><w:name w:val="TD Chỗ trống"/>'
        '<w:qFormat/><w:rPr><w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/></w:rPr></w:style>'
    )


def _end_style() -> str:
    """The paragraph that Word wants after a table at the end, so low that it never starts a page of its own."""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{END}"><w:name w:val="TD Cuối văn bản"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>'
        '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>'
    )


def _note_number_style() -> str:
    """The number of a footnote, in the text and below it, under the name that Word knows."""
    return (
        f'<w:style w:type="character" w:styleId="{NOTE_NUMBER}"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )


def _aligned_cells() -> str:
    parent = style_id(Slot.TABLE_TEXT)
    names = {"center": "giữa", "right": "phải"}
    return "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{aligned_table_text(align)}">'
        f'<w:name w:val="{_NAMES[Slot.TABLE_TEXT]}, canh {name}"/><w:basedOn w:val="{parent}"/><w:qFormat/>'
        f'<w:pPr><w:jc w:val="{align}"/></w:pPr></w:style>'
        for align, name in names.items()
    )


def _table_styles(profile: FormatProfile) -> str:
    lines = _edges((*_ALL_ROUND, "insideH", "insideV"), eighths(profile.table.line), 0, _BLACK)
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>{_cell_margins(Decimal(0))}</w:tblPr></w:style>'
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{FRAME_TABLE}"><w:name w:val="TD Bảng không kẻ"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{_cell_margins(Decimal(0))}</w:tblPr></w:style>'
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{DATA_TABLE}"><w:name w:val="TD Bảng số liệu"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{lines}</w:tblBorders>'
        f"{_cell_margins(profile.table.padding)}</w:tblPr></w:style>"
    )


def _cell_margins(side: Decimal) -> str:
    width = twips(side)
    return (
        f'<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="{width}" w:type="dxa"/>'
        f'<w:bottom w:w="0" w:type="dxa"/><w:right w:w="{width}" w:type="dxa"/></w:tblCellMar>'
    )
