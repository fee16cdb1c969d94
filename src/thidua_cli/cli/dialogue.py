"""A short dialogue: a question in one line, its default in brackets, and a wrong answer explained and asked again."""

import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from thidua_cli.cli import output
from thidua_cli.diagnostics.errors import ThiduaError

T = TypeVar("T")

BACK, CHOICES = "<", "?"
HOW_TO_ANSWER = (
    "Trả lời từng câu rồi bấm Enter; trong [ ] là câu trả lời có sẵn. "
    f"Gõ {BACK} để về câu trước, {CHOICES} để xem các lựa chọn; Ctrl-C để dừng, không ghi gì."
)

Choices = Callable[[], Iterable[tuple[str, str]]]
"""Answers, each with what it stands for; made only when somebody asks for them."""
_SHOWN = 40
_UNSEEN = {"Cc", "Cf", "Cs"}
_YES, _NO = {"c", "co", "có", "y", "yes"}, {"k", "khong", "không", "n", "no"}


@dataclass(frozen=True, slots=True)
class Question(Generic[T]):
    """Something that a command must know, from an option or from an answer."""

    option: str
    words: str
    read: Callable[[str], T]
    """The value of an answer; raises ThiduaError for one that it cannot take."""
    default: str | None = None
    may_stay_open: bool = False
    """Whether an empty answer leaves the matter open."""
    choices: Choices | None = None
    """What may be answered, shown to whoever asks for it; None where no list can say it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One question of a dialogue: it takes its answer down, and an option may have answered it before."""

    ask: Callable[[], None]
    """Ask, or read the option; raises ThiduaError for an option that cannot be taken."""
    is_given: bool = False
    """Whether an option answers it, so that nobody goes back to it."""


class _GoBackError(ThiduaError):
    """The user wants to answer the question before once more."""

    def __init__(self) -> None:
        super().__init__("Ở câu này không về câu trước được.", hint="Bấm Ctrl-C để dừng rồi chạy lại.")


def in_turn(steps: Sequence[Step]) -> None:
    """Every step in order; whoever goes back answers from there once more."""
    place = 0
    while place < len(steps):
        try:
            steps[place].ask()
            place += 1
        except _GoBackError:
            earlier = [number for number in range(place) if not steps[number].is_given]
            if not earlier:
                output.say("Đây là câu đầu tiên.")
            place = earlier[-1] if earlier else place


def agreed_in_turn(steps: Sequence[Step], made: Callable[[], T], agrees: Callable[[T], bool]) -> T | None:
    """What the answers make, None where the user does not agree to it; from there one may go back as well."""
    found: list[T] = []

    def last() -> None:
        whole = made()
        found[:] = [whole] if agrees(whole) else []

    in_turn((*steps, Step(last)))
    return found[0] if found else None


def answer(question: Question[T], given: str | None, *, may_ask: bool) -> T | None:
    """What the option says, else what the user answers, else the default; None where it stays open."""
    said = tidy(given) if given is not None else None
    if said is None and may_ask:
        return _ask(question)
    said = said or question.default
    if said:
        return _read_option(question, said)
    if question.may_stay_open:
        return None
    raise missing([question.option])


def needed(question: Question[T], given: str | None, *, may_ask: bool) -> T:
    """The answer to a question that does not stay open."""
    found = answer(question, given, may_ask=may_ask)
    assert found is not None, "only a question that may stay open has no answer"
    return found


def missing(options: list[str]) -> ThiduaError:
    """The error for options without which a command that may not ask cannot go on."""
    return ThiduaError(
        f"Chưa đủ thông tin, còn thiếu: {', '.join(options)}.",
        hint="Hãy ghi thêm các tùy chọn ấy, hoặc bỏ --no-input để được hỏi từng điều.",
    )


def confirms(question: str, *, default: bool = True, after_answers: bool = False) -> bool:
    """Whether the user says yes; an empty answer says what is the default.

    After the answers of a dialogue, in its last step, one may go back to them.
    """
    while True:
        said = _line(f"{question} c (có), k (không) [{'c' if default else 'k'}]: ", question)
        if not said:
            return default
        if said == BACK and after_answers:
            raise _GoBackError
        if said.lower() in _NO | _YES:
            return said.lower() in _YES
        output.complain(ThiduaError(f"Không hiểu “{said}”.", hint="Gõ c rồi Enter là có, k là không."))


def tidy(text: str) -> str:
    """The text as it is written into data: composed letters, plain single blanks, nothing unseen."""
    blanks = " ".join(unicodedata.normalize("NFC", text).split())
    return "".join(character for character in blanks if unicodedata.category(character) not in _UNSEEN)


def _ask(question: Question[T]) -> T | None:
    offered = f" [{question.default}]" if question.default else ""
    while True:
        said = _line(f"{question.words}{offered}: ", question.words) or question.default
        if said == BACK:
            raise _GoBackError
        if said == CHOICES:
            output.say(_listed(question))
            continue
        if not said and question.may_stay_open:
            return None
        try:
            return _taken(question, said)
        except ThiduaError as error:
            output.complain(error)


def _listed(question: Question[T]) -> str:
    """The choices below each other; of a long list its beginning."""
    if question.choices is None:
        return "Câu này không có danh sách để chọn: gõ câu trả lời rồi bấm Enter."
    choices = list(question.choices())
    lines = [f"  {said}: {meaning}" for said, meaning in choices[:_SHOWN]]
    rest = len(choices) - _SHOWN
    return "\n".join(("Các lựa chọn:", *lines, *((f"  … và {rest} lựa chọn nữa",) if rest > 0 else ())))


def _line(prompt: str, about: str) -> str:
    output.ask(prompt)
    line = sys.stdin.readline()
    if not line:
        output.say("")
        raise ThiduaError(
            f"Chưa có câu trả lời cho “{about}” thì đầu vào đã hết; không ghi gì.",
            hint="Hãy chạy lại, hoặc trả lời bằng các tùy chọn: xem --help của lệnh.",
        )
    return tidy(line)


def _taken(question: Question[T], said: str | None) -> T:
    if not said:
        raise ThiduaError(
            "Điều này cần có câu trả lời.", hint="Muốn dừng thì bấm Ctrl-C, không có gì bị ghi."
        )
    return question.read(said)


def _read_option(question: Question[T], said: str) -> T:
    try:
        return question.read(said)
    except ThiduaError as error:
        raise ThiduaError(f"{question.option}: {error.message}", hint=error.hint) from error
