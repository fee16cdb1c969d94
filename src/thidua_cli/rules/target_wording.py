"""Rules of how a target is worded: its words and its goal agree, and no word of a known term is lost."""

import re
from collections.abc import Iterator

from thidua_cli.diagnostics.finding import Finding, Related, Severity
from thidua_cli.diagnostics.rule import Rule, check
from thidua_cli.model.indicators import Indicator
from thidua_cli.model.targets.catalogue import AnyTarget
from thidua_cli.model.targets.changes import ChangeTarget, ReductionTarget
from thidua_cli.model.targets.combinations import CombinedTarget
from thidua_cli.model.targets.goals import Comparator
from thidua_cli.model.targets.measured import MeasuredTarget
from thidua_cli.repository.index import Repository

_LONGEST_TERM = 12
"""Words; a longer name of an indicator is a sentence and no term."""
_WORD = re.compile(r"[\w-]+")
_BRACKETS = re.compile(r"\([^)]*\)")
_BEFORE: tuple[tuple[re.Pattern[str], Comparator], ...] = (
    (re.compile(r"\bkhông (?:quá|vượt quá|lớn hơn)\s*$|\btối đa\s*$|\bnhiều nhất\s*$"), Comparator.AT_MOST),
    (re.compile(r"\bkhông (?:dưới|thấp hơn|ít hơn)\s*$|\btối thiểu\s*$|\bít nhất\s*$"), Comparator.AT_LEAST),
    (re.compile(r"\b(?:trên|hơn)\s*$"), Comparator.MORE_THAN),
    (re.compile(r"\bdưới\s*$"), Comparator.LESS_THAN),
)
_AFTER: tuple[tuple[re.Pattern[str], Comparator], ...] = (
    (re.compile(r"^[^\s,;]*(?:\s[^\s,;]+){0,2}?\s+trở lên\b"), Comparator.AT_LEAST),
    (re.compile(r"^[^\s,;]*(?:\s[^\s,;]+){0,2}?\s+trở xuống\b"), Comparator.AT_MOST),
)
_WORDS_OF = {
    Comparator.AT_LEAST: "ít nhất, từ … trở lên",
    Comparator.MORE_THAN: "trên",
    Comparator.AT_MOST: "không quá, từ … trở xuống",
    Comparator.LESS_THAN: "dưới",
}
_AVERAGE = re.compile(
    r"\b(?:tăng|giảm|trưởng|mức (?:tăng|giảm))\b.{0,40}\b(?:bình quân|trung bình)\b", re.IGNORECASE
)
_RANGE = re.compile(r"\b[Tt]ừ (?:\{\}|[\d.,]+)\s?[-–]\s?(?:\{\}|[\d.,]+)")
_TWICE = re.compile(
    r"\b(?:ít nhất|tối thiểu|không dưới|trên)\s+(?:\d|\{)(?:(?!\btừ\b)[^;.]){0,60}?\btrở lên\b", re.IGNORECASE
)
_COUNTED = re.compile(r"\b(\d{1,2}) tiêu chí\b")
_UNNAMED = re.compile(r"\btiêu chí (?:thứ |số )?(?:nhất|một|hai|ba|tư|bốn|năm|sáu|\d+)\b", re.IGNORECASE)


