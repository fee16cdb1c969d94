"""How papers are spelt: rules on the texts that people write, in prose as in the names and phrases of the data."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from thidua_cli.diagnostics.finding import Finding, Related, Severity
from thidua_cli.diagnostics.rule import Check, Rule, check
from thidua_cli.documents.printed_texts import (
    Paper,
    PrintedText,
    papers,
    texts_of_the_whole,
    title_of,
)
from thidua_cli.model.initiatives import Initiative
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.abbreviations import KnownAbbreviations, abbreviations, may_abbreviate
from thidua_cli.vietnamese.spelling import (
    Finder,
    capital_slips,
    dash_slips,
    day_slips,
    figure_slips,
    mark_slips,
    may_slip,
    percent_slips,
    quote_slips,
    word_slips,
)
from thidua_cli.vietnamese.tones import Habit, placed_tones

_YEARS = re.compile(r"(?<![\d/-])(?:19|20)\d\d( ?)-( ?)(?:19|20)\d\d(?![\d/-])")
_AT_A_TIME = 50
"""Titles that are looked at as one before each is looked at."""
_ON = {"first": "hòa, thủy", "second": "hoà, thuỷ"}


@check("TD901", "Dấu % viết liền sau con số.", Severity.WARNING)
def _percent(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Giữa con số và dấu % không có dấu cách.

    Có dấu cách thì dấu % có thể rơi xuống đầu dòng sau, và một giấy in hai cách.
    Sai: `đạt 70 %`
    Đúng: `đạt 70%`
    """
    yield from _slips(rule, texts_of_the_whole(repository))


