"""How papers are spelt: rules on the texts that people write, in prose as in the names and phrases of the data."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from thidua_cli.diagnostics.finding import Finding, Related, Severity
from thidua_cli.diagnostics.rule import Check, Rule, check
from thidua_cli.documents.printed_texts import (
    Paper,
    PrintedText,
    papers,
    texts_of_the_whole,
    titles_of_initiatives,
)
from thidua_cli.repository.index import Repository
from thidua_cli.vietnamese.abbreviations import KnownAbbreviations, abbreviations
from thidua_cli.vietnamese.spelling import (
    Finder,
    capital_slips,
    dash_slips,
    day_slips,
    figure_slips,
    mark_slips,
    percent_slips,
    quote_slips,
    word_slips,
)
from thidua_cli.vietnamese.tones import Habit, placed_tones

_YEARS = re.compile(r"(?<![\d/-])(?:19|20)\d\d( ?)-( ?)(?:19|20)\d\d(?![\d/-])")
_ON = {"first": "hòa, thủy", "second": "hoà, thuỷ"}


@check("TD901", "Dấu % viết liền sau con số.", Severity.WARNING)
def _percent(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Giữa con số và dấu % không có dấu cách.

    Có dấu cách thì dấu % có thể rơi xuống đầu dòng sau, và một giấy in hai cách.
    Sai: `đạt 70 %`
    Đúng: `đạt 70%`
    """
    yield from _slips(rule, texts_of_the_whole(repository), percent_slips)


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
    yield from _slips(rule, texts_of_the_whole(repository), day_slips)


@check("TD904", "Số có dấu chấm giữa hàng nghìn và dấu phẩy trước phần thập phân.", Severity.WARNING)
def _figures(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Con số trong lời văn viết theo cách Việt Nam, như thidua in.

    `23,100` theo cách Việt Nam là hai mươi ba phẩy một; người đọc hiểu sai một nghìn lần.
    Sai: `23,100 nghìn lượt`, `12.5%`, `23100 lượt`
    Đúng: `23.100 nghìn lượt`, `12,5%`, `23.100 lượt`
    """
    yield from _slips(rule, texts_of_the_whole(repository), figure_slips)


@check("TD905", "Văn bản dùng ngoặc kép cong “…”.", Severity.WARNING)
def _quotes(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Tên phong trào, khẩu hiệu, cụm từ dẫn lại đặt trong ngoặc kép cong.

    Word tự đổi dấu khi gõ, còn chữ dán từ nơi khác thì không; một giấy in hai loại ngoặc.
    Sai: `phong trào "Bình dân học vụ số"`
    Đúng: `phong trào “Bình dân học vụ số”`
    """
    yield from _slips(rule, texts_of_the_whole(repository), quote_slips)


@check("TD906", "Dấu gạch nối có dấu cách ở cả hai bên hoặc không bên nào.", Severity.WARNING)
def _dashes(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Nối hai từ ngữ bằng dấu gạch nối có cách hai bên; khoảng năm viết một cách trong cả văn bản.

    Dấu gạch dài, dấu cách một bên làm một tên có nhiều cách viết và bị ngắt dòng sai chỗ.
    Sai: `kinh tế – xã hội`, `2025 -2030`, lẫn `2025-2030` với `2025 - 2030`
    Đúng: `kinh tế - xã hội`, `2025 - 2030` ở mọi chỗ
    """
    yield from _slips(rule, texts_of_the_whole(repository), dash_slips)
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
    yield from _slips(rule, texts_of_the_whole(repository), capital_slips)


@check("TD908", "Không có từ viết sai chính tả hay viết hai lần.", Severity.WARNING)
def _words(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Chương trình biết một số lỗi hay gặp trong văn bản thi đua; những lỗi khác người soạn tự soát.

    Sai: `chính sách phát luật`, `các các phòng`, `TIÊU CHI`, `Phân đầu đạt`
    Đúng: `chính sách pháp luật`, `các phòng`, `TIÊU CHÍ`, `Phấn đấu đạt`
    """
    yield from _slips(rule, texts_of_the_whole(repository), word_slips)


@check("TD909", "Sau dấu phẩy, chấm phẩy có dấu cách; trước dấu câu không có.", Severity.WARNING)
def _marks(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Dấu câu dính vào chữ trước và cách chữ sau.

    Thiếu dấu cách thì hai chữ dính nhau và không ngắt dòng được.
    Sai: `Các phòng,đơn vị`, `các phòng , đơn vị`
    Đúng: `Các phòng, đơn vị`
    """
    yield from _slips(rule, texts_of_the_whole(repository), mark_slips)


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
    owners = {
        found.text: unit
        for unit in reversed(tuple(repository.units.values()))
        for name in (*unit.abbr, unit.symbol or "")
        for found in abbreviations(name)
    }
    known = KnownAbbreviations(owners)
    for text, short in abbreviated:
        wrong = [(a, meant) for a in short if (meant := known.meant_by(a.text))]
        for found, meant in (*wrong, *known.split_in(text.text)):
            yield rule.finding(
                f"“{found.text}” có lẽ là “{meant}”.",
                at=text.at(found.start, len(found.text)),
                hint=f"Viết: {meant}; đúng là tên khác thì thêm vào abbr của đơn vị.",
                related=(Related("Chữ viết tắt của đơn vị này.", owners[meant].at("id")),),
                about=text.about,
            )


CHECKS: tuple[Check[Repository], ...] = (
    _percent, _tones, _days, _figures, _quotes, _dashes, _capitals, _words, _marks, _near_abbreviations,
)  # fmt: skip

_FINDERS: tuple[tuple[Check[Repository], Finder], ...] = (
    (_percent, percent_slips),
    (_days, day_slips),
    (_figures, figure_slips),
    (_quotes, quote_slips),
    (_dashes, dash_slips),
    (_capitals, capital_slips),
    (_words, word_slips),
    (_marks, mark_slips),
)


def _slips_in_titles(find: Finder, rule: Rule, repository: Repository) -> Iterator[Finding]:
    yield from _slips(rule, titles_of_initiatives(repository), find)


def _near_abbreviations_in_titles(rule: Rule, repository: Repository) -> Iterator[Finding]:
    yield from _near_abbreviations_in(titles_of_initiatives(repository), rule, repository)


INITIATIVE_CHECKS: tuple[Check[Repository], ...] = (
    *(Check(of_texts.rule, partial(_slips_in_titles, find)) for of_texts, find in _FINDERS),
    Check(_near_abbreviations.rule, _near_abbreviations_in_titles),
)
"""The same rules for the titles of initiatives, for which one file of them is as good as all."""


def _slips(rule: Rule, texts: Iterable[PrintedText], find: Finder) -> Iterator[Finding]:
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
