"""Answers from forms in the narrative of a report: put in where nobody has answered, never over what somebody wrote."""

from thidua_cli.forms.prose import prose_of
from thidua_cli.forms.returned import GivenAnswer
from thidua_cli.vietnamese.letters import fold

_HEADING, _QUESTION = "# ", ">"


def with_answers(text: str, answers: tuple[GivenAnswer, ...]) -> tuple[str, tuple[GivenAnswer, ...]]:
    """The narrative with these answers, and those that it holds a different answer to already."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    different: list[GivenAnswer] = []
    for answer in answers:
        start = next((i for i, line in enumerate(lines) if _names(line, answer.heading)), None)
        if start is None:
            lines = [
                *_without_blank_end(lines),
                "",
                f"{_HEADING}{answer.heading}",
                "",
                *prose_of(answer.text),
                "",
            ]
            continue
        end = next((i for i in range(start + 1, len(lines)) if lines[i].startswith(_HEADING)), len(lines))
        section = lines[start + 1 : end]
        written = "\n".join("" if line.startswith(_QUESTION) else line for line in section).strip()
        if not written:
            asked = max(
                (i for i, line in enumerate(section, start + 1) if line.startswith(_QUESTION)), default=start
            )
            rest = lines[asked + 1 :]
            lines = [*lines[: asked + 1], "", *prose_of(answer.text), *(rest if any(rest) else [""])]
        elif written not in {answer.text.strip(), "\n".join(prose_of(answer.text))}:
            different.append(answer)
    return line_end.join(lines), tuple(different)


def _names(line: str, heading: str) -> bool:
    return line.startswith(_HEADING) and fold(line.removeprefix(_HEADING)) == fold(heading)


def _without_blank_end(lines: list[str]) -> list[str]:
    last = max((i for i, line in enumerate(lines) if line.strip()), default=-1)
    return lines[: last + 1]