@check("TD902", "Trong một văn bản chỉ đặt dấu thanh theo một cách.", Severity.NOTE)
def _tones(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Các vần oa, oe, uy: hoặc đều viết “hòa, thủy”, hoặc đều viết “hoà, thuỷ”.

    Hai cách đều được dùng trong văn bản nhà nước và của Đảng, nhưng lẫn hai cách trong một giấy là cẩu thả, và máy
    coi “Văn hóa”, “Văn hoá” là hai từ khi tìm kiếm.
    Sai: `văn hóa … văn hoá`
    Đúng: `văn hóa … văn hóa`
    """
    for paper in papers(repository):
        found = [(placed, text) for text in paper.texts for placed in placed_tones(text.text)]
        counts = Counter(placed.on for placed, _ in found)
        if len(counts) < 2:
            continue
        rarer: Habit = "first" if counts["first"] < counts["second"] else "second"
        placed, text = next(f for f in found if f[0].on == rarer)
        other, there = next(f for f in found if f[0].on != rarer)
        words = ", ".join(dict.fromkeys(f"“{p.word}”" for p, _ in found if p.on == rarer))
        yield rule.finding(
            f"Văn bản này viết {words} trong khi {sum(counts.values()) - counts[rarer]} chỗ khác đặt dấu như "
            f"“{other.word}”.",
            at=text.at(placed.start, len(placed.word)),
            hint=f"Viết một cách ở cả văn bản, ở đây là: {_ON[other.on]}.",
            related=(Related("Cách kia, ví dụ ở đây.", there.at(other.start, len(other.word))),),
        )


@check("TD903", "Ngày viết theo thể thức: ngày dưới 10 và tháng 1, 2 có số 0 ở trước.", Severity.WARNING)
def _days(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Ngày 01 đến 09 và tháng 01, 02 thêm số 0; tháng 3 đến 9 không thêm.

    Số 0 ngăn việc sửa thêm chữ số; thidua in mọi ngày theo cách này nên ngày gõ tay phải giống.
    Sai: `30/1/2026`, `5/3/2026`, `05/03/2026`
    Đúng: `30/01/2026`, `05/3/2026`
    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4.
    """
    yield from _slips(rule, texts_of_the_whole(repository))


@check("TD904", "Số có dấu chấm giữa hàng nghìn và dấu phẩy trước phần thập phân.", Severity.WARNING)
def _figures(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Con số trong lời văn viết theo cách Việt Nam, như thidua in.

    `23,100` theo cách Việt Nam là hai mươi ba phẩy một; người đọc hiểu sai một nghìn lần.
    Sai: `23,100 nghìn lượt`, `12.5%`, `23100 lượt`
    Đúng: `23.100 nghìn lượt`, `12,5%`, `23.100 lượt`
    """
    yield from _slips(rule, texts_of_the_whole(repository))


@check("TD905", "Văn bản dùng ngoặc kép cong “…”.", Severity.WARNING)
def _quotes(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Tên phong trào, khẩu hiệu, cụm từ dẫn lại đặt trong ngoặc kép cong.

    Word tự đổi dấu khi gõ, còn chữ dán từ nơi khác thì không; một giấy in hai loại ngoặc.
    Sai: `phong trào "Bình dân học vụ số"`
    Đúng: `phong trào “Bình dân học vụ số”`
    """
    yield from _slips(rule, texts_of_the_whole(repository))


@check("TD906", "Dấu gạch nối có dấu cách ở cả hai bên hoặc không bên nào.", Severity.WARNING)
def _dashes(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Nối hai từ ngữ bằng dấu gạch nối có cách hai bên; khoảng năm viết một cách trong cả văn bản.

    Dấu gạch dài, dấu cách một bên làm một tên có nhiều cách viết và bị ngắt dòng sai chỗ.
    Sai: `kinh tế – xã hội`, `2025 -2030`, lẫn `2025-2030` với `2025 - 2030`
    Đúng: `kinh tế - xã hội`, `2025 - 2030` ở mọi chỗ
    """
    yield from _slips(rule, texts_of_the_whole(repository))
    for paper in papers(repository):
        yield from _mixed_years(rule, paper)


@check("TD907", "Viết hoa theo Phụ lục II của Nghị định 30/2020/NĐ-CP.", Severity.WARNING)
def _capitals(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Những chữ mà chương trình biết chắc: Nhân dân, Nhà nước, tên loại cơ quan, tỉnh, Điều, khoản, điểm.

    Chữ còn lại (tên riêng, chức vụ, danh hiệu) người soạn tự xét.
    Sai: `Uỷ ban Nhân dân`, `Đảng và nhà nước`, `Khoản 2 điều 17`
    Đúng: `Ủy ban nhân dân`, `Đảng và Nhà nước`, `khoản 2 Điều 17`
    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục II.
    """
    yield from _slips(rule, texts_of_the_whole(repository))


@check("TD908", "Không có từ viết sai chính tả hay viết hai lần.", Severity.WARNING)
def _words(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Chương trình biết một số lỗi hay gặp trong văn bản thi đua; những lỗi khác người soạn tự soát.

    Sai: `chính sách phát luật`, `các các phòng`, `TIÊU CHI`, `Phân đầu đạt`
    Đúng: `chính sách pháp luật`, `các phòng`, `TIÊU CHÍ`, `Phấn đấu đạt`
    """
    yield from _slips(rule, texts_of_the_whole(repository))


@check("TD909", "Sau dấu phẩy, chấm phẩy có dấu cách; trước dấu câu không có.", Severity.WARNING)
def _marks(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Dấu câu dính vào chữ trước và cách chữ sau.

    Thiếu dấu cách thì hai chữ dính nhau và không ngắt dòng được.
    Sai: `Các phòng,đơn vị`, `các phòng , đơn vị`
    Đúng: `Các phòng, đơn vị`
    """
    yield from _slips(rule, texts_of_the_whole(repository))


@check("TD910", "Chữ viết tắt phải viết như trong danh mục đơn vị.", Severity.WARNING)
def _near_abbreviations(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Chữ viết tắt chỉ khác một chữ cái, hoặc bị tách đôi, so với ký hiệu hay tên tắt của đơn vị thì có lẽ gõ sai.

    Sai: `VHHTTDL`, `VH TTDL`
    Đúng: `VHTTDL`
    """
    yield from _near_abbreviations_in(texts_of_the_whole(repository), rule, repository)


def _near_abbreviations_in(
    texts: Iterable[PrintedText], rule: Rule, repository: Repository
) -> Iterator[Finding]:
    abbreviated = [(text, short) for text in texts if (short := tuple(abbreviations(text.text)))]
    if not abbreviated:
        return  # the table of all units is not worth its making
    units = repository.units
    named = tuple((name, unit.id) for unit in units.values() for name in (*unit.abbr, unit.symbol) if name)
    owners, known = _known_abbreviations(named)
    for text, short in abbreviated:
        wrong = [(a, meant) for a in short if (meant := known.meant_by(a.text))]
        for found, meant in (*wrong, *known.split_in(text.text)):
            yield rule.finding(
                f"“{found.text}” có lẽ là “{meant}”.",
                at=text.at(found.start, len(found.text)),
                hint=f"Viết: {meant}; đúng là tên khác thì thêm vào abbr của đơn vị.",
                related=(Related("Chữ viết tắt của đơn vị này.", units[owners[meant]].at("id")),),
                about=text.about,
            )


@lru_cache(maxsize=1)
def _known_abbreviations(named: tuple[tuple[str, str], ...]) -> tuple[dict[str, str], KnownAbbreviations]:
    """The first unit of each abbreviation, and all of them; titles come a few files at a time, with the same units."""
    owners = {found.text: unit for name, unit in reversed(named) for found in abbreviations(name)}
    return owners, KnownAbbreviations(owners)


CHECKS: tuple[Check[Repository], ...] = (
    _percent, _tones, _days, _figures, _quotes, _dashes, _capitals, _words, _marks, _near_abbreviations,
)  # fmt: skip

_FINDERS: dict[str, Finder] = {
    _percent.rule.code: percent_slips,
    _days.rule.code: day_slips,
    _figures.rule.code: figure_slips,
    _quotes.rule.code: quote_slips,
    _dashes.rule.code: dash_slips,
    _capitals.rule.code: capital_slips,
    _words.rule.code: word_slips,
    _marks.rule.code: mark_slips,
}
"""Who finds the slips of a rule."""
_RULES_OF_SLIPS = tuple(each.rule for each in CHECKS if each.rule.code in _FINDERS)


def findings_in_titles(repository: Repository) -> Iterator[Finding]:
    """What the same rules find in the titles of initiatives, for which one file of them is as good as all."""
    initiatives = [one for file in repository.initiatives.values() for one in file.initiatives]
    abbreviated: list[Initiative] = []
    for start in range(0, len(initiatives), _AT_A_TIME):
        some = initiatives[start : start + _AT_A_TIME]
        titles = "\n".join([one.title for one in some])
        for rule in _RULES_OF_SLIPS:
            if may_slip(_FINDERS[rule.code], titles):
                yield from _slips(rule, map(title_of, some))
        if may_abbreviate(titles):
            abbreviated += some
    yield from _near_abbreviations_in(map(title_of, abbreviated), _near_abbreviations.rule, repository)


def _slips(rule: Rule, texts: Iterable[PrintedText]) -> Iterator[Finding]:
    find = _FINDERS[rule.code]
    for text in texts:
        for slip in find(text.text):
            yield rule.finding(
                f"{_quoted(slip.wrong)} viết chưa đúng.",
                at=text.at(slip.start, len(slip.wrong)),
                hint=f"Viết: {_quoted(slip.right)}.",
                about=text.about,
            )


def _quoted(text: str) -> str:
    """The text in quotes of its own, unless it is in quotes already."""
    return text if text[:1] in {'"', "“"} else f"“{text}”"


def _mixed_years(rule: Rule, paper: Paper) -> Iterator[Finding]:
    """Spans of years with blanks beside spans without, in one paper; the rarer way is what is said."""
    found: list[tuple[str, int, bool, PrintedText]] = [
        (match[0], match.start(), bool(match[1]), text)
        for text in paper.texts
        for match in _YEARS.finditer(text.text)
        if match[1] == match[2]
    ]
    counts = Counter(wide for _, _, wide, _ in found)
    if len(counts) < 2:
        return
    rarer = counts[True] < counts[False]
    span, start, _, text = next(f for f in found if f[2] is rarer)
    other, begin, _, there = next(f for f in found if f[2] is not rarer)
    yield rule.finding(
        f"Khoảng năm viết “{span}” ở đây, “{other}” ở chỗ khác của cùng văn bản.",
        at=text.at(start, len(span)),
        hint="Viết một cách ở cả văn bản.",
        related=(Related("Cách kia, ví dụ ở đây.", there.at(begin, len(other))),),
    )
