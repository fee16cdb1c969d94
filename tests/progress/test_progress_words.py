"""Vietnamese words for what the program computes."""

from thidua_cli.progress.verdicts import Result, Schedule, TaskStanding
from thidua_cli.progress.words import RESULT_WORDS, SCHEDULE_WORDS, TASK_WORDS, schedule_words


def test_every_value_has_its_words() -> None:
    assert (set(RESULT_WORDS), set(SCHEDULE_WORDS), set(TASK_WORDS)) == (
        set(Result),
        set(Schedule),
        set(TaskStanding),
    )


def test_an_estimate_is_always_said_to_be_one() -> None:
    said = [schedule_words(s, estimate=True) for s in (Schedule.AHEAD, Schedule.ON_TRACK, Schedule.OVERDUE)]

    assert said == ["ước vượt tiến độ", "ước đúng tiến độ", "quá hạn"]
    assert schedule_words(Schedule.ON_TRACK, estimate=False) == "đúng tiến độ"
