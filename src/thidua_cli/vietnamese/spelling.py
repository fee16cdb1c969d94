"""Slips of the pen that a program can be sure of: each finder gives the stretch of a text and what should stand there.

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I (days) and Phụ lục II (capitals); what the decree leaves open (figures,
quotes, dashes) as official papers of the province write it.

A province has a hundred thousand titles, nearly all without a slip. So each finder first looks for its sign: something
that stands in every text with a slip of its kind, and in every text that has such a text in it. Many titles can thus be
looked at as one (`may_slip`). A sign looks at nothing beside itself: no lookaround, no word's or line's end.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from thidua_cli.vietnamese.dates import day_short


@dataclass(frozen=True, slots=True)
class Slip:
    """A stretch of a text that is written wrongly."""

    start: int
    wrong: str
    right: str


Finder = Callable[[str], Iterator[Slip]]

_UNITS = (
    r"nghìn|ngàn|triệu|tỷ|tỉ|đồng|lượt|người|hộ|xã|phường|điểm|giường|km|ha|tấn|kg|m2|cái|văn bản|hồ sơ|"
    r"sáng kiến|đảng viên|cán bộ"
)
_UNIT = rf"(?:(?!đồng (?:bộ|thời|ý|chí|thuận|bào|loạt|hành|đều|lòng))(?:{_UNITS}))"
# Each run of letters or figures is tried from its beginning alone: else a long one would take the square of its length.
_PERCENT = re.compile(r"(?<![\d.,])(\d[\d.,]*)[ \u00a0]+%")
_SLASHED = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/])")
_ISO = re.compile(r"(?<![\d/.-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_SPELLED = re.compile(r"\b([Nn]gày) (\d{1,2}) tháng (\d{1,2})\b(?= năm|[ ,.;)]|$)")
_THOUSANDS_BY_COMMA = re.compile(
    rf"(?<![\d.,])(\d{{1,3}})((?:,\d{{3}}){{2,}}|,\d{{2}}0(?=\s+{_UNIT}\b))(?![\d,.])"
)
_DECIMAL_POINT = re.compile(rf"(?<![\d.,/])(?<!mục )(?<!điểm )(\d+)\.(\d{{1,2}})(?=%|\s+{_UNIT}\b)")
_FIGURE_SIGN = re.compile(rf"\d(?:,\d\d|\.\d\d?%|\s+(?:{_UNITS}))")
_DAY_SIGN = re.compile(r"[/.-]\d(?:\d?[/.-]\d{4}|\d-\d\d)")
_SPELLED_SIGN = re.compile(r"ày \d\d? tháng \d")
_UNGROUPED = re.compile(
    rf"(?<![\d.,/-])(?<!năm )(?<!Năm )(?<!- )(?!(?:19|20)\d\d(?!\d))(\d{{4,}})(?=\s+{_UNIT}\b)"
)
_QUOTED = re.compile(r'"([^"\n]*)"')
_DASHES = ("\u2013", "\u2014", "\u2212")
_LONG_DASH = re.compile(r"(?<![\w%”)])([\w%”)]+)( ?)[\u2013\u2014\u2212]( ?)(?=([\w“(]+))")
_LAME_HYPHEN = re.compile(r"(?<![\w%”)])([\w%”)]+)(?: -|- )(?=([^\W_]+))")
_ROMAN = re.compile(r"[IVX]+")
_BLANK_BEFORE = re.compile(r"(?<!\w)(\w+) +([,;:!?]|\.(?=\s|$))")
_LOOSE_SIGN = re.compile(r" [,;:!?.]")
_NONE_AFTER = re.compile(r"(?<![^\W\d_])([^\W\d_]+)([,;])(?=([^\W\d_]+))")
_SMALL_WORDS = (
    "các|của|và|những|là|được|cho|trong|với|tại|đã|theo|để|trên|về|từ|này|khi|do|đến|bằng|phải|cần|như"
)
_TWICE = re.compile(rf"\b({_SMALL_WORDS})([ \u00a0\n])\1\b(?!-)", re.IGNORECASE)
_TWICE_SIGNS = (*(f"{word} {word}" for word in _SMALL_WORDS.split("|")), "i\u0307", "\u0131")
"""In small letters; the last two are the Turkish İ and ı, which are an i where capitals do not matter."""
_STRIVING = "(?= (?:đạt|hoàn|thực|tăng|giảm|có|xây|đưa|trở|tốc|tỷ|đến|năm|mỗi|vượt))"
_MISSPELT = tuple(
    (core, re.compile(rf"(?<!\w){before}{core}(?!\w){after}", re.IGNORECASE), right)
    for before, core, after, right in (
        ("", "phát luật", "", "pháp luật"),
        ("", "nhát là", "", "nhất là"),
        ("(?<!mục )(?<!chỉ )", "tiêu chi", "(?! (?:cho|ngân|phí|tiết|trả|thường|đầu))", "tiêu chí"),
        ("", "phân đầu", _STRIVING, "phấn đấu"),
        ("", "phần đầu", _STRIVING, "phấn đấu"),
        ("", "cùng cố", "(?! gắng)", "củng cố"),
        ("", "đơn vị trực sở", "", "đơn vị trực thuộc Sở"),
        ("", "thi đau", "", "thi đua"),
        ("", "phong trao", "(?= thi)", "phong trào"),
        ("", "nhân rông", "", "nhân rộng"),
        ("", "khen thường", "(?= (?:tập|cá|kịp|thành))", "khen thưởng"),
        ("", "bổ xung", "", "bổ sung"),
        ("", "sử lý", "", "xử lý"),
        ("", "sát nhập", "", "sáp nhập"),
        ("", "suất sắc", "", "xuất sắc"),
        ("", "nghành", "", "ngành"),
        ("", "trao dồi", "", "trau dồi"),
        ("", "xúc tích", "", "súc tích"),
        ("", "thăm quan", "", "tham quan"),
        ("", "vô hình chung", "", "vô hình trung"),
        ("", "sơ xuất", "", "sơ suất"),
        ("", "chỉnh chu", "", "chỉn chu"),
        ("", "cọ sát", "", "cọ xát"),
        ("", "đề suất", "", "đề xuất"),
        ("", "kết quá", "(?= (?:thực|của|phong|đạt))", "kết quả"),
    )
)
"""The words that betray a slip, the pattern that makes sure of it, and what should stand there."""
_MARKS = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_SMALL = "bcdđghklmnpqrstvx" + "".join(normalize("NFC", v + mark) for v in "aăâeêioôơuưy" for mark in _MARKS)
_LARGE = _SMALL.upper()
_SMALL_WORD = rf"(?<=[{_SMALL},;] )"
_CAPITALS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    # Nhân dân, Nhà nước. As a part of a name (Ủy ban nhân dân) the word stays small.
    (
        "nhân dân",
        re.compile(r"(?<=phục vụ )nhân dân\b|(?<=đời sống )nhân dân\b|(?<=quần chúng )nhân dân\b"),
        "Nhân dân",
    ),
    (
        " nhân dân",
        re.compile(r"(?:(?<= của)|(?<= và)|(?<= với)|(?<= trong)|(?<= vận động)|,) nhân dân\b"),
        "Nhân dân",
    ),
    (
        "nhà nước",
        re.compile(r"(?<=Đảng, )nhà nước\b|(?<=Đảng và )nhà nước\b|(?<=của )nhà nước\b"),
        "Nhà nước",
    ),
    # The words of an agency's type and function.
    (" ban Nhân dân", re.compile(r"\b[ỦU][ỷy] ban Nhân dân\b"), "Ủy ban nhân dân"),
    ("Ủy Ban ", re.compile(r"\bỦy Ban [Nn]hân [Dd]ân\b"), "Ủy ban nhân dân"),
    ("Hội đồng Nhân dân", re.compile(r"\bHội đồng Nhân dân\b"), "Hội đồng nhân dân"),
    ("Hội Đồng ", re.compile(r"\bHội Đồng [Nn]hân [Dd]ân\b"), "Hội đồng nhân dân"),
    # Of a place the name alone; what is named after a person, a number or an event is left to the writer.
    ("Tỉnh ", re.compile(rf"{_SMALL_WORD}Tỉnh(?= [{_LARGE}][{_SMALL}]+ [{_LARGE}])"), "tỉnh"),
    ("thủ đô Hà Nội", re.compile(r"\bthủ đô Hà Nội\b"), "Thủ đô Hà Nội"),
    ("thành phố Hồ Chí Minh", re.compile(r"\bthành phố Hồ Chí Minh\b"), "Thành phố Hồ Chí Minh"),
    # In citations Điều with a capital, khoản and điểm without.
    ("điều ", re.compile(r"\bđiều(?= \d+\b(?! (?:kiện|khoản)))"), "Điều"),
    ("Khoản ", re.compile(rf"{_SMALL_WORD}Khoản(?= \d)"), "khoản"),
    ("Điểm ", re.compile(rf"{_SMALL_WORD}Điểm(?= [a-zđ],? [Kk]hoản)"), "điểm"),
)
"""As above, with capitals as they are."""


def percent_slips(text: str) -> Iterator[Slip]:
    """`70 %`: no blank before the sign."""
    for match in _PERCENT.finditer(text) if _percent_sign(text) else ():
        yield Slip(match.start(), match[0], f"{match[1]}%")


def day_slips(text: str) -> Iterator[Slip]:
    """`30/1/2026`, `5/3/2026`, `2026-01-30`, `ngày 5 tháng 01`: days below 10 and months 1 and 2 take a zero."""
    if not _day_sign(text):
        return
    for match in _SLASHED.finditer(text):
        day = _day(match[4], match[3], match[1])
        if day is not None and match[0] != day_short(day):
            yield Slip(match.start(), match[0], day_short(day))
    for match in _ISO.finditer(text):
        day = _day(match[1], match[2], match[3])
        if day is not None:
            yield Slip(match.start(), match[0], day_short(day))
    for match in _SPELLED.finditer(text):
        number, month = int(match[2]), int(match[3])
        right = f"{match[1]} {number:02} tháng {f'{month:02}' if month < 3 else month}"
        if 0 < number < 32 and 0 < month < 13 and match[0] != right:
            yield Slip(match.start(), match[0], right)


def figure_slips(text: str) -> Iterator[Slip]:
    """`23,100 nghìn`, `12.5%`, `23100 lượt`: dots between thousands, a comma before decimals."""
    if not _figure_sign(text):
        return
    for match in _THOUSANDS_BY_COMMA.finditer(text):
        yield Slip(match.start(), match[0], match[0].replace(",", "."))
    for match in _DECIMAL_POINT.finditer(text):
        yield Slip(match.start(), match[0], f"{match[1]},{match[2]}")
    for match in _UNGROUPED.finditer(text):
        yield Slip(match.start(), match[0], f"{int(match[1]):,}".replace(",", "."))


def quote_slips(text: str) -> Iterator[Slip]:
    """`"…"`: official papers have curly quotes."""
    for match in _QUOTED.finditer(text):
        yield Slip(match.start(), match[0], f"“{match[1]}”")


def dash_slips(text: str) -> Iterator[Slip]:
    """`kinh tế – xã hội`, `2025 -2030`: a hyphen, with a blank on both sides or on none."""
    for match in _LONG_DASH.finditer(text) if _long_dash_sign(text) else ():
        joint = " - " if match[2] or match[3] else "-"
        yield Slip(match.start(), match[0] + match[4], f"{match[1]}{joint}{match[4]}")
    for match in _LAME_HYPHEN.finditer(text) if _hyphen_sign(text) else ():
        if match.start() == 0 and _ROMAN.fullmatch(match[1]):
            continue  # `I- MỤC ĐÍCH`: a heading of a Party paper
        yield Slip(match.start(), match[0] + match[2], f"{match[1]} - {match[2]}")


def mark_slips(text: str) -> Iterator[Slip]:
    """`phòng,đơn vị`, `đơn vị ;`: a blank after a mark and none before it."""
    for match in _BLANK_BEFORE.finditer(text) if _LOOSE_SIGN.search(text) else ():
        yield Slip(match.start(), match[0], f"{match[1]}{match[2]}")
    for match in _NONE_AFTER.finditer(text) if _tight_sign(text) else ():
        yield Slip(match.start(), match[0] + match[3], f"{match[1]}{match[2]} {match[3]}")


def word_slips(text: str) -> Iterator[Slip]:
    """`phát luật`, `các các`: words that papers are known to misspell, and small words written twice."""
    lowered = text.casefold()
    for core, pattern, right in _MISSPELT:
        for match in pattern.finditer(text) if core in lowered else ():
            yield Slip(match.start(), match[0], _like(match[0], right))
    for match in _TWICE.finditer(text) if _twice_sign(lowered) else ():
        yield Slip(match.start(), match[0], match[1])


def capital_slips(text: str) -> Iterator[Slip]:
    """`Uỷ ban Nhân dân`, `khoản 2 điều 3`, `Đảng và nhà nước`: the capitals of Phụ lục II that a program can know."""
    for core, pattern, right in _CAPITALS:
        for match in pattern.finditer(text) if core in text else ():
            lead = len(match[0]) - len(match[0].lstrip(" ,"))
            yield Slip(match.start() + lead, match[0][lead:], right)


def may_slip(find: Finder, text: str) -> bool:
    """Whether the finder could find a slip in the text or in any part of it; False is sure."""
    return _SIGNS[find](text)


def _percent_sign(text: str) -> bool:
    return " %" in text or "\u00a0%" in text


def _day_sign(text: str) -> bool:
    return bool(_DAY_SIGN.search(text) or _SPELLED_SIGN.search(text))


def _figure_sign(text: str) -> bool:
    return bool(_FIGURE_SIGN.search(text))


def _quote_sign(text: str) -> bool:
    return '"' in text


def _long_dash_sign(text: str) -> bool:
    return any(dash in text for dash in _DASHES)


def _hyphen_sign(text: str) -> bool:
    return " -" in text or "- " in text


def _dash_sign(text: str) -> bool:
    return _hyphen_sign(text) or _long_dash_sign(text)


def _tight_sign(text: str) -> bool:
    return text.count(",") > text.count(", ") or text.count(";") > text.count("; ")


def _mark_sign(text: str) -> bool:
    return _tight_sign(text) or bool(_LOOSE_SIGN.search(text))


def _twice_sign(lowered: str) -> bool:
    plain = lowered.replace("\u00a0", " ").replace("\n", " ")
    return any(sign in plain for sign in _TWICE_SIGNS)


def _word_sign(text: str) -> bool:
    lowered = text.casefold()
    return any(core in lowered for core, _, _ in _MISSPELT) or _twice_sign(lowered)


def _capital_sign(text: str) -> bool:
    return any(core in text for core, _, _ in _CAPITALS)


_SIGNS: dict[Finder, Callable[[str], bool]] = {
    percent_slips: _percent_sign,
    day_slips: _day_sign,
    figure_slips: _figure_sign,
    quote_slips: _quote_sign,
    dash_slips: _dash_sign,
    mark_slips: _mark_sign,
    word_slips: _word_sign,
    capital_slips: _capital_sign,
}


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _like(wrong: str, right: str) -> str:
    """The right words with the capitals of the wrong ones."""
    if wrong.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if wrong[:1].isupper() else right