@check("TD441", "Tên chỉ tiêu phải đủ chữ như tên chỉ số trong danh mục.", Severity.WARNING)
def a_term_keeps_its_words(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Chỉ tiêu nêu một thuật ngữ của data/indicators.yaml mà thiếu một chữ ở giữa thì có lẽ đã rơi chữ.

    “Kinh tế trong GRDP” không phải là “kinh tế số trong GRDP”: rơi một chữ là đổi cả mẫu số.
    Sai: `name: Đóng góp của kinh tế trong GRDP`
    Đúng: `name: Đóng góp của kinh tế số trong GRDP`
    """
    shortened = _shortened(repository.indicator_entries)
    for target in _targets(repository):
        for key in ("name", "wording"):
            text = getattr(target, key) or ""
            found = _lost(text, shortened)
            if found is not None:
                said, term, indicator = found
                yield rule.finding(
                    f"“{said}” ở “{target.id}” có lẽ thiếu chữ: danh mục chỉ số ghi “{term}”.",
                    at=target.at(key),
                    hint="Đối chiếu bản gốc rồi thêm chữ; bản gốc in như vậy thì ghi vào known_issues.",
                    related=(Related("Chỉ số ghi ở đây.", indicator.at("name")),),
                    about=f"targets.{target.id}",
                )
                break


@check("TD443", "Mức tăng, giảm bình quân phải tính theo năm.", Severity.WARNING)
def an_average_change_is_per_year(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Chỉ tiêu “tăng bình quân”, “giảm bình quân” phải có đơn vị tính kết thúc bằng “/năm”.

    “Tăng bình quân 12%” không nói là mỗi năm hay cả giai đoạn; trong năm năm hai cách hiểu khác nhau hơn sáu lần.
    Sai: `unit: "%"` với `wording: thu ngân sách tăng bình quân {}%`
    Đúng: `unit: "%/năm"` với `wording: thu ngân sách tăng bình quân {}%/năm`
    """
    for target in _targets(repository):
        if not isinstance(target, ChangeTarget) or "/năm" in f"{target.unit} {target.wording}":
            continue
        if _AVERAGE.search(target.name) or _AVERAGE.search(target.wording or ""):
            yield rule.finding(
                f"“{target.id}” là mức bình quân nhưng tính bằng “{target.unit}”, không nói mỗi năm.",
                at=target.at("unit") if "unit" in target.model_fields_set else target.at("name"),
                hint=f"Ghi unit: {target.unit}/năm; bản gốc không in “/năm” thì ghi vào known_issues.",
                about=f"targets.{target.id}",
            )


@check("TD444", "Mức giảm của một tỷ lệ phải nói rõ là phần trăm hay điểm phần trăm.", Severity.WARNING)
def points_are_not_percent(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Chỉ tiêu đo bằng điểm (measured_in: points) phải có đơn vị tính “điểm %”, không phải “%”.

    Tỷ lệ 30% giảm 3% là còn 29,1%; giảm 3 điểm phần trăm là còn 27%.
    Sai: `measured_in: points` với `unit: "%/năm"`
    Đúng: `measured_in: points` với `unit: điểm %/năm`
    """
    for target in _targets(repository):
        if (
            isinstance(target, ReductionTarget)
            and target.measured_in == "points"
            and target.unit.startswith("%")
        ):
            yield rule.finding(
                f"“{target.id}” in “{target.unit}” nhưng được tính bằng điểm phần trăm.",
                at=target.at("unit"),
                hint="Ghi unit: điểm %, hoặc đổi measured_in thành percent; chưa biết thì ghi vào known_issues.",
                related=(Related("Cách đo ghi ở đây.", target.at("measured_in")),),
                about=f"targets.{target.id}",
            )


@check("TD445", "Câu chữ của chỉ tiêu phải hợp với mức cần đạt.", Severity.ERROR)
def the_words_fit_the_goal(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Chữ “trên”, “ít nhất”, “dưới”, “không quá”, “trở lên” cạnh con số phải cùng nghĩa với khóa của mức.

    Giấy in “trên 80%” mà tiến độ tính từ 80% trở lên thì đúng 80% là đạt trên máy, không đạt trên giấy.
    Sai: `at_least: 80` với `wording: đạt trên {}%`
    Đúng: `more_than: 80` với `wording: đạt trên {}%`
    """
    for target in _targets(repository):
        if not isinstance(target, MeasuredTarget) or target.wording is None or target.between is not None:
            continue
        said = _said(target.wording)
        goal = target.goal.comparator
        if said is not None and goal is not said:
            yield rule.finding(
                f"Câu chữ của “{target.id}” nói “{_WORDS_OF[said]}” nhưng mức ghi ở khóa {goal.value}.",
                at=target.at("wording"),
                hint=f"Đổi khóa {goal.value} thành {said.value}, hoặc sửa câu chữ.",
                related=(Related("Mức ghi ở đây.", target.at(goal.value)),),
                about=f"targets.{target.id}",
            )


@check("TD446", "Chỉ tiêu gộp phải có đủ tiêu chí đã nói và tên của từng tiêu chí.", Severity.WARNING)
def a_combination_names_what_it_counts(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """“Cả 03 tiêu chí” phải có ba mục ở children, mỗi mục một tên nói rõ đo cái gì.

    Tiêu chí không tên thì không đơn vị nào biết báo số liệu gì.
    Sai: `name: Giảm tai nạn trên cả 03 tiêu chí`, các mục tên là `Tiêu chí thứ nhất`, `Tiêu chí thứ hai`.
    Đúng: các mục tên là `Số vụ`, `Số người chết`, `Số người bị thương`.
    """
    for target in _targets(repository):
        if not isinstance(target, CombinedTarget):
            continue
        about = f"targets.{target.id}"
        counted = _COUNTED.search(target.name) or _COUNTED.search(target.wording or "")
        if counted and int(counted[1]) != len(target.children):
            yield rule.finding(
                f"“{target.id}” nói {counted[1]} tiêu chí nhưng có {len(target.children)} mục ở children.",
                at=target.at("children"),
                hint="Thêm hoặc bớt mục, hoặc sửa con số trong tên.",
                about=about,
            )
        unnamed = [child for child in target.inline if _UNNAMED.search(child.name)]
        if unnamed:
            yield rule.finding(
                f"“{target.id}” có {len(unnamed)} tiêu chí chỉ được đánh số, không có tên.",
                at=unnamed[0].at("name"),
                hint="Ghi tên từng tiêu chí; bản gốc không kể tên thì ghi vào known_issues.",
                about=about,
            )


@check("TD448", "Khoảng viết “từ … đến …” hoặc “75 - 80”, không lẫn hai cách.", Severity.NOTE)
def a_range_is_written_one_way(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """Đã có chữ “từ” thì nối hai mức bằng chữ “đến”.

    “Từ 75-80” đọc nửa chữ nửa dấu, và dấu gạch nối sau chữ “từ” dễ bị hiểu là dấu trừ.
    Sai: `wording: đạt từ {}-{} triệu đồng`
    Đúng: `wording: đạt từ {} đến {} triệu đồng`
    """
    for target in _targets(repository):
        found = _RANGE.search(target.wording or "")
        if found:
            yield rule.finding(
                f"Câu chữ của “{target.id}” viết “{found[0].replace('{}', '…')}”.",
                at=target.at("wording"),
                hint="Viết: từ {} đến {}; hoặc bỏ chữ “từ”.",
                about=f"targets.{target.id}",
            )


@check("TD451", "Một mức chỉ có một chữ so sánh.", Severity.NOTE)
def a_limit_has_one_comparator(rule: Rule, repository: Repository) -> Iterator[Finding]:
    """“Ít nhất” và “trở lên” nói cùng một điều; “trên … trở lên” nói hai điều khác nhau.

    Sai: `ít nhất 01 sáng kiến trở lên`, `trên 80% trở lên`
    Đúng: `ít nhất 01 sáng kiến`, `từ 80% trở lên`
    """
    for target in _targets(repository):
        for key in ("wording", "name"):
            found = _TWICE.search(getattr(target, key) or "")
            if found:
                yield rule.finding(
                    f"“{found[0]}” ở “{target.id}” có hai chữ so sánh cho một mức.",
                    at=target.at(key),
                    hint="Giữ một chữ; bản gốc in như vậy thì ghi vào known_issues.",
                    about=f"targets.{target.id}",
                )
                break


def _targets(repository: Repository) -> Iterator[AnyTarget]:
    for folder in repository.campaigns.values():
        yield from folder.sheet.every_target


def _shortened(indicators: tuple[Indicator, ...]) -> dict[tuple[str, ...], tuple[str, Indicator]]:
    """Each term with one word lost between its first and its last, with the term; never another term."""
    terms = {
        _words(_BRACKETS.sub(" ", term)): (term, indicator)
        for indicator in indicators
        for term in (indicator.name, *indicator.aliases)
    }
    return {
        (*words[:i], *words[i + 1 :]): origin
        for words, origin in terms.items()
        if 2 < len(words) <= _LONGEST_TERM
        for i in range(1, len(words) - 1)
        if (*words[:i], *words[i + 1 :]) not in terms
    }


def _lost(
    text: str, shortened: dict[tuple[str, ...], tuple[str, Indicator]]
) -> tuple[str, str, Indicator] | None:
    """What the text says, the term that it may have meant, and whose it is; the longest such words."""
    words = _words(text)
    for length in range(min(len(words), _LONGEST_TERM), 1, -1):
        for start in range(len(words) - length + 1):
            said = words[start : start + length]
            if said in shortened:
                term, indicator = shortened[said]
                return " ".join(said), term, indicator
    return None


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _said(wording: str) -> Comparator | None:
    """The comparator that the words beside the figure say; None where they leave it open."""
    before, gap, after = wording.partition("{}")
    if not gap:
        return None
    beside = (
        *((p, c, before.casefold()) for p, c in _BEFORE),
        *((p, c, after.casefold()) for p, c in _AFTER),
    )
    return next((comparator for pattern, comparator, text in beside if pattern.search(text)), None)
