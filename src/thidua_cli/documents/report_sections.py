"""The sections of a report that only a person can write, and the question that each one asks."""

from dataclasses import dataclass
from itertools import pairwise

from thidua_cli.diagnostics.finding import Location
from thidua_cli.model.campaigns import Campaign
from thidua_cli.repository.index import Prose
from thidua_cli.vietnamese.letters import fold

_MARK = "# "
_QUESTION = ">"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the narrative and the question under it."""

    heading: str
    question: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of a report by the part of the paper in which they stand."""

    contents: tuple[Section, ...]
    """One for each theme of the campaign."""
    leadership: tuple[Section, ...] = (
        Section(
            "Công tác lãnh đạo, chỉ đạo",
            "Đã ban hành những văn bản nào (số, ngày)? Ai chỉ đạo, phát động khi nào, bao nhiêu người tham gia?",
        ),
        Section("Thông tin, tuyên truyền", "Đã tuyên truyền bằng hình thức nào, bao nhiêu tin, bài, buổi?"),
        Section("Kiểm tra, đôn đốc", "Đã kiểm tra những đơn vị nào, khi nào, phát hiện gì?"),
    )
    outcomes: tuple[Section, ...] = (
        Section(
            "Mô hình, điển hình tiên tiến",
            "Có mô hình, cách làm, gương điển hình nào? Kết quả cụ thể ra sao?",
        ),
        Section(
            "Công tác khen thưởng", "Đã khen, đề nghị khen bao nhiêu tập thể, cá nhân, theo hình thức nào?"
        ),
    )
    shortcomings: tuple[Section, ...] = (
        Section("Tồn tại, hạn chế", "Việc nào chưa làm được, chậm, hoặc chất lượng chưa đạt?"),
        Section("Nguyên nhân", "Nguyên nhân khách quan, nguyên nhân chủ quan của từng tồn tại là gì?"),
        Section("Bài học kinh nghiệm", "Rút ra điều gì cho đợt thi đua sau?"),
    )
    directions: Section = Section(
        "Phương hướng, nhiệm vụ", "Thời gian tới tập trung vào những việc nào, ai làm, khi nào xong?"
    )
    proposals: Section = Section("Đề xuất, kiến nghị", "Đề nghị cấp nào, giải quyết việc gì?")

    @property
    def in_order(self) -> tuple[Section, ...]:
        """Every section in the order of the paper."""
        return (
            *self.leadership, *self.contents, *self.outcomes, *self.shortcomings, self.directions, self.proposals,
        )  # fmt: skip


def outline_of(campaign: Campaign) -> Outline:
    """The sections of a report of this campaign."""
    question = "Kết quả nổi bật của nội dung này là gì? Số liệu, việc làm cụ thể?"
    return Outline(tuple(Section(content.title, question) for content in campaign.contents))


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands under a heading of a narrative."""

    heading: str
    heading_at: Location
    prose: Prose
    """Without the questions; empty where nobody has answered yet."""


def answers_in(narrative: Prose) -> tuple[Answer, ...]:
    """The sections of a narrative as written; lines keep their numbers."""
    answers: list[Answer] = []
    lines = narrative.text.split("\n")
    starts = [i for i, line in enumerate(lines) if line.startswith(_MARK)]
    for start, end in pairwise([*starts, len(lines)]):
        body = ["" if line.startswith(_QUESTION) else line for line in lines[start + 1 : end]]
        prose = Prose(narrative.path, "\n".join(body), narrative.first_line + start + 1)
        heading = lines[start].removeprefix(_MARK).strip()
        at = Prose(narrative.path, lines[start], narrative.first_line + start).at(len(_MARK), len(heading))
        answers.append(Answer(heading, at, prose))
    return tuple(answers)


def answer_to(section: Section, answers: tuple[Answer, ...]) -> Prose | None:
    """What a person wrote for the section; None while it is unanswered."""
    wanted = fold(section.heading)
    found = next((a.prose for a in answers if fold(a.heading) == wanted), None)
    return found if found is not None and found.text.strip() else None
